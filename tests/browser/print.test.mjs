// Printing: scenario, results, charts, explanations and the link on one page.
import assert from 'node:assert/strict';
import test from 'node:test';
import createSextant from '../../dist/engine/index.mjs';
import { useHost } from './host_page.mjs';
import { eventually, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();
const openHost = useHost();
const engine = await createSextant();

/** The text of a printed page. */
async function onPaper(page) {
  await page.emulateMedia({ media: 'print' });
  // What makes the report arrives after the first screen.
  await page.waitForFunction(() => {
    dispatchEvent(new Event('beforeprint'));
    const roots = [document, ...[...document.querySelectorAll('sextant-calculator')].map(({ shadowRoot }) => shadowRoot)];
    return roots.some((root) => root.querySelector('.print-report'));
  });
  return page.evaluate(() => document.body.innerText);
}
const pagesOf = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;

for (const mode of ['canvas', 'form']) {
  for (const lang of ['en', 'zh-TW']) {
    test(`one page with scenario, results, charts, explanations and link: ${mode}, ${lang}`, async (t) => {
      const page = await open(t, { address: `?mode=${mode}&lang=${lang}&theme=dark` });
      await page.evaluate(() => sextant.setScenario({ ...sextant.getScenario(), title: 'A <b>printed</b> scenario' }));
      const paper = await onPaper(page);
      const scenario = await page.evaluate(() => sextant.getScenario());
      assert.ok(paper.includes('A <b>printed</b> scenario'));
      assert.ok(paper.includes(`#${engine.encodeLink(scenario).value}`));
      const { revenue, cells, customer, flywheel, momentum } = engine.explain(scenario, { lang }).value;
      for (const sentence of [revenue, customer, flywheel, momentum, ...cells.map((cell) => cell.sentence), ...cells.map(({ name }) => name)]) {
        assert.ok(paper.includes(sentence), sentence);
      }
      for (const key of ['metric.roas', 'metric.profit', 'ui.totals']) assert.ok(paper.includes(TEXTS[lang][key]), key);
      assert.deepEqual(await page.locator('.print-report svg > title').allTextContents(),
        ['quadrant', 'matrix'].map((chart) => `${scenario.title} · ${TEXTS[lang][`chart.${chart}.title`]}`));
      assert.equal(await page.locator('.print-report tbody tr').count(), cells.length + 1);
      for (const other of ['header', 'footer', '#story', '.canvas-view, .form-view']) assert.ok(!await page.locator(other).isVisible(), other);
      assert.equal(pagesOf(await page.pdf({ format: 'A4', margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' } })), 1);
      await page.emulateMedia({ media: null });
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      assert.equal(await page.locator('.print-report').count(), 0);
    });
  }
}

for (const count of [3, 4, 8]) {
  for (const lang of ['en', 'zh-TW']) {
    test(`${count} media and a long title still fit on one page: ${lang}`, async (t) => {
      const page = await open(t, { address: `?lang=${lang}` });
      const media = Array.from({ length: count }, (_, i) => ({ id: `medium-${i}`, label: `A medium number ${i}` }));
      const cells = media.flatMap(({ id }) => ['organic', 'paid'].map((kind) => ({
        id: `${id}.${kind}`, visits: 123456.7, conversionRate: 0.0234, orderValue: 1234.5, costPerClick: 12.34, fixedCost: 4321,
      })));
      const result = await page.evaluate((scenario) => sextant.setScenario(scenario), { title: 'W'.repeat(80), media, cells });
      assert.ok(result.ok, JSON.stringify(result.error));
      await onPaper(page);
      assert.equal(await page.locator('.print-report svg').count(), 2);
      // On one line the title would make everything else smaller.
      assert.ok(await page.locator('.print-report h1').evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth));
      assert.equal(pagesOf(await page.pdf({ format: 'A4', margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' } })), 1);
    });
  }
}

test('both views print the same table', async (t) => {
  const tables = [];
  let page;
  for (const mode of ['canvas', 'form']) {
    const address = `?mode=${mode}&lang=zh-TW#${engine.encodeLink({ cells: [{ id: 'social.paid', visits: 10 }] }).value}`;
    if (page) {
      await page.emulateMedia({ media: null });
      await page.visit(address);
    } else {
      page = await open(t, { address });
    }
    await onPaper(page);
    tables.push(await page.locator('.print-report table').innerText());
  }
  assert.equal(tables[0], tables[1]);
});

test('a form of one part prints the whole report, and until that can be made, what the screen shows', async (t) => {
  const page = await open(t, { address: 'embed.html?mode=form&view=quadrant&lang=en', wait: false, serviceWorkers: 'block' });
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  await page.route('**/sextant-later*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest('**/sextant-later*.wasm');
  await page.reload();
  await page.evaluate(() => sextant.ready);
  await asked;
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await page.locator('.print-report').count(), 0);
  assert.ok(await page.locator('.form-view [data-part="quadrant"]').isVisible());
  letGo();
  const paper = await onPaper(page);
  assert.equal(await page.locator('.print-report svg').count(), 2);
  assert.ok(paper.includes(engine.explain({}).value.customer), paper);
});

test('an article prints the report of its calculator and not the canvas', async (t) => {
  const page = await openHost(t, {
    content: (base) => `<sextant-calculator loading="eager" lang="en"></sextant-calculator><script type="module" src="${base}sextant-element.js"></script>`,
  });
  const element = page.locator('sextant-calculator');
  await eventually(() => element.evaluate((node) => !!node.scenario && !node.shadowRoot.querySelector('.poster')), Boolean, 'calculator');
  await onPaper(page);
  assert.ok(await element.locator('.print-report table').isVisible());
  assert.ok(!await element.locator('canvas').isVisible());
  assert.ok(await page.locator('#after').isVisible(), 'the article stays');
});
