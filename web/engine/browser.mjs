// The engine for bundles: nothing of Node in it.
import { sextantFrom } from './engine.mjs';

// Bundlers look for exactly this expression.
const wasm = () => new URL('./sextant-engine.wasm', import.meta.url);

export default sextantFrom({ wasm, inline: 'sextant-engine/inline' });
