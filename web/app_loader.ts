// Fetches the application while saying how far it is.
import type { AppModule } from './app_module';

type CreateAppModule = typeof import('./app_module').default;

// Beside this script in dist/, wherever that lies.
const APP = './sextant-app.mjs';
const WASM = new URL('sextant-app.wasm', import.meta.url).href;

async function download(url: string, progress: (bytes: number) => void): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  if (!response.body) return response.arrayBuffer();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let result = await reader.read(); !result.done; result = await reader.read()) {
    chunks.push(result.value);
    progress(size += result.value.length);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes.buffer;
}

/** `progress` gets the bytes that have arrived, as they are after decompression. */
export async function loadApp(progress: (bytes: number) => void): Promise<AppModule> {
  const [script, wasmBinary] = await Promise.all([
    import(APP) as Promise<{ default: CreateAppModule }>,
    download(WASM, progress),
  ]);
  return script.default({ wasmBinary });
}
