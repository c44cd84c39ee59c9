// Loads the frame's scripts in parts: a page without an origin may run classic scripts from other places, but not
// load modules. The bundler writes each part as a call of System.register (rollup's format "system").

type Exports = Record<string, unknown>;

interface Declared {
  /** Each gets the exports of the part that is imported in its place; again whenever they change. */
  setters: ((exports: Exports) => void)[];
  execute(): void;
}

type Declare = (
  give: (name: string | Exports, value?: unknown) => unknown,
  context: { import(specifier: string): Promise<Exports>; meta: { url: string } },
) => Declared;

interface Part {
  imports: string[];
  declare: Declare;
}

/** Those whose script has run, by address. */
const parts = new Map<string, Part>();
const loading = new Map<string, Promise<Exports>>();
const importers = new Map<Exports, ((exports: Exports) => void)[]>();

function run(address: string): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} did not load`));
    script.src = address;
    document.head.append(script);
  });
}

async function start(address: string): Promise<Exports> {
  if (!parts.has(address)) await run(address);
  const { imports, declare } = parts.get(address)!;
  const exports: Exports = {};
  const told: ((exports: Exports) => void)[] = [];
  importers.set(exports, told);
  const resolve = (specifier: string) => new URL(specifier, address).href;
  const { setters, execute } = declare((name, value) => {
    Object.assign(exports, typeof name === 'string' ? { [name]: value } : name);
    for (const tell of told) tell(exports);
    return value;
  }, { import: (specifier) => load(resolve(specifier)), meta: { url: address } });
  const imported = await Promise.all(imports.map((specifier) => load(resolve(specifier))));
  imported.forEach((from, at) => {
    importers.get(from)!.push(setters[at]);
    setters[at](from);
  });
  execute();
  return exports;
}

/** A part that could not be loaded is tried again the next time. */
function load(address: string): Promise<Exports> {
  let started = loading.get(address);
  if (!started) {
    loading.set(address, started = start(address));
    started.catch(() => loading.delete(address));
  }
  return started;
}

Object.assign(window, {
  System: {
    register(imports: string[], declare: Declare) {
      const { src } = document.currentScript as HTMLScriptElement;
      parts.set(src, { imports, declare });
      // The first script is on the page.
      void load(src);
    },
  },
});
