// evaluate(): the numbers agree with the reference, in exactly the declared shape.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { evaluate as evaluateInJavaScript } from '../bench/reference.mjs';
import {
  assertClean, assertNear, createRandom, createSextant, hashOfValues, plausibleValue, randomScenario, valueOf,
} from './engine.mjs';

const sextant = await createSextant();
const fields = valueOf(sextant.fields());
const usual = valueOf(sextant.presets())[0].scenario;
const report = (scenario) => valueOf(sextant.evaluate(scenario));
const readGolden = async (name) => readFile(new URL(`../golden/${name}`, import.meta.url), 'utf8');
const goldens = JSON.parse(await readGolden('scenarios.json'));

const CELL_KEYS = ['id', 'orders', 'revenue', 'valuePerVisit', 'revenueShare', 'spend', 'effectiveCpc', 'cpa', 'roas',
  'profit', 'roi', 'newCustomers', 'cac', 'breakEvenCpa', 'quadrant'];
const TOTAL_KEYS = ['visits', 'orders', 'revenue', 'spend', 'profit', 'conversionRate', 'orderValue', 'valuePerVisit', 'effectiveCpc',
  'cpa', 'roas', 'roi', 'newCustomers', 'cac'];

test('a report has exactly these members', () => {
  const { cells, total, media, kinds, thresholds, concentration, ...rest } = report({});
  assert.deepEqual(rest, {});
  assert.equal(cells.length, 6);
  for (const cell of cells) assert.deepEqual(Object.keys(cell), CELL_KEYS);
  assert.deepEqual(Object.keys(total), TOTAL_KEYS);
  for (const item of [...media, ...kinds]) assert.deepEqual(Object.keys(item), ['id', ...TOTAL_KEYS]);
  assert.deepEqual(cells.map(({ id }) => id), ['social.organic', 'social.paid', 'search.organic', 'search.paid',
    'integrated.organic', 'integrated.paid']);
  assert.deepEqual(media.map(({ id }) => id), ['social', 'search', 'integrated']);
  assert.deepEqual(kinds.map(({ id }) => id), ['organic', 'paid']);
  assert.deepEqual(Object.keys(thresholds), ['cpc', 'cpa']);
  assert.deepEqual(Object.keys(concentration), ['hhi', 'normalised', 'effectiveSources', 'largest']);
  assert.deepEqual(Object.keys(concentration.largest), ['id', 'share']);
});

test('the cell of DOMAIN.md section 3', () => {
  const [cell] = report({
    grossMargin: 0.4,
    cells: [{ visits: 10000, conversionRate: 0.02, orderValue: 1500, costPerClick: 8, fixedCost: 20000, newCustomerShare: 0.5 }],
  }).cells;
  assert.deepEqual(cell, {
    id: 'social.organic', orders: 200, revenue: 300000, valuePerVisit: 30, revenueShare: 1, spend: 100000,
    effectiveCpc: 10, cpa: 500, roas: 3, profit: 20000, roi: 0.2, newCustomers: 100, cac: 1000, breakEvenCpa: 600,
    quadrant: 1,
  });
});

test('reports agree with the golden file', () => {
  assert.ok(goldens.length >= 12);
  for (const { name, scenario, report: expected } of goldens) assertNear(report(scenario), expected, name);
});

// In the order of FlattenReport, as in tests/golden/golden_test.cpp.
function hashOf({ cells, total, media, kinds, thresholds, concentration }) {
  const { largest } = concentration;
  return hashOfValues([
    thresholds, { ...concentration, largest: largest && cells.findIndex(({ id }) => id === largest.id) },
    { share: largest && largest.share }, total, ...kinds, ...media, ...cells,
  ].flatMap((item) => Object.entries(item).filter(([key]) => key !== 'id').map(([, value]) => value)));
}

test('the numbers equal those of the native build to the last bit', async () => {
  const expected = JSON.parse(await readGolden('native_bits.json'));
  const actual = Object.fromEntries(goldens.map(({ name, scenario }) => [name, hashOf(report(scenario))]));
  assert.deepEqual(actual, expected);
});

