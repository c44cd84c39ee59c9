// The engine for bundles: nothing of Node in it.
import { sextantFrom } from './engine.mjs';

// Bundlers look for exactly this expression.
const own = () => new URL('./sextant-engine.wasm', import.meta.url);

export default sextantFrom({ own, inline: 'sextant-engine/inline' });
