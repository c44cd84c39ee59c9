// Runs the benchmark programs that scripts/bench has built and prints ratios, which differ less between
// machines than times do. Each program prints JSON lines of {name, nanoseconds}.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function measure(command, ...args) {
  const output = execFileSync(command, args, { cwd: root, encoding: 'utf8' });
  const lines = output.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  return Object.fromEntries(lines.map(({ name, nanoseconds }) => [name, nanoseconds]));
}

const native = (name) => measure(`build/native-release/tests/bench/${name}`);
const wasm = (name) => measure(process.execPath, `build/wasm-release/tests/bench/${name}.cjs`);
const script = (name) => measure(process.execPath, `tests/bench/${name}.mjs`);

const microseconds = (nanoseconds) => `${(nanoseconds / 1000).toFixed(nanoseconds < 10_000 ? 2 : 0)} µs`;
const times = (a, b) => `${(a / b).toFixed(2)}×`;
function table(title, rows) {
  console.log(`\n${title}`);
  for (const row of rows) console.log('  ' + row.map((cell, i) => (i ? cell.padStart(12) : cell.padEnd(46))).join(''));
}

const engine = { native: native('engine_bench'), wasm: wasm('engine_bench'), script: script('engine_bench') };
const frame = { native: native('frame_bench').frame, wasm: wasm('frame_bench').frame };

table('Evaluate six cells', [
  ['native', microseconds(engine.native.evaluate), '1.00×'],
  ['WebAssembly, inside the module', microseconds(engine.wasm.evaluate), times(engine.wasm.evaluate, engine.native.evaluate)],
  ['plain JavaScript', microseconds(engine.script.reference), times(engine.script.reference, engine.native.evaluate)],
  ['WebAssembly against plain JavaScript', '', times(engine.wasm.evaluate, engine.script.reference)],
  ['evaluate() of the package, objects in and out', microseconds(engine.script.api), times(engine.script.api, engine.script.reference)],
]);

table('120 months of flywheel and funnel, one slider move', [
  ['native', microseconds(engine.native.flywheel), '1.00×'],
  ['WebAssembly, inside the module', microseconds(engine.wasm.flywheel), times(engine.wasm.flywheel, engine.native.flywheel)],
  ['plain JavaScript', microseconds(engine.script.flywheelReference), times(engine.script.flywheelReference, engine.native.flywheel)],
  ['WebAssembly against plain JavaScript', '', times(engine.wasm.flywheel, engine.script.flywheelReference)],
  ['flywheel() of the package, objects in and out', microseconds(engine.script.flywheelApi), times(engine.script.flywheelApi, engine.script.flywheelReference)],
]);

table('One frame of the whole interface while dragging, without GPU', [
  ['native', microseconds(frame.native), '1.00×'],
  ['WebAssembly', microseconds(frame.wasm), times(frame.wasm, frame.native)],
  ['share of a 60 Hz frame (WebAssembly)', '', `${((frame.wasm / 16_666_667) * 100).toFixed(1)} %`],
]);

function sizes(files) {
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) {
    const bytes = readFileSync(path.join(root, file));
    total.raw += bytes.length;
    total.gzip += gzipSync(bytes, { level: 9 }).length;
    total.brotli += brotliCompressSync(bytes).length;
  }
  return total;
}

const loads = JSON.parse(readFileSync(path.join(root, 'build/loads.json'), 'utf8'));
const page = sizes(loads['index.html'].map((name) => `dist/${name}`));
const engineModule = sizes(['index.mjs', 'sextant-engine.wasm'].map((name) => `dist/engine/${name}`));
const floor = sizes(['js', 'wasm'].map((extension) => `build/wasm-release/tests/bench/imgui_floor.${extension}`));
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const sizeRow = (name, { raw, gzip, brotli }) => [name, kilobytes(raw), gzip ? kilobytes(gzip) : '', kilobytes(brotli)];
table('Download in kB', [
  ['', 'raw', 'gzip', 'brotli'],
  sizeRow('everything index.html loads', page),
  sizeRow('the engine module', engineModule),
  sizeRow('floor: Dear ImGui and six sliders', floor),
  ['the page against the floor', times(page.raw, floor.raw), '', times(page.brotli, floor.brotli)],
]);
