// The most important behaviour, in every engine.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CPC, eventually, inputOf, nameOf, reportOf, revenueOf, scenarioOf, TEXTS } from '../browser/sextant_page.mjs';
import { TOUCHING } from './browsers.mjs';
import {
  boxOf, canvasPicture, loseContext, onElement, onElements, onFocused, outputNamed, pictureAtRest, pictureOf, sliderNamed,
  useEngines,
} from './engine_page.mjs';
import { DIST, takeProblems } from './site.mjs';

const VISITS = nameOf('social.paid', 'field.visits');
const REVENUE = TEXTS.en['metric.revenue'];
const MOST_TABS = 60;

const { default: createSextant } = await import(pathToFileURL(path.join(DIST, 'engine', 'index.mjs')).href);
const sextant = await createSextant();

const hashOf = async (page) => new URL(await page.address()).hash;
const visitsOf = (page) => inputOf(page, 'social.paid', 'visits');
const focusSlider = (page, name) => onElement(page, sliderNamed(name), (input) => input.focus());
const focusedName = (page) => onFocused(page, (element) => element.getAttribute('aria-label') ?? element.textContent.trim());
const isTyping = (page) => onFocused(page, (element) => element.localName === 'input' && element.inputMode === 'decimal');

/** Presses Tab and evaluates repeatedly until the last result is as wanted; returns all results. */
async function tabUntil(page, ask, isWanted) {
  const answers = [];
  for (let count = 0; count < MOST_TABS; ++count) {
    await page.press('Tab');
    answers.push(await ask(page));
    if (isWanted(answers)) return answers;
  }
  return assert.fail(`not among ${answers.join()}`);
}

