// Puts everything to publish into dist/: the page, the two wasm modules, the engine package, and .br and
// .gz copies of every file that compresses. The wasm modules must have been compiled before.
//
//   node scripts/build_page.mjs
//
// Environment: SEXTANT_ADDRESS=<where dist/ will be published>, see scripts/build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { bundleScripts, bundleStyle, hashedName, minifiedPackageModule, minifiedScript } from './bundle.mjs';
import { FirstPaint } from './first_paint.mjs';
import { serviceWorker } from './offline.mjs';
import { drawPosters } from './posters.mjs';
import { addressToPublish, previewPages } from './link_previews.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const web = path.join(root, 'web');
const dist = path.join(root, 'dist');
const cache = path.join(root, 'build/compressed');
const wasmFolder = path.join(root, 'build/wasm-release/src/wasm');
const generated = path.join(root, 'build/wasm-release/generated');

// Each has separate files for what it loads later.
const MODULES = ['page/main.ts', 'embed/element.ts'];
// For pages that may load only classic scripts.
const CLASSIC_SCRIPTS = ['embed/frame.ts'];
// Single files, under stable names: host pages and 404.html refer to them.
const HOST_SCRIPTS = { 'embed/host.ts': 'sextant-frame.js', 'page/mend_address.ts': '404.js' };
// The engine package: what is imported, and what is as it stands.
const ENGINE_MODULES = ['index.mjs', 'browser.mjs', 'inline.mjs', 'tools.mjs', 'tools_browser.mjs', 'tools/inline.mjs'];
const ENGINE_WASM = ['sextant-engine.wasm', 'sextant-tools.wasm'];
const ENGINE_TEXTS = /^((index|inline|tools|tools\/inline|sextant-\w+\.wasm)\.d\.m?ts|package\.json|README\.md)$/;

// What browsers load. Others are not compressed: npm would put a README.md.gz into the engine's package.
const COMPRESSIBLE = /\.(html|css|m?js|json|wasm|svg|txt|webmanifest|xml)$/;
const MINIMUM_TO_COMPRESS = 200; // bytes

function filesBelow(folder, prefix = '') {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = prefix + entry.name;
    return entry.isDirectory() ? filesBelow(path.join(folder, entry.name), `${name}/`) : [name];
  });
}

function copyStatic(files) {
  for (const name of filesBelow(path.join(web, 'static'))) {
    files.set(name, readFileSync(path.join(web, 'static', name)));
  }
}

// Dear ImGui's licence requires its notice to accompany its code.
function copyLicence(files) {
  const imgui = process.env.IMGUI_DIR || path.join(root, 'build/third_party/imgui');
  files.set('licences/dear-imgui.txt', readFileSync(path.join(imgui, 'LICENSE.txt')));
}

async function copyEnginePackage(files) {
  const folder = path.join(web, 'engine');
  for (const name of filesBelow(folder).filter((name) => ENGINE_TEXTS.test(name))) files.set(`engine/${name}`, readFileSync(path.join(folder, name)));
  for (const name of ENGINE_MODULES) {
    files.set(`engine/${name}`, Buffer.from(await minifiedPackageModule(path.join(folder, name), { generated, wasmFolder })));
  }
  for (const name of ENGINE_WASM) files.set(`engine/${name}`, readFileSync(path.join(wasmFolder, name)));
  for (const name of ['error_code.d.ts', 'tables.d.ts', 'scenario.schema.json']) {
    files.set(`engine/${name}`, readFileSync(path.join(generated, name)));
  }
}

