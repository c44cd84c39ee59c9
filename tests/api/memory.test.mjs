// What the engine allocates lasts until the next call (src/wasm/memory.h). A variable that keeps heap
// memory for longer would be overwritten in silence, so here everything forgotten is overwritten at once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSextant, valueOf } from './engine.mjs';

const GONE = 0xdb;

/** A new engine, and what its module exports. */
async function start() {
  const { instantiate } = WebAssembly;
  let wasm;
  WebAssembly.instantiate = async (...given) => {
    const result = await instantiate.apply(WebAssembly, given);
    wasm = (result.instance ?? result).exports;
    return result;
  };
  try {
    return { sextant: await createSextant(), wasm };
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

/** Overwrites all that earlier calls have allocated. */
function overwriteForgotten(wasm) {
  const heap = wasm.structure_buffer(0);
  new Uint8Array(wasm.memory.buffer, heap).fill(GONE);
}

const scenario = {
  title: 'A title that is longer than what a string keeps in itself',
  media: [{ id: 'social' }, { id: 'a-longer-name-16', label: '一個比較長的媒體名稱' }],
  cells: [{ visits: 1000, conversionRate: 0.1, orderValue: 20 }, { visits: 500, costPerClick: 3 }, {}, { visits: 7, fixedCost: 9 }],
};
const CALLS = {
  evaluate: (sextant) => sextant.evaluate(scenario),
  'evaluate other numbers': (sextant) => sextant.evaluate({ ...scenario, grossMargin: 0.25 }),
  'evaluate nonsense': (sextant) => sextant.evaluate({ ...scenario, grossMargin: 2 }),
  'evaluate other media': (sextant) => sextant.evaluate({}),
  shock: (sextant) => sextant.shock(scenario, [{ target: 'a-longer-name-16.organic', field: 'conversionRate', factor: 2 }]),
  'shock nothing': (sextant) => sextant.shock(scenario, [{ target: 'a-target-that-is-longer-than-a-string', field: 'visits', factor: 2 }]),
  flywheel: (sextant) => sextant.flywheel(scenario),
  presets: (sextant) => sextant.presets({ lang: 'zh-TW' }),
  shockPresets: (sextant) => sextant.shockPresets(),
  fields: (sextant) => sextant.fields(),
  encodeLink: (sextant) => sextant.encodeLink(scenario),
  explain: (sextant) => sextant.explain(scenario, { lang: 'zh-TW' }),
  svg: (sextant) => sextant.svg(scenario, { chart: 'matrix' }),
  customerValue: (sextant) => sextant.customerValue(scenario),
  remarketing: (sextant) => sextant.remarketing(scenario),
};

test('nothing that lasts from call to call is in memory that was forgotten', async () => {
  const { sextant: untouched } = await start();
  const { sextant, wasm } = await start();
  for (let round = 0; round < 3; ++round) {
    for (const [name, call] of Object.entries(CALLS)) {
      overwriteForgotten(wasm);
      assert.deepEqual(call(sextant), call(untouched), `${name}, round ${round}`);
    }
  }
});

// Otherwise the test above would prove nothing.
test('what an earlier call has allocated is overwritten', async () => {
  const { sextant, wasm } = await start();
  valueOf(sextant.presets());
  const [address, size] = [wasm.answer(), wasm.answer_size()];
  const kept = () => new Uint8Array(wasm.memory.buffer, address, size);
  assert.match(new TextDecoder().decode(kept()), /^\[\{"id":"cheap-clicks"/);
  overwriteForgotten(wasm);
  assert.ok(kept().every((byte) => byte === GONE));
});