test('2000 random scenarios agree with the reference and give only finite numbers and null', () => {
  const random = createRandom(1);
  for (let i = 0; i < 2000; ++i) {
    const scenario = randomScenario(random, fields);
    const actual = report(scenario);
    assertClean(actual);
    assertNear(actual, evaluateInJavaScript(scenario), JSON.stringify(scenario));
  }
});

test('500 random scenarios satisfy the identities of the model', () => {
  const random = createRandom(2);
  const near = (a, b, what) => assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)), `${what}: ${a}, ${b}`);
  const sum = (list, key) => list.reduce((total, item) => total + item[key], 0);
  for (let i = 0; i < 500; ++i) {
    const scenario = randomScenario(random, fields, plausibleValue);
    const { cells, total, media, kinds, concentration } = report(scenario);
    for (const key of ['orders', 'revenue', 'spend', 'profit', 'newCustomers']) {
      for (const list of [cells, media, kinds]) near(sum(list, key), total[key], key);
    }
    near(sum(scenario.cells, 'visits'), total.visits, 'visits');
    if (total.revenue > 0) {
      // The totals satisfy the simple formula.
      near(total.visits * total.conversionRate * total.orderValue, total.revenue, 'formula');
      near(sum(cells, 'revenueShare'), 1, 'shares');
      assert.ok(concentration.hhi <= 1 + 1e-12 && concentration.hhi >= 1 / cells.length - 1e-12);
      assert.ok(concentration.normalised >= 0 && concentration.normalised <= 1 + 1e-12);
      assert.equal(concentration.largest.share, Math.max(...cells.map(({ revenueShare }) => revenueShare)));
    } else {
      assert.deepEqual(concentration, { hhi: null, normalised: null, effectiveSources: null, largest: null });
    }
    cells.forEach((cell, j) => {
      assert.equal(cell.quadrant !== null, cell.spend > 0 && scenario.cells[j].visits > 0);
      if (cell.cpa !== null && cell.effectiveCpc !== null) {
        near(cell.cpa, cell.effectiveCpc / scenario.cells[j].conversionRate, 'CPA = CPC / R');
      }
    });
  }
});

test('multiplying all money by a factor changes only amounts of money', () => {
  const random = createRandom(3);
  const MONEY = new Set(['revenue', 'valuePerVisit', 'spend', 'effectiveCpc', 'cpa', 'profit', 'cac', 'breakEvenCpa', 'orderValue', 'cpc']);
  const scale = (value, key = '') => {
    if (Array.isArray(value)) return value.map((item) => scale(item));
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, scale(item, name)]));
    }
    return MONEY.has(key) && value !== null ? value / 4 : value;
  };
  for (let i = 0; i < 200; ++i) {
    const scenario = randomScenario(random, fields, plausibleValue);
    const cents = structuredClone(scenario);
    for (const cell of cents.cells) for (const key of ['orderValue', 'costPerClick', 'fixedCost']) cell[key] /= 4;
    if (cents.thresholds.cpc) cents.thresholds.cpc /= 4;
    if (cents.thresholds.cpa) cents.thresholds.cpa /= 4;
    assert.deepEqual(report(cents), scale(report(scenario)));
  }
});

test('the order of the media does not matter', () => {
  const random = createRandom(4);
  for (let i = 0; i < 200; ++i) {
    const scenario = randomScenario(random, fields, plausibleValue);
    const turned = structuredClone(scenario);
    turned.media.reverse();
    turned.cells.reverse(); // by id, so they may come in any order
    const forward = report(scenario);
    const backward = report(turned);
    assert.deepEqual(backward.media.map(({ id }) => id), turned.media.map(({ id }) => id));
    for (const medium of forward.media) {
      assert.deepEqual(backward.media.find(({ id }) => id === medium.id), medium);
    }
    for (const { revenueShare, quadrant, ...cell } of forward.cells) {
      const { revenueShare: share, quadrant: place, ...other } = backward.cells.find(({ id }) => id === cell.id);
      assert.deepEqual(other, cell);
      assert.equal(place, quadrant);
      assertNear(share, revenueShare);
    }
  }
});

