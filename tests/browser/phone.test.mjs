// The page on a phone: fingers, the on-screen keyboard, rotation, a notch.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CPC, eventually, inputOf, middleOf, nameOf, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();

const PORTRAIT = { width: 390, height: 844 };
const LANDSCAPE = { width: 844, height: 390 };
// One pixel per point, because nothing here needs more and painting takes time.
const PHONE = { viewport: PORTRAIT, hasTouch: true, isMobile: true, deviceScaleFactor: 1 };
const FACES = ['canvas', 'form'];
const VISITS = nameOf('social.paid', 'field.visits');

const openPhone = (t, { address = '?lang=en', ...options } = {}) => open(t, { ...PHONE, address, ...options });
const slider = (page, name = VISITS) => page.getByRole('slider', { name, exact: true });
const visitsOf = (page) => inputOf(page, 'social.paid', 'visits');
const scrolled = (page) => page.evaluate(() => scrollY);
const twoFrames = (page) => page.evaluate(() => new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));

/** Fingers on the screen: each of `paths` is one finger's points, one after the other. */
async function touch(page, ...paths) {
  const session = await page.context().newCDPSession(page);
  const send = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  const at = (step) => paths.map((points, id) => ({ ...points[step], id }));
  await send('touchStart', at(0));
  for (let step = 1; step < paths[0].length; ++step) await send('touchMove', at(step));
  await send('touchEnd', []);
  await session.detach();
}

/** Intermediate points of a move by [x, y] CSS pixels. */
const path = ({ x, y }, ...ways) => {
  const points = [{ x, y }];
  for (const [dx, dy] of ways) {
    const from = points.at(-1);
    for (let step = 1; step <= 10; ++step) points.push({ x: from.x + dx * step / 10, y: from.y + dy * step / 10 });
  }
  return points;
};

/** Records pointer events and the values during the move. */
const watch = (page) => page.evaluate(() => {
  window.seen = { pointers: [], scenarios: new Set() };
  const look = ({ type }) => {
    if (type !== 'pointermove') window.seen.pointers.push(type);
    window.seen.scenarios.add(JSON.stringify(window.sextant.getScenario()));
  };
  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel']) addEventListener(type, look);
});
const pointersSeen = (page) => page.evaluate(() => window.seen.pointers);

