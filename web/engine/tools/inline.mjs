// The tools in one file, for bundles that cannot carry a second one.
import { bytesOf } from '../base64.mjs';
import { toolsFrom } from './tools.mjs';
import encoded from '../sextant-tools.wasm';

export default toolsFrom({ own: () => bytesOf(encoded), inline: 'sextant-engine/tools/inline' });
