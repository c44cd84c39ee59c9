// The module of the form's session: compiled once for all forms of a page.
import wasm from 'sextant-form.wasm';
import { loadWasm } from '../dom/wasm_file';

let module: Promise<WebAssembly.Module> | undefined;

/** Rejects if it could not be loaded; the next call tries again. */
export function loadFormModule(progress?: (bytes: number) => void): Promise<WebAssembly.Module> {
  module ??= loadWasm(wasm, progress).then((bytes) => WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>));
  module.catch(() => {
    module = undefined;
  });
  return module;
}