test('undefined ratios are null', () => {
  const empty = report({ cells: [] });
  for (const { id, ...cell } of empty.cells) {
    assert.deepEqual(cell, { orders: 0, revenue: 0, valuePerVisit: 0, revenueShare: null, spend: 0, effectiveCpc: null,
      cpa: null, roas: null, profit: 0, roi: null, newCustomers: 0, cac: null, breakEvenCpa: 0, quadrant: null }, id);
  }
  assert.deepEqual(empty.total, { visits: 0, orders: 0, revenue: 0, spend: 0, profit: 0, conversionRate: null,
    orderValue: null, valuePerVisit: null, effectiveCpc: null, cpa: null, roas: null, roi: null, newCustomers: 0, cac: null });
  assert.deepEqual(empty.thresholds, { cpc: null, cpa: null });
  assert.deepEqual(empty.concentration, { hhi: null, normalised: null, effectiveSources: null, largest: null });
});

test('spend without orders is a high CPA', () => {
  const { cells } = report({ cells: [{ visits: 100, costPerClick: 3 }, { visits: 100, conversionRate: 0.1, orderValue: 10, costPerClick: 5 }] });
  assert.equal(cells[0].cpa, null);
  assert.equal(cells[0].quadrant, 4);
  assert.equal(cells[1].quadrant, 2);
});

// --- Partial scenarios ----------------------------------------------------------------------------

test('an empty input is the default scenario', () => {
  const [{ scenario }] = valueOf(sextant.presets());
  const expected = report(scenario);
  const given = [{}, { title: 'x' }, { media: scenario.media }, { thresholds: {} }, { thresholds: { mode: 'portfolio' } },
    { cells: undefined }, { media: [{}, {}, {}] }, { media: [{ label: 'A' }, {}, {}] }, Object.create(null)];
  for (const partial of given) assert.deepEqual(report(partial), expected, JSON.stringify(partial));
});

test('each member may be left out and takes its default', () => {
  const complete = valueOf(sextant.presets()).find(({ id }) => id === 'flywheel-turning').scenario;
  complete.thresholds = { mode: 'target', cpc: 10, cpa: 200 };
  complete.remarketing.costPerClick = 7;
  complete.response = { elasticity: 0.5, cells: [{ id: 'social.paid', elasticity: 0.9 }] };
  complete.uncertainty = { range: 0.3, correlation: 0, cells: [{ id: 'search.paid', visits: 0, orderValue: 0.1 }] };
  complete.season = { startMonth: 4, months: [{ month: 11, visits: 1.8, conversionRate: 1.2, orderValue: 1, costPerClick: 1.3 }] };
  complete.assists = [{ from: 'social.organic', to: 'search.paid', share: 0.2 }];
  const read = (scenario) => valueOf(sextant.decodeLink(valueOf(sextant.encodeLink(scenario))));
  const [{ scenario: usual }] = valueOf(sextant.presets());
  for (const key of ['title', 'currency', 'grossMargin', 'media', 'thresholds', 'retention', 'flywheel', 'remarketing',
    'response', 'uncertainty', 'season', 'assists']) {
    const { [key]: omitted, ...partial } = complete;
    assert.deepEqual(read(partial), { ...complete, [key]: usual[key] }, key);
    assert.deepEqual(read({ ...complete, [key]: undefined }), { ...complete, [key]: usual[key] }, key);
  }
  for (const field of fields.filter(({ owner }) => owner === 'cell')) {
    const partial = structuredClone(complete);
    const expected = structuredClone(complete);
    delete partial.cells[3][field.id];
    expected.cells[3][field.id] = field.default;
    assert.deepEqual(read(partial), expected, field.id);
    partial.cells[3][field.id] = undefined;
    assert.deepEqual(read(partial), expected, field.id);
  }
  for (const key of ['cpc', 'cpa']) {
    const { [key]: omitted, ...thresholds } = complete.thresholds;
    assert.deepEqual(read({ ...complete, thresholds }).thresholds, { ...complete.thresholds, [key]: 0 });
  }
});

