// shock() and shockPresets().
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertClean, assertRefused, createRandom, createSextant, plausibleValue, randomScenario, valueOf } from './engine.mjs';

const sextant = await createSextant();
const fields = valueOf(sextant.fields());
const usual = valueOf(sextant.presets())[0].scenario;
const KINDS = ['organic', 'paid'];
const SHOCKABLE = ['visits', 'conversionRate', 'costPerClick'];

const evaluate = (scenario) => valueOf(sextant.evaluate(scenario));
const shock = (scenario, shocks) => valueOf(sextant.shock(scenario, shocks));

/** The scenario after the shocks, in plain JavaScript. */
function shaken(scenario, shocks) {
  const after = structuredClone(scenario);
  for (const { target, field, factor } of shocks) {
    const { maximum } = fields.find(({ id }) => id === field);
    for (const cell of after.cells) {
      const [medium, kind] = cell.id.split('.');
      if (![cell.id, medium, kind].includes(target)) continue;
      cell[field] = Math.min(cell[field] * factor, maximum);
    }
  }
  return after;
}

test('before, after, revenue at risk', () => {
  const outcome = shock(usual, [{ target: 'social.organic', field: 'visits', factor: 0.5 }]);
  assert.deepEqual(Object.keys(outcome), ['before', 'after', 'revenueAtRisk']);
  assert.deepEqual(outcome.before, evaluate(usual));
  assert.equal(outcome.after.cells[0].revenue, outcome.before.cells[0].revenue / 2);
  assert.equal(outcome.revenueAtRisk, 64800);
});

test('300 random shocks give the report of the changed scenario', () => {
  const random = createRandom(1);
  for (let i = 0; i < 300; ++i) {
    const scenario = randomScenario(random, fields, i % 2 ? plausibleValue : undefined);
    const targets = [...KINDS, ...scenario.media.map(({ id }) => id), ...scenario.cells.map(({ id }) => id)];
    const shocks = Array.from({ length: random.below(4) }, () => ({
      target: random.pick(targets), field: random.pick(SHOCKABLE), factor: random.pick([0, 0.5, 1, 1.3, 7, 1e9, random.unit()]),
    }));
    const outcome = shock(scenario, shocks);
    assertClean(outcome);
    assert.deepEqual(outcome.before, evaluate(scenario));
    assert.deepEqual(outcome.after, evaluate(shaken(scenario, shocks)));
    assert.equal(outcome.revenueAtRisk, outcome.before.total.revenue - outcome.after.total.revenue);
  }
});

test('no shock changes nothing', () => {
  for (const shocks of [[], [{ target: 'paid', field: 'visits', factor: 1 }]]) {
    const { before, after, revenueAtRisk } = shock(usual, shocks);
    assert.deepEqual(after, before);
    assert.equal(revenueAtRisk, 0);
  }
});

test('a result beyond a bound stays at the bound', () => {
  const { after } = shock(usual, [{ target: 'search', field: 'conversionRate', factor: 1e6 }]);
  assert.equal(after.cells[2].orders, usual.cells[2].visits);
});

