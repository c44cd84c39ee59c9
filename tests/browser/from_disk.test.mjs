// dist/ opened from a disk, without a server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openChromium } from './chromium.mjs';
import { TEXTS } from './sextant_page.mjs';

const DIST = pathToFileURL(`${process.env.SEXTANT_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))}/`).href;

let browser;
before(async () => {
  browser = await openChromium();
});
after(() => browser.close());

async function open(t, address) {
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(DIST + address);
  return page;
}

for (const address of ['index.html', 'balanced/zh-TW/index.html', 'index.html?mode=form&lang=en']) {
  test(`the page says in both languages what it needs, in place of a bar that stands still: ${address}`, async (t) => {
    const page = await open(t, address);
    for (const lang of ['en', 'zh-TW']) {
      const sentence = page.locator(`#failure p[lang="${lang}"]`);
      await sentence.waitFor();
      assert.equal(await sentence.textContent(), TEXTS[lang].disk);
    }
    assert.equal(await page.locator('#progress').isVisible(), false);
    assert.ok(await page.locator('#poster svg').first().isVisible());
  });
}

for (const mode of ['canvas', 'form']) {
  test(`the frame calculates from a disk, too: ${mode}`, async (t) => {
    const page = await open(t, `embed.html?lang=en&preset=balanced&mode=${mode}`);
    await page.waitForFunction(() => window.sextant);
    assert.ok(await page.evaluate(() => window.sextant.ready.then(() => window.sextant.getReport().total.revenue)) > 0);
  });
}
