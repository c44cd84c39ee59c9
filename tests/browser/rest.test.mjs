// Sharp at every resolution, idle at rest, and restored after a lost WebGL
// context.
import assert from 'node:assert/strict';
import test from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';
import { OPTIONS } from './chromium.mjs';
import { atRest, CPC, eventually, FEW_PIXELS, painted, pixelsOf, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();
const REST_MILLISECONDS = 3000;

/** Counts the frames and timers that the page requests. */
function countWork() {
  window.work = { frames: 0, timers: 0 };
  const { requestAnimationFrame, setTimeout, setInterval } = window;
  window.requestAnimationFrame = (run) => requestAnimationFrame((time) => {
    window.work.frames += 1;
    run(time);
  });
  window.setTimeout = (run, wait, ...rest) => setTimeout((...given) => {
    window.work.timers += 1;
    run(...given);
  }, wait, ...rest);
  window.setInterval = (run, wait, ...rest) => setInterval((...given) => {
    window.work.timers += 1;
    run(...given);
  }, wait, ...rest);
}

test('at rest there are no frames and no timers', async (t) => {
  const page = await open(t, { before: countWork });
  const slider = page.getByRole('slider', { name: CPC, exact: true });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.mouse.move(600, 400);
  await atRest(page);
  const start = await page.evaluate(() => ({ ...window.work }));
  assert.ok(start.frames > 0, 'the counter counts');
  assert.ok(start.timers > 0, 'the counter counts');
  const frames = await painted(page);
  await new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS));
  assert.deepEqual(await page.evaluate(() => window.work), start);
  assert.equal(await painted(page), frames);
});

test('nothing is painted while the calculator is off the screen', async (t) => {
  const page = await open(t);
  await page.evaluate(() => {
    document.body.style.height = '9000px';
    scrollTo(0, 8000);
  });
  await eventually(() => page.evaluate(() => document.querySelector('.sextant').getBoundingClientRect().bottom), (bottom) => bottom < 0, 'scroll');
  await atRest(page);
  const frames = await painted(page);
  assert.equal((await page.evaluate(() => sextant.setScenario({ title: 'elsewhere' }))).ok, true);
  await eventually(() => page.title(), (title) => title.startsWith('elsewhere'), 'title');
  assert.equal(await painted(page), frames);
  await page.evaluate(() => scrollTo(0, 0));
  await eventually(() => painted(page), (count) => count > frames, 'frames');
});

// At 1350 points the calculator is lower where a scroll bar makes it narrower. Playwright's own Chromium has none.
test('a scroll bar that makes the calculator lower does not come and go', async (t) => {
  const [browser, server] = await Promise.all([
    chromium.launch({ ...OPTIONS, ignoreDefaultArgs: ['--hide-scrollbars'] }),
    serve({ root: process.env.SEXTANT_DIST }),
  ]);
  t.after(() => Promise.all([browser.close(), server.close()]));
  const page = await browser.newPage({ viewport: { width: 1350, height: 800 }, deviceScaleFactor: FEW_PIXELS, locale: 'en-US' });
  await page.goto(server.url);
  await page.evaluate(() => sextant.ready);
  await atRest(page);
  const [height, width] = await page.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.clientWidth]);
  assert.ok(width < 1350, 'there is a scroll bar');
  await page.setViewportSize({ width: 1350, height });
  await atRest(page);
  const frames = await painted(page);
  await new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS));
  assert.equal(await painted(page), frames);
});

const backing = (page) => page.evaluate(() => {
  const canvas = document.querySelector('canvas');
  const { width, height } = canvas.getBoundingClientRect();
  return { css: [width, height], pixels: [canvas.width, canvas.height] };
});

for (const ratio of [1, 2, 3]) {
  test(`every device pixel is painted at a ratio of ${ratio}`, async (t) => {
    const page = await open(t, { deviceScaleFactor: ratio, viewport: { width: 501, height: 303 } });
    for (const size of [{ width: 501, height: 303 }, { width: 391, height: 400 }, { width: 703, height: 255 }]) {
      await page.setViewportSize(size);
      await eventually(() => backing(page), ({ css, pixels }) =>
        Math.abs(css[0] - size.width) < 20 && pixels.every((count, axis) => count === Math.round(css[axis] * ratio)), 'size');
    }
    const revenue = page.getByRole('status', { name: TEXTS.en['metric.revenue'], exact: true }).first();
    await revenue.scrollIntoViewIfNeeded();
    await atRest(page);
    // Sharp text has neighbouring device pixels that differ strongly.
    const { x, y } = await revenue.boundingBox();
    const pixels = await pixelsOf(page, { x, y, width: 120, height: 60 });
    const contrast = pixels.reduce((most, value, at) => at < 4 ? most : Math.max(most, Math.abs(value - pixels[at - 4])), 0);
    assert.ok(contrast > 150, `contrast of neighbours ${contrast}`);
  });
}

test('a canvas too large for the GPU is painted at a lower resolution, not cut off', async (t) => {
  const page = await open(t, { deviceScaleFactor: 3, viewport: { width: 800, height: 2400 } });
  const { css, pixels } = await eventually(() => backing(page), ({ pixels: [, height] }) => height > 1000, 'size');
  assert.ok(pixels[0] * pixels[1] <= 4100 ** 2, String(pixels));
  assert.ok(pixels[1] > 6000, 'not coarser than need be');
  assert.ok(Math.abs(pixels[0] / pixels[1] - css[0] / css[1]) < 0.01);
});

test('a lost context is restored with the picture and the scenario', async (t) => {
  const page = await open(t, { deviceScaleFactor: 1 });
  await page.getByRole('slider', { name: CPC, exact: true }).fill('31');
  await atRest(page);
  const canvas = page.locator('canvas');
  const before = await canvas.screenshot();
  const scenario = await scenarioOf(page);
  await page.evaluate(() => {
    const element = document.querySelector('canvas');
    window.extension = element.getContext('webgl2').getExtension('WEBGL_lose_context');
    window.lost = new Promise((resolve) => element.addEventListener('webglcontextlost', resolve));
    window.extension.loseContext();
  });
  await page.evaluate(async () => {
    await window.lost;
    window.extension.restoreContext();
  });
  await eventually(() => canvas.screenshot(), (picture) => picture.equals(before), 'picture');
  assert.deepEqual(await scenarioOf(page), scenario);
});
