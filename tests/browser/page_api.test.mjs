// window.sextant and the sextant-change event.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CPC, eventually, reportOf, scenarioOf, useBrowser } from './sextant_page.mjs';

const open = useBrowser();

const set = (page, scenario) => page.evaluate((value) => sextant.setScenario(value), scenario);

test('setScenario and getScenario agree, and the page shows the scenario', async (t) => {
  const page = await open(t);
  const scenario = await scenarioOf(page);
  scenario.title = '測試';
  scenario.cells[1].costPerClick = 42;
  assert.deepEqual(await set(page, scenario), { ok: true, value: scenario });
  assert.deepEqual(await scenarioOf(page), scenario);
  const slider = page.getByRole('slider', { name: CPC, exact: true });
  await eventually(() => slider.inputValue(), (value) => value === '42', 'slider');
  await eventually(() => page.locator('#title').inputValue(), (value) => value === '測試', 'title');
  const report = await reportOf(page);
  assert.equal(report.cells.length, 6);
  assert.equal(report.total.revenue, report.cells.reduce((sum, { revenue }) => sum + revenue, 0));
});

test('a partial scenario is completed', async (t) => {
  const page = await open(t);
  const { ok, value } = await set(page, { cells: [{ id: 'search.paid', visits: 1000, conversionRate: 0.1, orderValue: 500 }] });
  assert.equal(ok, true);
  assert.equal(value.cells.length, 6);
  assert.equal(value.cells[0].visits, 0);
  assert.equal((await reportOf(page)).total.revenue, 50000);
});

test('invalid scenarios are refused by name and change nothing', async (t) => {
  const page = await open(t);
  const before = await scenarioOf(page);
  const paid = (fields) => `({cells: [{id: 'social.paid', ...${fields}}]})`;
  const inputs = [
    ['null', ''], ['undefined', ''], ['7', ''], ['"text"', ''], ['[]', ''], ['(() => 1)', ''],
    ['({grossMargin: 2})', 'grossMargin'], ['({grossMargin: NaN})', 'grossMargin'], ['({grossMargin: "0.5"})', 'grossMargin'],
    ['({grossMargin: null})', 'grossMargin'], ['({grossMargin: 1n})', 'grossMargin'], ['({surprise: 1})', 'surprise'],
    [paid('{visits: -1}'), 'cells[0].visits'], [paid('{visits: Infinity}'), 'cells[0].visits'],
    [paid('{conversionRate: 1.5}'), 'cells[0].conversionRate'], [paid('{costPerClick: true}'), 'cells[0].costPerClick'],
    [paid('{visits: {valueOf: () => 1}}'), 'cells[0].visits'], ['({cells: [{id: "social.free"}]})', 'cells[0].id'],
    ['({cells: {}})', 'cells'], ['({media: []})', 'media'], ['({title: "x".repeat(10000)})', 'title'],
    ['({currency: "dollars"})', 'currency'], ['({title: Symbol("x")})', 'title'],
  ];
  for (const [source, field] of inputs) {
    const answer = await page.evaluate(`sextant.setScenario(${source})`);
    assert.equal(answer.ok, false, source);
    assert.equal(typeof answer.error.code, 'string', source);
    assert.equal(answer.error.field, field, source);
    assert.ok(answer.error.message.length > 5, source);
    assert.deepEqual(await scenarioOf(page), before, source);
  }
});

