// customerValue(), flywheel(), remarketing() and normalise().
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import * as reference from '../bench/reference.mjs';
import {
  assertClean, assertNear, assertRefused, createRandom, createSextant, hashOfValues, plausibleValue, randomScenario, valueOf,
} from './engine.mjs';

const sextant = await createSextant();
const fields = valueOf(sextant.fields());
const presets = Object.fromEntries(valueOf(sextant.presets()).map(({ id, scenario }) => [id, scenario]));
const readGolden = async (name) => JSON.parse(await readFile(new URL(`../golden/${name}`, import.meta.url), 'utf8'));
const goldens = await readGolden('scenarios.json');

const CALLS = ['customerValue', 'flywheel', 'remarketing'];
const ask = Object.fromEntries(CALLS.map((name) => [name, (scenario) => valueOf(sextant[name](scenario))]));
const MONTH_KEYS = ['month', 'newCustomersBought', 'newCustomersReferred', 'activePromoters', 'activePassives',
  'activeDetractors', 'repeatOrders', 'revenue', 'spend', 'profit', 'cumulativeProfit', 'cac', 'shareNotBought'];
const STATE_KEYS = ['newCustomers', 'activePromoters', 'activePassives', 'activeDetractors', 'repeatOrders', 'revenue', 'profit'];

test('results have exactly these members', () => {
  const values = ask.customerValue({});
  assert.deepEqual(Object.keys(values), ['total', 'cells']);
  assert.deepEqual(Object.keys(values.total), ['ltv', 'ltvToCac', 'paybackMonth']);
  assert.equal(values.cells.length, 6);
  for (const cell of values.cells) assert.deepEqual(Object.keys(cell), ['id', 'ltv', 'ltvToCac', 'paybackMonth', 'paysBack']);
  const pool = ask.remarketing({});
  assert.deepEqual(Object.keys(pool), ['density', 'conversionRate', 'cpa', 'cells']);
  for (const cell of pool.cells) assert.deepEqual(Object.keys(cell), ['id', 'engagedVisits', 'densityEffect', 'cpaEffect']);
  for (const { cells } of [values, pool]) {
    assert.deepEqual(cells.map(({ id }) => id), ['social.organic', 'social.paid', 'search.organic', 'search.paid',
      'integrated.organic', 'integrated.paid']);
  }
  const wheel = ask.flywheel({});
  assert.deepEqual(Object.keys(wheel), ['months', 'funnel', 'momentum', 'longRunMultiplier', 'overtakesInMonth', 'nps', 'steadyState']);
  assert.deepEqual(Object.keys(wheel.steadyState), STATE_KEYS);
  for (const series of [wheel.months, wheel.funnel]) {
    assert.deepEqual(series.map(({ month }) => month), [...Array(24).keys()]);
    for (const month of series) assert.deepEqual(Object.keys(month), MONTH_KEYS);
  }
});

test('results agree with the golden files', () => {
  assert.ok(goldens.length >= 39);
  for (const golden of goldens) {
    const { name, scenario } = golden;
    assertNear(ask.customerValue(scenario), golden.customerValue, name);
    assertNear(ask.remarketing(scenario), golden.remarketing, name);
    const wheel = ask.flywheel(scenario);
    assert.equal(wheel.months.length, scenario.flywheel.months);
    const recorded = (series) => golden.flywheel.months.map(({ month }) => series[month]);
    const { momentum, longRunMultiplier, overtakesInMonth, nps, steadyState } = wheel;
    assertNear({
      momentum, longRunMultiplier, overtakesInMonth, nps, steadyState,
      months: recorded(wheel.months), funnel: recorded(wheel.funnel),
    }, golden.flywheel, name);
  }
});

