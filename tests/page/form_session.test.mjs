// What the form keeps of a scenario, under Node: history, refusals, links. The
// same behaviour as tests/session asks of the canvas.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { TEXTS } from '../browser/sextant_page.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = path.resolve(root, process.env.SEXTANT_DIST ?? 'dist');

const { outputFiles: [bundle] } = await build({
  stdin: {
    contents: "export { FormSession } from './form_session'; export { difference } from './result_list'; export { AFTER_ORDER_RESULTS } from './results';",
    resolveDir: path.join(root, 'web/form'), loader: 'ts',
  },
  bundle: true, format: 'esm', platform: 'neutral', write: false,
  alias: { 'sextant-tables': path.join(root, 'build/wasm-release/generated/web_tables.ts') },
});
const { AFTER_ORDER_RESULTS, difference, FormSession } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
const { default: createSextant } = await import(pathToFileURL(path.join(dist, 'engine/index.mjs')).href);
const engine = await createSextant({ wasm: readFileSync(path.join(dist, 'engine/sextant-engine.wasm')) });

const newSession = (language = 'en') => new FormSession(engine, language);
const CPC = { cell: 'social.paid', field: 'costPerClick' };
const VISITS = { cell: 'social.paid', field: 'visits' };
const scenarioOf = (session) => JSON.parse(session.scenarioJson());

test('begins with the default scenario and nothing to undo', () => {
  const session = newSession();
  assert.deepEqual(scenarioOf(session), engine.presets().value[0].scenario);
  assert.deepEqual(JSON.parse(session.reportJson()), engine.evaluate({}).value);
  assert.equal(session.presetId(), 'cheap-clicks');
  assert.equal(session.canUndo() || session.canRedo(), false);
});

test('steps of one field in quick succession are one step of the history', () => {
  const session = newSession();
  for (let i = 0; i < 5; ++i) session.stepField(CPC, 1);
  const after = session.value(CPC);
  session.stepField(VISITS, 1);
  session.undo();
  assert.equal(session.value(CPC), after);
  session.undo();
  assert.equal(session.value(CPC), 8);
  assert.equal(session.canUndo(), false);
  session.redo();
  assert.equal(session.value(CPC), after);
  assert.equal(session.presetId(), '');
});

test('a run of steps lasts until it is ended, however long that takes', (context) => {
  const session = newSession();
  session.stepField(CPC, 1);
  const { now } = performance;
  context.after(() => { performance.now = now; });
  performance.now = () => now.call(performance) + 60_000;
  session.stepField(CPC, 1);
  const after = session.value(CPC);
  session.endRun();
  session.stepField(CPC, 1);
  session.undo();
  assert.equal(session.value(CPC), after);
  session.undo();
  assert.equal(session.value(CPC), 8);
});

test('a typed amount is shown with its cents', () => {
  const session = newSession();
  session.typeField({ cell: 'social.paid', field: 'orderValue' }, '1450.5');
  assert.equal(session.formatField({ cell: 'social.paid', field: 'orderValue' }), 'NT$1,450.50');
});

test('own thresholds start at an average beyond the slider', () => {
  const session = newSession();
  assert.equal(session.replaceScenario({ cells: [{}, { visits: 1000, conversionRate: 0.01, orderValue: 500000, costPerClick: 2500 }] }), '');
  session.setThresholdMode('target');
  assert.deepEqual(scenarioOf(session).thresholds, { mode: 'target', cpc: 2500, cpa: 250000 });
});

// The canvas: FlywheelView.ResultsShowThatNothingHasChanged.
test('results after the order say that nothing has changed', () => {
  const session = newSession();
  session.loadPreset('flywheel-turning');
  const afterOrder = session.afterOrder();
  for (const result of AFTER_ORDER_RESULTS) {
    const value = result.of(afterOrder);
    if (value === null) continue;
    const { text } = difference({ session }, result, value, value);
    assert.equal(text, result.absolute ? '±0' : '±0%', result.id);
  }
  const notBought = AFTER_ORDER_RESULTS.find(({ id }) => id === 'shareNotBought').of(afterOrder);
  assert.equal(notBought, Number(notBought.toFixed(3)));
});

test('what is typed is a step of its own', () => {
  const session = newSession();
  assert.equal(session.typeField(CPC, '9'), '');
  assert.equal(session.typeField(CPC, '10'), '');
  session.undo();
  assert.equal(session.value(CPC), 9);
});

