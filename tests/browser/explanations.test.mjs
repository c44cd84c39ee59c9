// Labels say what they mean, beside themselves.
import assert from 'node:assert/strict';
import test from 'node:test';
import { useHost } from './host_page.mjs';
import { CPC, eventually, nameOf, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();
// A host that sends our files without extra headers.
const openPlainHost = useHost({ headers: { 'Access-Control-Allow-Origin': null } });
const openHost = useHost();

const tip = (page) => page.getByRole('tooltip');
const says = (page, text) => eventually(() => tip(page).allTextContents(), (shown) => shown.length === 1 && shown[0].includes(text), text);
const isGone = (page) => tip(page).waitFor({ state: 'detached' });
const definition = (id, language = 'en') => TEXTS[language][`define.${id}`];

/** Where a label is on the screen, after scrolling to it. */
async function placeOf(page, mode, id) {
  const locator = mode === 'canvas' ? page.locator(`.mirror [data-id="${id}"]`) : page.locator(`.cell[data-cell="${id.split('/')[0]}"] [data-field="${id.split('/')[1]}"] label`);
  await locator.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + 12, y: y + Math.min(10, height / 2), width, height, top: y };
}

const isOutside = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

for (const mode of ['canvas', 'form']) {
  for (const language of ['en', 'zh-TW']) {
    test(`a mouse that rests on a label gets its definition and can move onto it; Escape and leaving take it away: ${mode} ${language}`, async (t) => {
      const page = await open(t, { address: `?mode=${mode}&lang=${language}` });
      const label = await placeOf(page, mode, 'social.paid/costPerClick');
      await page.mouse.move(label.x, label.y);
      await says(page, definition('costPerClick', language));
      assert.ok((await tip(page).textContent()).startsWith(TEXTS[language]['field.costPerClick']));
      const box = await tip(page).boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
      // Longer than it takes to go.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
      assert.equal(await tip(page).count(), 1);
      await page.keyboard.press('Escape');
      await isGone(page);
      await page.mouse.move(5, 5);
      await page.mouse.move(label.x, label.y);
      await says(page, definition('costPerClick', language));
      await page.mouse.move(5, 5);
      await isGone(page);
    });
  }

  test(`a slider that gets the focus by a key is described, beside it, until a key changes it: ${mode}`, async (t) => {
    const page = await open(t, { address: `?mode=${mode}&lang=en` });
    const slider = page.getByRole('slider', { name: CPC, exact: true });
    await page.getByRole('slider', { name: nameOf('social.paid', 'field.orderValue'), exact: true }).focus();
    await eventually(async () => {
      await page.keyboard.press('Tab');
      return slider.evaluate((element) => element === document.activeElement);
    }, Boolean, 'focus');
    await says(page, definition('costPerClick'));
    const id = await tip(page).getAttribute('id');
    assert.equal(await slider.getAttribute('aria-describedby'), id);
    assert.ok(isOutside(await tip(page).boundingBox(), await slider.boundingBox()));
    await page.keyboard.press('ArrowRight');
    await isGone(page);
    assert.equal(await slider.getAttribute('aria-describedby'), null);
    // A press is no question.
    await slider.evaluate((element) => element.blur());
    await page.keyboard.press('Shift');
    const { x, y, width, height } = await slider.boundingBox();
    await page.mouse.click(x + width * 0.45, y + height / 2);
    assert.equal(await tip(page).count(), 0);
  });

  test(`a key pressed while the explanations load keeps them away: ${mode}`, async (t) => {
    const page = await open(t, { address: `?mode=${mode}&lang=en` });
    let arrive;
    const arrival = new Promise((resolve) => {
      arrive = resolve;
    });
    await page.route('**/explainer-*.js', async (route) => {
      await arrival;
      await route.continue();
    });
    await page.getByRole('slider', { name: CPC, exact: true }).focus();
    await page.keyboard.press('Shift+ArrowRight');
    const loaded = page.waitForResponse('**/explainer-*.js');
    arrive();
    await loaded;
    // What the focus explains would stay.
    const label = await placeOf(page, mode, 'social.paid/orderValue');
    await page.mouse.move(label.x, label.y);
    await page.mouse.move(label.x + 1, label.y);
    await says(page, definition('orderValue'));
  });

  test(`a finger's tap on a label asks, one on the number or the slider does not: ${mode}`, async (t) => {
    const page = await open(t, { address: `?mode=${mode}&lang=zh-TW`, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    // The first touch loads what answers, and is answered.
    const first = await page.locator(mode === 'canvas' ? '.mirror [data-id="line/profit"]' : '.line [data-result="profit"]').boundingBox();
    await page.touchscreen.tap(first.x + 8, first.y + 8);
    await says(page, definition('profit', 'zh-TW'));
    const shown = mode === 'canvas' ? 'social.paid' : 'social.organic';
    const label = await placeOf(page, mode, `${shown}/fixedCost`);
    const before = await scenarioOf(page);
    await page.touchscreen.tap(label.x, label.y);
    await says(page, definition('fixedCost', 'zh-TW'));
    assert.deepEqual(await scenarioOf(page), before);
    assert.equal(await page.locator('.editor:not([hidden]), .number input[type=text]:focus').count(), 0);
    const { x, y, width, height } = await tip(page).boundingBox();
    assert.ok(x >= 0 && y >= 0 && x + width <= 390 && y + height <= 844);
    const value = mode === 'canvas' ? { x: label.x + label.width - 40, y: label.top + 42 } : await page.locator(`.cell[data-cell="${shown}"] [data-field="fixedCost"] [type=text]`).boundingBox().then((box) => ({ x: box.x + 20, y: box.y + 10 }));
    await page.touchscreen.tap(value.x, value.y);
    await eventually(() => page.locator('.editor:not([hidden]) input, .number input[type=text]:focus').count(), Boolean, 'field');
    await isGone(page);
  });

  test(`every input and result has a definition: ${mode}`, async (t) => {
    const page = await open(t, { address: `?mode=${mode}&lang=en` });
    const defined = new Set(Object.keys(TEXTS.en).filter((key) => key.startsWith('define.')).map((key) => TEXTS.en[key]));
    const sliders = await page.getByRole('slider').evaluateAll((all) => all.map((slider) => slider.getAttribute('aria-label')).filter((name) => name.startsWith('Social · ') || name.split(' · ').length < 3 || name.startsWith('Delight · Promoters')));
    assert.ok(sliders.length > 20);
    for (const name of sliders) {
      const slider = page.getByRole('slider', { name, exact: true });
      if (!await slider.isVisible() && mode === 'form') continue;
      await slider.evaluate((element) => {
        element.blur();
        document.dispatchEvent(new KeyboardEvent('keyup'));
        element.focus();
      });
      await eventually(() => tip(page).locator('span').allTextContents(), ([text]) => defined.has(text), name);
    }
  });

  test(`why a result has no value is said with its definition: ${mode}`, async (t) => {
    const page = await open(t, { address: `?mode=${mode}&lang=en` });
    await page.evaluate(() => sextant.setScenario({ cells: [] }));
    const result = mode === 'canvas' ? page.locator('.mirror [data-id="total/roas"]') : page.locator('.totals [data-result="roas"]');
    await eventually(() => result.textContent(), (text) => text.includes('undefined'), 'reason');
    await result.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = await result.boundingBox();
    await page.mouse.move(box.x + 8, box.y + 8);
    await says(page, definition('roas'));
    await says(page, TEXTS.en['reason.noSpend']);
  });
}

test('the line of totals at the top explains itself', async (t) => {
  for (const mode of ['canvas', 'form']) {
    const page = await open(t, { address: `?mode=${mode}&lang=en` });
    const label = page.locator(mode === 'canvas' ? '.mirror [data-id="line/valuePerVisit"]' : '.line [data-result="valuePerVisit"]');
    const { x, y } = await label.boundingBox();
    await page.mouse.move(x + 6, y + 12);
    await says(page, definition('valuePerVisit'));
  }
});

test('a chip has its own words, and a drag none', async (t) => {
  const page = await open(t, { address: '?lang=en' });
  const place = await placeOf(page, 'canvas', 'social.paid/visits');
  await page.mouse.move(place.x, place.y);
  await says(page, definition('visits'));
  await page.mouse.move(place.x + 110, place.y);
  await page.mouse.down();
  await isGone(page);
  await page.mouse.move(place.x + 10, place.y, { steps: 3 });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800)));
  assert.equal(await tip(page).count(), 0);
  await page.mouse.up();
});

test('labels explain themselves in a sandbox without an origin', async (t) => {
  const page = await openPlainHost(t, {
    content: (base) => `<iframe title="Sextant" width="700" height="900" src="${base}embed.html?lang=zh-TW" sandbox="allow-scripts"></iframe>`,
    viewport: { width: 1000, height: 1200 },
  });
  const frame = await eventually(() => page.frames()[1], Boolean, 'frame');
  await frame.waitForFunction(() => window.sextant);
  await frame.evaluate(() => window.sextant.ready);
  const { x, y } = await frame.locator('.mirror [data-id="line/profit"]').boundingBox();
  await page.mouse.move(x + 8, y + 14);
  await says(frame, definition('profit', 'zh-TW'));
});

test('labels explain themselves in the shadow of an element', async (t) => {
  const page = await openHost(t, {
    content: (base) => `<sextant-calculator lang="en" loading="eager"></sextant-calculator><script type="module" src="${base}sextant-element.js"></script>`,
  });
  const label = page.locator('.mirror [data-id="line/profit"]');
  await label.waitFor({ state: 'attached' });
  const box = await label.boundingBox();
  await page.mouse.move(box.x + 8, box.y + 14);
  await says(page, definition('profit'));
});
