// The engine as it ships. Prints JSON lines of {name, nanoseconds}, processor time:
//   evaluate                      inside the module, as engine_bench.cpp measures it natively
//   api, reference                evaluate() of the package, objects in and objects out, and plain JavaScript
//   flywheelApi, flywheelReference  the same for 120 months of flywheel and funnel
// The package and plain JavaScript take turns, so that what else happens meets both.
//
//   node tests/bench/engine_bench.mjs [--reference-first] [folder of the engine package, default dist/engine]
//
// With --reference-first every call of plain JavaScript comes before the package's first one, and is compiled
// for scenarios that nobody else has looked at.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startEvaluate } from './engine_module.mjs';
import { evaluate as evaluateInJavaScript, flywheel as flywheelInJavaScript } from './reference.mjs';

const ROUNDS = 31;
const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const [given] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const folder = path.resolve(given ?? 'dist/engine');
const { default: createSextant } = await import(pathToFileURL(path.join(folder, 'index.mjs')));
const sextant = await createSextant();
const { scenario } = sextant.presets().value[0];
scenario.flywheel.months = 120;

let sink = 0;

// Every call gets a different number, as during the drag of a slider.
function nanosecondsPerCall(call, calls) {
  const start = process.cpuUsage().user;
  for (let i = 0; i < calls; ++i) {
    scenario.cells[1].visits = 15000 + (i & 1023);
    sink += call(scenario);
  }
  return ((process.cpuUsage().user - start) * 1000) / calls;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** The median of several rounds by name. */
function measure(calls, perRound) {
  const names = Object.keys(calls);
  const rounds = Object.fromEntries(names.map((name) => [name, []]));
  const takeRound = (name) => rounds[name].push(nanosecondsPerCall(calls[name], perRound));
  if (options.includes('--reference-first')) {
    for (const name of names) for (let round = 0; round < ROUNDS; ++round) takeRound(name);
  } else {
    for (let round = 0; round < ROUNDS; ++round) for (const name of round % 2 ? [...names].reverse() : names) takeRound(name);
  }
  for (const name of names) console.log(JSON.stringify({ name, nanoseconds: Number(median(rounds[name]).toFixed(1)) }));
}

const evaluateInside = await startEvaluate(path.join(folder, 'sextant-engine.wasm'), scenario);
measure({
  reference: (given) => evaluateInJavaScript(given).total.revenue,
  api: (given) => sextant.evaluate(given).value.total.revenue,
}, 10000);
measure({ evaluate: ({ cells }) => evaluateInside(cells[1].visits) }, 20000);
measure({
  flywheelReference: (given) => flywheelInJavaScript(given).months.at(-1).revenue,
  flywheelApi: (given) => sextant.flywheel(given).value.months.at(-1).revenue,
}, 300);
if (!Number.isFinite(sink)) process.exit(1);
