// The small flywheel for an article: its height, its three levers and its totals; and remarketing, a part of its own.
import assert from 'node:assert/strict';
import test from 'node:test';
import { eventually, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();
const HIGHEST = 640;
const WIDTHS = [390, 680, 1280];
const MODES = ['canvas', 'form'];
const LANGUAGES = ['en', 'zh-TW'];
const LEVERS = { repeatOrders: 'field.repeatOrders', churn: 'field.churn', referralVisits: 'field.referralVisits' };
const MONTHS = { en: '24 months', 'zh-TW': '24 個月' };
const CALCULATOR = '.canvas-view, .form-view';

const sliders = (page) => page.getByRole('slider');
const lever = (page, words, key) => page.getByRole('slider', { name: new RegExp(`^${words['chart.wheel.delight']} · ${words['segment.promoter']} · ${words[key]}`) });
/** The results that the line at the top shows, by their names: "Flywheel", "Profit over 24 months · Flywheel". */
const total = (page, words, key) => page.getByRole('status', { name: new RegExp(`(^|· )${words[key]}$`) });
const totalsOf = (page, words) => Promise.all(['chart.flywheel.flywheel', 'chart.flywheel.funnel', 'metric.profitAhead'].map((key) => total(page, words, key).textContent()));
/** The chart's text for screen readers, which has its numbers. */
const chartOf = (page, words) => page.getByText(new RegExp(words['chart.flywheel.mark'].split('{')[0])).or(
  page.locator(`.mirror [data-id="flywheel/profits"]`)).first().evaluate((element) => element.getAttribute('aria-label') ?? element.textContent);

for (const mode of MODES) {
  for (const language of LANGUAGES) {
    const words = TEXTS[language];

    test(`it is at most ${HIGHEST} px high on the page and in a frame: ${mode}, ${language}`, async (t) => {
      const page = await open(t, { address: `?view=wheel&mode=${mode}&lang=${language}`, viewport: { width: WIDTHS[0], height: 300 } });
      const addresses = ['', 'embed.html'].map((name) => `${name}?view=wheel&mode=${mode}&lang=${language}`);
      for (const address of addresses) {
        await page.goto(page.base + address);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 300 });
          await page.getByText(words['chart.flywheel.title'], { exact: true }).first().waitFor({ state: 'attached' });
          const height = await eventually(() => page.locator(CALCULATOR).evaluate((element) => element.getBoundingClientRect().height),
            (now) => now > 400 && now <= HIGHEST, `${address}, ${width}`);
          assert.ok(height <= HIGHEST);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${address}, ${width}`);
          if (address.startsWith('embed')) assert.ok(await page.evaluate(() => document.body.scrollHeight) <= HIGHEST, `frame, ${width}`);
        }
      }
    });

    test(`three levers of the promoters change the totals and the chart: ${mode}, ${language}`, async (t) => {
      const page = await open(t, { address: `?view=wheel&mode=${mode}&lang=${language}` });
      await eventually(() => sliders(page).count(), (count) => count === 3, 'levers');
      for (const [field, key] of Object.entries(LEVERS)) {
        const [before, drawn] = [await totalsOf(page, words), await chartOf(page, words)];
        const value = (await scenarioOf(page)).flywheel.segments.promoter[field];
        await lever(page, words, key).press('PageUp');
        await eventually(() => scenarioOf(page), ({ flywheel }) => flywheel.segments.promoter[field] > value, field);
        const [flywheel, funnel, ahead] = await eventually(() => totalsOf(page, words), (now) => now[0] !== before[0], `${field}: total`);
        assert.equal(funnel.split(/[(\s]/)[0], before[1].split(/[(\s]/)[0], 'the funnel has no promoters');
        assert.notEqual(ahead, before[2]);
        const now = await eventually(() => chartOf(page, words), (text) => text !== drawn, `${field}: chart`);
        assert.ok(now.includes('24'), now);
        assert.notEqual(flywheel, '—');
      }
    });

    test(`the flywheel's own totals are in the line at its top, and on the whole page in its part: ${mode}, ${language}`, async (t) => {
      const over = words['ui.profitOver'].replace('{months}', MONTHS[language]);
      let page;
      for (const view of ['all', 'wheel', 'flywheel', 'remarketing']) {
        const address = `?view=${view}&mode=${mode}&lang=${language}`;
        if (page) await page.visit(address);
        else page = await open(t, { address });
        assert.ok(await page.getByText(over, { exact: true }).count() > 0, view);
        for (const text of await totalsOf(page, words)) assert.match(text, /\d/, view);
        // Remarketing is a part of its own.
        const fields = page.getByRole('slider', { name: new RegExp(`${words['field.engagedShare']}`) });
        assert.equal(await fields.count(), view === 'all' || view === 'remarketing' ? 6 : 0, view);
      }
    });
  }
}

test('the totals are compared with a baseline', async (t) => {
  const words = TEXTS.en;
  let page;
  for (const mode of MODES) {
    const address = `?view=wheel&mode=${mode}&lang=en`;
    if (page) await page.visit(address);
    else page = await open(t, { address });
    await lever(page, words, 'field.referralVisits').press('PageUp');
    await eventually(() => mode === 'canvas' ? total(page, words, 'chart.flywheel.flywheel').textContent() : page.locator('.profits .change').first().textContent(),
      (text) => /\+[\d.]+%/.test(text), mode);
  }
});
