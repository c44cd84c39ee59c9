// uncertainty() and shockRange(): what the totals could be. The native tests compare the trials with sorted lists and
// closed forms (tests/engine/uncertainty_test.cpp); here is what a caller sees.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { PACKAGE, ROOT, assertClean, assertRefused, createRandom, createSextant, hashOfValues, randomScenario, valueOf } from './engine.mjs';

const { default: createTools } = await import(pathToFileURL(path.join(PACKAGE, 'tools.mjs')).href);
const tools = await createTools();
const sextant = await createSextant();
const fields = valueOf(sextant.fields());
const readGolden = (name) => JSON.parse(readFileSync(path.join(ROOT, 'tests/golden', name), 'utf8'));

const ask = (scenario, options) => valueOf(tools.uncertainty(scenario, options));
const PERCENTILES = ['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'];
const Z90 = 1.2815515655446004;
const Z95 = 1.6448536269514722;
const oneCell = {
  cells: [{ id: 'social.paid', visits: 100, conversionRate: 0.1, orderValue: 50, costPerClick: 2, fixedCost: 10 }],
  uncertainty: { range: 0, correlation: 0, cells: [{ id: 'social.paid', visits: 0.2 }] },
};
const near = (actual, expected, tolerance, message) =>
  assert.ok(Math.abs(actual / expected - 1) <= tolerance, `${message ?? ''} ${actual} is not ${expected}`);

function assertDistribution({ mean, deviation, histogram, ...percentiles }, trials) {
  assert.deepEqual(Object.keys(percentiles), PERCENTILES);
  assert.deepEqual(Object.keys(histogram), ['minimum', 'maximum', 'counts']);
  assert.equal(histogram.counts.length, 40);
  const counted = histogram.counts.reduce((sum, count) => sum + count, 0);
  if (counted === 0) {
    for (const value of [mean, deviation, histogram.minimum, histogram.maximum, ...Object.values(percentiles)]) assert.equal(value, null);
    return;
  }
  assert.ok(counted <= trials);
  const { minimum, maximum } = histogram;
  const ascending = [minimum, ...Object.values(percentiles), maximum];
  ascending.forEach((value, i) => assert.ok(!i || value >= ascending[i - 1], ascending.join(' ')));
  const slack = 1e-9 * (Math.abs(minimum) + Math.abs(maximum));
  assert.ok(mean >= minimum - slack && mean <= maximum + slack && deviation >= 0);
}

test('an answer has its shape for every scenario, and only finite numbers and null', () => {
  const random = createRandom(31);
  for (let i = 0; i < 150; ++i) {
    const scenario = i ? randomScenario(random, fields) : {};
    if (i % 3 === 0) scenario.uncertainty = { range: random.unit() * 9, correlation: random.unit() };
    const value = ask(scenario, { trials: 1024, seed: i, flywheel: i % 5 === 0, target: 1000 });
    assertClean(value);
    assert.equal(value.trials, 1024);
    assert.deepEqual(Object.keys(value.metrics), ['revenue', 'profit', 'roas', 'cpa']);
    for (const found of Object.values(value.metrics)) assertDistribution(found, 1024);
    assert.ok(value.chanceOfLoss >= 0 && value.chanceOfLoss <= 1);
    const sum = value.drivers.reduce((total, { share }) => total + share, 0);
    assert.ok(value.drivers.length === 0 || Math.abs(sum - 1) < 1e-9, String(sum));
    value.drivers.forEach(({ id, share }, k) => {
      assert.match(id, /^[a-z0-9-]+\.(organic|paid)\/(visits|conversionRate|orderValue|costPerClick)$/);
      assert.ok(!k || share <= value.drivers[k - 1].share);
    });
    assert.equal('flywheel' in value, i % 5 === 0);
  }
});

test('without ranges everything is what evaluate() says', () => {
  const random = createRandom(32);
  for (let i = 0; i < 60; ++i) {
    const scenario = { ...randomScenario(random, fields), uncertainty: { range: 0 } };
    const { total } = valueOf(sextant.evaluate(scenario));
    const { metrics, chanceOfLoss, drivers, flywheel } = ask(scenario, { trials: 1024, flywheel: true });
    for (const [id, { mean, deviation, histogram, ...percentiles }] of Object.entries(metrics)) {
      for (const value of [mean, histogram.minimum, histogram.maximum, ...Object.values(percentiles)]) assert.equal(value, total[id], id);
      assert.equal(deviation, total[id] === null ? null : 0);
    }
    assert.equal(chanceOfLoss, total.profit < 0 ? 1 : 0);
    assert.deepEqual(drivers, []);
    const { months } = valueOf(sextant.flywheel(scenario));
    assert.deepEqual(flywheel.map(({ p5 }) => p5), months.map(({ cumulativeProfit }) => cumulativeProfit));
    assert.deepEqual(flywheel.map(({ p95 }) => p95), months.map(({ cumulativeProfit }) => cumulativeProfit));
  }
});

