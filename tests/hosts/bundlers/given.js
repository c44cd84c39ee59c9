// What the bundler makes of the file is given: its address, or its bytes.
import createSextant from 'sextant-engine';
import wasm from 'sextant-engine/sextant-engine.wasm';
import createTools from 'sextant-engine/tools';
import toolsWasm from 'sextant-engine/sextant-tools.wasm';
import { show } from './show.js';

show(createSextant({ wasm }), createTools({ wasm: toolsWasm }));
