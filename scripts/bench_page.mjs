// Measures the page in Chromium and prints tables:
// - how soon something is on screen and how soon it is usable, over a slow network with an empty cache,
//   compared with the smallest possible Dear ImGui page;
// - what an embedded calculator costs before it loads;
// - how much memory stays in use after calculators are added and removed.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openChromium } from '../tests/browser/chromium.mjs';
import { memoryOf, noteMemories } from '../tests/browser/memory.mjs';
import { median } from './bench_targets.mjs';
import { writeFloor } from './imgui_floor.mjs';
import { serve } from './serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const RUNS = 5;
// What Chromium's tools called "Fast 3G".
const FAST_3G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };

async function openCold(browser, url, throttled) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (throttled) await session.send('Network.emulateNetworkConditions', FAST_3G);
  const loads = { bytes: 0, requests: 0 };
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.startsWith('http')) loads.requests += 1;
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    loads.bytes += encodedDataLength;
  });
  await page.goto(url);
  return { context, page, loads };
}

/** Milliseconds since navigation: the first contentful paint, and when `interactive` (in the page) resolves. */
async function timeToUse(browser, url, interactive) {
  const runs = [];
  for (let run = 0; run < RUNS; ++run) {
    const { context, page, loads } = await openCold(browser, url, true);
    const ready = await page.evaluate(interactive);
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
    runs.push({ paint: paint ?? ready, ready, bytes: loads.bytes });
    await context.close();
  }
  return { paint: median(runs.map(({ paint }) => paint)), ready: median(runs.map(({ ready }) => ready)), bytes: runs[0].bytes };
}

// The smallest page paints no content except its canvas.
const floorReady = () => new Promise((resolve) => {
  const look = () => window.interactive ? resolve(window.interactive) : requestAnimationFrame(look);
  look();
});
const pageReady = () => window.sextant.ready.then(() => performance.now());

async function lazyEmbed(browser, base, host) {
  const { context, page, loads } = await openCold(browser, `${host}?${base}`, false);
  await page.evaluate(() => customElements.whenDefined('sextant-calculator'));
  await page.waitForLoadState('networkidle');
  const before = { ...loads };
  await page.evaluate(() => document.querySelector('sextant-calculator').load());
  await context.close();
  return { before, after: loads };
}

async function mountCycles(browser, host) {
  const context = await browser.newContext();
  await context.addInitScript(noteMemories);
  const page = await context.newPage();
  await page.goto(host);
  const cycle = (times) => page.evaluate(async (count) => {
    await customElements.whenDefined('sextant-calculator');
    for (let i = 0; i < count; ++i) {
      const element = document.createElement('sextant-calculator');
      element.setAttribute('loading', 'click');
      document.body.prepend(element);
      await element.load();
      element.remove();
      await Promise.resolve();
    }
  }, times);
  await cycle(5);
  const before = await memoryOf(page);
  await cycle(50);
  const after = await memoryOf(page);
  await context.close();
  return { before, after };
}

const milliseconds = (value) => `${value.toFixed(0)} ms`;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const times = (a, b) => `${(a / b).toFixed(2)}×`;
function table(title, rows) {
  console.log(`\n${title}`);
  for (const row of rows) console.log('  ' + row.map((cell, i) => (i ? cell.padStart(14) : cell.padEnd(46))).join(''));
}

const article = path.join(root, 'build/floor-article');
mkdirSync(article, { recursive: true });
const [browser, sextant, floor] = await Promise.all([
  openChromium(),
  serve({ base: '/sextant/' }),
  writeFloor().then((folder) => serve({ root: folder, headers: { 'Content-Security-Policy': null } })),
]);
writeFileSync(path.join(article, 'index.html'), `<!doctype html><title>An article</title><link rel="icon" href="data:,">
<div style="height:5000px"></div><sextant-calculator></sextant-calculator><script type="module" src="${sextant.url}sextant-element.js"></script>`);
const host = await serve({ root: article, headers: { 'Content-Security-Policy': null } });

const ours = await timeToUse(browser, sextant.url, pageReady);
const least = await timeToUse(browser, floor.url, floorReady);
table(`Over "Fast 3G" from an empty cache, median of ${RUNS}`, [
  ['', 'first paint', 'interactive', 'download'],
  ['Sextant', milliseconds(ours.paint), milliseconds(ours.ready), kilobytes(ours.bytes)],
  ['floor: Dear ImGui and six sliders', milliseconds(least.paint), milliseconds(least.ready), kilobytes(least.bytes)],
  ['Sextant against the floor', times(ours.paint, least.paint), times(ours.ready, least.ready), times(ours.bytes, least.bytes)],
]);

const { before, after } = await lazyEmbed(browser, sextant.url, host.url);
table('<sextant-calculator> far from the screen, with the article itself', [
  ['', 'requests', 'download'],
  ['before it is asked for', String(before.requests), kilobytes(before.bytes)],
  ['when it runs', String(after.requests), kilobytes(after.bytes)],
]);

const memory = await mountCycles(browser, host.url);
table('Memory, after 50 times on the page and off again', [
  ['', 'JavaScript', 'WebAssembly', 'DOM nodes'],
  ['before', kilobytes(memory.before.heap), kilobytes(memory.before.wasm), String(memory.before.nodes)],
  ['after', kilobytes(memory.after.heap), kilobytes(memory.after.wasm), String(memory.after.nodes)],
]);

await Promise.all([browser.close(), sextant.close(), floor.close(), host.close()]);
