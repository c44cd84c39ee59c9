// presets() and fields(): their claims are true.
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertClean, createSextant, valueOf } from './engine.mjs';

const sextant = await createSextant();
const presets = valueOf(sextant.presets());
const reports = Object.fromEntries(presets.map(({ id, scenario }) => [id, valueOf(sextant.evaluate(scenario))]));
const descriptions = Object.fromEntries(presets.map(({ id, description }) => [id, description]));
const cell = (report, id) => report.cells.find((item) => item.id === id);

test('there are six presets, each with a title and a description in both languages', () => {
  assert.deepEqual(presets.map(({ id, title }) => [id, title]), [
    ['cheap-clicks', 'Cheap clicks, costly customers'], ['one-platform', 'One platform carries the shop'],
    ['breaking-in', 'Breaking in'], ['balanced', 'Balanced'],
    ['funnel-thinking', 'Funnel thinking'], ['flywheel-turning', 'Flywheel turning'],
  ]);
  const translated = valueOf(sextant.presets({ lang: 'zh-TW' }));
  presets.forEach((preset, i) => {
    assert.deepEqual(Object.keys(preset), ['id', 'title', 'description', 'scenario']);
    assert.match(preset.description, /^[A-Z].*\.$/);
    assert.match(translated[i].title, /\p{Script=Han}/u);
    assert.match(translated[i].description, /\p{Script=Han}.*。$/u);
    assert.deepEqual(translated[i].scenario, preset.scenario);
  });
});

test('each preset is complete and plausible: six cells that all sell', () => {
  for (const { id, scenario } of presets) {
    assert.deepEqual(Object.keys(scenario), ['title', 'currency', 'grossMargin', 'media', 'cells', 'thresholds', 'retention',
      'flywheel', 'remarketing', 'response', 'uncertainty', 'season', 'assists']);
    assert.deepEqual(scenario.media.map((medium) => medium.id), ['social', 'search', 'integrated']);
    assert.equal(scenario.cells.length, 6);
    assert.deepEqual(valueOf(sextant.decodeLink(valueOf(sextant.encodeLink(scenario)))), scenario);
    const report = reports[id];
    assertClean(report);
    for (const result of report.cells) assert.ok(result.revenue > 0 && result.quadrant !== null, `${id} ${result.id}`);
    for (const item of scenario.cells) {
      assert.equal(item.costPerClick > 0, item.id.endsWith('.paid'), `${id} ${item.id}`);
      assert.equal(item.fixedCost > 0 || item.id.endsWith('.paid'), true, 'organic is not free');
    }
  }
});

test('cheap clicks: CPC 8 brings customers at 349, CPC 12 at 176', () => {
  const social = cell(reports['cheap-clicks'], 'social.paid');
  const search = cell(reports['cheap-clicks'], 'search.paid');
  assert.deepEqual([social.effectiveCpc, Math.round(social.cpa)], [8, 349]);
  assert.deepEqual([search.effectiveCpc, Math.round(search.cpa)], [12, 176]);
  assert.deepEqual([social.quadrant, search.quadrant], [4, 2]);
  for (const number of ['8', '349', '12', '176']) assert.match(descriptions['cheap-clicks'], new RegExp(`\\b${number}\\b`));
  // Almost three times the conversion rate, half the cost of an order.
  const { cells } = presets[0].scenario;
  assert.ok(cells[3].conversionRate / cells[1].conversionRate > 2.9);
  assert.ok(search.cpa / social.cpa < 0.52);
});

test('one platform: more than 70 % of the revenue', () => {
  const { media, total, concentration } = reports['one-platform'];
  assert.ok(Math.max(...media.map(({ revenue }) => revenue)) / total.revenue > 0.7);
  assert.ok(concentration.effectiveSources < 3.5);
});

test('breaking in: a cell in quadrant III', () => {
  assert.ok(reports['breaking-in'].cells.some(({ quadrant }) => quadrant === 3));
  assert.match(descriptions['breaking-in'], /quadrant III/);
});

test('balanced: at least 5.5 effective sources', () => {
  const { concentration, total } = reports.balanced;
  assert.ok(concentration.effectiveSources >= 5.5);
  assert.ok(concentration.largest.share < 0.25);
  assert.ok(total.profit > 0);
});

