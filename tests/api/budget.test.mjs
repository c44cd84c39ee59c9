// The calls of the tools about the budget and about credit, as published.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { PACKAGE, assertClean, assertRefused, createRandom, createSextant, randomScenario, valueOf } from './engine.mjs';

const { default: createTools } = await import(pathToFileURL(path.join(PACKAGE, 'tools.mjs')).href);
const tools = await createTools();
const sextant = await createSextant();
const fields = valueOf(sextant.fields());

const near = (actual, expected, slack = 1e-9) =>
  assert.ok(Math.abs(actual - expected) <= slack * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);
const sum = (list) => list.reduce((total, value) => total + value, 0);
const profitOf = (scenario) => valueOf(sextant.evaluate(scenario)).total.profit;

/** Two paid cells that spend 1,000 each at an elasticity of ½, of revenue 2,000 and 3,000. */
const TWO = {
  grossMargin: 1,
  media: [{ id: 'a' }, { id: 'b' }],
  response: { elasticity: 0.5 },
  cells: [
    { id: 'a.paid', visits: 100, conversionRate: 0.1, orderValue: 200, costPerClick: 10 },
    { id: 'b.paid', visits: 100, conversionRate: 0.1, orderValue: 300, costPerClick: 10 },
  ],
};

test('allocate gives each cell what the closed form does', () => {
  const value = valueOf(tools.allocate(TWO));
  assert.deepEqual(Object.keys(value),
    ['budget', 'unspent', 'multiplier', 'profit', 'revenue', 'reason', 'cells', 'scenario']);
  assert.deepEqual(Object.keys(value.cells[0]),
    ['id', 'spend', 'visits', 'averageRoas', 'marginalRoas', 'bound', 'worth']);
  // Revenue 2,000·√(S/1,000) and 3,000·√(S/1,000): spends are as 4 to 9.
  near(value.cells[0].spend.after, 2000 * 4 / 13);
  near(value.cells[1].spend.after, 2000 * 9 / 13);
  near(value.revenue.after, 1000 * Math.sqrt(26));
  near(value.profit.after, 1000 * Math.sqrt(26) - 2000);
  near(value.multiplier, 0.5 * Math.sqrt(26) / 2 - 1);
  near(value.cells[0].visits.after, 100 * Math.sqrt(8 / 13));
  assert.deepEqual([value.budget, value.unspent, value.reason], [2000, 0, null]);
  assert.deepEqual(value.cells.map(({ bound, worth }) => [bound, worth]), [[null, null], [null, null]]);
  near(profitOf(value.scenario), value.profit.after);
  const again = valueOf(tools.allocate(value.scenario));
  assert.equal(again.reason, 'optimal');
  assert.deepEqual(again.scenario, value.scenario);
});

test('bounds and locks hold, and say what more room would earn', () => {
  const { cells } = valueOf(tools.allocate(TWO, { bounds: { 'b.paid': { maximum: 1100 } } }));
  assert.deepEqual(cells.map(({ bound }) => bound), [null, 'maximum']);
  near(cells[1].spend.after, 1100, 1e-12);
  near(cells[1].worth, 1500 / Math.sqrt(1100 * 1000) - 1000 / Math.sqrt(900 * 1000));
  const locked = valueOf(tools.allocate(TWO, { budget: 2500, locked: ['a.paid'] }));
  assert.deepEqual(locked.cells[0].spend, { before: 1000, after: 1000 });
  near(locked.cells[1].spend.after, 1500, 1e-12);
  assert.deepEqual(locked.cells.map(({ bound }) => bound), ['locked', null]);
  assert.equal(valueOf(tools.allocate(TWO, { locked: ['a.paid'] })).reason, 'locked');
  const bounds = { 'a.paid': { minimum: 1000 }, 'b.paid': { minimum: 1000 } };
  assert.equal(valueOf(tools.allocate(TWO, { bounds })).reason, 'bounds');
  assert.equal(valueOf(tools.allocate({ cells: [] })).reason, 'noPaidSpend');
});

test('what would lose stays unspent when asked', () => {
  // ½·1·2,000/√(1,000·S) = 1 at 1,000; 2,250 for the other: today's sum is 2,000.
  const value = valueOf(tools.allocate(TWO, { budget: 5000, spendAll: false }));
  near(value.cells[0].spend.after, 1000);
  near(value.cells[1].spend.after, 2250);
  near(value.unspent, 1750);
  assert.equal(value.multiplier, 0);
  near(valueOf(tools.budgetFor(TWO, { marginalProfit: 0 })).budget, 3250);
  near(valueOf(tools.budgetFor(TWO, { marginalRoas: 1 })).budget, 3250);
});

