// tornado(), goalSeek(), compare(): what matters, what it takes, what changed.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { PACKAGE, assertClean, assertRefused, createRandom, createSextant, randomScenario, valueOf } from './engine.mjs';

const { default: createTools } = await import(pathToFileURL(path.join(PACKAGE, 'tools.mjs')).href);
const tools = await createTools();
const sextant = await createSextant();
const fields = valueOf(sextant.fields());
const METRICS = ['revenue', 'profit', 'roas', 'roi', 'cpa', 'cac', 'ltvToCac', 'flywheelProfit'];

// Revenue 300,000, spend 100,000.
const ONE = { grossMargin: 0.4, cells: [{
  id: 'social.paid', visits: 10000, conversionRate: 0.02, orderValue: 1500, costPerClick: 8, fixedCost: 20000, newCustomerShare: 0.5,
}] };

const near = (actual, expected, size = Math.abs(expected)) => assert.ok(Math.abs(actual - expected) <= 1e-9 * Math.max(1, size), `${actual}, not ${expected}`);
const sum = (causes) => causes.reduce((total, { change }) => total + change, 0);

test('tornado has a bar for each input that moves profit, with its team', () => {
  const { metric, base, bars, teams } = valueOf(tools.tornado(ONE));
  assert.equal(metric, 'profit');
  near(base, 20000);
  assert.equal(bars.length, 6);
  const cost = bars.find(({ id }) => id === 'social.paid/costPerClick');
  near(cost.swing, 16000);
  assert.deepEqual(cost, { id: cost.id, cell: 'social.paid', field: 'costPerClick', team: 'marketing', low: cost.low, high: cost.high, swing: cost.swing });
  assert.deepEqual([bars.find(({ id }) => id === 'grossMargin').cell, teams[0].team, teams.length], [null, 'product', 5]);
  near(teams.reduce((total, { swing }) => total + swing, 0), bars.reduce((total, { swing }) => total + swing, 0));
});

test('goalSeek reaches the target with the scenario that it gives', () => {
  const found = valueOf(tools.goalSeek(ONE, { target: 50000, lever: 'social.paid/costPerClick' }));
  near(found.value, 5);
  assert.deepEqual([found.reached, found.reason, 'options' in found], [true, null, false]);
  assert.equal(valueOf(sextant.evaluate(found.scenario)).total.profit, found.achieved);
  const best = valueOf(tools.goalSeek(ONE, { target: 1e6, lever: 'social.paid/costPerClick' }));
  assert.deepEqual([best.reached, best.reason, best.value, best.achieved], [false, 'bounds', 0, 100000]);
  assert.equal(valueOf(tools.goalSeek(ONE, { target: 1e6, lever: 'retention.churn' })).reason, 'insensitive');
  const any = valueOf(tools.goalSeek(ONE, { target: 50000 }));
  assert.equal(any.lever, any.options[0].lever);
  for (const { lever, value } of any.options) near(valueOf(tools.goalSeek(ONE, { target: 50000, lever })).value, value);
});

test('compare splits revenue and profit by cause', () => {
  const dearer = structuredClone(ONE);
  Object.assign(dearer.cells[0], { visits: 20000, costPerClick: 10 });
  const { metrics, causes, factors, change, profitCauses, changed } = valueOf(tools.compare(ONE, dearer));
  assert.deepEqual(causes.map(({ cell, factor }) => [cell, factor]), [['social.paid', 'visits']]);
  near(change, 300000);
  near(factors.visits, change);
  const profit = metrics.find(({ id }) => id === 'profit');
  near(sum(profitCauses), profit.change, 1e5);
  // L(200,000, 80,000) · ln(10 / 8)
  near(profitCauses.find(({ factor }) => factor === 'costPerClick').change, -(120000 / Math.log(2.5)) * Math.log(1.25));
  assert.deepEqual(changed, [{ id: 'social.paid/visits', a: 10000, b: 20000 }, { id: 'social.paid/costPerClick', a: 8, b: 10 }]);
  assert.equal(valueOf(tools.compare(ONE, { cells: [{ id: 'social.paid' }] })).metrics.find(({ id }) => id === 'cpa').change, null);
});

test('random scenarios and options give finite numbers', () => {
  const random = createRandom(12);
  for (let i = 0; i < 150; ++i) {
    const scenario = randomScenario(random, fields);
    const metric = random.pick(METRICS);
    const { bars } = valueOf(tools.tornado(scenario, { metric, change: 0.9 * (1 - random.unit()) }));
    assertClean(bars);
    const target = (random.unit() - 0.3) * 10 ** random.below(20);
    const any = valueOf(tools.goalSeek(scenario, { metric, target }));
    assertClean(any);
    if (bars.length) assertClean(valueOf(tools.goalSeek(scenario, { metric, target, lever: random.pick(bars).id })));
    assertClean(valueOf(tools.compare(scenario, randomScenario(random, fields))));
  }
});

test('bad options are refused by name, in both languages', () => {
  const refusals = [
    ['tornado', [{}, { metric: 'visits' }], 'unknownOption', 'metric'],
    ['tornado', [{}, { change: 0 }], 'outOfBounds', 'change'],
    ['tornado', [{}, { change: 0.91 }], 'outOfBounds', 'change'],
    ['tornado', [{}, { change: NaN }], 'notFinite', 'change'],
    ['tornado', [{}, { target: 1 }], 'unknownField', 'target'],
    ['tornado', [{ cells: [{ visits: -1 }] }, {}], 'outOfBounds', 'cells[0].visits'],
    ['goalSeek', [{}, {}], 'wrongType', 'target'],
    ['goalSeek', [{}, { target: Infinity }], 'notFinite', 'target'],
    ['goalSeek', [{}, { target: '5' }], 'wrongType', 'target'],
    ['goalSeek', [{}, { target: 5, lever: 'flywheel.months' }], 'unknownOption', 'lever'],
    ['goalSeek', [{}, { target: 5, lever: 'video.paid/visits' }], 'unknownOption', 'lever'],
    ['goalSeek', [{}, { target: 5, change: 1 }], 'unknownField', 'change'],
    ['compare', [{}, {}, { metric: 'profit' }], 'unknownField', 'metric'],
    ['compare', [{}, { cells: [{ visits: -1 }] }], 'outOfBounds', 'b.cells[0].visits'],
  ];
  for (const [call, given, code, field] of refusals) {
    assertRefused(tools[call](...given), code, field);
    const count = call === 'compare' ? 2 : 1;
    const chinese = [...given.slice(0, count), { ...given[count], lang: 'zh-TW' }];
    assertRefused(tools[call](...chinese), code, field, { lang: 'zh-TW' });
  }
});

test('parseNumber reads what people write, in a unit', () => {
  const number = (text, unit) => valueOf(tools.parseNumber(text, unit && { unit }));
  assert.deepEqual([number('60萬'), number('NT$1,250.5'), number('1.2k', 'count'), number('12%', 'share'), number('３.５', 'ratio')],
    [600000, 1250.5, 1200, 0.12, 3.5]);
  for (const text of ['', 'many', '二三萬', '1'.repeat(65)]) assertRefused(tools.parseNumber(text), 'notANumber', 'text');
  assertRefused(tools.parseNumber(7), 'wrongType', 'text');
  assertRefused(tools.parseNumber('7', { unit: 'miles' }), 'unknownOption', 'unit');
  assertRefused(tools.parseNumber('7', { field: 'visits' }), 'unknownField', 'field');
});
