// What the bundler makes of the file is given: its address.
import createSextant from 'sextant-engine';
import wasm from 'sextant-engine/sextant-engine.wasm?url';
import createTools from 'sextant-engine/tools';
import toolsWasm from 'sextant-engine/sextant-tools.wasm?url';
import { show } from './show.js';

show(createSextant({ wasm }), createTools({ wasm: toolsWasm }));
