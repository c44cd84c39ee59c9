// What the embed dialog hands out, in pages with a Cross-Origin-Embedder-Policy.
import assert from 'node:assert/strict';
import test from 'node:test';
import { useHost } from './host_page.mjs';
import { eventually, useBrowser } from './sextant_page.mjs';

const openPage = useBrowser();
const openHost = useHost();
// A host of dist/ that knows nothing of embedder policies.
const openPlainHost = useHost({ headers: { 'Cross-Origin-Resource-Policy': null } });

const POLICIES = ['require-corp', 'credentialless'];

/** The dialog's text of the kind, for the address `base`. */
async function snippet(t, kind) {
  const page = await openPage(t, { address: 'balanced/?lang=en&mode=form' });
  await page.locator('#embed').click();
  await page.locator('#embed-kind').selectOption(kind);
  const text = await page.locator('#embed-markup').inputValue();
  return (base) => text.replaceAll(page.base, base);
}

const openWith = (open, t, policy, content) => open(t, {
  content,
  hostHeaders: { 'Cross-Origin-Embedder-Policy': policy, 'Cross-Origin-Opener-Policy': 'same-origin' },
});
const isIsolated = (page) => page.evaluate(() => crossOriginIsolated);
const scenarioIn = async (page) => {
  const frame = await eventually(() => page.frames()[1], Boolean, 'frame');
  await frame.waitForFunction(() => window.sextant);
  return frame.evaluate(() => window.sextant.ready.then(() => window.sextant.getScenario().title));
};

for (const policy of POLICIES) {
  test(`the frame runs in a page with ${policy}, wherever dist/ is`, async (t) => {
    const page = await openWith(openPlainHost, t, policy, await snippet(t, 'frame'));
    assert.equal(await isIsolated(page), true, 'the policy is in force');
    await scenarioIn(page);
    await page.waitForFunction(() => Object.getOwnPropertySymbols(window).some(({ description }) => description.startsWith('sextant-frame')));
  });

  test(`the element and its picture load in a page with ${policy}`, async (t) => {
    const page = await openWith(openPlainHost, t, policy, (base) =>
      `<sextant-calculator scenario="balanced" lang="en" loading="click"></sextant-calculator>
      <script type="module" crossorigin src="${base}sextant-element.js"></script>`);
    assert.equal(await isIsolated(page), true, 'the policy is in force');
    await page.waitForFunction(() => document.querySelector('sextant-calculator').shadowRoot?.querySelector('img')?.naturalWidth > 0);
  });

  test(`the element as handed out runs in a page with ${policy}`, async (t) => {
    const page = await openWith(openPlainHost, t, policy, await snippet(t, 'element'));
    await eventually(() => page.evaluate(() => document.querySelector('sextant-calculator').report?.total?.revenue ?? 0), (revenue) => revenue > 0, 'report');
  });
}

test('with the headers of scripts/serve.mjs the frame needs no attribute, for browsers that do not know it', async (t) => {
  const handedOut = await snippet(t, 'frame');
  const page = await openWith(openHost, t, 'require-corp', (base) => handedOut(base).replace(/ credentialless="\w+"/, ''));
  assert.equal(await page.locator('iframe').evaluate((iframe) => iframe.credentialless), false);
  await scenarioIn(page);
});
