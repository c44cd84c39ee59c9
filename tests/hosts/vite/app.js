// The simplest use: the bundler finds the wasm file.
import createSextant from 'sextant-engine';
import createTools from 'sextant-engine/tools';
import { show } from './show.js';

show(createSextant(), createTools());
