// The tools for bundles: nothing of Node in them.
import { toolsFrom } from './tools/tools.mjs';

// Bundlers look for exactly this expression.
const own = () => new URL('./sextant-tools.wasm', import.meta.url);

export default toolsFrom({ own, inline: 'sextant-engine/tools/inline' });
