// Apps of other people's builds, shown in Chromium: what they print is compared with what dist/engine gives.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import createSextant from '../../dist/engine/index.mjs';
import createTools from '../../dist/engine/tools.mjs';
import { serve } from '../../scripts/serve.mjs';
import { openChromium } from '../browser/chromium.mjs';

const SCENARIO = { cells: [{ id: 'social.paid', visits: 15000, conversionRate: 0.0229, orderValue: 1180, costPerClick: 8 }] };

/** What every app shows: show.js of the projects. */
export async function expectedResults() {
  const { total } = (await createSextant()).evaluate(SCENARIO).value;
  const { svg } = (await createTools()).customersByMonth(SCENARIO).value;
  return { revenue: total.revenue, cpa: total.cpa, svg: svg.length };
}

/** Registers a browser for the test file; returns how to see what an app shows. */
export function useBrowser() {
  let browser;
  before(async () => {
    browser = await openChromium();
  });
  after(() => browser?.close());

  /** The text of the page at the address, as soon as it shows results or a failure. */
  async function readPage(address, found = 'body') {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      const problems = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      await page.goto(address);
      await page.locator(found, { hasText: /\{.*\}|failed: / }).waitFor();
      return { text: await page.locator(found).textContent(), problems };
    } finally {
      await context.close();
    }
  }

  return {
    readPage,
    /** The app in `folder` computes under a strict policy, unless `headers` say otherwise. */
    async assertApp(folder, name = '', headers = {}) {
      const server = await serve({ root: folder, base: '/some/app/', headers });
      try {
        const { text, problems } = await readPage(server.url + name);
        assert.deepEqual(problems, []);
        assert.deepEqual(JSON.parse(text.replace(/^failed: .*/, JSON.stringify)), await expectedResults());
      } finally {
        await server.close();
      }
    },
  };
}
