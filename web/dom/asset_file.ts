// Downloads a file of assets/ and reports the progress.

declare global {
  /** Receives the bytes of a "….js" as a text of characters up to U+00FF. */
  var sextantFile: ((bytes: string) => void) | undefined;
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

// A page without an origin may run scripts but not fetch.
let lastScript: Promise<unknown> = Promise.resolve();

function run(url: string): Promise<Uint8Array> {
  const next = lastScript.then(() => new Promise<Uint8Array>((resolve, reject) => {
    const script = document.createElement('script');
    globalThis.sextantFile = (bytes) => resolve(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
    // By the time of this event the next file may have set its own function.
    script.onload = script.onerror = () => {
      script.remove();
      reject(new Error(`${url} did not load`)); // no effect if it has loaded
    };
    script.src = url;
    document.head.append(script);
  }));
  lastScript = next.catch(() => undefined);
  return next;
}

/** A file that is compiled once for everybody on a page. */
export class Compiled {
  #name: string;
  #module: Promise<WebAssembly.Module> | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** Rejects if it could not be loaded; the next call tries again. */
  load(progress?: (bytes: number) => void): Promise<WebAssembly.Module> {
    const module = this.#module ??= loadFile(this.#name, progress).then((bytes) => WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>));
    module.catch(() => {
      if (this.#module === module) this.#module = undefined;
    });
    return module;
  }
}

/**
 * The bytes of a file in assets/. `progress` gets the number of bytes loaded so
 * far, after decompression.
 */
export function loadFile(name: string, progress: (bytes: number) => void = () => undefined): Promise<Uint8Array> {
  const url = new URL(name, import.meta.url).href;
  return self.origin === 'null' ? run(`${url}.js`) : download(url, progress);
}
