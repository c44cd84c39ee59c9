// The session of the form, in its own module, under Node: history, refusals,
// links, and what it shows. That module and the canvas's have one session.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { newApp as instantiateIn } from '../bench/app_module.mjs';
import { createImports } from '../../web/engine/memory.mjs';
import { TEXTS } from '../browser/sextant_page.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = path.resolve(root, process.env.SEXTANT_DIST ?? 'dist');
const modules = path.join(root, 'build/wasm-release/src/wasm');

// The page has the module of tools in a file of this name; here it comes from the folder of the modules.
const namesOfFiles = {
  name: 'names of files',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.wasm$/ }, ({ path: name }) => ({ path: name, namespace: 'name' }));
    onLoad({ filter: /./, namespace: 'name' }, ({ path: name }) => ({ contents: `export default '${name}';` }));
  },
};

async function imported(script) {
  const { outputFiles: [bundle] } = await build({
    entryPoints: [path.join(root, script)], plugins: [namesOfFiles], bundle: true, format: 'esm', platform: 'neutral', write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
}
const { startSession } = await imported('web/form/form_session.ts');
const { Tools } = await imported('web/tools/tools.ts');
const { default: createSextant } = await import(pathToFileURL(path.join(dist, 'engine/index.mjs')).href);
const engine = await createSextant({ wasm: readFileSync(path.join(dist, 'engine/sextant-engine.wasm')) });
const formModule = await WebAssembly.compile(readFileSync(path.join(modules, 'sextant-form.wasm')));

const textsIn = (name, language) => readFileSync(path.join(root, `build/wasm-release/generated/hosted_texts/${name}-${language}.txt`));
const textsOf = (language) => textsIn('sextant-form-texts', language);
const toolsModule = await WebAssembly.compile(readFileSync(path.join(modules, 'sextant-later.wasm')));

async function startTools() {
  const { exports } = await WebAssembly.instantiate(toolsModule, createImports(() => exports.memory));
  exports._initialize();
  return new Tools(exports);
}

async function newSession(language = 'en') {
  const session = await startSession(formModule, language, textsOf(language), startTools);
  await session.complete();
  return session;
}
const CPC = 'social.paid/costPerClick';
const VISITS = 'social.paid/visits';
const scenarioOf = (session) => JSON.parse(session.scenarioJson());
const reportOf = (session) => JSON.parse(session.reportJson());

/** "social.paid/costPerClick", "retention.churn" */
function valueOf(session, address) {
  const scenario = scenarioOf(session);
  const [cell, field] = address.split('/');
  if (field) return scenario.cells.find(({ id }) => id === cell)[field];
  return address.split('.').reduce((at, key) => at[key], scenario);
}

/** Everything that a session says after each of many steps. */
function saidBy(session) {
  const said = [];
  const note = (refusal = '') => said.push(refusal, session.shown, session.labels, session.table(), session.changeOfRevenue(), session.explain(),
    session.announcement(), session.presets(), session.svg('quadrant', 400, 300, 'light'), session.svg('quadrant', 900, 500, 'dark'));
  for (const { id } of JSON.parse(session.presets()).slice(0, 3)) {
    note(session.loadPreset(id));
    for (const mode of [0, 1, 2]) {
      session.setThresholdMode(mode);
      note();
    }
    session.pinBaseline();
    for (const [field, texts] of Object.entries({
      [CPC]: ['0', '300', '12.000', 'US$5', 'lots', '-1'], [VISITS]: ['0', '1e9', '12000'], 'search.organic/fixedCost': ['0', '1e6'],
      'social.paid/conversionRate': ['0.018', '0', '50'], 'grossMargin': ['0', '100', '101'], 'retention.churn': ['0', '100'], 'flywheel.months': ['1', '120'],
    })) {
      for (const text of texts) note(session.typeField(field, text));
      note(session.typeField(field, texts[0], true));
    }
    note(session.previewPaste(CPC, '1\t2\n3\tx'));
    for (const shock of ['algorithm-change', 'auction-heats-up', 'platform-outage']) {
      for (const medium of [0, 1]) {
        session.switchShock(shock, medium);
        note();
      }
    }
    session.addMedium();
    note(session.setMediumLabel(3, ''));
    session.removeMedium(0);
    note();
    session.clearBaseline();
    note(session.loadLink('hello'));
    note(session.replaceScenario({ cells: [] }));
    note(session.setCurrency('JPY'));
  }
  return said;
}

for (const language of ['en', 'zh-TW']) {
  test(`the form’s file of texts lacks none of those that it says: ${language}`, async () => {
    const ofAll = await startSession(formModule, language, textsIn('sextant-texts', language), startTools);
    const ofForm = await startSession(formModule, language, textsOf(language), startTools);
    const said = saidBy(ofForm);
    assert.ok(said.length > 1000, `${said.length}`);
    assert.deepEqual(said, saidBy(ofAll));
  });
}

test('every text whose place web/form knows is in the form’s file', () => {
  const scripts = readdirSync(path.join(root, 'web/form')).filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(root, 'web/form', name), 'utf8'));
  const tables = readFileSync(path.join(root, 'build/wasm-release/generated/web_tables.ts'), 'utf8');
  const { shared } = JSON.parse(readFileSync(path.join(root, 'src/locales/en.json'), 'utf8'));
  const texts = String(textsOf('en')).split('\0');
  const quoted = new Set([...scripts, tables].flatMap((code) => code.match(/(?<=['"])[\w.-]+(?=['"])/g) ?? []));
  const known = Object.keys(shared).filter((key) => quoted.has(key));
  assert.ok(known.length > 50, `${known.length}`);
  assert.deepEqual(known.filter((key) => !texts[Object.keys(shared).indexOf(key)]), []);
});

test('begins with the default scenario and nothing to undo', async () => {
  const session = await newSession();
  assert.deepEqual(scenarioOf(session), engine.presets().value[0].scenario);
  assert.deepEqual(reportOf(session), engine.evaluate({}).value);
  assert.equal(session.presetId(), 'cheap-clicks');
  assert.equal(session.canUndo() || session.canRedo(), false);
});

test('steps of one field in quick succession are one step of the history', async () => {
  const session = await newSession();
  for (let i = 0; i < 5; ++i) session.stepField(CPC, 1);
  const after = valueOf(session, CPC);
  session.stepField(VISITS, 1);
  session.undo();
  assert.equal(valueOf(session, CPC), after);
  session.undo();
  assert.equal(valueOf(session, CPC), 8);
  assert.equal(session.canUndo(), false);
  session.redo();
  assert.equal(valueOf(session, CPC), after);
  assert.equal(session.presetId(), '');
});

test('a run of steps lasts until it is ended, however long that takes', async (context) => {
  const session = await newSession();
  session.stepField(CPC, 1);
  const { now } = performance;
  context.after(() => { performance.now = now; });
  performance.now = () => now.call(performance) + 60_000;
  session.stepField(CPC, 1);
  const after = valueOf(session, CPC);
  session.endRun();
  session.stepField(CPC, 1);
  session.undo();
  assert.equal(valueOf(session, CPC), after);
  session.undo();
  assert.equal(valueOf(session, CPC), 8);
});

test('a typed amount is shown with its cents', async () => {
  const session = await newSession();
  session.typeField('social.paid/orderValue', '1450.5');
  assert.equal(session.shown.fields['social.paid/orderValue'][0], 'NT$1,450.50');
});

test('own thresholds start at an average beyond the slider', async () => {
  const session = await newSession();
  assert.equal(session.replaceScenario({ cells: [{}, { visits: 1000, conversionRate: 0.01, orderValue: 500000, costPerClick: 2500 }] }), '');
  session.setThresholdMode(2);
  assert.deepEqual(scenarioOf(session).thresholds, { mode: 'target', cpc: 2500, cpa: 250000 });
});

// The canvas: FlywheelView.ResultsShowThatNothingHasChanged.
test('results say that nothing has changed', async () => {
  const session = await newSession();
  session.loadPreset('flywheel-turning');
  session.forgetChange();
  assert.ok(Object.values(session.later.afterOrder).every(({ change }) => change === undefined));
  session.pinBaseline();
  const { shown: { total }, later: { afterOrder } } = session;
  for (const [id, { change, verdict }] of Object.entries({ ...total, ...afterOrder })) {
    assert.equal(change, id === 'paybackMonth' || id === 'nps' ? '±0' : '±0%', id);
    assert.equal(verdict, 'neither', id);
  }
});

test('a change says whether it is for the better', async () => {
  const session = await newSession();
  session.pinBaseline();
  session.typeField(VISITS, '30000');
  const { total } = session.shown;
  assert.deepEqual([total.revenue.verdict, total.cpa.verdict, total.spend.verdict], ['better', 'worse', 'neither']);
  session.typeField('retention.churn', '20%');
  const { afterOrder } = session.later;
  assert.deepEqual([afterOrder.ltv.verdict, afterOrder.nps.change], ['worse', '±0']);
});

test('what is typed is a step of its own', async () => {
  const session = await newSession();
  assert.equal(session.typeField(CPC, '9'), '');
  assert.equal(session.typeField(CPC, '10'), '');
  session.undo();
  assert.equal(valueOf(session, CPC), 9);
});

test('a gesture is one step, and none when it comes back', async () => {
  const session = await newSession();
  session.beginGesture();
  for (const position of [0.1, 0.5, 0.9]) session.slideField(CPC, position);
  session.slideField(VISITS, 0.3);
  assert.equal(session.shown.comparedWith, 'before');
  session.undo(); // not now
  assert.notEqual(valueOf(session, CPC), 8);
  session.endGesture();
  assert.equal(session.shown.comparedWith, 'before', 'the answer stays');
  assert.match(session.shown.lastChange, /^\S/);
  session.undo();
  assert.equal(session.shown.comparedWith, '');
  assert.equal(session.shown.lastChange, '');
  assert.deepEqual(scenarioOf(session), scenarioOf(await newSession()));

  session.beginGesture();
  session.stepField(CPC, 1);
  session.stepField(CPC, -1);
  session.endGesture();
  assert.equal(session.canUndo(), false);

  session.beginGesture();
  session.slideField(CPC, 0.9);
  session.cancelGesture();
  assert.equal(valueOf(session, CPC), 8);
  assert.equal(session.canUndo(), false);
});

const shareOf = (segment) => `flywheel.segments.${segment}.share`;
const sharesOf = (session) => Object.values(scenarioOf(session).flywheel.segments).map(({ share }) => share);

test('when a segment grows, the others give way in proportion', async () => {
  const session = await newSession();
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

test('whatever the shares are set to, the engine takes their sum for 100%', async () => {
  for (const segment of ['promoter', 'passive', 'detractor']) {
    const session = await newSession();
    for (let step = 0; step <= 40; ++step) {
      session.slideField(shareOf(segment), step * 7 % 41 / 40);
      assert.ok(sharesOf(session).every((share) => share >= 0 && share <= 1), String(sharesOf(session)));
      assert.equal(engine.flywheel(scenarioOf(session)).ok, true, String(sharesOf(session)));
      assert.deepEqual(engine.decodeLink(session.link()).value, scenarioOf(session));
    }
  }
});

test('within a drag, what was squeezed to nothing comes back', async () => {
  const session = await newSession();
  session.typeField(shareOf('promoter'), '50%');
  session.beginGesture();
  for (const position of [0.8, 1, 0.25]) session.slideField(shareOf('promoter'), position);
  assert.deepEqual(sharesOf(session), [0.25, 0.5, 0.25]);
  session.slideField(shareOf('promoter'), 0.5);
  session.slideField(shareOf('promoter'), 0.25);
  session.endGesture();
  assert.deepEqual(sharesOf(session), [0.25, 0.5, 0.25]);
  session.undo();
  assert.equal(valueOf(session, shareOf('promoter')), 0.5);
});

const REFERRED = 'flywheel.referralConversionRate';

test('referred visits convert as organic social ones until somebody says otherwise', async () => {
  const session = await newSession();
  const shownRate = () => session.shown.fields[REFERRED][0];
  const isNamed = () => 'referralConversionRate' in scenarioOf(session).flywheel;
  assert.equal(isNamed(), false);
  assert.equal(shownRate(), '1.2%');
  session.typeField('social.organic/conversionRate', '2%');
  assert.equal(shownRate(), '2%');
  session.removeMedium(0); // Without it, as the first cell.
  assert.equal(shownRate(), session.shown.fields['search.organic/conversionRate'][0]);
  session.undo();
  session.slideField(REFERRED, 0.9);
  assert.equal(isNamed(), true);
  const own = shownRate();
  session.typeField('social.organic/conversionRate', '3%');
  assert.equal(shownRate(), own);
  session.undo();
  session.undo();
  assert.equal(isNamed(), false);
  assert.equal(shownRate(), '2%');
});

test('every field of the engine can be set, and links bring it', async () => {
  for (const { id: field, owner, minimum, maximum } of engine.fields().value) {
    const address = owner === 'cell' ? `search.paid/${field}` : field;
    const session = await newSession();
    const before = session.scenarioJson();
    for (const position of [0.3, 0.65]) session.slideField(address, position);
    const value = valueOf(session, address);
    assert.ok(value > minimum && value < maximum, field);
    assert.notEqual(session.scenarioJson(), before, field);
    const other = await newSession();
    assert.equal(other.loadLink(session.link()), '');
    assert.equal(valueOf(other, address), value, field);
    session.undo();
    assert.equal(session.scenarioJson(), before, field);
  }
});

test('shows what a session shows that has just begun, whatever it has shown before', async () => {
  const session = await newSession();
  for (const change of [
    () => session.slideField(CPC, 0.9),
    () => session.typeField('retention.churn', '20%'),
    () => session.slideField('social.organic/conversionRate', 0.7), // referred visits follow it
    () => session.setLanguage('zh-TW', textsOf('zh-TW')),
    () => session.setCurrency('EUR'),
    () => session.addMedium(),
    () => session.stepField(VISITS, 1),
    () => session.removeMedium(0),
    () => session.undo(),
    () => session.loadPreset('flywheel-turning'),
    () => session.slideField(CPC, 0.1),
    () => session.reset(),
  ]) {
    change();
    const other = await newSession(session.language);
    other.restore(session.save());
    const { changedFields, ...shown } = session.shown;
    assert.deepEqual(shown, other.shown, String(change));
    assert.deepEqual(session.later, other.later, String(change));
  }
});

test('results after the order are the engine\'s', async () => {
  const session = await newSession();
  session.typeField('retention.churn', '20%');
  session.forgetChange();
  const { ltv, ltvToCac } = engine.customerValue(scenarioOf(session)).value.total;
  const { nps, momentum } = engine.flywheel(scenarioOf(session)).value;
  const { months, funnel } = engine.flywheel(scenarioOf(session)).value;
  const [profit, without] = [months, funnel].map((course) => course.at(-1).cumulativeProfit);
  const { afterOrder } = session.later;
  for (const [id, value, unit] of [['flywheelProfit', profit, 'money'], ['funnelProfit', without, 'money'], ['profitAhead', profit - without, 'money'], ['ltv', ltv, 'money'], ['ltvToCac', ltvToCac, 'ratio'], ['nps', nps, 'count'], ['momentum', momentum, 'ratio']]) {
    assert.equal(afterOrder[id], engine.format(value, unit).value, id);
  }
});

test('a result without a value says why', async () => {
  const session = await newSession();
  assert.equal(session.replaceScenario({ cells: Array(6).fill({ visits: 0 }) }), '');
  const { shown: { total, cells }, later } = session;
  for (const result of [total.cpa, later.afterOrder.paybackMonth, cells[0].results.roas, later.cells[0].pool.densityEffect]) {
    assert.equal(result.text, '—');
    assert.match(result.reason, /^\S.*\S$/);
  }
  assert.equal(total.revenue.text, 'NT$0');
});

test('a change after undo forgets what could be redone', async () => {
  const session = await newSession();
  session.setTitle('A');
  session.undo();
  session.setTitle('B');
  assert.equal(session.canRedo(), false);
  session.forgetHistory();
  assert.equal(session.canUndo(), false);
});

test('refusals are sentences and change nothing', async () => {
  for (const language of ['en', 'zh-TW']) {
    const session = await newSession(language);
    const revision = session.revision();
    const before = session.scenarioJson();
    const sentences = [
      session.typeField(CPC, 'lots'),
      session.typeField('social.paid/conversionRate', '150%'),
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

test('an error of a program names the place', async () => {
  const { code, field } = JSON.parse((await newSession()).replaceScenario({ cells: [{}, { conversionRate: 2 }] }));
  assert.deepEqual({ code, field }, { code: 'outOfBounds', field: 'cells[1].conversionRate' });
});

test('a scenario of a program is taken whole, with defaults', async () => {
  const session = await newSession();
  assert.equal(session.replaceScenario({ media: [{ id: 'tv', label: 'TV' }], cells: [{ visits: 10 }] }), '');
  const scenario = scenarioOf(session);
  assert.deepEqual(scenario.cells.map(({ id, visits, newCustomerShare }) => [id, visits, newCustomerShare]),
    [['tv.organic', 10, 1], ['tv.paid', 0, 1]]);
  session.undo();
  assert.equal(session.presetId(), 'cheap-clicks');
});

test('links bring the same scenario', async () => {
  const session = await newSession();
  session.setTitle('雙十一');
  session.typeField(CPC, '13.25');
  const other = await newSession();
  assert.equal(other.loadLink(`https://example.org/#${session.link()}`), '');
  assert.equal(other.scenarioJson(), session.scenarioJson());
  assert.equal(other.loadLink(session.link()), ''); // the same again is no change
  other.undo();
  assert.equal(other.canUndo(), false);
});

test('presets keep the currency; reset goes back to the last one', async () => {
  const session = await newSession();
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

test('media come, go and have names', async () => {
  const session = await newSession();
  while (scenarioOf(session).media.length < 8) session.addMedium();
  session.addMedium();
  assert.equal(scenarioOf(session).media.length, 8);
  assert.deepEqual(scenarioOf(session).media.map(({ id }) => id),
    ['social', 'search', 'integrated', 'medium-4', 'medium-5', 'medium-6', 'medium-7', 'medium-8']);
  session.removeMedium(3);
  session.addMedium();
  assert.equal(scenarioOf(session).media.at(-1).id, 'medium-9');
  assert.equal(session.setMediumLabel(0, 'Forums'), '');
  assert.equal(scenarioOf(session).media[0].label, 'Forums');
  // The language's own word is no label: it is translated.
  assert.equal(session.setMediumLabel(0, TEXTS.en['medium.social']), '');
  assert.equal(scenarioOf(session).media[0].label, '');
  while (scenarioOf(session).media.length > 1) session.removeMedium(0);
  session.removeMedium(0);
  assert.equal(scenarioOf(session).cells.length, 2);
  assert.deepEqual(reportOf(session), engine.evaluate(scenarioOf(session)).value);
});

test('own thresholds start at the average, rounded', async () => {
  const session = await newSession();
  const { cpc, cpa } = reportOf(session).thresholds;
  session.setThresholdMode(2);
  const { thresholds } = scenarioOf(session);
  assert.equal(thresholds.mode, 'target');
  assert.ok(Math.abs(thresholds.cpc / cpc - 1) < 0.01 && Math.abs(thresholds.cpa / cpa - 1) < 0.01);
  assert.equal(session.typeField('thresholds.cpc', '20'), '');
  session.setThresholdMode(0);
  session.setThresholdMode(2);
  assert.equal(valueOf(session, 'thresholds.cpc'), 20);
});

test('applied shocks bring what they promised', async () => {
  const session = await newSession();
  const presets = engine.shockPresets().value;
  session.shocks(0).forEach(({ id, applicable, outcome }, at) => {
    const { after, revenueAtRisk } = engine.shock(scenarioOf(session), presets[at].shocks).value;
    assert.equal(id, presets[at].id);
    assert.ok(applicable && outcome.includes(engine.format(revenueAtRisk, 'money').value), outcome);
    session.switchShock(id, 0);
    assert.deepEqual(reportOf(session), after, id);
    const { on, outcome: said } = session.shocks(0)[at];
    assert.ok(on && said.includes(engine.format(after.total.revenue, 'money').value), said);
    session.switchShock(id, 0);
    assert.equal(session.shocks(0)[at].on, false);
    assert.equal(session.presetId(), 'cheap-clicks');
  });
});

test('what an applied shock did is told in the present currency', async () => {
  const session = await newSession();
  const [{ id }] = session.shocks(0);
  session.switchShock(id, 0);
  session.setCurrency('EUR');
  const { on, outcome } = session.shocks(0)[0];
  assert.ok(on && outcome.includes('€') && !outcome.includes('NT$'), outcome);
});

test('a shock of one medium hits the one that was chosen', async () => {
  const session = await newSession();
  const at = session.shocks(0).findIndex(({ ofOneMedium }) => ofOneMedium);
  assert.notEqual(session.shocks(1)[at].outcome, session.shocks(0)[at].outcome);
  session.switchShock(session.shocks(0)[at].id, 1);
  assert.deepEqual(scenarioOf(session).cells.map(({ visits }) => visits > 0), [true, true, false, false, true, true]);
});

test('the baseline counts, whatever media come and go', async () => {
  for (const language of ['en', 'zh-TW']) {
    const session = await newSession(language);
    const alone = session.announcement();
    session.pinBaseline();
    assert.notEqual(session.announcement(), alone);
    session.typeField(VISITS, '30000');
    assert.equal(session.shown.comparedWith, 'baseline');
    for (const part of ['$27.02', '+22%', language === 'en' ? 'Social · Paid' : '社群媒體 · 付費引流']) {
      assert.ok(session.announcement().includes(part), session.announcement());
    }
    session.removeMedium(2);
    assert.equal(session.shown.comparedWith, 'baseline');
    assert.equal(session.shown.total.revenue.change, '+0.5%');
    session.undo();
    assert.equal(session.shown.comparedWith, 'baseline');
    session.clearBaseline();
    session.forgetChange();
    assert.equal(session.shown.comparedWith, '');
  }
});

test('the table has a row per cell and the totals, without gaps', async () => {
  const session = await newSession();
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

test('charts and explanations speak the language', async () => {
  const session = await newSession('zh-TW');
  assert.ok(session.svg('quadrant', 400, 300, 'dark').includes(TEXTS['zh-TW']['chart.quadrant.title']));
  session.setLanguage('en', textsOf('en'));
  assert.ok(session.svg('matrix', 400, 300, 'light').includes(TEXTS.en['chart.matrix.title']));
  assert.equal(JSON.parse(session.explain()).cells[1].name, 'Social · Paid');
});

test('an edit of a field that is gone changes nothing', async () => {
  const session = await newSession();
  session.removeMedium(0);
  const before = session.scenarioJson();
  assert.equal(session.typeField(CPC, '9'), '');
  session.slideField(CPC, 0.5);
  session.stepField('social.paid/none', 1);
  assert.equal(session.scenarioJson(), before);
  session.undo();
  assert.equal(session.presetId(), 'cheap-clicks');
  assert.equal(session.canUndo(), false);
});

// The canvas's module; it draws nothing here, so any rasteriser will do.
async function newApp() {
  const app = await instantiateIn(modules);
  app.start({ measure: () => [1, 0, 0, 1, 1], draw() {}, reset() {} }, { open() {}, drawChart: () => assert.fail('it has not been loaded') });
  return app;
}

test('undo, redo, baseline and reset go from the form to the canvas and back', async () => {
  const session = await newSession();
  session.loadPreset('balanced');
  session.pinBaseline();
  const links = [session.link()];
  for (const text of ['9', '10', '11']) {
    session.typeField(CPC, text);
    links.push(session.link());
  }
  session.undo();
  const announced = session.announcement();

  const app = await newApp();
  app.restore(session.save());
  assert.equal(app.link(), links[2]);
  assert.equal(app.origin(), 'balanced');
  assert.equal(app.announcement(), announced);
  app.redo();
  assert.equal(app.link(), links[3]);
  for (const link of links.slice(0, 3).reverse()) {
    app.undo();
    assert.equal(app.link(), link);
  }

  const back = await newSession();
  back.restore(app.save());
  assert.equal(back.link(), links[0]);
  assert.ok(back.revision() > app.revision());
  assert.equal(back.shown.hasBaseline, true);
  for (const link of links.slice(1)) {
    back.redo();
    assert.equal(back.link(), link);
  }
  back.reset();
  assert.equal(back.presetId(), 'balanced');
});

test('below the first screen it says and draws what the canvas does', async () => {
  const app = await newApp();
  const edits = [
    () => undefined,
    (session) => session.stepField('retention.churn', 5),
    (session) => session.typeField(VISITS, '30000'),
    (session) => session.typeField('social.paid/engagedShare', '80%'),
  ];
  for (const { id } of engine.presets().value) {
    const session = await newSession();
    session.loadPreset(id);
    session.announcement();
    for (const edit of edits) {
      edit(session);
      app.restore(session.save());
      const { cells, ...sentences } = JSON.parse(app.explain());
      const { cells: ownCells, averages, ...ownSentences } = JSON.parse(session.explain());
      assert.deepEqual(ownSentences, sentences);
      assert.ok(averages);
      assert.deepEqual(
        ownCells.map(({ id: cell, name, sentence, advice }, at) => [cell, name, sentence, advice, session.later.cells[at].formula]),
        cells.map(({ id: cell, name, sentence, advice, formula }) => [cell, name, sentence, advice ?? '', formula]));
      for (const chart of ['quadrant', 'matrix', 'wheel']) assert.equal(session.svg(chart, 400, 300, 'light'), app.svg(chart, 400, 300, 'light'), chart);
      assert.equal(session.announcement(), app.announcement());
    }
  }
});

test('a session that is not complete has the first screen, and loads the rest when asked again', async () => {
  let fails = true;
  const session = await startSession(formModule, 'en', textsOf('en'), async () => {
    if (fails) throw new Error('offline');
    return startTools();
  });
  await assert.rejects(session.complete(), /offline/);
  assert.match(session.svg('quadrant', 400, 300, 'light'), /^<svg/);
  assert.equal(session.svg('matrix', 400, 300, 'light'), '');
  const { cells, revenue } = JSON.parse(session.explain());
  assert.equal(cells[1].name, 'Social · Paid');
  assert.equal(revenue, undefined);
  session.typeField('retention.churn', '20%');
  assert.match(session.announcement(), /^Revenue/);

  fails = false;
  await Promise.all([session.complete(), session.complete()]);
  assert.match(session.svg('matrix', 400, 300, 'light'), /^<svg/);
  session.typeField('retention.churn', '30%');
  assert.ok(session.announcement().includes(session.later.sentences.customer));
});

test('a drag ends when the face changes, and is one step there', async () => {
  const session = await newSession();
  session.beginGesture();
  for (const position of [0.2, 0.4, 0.6]) session.slideField(CPC, position);
  const link = session.link();
  const other = await newSession();
  other.restore(session.save());
  assert.equal(other.link(), link);
  assert.equal(other.shown.comparedWith, 'before', 'a change to see');
  other.undo();
  assert.equal(other.presetId(), 'cheap-clicks');
  assert.equal(other.canUndo(), false);
});

test('edits outlive the memory of the calls that bring them', async () => {
  const session = await newSession();
  for (let i = 0; i < 300; ++i) {
    session.typeField(CPC, String(1 + i / 100));
    session.setTitle(`${i} ${'雙'.repeat(20)}`);
  }
  for (let i = 0; i < 200; ++i) session.undo();
  assert.equal(session.canUndo(), false);
  assert.equal(valueOf(session, CPC), 2.99);
  assert.equal(session.title(), `199 ${'雙'.repeat(20)}`);
  for (let i = 0; i < 200; ++i) session.redo();
  assert.equal(valueOf(session, CPC), 3.99);
  assert.equal(session.title(), `299 ${'雙'.repeat(20)}`);
});

test('texts to and from the application leave its memory as large as it was', async () => {
  const app = await newApp();
  const title = '雙'.repeat(20);
  const before = app.memory.buffer.byteLength;
  const times = before / Buffer.byteLength(title);
  for (let i = 0; i < times; ++i) assert.equal(app.setTitle(title), '');
  for (let i = 0; i < times; ++i) assert.equal(app.title(), title);
  assert.equal(app.memory.buffer.byteLength, before);
});

test('a refused scenario is explained, and one with endless lists too', async () => {
  const app = await newApp();
  const scenario = JSON.parse(app.scenarioJson());
  assert.equal(app.replaceScenario({ ...scenario, title: 'mine' }), '');
  assert.equal(app.title(), 'mine');
  const refused = JSON.parse(app.replaceScenario({ ...scenario, cells: Array(10000).fill(0.5) }));
  assert.equal(typeof refused.message, 'string');
  assert.equal(app.title(), 'mine');
});
