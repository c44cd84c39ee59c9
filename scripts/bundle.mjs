// Bundles the scripts and style sheets of web/ for dist/. Files that may change between versions have a
// hash of their content in their names and are in dist/assets/, so a cache never serves parts of two
// versions.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
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
export async function minifiedModule(file) {
  return minifiedCode(readFileSync(file, 'utf8'));
}

async function minifiedCode(source) {
  const { code } = await minify(source, {
    module: true,
    toplevel: true,
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true },
    mangle: true,
    format: { comments: /webpackIgnore|@vite-ignore/ },
  });
  return code;
}

/** The same for a module of the engine package, with its imports included; `made` is the module generated from the tables. */
export async function minifiedPackageModule(file, made) {
  const tables = {
    name: 'tables',
    setup({ onResolve }) {
      onResolve({ filter: /\/tables\.mjs$/ }, () => ({ path: made }));
      onResolve({ filter: /^node:/ }, ({ path: name }) => ({ path: name, external: true }));
    },
  };
  const { outputFiles } = await build({
    entryPoints: [file], bundle: true, format: 'esm', plugins: [tables], target: 'es2022', charset: 'utf8', write: false, logLevel: 'warning',
  });
  return minifiedCode(outputFiles[0].text);
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

/** The positions of the shared texts whose keys stand in a script of the folders. */
function positionsOf(file, folders) {
  const scripts = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => path.join(folder, name)));
  const quoted = new Set(scripts.flatMap((script) => readFileSync(script, 'utf8').match(/(?<=')[\w.-]+(?=')/g) ?? []));
  const { shared } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.keys(shared).map((key, position) => [key, position]).filter(([key]) => quoted.has(key)));
}

// What the scripts can import besides each other:
// - "./x.css?text": the sheet as a string, for a shadow root or a document;
// - "sextant-app.wasm", "sextant-texts-en.txt": the name of that file in assets/;
// - "sextant-words": where the texts that the form uses are in that file;
// - "sextant-app": Emscripten's JavaScript;
// - "sextant-views", "sextant-tables": what is generated from src/tables;
// - "sextant-posters": the pictures that embedded calculators show first (posters.mjs).
function plugin(wasmFolder, posters) {
  const generated = path.join(wasmFolder, '../../generated');
  return {
    name: 'sextant',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\.css\?text$/ }, ({ path: name, resolveDir }) =>
        ({ path: path.join(resolveDir, name.slice(0, -'?text'.length)), namespace: 'style' }));
      onLoad({ filter: /./, namespace: 'style' }, async ({ path: file }) =>
        ({ contents: await bundleStyle(file), loader: 'text', watchFiles: [file] }));
      onResolve({ filter: /^sextant-words$/ }, ({ path: name }) => ({ path: name, namespace: 'words' }));
      onLoad({ filter: /./, namespace: 'words' }, () =>
        ({ contents: JSON.stringify(positionsOf(path.join(root, 'src/locales/en.json'), [path.join(root, 'web/form'), generated])), loader: 'json' }));
      onResolve({ filter: /^sextant-texts-.*\.txt$/ }, ({ path: name }) => ({ path: path.join(generated, 'hosted_texts', name) }));
      onResolve({ filter: /^sextant-[a-z]+\.wasm$/ }, ({ path: name }) => ({ path: path.join(wasmFolder, name) }));
      onResolve({ filter: /^sextant-(views|tables)$/ }, ({ path: name }) => ({ path: path.join(generated, `${name.replace('sextant-', 'web_')}.ts`) }));
      // The engine package has it beside itself.
      onResolve({ filter: /\/tables\.mjs$/ }, () => ({ path: path.join(generated, 'tables.mjs') }));
      onResolve({ filter: /^sextant-posters$/ }, ({ path: name }) => ({ path: name, namespace: 'posters' }));
      onLoad({ filter: /./, namespace: 'posters' }, () => ({ contents: JSON.stringify(posters), loader: 'json' }));
      onResolve({ filter: /^sextant-app$/ }, () => ({ path: path.join(wasmFolder, 'sextant-app.mjs'), namespace: 'glue' }));
      onLoad({ filter: /./, namespace: 'glue' }, async ({ path: file }) => ({ contents: await minifiedModule(file), loader: 'js' }));
    },
  };
}

/**
 * @param {string[]} entries scripts below `web`
 * @param {{web: string, dist: string, wasmFolder: string, posters: object, classic?: boolean}} options `classic`:
 *     each entry is one script that needs no module support and no CORS headers
 * @returns {Promise<{files: Map<string, Buffer>, names: Map<string, string>, loads: Map<string, string[]>,
 *     needs: Map<string, string[]>}>} files by their name in dist/; "main.js" → that name; file → the files that it
 *     loads with itself; file → those and what it may load later
 */
export async function bundleScripts(entries, { web, dist, wasmFolder, posters, classic = false }) {
  const { outputFiles, metafile } = await build({
    entryPoints: entries.map((entry) => path.join(web, entry)),
    outdir: path.join(dist, ASSETS),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    splitting: !classic,
    format: classic ? 'iife' : 'esm',
    define: {
      APP_BYTES: String(statSync(path.join(wasmFolder, 'sextant-app.wasm')).size),
      TEXT_BYTES: JSON.stringify(Object.fromEntries(['en', 'zh-TW'].map((language) =>
        [language, statSync(path.join(wasmFolder, '../../generated/hosted_texts', `sextant-texts-${language}.txt`)).size]))),
      // A classic script can read its own address only while it starts.
      ...(classic && { 'import.meta.url': 'SCRIPT_ADDRESS' }),
    },
    ...(classic && {
      banner: { js: '(()=>{const SCRIPT_ADDRESS=document.currentScript.src;' },
      footer: { js: '})();' },
    }),
    loader: { '.wasm': 'file', '.txt': 'file' },
    external: ['node:*'],
    plugins: [plugin(wasmFolder, posters)],
    target: BROWSERS,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const nameOf = (file) => path.relative(dist, path.resolve(file));
  const files = new Map(await Promise.all(outputFiles.map(async ({ path: file, contents, text }) =>
    [nameOf(file), Buffer.from(file.endsWith('.js') ? await minifiedCode(text) : contents)])));
  const names = new Map([...files.keys()].map((name) => [path.basename(name).replace(/-[A-Z0-9]{8}(?=\.\w+$)/, ''), name]));
  const importsOf = (isMeant) => new Map(Object.entries(metafile.outputs).map(([file, { imports }]) =>
    [nameOf(file), imports.filter(isMeant).map((other) => nameOf(other.path))]));
  const loads = importsOf(({ kind }) => kind === 'import-statement');
  return { files, names, loads, needs: importsOf(({ external }) => !external) };
}