test('invalid shocks are refused by name', () => {
  const good = { target: 'paid', field: 'visits', factor: 2 };
  const refuse = (bad, code, member) => {
    for (const lang of ['en', 'zh-TW']) {
      assertRefused(sextant.shock(usual, [good, { ...good, ...bad }], { lang }), code, `shocks[1]${member && `.${member}`}`,
        { lang, message: String(member) });
    }
  };
  for (const target of ['', 'tv', 'social.free', 'Paid', 'tv.paid', '社群', 'paid ', 'constructor']) refuse({ target }, 'unknownTarget', 'target');
  for (const field of ['', 'orderValue', 'fixedCost', 'newCustomerShare', 'Visits', 'grossMargin', 'constructor', '流量']) refuse({ field }, 'unknownField', 'field');
  for (const factor of [-Number.MIN_VALUE, -1, 1e9 + 1, Number.MAX_VALUE]) refuse({ factor }, 'outOfBounds', 'factor');
  for (const factor of [NaN, Infinity, -Infinity]) refuse({ factor }, 'notFinite', 'factor');
  for (const factor of [null, '2', true, [], {}, 2n, Symbol('x')]) refuse({ factor }, 'wrongType', 'factor');
  for (const text of [null, 2, true, [], {}, 2n, Symbol('x')]) {
    refuse({ target: text }, 'wrongType', 'target');
    refuse({ field: text }, 'wrongType', 'field');
  }
  refuse({ surprise: 1 }, 'unknownField', 'surprise');
  for (const item of [null, 1, 'paid', true, [], undefined, () => 1]) {
    assertRefused(sextant.shock(usual, [good, item]), 'wrongType', 'shocks[1]');
  }
  for (const list of [null, 1, 'paid', {}, good, undefined, new Set([good])]) {
    assertRefused(sextant.shock(usual, list), 'wrongType', 'shocks');
  }
  assertRefused(sextant.shock({ grossMargin: 2 }, [good]), 'outOfBounds', 'grossMargin');
  assertRefused(sextant.shock({ media: [{ id: 'tv' }] }, [{ ...good, target: 'social' }]), 'unknownTarget', 'shocks[0].target');
});

test('targets follow the media of the scenario', () => {
  const scenario = { media: [{ id: 'tv' }], cells: [{ visits: 100, conversionRate: 0.5, orderValue: 2 }] };
  for (const target of ['tv', 'tv.organic', 'organic']) {
    assert.equal(shock(scenario, [{ target, field: 'visits', factor: 0.25 }]).revenueAtRisk, 75);
  }
});

test('more shocks than there may be are refused by the name of their list, and the most there can be is said', () => {
  const shocks = (count) => Array.from({ length: count }, () => ({ target: 'paid', field: 'visits', factor: 1 }));
  assert.deepEqual(shock(usual, shocks(1000)).after, shock(usual, []).after);
  for (const count of [1001, 4096, 4097, 10_001, 100_000]) {
    for (const [lang, message] of [['en', 'shocks may have at most 1,000 entries.'], ['zh-TW', '「shocks」最多 1,000 項。']]) {
      const result = sextant.shock(usual, shocks(count), { lang });
      assertRefused(result, 'tooMany', 'shocks', { lang });
      assert.equal(result.error.message, message);
    }
  }
  assertRefused(sextant.evaluate({ media: new Array(10_001).fill({}) }), 'mediaCount', 'media');
  assertRefused(sextant.evaluate({ cells: new Array(10_001).fill({}) }), 'unknownCell', 'cells[16]');
  assertRefused(sextant.evaluate({ cells: new Array(10_001) }), 'wrongType', 'cells[0]');
});

test('presets of shocks: two of the model and the outage', () => {
  const presets = valueOf(sextant.shockPresets());
  assert.deepEqual(presets.map(({ id, shocks }) => [id, shocks]), [
    ['social-algorithm', [{ target: 'social.organic', field: 'visits', factor: 0.5 }]],
    ['auction', [{ target: 'paid', field: 'costPerClick', factor: 1.3 }]],
    ['outage', [{ target: 'social', field: 'visits', factor: 0 }]],
  ]);
  const translated = valueOf(sextant.shockPresets({ lang: 'zh-TW' }));
  presets.forEach((preset, i) => {
    assert.deepEqual(Object.keys(preset), ['id', 'title', 'description', 'shocks']);
    assert.match(preset.title, /^[A-Z]/);
    assert.match(preset.description, /^[A-Z].*\.$/);
    assert.match(translated[i].title, /\p{Script=Han}/u);
    assert.match(translated[i].description, /\p{Script=Han}.*。$/u);
    assert.deepEqual(translated[i].shocks, preset.shocks);
    const { before, after, revenueAtRisk } = shock(usual, preset.shocks);
    assert.ok(preset.id === 'auction' ? after.total.spend > before.total.spend && revenueAtRisk === 0 : revenueAtRisk > 0);
  });
});
