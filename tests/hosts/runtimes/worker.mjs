// A worker thread calculates.
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import createSextant from 'sextant-engine';
import createTools from 'sextant-engine/tools';
import { results } from './results.mjs';

if (isMainThread) new Worker(new URL(import.meta.url)).on('message', console.log);
else parentPort.postMessage(await results(createSextant, createTools));
