// Shared by the tests in several engines: one browser per engine and file, a new
// page per test, and finding elements, also in shadow trees.
//
//   for (const { engine, open } of useEngines()) {
//     test(`${engine}: what it does`, async (t) => {
//       const page = await open(t, { address: '?view=kpi' });
//     });
//   }
//
// A test fails when the last document of its page has a problem; a test that
// navigates away calls takeProblems() before. The helpers of
// tests/browser/sextant_page.mjs that only evaluate also work with these pages:
// scenarioOf, reportOf, inputOf, revenueOf.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { eventually } from '../browser/sextant_page.mjs';
import { ENGINES, launch } from './browsers.mjs';
import { openBlog, openSite, takeProblems } from './site.mjs';

/** `options` are those of openSite(). */
export function useEngines(options) {
  let site;
  let blog;
  const browsers = new Map();
  before(async () => {
    [site, blog] = await Promise.all([openSite(options), openBlog()]);
  });
  after(async () => {
    await Promise.allSettled([...browsers.values()].map(async (browser) => (await browser).close()));
    await site?.close();
    blog?.close();
  });

  return ENGINES.map((engine) => ({
    engine,
    /**
     * `address` is relative to the folder: "?lang=en", "host.html". Alternatively `article(site)` returns the
     * content of an article on another origin; `site` is the folder's address. With `wait: false` it does not
     * wait for a calculator. The other options are those of newPage().
     */
    async open(t, { address = '', article, wait = !article, ...size } = {}) {
      if (!browsers.has(engine)) browsers.set(engine, launch(engine));
      const page = await (await browsers.get(engine)).newPage(size);
      t.after(async () => {
        try {
          assert.deepEqual(await takeProblems(page), []);
        } finally {
          await page.close();
        }
      });
      await page.goto(article ? blog.publish(article(site.url)) : site.url + address);
      if (wait) await untilReady(page);
      return Object.assign(page, { site: site.url });
    },
  }));
}

/** Waits for the calculator of the page. */
export async function untilReady(page) {
  await eventually(() => page.evaluate(() => 'sextant' in window), Boolean, 'window.sextant');
  await page.evaluate(() => window.sextant.ready.then(() => true));
}

// Runs in the page: the elements that match, also in shadow trees.
function matches(selector, root = document) {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? matches(selector, element.shadowRoot) : []),
  ]);
}

/** Calls a function in the page with the matching elements and the other arguments. */
export function onElements(page, selector, call, ...given) {
  return page.evaluate(`(selector, ...given) => {
    ${matches}
    return (${call})(matches(selector), ...given);
  }`, selector, ...given);
}

/** Calls a function in the page with the first matching element; waits for one. */
export async function onElement(page, selector, call, ...given) {
  await eventually(() => onElements(page, selector, (found) => found.length), Boolean, selector);
  return onElements(page, selector, `([element], ...given) => (${call})(element, ...given)`, ...given);
}

/** Calls a function in the page with the element that has the focus. */
export function onFocused(page, call, ...given) {
  return page.evaluate(`(...given) => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (${call})(element, ...given);
  }`, ...given);
}

/** Selector of a slider by its accessible name. */
export const sliderNamed = (name) => `input[type=range][aria-label=${JSON.stringify(name)}]`;

/** Text of the <output> with this name. */
export function outputNamed(page, name) {
  return onElements(page, 'output', (outputs, wanted) => outputs.find((output) =>
    (output.getAttribute('aria-label') ?? output.getRootNode().getElementById(output.getAttribute('aria-labelledby'))?.textContent) === wanted)
    ?.textContent, name);
}

/** Where an element is in the viewport, after scrolling to it. */
export function boxOf(page, selector) {
  return onElement(page, selector, (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });
}

/** A scrolled canvas is painted in the next frame and visible in the one after. */
export const twoFrames = (page) => page.evaluate(() => new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));

/**
 * A part of the screen: `digest` is equal for equal pictures, `colours` is the number of colours, `first` the
 * colour of the first pixel: "#0f141a".
 */
export async function pictureOf(page, { x, y, width, height }) {
  await twoFrames(page);
  const png = await page.screenshot();
  return page.evaluate(async (base64, box) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const ratio = image.width / innerWidth;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
    const context = canvas.getContext('2d');
    context.drawImage(image, -box.x * ratio, -box.y * ratio);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
    const hexadecimal = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return { digest: hexadecimal(digest), colours: new Set(pixels).size, first: `#${hexadecimal(data.subarray(0, 3))}` };
  }, png.toString('base64'), { x, y, width, height });
}

/** The same for the visible part of the canvas, without a scroll bar that may fade over it. */
export async function canvasPicture(page) {
  return pictureOf(page, await onElement(page, 'canvas', (canvas) => {
    const scrollBar = 24;
    const { left, top, right, bottom } = canvas.getBoundingClientRect();
    const [x, y] = [Math.max(0, left), Math.max(0, top)];
    return { x, y, width: Math.min(innerWidth - scrollBar, right) - x, height: Math.min(innerHeight, bottom) - y };
  }));
}

/** The canvas once two pictures in a row are equal. */
export async function pictureAtRest(page) {
  let last;
  return eventually(async () => {
    const [previous, now] = [last, await canvasPicture(page)];
    last = now;
    return { ...now, same: previous?.digest === now.digest };
  }, ({ same }) => same, 'a picture at rest');
}

/** Makes the canvas lose its WebGL context and restores it. */
export function loseContext(page) {
  return onElement(page, 'canvas', async (canvas) => {
    const extension = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
    const happens = (event) => new Promise((resolve) => canvas.addEventListener(event, () => setTimeout(resolve), { once: true }));
    const [lost, restored] = [happens('webglcontextlost'), happens('webglcontextrestored')];
    extension.loseContext();
    await lost;
    extension.restoreContext();
    await restored;
  });
}