// In the order of FlattenFlywheel, then of the JSON, as in tests/golden/golden_test.cpp.
function hashOf(scenario) {
  const { months, funnel, momentum, longRunMultiplier, overtakesInMonth, nps, steadyState } = ask.flywheel(scenario);
  const { total, cells } = ask.customerValue(scenario);
  const pool = ask.remarketing(scenario);
  return hashOfValues([
    momentum, longRunMultiplier, overtakesInMonth, nps, ...STATE_KEYS.map((key) => steadyState?.[key] ?? null),
    ...[...months, ...funnel].flatMap(({ month, ...numbers }) => Object.values(numbers)),
    ...[total, ...cells].flatMap(({ ltv, ltvToCac, paybackMonth }) => [ltv, ltvToCac, paybackMonth]),
    pool.density, pool.conversionRate, pool.cpa, ...pool.cells.flatMap(({ id, ...numbers }) => Object.values(numbers)),
  ]);
}

test('the numbers equal those of the native build to the last bit', async () => {
  const actual = Object.fromEntries(goldens.map(({ name, scenario }) => [name, hashOf(scenario)]));
  assert.deepEqual(actual, await readGolden('native_bits_customers.json'));
});

test('1000 random scenarios give only finite numbers and null', () => {
  const random = createRandom(1);
  for (let i = 0; i < 1000; ++i) {
    const scenario = randomScenario(random, fields);
    for (const name of CALLS) assertClean(ask[name](scenario), name);
  }
});

/** Realistic numbers, with rates and churn high enough to have an effect. */
function plausibleScenario(random) {
  const scenario = randomScenario(random, fields, plausibleValue);
  const share = (least, most) => Number((least + (most - least) * random.unit()).toPrecision(3));
  for (const cell of scenario.cells) cell.conversionRate = share(0.001, 0.1);
  scenario.retention = { repeatOrders: share(0, 1), churn: share(0.01, 1), discount: share(0, 0.05) };
  scenario.flywheel.organicGrowth = random.oneIn(2) ? 0 : share(0, 0.05);
  for (const segment of Object.values(scenario.flywheel.segments)) {
    Object.assign(segment, { churn: share(0.01, 0.5), repeatOrders: share(0, 1), referralVisits: share(0, 2) });
  }
  return scenario;
}

// Differences of large numbers lose digits, so they are compared to 1e-9 of the numbers they come from.
function assertWithin(actual, expected, size, what) {
  if (actual === null || expected === null) return assert.equal(actual, expected, what);
  return assert.ok(Math.abs(actual - expected) <= 1e-9 * size, `${what}: ${actual}, not ${expected}`);
}

test('500 plausible scenarios agree with the reference', () => {
  const random = createRandom(2);
  for (let i = 0; i < 500; ++i) {
    const scenario = plausibleScenario(random);
    const json = JSON.stringify(scenario);
    assertNear(ask.customerValue(scenario), reference.customerValue(scenario), json);
    assertNear(ask.remarketing(scenario), reference.remarketing(scenario), json);
    const actual = ask.flywheel(scenario);
    const expected = reference.flywheel(scenario);
    for (const key of ['momentum', 'longRunMultiplier', 'nps']) {
      assertWithin(actual[key], expected[key], Math.abs(expected[key]) + 1, key);
    }
    for (const key of ['months', 'funnel']) {
      let size = 0;
      actual[key].forEach((month, t) => {
        size += expected[key][t].revenue + expected[key][t].spend;
        for (const name of MONTH_KEYS) {
          const isProfit = /rofit$/.test(name);
          assertWithin(month[name], expected[key][t][name], isProfit ? size : Math.abs(expected[key][t][name]), `${name} ${json}`);
        }
      });
    }
    assert.equal(actual.steadyState === null, expected.steadyState === null);
    for (const key of actual.steadyState ? STATE_KEYS : []) {
      assertWithin(actual.steadyState[key], expected.steadyState[key],
        expected.steadyState.revenue + expected.steadyState[key] + expected.months[0].spend, key);
    }
  }
});

test('the customer of DOMAIN.md section 6', () => {
  const { total, cells } = ask.customerValue({
    retention: { repeatOrders: 0.25, churn: 0.1, discount: 0.01 },
    cells: [{ visits: 10000, conversionRate: 0.02, orderValue: 1000, costPerClick: 14 }],
  });
  assert.ok(Math.abs(total.ltv - 1522.7272727272727) < 1e-9);
  assert.equal(total.ltvToCac, total.ltv / 700);
  assert.equal(total.paybackMonth, 2);
  assert.deepEqual(cells[0], { id: 'social.organic', ...total, paysBack: true });
  assert.deepEqual(cells[1], { id: 'social.paid', ltv: 0, ltvToCac: null, paybackMonth: null, paysBack: false });
});

