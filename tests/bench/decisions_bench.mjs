// The calls about the budget and about credit, as the package ships them, by the number of cells: for the shape of the
// curve. Every cell of a medium assists the next medium's. Prints JSON lines of {name, cells, nanoseconds}, processor time.
//
//   node tests/bench/decisions_bench.mjs [folder of the engine package, default dist/engine]
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ROUNDS = 9;
const CALLS_OF_A_ROUND = 20;
const folder = path.resolve(process.argv[2] ?? 'dist/engine');
const load = async (name) => (await import(pathToFileURL(path.join(folder, name)).href)).default();
const tools = await load('tools.mjs');
const first = (await load('index.mjs')).presets().value[0].scenario;

function withMedia(count) {
  const media = Array.from({ length: count }, (_, i) => ({ id: String.fromCharCode(97 + i) }));
  const cells = media.flatMap(({ id }, i) => ['organic', 'paid'].map((kind, k) => ({ ...first.cells[(2 * i + k) % 6], id: `${id}.${kind}` })));
  const assists = media.slice(1).flatMap(({ id }, i) => ['organic', 'paid'].map((kind) => ({ from: `${media[i].id}.${kind}`, to: `${id}.paid`, share: 0.2 })));
  return { ...first, media, cells, assists };
}

const CALLS = {
  allocate: (scenario) => tools.allocate(scenario),
  frontier: (scenario) => tools.frontier(scenario),
  credit: (scenario) => tools.credit(scenario),
  goalSeek: (scenario) => tools.goalSeek(scenario, { target: 1e6 }),
};

for (const [name, call] of Object.entries(CALLS)) {
  for (let media = 1; media <= 8; ++media) {
    const scenario = withMedia(media);
    const times = [];
    for (let round = 0; round < ROUNDS; ++round) {
      const start = process.cpuUsage().user;
      for (let i = 0; i < CALLS_OF_A_ROUND; ++i) {
        const { ok, error } = call(scenario);
        if (!ok) throw new Error(`${name}: ${error.message}`);
      }
      times.push((process.cpuUsage().user - start) * 1000 / CALLS_OF_A_ROUND);
    }
    console.log(JSON.stringify({ name, cells: 2 * media, nanoseconds: times.sort((a, b) => a - b)[ROUNDS >> 1] }));
  }
}