test('a gesture is one step, and none when it comes back', () => {
  const session = newSession();
  session.beginGesture();
  for (const position of [0.1, 0.5, 0.9]) session.slideField(CPC, position);
  session.slideField(VISITS, 0.3);
  assert.equal(session.comparison.with, 'before');
  session.undo(); // not now
  assert.notEqual(session.value(CPC), 8);
  session.endGesture();
  assert.equal(session.comparison, undefined);
  session.undo();
  assert.deepEqual(scenarioOf(session), scenarioOf(newSession()));

  session.beginGesture();
  session.stepField(CPC, 1);
  session.stepField(CPC, -1);
  session.endGesture();
  assert.equal(session.canUndo(), false);

  session.beginGesture();
  session.slideField(CPC, 0.9);
  session.cancelGesture();
  assert.equal(session.value(CPC), 8);
  assert.equal(session.canUndo(), false);
});

const shareOf = (segment) => ({ field: `flywheel.segments.${segment}.share` });
const sharesOf = (session) => Object.values(session.scenario.flywheel.segments).map(({ share }) => share);

test('when a segment grows, the others give way in proportion', () => {
  const session = newSession();
  assert.equal(session.typeField(shareOf('promoter'), '70%'), '');
  assert.deepEqual(sharesOf(session), [0.7, 0.2, 0.1]);
  session.undo();
  assert.deepEqual(sharesOf(session), [0.4, 0.4, 0.2]);
  assert.equal(session.canUndo(), false);
  // Nothing to divide in proportion: halves.
  assert.equal(session.typeField(shareOf('detractor'), '100%'), '');
  assert.equal(session.typeField(shareOf('detractor'), '30%'), '');
  assert.deepEqual(sharesOf(session), [0.35, 0.35, 0.3]);
  assert.notEqual(session.typeField(shareOf('detractor'), '101%'), '');
});

test('whatever the shares are set to, the engine takes their sum for 100%', () => {
  for (const segment of ['promoter', 'passive', 'detractor']) {
    const session = newSession();
    for (let step = 0; step <= 40; ++step) {
      session.slideField(shareOf(segment), step * 7 % 41 / 40);
      assert.ok(sharesOf(session).every((share) => share >= 0 && share <= 1), String(sharesOf(session)));
      assert.equal(engine.flywheel(session.scenario).ok, true, String(sharesOf(session)));
      assert.deepEqual(engine.decodeLink(session.link()).value, scenarioOf(session));
    }
  }
});

test('within a drag, what was squeezed to nothing comes back', () => {
  const session = newSession();
  session.typeField(shareOf('promoter'), '50%');
  session.beginGesture();
  for (const position of [0.8, 1, 0.25]) session.slideField(shareOf('promoter'), position);
  assert.deepEqual(sharesOf(session), [0.25, 0.5, 0.25]);
  session.slideField(shareOf('promoter'), 0.5);
  session.slideField(shareOf('promoter'), 0.25);
  session.endGesture();
  assert.deepEqual(sharesOf(session), [0.25, 0.5, 0.25]);
  session.undo();
  assert.equal(session.value(shareOf('promoter')), 0.5);
});

const REFERRED = { field: 'flywheel.referralConversionRate' };

test('referred visits convert as organic social ones until somebody says otherwise', () => {
  const session = newSession();
  const isNamed = () => 'referralConversionRate' in scenarioOf(session).flywheel;
  assert.equal(isNamed(), false);
  assert.equal(session.value(REFERRED), 0.012);
  session.typeField({ cell: 'social.organic', field: 'conversionRate' }, '2%');
  assert.equal(session.value(REFERRED), 0.02);
  session.removeMedium(0); // Without it, as the first cell.
  assert.equal(session.value(REFERRED), session.value({ cell: 'search.organic', field: 'conversionRate' }));
  session.undo();
  session.slideField(REFERRED, 0.9);
  assert.equal(isNamed(), true);
  const own = session.value(REFERRED);
  session.typeField({ cell: 'social.organic', field: 'conversionRate' }, '3%');
  assert.equal(session.value(REFERRED), own);
  session.undo();
  session.undo();
  assert.equal(isNamed(), false);
  assert.equal(session.value(REFERRED), 0.02);
});

test('every field of the engine can be set, and links bring it', () => {
  for (const { id: field, owner, minimum, maximum } of engine.fields().value) {
    const address = owner === 'cell' ? { cell: 'search.paid', field } : { field };
    const session = newSession();
    const before = session.scenarioJson();
    for (const position of [0.3, 0.65]) session.slideField(address, position);
    const value = session.value(address);
    assert.ok(value > minimum && value < maximum, field);
    assert.notEqual(session.scenarioJson(), before, field);
    const other = newSession();
    assert.equal(other.loadLink(session.link()), '');
    assert.equal(other.value(address), value, field);
    session.undo();
    assert.equal(session.scenarioJson(), before, field);
  }
});

