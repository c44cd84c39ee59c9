// The calculator as a form of plain HTML, in every engine: on request, and
// without WebGL 2.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { CPC, eventually, inputOf, nameOf, reportOf, revenueOf, scenarioOf, TEXTS } from '../browser/sextant_page.mjs';
import { boxOf, onElement, onElements, onFocused, outputNamed, sliderNamed, useEngines } from './engine_page.mjs';
import { DIST } from './site.mjs';

const VISITS = nameOf('social.paid', 'field.visits');
const REVENUE = TEXTS.en['metric.revenue'];

const { default: createSextant } = await import(pathToFileURL(path.join(DIST, 'engine', 'index.mjs')).href);
const sextant = await createSextant();

// The page in a browser without WebGL 2.
const pages = {
  'without_webgl.html': readFileSync(path.join(DIST, 'index.html'), 'utf8').replace('<head>', '<head><script src="without_webgl.js"></script>'),
  'without_webgl.js': `{
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (type, ...rest) {
      return type === 'webgl2' ? null : getContext.call(this, type, ...rest);
    };
    if (window.OffscreenCanvas) {
      const { getContext } = OffscreenCanvas.prototype;
      OffscreenCanvas.prototype.getContext = function (type, ...rest) {
        return type === 'webgl2' ? null : getContext.call(this, type, ...rest);
      };
    }
  }`,
};

const fieldNamed = (name) => `input[type=text][aria-label=${JSON.stringify(name)}]`;
const cpcOf = (page) => inputOf(page, 'social.paid', 'costPerClick');
const press = async (page, selector) => {
  const { x, y, width, height } = await boxOf(page, selector);
  await page.click(x + width / 2, y + height / 2);
};

/** Checks that the form has the numbers of the engine module, and that there is no canvas. */
async function showsForm(page) {
  const { value } = sextant.evaluate({});
  assert.deepEqual(await reportOf(page), value);
  const shown = await eventually(() => outputNamed(page, REVENUE), Boolean, REVENUE);
  assert.equal(shown.replace(/\D/g, ''), String(Math.round(value.total.revenue)), shown);
  assert.equal(await onElements(page, 'canvas', ({ length }) => length), 0);
  assert.ok(await onElement(page, sliderNamed(CPC), (input) => input.checkVisibility?.() ?? input.offsetWidth > 0));
}

for (const { engine, open } of useEngines({ pages })) {
  test(`${engine}: the form has the numbers of the engine module`, async (t) => {
    await showsForm(await open(t, { address: '?mode=form&lang=en' }));
  });

  test(`${engine}: without WebGL 2 the page is the form and does not offer the canvas`, async (t) => {
    const page = await open(t, { address: 'without_webgl.html?lang=en' });
    await showsForm(page);
    assert.equal(await onElement(page, '#mode', ({ hidden }) => hidden), true);
    await onElement(page, sliderNamed(CPC), (input) => input.focus());
    await page.press('ArrowRight');
    await eventually(() => cpcOf(page), (cpc) => cpc === 8.05, 'CPC');
  });

  test(`${engine}: 1.2萬 is typed into the form, and undone`, async (t) => {
    const page = await open(t, { address: '?mode=form&lang=en' });
    const before = await scenarioOf(page);
    const revenue = await revenueOf(page);
    const shown = await outputNamed(page, REVENUE);
    await press(page, fieldNamed(VISITS));
    await page.type('1.2萬');
    await page.press('Enter');
    await eventually(() => inputOf(page, 'social.paid', 'visits'), (visits) => visits === 12000, 'visits');
    assert.equal(await onElement(page, fieldNamed(VISITS), ({ value }) => value), '12,000');
    assert.notEqual(await revenueOf(page), revenue);
    assert.notEqual(await outputNamed(page, REVENUE), shown);
    await press(page, '#undo');
    await eventually(() => scenarioOf(page), (now) => JSON.stringify(now) === JSON.stringify(before), 'scenario before');
    assert.equal(await outputNamed(page, REVENUE), shown);
  });

  test(`${engine}: keys step a slider of the form, and undo reverts it`, async (t) => {
    const page = await open(t, { address: '?mode=form&lang=en' });
    const start = await cpcOf(page);
    await onElement(page, sliderNamed(CPC), (input) => input.focus());
    const seen = [start];
    for (const key of ['ArrowRight', 'ArrowUp', 'Shift+ArrowRight', 'End', 'ArrowLeft', 'Home']) {
      await page.press(key);
      seen.push(await eventually(() => cpcOf(page), (cpc) => cpc !== seen.at(-1), key));
    }
    const [, step, second, large, most, less, least] = seen;
    assert.ok(step > start && second > step && large - second > 5 * (second - step), seen.join());
    assert.ok(most > large && less < most && least === 0, seen.join());
    assert.equal(await onFocused(page, (element) => element.getAttribute('aria-label')), CPC);
    for (let guard = 0; await cpcOf(page) !== start; ++guard) {
      assert.ok(guard < seen.length, 'undo ends before the beginning');
      const now = await cpcOf(page);
      await page.press('Control+z');
      await eventually(() => cpcOf(page), (cpc) => cpc !== now, 'undo');
    }
  });

  test(`${engine}: a mouse drags a slider of the form, as one undo step`, async (t) => {
    const page = await open(t, { address: '?mode=form&lang=en' });
    const before = await scenarioOf(page);
    const shown = await outputNamed(page, nameOf('social.paid', 'metric.cpa'));
    const position = () => onElement(page, sliderNamed(CPC), (input) => input.valueAsNumber);
    const { x, y, width, height } = await boxOf(page, sliderNamed(CPC));
    const at = await position();
    await page.move(x + width * at, y + height / 2);
    await page.down();
    for (const part of [0.25, 0.5, 0.75, 1]) await page.move(x + width * (at + (0.8 - at) * part), y + height / 2);
    await eventually(position, (now) => now > 0.7, 'thumb with the pointer');
    await page.up();
    await eventually(position, (now) => now === 0.5, 'thumb in the middle again, around the new number');
    assert.ok(await cpcOf(page) > 1.5 * before.cells[1].costPerClick);
    assert.notEqual(await outputNamed(page, nameOf('social.paid', 'metric.cpa')), shown);
    await eventually(() => page.address(), (address) => address.includes('#1~'), 'address');
    await page.press('Control+z');
    await eventually(() => scenarioOf(page), (now) => JSON.stringify(now) === JSON.stringify(before), 'scenario before');
    await eventually(position, (now) => Math.abs(now - at) < 0.01, 'thumb back again');
  });
}
