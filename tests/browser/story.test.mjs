// The story in seven steps, in both faces, by mouse, finger and keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import createSextant from '../../dist/engine/index.mjs';
import { complaints } from './axe.mjs';
import { useHost } from './host_page.mjs';
import { eventually, nameOf, scenarioOf, useBrowser } from './sextant_page.mjs';

const open = useBrowser();
const openHost = useHost();
const engine = await createSextant();

const LANGUAGES = ['en', 'zh-TW'];
const MODES = ['canvas', 'form'];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const [ADS, SEARCH, POSTS] = ['social.paid', 'search.paid', 'social.organic'];

const words = Object.fromEntries(LANGUAGES.map((lang) =>
  [lang, JSON.parse(readFileSync(new URL(`../../src/locales/${lang}.json`, import.meta.url), 'utf8')).story]));
const say = (lang, key, values = {}) => words[lang][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const value = ({ ok, value: answer, error }) => (assert.ok(ok, JSON.stringify(error)), answer);
const preset = (id) => value(engine.presets()).find((one) => one.id === id).scenario;
const cellOf = ({ cells }, id) => cells.find((cell) => cell.id === id);

// --- The steps: what the reader moves, and what the engine says about it.

const report = (scenario) => value(engine.evaluate(scenario));
const total = (scenario) => report(scenario).total;
const remarketing = (scenario) => value(engine.remarketing(scenario));
const lifetime = (scenario) => cellOf(value(engine.customerValue(scenario)), ADS).ltv;
const profitOfMonths = (scenario) => value(engine.flywheel(scenario)).months.at(-1).cumulativeProfit;
/** What is left of the revenue when the largest platform goes dark. */
const inTheDark = (scenario) => {
  const { shocks } = value(engine.shockPresets()).find(({ id }) => id === 'outage');
  const medium = scenario.media[0].id;
  return value(engine.shock(scenario, shocks.map((shock) => ({ ...shock, target: medium })))).after.total.revenue;
};

/**
 * `rows` of the scenarios before and now: [text, before, now] with numbers in the unit; `values`: the numbers of the sentence.
 * `right`: the slider to move to the right.
 */
const STEPS = [
  {
    id: 'price', right: [ADS, 'conversionRate'], unit: 'money',
    rows: (before, now) => [
      ['price.social', cellOf(report(before), ADS).cpa, cellOf(report(now), ADS).cpa],
      ['price.search', cellOf(report(now), SEARCH).cpa, cellOf(report(now), SEARCH).cpa],
    ],
  },
  { id: 'corners' },
  {
    id: 'organic', right: [POSTS, 'fixedCost'],
    rows: (before, now) => [
      ['organic.profit', cellOf(report(before), POSTS).profit, cellOf(report(now), POSTS).profit],
      ['organic.visit', cellOf(report(before), POSTS).effectiveCpc, cellOf(report(now), POSTS).effectiveCpc],
    ],
    values: (before, now, write) => ({
      cpc: write(cellOf(report(now), POSTS).effectiveCpc, 'money'), cpa: write(cellOf(report(now), POSTS).cpa, 'money'),
    }),
  },
  {
    id: 'outage', lever: 'outage.switch',
    rows: (before) => ['one-platform', 'balanced'].map((id, at) => {
      const scenario = at ? { ...preset(id), currency: before.currency } : before;
      return [at ? 'outage.balanced' : 'outage.one', total(scenario).revenue, inTheDark(scenario)];
    }),
    values: (before, now, write) => {
      const lost = (scenario) => write(Math.round(100 * (1 - inTheDark(scenario) / total(scenario).revenue)) / 100, 'share');
      return { one: lost(before), balanced: lost(preset('balanced')) };
    },
  },
  {
    id: 'mix', right: [ADS, 'visits'],
    rows: (before, now) => [['mix.revenue', 'revenue'], ['mix.value', 'valuePerVisit']].map(([key, name]) => [key, total(before)[name], total(now)[name]]),
    values: (before, now, write) => Object.fromEntries([['revenueChange', 'revenue'], ['valueChange', 'valuePerVisit']].map(([name, metric]) =>
      [name, write(total(now)[metric] / total(before)[metric] - 1, 'signedShare')])),
  },
  {
    id: 'together', right: [ADS, 'engagedShare'],
    rows: (before, now) => [
      ['together.pool', remarketing(before).density, remarketing(now).density, 'share'],
      ['together.cpa', remarketing(before).cpa, remarketing(now).cpa],
    ],
    values: (before, now, write) => ({ before: write(remarketing(before).cpa, 'money'), now: write(remarketing(now).cpa, 'money') }),
  },
  {
    id: 'wheel', lever: 'wheel.switch',
    rows: (before, now) => [['wheel.ltv', lifetime(before), lifetime(now)], ['wheel.profit', profitOfMonths(before), profitOfMonths(now)]],
    values: (before, now, write) => ({
      ltv: write(lifetime(now), 'money'), months: write(now.flywheel.months, 'months'),
      gain: write(profitOfMonths(now) - profitOfMonths(before), 'money'),
    }),
  },
];

const numberOf = (id) => STEPS.findIndex((step) => step.id === id) + 1;

// --- The page

const element = (page, selector) => page.locator(`.sextant ${selector}`);
const task = (page) => element(page, '.task');
const title = (page) => element(page, '.story-head h2');
const next = (page) => element(page, '.story-foot .primary');
const again = (page) => element(page, '.again');
const lever = (page) => element(page, '.story-head .lever');
const slider = (page, [cell, field], lang) => page.getByRole('slider', { name: nameOf(cell, `field.${field}`, lang), exact: true });
const locate = (page, cell) => page.evaluate((id) => window.sextant.locate(id), cell);
const placeOf = (page, cell) => eventually(() => locate(page, cell), Boolean, `bubble of ${cell}`);

/** The rows below the picture: [name, before, now]. */
const rowsOf = (page) => element(page, '.story-foot dl').evaluate((list) => [...list.children].filter((row) => !row.hidden)
  .map((row) => ['dt', 's', 'b'].map((name) => row.querySelector(name).textContent)));

function expectedRows({ rows }, before, now, lang) {
  const write = (number, unit = 'money') => value(engine.format(number, unit, { lang }));
  const months = write(now.flywheel.months, 'months');
  return (rows?.(before, now) ?? []).map(([key, was, is, unit]) => {
    const [a, b] = [was, is].map((number) => write(number, unit ?? 'money'));
    return [say(lang, key, { months }), a === b ? '' : a, b];
  });
}

function expectedSentence({ id, values }, before, now, lang) {
  return say(lang, `step.${id}.done`, values?.(before, now, (number, unit) => value(engine.format(number, unit, { lang }))));
}

async function atStep(page, id, lang) {
  await eventually(() => title(page).textContent(), (text) => text === say(lang, `step.${id}.title`), `title of ${id}`);
  if (id === 'together' || id === 'wheel') await eventually(() => rowsOf(page), (rows) => rows.every(([, , now]) => now !== '—'), 'the tools');
}

const isDone = (page) => task(page).evaluate((node) => node.classList.contains('done'));

/** Goes to a step by its button. */
async function goTo(page, id, lang) {
  await element(page, '.dot').nth(numberOf(id) - 1).click();
  await atStep(page, id, lang);
}

const openStory = (t, id, { mode = 'canvas', lang = 'en', query = '', ...options } = {}) =>
  open(t, { address: `?story=${numberOf(id)}&lang=${lang}&mode=${mode}${query}`, ...options });

// --- Hands: each moves from point to point, and at each waits for what it waits for.

async function mouse(page, points) {
  const [[from], ...rest] = points;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const [{ x, y }, reached] of rest) {
    await page.mouse.move(x, y, { steps: 6 });
    await reached?.();
  }
  await page.mouse.up();
}

