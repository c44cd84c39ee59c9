// Everything in one script.
import createSextant from 'sextant-engine/inline';
import createTools from 'sextant-engine/tools/inline';
import { show } from './show.js';

show(createSextant(), createTools());