test('funnel and flywheel: the same cells, two campaigns that look like mistakes and pay back', () => {
  const [funnel, flywheel] = ['funnel-thinking', 'flywheel-turning'].map((id) => presets.find((preset) => preset.id === id).scenario);
  assert.deepEqual(flywheel.cells, funnel.cells);
  assert.ok(funnel.cells.every(({ engagedShare }) => engagedShare > 0));
  const mistakes = reports['funnel-thinking'].cells.filter(({ quadrant }) => quadrant === 3).map(({ id }) => id);
  assert.equal(mistakes.length, 2);
  const value = (scenario) => valueOf(sextant.customerValue(scenario)).cells.filter(({ id }) => mistakes.includes(id));
  assert.deepEqual(value(funnel).map(({ paysBack }) => paysBack), [false, false]);
  assert.deepEqual(value(flywheel).map(({ paysBack }) => paysBack), [true, true]);
  const still = valueOf(sextant.flywheel(funnel));
  assert.deepEqual([still.momentum, still.overtakesInMonth], [0, null]);
  assert.deepEqual(still.months, still.funnel);
  const turning = valueOf(sextant.flywheel(flywheel));
  assert.ok(turning.momentum > 0.1 && turning.momentum < 1);
  assert.ok(turning.months.at(-1).cumulativeProfit > 2 * turning.funnel.at(-1).cumulativeProfit);
});

test('the fields of DOMAIN.md sections 2 and 6 to 9 with their bounds', () => {
  const fields = valueOf(sextant.fields());
  assert.deepEqual(fields.map(({ id, owner, minimum, maximum, default: usual }) => [id, owner, minimum, maximum, usual]), [
    ['visits', 'cell', 0, 1e9, 0], ['conversionRate', 'cell', 0, 1, 0], ['orderValue', 'cell', 0, 1e9, 0],
    ['costPerClick', 'cell', 0, 1e6, 0], ['fixedCost', 'cell', 0, 1e12, 0], ['newCustomerShare', 'cell', 0, 1, 1],
    ['engagedShare', 'cell', 0, 1, 0],
    ['grossMargin', 'scenario', 0, 1, 0.5], ['thresholds.cpc', 'scenario', 0, 1e6, 0], ['thresholds.cpa', 'scenario', 0, 1e9, 0],
    ['retention.repeatOrders', 'scenario', 0, 100, 0.25], ['retention.churn', 'scenario', 1e-4, 1, 0.1],
    ['retention.discount', 'scenario', 0, 1, 0.01],
    ['flywheel.months', 'scenario', 1, 120, 24], ['flywheel.organicGrowth', 'scenario', 0, 1, 0],
    ['flywheel.referralConversionRate', 'scenario', 0, 1, 0.012],
    ...[['promoter', 0.4, 0.05, 0.3, 0.5], ['passive', 0.4, 0.1, 0.2, 0.1], ['detractor', 0.2, 0.3, 0.05, 0]].flatMap(
      ([name, share, churn, repeatOrders, referralVisits]) => [
        [`flywheel.segments.${name}.share`, 'scenario', 0, 1, share],
        [`flywheel.segments.${name}.churn`, 'scenario', 1e-4, 1, churn],
        [`flywheel.segments.${name}.repeatOrders`, 'scenario', 0, 100, repeatOrders],
        [`flywheel.segments.${name}.referralVisits`, 'scenario', 0, 100, referralVisits],
      ]),
    ['remarketing.engagedConversionRate', 'scenario', 0, 1, 0.1], ['remarketing.costPerClick', 'scenario', 0, 1e6, 5],
    ['response.elasticity', 'scenario', 1e-4, 1, 0.7], ['uncertainty.range', 'scenario', 0, 9, 0.2],
    ['uncertainty.correlation', 'scenario', 0, 1, 0.3], ['season.startMonth', 'scenario', 1, 12, 1],
  ]);
  const translated = valueOf(sextant.fields({ lang: 'zh-TW' }));
  fields.forEach((field, i) => {
    assert.deepEqual(Object.keys(field), ['id', 'owner', 'unit', 'minimum', 'maximum', 'default', 'slider', 'label', 'shortLabel']);
    assert.ok(field.slider.start >= field.minimum && field.slider.maximum <= field.maximum && field.slider.start < field.slider.maximum);
    assert.match(translated[i].label, /\p{Script=Han}/u);
    const { label, shortLabel, ...numbers } = field;
    const { label: l, shortLabel: s, ...others } = translated[i];
    assert.deepEqual(others, numbers);
  });
});