async function finger(page, points) {
  const session = await page.context().newCDPSession(page);
  const send = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  let [[from], ...rest] = points;
  await send('touchStart', [from]);
  for (const [to, reached] of rest) {
    for (let step = 1; step <= 6; ++step) await send('touchMove', [{ x: from.x + (to.x - from.x) * step / 6, y: from.y + (to.y - from.y) * step / 6 }]);
    from = to;
    await reached?.();
  }
  // It rests before it leaves; after a fling the browser takes the next tap as an end of that.
  await page.evaluate(() => new Promise((resolve) => {
    let frames = 0;
    const next = () => ++frames > 6 ? resolve() : requestAnimationFrame(next);
    next();
  }));
  await send('touchEnd', []);
  await session.detach();
}

const seen = (page, corner) => eventually(() => element(page, '.corners li').nth(corner - 1).evaluate((node) => node.classList.contains('seen')),
  Boolean, `corner ${corner}`);

/** A slider from its middle to the right. */
async function slide(page, hand, address, lang, to = 0.97) {
  const track = slider(page, address, lang);
  await track.waitFor();
  await track.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await eventually(() => track.boundingBox(), Boolean, 'slider');
  const middle = y + height / 2;
  await hand(page, [[{ x: x + width / 2, y: middle }], [{ x: x + width * to, y: middle }]]);
}

