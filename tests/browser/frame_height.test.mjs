// The height of embed.html's iframe in an article: with the snippet as the embed dialog hands it out, nothing that is
// read moves.
import assert from 'node:assert/strict';
import test from 'node:test';
import createSextant from '../../dist/engine/index.mjs';
import { useHost } from './host_page.mjs';
import { eventually, TEXTS, useBrowser } from './sextant_page.mjs';

const openPage = useBrowser();
const openHost = useHost();

const VIEWS = Object.keys(TEXTS.en).filter((key) => key.startsWith('embed.view.')).map((key) => key.slice('embed.view.'.length));
const WIDTHS = [340, 600, 720, 1000];
// An iframe near the beginning: what follows it is on the screen.
const VIEWPORT_HEIGHT = 1000;
const MAXIMUM_HEIGHT = 640;
const HEIGHT_STEP = 20;

const watch = () => {
  window.heard = [];
  window.jumps = 0;
  addEventListener('message', ({ data }) => window.heard.push(data));
  if (window === top) {
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.jumps += value;
    }).observe({ type: 'layout-shift', buffered: true });
  }
};
const jumps = (page) => page.evaluate(() => new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(window.jumps))))));
const heard = (page, type) => page.evaluate((wanted) => window.heard.filter((data) => data?.type === wanted && data.sextant), type);
const heightOf = (page) => page.locator('iframe').evaluate(({ clientHeight }) => clientHeight);
/** What the frame has said last. */
const told = async (page) => (await eventually(() => heard(page, 'height'), ({ length }) => length > 0, 'height')).at(-1).height;
const low = (html) => `<div style="height:1000px">Long before.</div>${html}<div style="height:2000px">Long after.</div>`;

const choose = (page, view) => page.locator(`[name=embed-view][value=${view}]`).evaluate((radio) => radio.click());

/** Part → what the dialog hands out for it once its preview stands. */
const handedOut = new Map();
let base;

async function handOut(t) {
  const page = await openPage(t, { address: 'balanced/?lang=en&mode=form' });
  base = page.base;
  await page.locator('#embed').click();
  const preview = page.locator('#embed-preview iframe');
  for (const view of VIEWS) {
    await choose(page, view);
    const frame = await (await preview.elementHandle()).contentFrame();
    await frame.waitForFunction(() => window.sextant);
    await frame.evaluate(() => window.sextant.ready);
    const height = Math.ceil(await frame.evaluate(() => document.body.getBoundingClientRect().height) / HEIGHT_STEP) * HEIGHT_STEP;
    await eventually(() => preview.evaluate(({ style }) => style.height), (shown) => shown === `${height}px`, `${view}: preview of ${height} px`);
    handedOut.set(view, await page.locator('#embed-markup').inputValue());
  }
}

test('while its preview starts, the dialog hands out no height but the most, then that of the part', async (t) => {
  const page = await openPage(t, { address: 'balanced/?lang=en&mode=form' });
  await page.evaluate(() => {
    window.heights = new Set();
    const look = () => {
      const [, height] = /height="(\d+)"/.exec(document.querySelector('#embed-markup')?.value) ?? [];
      if (height) window.heights.add(Number(height));
      requestAnimationFrame(look);
    };
    look();
  });
  await page.locator('#embed').click();
  await choose(page, 'story');
  const frame = await eventually(() => page.frames()[1], Boolean, 'preview');
  await frame.waitForFunction(() => window.sextant);
  await frame.evaluate(() => window.sextant.ready);
  const height = await frame.evaluate(() => document.body.getBoundingClientRect().height);
  const heights = await eventually(() => page.evaluate(() => [...window.heights]), ({ length }) => length > 1, 'height of the part');
  assert.deepEqual(heights, [MAXIMUM_HEIGHT, Math.ceil(height / HEIGHT_STEP) * HEIGHT_STEP]);
});

test('the snippets for every part', async (t) => {
  await handOut(t);
  assert.deepEqual([...handedOut.keys()], VIEWS);
});

