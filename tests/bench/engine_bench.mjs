// The published package's evaluate() and flywheel(), objects in and objects out ("api", "flywheelApi"), and
// the same in plain JavaScript ("reference", "flywheelReference"). Prints one JSON line each: {"name",
// "nanoseconds"}.
//
//   node tests/bench/engine_bench.mjs [folder of the engine package, default dist/engine]
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { evaluate as evaluateInJavaScript, flywheel as flywheelInJavaScript } from './reference.mjs';

const folder = path.resolve(process.argv[2] ?? 'dist/engine');
const { default: createSextant } = await import(pathToFileURL(path.join(folder, 'index.mjs')));
const sextant = await createSextant();
const scenario = sextant.presets().value[0].scenario;
scenario.flywheel.months = 120;

let sink = 0;

// The fastest of several rounds, because other load can only slow it down. Every call gets a different
// number, as during the drag of a slider.
function nanosecondsPerCall(call, callsPerRound) {
  const ROUNDS = 15;
  let fastest = Infinity;
  for (let round = 0; round < ROUNDS; ++round) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < callsPerRound; ++i) {
      scenario.cells[1].visits = 15000 + (i & 1023);
      sink += call(scenario);
    }
    fastest = Math.min(fastest, Number(process.hrtime.bigint() - start) / callsPerRound);
  }
  return fastest;
}

const calls = {
  reference: [(given) => evaluateInJavaScript(given).total.revenue, 20000],
  api: [(given) => sextant.evaluate(given).value.total.revenue, 20000],
  flywheelReference: [(given) => flywheelInJavaScript(given).months.at(-1).revenue, 1000],
  flywheelApi: [(given) => sextant.flywheel(given).value.months.at(-1).revenue, 1000],
};
for (const [name, [call, callsPerRound]] of Object.entries(calls)) {
  console.log(JSON.stringify({ name, nanoseconds: Number(nanosecondsPerCall(call, callsPerRound).toFixed(1)) }));
}
if (!Number.isFinite(sink)) process.exit(1);