test('the calls do not influence each other', () => {
  const scenario = presets['flywheel-turning'];
  const before = CALLS.map((name) => JSON.stringify(ask[name](scenario)));
  valueOf(sextant.evaluate({}));
  ask.flywheel({ flywheel: { months: 120 } });
  assert.deepEqual(CALLS.map((name) => JSON.stringify(ask[name](scenario))), before);
  assert.deepEqual(valueOf(sextant.evaluate(scenario)).cells.length, 6);
});

test('the number of months is the one asked for', () => {
  for (const months of [1, 2, 24, 119, 120]) {
    const wheel = ask.flywheel({ flywheel: { months } });
    assert.deepEqual([wheel.months.length, wheel.funnel.length], [months, months]);
    assert.deepEqual(wheel.months, ask.flywheel({ flywheel: { months: 120 } }).months.slice(0, months));
  }
});

test('undefined results are null', () => {
  const empty = { cells: [] };
  assert.deepEqual(ask.customerValue(empty).total, { ltv: null, ltvToCac: null, paybackMonth: null });
  assert.deepEqual(ask.remarketing(empty).cells[0], { id: 'social.organic', engagedVisits: 0, densityEffect: null, cpaEffect: null });
  const { months: [month], overtakesInMonth } = ask.flywheel(empty);
  assert.deepEqual([month.cac, month.shareNotBought, overtakesInMonth], [null, null, null]);
  const unbounded = ask.flywheel({ flywheel: { referralConversionRate: 1, segments: { promoter: { referralVisits: 100 } } } });
  assert.deepEqual([unbounded.longRunMultiplier, unbounded.steadyState], [null, null]);
  assert.ok(unbounded.momentum > 1);
});

test('referred visits convert like social.organic by default', () => {
  const momentum = (scenario) => ask.flywheel(scenario).momentum;
  const cells = [{ id: 'social.organic', conversionRate: 0.02, visits: 1 }, { id: 'search.organic', conversionRate: 0.04, visits: 1 }];
  assert.equal(momentum({ cells }), momentum({ cells, flywheel: { referralConversionRate: 0.02 } }));
  assert.equal(momentum({ cells, flywheel: { referralConversionRate: undefined } }), momentum({ cells }));
  assert.equal(momentum({ media: [{ id: 'search' }, { id: 'social' }], cells }), momentum({ cells }));
  assert.equal(momentum({ media: [{ id: 'search' }], cells: [cells[1]] }), momentum({ flywheel: { referralConversionRate: 0.04 } }));
});

// --- Shares ---------------------------------------------------------------------------------------

const shares = (promoter, passive, detractor) => ({
  flywheel: { segments: { promoter: { share: promoter }, passive: { share: passive }, detractor: { share: detractor } } },
});
const sharesOf = ({ flywheel: { segments } }) => Object.values(segments).map(({ share }) => share);

test('shares that do not sum to 1 are refused by every call, and named', () => {
  const scenario = shares(0.5, 0.5, 0.3);
  for (const name of [...CALLS, 'evaluate', 'encodeLink', 'svg', 'explain']) {
    for (const lang of ['en', 'zh-TW']) {
      const result = sextant[name](scenario, { lang });
      assertRefused(result, 'sharesDoNotSum', 'flywheel.segments', { lang, message: name });
      assert.ok(result.error.message.includes('130%'), result.error.message);
    }
  }
});

