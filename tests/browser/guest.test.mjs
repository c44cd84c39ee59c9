// Behaving well in another site's page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { useHost } from './host_page.mjs';
import { memoryOf, noteMemories } from './memory.mjs';
import { CPC, eventually } from './sextant_page.mjs';

const open = useHost();
// Frames are counted, not looked at: most of the time would go to painting them.
const FEWEST_PIXELS = 0.1;

const EAGER = '<sextant-calculator lang="en" loading="eager"></sextant-calculator>';
const script = (base) => `<script type="module" src="${base}sextant-element.js"></script>`;
const content = (base) => EAGER + script(base);
const calculator = (page, index = 0) => page.locator('sextant-calculator').nth(index);
const slider = (page) => calculator(page).getByRole('slider', { name: CPC, exact: true });

const ready = (page) => eventually(() => calculator(page).evaluate((node) => !!node.scenario && !node.shadowRoot.querySelector('.poster')), Boolean, 'calculator');

async function openReady(t, options = {}) {
  const page = await open(t, { content, ...options });
  await ready(page);
  return page;
}

/** Counts the canvas frames of the first calculator by their draw calls. */
const countDrawing = () => {
  window.drawn = 0;
  const { clear } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.clear = function (...rest) {
    window.drawn += 1;
    return clear.apply(this, rest);
  };
};

test('loading neither takes the focus nor scrolls', async (t) => {
  const page = await open(t, { content: (base) => `<input id="own" autofocus value="reader">${content(base)}` });
  await page.locator('#own').focus();
  await ready(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'own');
  assert.equal(await page.evaluate(() => scrollY), 0);
});

test('the page does not jump when a visible control gets the focus', async (t) => {
  const page = await openReady(t);
  await slider(page).scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await slider(page).focus();
  await page.keyboard.press('ArrowRight');
  const { x, y } = await slider(page).boundingBox();
  await page.mouse.click(x + 5, y + 5);
  assert.equal(await page.evaluate(() => scrollY), before);
});

test('the wheel scrolls the page, wherever the pointer is', async (t) => {
  const page = await openReady(t);
  for (const name of ['Social · Paid · Visits', CPC]) {
    const box = await calculator(page).getByRole('slider', { name, exact: true }).boundingBox();
    const before = await page.evaluate(() => scrollY);
    await page.mouse.move(box.x + 10, box.y - before + 10);
    await page.mouse.wheel(0, 60);
    await eventually(() => page.evaluate(() => scrollY), (now) => now > before, 'scroll');
  }
});

test('keys of the browser and the page keep their meaning', async (t) => {
  const page = await openReady(t);
  await slider(page).focus();
  await page.evaluate(() => {
    window.taken = [];
    window.seen = 0;
    addEventListener('keydown', (event) => {
      window.seen += 1;
      if (event.defaultPrevented) window.taken.push(event.key);
      event.preventDefault(); // otherwise the headless browser would act on the key
    });
  });
  const keys = ['Control+f', 'Control+g', 'F3', '/', 'Control+r', 'F5', 'Control+l', 'Control+p', 'Control+s', 'Control+t', 'Control+w', 'Control+a',
    'Control+c', 'Control+Home', 'Control+ArrowRight', 'Alt+ArrowLeft', 'Meta+ArrowLeft', 'F1', 'F6', 'F11', 'Space'];
  for (const key of keys) await page.keyboard.press(key);
  assert.deepEqual(await page.evaluate(() => window.taken), []);
  assert.ok(await page.evaluate(() => window.seen) >= keys.length);
  await page.keyboard.press('ArrowRight');
  assert.deepEqual(await page.evaluate(() => window.taken), ['ArrowRight'], 'the listener sees what is taken');
});

test('undo by keyboard applies only to the calculator that has the focus', async (t) => {
  const page = await open(t, { content: (base) => EAGER + EAGER + script(base) });
  await ready(page);
  await eventually(() => calculator(page, 1).evaluate((node) => !!node.scenario), Boolean, 'second');
  for (const index of [0, 1]) {
    await calculator(page, index).getByRole('slider', { name: CPC, exact: true }).focus();
    await page.keyboard.press('End');
  }
  const costs = () => page.evaluate(() => [...document.querySelectorAll('sextant-calculator')].map(({ scenario }) =>
    scenario.cells.find(({ id }) => id === 'social.paid').costPerClick));
  const [most] = await costs();
  await page.evaluate(() => document.querySelector('sextant-calculator').shadowRoot.activeElement?.blur());
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Control+z');
  assert.deepEqual(await costs(), [most, most]);
  await calculator(page, 1).getByRole('slider', { name: CPC, exact: true }).focus();
  await page.keyboard.press('Control+z');
  const [first, second] = await costs();
  assert.equal(first, most);
  assert.ok(second < most);
});

test('the page’s text is found by the browser’s own search', async (t) => {
  const page = await openReady(t);
  assert.ok(await page.evaluate(() => window.find('After.')));
});

/** Tracks listeners on objects that outlive a calculator. */
const countListeners = () => {
  window.listening = new Map();
  const note = (type, count) => window.listening.set(type, (window.listening.get(type) ?? 0) + count);
  const isGlobal = (target) => target === window || target === document || target === document.documentElement || target === document.body ||
    target === window.visualViewport || target instanceof MediaQueryList;
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (isGlobal(this ?? window)) {
      note(type, 1);
      if (options?.signal) add.call(options.signal, 'abort', () => note(type, -1));
    }
    return add.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (isGlobal(this ?? window)) note(type, -1);
    return remove.call(this ?? window, type, listener, options);
  };
};
const listening = (page) => page.evaluate(() => Object.fromEntries([...window.listening].filter(([, count]) => count !== 0)));

