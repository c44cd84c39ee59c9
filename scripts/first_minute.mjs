// What a reader's hand has to do, from the first screen on, until each claim of docs/DOMAIN.md, section 1, can be
// seen: in Chromium, with a real mouse, at four sizes.
//
//   node tests/browser/with_chromium.mjs node scripts/first_minute.mjs [--check]
//
// --check: fails when a claim takes a scroll, or more than one tap and one drag.
import { openChromium } from '../tests/browser/chromium.mjs';
import { serve } from './serve.mjs';

const SIZES = [{ width: 1280, height: 800 }, { width: 1440, height: 900 }, { width: 768, height: 1024 }, { width: 390, height: 844 }];
const PATIENCE = 20_000; // milliseconds
const STEP = 4; // CSS pixels

/** A reader's hand; it counts what it does. */
class Hand {
  done = { taps: 0, drags: 0, scrolls: 0 };
  #page;

  constructor(page) {
    this.#page = page;
  }

  /** The middle of something, which is scrolled to if it is not on the screen. */
  async #reach(locator) {
    await locator.waitFor({ state: 'attached' });
    const isOnScreen = ({ y, height }) => y >= 0 && y + height <= this.#page.viewportSize().height;
    if (!isOnScreen(await locator.boundingBox())) {
      this.done.scrolls += 1;
      await locator.scrollIntoViewIfNeeded();
    }
    const { x, y, width, height } = await locator.boundingBox();
    return { x: x + width / 2, y: y + height * (height > 60 ? 0.65 : 0.5), end: x + width };
  }

  async tap(locator) {
    const { x, y } = await this.#reach(locator);
    this.done.taps += 1;
    await this.#page.mouse.click(x, y);
  }

  /** Drags a slider to the right until `isSeen`, or to its end. */
  async drag(locator, isSeen) {
    const { x, y, end } = await this.#reach(locator);
    this.done.drags += 1;
    const { mouse } = this.#page;
    await mouse.move(x, y);
    await mouse.down();
    for (let at = x + STEP; at < end && !await isSeen(); at += STEP) await mouse.move(at, y);
    await mouse.up();
  }
}

const slider = (page, name) => page.getByRole('slider', { name, exact: true });
const step = (page, number) => page.locator('#steps').getByRole('button', { name: String(number) });
const part = (page, name) => page.locator(`#parts [value="${name}"]`);

/** Whether text that matches, or a result of that name, is on the screen. */
const reads = (page, pattern) => page.evaluate(([source, flags]) => {
  const wanted = new RegExp(source, flags);
  return [...document.querySelectorAll('.sextant :is(p, output, dd, div, span)')].some((element) => {
    if (element.children.length || !wanted.test(`${element.getAttribute('aria-label') ?? ''} ${element.textContent}`)) return false;
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0 && bottom <= innerHeight;
  });
}, [pattern.source, pattern.flags]);
const isDone = (page) => page.evaluate(() => {
  const done = document.querySelector('.task.done');
  return !!done && done.getBoundingClientRect().bottom <= innerHeight;
});
const bubble = (page) => page.evaluate(() => sextant.locate('social.paid'));

async function doStep(page, hand, number, name) {
  await hand.tap(step(page, number));
  await page.locator('.story-head').waitFor();
  await page.waitForFunction(() => !document.querySelector('[data-id="social.organic/newCustomerShare"]'));
  await hand.drag(slider(page, name), () => isDone(page));
  return () => isDone(page);
}

/** Each returns what tells whether the claim can be seen. */
const CLAIMS = {
  'a  drag a number, see its bubble move': async (page, hand) => {
    const before = await bubble(page);
    const moved = async () => {
      const now = await bubble(page);
      return !!before && !!now && Math.hypot(now.x - before.x, now.y - before.y) > 8;
    };
    await hand.drag(slider(page, 'Social · Paid · Cost per click (CPC)'), moved);
    return moved;
  },
  'b  the dearer click, the cheaper customer': (page, hand) => doStep(page, hand, 1, 'Social · Paid · Conversion rate'),
  'c  organic traffic has a cost': (page, hand) => doStep(page, hand, 3, 'Social · Organic · Fixed cost'),
  'd  a platform outage': async (page, hand) => {
    await hand.tap(part(page, 'shocks'));
    return () => reads(page, /Revenue at risk NT\$534,930/);
  },
  'e  more revenue, less quality': (page, hand) => doStep(page, hand, 5, 'Social · Paid · Visits'),
  'f  flywheel against funnel': async (page, hand) => {
    await hand.tap(part(page, 'flywheel'));
    return () => reads(page, /funnel/i);
  },
  '6  sources help each other': (page, hand) => doStep(page, hand, 6, 'Social · Paid · Engaged share of visits'),
};

async function measure(browser, url, viewport, act) {
  const context = await browser.newContext({ viewport, locale: 'en-US', serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${url}?lang=en`);
  await page.evaluate(() => sextant.ready);
  const hand = new Hand(page);
  const isSeen = await act(page, hand);
  let seen = false;
  for (const end = performance.now() + PATIENCE; !seen && performance.now() < end;) seen = await isSeen();
  await context.close();
  return { ...hand.done, seen };
}

const server = await serve({ base: '/' });
const browser = await openChromium();
let failures = 0;
console.log(''.padEnd(44) + SIZES.map(({ width, height }) => `${width}×${height}`.padStart(25)).join(''));
for (const [claim, act] of Object.entries(CLAIMS)) {
  const cells = [];
  for (const viewport of SIZES) {
    const { taps, drags, scrolls, seen } = await measure(browser, server.url, viewport, act);
    const good = seen && !scrolls && taps <= 1 && drags <= 1;
    if (!good) failures += 1;
    cells.push(seen ? `${taps} tap ${drags} drag ${scrolls} scroll` : 'not seen');
  }
  console.log(claim.padEnd(44) + cells.map((cell) => cell.padStart(25)).join(''));
}
await browser.close();
await server.close();
if (failures) console.log(`${failures} take more than one tap and one drag, or a scroll`);
process.exit(failures && process.argv.includes('--check') ? 1 : 0);