test('a cell emptied of spend keeps its cost per click', () => {
  const { cells, scenario } = valueOf(tools.allocate(TWO, { budget: 1000, bounds: { 'a.paid': { maximum: 0 } } }));
  assert.equal(cells[0].spend.after, 0);
  assert.deepEqual([cells[0].averageRoas.after, cells[0].marginalRoas.after], [null, null]);
  const { visits, costPerClick } = scenario.cells.find(({ id }) => id === 'a.paid');
  assert.deepEqual([visits, costPerClick], [0, 10]);
});

test('budgetFor finds the largest budget with an average', () => {
  // The average of the best split is √(13·1,000/S)·√1,000·… = 1,000·√(13·S/1,000)/S.
  const { reached, budget, allocation } = valueOf(tools.budgetFor(TWO, { averageRoas: 2 }));
  assert.equal(reached, true);
  near(budget, 13000 / 4);
  near(allocation.revenue.after / budget, 2);
  const low = valueOf(tools.budgetFor(TWO, { averageRoas: 0.1 }));
  assert.deepEqual([low.reached, low.budget], [true, 6000]);
  const high = valueOf(tools.budgetFor(TWO, { averageRoas: 9, bounds: { 'a.paid': { minimum: 900 } } }));
  assert.equal(high.reached, false);
});

test('nextSpend shares what comes on top', () => {
  const { cells, profit } = valueOf(tools.nextSpend(TWO, { amount: 2000 }));
  // The best split of 4,000 takes nothing from the first: 16,000/13 > 1,000.
  near(cells[0].share, (4000 * 4 / 13 - 1000) / 2000);
  near(cells[1].share, (4000 * 9 / 13 - 1000) / 2000);
  near(profit, 1000 * Math.sqrt(52) - 5000 - 2000);
  near(sum(cells.map((cell) => cell.profit)), profit);
  const one = valueOf(tools.nextSpend(TWO));
  assert.deepEqual(one.cells.map(({ share }) => share), [0, 1]);
  near(one.profit, 0.5, 1e-3);
});

test('frontier leads from the best profit to an even split', () => {
  const points = valueOf(tools.frontier(TWO, { points: 5 }));
  assert.equal(points.length, 5);
  assert.equal(valueOf(tools.frontier(TWO)).length, 20);
  near(points[0].profit, valueOf(tools.allocate(TWO)).profit.after);
  assert.deepEqual(points.at(-1), {
    weight: null, profit: 3000, effectiveCells: 2, spend: [{ id: 'a.paid', spend: 1000 }, { id: 'b.paid', spend: 1000 }],
  });
  points.slice(1).forEach((point, i) => {
    assert.ok(point.profit < points[i].profit);
    assert.ok(point.effectiveCells > points[i].effectiveCells);
  });
});

test('credit shares what cells do together', () => {
  const scenario = { ...TWO, assists: [{ from: 'a.organic', to: 'b.paid', share: 0.4 }] };
  const { cells, total } = valueOf(tools.credit(scenario));
  assert.equal(total, 5000);
  const of = (id) => cells.find((cell) => cell.id === id);
  assert.deepEqual(of('a.organic'), { id: 'a.organic', own: 0, credit: 600, removalEffect: 1200, orders: null, cpa: null });
  assert.deepEqual(of('b.paid'), { id: 'b.paid', own: 3000, credit: 2400, removalEffect: 3000, orders: 8, cpa: 125 });
  assert.equal(of('a.paid').credit, 2000);
});

