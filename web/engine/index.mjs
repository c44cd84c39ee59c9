// The engine for Node, Deno and Bun, and for browsers that load it by its address.
import { sextantFrom } from './engine.mjs';
import { readFile } from './read_file.mjs';

// Bundlers look for exactly this expression.
const own = () => new URL('./sextant-engine.wasm', import.meta.url);

export default sextantFrom({ own, readFile, inline: 'sextant-engine/inline' });
