// The engine in one file, for bundles that cannot carry a second one.
import { bytesOf } from './base64.mjs';
import { sextantFrom } from './engine.mjs';
import encoded from './sextant-engine.wasm';

export default sextantFrom({ own: () => bytesOf(encoded), inline: 'sextant-engine/inline' });
