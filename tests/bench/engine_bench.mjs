// The published package's evaluate(), objects in and objects out ("api"), and the same metrics in plain
// JavaScript ("reference"). Prints one JSON line each: {"name", "nanoseconds"}.
//
//   node tests/bench/engine_bench.mjs [folder of the engine package, default dist/engine]
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { evaluate as evaluateInJavaScript } from './reference.mjs';

const folder = path.resolve(process.argv[2] ?? 'dist/engine');
const { default: createSextant } = await import(pathToFileURL(path.join(folder, 'index.mjs')));
const sextant = await createSextant();
const scenario = sextant.presets().value[0].scenario;

let sink = 0;

// The fastest of several rounds: what else the machine does only makes it slower. Every call gets
// another number, as it would while a slider is dragged.
function nanosecondsPerCall(call) {
  const ROUNDS = 15;
  const CALLS = 20000;
  let fastest = Infinity;
  for (let round = 0; round < ROUNDS; ++round) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < CALLS; ++i) {
      scenario.cells[1].visits = 15000 + (i & 1023);
      sink += call(scenario).total.revenue;
    }
    fastest = Math.min(fastest, Number(process.hrtime.bigint() - start) / CALLS);
  }
  return fastest;
}

const calls = {
  reference: (given) => evaluateInJavaScript(given),
  api: (given) => sextant.evaluate(given).value,
};
for (const [name, call] of Object.entries(calls)) {
  console.log(JSON.stringify({ name, nanoseconds: Number(nanosecondsPerCall(call).toFixed(1)) }));
}
if (!Number.isFinite(sink)) process.exit(1);