for (const mode of FACES) {
  const address = `?lang=en&mode=${mode}`;

  test(`a finger that moves up from a slider scrolls the page and changes nothing: ${mode}`, async (t) => {
    const page = await openPhone(t, { address });
    const before = await scenarioOf(page);
    const middle = await middleOf(slider(page));
    const from = await scrolled(page);
    await touch(page, path(middle, [0, -300]));
    await eventually(() => scrolled(page), (now) => now > from + 100, 'scroll position');
    await twoFrames(page);
    assert.deepEqual(await scenarioOf(page), before);
  });

  // As a thumb moves: mostly upwards, in a curve.
  test(`a diagonal swipe that begins on a slider scrolls the page and changes nothing: ${mode}`, async (t) => {
    const page = await openPhone(t, { address });
    const before = await scenarioOf(page);
    const middle = await middleOf(slider(page));
    const shown = await slider(page).inputValue();
    const from = await scrolled(page);
    await watch(page);
    await touch(page, path(middle, [60, -150], [30, -150]));
    await eventually(() => scrolled(page), (now) => now > from + 100, 'scroll position');
    assert.ok((await pointersSeen(page)).includes('pointercancel'), 'the browser took the gesture');
    await twoFrames(page);
    assert.deepEqual(await scenarioOf(page), before);
    assert.equal(await slider(page).inputValue(), shown);
    assert.equal(await page.locator('#undo').isDisabled(), true);
  });

  test(`a slider follows the finger along it, even off the track, and the page does not scroll: ${mode}`, async (t) => {
    const page = await openPhone(t, { address });
    const before = await visitsOf(page);
    const middle = await middleOf(slider(page));
    const from = await scrolled(page);
    await watch(page);
    await touch(page, path(middle, [60, 0], [30, -150]));
    await eventually(() => visitsOf(page), (visits) => visits !== before, 'visits');
    assert.equal(await scrolled(page), from);
    assert.deepEqual(await pointersSeen(page), ['pointerdown', 'pointerup']);
    assert.ok(await page.evaluate(() => window.seen.scenarios.size) > 2, 'values on the way');
    await eventually(() => page.locator('#undo').isDisabled(), (disabled) => !disabled, 'undo');
    await page.locator('#undo').click();
    await eventually(() => visitsOf(page), (visits) => visits === before, 'one step back');
  });

  test(`a swipe that begins outside the controls scrolls the page: ${mode}`, async (t) => {
    const page = await openPhone(t, { address });
    const before = await scenarioOf(page);
    await touch(page, path({ x: 5, y: 700 }, [10, -300]));
    await eventually(() => scrolled(page), (now) => now > 100, 'scroll position');
    assert.deepEqual(await scenarioOf(page), before);
  });

  // Chromium does not zoom when a finger is on a native slider.
  test(`two fingers zoom the page and change nothing: ${mode}`, async (t) => {
    const page = await openPhone(t, { address });
    const before = await scenarioOf(page);
    const { x, y } = await middleOf(mode === 'form' ? page.locator('.why').first() : slider(page));
    await touch(page, path({ x: x - 20, y }, [-60, -20]), path({ x: x + 20, y }, [60, 20]));
    await eventually(() => page.evaluate(() => visualViewport.scale), (scale) => scale > 1.2, 'scale');
    await twoFrames(page);
    assert.deepEqual(await scenarioOf(page), before);
    assert.equal(await page.locator('#undo').isDisabled(), true);
  });

  test(`typing opens the numeric keyboard: ${mode}`, async (t) => {
    const page = await openPhone(t, { address });
    const { x, y, width } = await middleOf(slider(page));
    const value = mode === 'form' ? await middleOf(page.getByRole('textbox', { name: VISITS, exact: true })) : { x: x + width / 2 - 30, y: y + 10 };
    await page.touchscreen.tap(value.x, value.y);
    const typing = () => page.evaluate(() => document.activeElement.localName === 'input' && document.activeElement.inputMode);
    await eventually(typing, (inputMode) => inputMode === 'decimal', 'keyboard');
    await page.keyboard.type('1.2萬');
    await page.keyboard.press('Enter');
    await eventually(() => visitsOf(page), (visits) => visits === 12000, 'visits');
  });
}

// Otherwise a slider would move away from the finger.
test('cards of the form keep their height whatever the numbers are', async (t) => {
  const page = await openPhone(t, { address: '?lang=en&mode=form' });
  const heights = await page.evaluate(() => [8, 100, 500, 1000].map((costPerClick) => {
    const scenario = sextant.getScenario();
    scenario.cells[1].costPerClick = costPerClick;
    sextant.setScenario(scenario);
    return [...document.querySelectorAll('fieldset.cell')].map((card) => card.getBoundingClientRect().height);
  }));
  assert.equal(heights[0].length, 6);
  for (const later of heights.slice(1)) assert.deepEqual(later, heights[0]);
});

/** Taps whose events all arrive in one task, before any frame. */
const tapAtOnce = (page, points) => page.evaluate((places) => {
  const canvas = document.querySelector('canvas');
  canvas.setPointerCapture = () => undefined; // no pointer with that id is down
  for (const { x: clientX, y: clientY } of places) {
    for (const type of ['pointerdown', 'pointerup']) {
      canvas.dispatchEvent(new PointerEvent(type, { pointerId: 5, pointerType: 'touch', button: 0, clientX, clientY, bubbles: true, cancelable: true }));
    }
  }
}, points);

test('even a very quick tap takes effect', async (t) => {
  const page = await openPhone(t);
  for (const medium of ['search', 'social', 'integrated']) {
    for (const kind of ['paid', 'organic']) {
      const radio = page.getByRole('radio', { name: `${TEXTS.en[`medium.${medium}`]} · ${TEXTS.en[`kind.${kind}`]}`, exact: true });
      assert.equal(await radio.isChecked(), false);
      await tapAtOnce(page, [await middleOf(radio)]);
      await eventually(() => radio.isChecked(), Boolean, 'choice');
    }
  }
});

