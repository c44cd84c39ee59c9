// The tools for Node, Deno and Bun, and for browsers that load them by their address.
import { readFile } from './read_file.mjs';
import { toolsFrom } from './tools/tools.mjs';

// Bundlers look for exactly this expression.
const own = () => new URL('./sextant-tools.wasm', import.meta.url);

export default toolsFrom({ own, readFile, inline: 'sextant-engine/tools/inline' });
