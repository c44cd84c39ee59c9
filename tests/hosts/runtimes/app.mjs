// An ES module.
import createSextant from 'sextant-engine';
import createTools from 'sextant-engine/tools';
import { results } from './results.mjs';

console.log(await results(createSextant, createTools));
