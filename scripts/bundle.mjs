// Bundles the scripts and style sheets of web/ for dist/. Files that may change between versions have a
// hash of their content in their names and are in dist/assets/, so a cache never serves parts of two
// versions.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';
import { minify } from 'terser';
import { readPalette, withPalette } from './tables/palette.mjs';
import { Table } from './tables/table.mjs';

/** The browser versions that the bundles are built for. */
export const BROWSERS = ['chrome100', 'firefox100', 'safari15.4'];
const ASSETS = 'assets';
const root = fileURLToPath(new URL('..', import.meta.url));

const hashOf = (content) => createHash('sha256').update(content).digest('hex').slice(0, 8);

/** `main.js` → `assets/main-1a2b3c4d.js` */
export function hashedName(name, content) {
  const { name: stem, ext } = path.parse(name);
  return `${ASSETS}/${stem}-${hashOf(content)}${ext}`;
}

// Removes comments (except those for bundlers) and shortens names, but not the names of exports. It does
// so better than esbuild, which minifies the result again.
async function minifiedCode(source, compress = {}) {
  const { code } = await minify(source, {
    module: true,
    toplevel: true,
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true, ...compress },
    mangle: true,
    format: { comments: /webpackIgnore|@vite-ignore/ },
  });
  return code;
}

// Properties of the engine package's own objects, which nobody outside it sees: they become single letters.
const OWN_PROPERTIES = ['api', 'doubles', 'failure', 'forget', 'home', 'imports', 'inline', 'items',
  'numberCount', 'numbersStart', 'own', 'place', 'readAnswer', 'readBytes', 'readText', 'remember', 'result', 'sendNumbers', 'sendRepeated',
  'sendText', 'setLanguage', 'start', 'take', 'takeNumbers', 'write'];

/**
 * The same for a module of the engine package, with its imports included. Below `generated` is the module of the tables,
 * below `wasmFolder` are the wasm files, of which an import is the base64 text.
 */
export async function minifiedPackageModule(file, { generated, wasmFolder }) {
  const places = {
    name: 'places',
    setup({ onResolve }) {
      onResolve({ filter: /\/tables\.mjs$/ }, () => ({ path: path.join(generated, 'tables.mjs') }));
      onResolve({ filter: /\.wasm$/ }, ({ path: name }) => ({ path: path.join(wasmFolder, path.basename(name)) }));
      onResolve({ filter: /^node:/ }, ({ path: name }) => ({ path: name, external: true }));
    },
  };
  const { outputFiles } = await build({
    entryPoints: [file], bundle: true, format: 'esm', plugins: [places], loader: { '.wasm': 'base64' },
    mangleProps: new RegExp(`^(${OWN_PROPERTIES.join('|')})$`), target: 'es2022', charset: 'utf8', write: false, logLevel: 'warning',
  });
  // These make longer code that compresses better.
  return minifiedCode(outputFiles[0].text, { inline: 1, hoist_funs: true, conditionals: false });
}

const inks = readPalette(new Table(fileURLToPath(new URL('../src/tables/palette.json', import.meta.url))));

// The colours of the palette, in every sheet that asks for them.
const palette = {
  name: 'palette',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, ({ path: file }) => ({ contents: withPalette(readFileSync(file, 'utf8'), inks), loader: 'css' }));
  },
};

/** One style sheet including its imports. */
export async function bundleStyle(file) {
  const { outputFiles } = await build({
    entryPoints: [file], bundle: true, minify: true, plugins: [palette], target: BROWSERS, charset: 'utf8', write: false, logLevel: 'warning',
  });
  return outputFiles[0].text.trim();
}

