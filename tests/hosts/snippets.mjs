// What the embed dialog hands out, in articles that other people's programs have built.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { openChromium } from '../browser/chromium.mjs';
import { eventually, FEW_PIXELS } from '../browser/sextant_page.mjs';

const LEAST_HEIGHT = 300; // CSS pixels; of the quadrants, in any article

/** Of the dialog on the page at `address`, as it opens: `{frame, element}`. */
async function readDialog(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, deviceScaleFactor: FEW_PIXELS });
  await page.goto(address);
  await page.evaluate(() => sextant.ready);
  await page.locator('#embed').click();
  const preview = await (await page.locator('#embed-preview iframe').elementHandle()).contentFrame();
  await preview.waitForURL('**/embed.html?*');
  await preview.evaluate(() => sextant.ready);
  const markup = page.locator('#embed-markup');
  const frame = await markup.inputValue();
  await page.locator('#embed-kind').selectOption('element');
  const element = await markup.inputValue();
  await page.close();
  return { frame, element };
}

/** The frame stands at the height of its content, by its helper script: at the latest when the reader uses it. */
export async function assertFrameStands(page) {
  const iframe = page.locator('iframe[src*="embed.html"]');
  await iframe.scrollIntoViewIfNeeded();
  const frame = await (await iframe.elementHandle()).contentFrame();
  await frame.waitForURL('**/embed.html?*');
  await frame.evaluate(() => sextant.ready);
  const heights = async () => [
    await iframe.evaluate(({ style }) => Number.parseFloat(style.height)),
    await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height)),
  ];
  await iframe.focus();
  await eventually(heights, ([given, needed]) => given === needed && needed > LEAST_HEIGHT, 'height of the frame');
}

/** The element shows its calculator. */
export async function assertElementStands(page) {
  const element = page.locator('sextant-calculator');
  await element.scrollIntoViewIfNeeded();
  await eventually(() => element.evaluate(({ report }) => report?.total?.revenue), (revenue) => revenue > 0, 'report');
  await eventually(() => element.evaluate(({ clientHeight }) => clientHeight), (height) => height > LEAST_HEIGHT, 'height of the element');
  assert.ok(await element.getByRole('slider').first().isVisible());
}

/**
 * Registers a browser and a published Sextant for the test file. From the first test on, `snippets` has
 * `{address, frame, element}`: where Sextant is, and the two snippets, the element's in Chinese.
 * `open(t, folder, path)` opens a page of a built site; the test fails when that reports an error or asks a third host,
 * unless it removes that from `problems`.
 */
export function useSnippets() {
  const snippets = {};
  let browser;
  let sextant;
  before(async () => {
    [browser, sextant] = await Promise.all([openChromium(), serve({ base: '/sextant/', root: process.env.SEXTANT_DIST })]);
    const { frame } = await readDialog(browser, `${sextant.url}?lang=en`);
    const { element } = await readDialog(browser, `${sextant.url}?lang=zh-TW`);
    Object.assign(snippets, { address: sextant.url, frame, element });
  });
  after(async () => {
    await browser?.close();
    await sextant?.close();
  });

  const open = async (t, folder, path) => {
    const site = await serve({ root: folder, headers: { 'Content-Security-Policy': null } });
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: FEW_PIXELS, locale: 'en-US' });
    const problems = [];
    // Another host name is another site: its frames are third parties.
    const host = site.url.replace('127.0.0.1', 'localhost');
    context.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    context.on('weberror', (error) => problems.push(String(error.error())));
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (/^https?:$/.test(protocol) && ![new URL(sextant.url).origin, new URL(host).origin].includes(origin)) problems.push(`request to ${request.url()}`);
    });
    t.after(async () => {
      await context.close();
      await site.close();
      assert.deepEqual(problems, []);
    });
    const page = await context.newPage();
    await page.goto(host + path);
    return Object.assign(page, { problems });
  };
  return { snippets, open };
}