test('the revenue of one cell is lognormal, and 90% of the trials are at most value · (1 + range)', () => {
  const { metrics: { revenue, roas, cpa }, chanceOfTarget, drivers } = ask(oneCell, { target: 600 });
  const sigma = Math.log(1.2) / Z90;
  near(revenue.p90, 600, 1e-6);
  near(revenue.p50, 500, 1e-6);
  near(revenue.p5, 500 * Math.exp(-sigma * Z95), 1e-5);
  near(revenue.p95, 500 * Math.exp(sigma * Z95), 1e-5);
  near(revenue.mean, 500 * Math.exp(sigma ** 2 / 2), 1e-5);
  near(revenue.deviation, 500 * Math.exp(sigma ** 2 / 2) * Math.sqrt(Math.exp(sigma ** 2) - 1), 1e-3);
  near(chanceOfTarget, 0.1, 1e-2);
  near(roas.p50, 500 / 210, 1e-6);
  near(cpa.p50, 21, 1e-6);
  assert.deepEqual(drivers, [{ id: 'social.paid/visits', share: 1 }]);
});

test('several uncertain inputs of a cell add their variances up', () => {
  const scenario = structuredClone(oneCell);
  scenario.uncertainty.correlation = 0.3;
  scenario.uncertainty.cells[0] = { id: 'social.paid', visits: 0.2, orderValue: 0.4 };
  const sigma = Math.hypot(Math.log(1.2), Math.log(1.4)) / Z90;
  for (const [trials, tolerance] of [[1024, 0.03], [16384, 0.01], [131072, 0.004]]) {
    const { revenue } = ask(scenario, { trials }).metrics;
    near(revenue.p5, 500 * Math.exp(-sigma * Z95), tolerance, trials);
    near(revenue.p50, 500, tolerance, trials);
    near(revenue.p95, 500 * Math.exp(sigma * Z95), tolerance, trials);
    near(revenue.mean, 500 * Math.exp(sigma ** 2 / 2), tolerance / 4, trials);
  }
});

test('a rate is logit-normal: it stays below 1, with its 90th percentile at most half-way', () => {
  for (const [rate, range, p90] of [[0.02, 0.5, 0.03], [0.8, 0.5, 0.9]]) {
    const scenario = structuredClone(oneCell);
    scenario.cells[0].conversionRate = rate;
    scenario.uncertainty.cells[0] = { id: 'social.paid', conversionRate: range };
    const { revenue } = ask(scenario).metrics;
    near(revenue.p50, 5000 * rate, 1e-6);
    near(revenue.p90, 5000 * p90, 1e-4);
    assert.ok(revenue.histogram.maximum < 5000);
  }
});

test('the draws of a seed are the same whatever was asked before', async () => {
  const scenario = valueOf(sextant.presets())[0].scenario;
  const first = ask(scenario, { seed: 5, flywheel: true });
  ask({}, { seed: 6, trials: 2048 });
  ask({ ...scenario, uncertainty: { range: 1, correlation: 1 } }, { seed: 5 });
  valueOf(tools.shockRange(scenario, { seed: 5 }));
  assert.deepEqual(ask(scenario, { seed: 5, flywheel: true }), first);
  const other = await createTools();
  assert.deepEqual(valueOf(other.uncertainty(scenario, { seed: 5, flywheel: true })), first);
  assert.notDeepEqual(ask(scenario, { seed: 6 }).metrics, first.metrics);
  near(ask(scenario, { seed: 6 }).metrics.profit.p50, first.metrics.profit.p50, 0.05);
});

test('the numbers equal those of the native build to the last bit', () => {
  const actual = Object.fromEntries(readGolden('scenarios.json').map(({ name, scenario }) => {
    const season = { months: [{ month: 2, visits: 1.5, conversionRate: 0.75, costPerClick: 2 }] };
    const value = ask({ ...scenario, season: { ...scenario.season, ...season } }, { seed: 3, trials: 1024, flywheel: true });
    return [name, hashOfValues([
      ...Object.values(value.metrics).flatMap(({ histogram: { minimum, maximum, counts }, ...numbers }) =>
        [...Object.values(numbers), minimum, maximum, ...counts]),
      value.chanceOfLoss, ...value.drivers.map(({ share }) => share),
      ...value.flywheel.flatMap(({ p5, p50, p95 }) => [p5, p50, p95]),
    ])];
  }));
  assert.deepEqual(actual, readGolden('native_bits_uncertainty.json'));
});

test('many trials do not grow the memory from call to call', () => {
  const scenario = valueOf(sextant.presets())[0].scenario;
  const large = ask(scenario, { trials: 1 << 20 });
  near(large.metrics.revenue.p5, ask(scenario).metrics.revenue.p5, 0.01);
  for (let i = 0; i < 30; ++i) ask(scenario, { trials: 1024 << (i % 4), flywheel: true });
  assert.deepEqual(ask(scenario, { trials: 1 << 20 }), large);
});