// The engine package, as published.
async function startEngine(files) {
  const folder = path.join(root, 'build/first_paint');
  for (const [name, content] of files) {
    if (!name.startsWith('engine/')) continue;
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const { default: createSextant } = await import(pathToFileURL(path.join(folder, 'engine/index.mjs')).href);
  return createSextant();
}

/** Adds the file under a name with its hash; returns that name. */
function addHashed(files, name, content) {
  const hashed = hashedName(name, content);
  files.set(hashed, Buffer.from(content));
  return hashed;
}

// A script that contains the bytes, for pages without an origin: those may run scripts but not fetch.
// One character per byte compresses far better than base64.
function fileScript(bytes) {
  const escaped = bytes.toString('latin1').replace(/[\\"\r\n\0]/g, (character) =>
    ({ '\\': '\\\\', '"': '\\"', '\r': '\\r', '\n': '\\n', '\0': '\\x00' })[character]);
  return Buffer.from(`sextantFile("${escaped}")`, 'utf8');
}

/** All scripts: file names by source, and what each one loads. */
async function addScripts(files, posters) {
  const options = { web, wasmFolder, posters };
  const modules = await bundleScripts(MODULES, options);
  const classic = await bundleScripts(CLASSIC_SCRIPTS, { ...options, classic: true });
  for (const [name, content] of [...modules.files, ...classic.files]) files.set(name, content);
  for (const [source, name] of Object.entries(HOST_SCRIPTS)) files.set(name, Buffer.from(await minifiedScript(path.join(web, source))));
  for (const [name, content] of [...files].filter(([name]) => /^assets\/.*\.(wasm|txt)$/.test(name))) files.set(`${name}.js`, fileScript(content));
  const both = (part) => new Map([...modules[part], ...classic[part]]);
  return { names: both('names'), loads: both('loads'), needs: both('needs') };
}

// "{main.js}" → "assets/main-1a2b3c4d.js"
function fillIn(html, names) {
  return html.replace(/\{([\w.-]+\.\w+)\}/g, (whole, name) => {
    if (!names.has(name)) throw new Error(`there is no ${name}`);
    return names.get(name);
  });
}

// Names a module with everything it imports, so that they are not found one after the other: those of the page
// itself in links, those of each face for preload.ts.
function nameImports(html, names, loads) {
  const importsOf = (module) => closure([names.get(module)], loads).filter(isForEveryReader);
  const own = importsOf('main.js');
  return html
    .replace('<link rel="modulepreload" href="{main.js}">', () =>
      own.filter((file) => file !== names.get('main.js')).map((file) => `<link rel="modulepreload" href="${file}">`).join('\n'))
    .replace(/data-(?:canvas|form)="\{([\w.-]+)\}/g, (whole, module) =>
      whole.replace(`{${module}}`, importsOf(module).filter((file) => !own.includes(file)).join(' ')));
}

// What the canvas needs in a frame starts to load with the frame's script, not after it.
function nameFrameParts(html, names, loads) {
  return html.replace(/.*\{frame_canvas_view\.js\}.*/, (line) =>
    closure([names.get('frame_canvas_view.js')], loads)
      .filter((file) => file !== names.get('frame.js'))
      .map((file) => line.replace('{frame_canvas_view.js}', file)).join('\n'));
}

// Compressing at the highest level takes seconds, so results are cached by the content's hash.
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

// Writes only what changed and removes obsolete files, so that a running server never sees an empty
// folder.
function writeFiles(files) {
  for (const [name, content] of files) {
    const file = path.join(dist, name);
    if (existsSync(file) && readFileSync(file).equals(content)) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  for (const name of filesBelow(dist)) {
    if (!files.has(name)) rmSync(path.join(dist, name), { force: true });
  }
}

function printSizes(files) {
  const row = (name, ...sizes) => console.log(name.padEnd(32) + sizes.map((size) => String(size).padStart(10)).join(''));
  row('dist/', 'bytes', 'gzip', 'brotli');
  for (const name of [...files.keys()].filter((name) => !/\.(br|gz)$/.test(name)).sort()) {
    row(name, ...['', '.gz', '.br'].map((extension) => files.get(name + extension)?.length ?? '-'));
  }
}

// Where scripts/run serves by default.
function readAddress() {
  try {
    return addressToPublish(process.env.SEXTANT_ADDRESS || 'http://127.0.0.1:8080/');
  } catch (error) {
    console.error(`error: ${error.message}`);
    process.exit(1);
  }
}

// The texts of a language are only for readers of that language; budgets.json counts the larger ones.
const isForEveryReader = (name) => !name.endsWith('.txt');

/** The files themselves and everything they load. */
function closure(entries, loads) {
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    loads.get(name)?.forEach(visit);
  };
  entries.forEach(visit);
  return [...seen];
}

/** What a browser loads with a file, including that file: imported scripts, and what a page refers to. */
// `face`: which one a page shows, canvas or form.
function loadsOf(entry, files, loads, face = 'canvas') {
  if (!entry.endsWith('.html')) return closure([entry], loads).filter(isForEveryReader);
  const html = String(files.get(entry));
  const [, preloaded = ''] = new RegExp(`data-${face}="([^"]+)"`).exec(html) ?? [];
  const named = [...html.matchAll(/<(?:link|script)[^>]*(?:href|src)="([^":#]+)"/g)].map(([, name]) => name);
  return closure([entry, ...named, ...preloaded ? preloaded.split(' ') : []], loads).filter(isForEveryReader);
}

const address = readAddress();
const files = new Map();
copyStatic(files);
copyLicence(files);
await copyEnginePackage(files);
const engine = await startEngine(files);

const posters = drawPosters(engine, (name, svg) => files.set(`assets/${name}`, Buffer.from(svg)));
const { names, loads, needs } = await addScripts(files, posters);
// Nothing on a server, where there are no elements.
files.set('sextant-element.js', Buffer.from(`globalThis.customElements&&import("./${names.get('element.js')}")`));
loads.set('sextant-element.js', [names.get('element.js')]);

names.set('default-poster.svg', `assets/${Object.keys(posters.titles)[0]}-en-light-${posters.hash}.svg`);

const firstPaint = new FirstPaint(engine);
const pages = await previewPages({
  template: nameImports(readFileSync(path.join(web, 'page/index.html'), 'utf8'), names, loads),
  sextant: engine,
  firstPaint,
  address,
});
names.set('styles.css', addHashed(files, 'styles.css', await bundleStyle(path.join(web, 'page/styles.css')) + firstPaint.darkRules));
names.set('preload.js', addHashed(files, 'preload.js', await minifiedScript(path.join(web, 'page/preload.ts'))));
// Not named by its hash: preload.js would grow by its name, and a disk has no old versions.
files.set('assets/from_disk.js', Buffer.from(await minifiedScript(path.join(web, 'page/from_disk.ts'))));
names.set('frame.css', addHashed(files, 'frame.css', await bundleStyle(path.join(web, 'embed/frame.css'))));
names.set('learn.css', addHashed(files, 'learn.css', await bundleStyle(path.join(web, 'learn/learn.css'))));
for (const [name, folder] of [['en', 'learn/'], ['zh-TW', 'learn/zh-TW/']]) {
  const article = readFileSync(path.join(web, `learn/${name}.html`), 'utf8').replaceAll('{address}', address);
  files.set(`${folder}index.html`, Buffer.from(fillIn(article, names)));
}
for (const [name, content] of pages) files.set(name, typeof content === 'string' ? Buffer.from(fillIn(content, names)) : content);
files.set('embed.html', Buffer.from(fillIn(nameFrameParts(readFileSync(path.join(web, 'embed/embed.html'), 'utf8'), names, loads), names)));
const ownPages = [...pages.keys()].filter((name) => name.endsWith('.html'));
files.set('service-worker.js', await serviceWorker(files, [...ownPages, ...closure(['index.html', ...loadsOf('index.html', files, needs)], needs)]));

await addCompressed(files);
writeFiles(files);
const entries = ['index.html', 'embed.html', 'sextant-element.js'].map((entry) => [entry, loadsOf(entry, files, loads)]);
entries.push(['index.html?mode=form', loadsOf('index.html', files, loads, 'form')]);
writeFileSync(path.join(root, 'build/loads.json'), JSON.stringify(Object.fromEntries(entries), null, 2));
printSizes(files);