for (const mode of ['canvas', 'form']) {
  test(`after removal no listener is left, and nothing of the ${mode}`, async (t) => {
    const page = await open(t, { content: script, before: countListeners });
    await page.evaluate(() => customElements.whenDefined('sextant-calculator'));
    await page.locator('h1').evaluate(() => undefined); // the test tool has its own listeners
    const before = await listening(page);
    await page.evaluate((chosen) => {
      const element = document.createElement('sextant-calculator');
      element.setAttribute('mode', chosen);
      element.setAttribute('loading', 'eager');
      document.body.append(element);
    }, mode);
    await ready(page);
    const during = await listening(page);
    assert.notDeepEqual(during, before, 'the account sees listeners');
    await page.evaluate(() => document.querySelector('sextant-calculator').remove());
    await eventually(() => listening(page), (now) => JSON.stringify(now) === JSON.stringify(before), 'listeners');
  });
}

test('a calculator off the screen, or in a hidden tab, draws nothing', async (t) => {
  const page = await open(t, { content: (base) => `${content(base)}<div style="height:6000px"></div>`, before: countDrawing });
  await ready(page);
  const change = (title) => calculator(page).evaluate((node, text) => {
    node.scenario = { title: text, cells: [{ id: 'social.paid', visits: text.length }] };
  }, title);
  const settled = async () => {
    let last = -1;
    await eventually(async () => {
      const now = await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.drawn)))));
      const same = now === last;
      last = now;
      return same;
    }, Boolean, 'rest');
    return last;
  };
  const visible = await settled();
  assert.ok(visible > 0, 'drawing is counted');
  await page.evaluate(() => scrollTo(0, 9000));
  await eventually(() => calculator(page).evaluate((node) => node.getBoundingClientRect().bottom), (bottom) => bottom < 0, 'scroll');
  const away = await settled();
  await change('off the screen');
  assert.equal(await settled(), away);
  await page.evaluate(() => scrollTo(0, 0));
  await eventually(() => page.evaluate(() => window.drawn), (now) => now > away, 'drawing again');
  const back = await settled();
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await change('hidden');
  assert.equal(await settled(), back);
});

test('adding and removing it fifty times does not increase memory', async (t) => {
  const page = await open(t, { content: script, before: noteMemories, deviceScaleFactor: FEWEST_PIXELS });
  await page.evaluate(() => customElements.whenDefined('sextant-calculator'));
  const cycle = (times) => page.evaluate(async (count) => {
    for (let i = 0; i < count; ++i) {
      const element = document.createElement('sextant-calculator');
      element.setAttribute('loading', 'click');
      document.body.prepend(element);
      await element.load();
      element.remove();
      await Promise.resolve();
    }
  }, times);
  await cycle(5); // fills caches
  const before = await memoryOf(page);
  await cycle(50);
  const after = await memoryOf(page);
  assert.ok((await page.evaluate(() => window.memories.length)) >= 55);
  assert.equal(after.wasm, before.wasm, 'WebAssembly memory');
  assert.ok(after.heap - before.heap < 50 * 10_000, `heap ${before.heap} → ${after.heap}`);
  assert.ok(after.nodes - before.nodes < 50, `DOM nodes ${before.nodes} → ${after.nodes}`);
  assert.ok(after.listeners - before.listeners < 50, `listeners ${before.listeners} → ${after.listeners}`);
});

// Ten minutes at 60 moves a second, as fast as the machine can.
const MOVES = 36_000;

test('memory stays flat over ten minutes of dragging', async (t) => {
  const page = await openReady(t, { before: noteMemories, deviceScaleFactor: FEWEST_PIXELS });
  await slider(page).scrollIntoViewIfNeeded();
  const box = await slider(page).boundingBox();
  const drag = (moves) => page.evaluate(async ({ x, y, width, height, count }) => {
    const canvas = document.querySelector('sextant-calculator').shadowRoot.querySelector('canvas');
    canvas.setPointerCapture = () => undefined; // no pointer with that id is down
    const send = (type, at) => canvas.dispatchEvent(new PointerEvent(type, {
      pointerId: 7, pointerType: 'mouse', button: 0, buttons: 1, clientX: x + width * at, clientY: y + height / 2, bubbles: true, cancelable: true,
    }));
    send('pointerdown', 0.5);
    for (let i = 0; i < count; ++i) {
      send('pointermove', 0.5 + 0.4 * Math.sin(i / 50));
      if (i % 60 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    send('pointermove', 0.9);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    send('pointerup', 0.9);
  }, { ...box, count: moves });
  const spend = () => calculator(page).evaluate((node) => node.report.total.spend);
  const untouched = await spend();
  await drag(1200);
  const before = await memoryOf(page);
  await drag(MOVES);
  const after = await memoryOf(page);
  assert.notEqual(await spend(), untouched, 'the slider is dragged');
  assert.equal(after.wasm, before.wasm, 'WebAssembly memory');
  assert.ok(after.heap - before.heap < 1_000_000, `heap ${before.heap} → ${after.heap}`);
});
