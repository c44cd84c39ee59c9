// Mouse and touch on the canvas.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CPC, eventually, inputOf, middleOf, nameOf, revenueOf, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 };
const cpcOf = (page) => inputOf(page, 'social.paid', 'costPerClick');
const slider = (page, name = CPC) => page.getByRole('slider', { name, exact: true });

/** Moves a finger from one point to another, with the events of a touch screen. */
async function swipe(page, from, to, steps = 10) {
  const session = await page.context().newCDPSession(page);
  const send = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await send('touchStart', [from]);
  for (let step = 1; step <= steps; ++step) {
    await send('touchMove', [{
      x: from.x + (to.x - from.x) * step / steps,
      y: from.y + (to.y - from.y) * step / steps,
    }]);
  }
  await send('touchEnd', []);
}

test('a mouse drags a slider: the number, the results and the address follow', async (t) => {
  const page = await open(t);
  const before = { cpc: await cpcOf(page), report: await page.evaluate(() => sextant.getReport()) };
  const output = page.getByRole('status', { name: nameOf('social.paid', 'metric.cpa'), exact: true });
  const shown = await output.textContent();
  const { x, y, width } = await middleOf(slider(page));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + width / 8, y, { steps: 4 });
  const during = await eventually(() => cpcOf(page), (value) => value !== before.cpc, 'CPC during the drag');
  assert.equal(new URL(page.url()).hash, '');
  await page.mouse.move(x + width / 5, y, { steps: 4 });
  await page.mouse.up();
  const after = await eventually(() => cpcOf(page), (value) => value > during, 'CPC after the drag');
  const report = await page.evaluate(() => sextant.getReport());
  const paid = (cells) => cells.find(({ id }) => id === 'social.paid');
  assert.notEqual(paid(report.cells).cpa, paid(before.report.cells).cpa);
  await eventually(() => output.textContent(), (text) => text !== shown, 'CPA on the page');
  await eventually(() => slider(page).inputValue(), (value) => Number(value) === after, 'slider');
  await eventually(() => page.url(), (url) => new URL(url).hash.startsWith('#1~'), 'address');
  await page.keyboard.press('Control+z');
  assert.equal(await cpcOf(page), before.cpc, 'a drag is one step to undo');
});

test('after a drag the arrow keys move the same slider', async (t) => {
  const page = await open(t);
  const { x, y } = await middleOf(slider(page));
  await page.mouse.click(x, y);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.id), 'social.paid/costPerClick');
  await eventually(() => cpcOf(page), (value) => value !== undefined, 'CPC');
  const before = await cpcOf(page);
  await page.keyboard.press('ArrowRight');
  assert.ok(await cpcOf(page) > before);
});

test('a double click starts typing', async (t) => {
  const page = await open(t);
  const box = await slider(page).boundingBox();
  await page.mouse.dblclick(box.x + box.width - 30, box.y + box.height / 2);
  const editor = page.locator('.editor input');
  await editor.waitFor();
  await page.keyboard.type('11');
  await page.keyboard.press('Enter');
  assert.equal(await cpcOf(page), 11);
});

test('a bubble is dragged in the quadrant chart', async (t) => {
  const page = await open(t, { address: '?view=quadrant' });
  const before = await scenarioOf(page);
  const bubble = page.locator('.mirror [data-id="social.paid/bubble"]');
  const { x, y } = await middleOf(bubble);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y - 40, { steps: 6 });
  await page.mouse.up();
  const after = await eventually(() => scenarioOf(page), (scenario) =>
    scenario.cells[1].costPerClick !== before.cells[1].costPerClick, 'cost per click');
  // Right is cheaper clicks, up is cheaper customers.
  assert.ok(after.cells[1].costPerClick < before.cells[1].costPerClick);
  assert.ok(after.cells[1].costPerClick / after.cells[1].conversionRate <
    before.cells[1].costPerClick / before.cells[1].conversionRate);
  assert.deepEqual(after.cells[0], before.cells[0]);
});

test('a finger drags a slider sideways and the page does not scroll', async (t) => {
  const page = await open(t, PHONE);
  const name = nameOf('social.paid', 'field.visits');
  const { x, y, width, height } = await middleOf(slider(page, name));
  const scroll = await page.evaluate(() => scrollY);
  const before = await scenarioOf(page);
  const low = y + height / 4;
  const value = Number(await slider(page, name).inputValue());
  await swipe(page, { x, y: low }, { x: x + width / 4, y: low });
  await eventually(() => scenarioOf(page), (scenario) => JSON.stringify(scenario) !== JSON.stringify(before), 'scenario');
  await eventually(() => slider(page, name).inputValue(), (changed) => Number(changed) !== value, 'slider');
  assert.equal(await page.evaluate(() => scrollY), scroll);
});

test('a finger that moves up scrolls the page and changes nothing', async (t) => {
  const page = await open(t, PHONE);
  const before = await scenarioOf(page);
  const { x, y } = await middleOf(slider(page, nameOf('social.paid', 'field.visits')));
  const from = await page.evaluate(() => scrollY);
  await swipe(page, { x, y }, { x, y: y - 300 });
  await eventually(() => page.evaluate(() => scrollY), (scroll) => scroll > from + 100, 'scroll position');
  assert.deepEqual(await scenarioOf(page), before);
});

test('a tap reaches a button, even when it is quick', async (t) => {
  const page = await open(t, PHONE);
  const radio = page.getByRole('radio', { name: `${TEXTS.en['medium.search']} · ${TEXTS.en['kind.organic']}`, exact: true });
  assert.equal(await radio.isChecked(), false);
  const { x, y } = await middleOf(radio);
  await page.touchscreen.tap(x, y);
  await eventually(() => radio.isChecked(), Boolean, 'choice');
  await slider(page, nameOf('search.organic', 'field.visits')).waitFor();
});

test('after scrolling, controls are where they are drawn', async (t) => {
  const page = await open(t, { viewport: { width: 1000, height: 400 } });
  const last = page.locator('.mirror button').last();
  const before = await scenarioOf(page);
  const { x, y } = await middleOf(last);
  assert.ok(await page.evaluate(() => scrollY) > 100);
  await page.mouse.click(x, y);
  await eventually(() => scenarioOf(page), (scenario) => JSON.stringify(scenario) !== JSON.stringify(before), 'last shock');
});

test('the wheel scrolls the page', async (t) => {
  const page = await open(t, { viewport: { width: 1280, height: 500 } });
  const { x, y } = await middleOf(page.locator('canvas'));
  const revenue = await revenueOf(page);
  await page.mouse.move(x, Math.min(y, 400));
  await page.mouse.wheel(0, 200);
  await eventually(() => page.evaluate(() => scrollY), (scroll) => scroll > 0, 'scroll position');
  assert.equal(await revenueOf(page), revenue);
});