for (const { engine, open } of useEngines()) {
  test(`${engine}: an error, a policy violation and a rejection in a page are noticed`, async (t) => {
    const page = await open(t);
    await page.evaluate(() => {
      setTimeout(() => { throw new Error('thrown on purpose'); });
      Promise.reject(new Error('rejected on purpose'));
      console.error('said on purpose');
      new Image().src = 'http://host.invalid/forbidden.png';
    });
    const problems = [];
    await eventually(async () => problems.push(...await takeProblems(page)), (count) => count >= 4, 'problems');
    for (const expected of [/thrown on purpose/, /rejected on purpose/, /said on purpose/, /^policy: img-src http:\/\/host\.invalid/]) {
      assert.equal(problems.filter((problem) => expected.test(problem)).length, 1, problems.join('\n'));
    }
  });

  test(`${engine}: the calculator appears, painted, with the numbers of the engine module`, async (t) => {
    const page = await open(t);
    const { ok, value } = sextant.evaluate({});
    assert.ok(ok);
    assert.equal(await revenueOf(page), value.total.revenue);
    const shown = await eventually(() => outputNamed(page, REVENUE), Boolean, REVENUE);
    assert.equal(shown.replace(/\D/g, ''), String(Math.round(value.total.revenue)), shown);
    const { colours } = await canvasPicture(page);
    assert.ok(colours > 50, `${colours} colours`);
  });

  test(`${engine}: a mouse drags a slider, and the result and the address follow`, async (t) => {
    const page = await open(t);
    const before = { cpc: await inputOf(page, 'social.paid', 'costPerClick'), spend: (await reportOf(page)).total.spend };
    const label = TEXTS.en['metric.spend'];
    const shown = await eventually(() => outputNamed(page, label), Boolean, label);
    const { x, y, width, height } = await boxOf(page, sliderNamed(CPC));
    await page.move(x + width / 2, y + height / 2);
    await page.down();
    for (const part of [0.55, 0.6, 0.65, 0.7]) await page.move(x + width * part, y + height / 2);
    await page.up();
    await eventually(() => inputOf(page, 'social.paid', 'costPerClick'), (cpc) => cpc > before.cpc, 'CPC');
    assert.ok((await reportOf(page)).total.spend > before.spend);
    await eventually(() => outputNamed(page, label), (text) => text !== shown, 'spend on the page');
    await eventually(async () => ({
      slider: await onElement(page, sliderNamed(CPC), (input) => input.valueAsNumber), cpc: await inputOf(page, 'social.paid', 'costPerClick'),
    }), ({ slider, cpc }) => slider === cpc, 'slider');
    const hash = await eventually(() => hashOf(page), (text) => text.startsWith('#1~'), 'address');
    assert.deepEqual(sextant.decodeLink(hash.slice(1)).value, await scenarioOf(page));
  });

  test(`${engine}: Enter opens a field for 1.2萬, Escape discards`, async (t) => {
    const page = await open(t);
    await focusSlider(page, VISITS);
    await page.press('Enter');
    await eventually(() => isTyping(page), Boolean, 'field');
    await page.type('1.2萬');
    await page.press('Enter');
    await eventually(() => visitsOf(page), (visits) => visits === 12000, 'visits');
    assert.equal(await focusedName(page), VISITS);

    await page.press('Enter');
    await eventually(() => isTyping(page), Boolean, 'field');
    await page.type('77');
    await page.press('Escape');
    await eventually(() => focusedName(page), (name) => name === VISITS, 'focus');
    assert.equal(await visitsOf(page), 12000);
  });

  test(`${engine}: a double click opens a field for 12k`, async (t) => {
    const page = await open(t);
    const { x, y, width, height } = await boxOf(page, sliderNamed(VISITS));
    await page.doubleClick(x + width - 30, y + height / 2);
    await eventually(() => isTyping(page), Boolean, 'field');
    await page.type('12k');
    await page.press('Enter');
    await eventually(() => visitsOf(page), (visits) => visits === 12000, 'visits');
  });

  test(`${engine}: Tab reaches a slider, which shows a ring and follows the arrow keys`, async (t) => {
    const page = await open(t);
    await onElements(page, 'button', (buttons, share) =>
      buttons.find(({ textContent }) => textContent.trim() === share).focus(), TEXTS.en['header.share']);
    const look = async () => (await pictureOf(page, await boxOf(page, sliderNamed(CPC)))).digest;
    const without = await look();
    const passed = await tabUntil(page, focusedName, (names) => names.at(-1) === CPC);
    assert.ok(passed.includes(VISITS), `${passed.join()} before ${CPC}`);
    const start = await inputOf(page, 'social.paid', 'costPerClick');
    await eventually(look, (digest) => digest !== without, 'ring');

    await page.press('ArrowRight');
    const step = await eventually(() => inputOf(page, 'social.paid', 'costPerClick'), (cpc) => cpc > start, 'a step');
    await page.press('Shift+ArrowUp');
    await eventually(() => inputOf(page, 'social.paid', 'costPerClick'), (cpc) => cpc - step > 5 * (step - start), 'ten steps');
    await page.press('Shift+ArrowDown');
    await page.press('ArrowLeft');
    await eventually(() => inputOf(page, 'social.paid', 'costPerClick'), (cpc) => cpc === start, 'back again');
    await onFocused(page, (element) => element.blur());
    await eventually(look, (digest) => digest === without, 'without the ring');
  });

  test(`${engine}: Tab leaves at the end`, async (t) => {
    const page = await open(t, { address: '?view=kpi' });
    const side = () => onFocused(page, (element) => element.matches('input[type=range], button[data-id]') ? 'inside' : 'outside');
    await tabUntil(page, side, (order) => order.join().includes('inside,outside'));
  });

  test(`${engine}: the shared link shows the same scenario in another window`, async (t) => {
    const page = await open(t);
    const start = await scenarioOf(page);
    await focusSlider(page, CPC);
    await page.press('Shift+ArrowRight');
    const scenario = await eventually(() => scenarioOf(page), (now) => JSON.stringify(now) !== JSON.stringify(start), 'scenario');
    const share = await onElements(page, 'button', (buttons, label) => {
      const { x, y, width, height } = buttons.find(({ textContent }) => textContent.trim() === label).getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    }, TEXTS.en['header.share']);
    await page.click(...share);
    const link = await onElement(page, 'dialog[open] input', (input) => input.value);
    assert.ok(link.startsWith(`${page.site}#1~`), link);

    const other = await open(t, { address: link.slice(page.site.length) });
    assert.deepEqual(await scenarioOf(other), scenario);
  });

  if (TOUCHING.has(engine)) {
    test(`${engine}: a finger chooses a cell on a phone`, async (t) => {
      const page = await open(t, { width: 390, height: 844, touch: true });
      const radio = `input[type=radio][aria-label="${TEXTS.en['medium.search']} · ${TEXTS.en['kind.organic']}"]`;
      const { x, y, width, height } = await boxOf(page, radio);
      assert.equal(await onElement(page, radio, (input) => input.checked), false);
      await page.tap(x + width / 2, y + height / 2);
      await eventually(() => onElement(page, radio, (input) => input.checked), Boolean, 'choice');
      await eventually(() => onElements(page, sliderNamed(nameOf('search.organic', 'field.visits')), (found) => found.length),
        (count) => count === 1, 'the chosen cell');
    });
  }

  for (const mode of TOUCHING.has(engine) ? ['canvas', 'form'] : []) {
    test(`${engine}: a finger drags a slider on a phone, as one undo step: ${mode}`, async (t) => {
      const page = await open(t, { width: 390, height: 844, touch: true, address: `?lang=en&mode=${mode}` });
      const cpc = () => inputOf(page, 'social.paid', 'costPerClick');
      const before = await cpc();
      const { x, y, width, height } = await boxOf(page, sliderNamed(CPC));
      await page.swipe([x + width / 2, y + height * 0.7], [x + width * 0.9, y + height * 0.7]);
      await eventually(async () => [await cpc(), await page.evaluate(() => document.querySelector('#undo').matches(':enabled:not([aria-disabled=true])'))],
        ([value, done]) => value > before && done, 'CPC');
      await page.evaluate(() => document.querySelector('#undo').click());
      await eventually(cpc, (value) => value === before, 'one step back');
    });
  }

  test(`${engine}: 繁體中文 and dark`, async (t) => {
    const page = await open(t, { address: '?lang=zh-TW&theme=dark' });
    const name = nameOf('social.paid', 'field.costPerClick', 'zh-TW');
    const { min, max } = await onElement(page, sliderNamed(name), (input) => ({ min: input.min, max: input.max }));
    assert.ok(Number(max) > Number(min));
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-TW');
    const { first } = await pictureOf(page, { x: 1, y: 400, width: 1, height: 1 });
    assert.equal(first, '#0f141a');
    const { colours } = await canvasPicture(page);
    assert.ok(colours > 50, `${colours} colours`);
  });

  test(`${engine}: the calculator is as wide as the window and covers its device pixels`, async (t) => {
    const page = await open(t, { address: '?view=kpi' });
    for (const [width, height] of [[600, 500], [900, 700]]) {
      await page.resize(width, height);
      await eventually(() => onElement(page, 'canvas', (canvas) => {
        const { width: across, height: down } = canvas.getBoundingClientRect();
        return [across - document.documentElement.clientWidth, canvas.width - across * devicePixelRatio, canvas.height - down * devicePixelRatio];
      }), (differences) => differences.every((difference) => Math.abs(difference) < 1), `differences at ${width}`);
    }
  });

  test(`${engine}: a lost WebGL context is restored with the picture and the scenario`, async (t) => {
    const page = await open(t);
    await focusSlider(page, CPC);
    await page.press('Shift+ArrowRight');
    await eventually(() => hashOf(page), (hash) => hash.startsWith('#1~'), 'address');
    const before = await pictureAtRest(page);
    const scenario = await scenarioOf(page);
    await loseContext(page);
    await eventually(() => canvasPicture(page), ({ digest }) => digest === before.digest, 'picture');
    assert.deepEqual(await scenarioOf(page), scenario);
    await page.press('ArrowLeft');
    await eventually(() => canvasPicture(page), ({ digest }) => digest !== before.digest, 'a new picture');
  });
}
