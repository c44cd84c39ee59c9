// The application in wasm: one for all calculators of a page.
import createAppModule from 'sextant-app';
import wasm from 'sextant-app.wasm';
import type { AppModule } from './app_module';
import { loadFile } from '../dom/asset_file';

let module: Promise<AppModule> | undefined;

async function start(progress?: (bytes: number) => void): Promise<AppModule> {
  return createAppModule({ wasmBinary: await loadFile(wasm, progress) });
}

export function loadApp(progress?: (bytes: number) => void): Promise<AppModule> {
  module ??= start(progress);
  // Allow a retry after a failed download.
  module.catch(() => {
    module = undefined;
  });
  return module;
}
