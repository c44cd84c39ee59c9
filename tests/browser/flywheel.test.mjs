// Customer value, flywheel and remarketing on the canvas: levers, wheel, results, link.
import assert from 'node:assert/strict';
import test from 'node:test';
import { atRest, eventually, middleOf, nameOf, painted, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();
const VIEW = '?view=flywheel';
const SLOWNESS = 8;
const words = TEXTS.en;
const lever = (group, key) => `${words[group]} · ${words[key]}`;
const CHURN = lever('chart.wheel.engage', 'field.churn');
const PROMOTERS = `${words['chart.wheel.delight']} · ${lever('segment.promoter', 'field.segmentShare')}`;

const slider = (page, name) => page.getByRole('slider', { name, exact: true });
const result = (page, key) => page.getByRole('status', { name: words[key], exact: true });
const textOf = (page, key) => result(page, key).textContent();
/** Frames painted until nothing moves any more. */
async function framesOf(page, action) {
  const start = await painted(page);
  await action();
  return await atRest(page) - start;
}

test('a lever moved by the keyboard changes the results, the sentences and the link', async (t) => {
  const page = await open(t, { address: VIEW });
  const before = await textOf(page, 'metric.ltv');
  await slider(page, CHURN).press('ArrowLeft');
  await eventually(() => textOf(page, 'metric.ltv'), (text) => text !== before, 'LTV');
  const { retention } = await scenarioOf(page);
  assert.ok(retention.churn < 0.1);
  const hash = await eventually(() => page.evaluate(() => location.hash), (text) => text.includes('retention.c'), 'link');
  assert.match(await textOf(page, 'ui.customerValue'), /is worth/);

  const again = await open(t, { address: VIEW + hash });
  assert.deepEqual(await scenarioOf(again), await scenarioOf(page));
  await page.goBack();
  await eventually(() => scenarioOf(page), (scenario) => scenario.retention.churn === 0.1, 'Back');
});

// That both change in one frame is seen in the picture by tests/ui/same_frame_test.cpp.
test('a slider dragged with the mouse changes the scenario and the results', async (t) => {
  const page = await open(t, { address: VIEW });
  const before = await textOf(page, 'metric.ltv');
  const { x, y, width } = await middleOf(slider(page, CHURN));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + width / 10, y, { steps: 4 });
  await page.mouse.up();
  await eventually(() => scenarioOf(page), ({ retention }) => retention.churn !== 0.1, 'churn');
  await eventually(() => textOf(page, 'metric.ltv'), (text) => text !== before, 'LTV');
});

test('the wheel turns after a change and stops, and does not turn with reduced motion', async (t) => {
  // In slow motion, because a busy machine paints few frames in the time that the wheel turns.
  const before = { content: `const now = performance.now.bind(performance); performance.now = () => now() / ${SLOWNESS};` };
  const moving = await open(t, { address: VIEW, before });
  const still = await open(t, { address: VIEW, before, reducedMotion: 'reduce' });
  const press = (page) => () => slider(page, CHURN).press('ArrowRight');
  await framesOf(moving, press(moving));
  await framesOf(still, press(still));
  const turning = await framesOf(moving, press(moving));
  const resting = await framesOf(still, press(still));
  assert.ok(turning > resting, `${turning} frames against ${resting}`);
  assert.ok(turning < 60 * SLOWNESS, String(turning));
});

test('raising a share lowers the others, and undo restores them', async (t) => {
  const page = await open(t, { address: VIEW });
  const before = await scenarioOf(page);
  await slider(page, PROMOTERS).focus();
  await page.keyboard.press('Shift+ArrowRight');
  const { flywheel: { segments } } = await eventually(() => scenarioOf(page), (scenario) =>
    scenario.flywheel.segments.promoter.share > 0.45, 'share');
  const shares = Object.values(segments).map(({ share }) => share);
  assert.ok(Math.abs(shares.reduce((sum, share) => sum + share) - 1) < 1e-9, shares.join());
  assert.ok(segments.passive.share < 0.4 && segments.detractor.share < 0.2);
  await page.keyboard.press('Control+z');
  await eventually(() => scenarioOf(page), (scenario) => scenario.flywheel.segments.promoter.share === 0.4, 'undo');
  assert.deepEqual(await scenarioOf(page), before);
});