test('a shock range is revenue before minus revenue after, with the same draws', () => {
  const scenario = structuredClone(oneCell);
  scenario.cells.push({ id: 'search.paid', visits: 5000, conversionRate: 0.02, orderValue: 40 });
  scenario.uncertainty.cells.push({ id: 'search.paid', visits: 2 });
  const shocks = [{ target: 'social', field: 'visits', factor: 0 }];
  const { trials, shocks: [{ id, medium, revenueAtRisk }] } = valueOf(tools.shockRange(scenario, { shocks }));
  assert.deepEqual([trials, id, medium], [16384, null, null]);
  // What the other medium brings does not matter, however uncertain it is.
  const alone = ask(oneCell).metrics.revenue;
  for (const p of PERCENTILES) near(revenueAtRisk[p], alone[p], 1e-9, p);
});

test('without shocks each preset is asked, of a platform for every medium', () => {
  const certain = { ...valueOf(sextant.presets())[0].scenario, uncertainty: { range: 0 } };
  const { shocks } = valueOf(tools.shockRange(certain, { trials: 1024 }));
  assert.deepEqual(shocks.map(({ id, medium }) => [id, medium]), [
    ['social-algorithm', null], ['auction', null], ['outage', 'social'], ['outage', 'search'], ['outage', 'integrated']]);
  const given = valueOf(sextant.shockPresets());
  for (const { id, medium, revenueAtRisk } of shocks) {
    const preset = given.find((one) => one.id === id).shocks.map((shock) => (medium ? { ...shock, target: medium } : shock));
    const expected = valueOf(sextant.shock(certain, preset)).revenueAtRisk;
    assert.equal(revenueAtRisk.mean, expected, id);
    assert.equal(revenueAtRisk.p5, expected);
  }
  const without = { media: [{ id: 'shop' }], cells: [{ id: 'shop.organic', visits: 10 }] };
  assert.deepEqual(valueOf(tools.shockRange(without)).shocks.map(({ id, medium }) => [id, medium]), [['auction', null], ['outage', 'shop']]);
});

test('what is refused is named, in both languages, and changes nothing', () => {
  const before = ask({});
  const shock = { target: 'social', field: 'visits', factor: 1 };
  const refusals = [
    ['uncertainty', [{}, { trials: 1000 }], 'outOfBounds', 'trials'],
    ['uncertainty', [{}, { trials: 1025 }], 'notPowerOfTwo', 'trials'],
    ['uncertainty', [{}, { trials: 2048.5 }], 'notPowerOfTwo', 'trials'],
    ['uncertainty', [{}, { trials: 2 ** 21 }], 'outOfBounds', 'trials'],
    ['uncertainty', [{}, { trials: NaN }], 'notFinite', 'trials'],
    ['uncertainty', [{}, { trials: '1024' }], 'wrongType', 'trials'],
    ['uncertainty', [{}, { seed: 1.5 }], 'notWhole', 'seed'],
    ['uncertainty', [{}, { seed: -1 }], 'outOfBounds', 'seed'],
    ['uncertainty', [{}, { seed: 2 ** 32 }], 'outOfBounds', 'seed'],
    ['uncertainty', [{}, { target: -1 }], 'outOfBounds', 'target'],
    ['uncertainty', [{}, { target: Infinity }], 'notFinite', 'target'],
    ['uncertainty', [{}, { target: null }], 'wrongType', 'target'],
    ['uncertainty', [{}, { flywheel: 1 }], 'wrongType', 'flywheel'],
    ['uncertainty', [{}, { shocks: [] }], 'unknownField', 'shocks'],
    ['uncertainty', [{}, 5], 'wrongType', ''],
    ['uncertainty', [{ uncertainty: { range: 10 } }, {}], 'outOfBounds', 'uncertainty.range'],
    ['shockRange', [{}, { trials: 3000 }], 'notPowerOfTwo', 'trials'],
    ['shockRange', [{}, { target: 3000 }], 'unknownField', 'target'],
    ['shockRange', [{}, { shocks: 'outage' }], 'wrongType', 'shocks'],
    ['shockRange', [{}, { shocks: [shock, { ...shock, target: 'tv' }] }], 'unknownTarget', 'shocks[1].target'],
    ['shockRange', [{}, { shocks: [{ ...shock, field: 'orderValue' }] }], 'unknownField', 'shocks[0].field'],
    ['shockRange', [{}, { shocks: [{ ...shock, factor: -1 }] }], 'outOfBounds', 'shocks[0].factor'],
    ['shockRange', [{}, { shocks: [{ ...shock, when: 1 }] }], 'unknownField', 'shocks[0].when'],
    ['shockRange', [{}, { shocks: Array(1001).fill(shock) }], 'tooMany', 'shocks'],
  ];
  for (const [call, [scenario, options], code, field] of refusals) {
    for (const lang of ['en', 'zh-TW']) {
      const asked = typeof options === 'object' ? { ...options, lang } : options;
      if (asked === options && lang !== 'en') continue;
      assertRefused(tools[call](scenario, asked), code, field, { lang, message: JSON.stringify([call, options]) });
    }
  }
  assert.deepEqual(ask({}), before);
});