/** A script without imports, for host pages. */
export async function minifiedScript(file) {
  const { outputFiles } = await build({
    entryPoints: [file], bundle: true, format: 'iife', minify: true, target: BROWSERS, charset: 'utf8', write: false, logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** The positions of the shared texts whose keys stand in a script of the folders, or match `also`. */
function positionsOf(file, folders, also = /$^/) {
  const scripts = folders.flatMap((folder) => readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.ts')).map((name) => path.join(folder, name)));
  const quoted = new Set(scripts.flatMap((script) => readFileSync(script, 'utf8').match(/(?<=')[\w.-]+(?=')/g) ?? []));
  const { shared } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.keys(shared).map((key, position) => [key, position]).filter(([key]) => quoted.has(key) || also.test(key)));
}

const ASSET = /\.(wasm|txt)$/;
const DEFINITIONS = /^sextant-definitions-(.*)\.txt$/;
const definitionsIn = (language) =>
  JSON.stringify(JSON.parse(readFileSync(path.join(root, `src/locales/${language}.json`))).definitions);
const SCRIPT = /\.m?[jt]s$/;

// What the scripts can import besides each other:
// - "./x.css?text": the sheet as a string, for a shadow root or a document;
// - "sextant-app.wasm", "sextant-texts-en.txt", "sextant-form-texts-en.txt": the name of that file in assets/;
// - "sextant-definitions-en.txt": the same, with the definitions in a language;
// - "sextant-words", "sextant-page-words": where the texts that the form, or the page's dialogs, use are in that file;
// - "sextant-views", "sextant-tables": what is generated from src/tables;
// - "sextant-posters": the pictures that embedded calculators show first (posters.mjs).
function sources({ wasmFolder, posters, constants }) {
  const generated = path.join(wasmFolder, '../../generated');
  const exporting = (value) => `export default ${JSON.stringify(value)}`;
  const made = {
    'sextant-words': () => exporting(positionsOf(path.join(root, 'src/locales/en.json'), [path.join(root, 'web/form'), generated])),
    'sextant-page-words': () => exporting(positionsOf(path.join(root, 'src/locales/en.json'), [path.join(root, 'web/page')], /^preset\..*\.title$/)),
    'sextant-posters': () => `export const { hash, titles } = ${JSON.stringify(posters)}`,
  };
  const places = [
    [/^sextant-(form-)?texts-.*\.txt$/, (name) => path.join(generated, 'hosted_texts', name)],
    [/^sextant-[a-z]+\.wasm$/, (name) => path.join(wasmFolder, name)],
    [/^sextant-(views|tables)$/, (name) => path.join(generated, `${name.replace('sextant-', 'web_')}.ts`)],
    // The engine package has it beside itself.
    [/\/tables\.mjs$/, () => path.join(generated, 'tables.mjs')],
  ];
  return {
    name: 'sextant',
    resolveId(name, importer) {
      if (name in made || name.includes('?section=') || DEFINITIONS.test(name)) return name;
      const place = places.find(([pattern]) => pattern.test(name));
      if (place) return place[1](name);
      if (!importer || !name.startsWith('.')) return null;
      const file = path.resolve(path.dirname(importer), name);
      return path.extname(file) ? file : `${file}.ts`;
    },
    async load(id) {
      if (id in made) return made[id]();
      if (id.endsWith('.css?text')) return exporting(await bundleStyle(id.slice(0, -'?text'.length)));
      // A module for each section, because each is needed in another file.
      const [file, section] = id.split('?section=');
      if (section) return exporting(JSON.parse(readFileSync(file))[section]);
      if (id.endsWith('.json')) {
        return Object.keys(JSON.parse(readFileSync(id))).map((name) => `export { default as ${name} } from ${JSON.stringify(`${id}?section=${name}`)};`).join('\n');
      }
      if (!ASSET.test(id)) return null;
      const [, language] = DEFINITIONS.exec(id) ?? [];
      const source = language ? definitionsIn(language) : readFileSync(id);
      const name = path.basename(id);
      const fileName = hashedName(name, source);
      this.emitFile({ type: 'asset', name, fileName, source });
      return exporting(`./${path.basename(fileName)}`);
    },
    async transform(source, id) {
      if (!SCRIPT.test(id)) return null;
      const { code } = await transform(source, { loader: 'ts', target: BROWSERS, define: constants, charset: 'utf8' });
      return { code, map: null };
    },
  };
}

// Before the first script that is on the page.
async function loaderFor(web) {
  const loader = await minifiedScript(path.join(web, 'embed/script_loader.ts'));
  return ({ isEntry }) => isEntry ? loader : '';
}

/**
 * @param {string[]} entries scripts below `web`
 * @param {{web: string, wasmFolder: string, posters: object, classic?: boolean}} options `classic`: the only entry is
 *     a script that needs no module support and no CORS headers, and so are those that it loads later
 *     (web/embed/script_loader.ts); their names begin with "frame_"
 * @returns {Promise<{files: Map<string, Buffer>, names: Map<string, string>, loads: Map<string, string[]>,
 *     needs: Map<string, string[]>}>} files by their name in dist/; "main.js" → that name; file → the files that it
 *     loads with itself; file → those and what it may load later
 */
export async function bundleScripts(entries, { web, wasmFolder, posters, classic = false }) {
  const sizeOf = (...names) => String(statSync(path.join(wasmFolder, ...names)).size);
  const constants = {
    APP_BYTES: sizeOf('sextant-app.wasm'),
    TEXT_BYTES: JSON.stringify(Object.fromEntries(Object.entries({ canvas: 'sextant-texts', form: 'sextant-form-texts' }).map(([face, name]) =>
      [face, Object.fromEntries(['en', 'zh-TW'].map((language) => [language, Number(sizeOf('../../generated/hosted_texts', `${name}-${language}.txt`))]))]))),
  };
  const bundle = await rollup({
    input: Object.fromEntries(entries.map((entry) => [path.parse(entry).name, path.join(web, entry)])),
    external: /^node:/,
    preserveEntrySignatures: 'allow-extension', // or an entry that others import becomes two files
    plugins: [sources({ wasmFolder, posters, constants })],
    onwarn(warning) {
      throw new Error(warning.message);
    },
  });
  const { output } = await bundle.generate({
    format: classic ? 'system' : 'es',
    entryFileNames: `${ASSETS}/[name]-[hash].js`,
    chunkFileNames: `${ASSETS}/${classic ? 'frame_' : ''}[name]-[hash].js`,
    hoistTransitiveImports: false,
    systemNullSetters: false,
    hashCharacters: 'hex',
    experimentalMinChunkSize: 200, // bytes
    ...(classic && { banner: await loaderFor(web) }),
  });
  await bundle.close();
  const chunks = output.filter(({ type }) => type === 'chunk');
  const files = new Map(await Promise.all(output.map(async ({ type, fileName, code, source }) =>
    [fileName, Buffer.from(type === 'chunk' ? await minifiedCode(code) : source)])));
  const assets = output.filter(({ type }) => type === 'asset');
  const names = new Map([
    ...chunks.map(({ name, fileName, isEntry }) => [`${classic && !isEntry ? 'frame_' : ''}${name}.js`, fileName]),
    ...assets.map(({ names: [name], fileName }) => [name, fileName]),
  ]);
  const assetsOf = ({ modules }) => Object.keys(modules).filter((id) => ASSET.test(id)).map((id) => names.get(path.basename(id)));
  const loads = new Map(chunks.map(({ fileName, imports }) => [fileName, imports]));
  const needs = new Map(chunks.map((chunk) => [chunk.fileName, [...chunk.imports, ...chunk.dynamicImports, ...assetsOf(chunk)]]));
  return { files, names, loads, needs };
}