async function press(page, hand, locator) {
  if (hand === finger) await locator.tap();
  else await locator.click();
}

/** What each step asks for, by a pointer. */
async function pointAt(page, hand, { id, right, lever: isSwitch }, mode, lang) {
  if (isSwitch) return press(page, hand, lever(page));
  if (mode === 'canvas' && id === 'price') {
    const [from, goal] = [await placeOf(page, ADS), await placeOf(page, SEARCH)];
    return hand(page, [[from], [{ x: from.x, y: goal.y - 2 }]]);
  }
  if (id !== 'corners') return slide(page, hand, right, lang);
  if (mode === 'form') {
    await slide(page, hand, [ADS, 'conversionRate'], lang);
    await seen(page, 1);
    await slide(page, hand, [ADS, 'costPerClick'], lang, 0.7);
    await seen(page, 2);
    return slide(page, hand, [ADS, 'conversionRate'], lang, 0.03);
  }
  const { x, y } = await placeOf(page, ADS);
  return hand(page, [[{ x, y }], [{ x, y: y - 30 }, () => seen(page, 1)], [{ x: x - 50, y: y - 30 }, () => seen(page, 2)], [{ x: x - 50, y: y + 40 }, () => seen(page, 3)]]);
}

/** Tab from the step's title on, as after Next, until the locator has the focus. */
async function tabTo(page, locator) {
  await title(page).focus();
  for (let presses = 0; presses < 12; ++presses) {
    await page.keyboard.press('Tab');
    if (await locator.evaluate((node) => node === node.getRootNode().activeElement)) return;
  }
  assert.fail('Tab does not reach it');
}

/** The same by keys. */
async function type(page, { id, right, lever: isSwitch }, lang) {
  if (isSwitch) {
    await tabTo(page, lever(page));
    return page.keyboard.press('Space');
  }
  if (id !== 'corners') {
    await tabTo(page, slider(page, right, lang));
    return page.keyboard.press('End');
  }
  await tabTo(page, slider(page, [ADS, 'conversionRate'], lang));
  await page.keyboard.press('End');
  await seen(page, 1);
  await tabTo(page, slider(page, [ADS, 'costPerClick'], lang));
  for (let presses = 0; presses < 8; ++presses) await page.keyboard.press('PageUp');
  await seen(page, 2);
  await tabTo(page, slider(page, [ADS, 'conversionRate'], lang));
  return page.keyboard.press('Home');
}

const HANDS = {
  'a mouse': { lang: 'en', viewport: { width: 1280, height: 800 }, act: (page, step, mode, lang) => pointAt(page, mouse, step, mode, lang) },
  'a finger': { lang: 'zh-TW', ...PHONE, act: (page, step, mode, lang) => pointAt(page, finger, step, mode, lang) },
  keys: { lang: 'zh-TW', viewport: { width: 768, height: 1024 }, act: (page, step, mode, lang) => type(page, step, lang) },
};