test('the conversion rate of referred visits follows that of social.organic until it is set', async (t) => {
  const page = await open(t);
  const referred = slider(page, lever('chart.wheel.attract', 'field.referralConversionRate'));
  const organic = slider(page, nameOf('social.organic', 'field.conversionRate'));
  const before = await referred.getAttribute('aria-valuetext');
  await organic.press('ArrowRight');
  const followed = await eventually(() => referred.getAttribute('aria-valuetext'), (text) => text !== before, 'referred');
  assert.equal(followed, await organic.getAttribute('aria-valuetext'));
  assert.ok(!('referralConversionRate' in (await scenarioOf(page)).flywheel));
  await referred.press('ArrowRight');
  await eventually(() => scenarioOf(page), ({ flywheel }) => flywheel.referralConversionRate > 0, 'its own');
});

test('two presets have the same six cells; in one of them quadrant III pays back', async (t) => {
  const page = await open(t);
  const choose = async (preset) => {
    await page.getByRole('combobox', { name: words['header.presets'] }).selectOption({ label: words[`preset.${preset}.title`] });
    return scenarioOf(page);
  };
  const flags = () => page.locator('.mirror [data-id$="/bubble"]').evaluateAll((bubbles) =>
    bubbles.filter((bubble) => /pays back in month/.test(bubble.getAttribute('aria-label') ?? bubble.textContent)).length);
  const funnel = await choose('funnel-thinking');
  await eventually(flags, (count) => count === 0, 'no flags');
  const flywheel = await choose('flywheel-turning');
  await eventually(flags, (count) => count > 0, 'flags');
  assert.deepEqual(funnel.cells, flywheel.cells);
  assert.notDeepEqual(funnel.retention, flywheel.retention);
});

test('undefined results show a sentence, never NaN or Infinity', async (t) => {
  const page = await open(t, { address: VIEW });
  const states = {
    'no orders': { cells: [] },
    'momentum above one': { flywheel: { referralConversionRate: 1 } },
    'one month': { flywheel: { months: 1 } },
    '120 months': { flywheel: { months: 120, organicGrowth: 1 } },
    'never paid back': { grossMargin: 0.01, retention: { repeatOrders: 0 } },
    'everyone leaves': { retention: { churn: 1 } },
  };
  for (const [name, scenario] of Object.entries(states)) {
    const outcome = await page.evaluate((given) => sextant.setScenario(given), { title: name, ...scenario });
    assert.ok(outcome.ok, name);
    await eventually(() => page.title(), (title) => title.startsWith(name), 'title');
    const texts = await page.locator('.mirror').innerText();
    assert.doesNotMatch(texts, /NaN|Infinity|undefined(?!:)/, name);
  }
});

test('invalid input is refused by name in the reader’s language and changes nothing', async (t) => {
  const page = await open(t, { address: `${VIEW}&lang=zh-TW` });
  const before = await scenarioOf(page);
  for (const [scenario, code, field] of [
    [{ retention: { churn: 0 } }, 'outOfBounds', 'retention.churn'],
    [{ flywheel: { months: 121 } }, 'outOfBounds', 'flywheel.months'],
    [{ flywheel: { months: 2.5 } }, 'notWhole', 'flywheel.months'],
    [{ flywheel: { segments: { promoter: { share: 0.9 } } } }, 'sharesDoNotSum', 'flywheel.segments'],
  ]) {
    const { ok, error } = await page.evaluate((given) => sextant.setScenario(given), scenario);
    assert.equal(ok, false);
    assert.equal(error.code, code);
    assert.equal(error.field, field);
    assert.match(error.message, /[\u4e00-\u9fff]/);
  }
  assert.deepEqual(await scenarioOf(page), before);
});

for (const lang of ['en', 'zh-TW']) {
  test(`it fits a phone in ${lang}`, async (t) => {
    const page = await open(t, { address: `${VIEW}&lang=${lang}`, viewport: { width: 390, height: 844 }, hasTouch: true });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.equal(await page.getByRole('status', { name: TEXTS[lang]['metric.ltv'], exact: true }).count(), 1);
  });
}
