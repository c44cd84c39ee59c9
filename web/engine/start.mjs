// What both modules of the package begin with: starting, and writing the arguments of a call.
import { createImports } from './memory.mjs';

// Of any realm: each has its own ArrayBuffer and URL, and tests often run in a realm of their own.
const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

// Of the functions below, `loading` has the imports, the home, and as `place` what a failure names. They resolve to an
// instance, or to an object with it.

// A copy, because shared memory is refused.
const instantiateBytes = (loading, bytes) => WebAssembly.instantiate(bytes.slice(), loading.imports);

async function instantiateResponse(loading, response) {
  const type = response.headers.get('content-type');
  loading.place = `${response.url} (${response.status}, ${type})`;
  if (!response.ok) throw new Error('no such file');
  // Compiles while loading.
  if (/^application\/wasm/.test(type)) return WebAssembly.instantiateStreaming(response, loading.imports);
  return instantiateBytes(loading, new Uint8Array(await response.arrayBuffer()));
}

async function instantiateAddress(loading, address) {
  const { own, readFile } = loading.home;
  let url = loading.place = address;
  try {
    url = new URL(url, own());
  } catch {
    // The bundle does not know its own address: fetch() takes a relative one as the page's.
  }
  if (readFile && /^file:/.test(url)) return instantiateBytes(loading, await readFile(new URL(url)));
  return instantiateResponse(loading, await fetch(url));
}

function instantiate(loading, source) {
  const kind = loading.place = kindOf(source);
  if (ArrayBuffer.isView(source) || /ArrayBuffer$/.test(kind)) {
    return instantiateBytes(loading, new Uint8Array(source.buffer ?? source, source.byteOffset, source.byteLength));
  }
  switch (source && kind) {
    case 'WebAssembly.Module':
      return WebAssembly.instantiate(source, loading.imports);
    case 'Response':
      return instantiateResponse(loading, source);
    case 'String':
    case 'URL':
      return instantiateAddress(loading, source);
  }
  throw new TypeError('wasm may be an address, bytes, a WebAssembly.Module, a Response, or a promise of one');
}

/**
 * The exports of a module, started. `given`: what CreateOptions (index.d.ts) allows as `wasm`, or undefined.
 * `home`: what the entry of the package knows: `own()` is the address or the bytes of its own wasm, and throws in
 * bundles without an address; `readFile(url)`, where files can be read; `inline`: the entry with the wasm in it.
 */
export async function start(given, home) {
  const source = await given;
  const loading = { imports: createImports(() => wasm.memory), home, place: 'its own file' };
  let wasm;
  try {
    const started = await instantiate(loading, given === undefined ? home.own() : source);
    wasm = (started.instance ?? started).exports;
  } catch (error) {
    throw Object.assign(new error.constructor(`Sextant cannot load ${loading.place}: ${error.message}. ` +
      `Import ${home.inline}, which needs no file; or with Vite, put sextant-engine into optimizeDeps.exclude.`, { cause: error }), error);
  }
  wasm._initialize();
  return wasm;
}

/**
 * The structure of {"options": …, "name": …}: options come first, so that errors are in their language. `writer`: a
 * BoundaryWriter.
 */
export function writeArguments(writer, options, named = {}) {
  const given = options === undefined ? {} : { options };
  // A missing argument is refused; undefined would be left out.
  for (const name of Object.keys(named)) given[name] = named[name] ?? null;
  return writer.write(given);
}