test('objects with hostile properties do no harm', async (t) => {
  const page = await open(t);
  const before = await scenarioOf(page);
  const inputs = [
    '({get title() { throw new Error("no"); }})',
    '(() => { const own = {}; own.cells = [own]; return own; })()',
    'new Proxy({}, { ownKeys() { throw new Error("no"); } })',
    'new Proxy({}, { get() { throw new Error("no"); }, ownKeys: () => ["title"], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }) })',
    '({cells: new Proxy([], { get: (target, key) => key === "length" ? 1e9 : target[key] })})',
    '({cells: new Array(1e7)})',
    'JSON.parse(\'{"__proto__": {"title": "x"}}\')',
    'Object.create({ get title() { throw new Error("inherited"); } }, { media: { value: 5, enumerable: true } })',
    '(() => { let deep = []; for (let i = 0; i < 1e5; ++i) deep = [deep]; return { cells: deep }; })()',
  ];
  for (const source of inputs) {
    const answer = await page.evaluate(`sextant.setScenario(${source})`);
    assert.equal(answer.ok, false, source);
    assert.equal(typeof answer.error.message, 'string', source);
    assert.deepEqual(await scenarioOf(page), before, source);
  }
  assert.equal((await page.evaluate(() => sextant.setScenario({ title: 'still alive' }))).ok, true);
});

test('extreme scenarios are shown with valid numbers', async (t) => {
  const page = await open(t);
  const cell = (id, value) => ({ id, visits: value, conversionRate: 1, orderValue: value, costPerClick: 1e6, fixedCost: 1e12, newCustomerShare: 0 });
  const scenarios = [
    { cells: [] },
    { cells: [{ id: 'social.paid', visits: 100, costPerClick: 5 }] },
    { cells: ['social.organic', 'social.paid', 'search.organic', 'search.paid'].map((id) => cell(id, 1e9)) },
    { grossMargin: 0, cells: [cell('search.paid', 5e-324)] },
    { media: Array.from({ length: 8 }, (_, index) => ({ id: `m${index}`, label: '媒體'.repeat(5) })) },
    { media: [{ id: 'one', label: '' }], thresholds: { mode: 'target', cpc: 0, cpa: 0 } },
  ];
  for (const scenario of scenarios) {
    const answer = await set(page, scenario);
    assert.equal(answer.ok, true, JSON.stringify(answer));
    const expected = answer.value.cells.length;
    await eventually(() => page.locator('.mirror input[type=range][aria-label$="(CPC)"]').count(), (count) => count >= expected, 'sliders');
    const words = await page.evaluate(() => [...document.querySelectorAll('.mirror *')]
      .flatMap((element) => [element.ariaLabel, element.ariaValueText, element.value, element.textContent]).filter(Boolean).join('\n'));
    assert.doesNotMatch(words, /NaN|Infinity|\binf\b|undefined(?!: )/i);
  }
});

test('a change is reported once it has settled', async (t) => {
  const page = await open(t);
  await page.evaluate(() => {
    window.changes = [];
    addEventListener('sextant-change', ({ detail }) => window.changes.push(detail));
  });
  const slider = page.getByRole('slider', { name: CPC, exact: true });
  await slider.fill('15');
  const [change, ...rest] = await eventually(() => page.evaluate(() => window.changes), (list) => list.length, 'event');
  assert.equal(rest.length, 0);
  assert.deepEqual(change.scenario, await scenarioOf(page));
  assert.deepEqual(change.report, await reportOf(page));
  assert.match(change.link, /^1~/);
  await page.locator('#theme').click();
  await page.locator('#language').click();
  await page.getByRole('slider', { name: CPC, exact: true }).waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => window.changes.length), 1);
});

test('before the application has loaded, calls return notReady', async (t) => {
  const page = await open(t, {
    wait: false,
    before: () => {
      window.early = new Promise((resolve) => {
        let api;
        Object.defineProperty(window, 'sextant', {
          configurable: true,
          get: () => api,
          set(value) {
            api = value;
            resolve([api.getScenario(), api.getReport(), api.setScenario({}), api.stats().frames]);
          },
        });
      });
    },
  });
  const [scenario, report, answer, frames] = await page.evaluate(() => window.early);
  assert.deepEqual([scenario, report, answer.ok, answer.error.code, frames], [null, null, false, 'notReady', 0]);
  await page.evaluate(() => sextant.ready);
});
