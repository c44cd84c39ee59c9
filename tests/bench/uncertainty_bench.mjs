// The module of tools as it ships, and plain JavaScript: from a move of a slider to new percentiles, in 16,384 trials
// of six and of sixteen cells. Prints JSON lines of {name, nanoseconds}, processor time:
//   uncertainty, uncertainty16                    uncertainty() of the package, scenario in and numbers out
//   uncertaintyReference, uncertaintyReference16  tests/bench/uncertainty_reference.mjs
//
//   node tests/bench/uncertainty_bench.mjs [folder of the engine package, default dist/engine]
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UncertaintyReference } from './uncertainty_reference.mjs';

const ROUNDS = 15;
const MOVES = 40;
const folder = path.resolve(process.argv[2] ?? 'dist/engine');
const load = async (name) => (await import(pathToFileURL(path.join(folder, name)).href)).default();
const tools = await load('tools.mjs');
const sixCells = (await load('index.mjs')).presets().value[0].scenario;

/** Eight media like the first three. */
function sixteenCells() {
  const scenario = structuredClone(sixCells);
  for (let i = 0; scenario.media.length < 8; ++i) {
    const id = String.fromCharCode(97 + i);
    scenario.media.push({ id });
    for (const kind of ['organic', 'paid']) scenario.cells.push({ ...scenario.cells[scenario.cells.length % 6], id: `${id}.${kind}` });
  }
  return scenario;
}

/** Each of the four sliders of a cell in turn. */
function move(scenario, step) {
  const factor = 1 + (step & 15) * 0.01;
  const usual = { visits: 15000, conversionRate: 0.0229, orderValue: 1180, costPerClick: 8 };
  Object.keys(usual).forEach((id, i) => {
    scenario.cells[1][id] = usual[id] * (step % 4 === i ? factor : 1);
  });
}

let sink = 0;
function takeRound(ask, scenario) {
  const start = process.cpuUsage().user;
  for (let i = 0; i < MOVES; ++i) {
    move(scenario, i);
    sink += ask(scenario).metrics.profit.p5;
  }
  return ((process.cpuUsage().user - start) * 1000) / MOVES;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
for (const [suffix, scenario] of [['', sixCells], ['16', sixteenCells()]]) {
  const reference = new UncertaintyReference(scenario, 16384);
  const asks = {
    uncertainty: (given) => tools.uncertainty(given, { target: 1e6 }).value,
    uncertaintyReference: (given) => reference.ask(given, 1e6),
  };
  const rounds = { uncertainty: [], uncertaintyReference: [] };
  // They take turns, so that what else happens meets both.
  for (let round = 0; round < ROUNDS; ++round) for (const name of Object.keys(asks)) rounds[name].push(takeRound(asks[name], scenario));
  for (const name of Object.keys(asks)) console.log(JSON.stringify({ name: name + suffix, nanoseconds: Number(median(rounds[name]).toFixed(1)) }));
}
if (!Number.isFinite(sink)) process.exit(1);