test('cells that are not listed are zero; cells without id are identified by their position', () => {
  const { cells, kinds, media } = report({ cells: [{ visits: 1 }, { visits: 2 }, { id: 'integrated.paid', visits: 6 }] });
  assert.equal(cells.length, 6);
  assert.deepEqual(kinds.map(({ visits }) => visits), [1, 8]);
  assert.deepEqual(media.map(({ visits }) => visits), [3, 0, 6]);
});

test('one to eight media', () => {
  for (let count = 1; count <= 8; ++count) {
    const media = Array.from({ length: count }, (_, i) => ({ id: `m${i}`, label: `Medium ${i}` }));
    const cells = [{ id: `m${count - 1}.paid`, visits: 100, conversionRate: 0.1, orderValue: 10 }];
    const { cells: results, media: totals, concentration } = report({ media, cells });
    assert.equal(results.length, 2 * count);
    assert.equal(totals.length, count);
    assert.equal(results.at(-1).revenue, 100);
    assert.deepEqual(concentration.largest, { id: `m${count - 1}.paid`, share: 1 });
    assert.equal(concentration.normalised, 1);
  }
});

test('the input is not changed', () => {
  const scenario = valueOf(sextant.presets())[0].scenario;
  const before = structuredClone(scenario);
  const deepFreeze = (value) => {
    if (value && typeof value === 'object') Object.values(Object.freeze(value)).forEach(deepFreeze);
  };
  deepFreeze(scenario);
  report(scenario);
  valueOf(sextant.encodeLink(scenario));
  valueOf(sextant.svg(scenario));
  assert.deepEqual(scenario, before);
});

test('minus zero is zero', () => {
  const scenario = { cells: [{ visits: -0, conversionRate: -0, orderValue: -0, costPerClick: -0, fixedCost: -0, newCustomerShare: -0 }] };
  for (let i = 0; i < 2; ++i) {
    const { cells } = report(scenario);
    for (const value of Object.values(cells[0])) assert.ok(!Object.is(value, -0));
  }
});

test('a scenario that is almost the previous one is read as itself', () => {
  const previous = () => report(usual);
  const turned = (object) => Object.fromEntries(Object.entries(object).reverse());
  const expected = previous();
  assert.deepEqual(valueOf(sextant.evaluate({ ...turned(usual), cells: usual.cells.map(turned) })), expected);

  const withCell = (cell) => ({ ...usual, cells: usual.cells.map((other, i) => (i === 1 ? cell : other)) });
  const { visits, ...others } = usual.cells[1];
  const refused = { extra: [{ ...usual.cells[1], extra: 1 }, 'unknownField'], text: [{ ...others, visits: '5' }, 'wrongType'],
    nothing: [{ ...others, visits: null }, 'wrongType'], 'an object': [{ ...others, visits: { valueOf: () => 5 } }, 'wrongType'] };
  for (const [name, [cell, code]] of Object.entries(refused)) {
    previous();
    assert.equal(sextant.evaluate(withCell(cell)).error?.code, code, name);
  }
  previous();
  assert.equal(valueOf(sextant.evaluate(withCell(others))).cells[1].revenue, 0);
  previous();
  assert.equal(valueOf(sextant.evaluate({ ...usual, media: usual.media.map((medium, i) => ({ ...medium, id: `m${i}` })),
    cells: usual.cells.map(({ id, ...cell }) => cell) })).cells[1].id, 'm0.paid');
  let reads = 0;
  const changing = withCell({ ...others, get visits() { return (reads += 1); } });
  for (let i = 0; i < 5; ++i) assert.equal(valueOf(sextant.evaluate(changing)).cells[1].orders > 0, true);
});

test('keys that a page gives to all objects are not those of a scenario', () => {
  const { visits, ...others } = usual.cells[1];
  const scenario = { ...usual, cells: usual.cells.map((cell, i) => (i === 1 ? others : cell)) };
  const expected = report(scenario);
  Object.prototype.visits = visits;
  try {
    for (let i = 0; i < 3; ++i) assert.deepEqual(report(scenario), expected);
  } finally {
    delete Object.prototype.visits;
  }
});