for (const mode of MODES) {
  for (const [name, { lang, act, ...options }] of Object.entries(HANDS)) {
    test(`each step is done by ${name}, and Next goes on: ${mode}`, async (t) => {
      const page = await openStory(t, 'price', { mode, lang, ...options });
      for (const step of STEPS) {
        await atStep(page, step.id, lang);
        if (step.id === 'price') await element(page, '.guess button').first().click();
        assert.equal(await isDone(page), false, step.id);
        const before = await scenarioOf(page);
        assert.deepEqual((await rowsOf(page)).map(([label, was, now]) => [label, was, now]),
          expectedRows(step, before, before, lang).map((row, at) => step.id === 'outage' ? [row[0], '', value(engine.format(step.rows(before)[at][1], 'money', { lang }))] : row), step.id);
        await act(page, step, mode, lang);
        await eventually(() => isDone(page), Boolean, `${step.id} done`);
        await eventually(async () => {
          const now = await scenarioOf(page);
          return [await task(page).textContent(), await rowsOf(page), expectedSentence(step, before, now, lang), expectedRows(step, before, now, lang)];
        }, ([text, rows, sentence, expected]) => text === sentence && JSON.stringify(rows) === JSON.stringify(expected), step.id);
        assert.match(await next(page).getAttribute('class'), /ready/);
        assert.equal(await page.evaluate(() => new URLSearchParams(location.search).get('story')), String(numberOf(step.id)));
        await next(page).click();
      }
      await element(page, '.story-head').waitFor({ state: 'detached' });
      assert.equal(await page.evaluate(() => new URLSearchParams(location.search).has('story')), false);
    });
  }

  test(`the first step asks for a guess before it tells: ${mode}`, async (t) => {
    const page = await openStory(t, 'price', { mode });
    const numbers = expectedRows(STEPS[0], await scenarioOf(page), await scenarioOf(page), 'en').map(([, , now]) => now);
    for (const [at, verdict] of [[0, 'guess.wrong'], [1, 'guess.right']]) {
      assert.deepEqual((await rowsOf(page)).map(([, was, now]) => was + now), ['?', '?'], 'the answer is not given away');
      assert.equal(await element(page, '.hand').isVisible(), false, 'one thing at a time');
      assert.equal(await task(page).isVisible(), false);
      await element(page, '.guess button').nth(at).click();
      const answer = await element(page, '.story-head p').first().textContent();
      assert.ok(answer.startsWith(say('en', verdict)), answer);
      for (const number of numbers) assert.ok(answer.includes(number), answer);
      assert.deepEqual((await rowsOf(page)).map(([, , now]) => now), numbers);
      assert.equal(await element(page, '.guess').isVisible(), false);
      assert.equal(await title(page).evaluate((node) => node === document.activeElement), true, 'the focus is not lost');
      await again(page).click();
    }
  });

  test(`a request names what can be moved: ${mode}`, async (t) => {
    const page = await openStory(t, 'price', { mode });
    await element(page, '.guess button').first().click();
    assert.equal(/[Bb]ubble/.test(await task(page).textContent()), mode === 'canvas', 'bubbles of a form cannot be dragged');
    await goTo(page, 'corners', 'en');
    assert.equal(/sliders/.test(await task(page).textContent()), mode === 'form');
    await slider(page, [ADS, 'costPerClick'], 'en').waitFor({ state: 'attached' });
  });

  for (const lang of LANGUAGES) {
    test(`every step is at most 560 high on a phone, and nothing is wider: ${mode}, ${lang}`, async (t) => {
      const page = await open(t, { ...PHONE, address: `embed.html?story=1&lang=${lang}&mode=${mode}` });
      const check = async (state) => {
        const { height, width } = await page.evaluate(() => ({ height: document.body.getBoundingClientRect().height, width: document.documentElement.scrollWidth }));
        assert.ok(height > 200 && height <= 560, `${state}: ${height} high`);
        assert.equal(width, 390, state);
        const beyond = await element(page, ':is(.story-head, .story-foot, .bars) *').evaluateAll((nodes) => nodes.filter((node) => {
          const { left, right, width: wide } = node.getBoundingClientRect();
          return wide && (left < 0 || right > innerWidth || (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflow !== 'visible'));
        }).map((node) => node.outerHTML.slice(0, 80)));
        assert.deepEqual(beyond, [], state);
      };
      for (const step of STEPS) {
        await goTo(page, step.id, lang);
        if (step.right) await slider(page, step.right, lang).waitFor({ state: 'attached' });
        await check(step.id);
        if (step.id === 'price') {
          await element(page, '.guess button').first().click();
          await check('guessed');
        }
        const height = await element(page, '.story-head').evaluate((head) => head.offsetHeight);
        await type(page, step, lang);
        await eventually(() => isDone(page), Boolean, `${step.id} done`);
        await check(`${step.id} done`);
        assert.equal(await element(page, '.story-head').evaluate((head) => head.offsetHeight), height, `${step.id}: the picture moves under the hand`);
      }
    });
  }

  test(`a step begins again, and undo goes back to its beginning and not further: ${mode}`, async (t) => {
    const page = await openStory(t, 'price', { mode });
    await goTo(page, 'mix', 'en');
    const before = await scenarioOf(page);
    const visits = async () => cellOf(await scenarioOf(page), ADS).visits;
    assert.equal(await page.locator('#undo').isDisabled(), true);
    await page.keyboard.press('Control+z');
    assert.deepEqual(await scenarioOf(page), before);
    await type(page, STEPS[numberOf('mix') - 1], 'en');
    await eventually(() => isDone(page), Boolean, 'done');
    await page.keyboard.press('Control+z');
    await eventually(visits, (now) => now === cellOf(before, ADS).visits, 'undo');
    await eventually(() => rowsOf(page), (rows) => rows.every(([, was]) => !was), 'rows');
    await page.keyboard.press('Control+z');
    assert.deepEqual(await scenarioOf(page), before);

    await type(page, STEPS[numberOf('mix') - 1], 'en');
    await eventually(visits, (now) => now !== cellOf(before, ADS).visits, 'visits');
    for (const button of [again(page), page.locator('#reset')]) {
      await button.click();
      await eventually(() => scenarioOf(page), (now) => JSON.stringify(now) === JSON.stringify(before), 'the beginning');
      await eventually(() => isDone(page), (done) => !done, 'not done');
      assert.equal(await task(page).textContent(), say('en', 'step.mix.do'));
    }
  });

  test(`a switch is switched back: ${mode}`, async (t) => {
    const page = await openStory(t, 'outage', { mode });
    for (const id of ['outage', 'wheel']) {
      await goTo(page, id, 'en');
      const [before, rows] = [await scenarioOf(page), await rowsOf(page)];
      await lever(page).click();
      await eventually(() => lever(page).getAttribute('aria-checked'), (checked) => checked === 'true', id);
      assert.notDeepEqual(await scenarioOf(page), before);
      await lever(page).click();
      await eventually(() => rowsOf(page), (now) => JSON.stringify(now) === JSON.stringify(rows), id);
      assert.equal(await lever(page).getAttribute('aria-checked'), 'false');
      assert.deepEqual(await scenarioOf(page), before);
    }
  });

  test(`another language keeps the step and what was done: ${mode}`, async (t) => {
    const page = await openStory(t, 'organic', { mode });
    const step = STEPS[numberOf('organic') - 1];
    const before = await scenarioOf(page);
    await type(page, step, 'en');
    await eventually(() => isDone(page), Boolean, 'done');
    await page.locator('#language').click();
    await atStep(page, 'organic', 'zh-TW');
    assert.equal(await task(page).textContent(), expectedSentence(step, before, await scenarioOf(page), 'zh-TW'));
    assert.deepEqual(await rowsOf(page), expectedRows(step, before, await scenarioOf(page), 'zh-TW'));
    assert.equal(await next(page).textContent(), say('zh-TW', 'next'));
    await slider(page, step.right, 'zh-TW').waitFor({ state: 'attached' });
    const { searchParams } = new URL(page.url());
    assert.deepEqual([searchParams.get('story'), searchParams.get('lang')], ['3', 'zh-TW']);
  });

  test(`another face keeps the step and what was done: ${mode}`, async (t) => {
    const other = mode === 'form' ? 'canvas' : 'form';
    const page = await openStory(t, 'together', { mode });
    const step = STEPS[numberOf('together') - 1];
    await atStep(page, 'together', 'en');
    const before = await scenarioOf(page);
    const change = async (wanted) => {
      const button = page.locator('#mode');
      await eventually(() => button.getAttribute('aria-disabled'), (disabled) => disabled !== 'true', 'the button');
      await button.press('Enter'); // the page above it may still grow
      await eventually(() => page.locator('.sextant canvas').count(), (count) => count === (wanted === 'canvas' ? 1 : 0), wanted);
      await slider(page, step.right, 'en').waitFor({ state: 'attached' });
      await atStep(page, 'together', 'en');
    };
    await change(other);
    assert.equal(await isDone(page), false);
    await type(page, step, 'en');
    await eventually(() => isDone(page), Boolean, 'done');
    await change(mode);
    assert.equal(await isDone(page), true);
    assert.deepEqual(await rowsOf(page), expectedRows(step, before, await scenarioOf(page), 'en'));
    assert.equal(await page.getByRole('slider').count(), 1, 'nothing else is shown');
  });

  test(`the whole calculator is as it was before the story: ${mode}`, async (t) => {
    const page = await open(t, { address: `?lang=en&mode=${mode}` });
    const own = { title: 'mine', cells: [{ id: ADS, visits: 4321, conversionRate: 0.02, orderValue: 900, costPerClick: 9 }] };
    await page.evaluate((scenario) => sextant.setScenario(scenario), own);
    const [before, sliders] = [await scenarioOf(page), await page.getByRole('slider').count()];
    for (const id of ['price', 'outage', 'together']) {
      await page.locator('.tell:visible').last().click();
      await element(page, '.story-head').waitFor();
      await goTo(page, id, 'en');
      assert.notDeepEqual(await scenarioOf(page), before);
      await element(page, '.away').click();
      await element(page, '.story-head').waitFor({ state: 'detached' });
      assert.deepEqual(await scenarioOf(page), before);
      await eventually(() => page.getByRole('slider').count(), (count) => count === sliders, 'everything');
      await eventually(() => locate(page, ADS), Boolean, 'picture');
      assert.equal(await page.locator('.handles:visible, .hand').count(), 0);
      assert.equal(new URL(page.url()).searchParams.has('story'), false);
    }
  });
}

