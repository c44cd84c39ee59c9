// What both modules of the package begin with: starting, and writing the arguments of a call.
import { createImports } from './memory.mjs';

async function instantiateWith(source, imports) {
  if (source instanceof WebAssembly.Module) return WebAssembly.instantiate(source, imports);
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    return (await WebAssembly.instantiate(source, imports)).instance;
  }
  const url = new URL(source, import.meta.url);
  if (url.protocol === 'file:') {
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ 'node:fs/promises');
    return instantiateWith(await readFile(url), imports);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Compiles while loading, if the server sends the right type.
  if (response.headers.get('content-type')?.startsWith('application/wasm')) {
    return (await WebAssembly.instantiateStreaming(response, imports)).instance;
  }
  return instantiateWith(await response.arrayBuffer(), imports);
}

/**
 * The exports of a module, started. `source`: its address, relative to the script of the package, its bytes, or the
 * compiled module.
 */
export async function start(source) {
  const imports = createImports(() => wasm.memory);
  const { exports: wasm } = await instantiateWith(source, imports);
  wasm._initialize();
  return wasm;
}

/** {"options": …, "name": …}: options come first, so that errors are in their language. `writer`: a BoundaryWriter. */
export function appendArguments(writer, options, named) {
  writer.begin();
  let separator = '{';
  for (const [name, value] of Object.entries({ options, ...named })) {
    if (name === 'options' && value === undefined) continue;
    writer.append(`${separator}"${name}":`);
    writer.appendValue(value);
    separator = ',';
  }
  writer.append(separator === '{' ? '{}' : '}');
}