test('several taps in one task all take effect', async (t) => {
  const page = await openPhone(t);
  const fields = { visits: slider(page), costPerClick: slider(page, CPC) };
  const values = () => Promise.all(Object.keys(fields).map((field) => inputOf(page, 'social.paid', field)));
  const before = await values();
  await fields.costPerClick.scrollIntoViewIfNeeded();
  const boxes = await Promise.all(Object.values(fields).map((field) => field.boundingBox()));
  await tapAtOnce(page, boxes.map(({ x, y, width, height }) => ({ x: x + width / 4, y: y + height * 0.7 })));
  await eventually(values, (now) => now.every((value, at) => value !== before[at]), 'values');
});

/** The on-screen keyboard covers the lower part of the view without changing the layout. */
const showKeyboard = (page, height) => page.evaluate((left) => {
  Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => left });
  visualViewport.dispatchEvent(new Event('resize'));
}, height);

async function openEditor(page) {
  const { x, y, width } = await middleOf(slider(page));
  await page.touchscreen.tap(x + width / 2 - 30, y + 10);
  const editor = page.locator('.editor input');
  await editor.waitFor();
  return editor;
}

test('the field being edited stays above the on-screen keyboard', async (t) => {
  const page = await openPhone(t);
  await slider(page).evaluate((input) => input.scrollIntoView({ block: 'end' }));
  const editor = await openEditor(page);
  await editor.evaluate((input) => input.scrollIntoView({ block: 'end' }));
  const bottom = () => editor.evaluate((input) => input.getBoundingClientRect().bottom);
  assert.ok(await bottom() > 444, 'it would be covered');
  await showKeyboard(page, 444);
  await eventually(bottom, (now) => now <= 444, 'lower edge');
  const { top } = await editor.evaluate((input) => input.getBoundingClientRect());
  assert.ok(top >= 0, `upper edge at ${top}`);
  await page.keyboard.type('777');
  await page.keyboard.press('Enter');
  await eventually(() => visitsOf(page), (visits) => visits === 777, 'visits');
});

test('after rotation the field is still over its value, with the typed text', async (t) => {
  const page = await openPhone(t);
  const editor = await openEditor(page);
  await page.keyboard.type('4321');
  await page.setViewportSize(LANDSCAPE);
  const boxes = async () => ({ editor: await editor.boundingBox(), slider: await slider(page).boundingBox() });
  const inside = ({ editor: inner, slider: outer }) => inner && outer && inner.x >= outer.x - 1 && inner.x + inner.width <= outer.x + outer.width + 1 &&
    inner.y >= outer.y - 4 && inner.y + inner.height <= outer.y + outer.height + 4;
  await eventually(() => page.evaluate(() => document.querySelector('.canvas-view').clientWidth), (width) => width === LANDSCAPE.width, 'width');
  await eventually(boxes, inside, 'field over its slider');
  assert.equal(await editor.inputValue(), '4321');
  assert.equal(await editor.evaluate((input) => input === document.activeElement), true);
  await eventually(() => editor.boundingBox(), ({ y, height }) => y >= 0 && y + height <= LANDSCAPE.height, 'field in sight');
  await page.keyboard.press('Enter');
  await eventually(() => visitsOf(page), (visits) => visits === 4321, 'visits');
});

test('rotation keeps the text typed into the form', async (t) => {
  const page = await openPhone(t, { address: '?lang=en&mode=form' });
  const input = page.getByRole('textbox', { name: VISITS, exact: true });
  await input.tap();
  await page.keyboard.type('4321');
  await page.setViewportSize(LANDSCAPE);
  await eventually(() => page.locator('.form-view').getAttribute('data-arrangement'), (name) => name !== 'phone', 'arrangement');
  assert.equal(await input.inputValue(), '4321');
  assert.equal(await input.evaluate((element) => element === document.activeElement), true);
  await page.keyboard.press('Enter');
  assert.equal(await visitsOf(page), 4321);
});