test('the mark is at the bubble until something has moved', async (t) => {
  for (const options of [{ viewport: { width: 1280, height: 800 } }, PHONE]) {
    const page = await openStory(t, 'corners', options);
    const hand = element(page, '.hand');
    const isThere = async () => {
      const [mark, bubble] = [await hand.boundingBox(), await locate(page, ADS)];
      return !!mark && !!bubble && Math.abs(mark.x - bubble.x) <= 1.5 && Math.abs(mark.y - bubble.y) <= 1.5;
    };
    await hand.waitFor({ state: 'attached' });
    await eventually(isThere, Boolean, 'mark at the bubble');
    assert.equal(await hand.textContent(), say('en', 'drag'));
    await page.evaluate(() => scrollBy(0, 60));
    await eventually(isThere, Boolean, 'mark after scrolling');
    const { x, y } = await locate(page, ADS);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 12, y - 4, { steps: 4 });
    await eventually(() => hand.isHidden(), Boolean, 'no mark');
    await page.mouse.up();
    await again(page).click();
    await eventually(isThere, Boolean, 'mark at the beginning');
  }
});

test('only the bubble of the step can be dragged', async (t) => {
  const page = await openStory(t, 'price');
  await element(page, '.guess button').first().click();
  const before = await scenarioOf(page);
  const from = await placeOf(page, SEARCH);
  await mouse(page, [[from], [{ x: from.x - 40, y: from.y + 30 }]]);
  assert.deepEqual(await scenarioOf(page), before);
  const own = await placeOf(page, ADS);
  await mouse(page, [[own], [{ x: own.x - 20, y: own.y }]]);
  await eventually(() => scenarioOf(page), (now) => cellOf(now, ADS).costPerClick > cellOf(before, ADS).costPerClick, 'dragged');
  assert.deepEqual(cellOf(await scenarioOf(page), SEARCH), cellOf(before, SEARCH));
});

