// One engine for all forms of a page.
import wasm from 'sextant-engine.wasm';
import createSextant from '../engine/index.mjs';
import type { Sextant } from '../engine/index.mjs';
import { loadWasm } from '../dom/wasm_file';

let engine: Promise<Sextant> | undefined;

/** Rejects if it could not be loaded; the next call tries again. */
export function loadEngine(progress?: (bytes: number) => void): Promise<Sextant> {
  engine ??= loadWasm(wasm, progress).then((bytes) => createSextant({ wasm: bytes as Uint8Array<ArrayBuffer> }));
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
}