test('bad options are refused by name', () => {
  const refusals = [
    ['allocate', { budget: -1 }, 'outOfBounds', 'budget'],
    ['allocate', { budget: NaN }, 'notFinite', 'budget'],
    ['allocate', { budget: '5' }, 'wrongType', 'budget'],
    ['allocate', { budget: 6001 }, 'budgetOutOfReach', 'budget'],
    ['allocate', { budget: 10, locked: ['a.paid'] }, 'budgetOutOfReach', 'budget'],
    ['allocate', { spendAll: 1 }, 'wrongType', 'spendAll'],
    ['allocate', { spend: 1 }, 'unknownField', 'spend'],
    ['allocate', { locked: ['c.paid'] }, 'unknownCell', 'locked[0]'],
    ['allocate', { locked: ['a.organic'] }, 'notPaid', 'locked[0]'],
    ['allocate', { locked: ['a.paid', 'a.paid'] }, 'duplicate', 'locked[1]'],
    ['allocate', { bounds: { 'c.paid': {} } }, 'unknownCell', 'bounds.c.paid'],
    ['allocate', { bounds: { 'a.organic': {} } }, 'notPaid', 'bounds.a.organic'],
    ['allocate', { bounds: { 'a.paid': { least: 1 } } }, 'unknownField', 'bounds.a.paid.least'],
    ['allocate', { bounds: { 'a.paid': { minimum: -1 } } }, 'outOfBounds', 'bounds.a.paid.minimum'],
    ['allocate', { bounds: { 'a.paid': { minimum: 2, maximum: 1 } } }, 'minimumAboveMaximum', 'bounds.a.paid.minimum'],
    ['budgetFor', {}, 'notOneOf', ''],
    ['budgetFor', { averageRoas: 1, marginalRoas: 1 }, 'notOneOf', ''],
    ['budgetFor', { averageRoas: -1 }, 'outOfBounds', 'averageRoas'],
    ['budgetFor', { marginalProfit: -2 }, 'outOfBounds', 'marginalProfit'],
    ['budgetFor', { budget: 1 }, 'unknownField', 'budget'],
    ['nextSpend', { amount: 0 }, 'outOfBounds', 'amount'],
    ['nextSpend', { locked: [] }, 'unknownField', 'locked'],
    ['frontier', { points: 1 }, 'outOfBounds', 'points'],
    ['frontier', { points: 101 }, 'outOfBounds', 'points'],
    ['frontier', { points: 2.5 }, 'notWhole', 'points'],
    ['frontier', { budget: 6001 }, 'budgetOutOfReach', 'budget'],
    ['frontier', { spendAll: true }, 'unknownField', 'spendAll'],
    ['credit', { points: 3 }, 'unknownField', 'points'],
    ['credit', 7, 'wrongType', ''],
  ];
  for (const [call, options, code, field] of refusals) {
    const message = `${call} ${JSON.stringify(options)}`;
    assertRefused(tools[call](TWO, options), code, field, { message });
    if (typeof options !== 'object') continue;
    assertRefused(tools[call](TWO, { ...options, lang: 'zh-TW' }), code, field, { lang: 'zh-TW', message });
  }
  const { message } = tools.allocate(TWO, { budget: 10, locked: ['a.paid'] }).error;
  assert.match(message, /between 1,000 and 4,000/);
  assertRefused(tools.nextSpend({ cells: [] }), 'budgetOutOfReach', 'amount');
  assertRefused(tools.allocate({ cells: 1 }, {}), 'wrongType', 'cells');
});

test('any scenario and options are answered with numbers or refused', () => {
  const random = createRandom(12);
  const amount = () => random.pick([0, 1e-9, 1, 1e4, 1e7, 1e15]) * random.unit();
  for (let i = 0; i < 300; ++i) {
    const scenario = randomScenario(random, fields);
    const paid = scenario.cells.map(({ id }) => id).filter((id) => id.endsWith('.paid'));
    scenario.response = { elasticity: random.pick([1, 0.7, 0.0001, 0.9999999, random.unit() * 0.9 + 0.05]) };
    const rules = {
      bounds: Object.fromEntries(paid.filter(() => random.oneIn(3)).map((id) => {
        const minimum = amount();
        return [id, { minimum, maximum: minimum + amount() }];
      })),
      locked: paid.filter(() => random.oneIn(4)),
    };
    const calls = {
      allocate: { ...rules, budget: amount(), spendAll: random.oneIn(2) },
      budgetFor: { ...rules, [random.pick(['averageRoas', 'marginalRoas', 'marginalProfit'])]: 5 * random.unit() },
      nextSpend: { amount: amount() + 0.01 },
      frontier: { ...rules, budget: amount(), points: 2 + random.below(9) },
      credit: {},
    };
    for (const [call, options] of Object.entries(calls)) {
      const result = tools[call](scenario, options);
      if (!result.ok) {
        assert.equal(result.error.code, 'budgetOutOfReach', JSON.stringify(result.error));
        continue;
      }
      assertClean(result.value);
      if (call === 'allocate') {
        const { cells, unspent, budget, scenario: changed } = result.value;
        near(sum(cells.map(({ spend }) => spend.after)) + unspent, budget);
        near(profitOf(changed), result.value.profit.after);
      }
    }
    const today = valueOf(tools.allocate(scenario));
    assert.ok(today.profit.after >= today.profit.before);
  }
});