test('an unknown step is no story', async (t) => {
  const page = await open(t, { address: '?story=9&lang=en' });
  for (const address of ['', '?story=x&lang=en', '?story=&lang=en', '?story=0&lang=en', '?story=12&lang=en', 'embed.html?story=8']) {
    if (address) await page.visit(address);
    assert.equal(await element(page, '.story-head').count(), 0, address);
    assert.ok(await page.getByRole('slider').count() > 30, address);
  }
  await page.visit('?view=story&lang=en');
  await atStep(page, 'price', 'en');
});

test('links, presets and currencies are not for the scenarios of the steps', async (t) => {
  const own = value(engine.encodeLink({ title: 'mine', media: [{ id: 'm0' }], cells: [{ id: 'm0.paid', visits: 77 }] }));
  const start = { ...cellOf(preset('cheap-clicks'), ADS) };
  const page = await open(t, { address: `?story=1&lang=en#${own}` });
  const atBeginning = async () => {
    await atStep(page, 'price', 'en');
    assert.deepEqual(cellOf(await scenarioOf(page), ADS), start);
  };
  await atBeginning();
  await element(page, '.away').click();
  await eventually(() => scenarioOf(page), ({ title: now }) => now === 'mine', 'the link');
  await page.visit('balanced/?story=1&lang=en');
  await atBeginning();
  await page.visit(`embed.html?view=story&lang=en#${own}`);
  await atBeginning();
  await page.visit('?story=2&lang=en&currency=EUR');
  assert.equal((await scenarioOf(page)).currency, 'EUR');
  await element(page, '.hand:not([hidden])').waitFor({ state: 'attached' });
});

