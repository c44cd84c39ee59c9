// An ES module.
import createSextant from 'sextant-engine/inline';
import createTools from 'sextant-engine/tools/inline';
import { results } from './results.mjs';

console.log(await results(createSextant, createTools));