test('a table of months has at most about 25, and the last', () => {
  for (const [months, rows] of [[1, 1], [24, 24], [25, 9], [26, 10], [72, 25], [73, 13], [120, 21]]) {
    for (const language of ['en', 'zh-TW']) {
      const session = newSession(language);
      session.typeField({ field: 'flywheel.months' }, String(months));
      const table = JSON.parse(session.monthsTable());
      assert.equal(table.rows.length, rows, String(months));
      assert.equal(table.rows[0].name, TEXTS[language]['ui.paybackMonth'].replace('{month}', '0'));
      assert.equal(table.rows.at(-1).name, TEXTS[language]['ui.paybackMonth'].replace('{month}', String(months - 1)));
      const last = session.afterOrder().flywheel.months.at(-1);
      assert.ok(table.rows.at(-1).values.includes(session.format(last.cumulativeProfit, 'money')));
      for (const { values } of table.rows) {
        assert.equal(values.length, table.columns.length);
        for (const value of values) assert.match(value, /^[−$NT]*[\d,.]+%?$/);
      }
    }
  }
});

test('what comes after the order is of the scenario that is asked about', () => {
  const session = newSession();
  session.pinBaseline();
  session.typeField({ field: 'retention.churn' }, '20%');
  const { customer, flywheel, remarketing } = session.afterOrder();
  assert.deepEqual(customer, engine.customerValue(session.scenario).value.total);
  assert.deepEqual(flywheel, engine.flywheel(session.scenario).value);
  assert.deepEqual(remarketing, engine.remarketing(session.scenario).value);
  assert.ok(session.afterOrder(session.comparison.scenario).customer.ltv > customer.ltv);
});

test('a change after undo forgets what could be redone', () => {
  const session = newSession();
  session.setTitle('A');
  session.undo();
  session.setTitle('B');
  assert.equal(session.canRedo(), false);
  session.forgetHistory();
  assert.equal(session.canUndo(), false);
});

test('refusals are sentences and change nothing', () => {
  for (const language of ['en', 'zh-TW']) {
    const session = newSession(language);
    const revision = session.revision();
    const before = session.scenarioJson();
    const sentences = [
      session.typeField(CPC, 'lots'),
      session.typeField({ cell: 'social.paid', field: 'conversionRate' }, '150%'),
      session.setTitle('x'.repeat(81)),
      session.setCurrency('dollars'),
      session.setMediumLabel(0, 'x'.repeat(21)),
      session.loadLink('1~nonsense'),
      session.loadPreset('constructor'),
      JSON.parse(session.replaceScenario({ cells: [{ visits: -1 }] })).message,
      JSON.parse(session.replaceScenario('text')).message,
    ];
    for (const sentence of sentences) assert.match(sentence, language === 'en' ? /^[^{}]+\.$/ : /^[^{}]+。$/);
    assert.equal(session.scenarioJson(), before);
    assert.equal(session.revision(), revision);
    assert.equal(session.canUndo(), false);
  }
});

test('an error of a program names the place', () => {
  const { code, field } = JSON.parse(newSession().replaceScenario({ cells: [{}, { conversionRate: 2 }] }));
  assert.deepEqual({ code, field }, { code: 'outOfBounds', field: 'cells[1].conversionRate' });
});

test('a scenario of a program is taken whole, with defaults', () => {
  const session = newSession();
  assert.equal(session.replaceScenario({ media: [{ id: 'tv', label: 'TV' }], cells: [{ visits: 10 }] }), '');
  const scenario = scenarioOf(session);
  assert.deepEqual(scenario.cells.map(({ id, visits, newCustomerShare }) => [id, visits, newCustomerShare]),
    [['tv.organic', 10, 1], ['tv.paid', 0, 1]]);
  session.undo();
  assert.equal(session.presetId(), 'cheap-clicks');
});

test('links bring the same scenario', () => {
  const session = newSession();
  session.setTitle('雙十一');
  session.typeField(CPC, '13.25');
  const other = newSession();
  assert.equal(other.loadLink(`https://example.org/#${session.link()}`), '');
  assert.equal(other.scenarioJson(), session.scenarioJson());
  assert.equal(other.loadLink(session.link()), ''); // the same again is no change
  other.undo();
  assert.equal(other.canUndo(), false);
});