for (const mode of MODES) {
  test(`a step works in a sandbox without an origin: ${mode}`, async (t) => {
    const page = await openHost(t, {
      content: (base) => `<iframe title="Sextant" width="100%" height="600" sandbox="allow-scripts" src="${base}embed.html?story=6&lang=en&mode=${mode}"></iframe>`,
    });
    const frame = await eventually(() => page.frames()[1], Boolean, 'frame');
    await frame.waitForFunction(() => window.sextant);
    await frame.evaluate(() => window.sextant.ready);
    await atStep(frame, 'together', 'en');
    const before = await scenarioOf(frame);
    await slider(frame, [ADS, 'engagedShare'], 'en').focus();
    await page.keyboard.press('End');
    await eventually(() => isDone(frame), Boolean, 'done');
    const now = await scenarioOf(frame);
    assert.equal(await task(frame).textContent(), expectedSentence(STEPS[5], before, now, 'en'));
    await next(frame).click();
    await atStep(frame, 'wheel', 'en');
  });

  test(`axe-core finds nothing in the steps: ${mode}`, async (t) => {
    for (const theme of ['light', 'dark']) {
      const lang = theme === 'dark' ? 'zh-TW' : 'en';
      const page = await openStory(t, 'price', { mode, lang, query: `&theme=${theme}`, ...(theme === 'dark' ? PHONE : {}) });
      for (const id of ['price', 'corners', 'outage', 'together']) {
        await goTo(page, id, lang);
        assert.deepEqual(await complaints(page), [], id);
        await type(page, STEPS[numberOf(id) - 1], lang);
        await eventually(() => isDone(page), Boolean, `${id} done`);
        assert.deepEqual(await complaints(page), [], `${id} done`);
      }
    }
  });
}
