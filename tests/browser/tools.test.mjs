// The module of tools on the page: the canvas loads it when the first of it comes into view, the form when its first
// screen is there.
import assert from 'node:assert/strict';
import test from 'node:test';
import { atRest, eventually, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();
const HORIZON = 'flywheel.months';

/** The files of the module that the page has asked for. */
const files = (page) => page.evaluate(() =>
  performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('sextant-later')).length);

for (const [language, words] of Object.entries(TEXTS)) {
  const address = `?mode=canvas&lang=${language}`;
  const button = (page, key) => page.getByRole('button', { name: `${words[key]}: ${words['chart.customers.title']}`, exact: true });
  const picture = (page, { 'chart.customers.mark': mark } = words) => page.getByRole('img', { name: mark.split('{')[0] });
  const says = (shown) => shown.getAttribute('aria-label');

  test(`the chart of the customers is loaded when it comes into view: ${language}`, async (t) => {
    const page = await open(t, { address });
    await atRest(page);
    assert.equal(await files(page), 0);
    assert.equal(await picture(page).count(), 0);
    await button(page, 'tools.open').scrollIntoViewIfNeeded();
    await picture(page).waitFor({ state: 'attached' });
    assert.equal(await files(page), 1);
    assert.equal(await button(page, 'tools.open').count(), 0);

    const before = await says(picture(page));
    assert.ok(before.startsWith(words['chart.customers.mark'].split('{')[0]), before);
    await page.evaluate((months) => sextant.setScenario({ flywheel: { months } }), 3);
    const after = await eventually(() => says(picture(page)), (text) => text !== before, 'the chart after a change');
    assert.equal(await page.evaluate((field) => sextant.getScenario().flywheel[field.split('.')[1]], HORIZON), 3);
    const other = Object.keys(TEXTS).find((tag) => tag !== language);
    await page.locator('#language').click();
    await eventually(() => says(picture(page, TEXTS[other])), (text) => text !== after, 'the chart in the other language');
  });

  test(`a failed download is said, and tried again on request: ${language}`, async (t) => {
    // Those keep the file for later, and answer requests that this test would see.
    const page = await open(t, { address, serviceWorkers: 'block' });
    const file = '**/sextant-later*.wasm';
    await page.route(file, (route) => route.abort());
    await button(page, 'tools.open').press('Enter');
    const state = page.getByRole('status', { name: words['chart.customers.title'], exact: true });
    await eventually(() => state.textContent(), (text) => text === words['tools.failed'], 'why there is no chart');
    await page.unroute(file);
    await button(page, 'tools.retry').press('Enter');
    await picture(page).waitFor({ state: 'attached' });
    assert.match(page.problems.splice(0).join(), /ERR_FAILED/);
  });

  test(`the form is there before the tools, and they bring what is below, which follows every change: ${language}`, async (t) => {
    let letGo;
    const held = new Promise((resolve) => { letGo = resolve; });
    const page = await open(t, {
      address: `?mode=form&lang=${language}`,
      wait: false,
      serviceWorkers: 'block',
      routes: {
        '**/sextant-later*.wasm': async (route) => {
          await held;
          await route.continue();
        },
      },
    });
    await page.evaluate(() => sextant.ready);
    const chart = (name, texts = words) => page.getByRole('img', { name: texts[`chart.${name}.title`], exact: true });
    assert.equal(await chart('quadrant').count(), 1);
    assert.equal(await chart('matrix').count(), 0);
    letGo();
    const names = ['matrix', 'wheel', 'flywheel', 'customers'];
    for (const name of names) await chart(name).waitFor({ state: 'attached' });
    assert.equal(await files(page), 1);

    const says = (texts) => Promise.all(names.map((name) => chart(name, texts).locator('desc').textContent({ timeout: 5000 })));
    const before = await says(words);
    await page.evaluate(() => sextant.setScenario({ cells: [{ visits: 500 }], flywheel: { months: 3 } }));
    await eventually(() => says(words), (texts) => texts.every((text, at) => text !== before[at]), 'the charts after a change');
    const other = Object.keys(TEXTS).find((tag) => tag !== language);
    await page.locator('#language').click();
    for (const name of names) await chart(name, TEXTS[other]).waitFor({ state: 'attached' });
  });
}

test('the months are in a table of the form', async (t) => {
  const page = await open(t, { address: '?mode=form' });
  const details = page.locator('.flywheel details');
  await details.locator('summary').click();
  const rows = details.getByRole('row');
  await eventually(() => rows.count(), (count) => count === 25, 'heading and 24 months');
  await page.evaluate(() => sextant.setScenario({ flywheel: { months: 3 } }));
  await eventually(() => rows.count(), (count) => count === 4, 'after a change');
});
