// Opens dist/ as a reader's browser would, under a sub-path and with a strict
// policy. A test fails when its page reports an error, violates the policy or
// sends a request to another origin.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { openChromium } from './chromium.mjs';

const BASE = '/some/folder/';
const VIEWPORT = { width: 1280, height: 800 };
// As if zoomed out: most of a test's time would go to the rasteriser in software. Tests that look at pixels
// ask for all.
export const FEW_PIXELS = 0.5;
// The worker downloads the whole site beside each test, a third of its processor time. offline.test.mjs is about it.
const WITHOUT_WORKER = { serviceWorkers: 'block' };
const POLL_MILLISECONDS = 25;
// On a busy machine a single answer may take seconds; what never comes true fails all the same.
const PATIENCE_MILLISECONDS = 30_000;
const FEWEST_QUESTIONS = 10;

const texts = (language) => {
  const { shared, page, occasional, embedded, element, dialogs, definitions, decide } = JSON.parse(readFileSync(new URL(`../../src/locales/${language}.json`, import.meta.url), 'utf8'));
  const named = (section, texts) => Object.fromEntries(Object.entries(texts).map(([id, text]) => [`${section}.${id}`, text]));
  return { ...shared, ...page, ...occasional, ...embedded, ...element, ...dialogs, ...named('define', definitions), ...named('decide', decide) };
};
export const TEXTS = { en: texts('en'), 'zh-TW': texts('zh-TW') };

/** Accessible name of a cell's input or result: "Social · Paid · Visits". */
export function nameOf(cell, key, language = 'en') {
  const [medium, kind] = cell.split('.');
  const words = TEXTS[language];
  return `${words[`medium.${medium}`]} · ${words[`kind.${kind}`]} · ${words[key]}`;
}

export const CPC = nameOf('social.paid', 'field.costPerClick');

/** Retries until the result is as wanted; fails with the last result. */
export async function eventually(ask, isGood, what) {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  for (let asked = 1; ; ++asked) {
    const answer = await ask();
    if (isGood(answer)) return answer;
    if (performance.now() > end && asked >= FEWEST_QUESTIONS) assert.fail(`${what}: still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
}

/** Registers a browser for the test file; returns a function that opens pages in it. */
export function useBrowser() {
  let browser;
  let server;
  before(async () => {
    [browser, server] = await Promise.all([
      openChromium(),
      serve({ base: BASE, root: process.env.SEXTANT_DIST }), // dist/ by default
    ]);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** `address` begins with "?" or "#". `before` runs in the page before its own scripts. `routes`: who answers which requests. */
  return async function open(t, { address = '', before: script, routes = {}, wait = true, ...options } = {}) {
    const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: FEW_PIXELS, locale: 'en-US', ...WITHOUT_WORKER, ...options });
    const page = await context.newPage();
    const problems = [];
    context.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    context.on('weberror', (error) => problems.push(String(error.error())));
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== new URL(server.url).origin && protocol !== 'data:') problems.push(`request to ${request.url()}`);
    });
    await context.addInitScript(() => addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)));
    if (script) await context.addInitScript(script);
    for (const [files, answer] of Object.entries(routes)) await context.route(files, answer);
    t.after(async () => {
      await context.close();
      assert.deepEqual(problems, []);
    });
    const everything = async () => {
      await page.evaluate(() => window.sextant.ready);
      // The form loads its last parts when the first screen is there.
      await page.locator('.later:not([hidden])').waitFor({ state: 'detached' });
    };
    /** Opens another address in the same window, which takes two thirds of the time of a new one. */
    const visit = async (next) => {
      const [to, from] = [server.url + next, page.url()];
      assert.notEqual(to.split('#')[0], from.split('#')[0], 'a new hash alone does not load the page');
      await page.goto(to);
      if (wait) await everything();
    };
    await page.goto(server.url + address);
    if (wait) await everything();
    return Object.assign(page, { base: server.url, problems, visit });
  };
}

/** What assistive technology finds within an element, in order: {role, name, text}. */
export async function rolesIn(locator) {
  const lines = (await locator.ariaSnapshot()).split('\n');
  return lines.map((line) => {
    // Quoted whole if it contains characters that YAML gives a meaning.
    const plain = line.trim().replace(/^- '(.*)'(:?.*)$/, (_, quoted, rest) => `- ${quoted.replaceAll("''", "'")}${rest}`);
    const [, role, quoted, text = ''] = plain.match(/^- ([\w/]+)(?: ("(?:[^"\\]|\\.)*"))?(?: \[[^\]]*\])*:?\s*(.*)$/) ?? [];
    return { role, name: quoted ? JSON.parse(quoted) : '', text };
  });
}

export const scenarioOf = (page) => page.evaluate(() => window.sextant.getScenario());
export const reportOf = (page) => page.evaluate(() => window.sextant.getReport());

/** The value of a cell's input in the scenario. */
export async function inputOf(page, cell, field) {
  return (await scenarioOf(page)).cells.find(({ id }) => id === cell)[field];
}

export const revenueOf = async (page) => (await reportOf(page)).total.revenue;

/** How many frames have been painted so far. */
export const painted = (page) => page.evaluate(() => sextant.stats().frames);

/** Waits until nothing has been painted for a while; returns the number of frames painted. */
export async function atRest(page) {
  let frames = -1;
  let since = 0;
  await eventually(async () => {
    const now = await painted(page);
    if (now !== frames) since = performance.now();
    frames = now;
    return performance.now() - since;
  }, (quiet) => quiet > 1500, 'rest');
  return frames;
}

/** Red, green, blue and alpha of every device pixel of a part of the screen, row by row. */
export async function pixelsOf(page, clip) {
  const picture = await page.screenshot({ clip });
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, image.width, image.height).data];
  }, picture.toString('base64'));
}

/** The slider's middle on the screen, after scrolling to it if necessary. */
export async function middleOf(locator) {
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2, width, height };
}