test('normalise divides them by their sum and completes the scenario', () => {
  const [usual] = Object.values(presets);
  const mended = valueOf(sextant.normalise(shares(1, 0.5, 0.5)));
  assert.deepEqual(Object.keys(mended), Object.keys(usual));
  assert.deepEqual(sharesOf(mended), [0.5, 0.25, 0.25]);
  assert.deepEqual({ ...mended, flywheel: usual.flywheel }, usual);
  assert.equal(sextant.evaluate(mended).ok, true);
  assert.deepEqual(sharesOf(valueOf(sextant.normalise(shares(0, 0, 0)))), [1 / 3, 1 / 3, 1 / 3]);
  assert.deepEqual(valueOf(sextant.normalise({})), usual);
  const random = createRandom(3);
  for (let i = 0; i < 200; ++i) {
    const scenario = randomScenario(random, fields);
    for (const segment of Object.values(scenario.flywheel.segments)) segment.share = random.oneIn(4) ? 0 : random.unit();
    const sum = sharesOf(scenario).reduce((a, b) => a + b);
    const after = valueOf(sextant.normalise(scenario));
    const expected = structuredClone(scenario);
    for (const segment of Object.values(expected.flywheel.segments)) segment.share = sum > 0 ? segment.share / sum : 1 / 3;
    assert.deepEqual(after, expected);
  }
});

test('normalise corrects nothing else', () => {
  assertRefused(sextant.normalise(), 'wrongType', '');
  for (const lang of ['en', 'zh-TW']) {
    assertRefused(sextant.normalise(shares(2, 0, 0), { lang }), 'outOfBounds', 'flywheel.segments.promoter.share', { lang });
    assertRefused(sextant.normalise(shares(-0.5, 1, 0.5), { lang }), 'outOfBounds', 'flywheel.segments.promoter.share', { lang });
    assertRefused(sextant.normalise(shares(NaN, 1, 0.5), { lang }), 'notFinite', 'flywheel.segments.promoter.share', { lang });
    assertRefused(sextant.normalise({ ...shares(1, 1, 1), surprise: 1 }, { lang }), 'unknownField', 'surprise', { lang });
  }
});

// --- Refusals -------------------------------------------------------------------------------------

test('invalid values in the blocks are refused by name', () => {
  const refused = [
    [{ retention: null }, 'wrongType', 'retention'],
    [{ retention: [] }, 'wrongType', 'retention'],
    [{ retention: { churn: 0 } }, 'outOfBounds', 'retention.churn'],
    [{ retention: { churn: null } }, 'wrongType', 'retention.churn'],
    [{ retention: { Churn: 0.1 } }, 'unknownField', 'retention.Churn'],
    [{ 'retention.churn': 0.1 }, 'unknownField', 'retention.churn'],
    [{ churn: 0.1 }, 'unknownField', 'churn'],
    [{ flywheel: { months: 2.5 } }, 'notWhole', 'flywheel.months'],
    [{ flywheel: { months: 0 } }, 'outOfBounds', 'flywheel.months'],
    [{ flywheel: { months: 121 } }, 'outOfBounds', 'flywheel.months'],
    [{ flywheel: { referralConversionRate: null } }, 'wrongType', 'flywheel.referralConversionRate'],
    [{ flywheel: { segments: [] } }, 'wrongType', 'flywheel.segments'],
    [{ flywheel: { segments: { fan: {} } } }, 'unknownField', 'flywheel.segments.fan'],
    [{ flywheel: { 'segments.promoter': {} } }, 'unknownField', 'flywheel.segments.promoter'],
    [{ flywheel: { segments: { promoter: { nps: 1 } } } }, 'unknownField', 'flywheel.segments.promoter.nps'],
    [{ flywheel: { segments: { promoter: { churn: 2 } } } }, 'outOfBounds', 'flywheel.segments.promoter.churn'],
    [{ remarketing: { costPerClick: -1 } }, 'outOfBounds', 'remarketing.costPerClick'],
    [{ cells: [{ engagedShare: 1.01 }] }, 'outOfBounds', 'cells[0].engagedShare'],
  ];
  for (const [scenario, code, field] of refused) {
    for (const name of [...CALLS, 'evaluate', 'normalise']) {
      assertRefused(sextant[name](scenario), code, field, { message: name });
      assertRefused(sextant[name](scenario, { lang: 'zh-TW' }), code, field, { lang: 'zh-TW', message: name });
    }
  }
  const { message } = sextant.evaluate({ retention: { churn: 0 } }).error;
  assert.equal(message, 'retention.churn must be between 0.0001 and 1.');
});
