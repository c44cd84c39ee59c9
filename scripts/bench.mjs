// Runs the benchmark programs that scripts/bench has built and prints ratios, which differ less between
// machines than times do. What is wasm is measured in the files that are published. Each program prints JSON
// lines of {name, nanoseconds}, processor time.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { compareWithTargets, median } from './bench_targets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 5;

function measureLines(command, ...args) {
  const output = execFileSync(command, args, { cwd: root, encoding: 'utf8' });
  return output.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
}
const measure = (...command) => Object.fromEntries(measureLines(...command).map(({ name, nanoseconds }) => [name, nanoseconds]));

const native = (name) => measure(`build/native-release/tests/bench/${name}`);
const shipped = (name, ...args) => measure(process.execPath, `tests/bench/${name}.mjs`, ...args);

const microseconds = (nanoseconds) => `${(nanoseconds / 1000).toFixed(nanoseconds < 10_000 ? 2 : 0)} µs`;
const factor = (ratio) => `${ratio.toFixed(2)}×`;
const times = (a, b) => factor(a / b);
function table(title, rows) {
  console.log(`\n${title}`);
  for (const row of rows) console.log('  ' + row.map((cell, i) => (i ? cell.padStart(12) : cell.padEnd(50))).join(''));
}

// Native and shipped take turns, so that what else the machine does meets both.
const runs = Array.from({ length: RUNS }, () => ({
  native: { ...native('engine_bench'), ...native('frame_bench'), ...native('uncertainty_bench') },
  shipped: { ...shipped('engine_bench'), ...shipped('frame_bench'), ...shipped('uncertainty_bench') },
}));
const referenceFirst = shipped('engine_bench', '--reference-first');
const time = (where, name) => median(runs.map((run) => run[where][name]));
const ratio = (name) => median(runs.map((run) => run.shipped[name] / run.native[name]));
const againstReference = (name, reference) => median(runs.map((run) => run.shipped[name] / run.shipped[reference]));

table('Evaluate six cells, numbers in and numbers out', [
  ['native', microseconds(time('native', 'evaluate')), '1.00×'],
  ['WebAssembly', microseconds(time('shipped', 'evaluate')), factor(ratio('evaluate'))],
]);

table('The package, objects in and objects out', [
  ['evaluate(), six cells: plain JavaScript', microseconds(time('shipped', 'reference')), '1.00×'],
  ['the package, taking turns with it', microseconds(time('shipped', 'api')), factor(againstReference('api', 'reference'))],
  ['the package, after all of it', microseconds(referenceFirst.api), times(referenceFirst.api, referenceFirst.reference)],
  ['flywheel(), 120 months: plain JavaScript', microseconds(time('shipped', 'flywheelReference')), '1.00×'],
  ['the package, taking turns with it', microseconds(time('shipped', 'flywheelApi')), factor(againstReference('flywheelApi', 'flywheelReference'))],
]);

table('One frame of the whole interface while dragging, without GPU', [
  ['native', microseconds(time('native', 'frame')), '1.00×'],
  ['WebAssembly', microseconds(time('shipped', 'frame')), factor(ratio('frame'))],
  ['share of a 60 Hz frame (WebAssembly)', '', `${((time('shipped', 'frame') / 16_666_667) * 100).toFixed(1)} %`],
]);

const { default: createSextant } = await import('../dist/engine/index.mjs');
const firstPreset = (await createSextant()).presets().value[0].scenario;
const squiggle = measure(process.execPath, 'build/bench/squiggle/squiggle_bench.mjs', JSON.stringify(firstPreset.cells)).squiggle;
const squiggleGain = squiggle / time('shipped', 'uncertainty');

// How many times as long plain JavaScript takes.
const gain = (suffix) => 1 / againstReference(`uncertainty${suffix}`, `uncertaintyReference${suffix}`);
table('16,384 trials, from a move of a slider to new percentiles', ['', '16'].flatMap((suffix) => [
  [`${suffix || 'six'} cells: native`, microseconds(time('native', `uncertainty${suffix}`)), '1.00×'],
  ['the package, scenario in and numbers out', microseconds(time('shipped', `uncertainty${suffix}`)), factor(ratio(`uncertainty${suffix}`))],
  ['plain JavaScript', microseconds(time('shipped', `uncertaintyReference${suffix}`)), `${factor(gain(suffix))} slower`],
  ...suffix ? [] : [['Squiggle, percentiles only', microseconds(squiggle), `${squiggleGain.toFixed(0)}× slower`]],
]));

const byCells = measureLines(process.execPath, 'tests/bench/decisions_bench.mjs');
const counts = [...new Set(byCells.map(({ cells }) => cells))];
table('Calls of the package by the number of cells', [
  ['', ...counts.map(String)],
  ...[...new Set(byCells.map(({ name }) => name))].map((name) =>
    [name, ...byCells.filter((line) => line.name === name).map(({ nanoseconds }) => microseconds(nanoseconds))]),
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

compareWithTargets({
  frame: ratio('frame'),
  frameTime: time('shipped', 'frame') / 1e6,
  evaluate: ratio('evaluate'),
  package: againstReference('api', 'reference'),
  uncertaintyTime: time('shipped', 'uncertainty') / 1e6,
  uncertainty: ratio('uncertainty'),
  squiggle: 1 / squiggleGain,
  uncertaintyGain: againstReference('uncertainty', 'uncertaintyReference'),
});