const NOTCH = { top: 0, topMax: 0, left: 44, leftMax: 44, bottom: 21, bottomMax: 21, right: 44, rightMax: 44 };

async function withNotch(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setSafeAreaInsetsOverride', { insets: NOTCH });
}

for (const mode of FACES) {
  test(`no text and no control is outside the safe area in landscape: ${mode}`, async (t) => {
    const page = await openPhone(t, { address: `?lang=en&mode=${mode}`, viewport: LANDSCAPE });
    await withNotch(page);
    const edges = () => page.evaluate(() => {
      const shown = [...document.querySelectorAll(':is(header, footer, .mirror, .form-view) :is(button, input, select), .form-view output, canvas')]
        .filter((element) => element.checkVisibility() && !element.closest('.unseen, .scroller'))
        .map((element) => element.getBoundingClientRect()).filter(({ width }) => width > 1);
      return { left: Math.min(...shown.map(({ left }) => left)), right: Math.max(...shown.map(({ right }) => right)), count: shown.length };
    });
    await eventually(edges, ({ left, right, count }) => count > 50 && left >= NOTCH.left && right <= LANDSCAPE.width - NOTCH.right, 'edges');
  });

  test(`next to a notch a tap hits what is under the finger: ${mode}`, async (t) => {
    const page = await openPhone(t, { address: `?lang=en&mode=${mode}`, viewport: LANDSCAPE });
    await withNotch(page);
    await eventually(() => slider(page).boundingBox(), ({ x }) => x >= NOTCH.left, 'slider in the safe area');
    const button = page.getByRole('button', { name: TEXTS.en['ui.addMedium'], exact: true });
    // Just inside both ends.
    for (const [media, side] of [[4, -1], [5, 1]]) {
      const { x, y, width } = await middleOf(button);
      const place = () => button.evaluate((element) => element.getBoundingClientRect().top + scrollY);
      const before = await place();
      await page.touchscreen.tap(x + side * (width / 2 - 4), y);
      await eventually(async () => (await scenarioOf(page)).media.length, (count) => count === media, 'media');
      await eventually(place, (now) => now > before, 'place of the button');
    }
  });
}

for (const mode of FACES) {
  test(`a phone reaches the snippets, can choose and copy them: ${mode}`, async (t) => {
    const page = await openPhone(t, { address: `?lang=zh-TW&mode=${mode}` });
    await page.locator('#share').tap();
    await page.locator('#share-embed').tap();
    const markup = () => page.locator('#embed-markup').inputValue();
    await page.locator('.parts label', { has: page.locator('[value=matrix]') }).tap();
    await eventually(markup, (text) => text.includes('view=matrix'), 'part');
    await page.locator('#embed-kind').selectOption('markdown');
    await page.locator('#embed-dialog .copy button').tap();
    await eventually(() => page.locator('#embed-status').textContent(), (text) => text.length > 0, 'confirmation');
    const { x, width } = await page.locator('#embed-dialog').boundingBox();
    assert.ok(x >= 0 && x + width <= PORTRAIT.width);
    assert.ok(await page.locator('#embed-dialog .content').evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth), 'nothing beside the screen');
  });
}

test('the dialogs are inside the safe area', async (t) => {
  const page = await openPhone(t, { viewport: LANDSCAPE });
  await withNotch(page);
  await page.locator('#share').tap();
  for (const [dialog, next] of [['#share-dialog', '#share-embed'], ['#embed-dialog']]) {
    await page.locator(`${dialog}[open]`).waitFor();
    const box = () => page.locator(dialog).boundingBox();
    await eventually(box, ({ x, y, width, height }) => x >= NOTCH.left && x + width <= LANDSCAPE.width - NOTCH.right &&
      y >= 0 && y + height <= LANDSCAPE.height - NOTCH.bottom, dialog);
    if (next) await page.locator(next).tap();
  }
});
