// Puts everything to publish into dist/: the page, the two wasm modules, the engine package, and a
// .br and .gz beside every file that gets smaller. Expects the wasm modules to be compiled.
//
//   node scripts/build_page.mjs
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';
import { addFirstPaint } from './first_paint.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const web = path.join(root, 'web');
const dist = path.join(root, 'dist');
const cache = path.join(root, 'build/compressed');
const wasmBuild = path.join(root, 'build/wasm-release');

// What is bundled: file in web/ → name in dist/, without extension. A style sheet that a script
// imports lands beside it under the same name.
const ENTRIES = { 'main.ts': 'sextant' };
// Copied as they are, with the folders below web/static/ kept.
const PAGE_FILES = /\.html$/;
const ENGINE_FILES = /\.(mjs|d\.ts|d\.mts|json|md)$/;
// In dist/, from dist/ (loaded at run time, not bundled).
const EXTERNAL = ['./sextant-app.mjs'];

const BROWSERS = ['chrome100', 'firefox100', 'safari15.4'];
// What browsers load. A README.md.gz would end up in the engine's npm package, which takes every README
// that there is.
const COMPRESSIBLE = /\.(html|css|m?js|json|wasm|svg|txt|webmanifest|xml)$/;
const MINIMUM_TO_COMPRESS = 200; // bytes

function filesBelow(folder, prefix = '') {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = prefix + entry.name;
    return entry.isDirectory() ? filesBelow(path.join(folder, entry.name), `${name}/`) : [name];
  });
}

async function bundlePage(files) {
  const entryPoints = Object.entries(ENTRIES).map(([source, name]) => ({ in: path.join(web, source), out: name }));
  const { outputFiles } = await build({
    entryPoints,
    outdir: dist,
    bundle: true,
    format: 'esm',
    target: BROWSERS,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    external: EXTERNAL,
    write: false,
    logLevel: 'warning',
  });
  for (const file of outputFiles) files.set(path.relative(dist, file.path), Buffer.from(file.contents));
}

function copyPage(files) {
  for (const name of readdirSync(web).filter((name) => PAGE_FILES.test(name))) {
    files.set(name, readFileSync(path.join(web, name)));
  }
  for (const name of filesBelow(path.join(web, 'static'))) {
    files.set(name, readFileSync(path.join(web, 'static', name)));
  }
}

function copyWasm(files, module, folder) {
  files.set(`${folder}${module}.wasm`, readFileSync(path.join(wasmBuild, 'src/wasm', `${module}.wasm`)));
}

// Without comments, except those to bundlers, and with short names; what a module exports keeps its
// name.
async function minifiedModule(file) {
  const { code } = await minify(readFileSync(file, 'utf8'), {
    module: true,
    toplevel: true,
    ecma: 2020,
    compress: { passes: 2 },
    mangle: true,
    format: { comments: /webpackIgnore|@vite-ignore/ },
  });
  return Buffer.from(code);
}

// Emscripten's JavaScript beside a module.
async function addGlue(files, module, folder) {
  files.set(`${folder}${module}.mjs`, await minifiedModule(path.join(wasmBuild, 'src/wasm', `${module}.mjs`)));
}

// Dear ImGui asks that its notice goes where its code goes.
function copyLicence(files) {
  const imgui = process.env.IMGUI_DIR || path.join(root, 'build/third_party/imgui');
  files.set('licences/dear-imgui.txt', readFileSync(path.join(imgui, 'LICENSE.txt')));
}

async function copyEnginePackage(files) {
  const folder = path.join(web, 'engine');
  for (const name of readdirSync(folder).filter((name) => ENGINE_FILES.test(name))) {
    const file = path.join(folder, name);
    files.set(`engine/${name}`, name.endsWith('.mjs') ? await minifiedModule(file) : readFileSync(file));
  }
  files.set('engine/error_code.d.ts', readFileSync(path.join(wasmBuild, 'generated/error_code.d.ts')));
}

// Draws into the page what a reader sees first, with the engine as it will be published.
async function drawFirstPaint(files) {
  const folder = path.join(root, 'build/first_paint');
  for (const [name, content] of files) {
    if (!name.startsWith('engine/')) continue;
    mkdirSync(path.join(folder, 'engine'), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const { default: createSextant } = await import(pathToFileURL(path.join(folder, 'engine/index.mjs')).href);
  const page = { html: String(files.get('index.html')), css: String(files.get('sextant.css')) };
  const { html, css } = addFirstPaint(page, await createSextant(), files.get('sextant-app.wasm').length);
  files.set('index.html', Buffer.from(html));
  files.set('sextant.css', Buffer.from(css));
}

// Compressing at the highest level takes seconds: the result is kept under the content's hash.
async function compressed(content, extension, compress) {
  const file = path.join(cache, createHash('sha256').update(content).digest('hex') + extension);
  if (existsSync(file)) return readFileSync(file);
  const result = await compress(content);
  writeFileSync(file, result);
  return result;
}

const brotli = (content) => promisify(brotliCompress)(content, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  },
});
const deflate = (content) => promisify(gzip)(content, { level: 9 });

async function addCompressed(files) {
  mkdirSync(cache, { recursive: true });
  const originals = [...files].filter(([name, content]) =>
    COMPRESSIBLE.test(name) && content.length >= MINIMUM_TO_COMPRESS);
  await Promise.all(originals.flatMap(([name, content]) =>
    [['.br', brotli], ['.gz', deflate]].map(async ([extension, compress]) => {
      const result = await compressed(content, extension, compress);
      if (result.length < content.length) files.set(name + extension, result);
    })));
}

// Writes what changed and removes what is no longer made, so that a running server never sees an
// empty folder.
function writeFiles(files) {
  for (const [name, content] of files) {
    const file = path.join(dist, name);
    if (existsSync(file) && readFileSync(file).equals(content)) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  for (const name of filesBelow(dist)) {
    if (!files.has(name)) rmSync(path.join(dist, name));
  }
}

function printSizes(files) {
  const row = (name, ...sizes) => console.log(name.padEnd(32) + sizes.map((size) => String(size).padStart(10)).join(''));
  row('dist/', 'bytes', 'gzip', 'brotli');
  for (const name of [...files.keys()].filter((name) => !/\.(br|gz)$/.test(name)).sort()) {
    row(name, ...['', '.gz', '.br'].map((extension) => files.get(name + extension)?.length ?? '-'));
  }
}

const files = new Map();
await bundlePage(files);
copyPage(files);
copyLicence(files);
copyWasm(files, 'sextant-app', '');
await addGlue(files, 'sextant-app', '');
copyWasm(files, 'sextant-engine', 'engine/');
await copyEnginePackage(files);
await drawFirstPaint(files);
await addCompressed(files);
writeFiles(files);
printSizes(files);
