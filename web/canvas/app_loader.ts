// The application in wasm: compiled once for all calculators of a page.
import wasm from 'sextant-app.wasm';
import { Compiled } from '../dom/asset_file';
import { instantiateApp } from './app';
import type { App } from './app_module';

const compiled = new Compiled(wasm);

export async function loadApp(progress?: (bytes: number) => void): Promise<App> {
  return instantiateApp(await compiled.load(progress));
}
