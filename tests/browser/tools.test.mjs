// The module of tools on the page, in both faces: loaded when the first of it comes into view.
import assert from 'node:assert/strict';
import test from 'node:test';
import { atRest, eventually, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();
const HORIZON = 'flywheel.months';

/** The files of the module that the page has asked for. */
const files = (page) => page.evaluate(() =>
  performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('sextant-tools')).length);

// What differs between the faces: names of the controls, and where the chart says what it shows.
const FACES = {
  canvas: {
    button: (page, words, key) => page.getByRole('button', { name: `${words[key]}: ${words['chart.customers.title']}`, exact: true }),
    state: (page, words) => page.getByRole('status', { name: words['chart.customers.title'], exact: true }),
    picture: (page, words) => page.getByRole('img', { name: words['chart.customers.mark'].split('{')[0] }),
    says: (picture) => picture.getAttribute('aria-label'),
  },
  form: {
    button: (page, words, key) => page.getByRole('button', { name: `${words[key]}: ${words['chart.customers.title']}`, exact: true }),
    state: (page) => page.locator('.courses .offer').last().getByRole('status'),
    picture: (page, words) => page.getByRole('img', { name: words['chart.customers.title'], exact: true }),
    says: (picture) => picture.locator('desc').textContent(),
  },
};

for (const [mode, { button, state, picture, says }] of Object.entries(FACES)) {
  for (const [language, words] of Object.entries(TEXTS)) {
    const address = `?mode=${mode}&lang=${language}`;

    test(`the chart of the customers is loaded when it comes into view: ${mode}, ${language}`, async (t) => {
      const page = await open(t, { address });
      await atRest(page);
      assert.equal(await files(page), 0);
      assert.equal(await picture(page, words).count(), 0);
      await button(page, words, 'tools.open').scrollIntoViewIfNeeded();
      await picture(page, words).waitFor({ state: 'attached' });
      assert.equal(await files(page), 1);
      assert.equal(await button(page, words, 'tools.open').count(), 0);

      const before = await says(picture(page, words));
      assert.ok(before.startsWith(words['chart.customers.mark'].split('{')[0]), before);
      await page.evaluate((months) => sextant.setScenario({ flywheel: { months } }), 3);
      const after = await eventually(() => says(picture(page, words)), (text) => text !== before, 'the chart after a change');
      assert.equal(await page.evaluate((field) => sextant.getScenario().flywheel[field.split('.')[1]], HORIZON), 3);
      const other = Object.keys(TEXTS).find((tag) => tag !== language);
      await page.locator('#language').click();
      await eventually(() => says(picture(page, TEXTS[other])), (text) => text !== after, 'the chart in the other language');
    });

    test(`a failed download is said, and tried again on request: ${mode}, ${language}`, async (t) => {
      // Those keep the file for later, and answer requests that this test would see.
      const page = await open(t, { address, serviceWorkers: 'block' });
      const file = '**/sextant-tools*.wasm';
      await page.route(file, (route) => route.abort());
      await button(page, words, 'tools.open').press('Enter');
      await eventually(() => state(page, words).textContent(), (text) => text === words['tools.failed'], 'why there is no chart');
      await page.unroute(file);
      await button(page, words, 'tools.retry').press('Enter');
      await picture(page, words).waitFor({ state: 'attached' });
      assert.match(page.problems.splice(0).join(), /ERR_FAILED/);
    });
  }
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