test('presets keep the currency; reset goes back to the last one', () => {
  const session = newSession();
  session.setCurrency('EUR');
  assert.equal(session.loadPreset('balanced'), '');
  assert.equal(session.currency(), 'EUR');
  assert.equal(session.presetId(), 'balanced');
  session.setTitle('Mine');
  assert.equal(session.presetId(), 'balanced');
  session.stepField(CPC, 5);
  assert.equal(session.presetId(), '');
  session.reset();
  assert.equal(session.presetId(), 'balanced');
  assert.equal(session.title(), '');
});

test('media come, go and have names', () => {
  const session = newSession();
  while (session.scenario.media.length < 8) session.addMedium();
  session.addMedium();
  assert.equal(session.scenario.media.length, 8);
  assert.deepEqual(session.scenario.media.map(({ id }) => id),
    ['social', 'search', 'integrated', 'medium-4', 'medium-5', 'medium-6', 'medium-7', 'medium-8']);
  session.removeMedium(3);
  session.addMedium();
  assert.equal(session.scenario.media.at(-1).id, 'medium-9');
  assert.equal(session.setMediumLabel(0, 'Forums'), '');
  assert.equal(session.scenario.media[0].label, 'Forums');
  // The language's own word is no label: it is translated.
  assert.equal(session.setMediumLabel(0, TEXTS.en['medium.social']), '');
  assert.equal(session.scenario.media[0].label, '');
  while (session.scenario.media.length > 1) session.removeMedium(0);
  session.removeMedium(0);
  assert.equal(session.scenario.cells.length, 2);
  assert.deepEqual(JSON.parse(session.reportJson()), engine.evaluate(session.scenario).value);
});

test('own thresholds start at the average, rounded', () => {
  const session = newSession();
  const { cpc, cpa } = session.report.thresholds;
  session.setThresholdMode('target');
  const { thresholds } = scenarioOf(session);
  assert.equal(thresholds.mode, 'target');
  assert.ok(Math.abs(thresholds.cpc / cpc - 1) < 0.01 && Math.abs(thresholds.cpa / cpa - 1) < 0.01);
  assert.equal(session.typeField({ field: 'thresholds.cpc' }, '20'), '');
  session.setThresholdMode('portfolio');
  session.setThresholdMode('target');
  assert.equal(session.value({ field: 'thresholds.cpc' }), 20);
});

test('applied shocks bring what they promised', () => {
  for (const { id, shocks } of engine.shockPresets().value) {
    const session = newSession();
    const promised = session.shock(shocks).after;
    session.applyShocks(shocks);
    assert.deepEqual(JSON.parse(session.reportJson()), promised, id);
    session.undo();
    assert.equal(session.presetId(), 'cheap-clicks');
  }
});

test('the baseline counts while the media are the same', () => {
  for (const language of ['en', 'zh-TW']) {
    const session = newSession(language);
    const alone = session.announcement();
    session.pinBaseline();
    assert.notEqual(session.announcement(), alone);
    session.typeField(VISITS, '30000');
    assert.equal(session.comparison.with, 'baseline');
    for (const part of ['$405,330', '+22%', language === 'en' ? 'Social · Paid' : '社群媒體 · 付費引流']) {
      assert.ok(session.announcement().includes(part), session.announcement());
    }
    session.removeMedium(2);
    assert.equal(session.comparison, undefined);
    session.undo();
    assert.equal(session.comparison.with, 'baseline');
    session.clearBaseline();
    assert.equal(session.comparison, undefined);
  }
});

test('the table has a row per cell and the totals, without gaps', () => {
  const session = newSession();
  session.addMedium();
  const { columns, rows } = JSON.parse(session.table());
  assert.equal(columns.length, 12);
  assert.equal(rows.length, 9);
  for (const { name, values } of rows) {
    assert.ok(name);
    assert.equal(values.length, columns.length);
    for (const value of values) assert.doesNotMatch(value, /NaN|null|undefined|^$/);
  }
  assert.deepEqual(rows[6].values.slice(6), ['0%', '—', '—', '—', 'NT$0', '—']);
});

test('charts and explanations speak the language', () => {
  const session = newSession('zh-TW');
  assert.ok(session.svg('quadrant', 400, 300, 'dark').includes(TEXTS['zh-TW']['chart.quadrant.title']));
  session.setLanguage('en');
  assert.ok(session.svg('matrix', 400, 300, 'light').includes(TEXTS.en['chart.matrix.title']));
  assert.equal(JSON.parse(session.explain()).cells[1].name, 'Social · Paid');
});