for (const width of WIDTHS) {
  test(`an article of ${width} px does not jump when a part arrives in the middle of the screen`, async (t) => {
    const viewport = { width, height: VIEWPORT_HEIGHT };
    const page = await openHost(t, { content: () => '', before: watch, viewport });
    for (const view of VIEWS) {
      await page.show((there) => handedOut.get(view).replaceAll(base, there));
      const reserved = await heightOf(page);
      const content = await told(page);
      assert.ok(content > 300, `${view}: ${content} px`);
      assert.equal((await heard(page, 'ready')).length, 1, `${view}: nothing is told before it is ready`);
      assert.equal(await jumps(page), 0, view);
      if (reserved < VIEWPORT_HEIGHT) assert.equal(await heightOf(page), reserved, view);
    }
    // What would have been seen.
    await page.evaluate(() => {
      document.querySelector('iframe').style.height = '71px';
    });
    assert.ok(await eventually(() => jumps(page), (sum) => sum > 0, 'jump') > 0);
  });

  test(`in an article of ${width} px a part has its height before what follows it is on the screen`, async (t) => {
    const viewport = { width, height: VIEWPORT_HEIGHT };
    const page = await openHost(t, { content: () => '', before: watch, viewport });
    for (const view of ['quadrant', 'formula', 'flywheel']) {
      await page.show((there) => low(handedOut.get(view).replaceAll(base, there)));
      // A frame that is not on the screen draws nothing yet.
      await page.evaluate(() => document.querySelector('iframe').scrollIntoView({ block: 'start' }));
      await page.evaluate(() => scrollBy(0, -0.75 * innerHeight));
      const content = await told(page);
      await eventually(() => heightOf(page), (height) => height === content, `${view}: height`);
      await page.evaluate(() => scrollBy(0, innerHeight));
      assert.equal(await jumps(page), 0, view);
    }
  });
}

test('a height that has to wait comes when the reader uses the frame, or scrolls until what follows is below the screen', async (t) => {
  const page = await openHost(t, {
    content: (there) => `<iframe title="Sextant" width="100%" height="300" src="${there}embed.html?lang=en&amp;view=formula&amp;mode=form"></iframe>
      <script src="${there}sextant-frame.js"></script><div style="height:3000px">Long after.</div>`,
    before: watch,
  });
  const use = async () => {
    const frame = page.frames()[1];
    await frame.waitForFunction(() => window.sextant);
    await frame.evaluate(() => window.sextant.ready);
    return frame;
  };
  const frame = await use();
  const content = await told(page);
  assert.equal(await heightOf(page), 300);
  await frame.locator('button:visible, input:visible').first().focus();
  await eventually(() => heightOf(page), (height) => height === content, 'height when used');

  await page.show((there) => `<div style="height:500px">Before.</div><iframe title="Sextant" width="100%" height="250" src="${there}embed.html?lang=en&amp;view=formula&amp;mode=form"></iframe>
    <script src="${there}sextant-frame.js"></script><div style="height:3000px">Long after.</div>`);
  await page.evaluate(() => scrollTo(0, 400));
  await use();
  const again = await told(page);
  await eventually(() => heightOf(page), (height) => height === 250, 'height before scrolling');
  await page.evaluate(() => scrollTo(0, 0));
  await eventually(() => heightOf(page), (height) => height === again, 'height after scrolling');
});

test('a window of another width changes the height at once', async (t) => {
  const page = await openHost(t, {
    content: (there) => `<iframe title="Sextant" width="100%" height="300" src="${there}embed.html?lang=en&amp;view=kpi&amp;mode=form"></iframe>
      <script src="${there}sextant-frame.js"></script>`,
    before: watch,
  });
  const wide = await told(page);
  assert.notEqual(wide, 300);
  assert.equal(await heightOf(page), 300);
  await page.setViewportSize({ width: 400, height: 800 });
  const narrow = await eventually(() => told(page), (height) => height !== wide, 'another height');
  await eventually(() => heightOf(page), (height) => height === narrow, 'height');
});

test('WordPress gets the height with its secret, and no alert is shown', async (t) => {
  const secret = 'AbCdEfGhIj';
  const page = await openHost(t, {
    content: (there) => `<iframe title="Sextant" height="300" src="${there}embed.html?preset=balanced&amp;amp;lang=zh-TW&amp;view=kpi#?secret=${secret}"></iframe>`,
    before: watch,
  });
  const height = await told(page);
  const messages = () => page.evaluate(() => window.heard.filter(({ message }) => message === 'height'));
  assert.deepEqual(await eventually(messages, ({ length }) => length > 0, 'message'), [{ message: 'height', value: height, secret }]);
  assert.deepEqual(await heard(page, 'refused'), []);
  const [, frame] = page.frames();
  assert.equal(await frame.evaluate(() => document.documentElement.lang), 'zh-TW');
  const engine = await createSextant();
  const { scenario } = engine.presets().value.find(({ id }) => id === 'balanced');
  assert.deepEqual(await frame.evaluate(() => window.sextant.getReport()), engine.evaluate(scenario).value);
  await frame.evaluate(() => new Promise((resolve) => {
    addEventListener('hashchange', () => setTimeout(resolve));
    location.hash = '#top';
  }));
  assert.equal(await frame.locator('#notice').isVisible(), false);
});

test('other pages get no message for WordPress', async (t) => {
  const page = await openHost(t, {
    content: (there) => `<iframe title="Sextant" height="300" src="${there}embed.html?preset=balanced&amp;view=kpi#top"></iframe>`,
    before: watch,
  });
  await told(page);
  assert.deepEqual(await page.evaluate(() => window.heard.filter(({ message }) => message)), []);
});
