// Fetches a WebAssembly file while saying how far it is.

declare global {
  /** Takes the bytes of a "….wasm.js" as a text of characters up to U+00FF. */
  var sextantWasm: ((bytes: string) => void) | undefined;
}

async function download(url: string, progress: (bytes: number) => void): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
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
  return bytes;
}

// A page of no origin of its own may fetch nothing, but run scripts.
let lastScript: Promise<unknown> = Promise.resolve();

function run(url: string): Promise<Uint8Array> {
  const next = lastScript.then(() => new Promise<Uint8Array>((resolve, reject) => {
    const script = document.createElement('script');
    globalThis.sextantWasm = (bytes) => resolve(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
    script.onload = script.onerror = () => {
      globalThis.sextantWasm = undefined;
      script.remove();
      reject(new Error(`${url} did not load`)); // no effect once it has
    };
    script.src = url;
    document.head.append(script);
  }));
  lastScript = next.catch(() => undefined);
  return next;
}

/**
 * The bytes of a file in assets/. `progress` gets the bytes that have arrived,
 * as they are after decompression.
 */
export function loadWasm(name: string, progress: (bytes: number) => void = () => undefined): Promise<Uint8Array> {
  const url = new URL(name, import.meta.url).href;
  return self.origin === 'null' ? run(`${url}.js`) : download(url, progress);
}
