/** What the bundler makes of the file: its address, its bytes or the compiled module. To be given as `wasm`. */
import type { WasmSource } from './index.js';

declare const wasm: WasmSource;
export default wasm;
