// <sextant-calculator> in somebody's article.
import assert from 'node:assert/strict';
import test from 'node:test';
import createSextant from '../../dist/engine/index.mjs';
import { useHost } from './host_page.mjs';
import { eventually, CPC, TEXTS } from './sextant_page.mjs';

const open = useHost();
const engine = await createSextant();
const presets = engine.presets().value;
const linkOf = (scenario) => engine.encodeLink(scenario).value;

const script = (base) => `<script type="module" src="${base}sextant-element.js"></script>`;
const withElements = (...elements) => (base) => elements.join('<p>Between.</p>') + script(base);
const element = (page, index = 0) => page.locator('sextant-calculator').nth(index);
const FAR = '<div style="height:5000px"></div>';

/** Resolves when the calculator is there. */
const ready = (page, index = 0) => eventually(
  () => element(page, index).evaluate((node) => !!node.scenario && !node.shadowRoot.querySelector('.poster')),
  Boolean, 'calculator');
const wasmOf = (page) => page.requests.filter((request) => request.url().endsWith('.wasm'));

test('far from the screen it is a picture and asks for no WebAssembly', async (t) => {
  const page = await open(t, { content: withElements(`${FAR}<sextant-calculator scenario="balanced" lang="zh-TW"></sextant-calculator>`) });
  const picture = element(page).locator('img');
  await picture.waitFor();
  await eventually(() => picture.evaluate((image) => image.complete && image.naturalWidth), (width) => width > 0, 'picture');
  const title = engine.presets({ lang: 'zh-TW' }).value.find(({ id }) => id === 'balanced').title;
  assert.match(await picture.getAttribute('alt'), new RegExp(title));
  assert.equal(await element(page).evaluate((node) => node.scenario), null);
  assert.deepEqual(wasmOf(page), []);
  await page.evaluate(() => scrollTo(0, 4800));
  await ready(page);
  assert.equal(wasmOf(page).length, 1);
});

test('a click starts it where that is asked for, and the focus goes in', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator loading="click" lang="en"></sextant-calculator>') });
  await element(page).getByRole('button', { name: TEXTS.en['element.start'] }).click();
  await ready(page);
  await eventually(() => element(page).evaluate((node) => !!node.shadowRoot.activeElement), Boolean, 'focus');
});

for (const { id, scenario } of presets) {
  test(`it begins with the preset ${id} and with its link`, async (t) => {
    const content = withElements(`<sextant-calculator loading="eager" scenario="${id}"></sextant-calculator>`,
      `<sextant-calculator loading="eager" scenario="${linkOf(scenario)}"></sextant-calculator>`);
    const page = await open(t, { content });
    for (const index of [0, 1]) {
      await ready(page, index);
      const node = element(page, index);
      assert.deepEqual(await node.evaluate(({ scenario: shown }) => shown), engine.decodeLink(linkOf(scenario)).value);
      assert.deepEqual(await node.evaluate(({ report }) => report), engine.evaluate(scenario).value);
    }
  });
}

test('a change by hand is told with scenario, report and link, once per element', async (t) => {
  const page = await open(t, {
    content: withElements('<sextant-calculator lang="en" loading="eager"></sextant-calculator>', '<sextant-calculator lang="en" loading="eager"></sextant-calculator>'),
  });
  await ready(page, 0);
  await ready(page, 1);
  await page.evaluate(() => {
    window.changes = [];
    document.addEventListener('sextant-change', ({ target, detail }) =>
      window.changes.push([[...document.querySelectorAll('sextant-calculator')].indexOf(target), detail]));
  });
  const slider = element(page, 1).getByRole('slider', { name: CPC, exact: true });
  await slider.focus();
  await page.keyboard.press('End');
  const [[index, { scenario, report, link }]] = await eventually(() => page.evaluate(() => window.changes), ({ length }) => length > 0, 'change');
  assert.equal(index, 1);
  assert.deepEqual(engine.decodeLink(link).value, scenario);
  assert.deepEqual(engine.evaluate(scenario).value, report);
  assert.notEqual(linkOf(scenario), linkOf(await element(page, 0).evaluate((node) => node.scenario)));
});

test('attributes are followed while it runs', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="eager"></sextant-calculator>') });
  await ready(page);
  const node = element(page);
  const set = (name, value) => node.evaluate((target, [key, text]) => target.setAttribute(key, text), [name, value]);
  await set('scenario', 'balanced');
  assert.deepEqual(await node.evaluate(({ scenario }) => scenario.cells), presets.find(({ id }) => id === 'balanced').scenario.cells);
  await set('lang', 'zh-TW');
  await node.getByRole('slider', { name: /付費引流/ }).first().waitFor({ state: 'attached' });
  await set('currency', 'EUR');
  assert.equal(await node.evaluate(({ scenario }) => scenario.currency), 'EUR');
  const height = await node.evaluate(({ offsetHeight }) => offsetHeight);
  await set('view', 'quadrant');
  await eventually(() => node.evaluate(({ offsetHeight }) => offsetHeight), (now) => now < height, 'height of one part');
  await set('theme', 'dark');
  await eventually(() => node.evaluate(({ shadowRoot }) => shadowRoot.querySelector('.sextant').dataset.theme), (theme) => theme === 'dark', 'theme');
  await set('mode', 'form');
  await eventually(() => node.evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll('canvas').length), (count) => count === 0, 'form');
  assert.equal(await node.evaluate(({ scenario }) => scenario.currency), 'EUR', 'the scenario stays');
});

test('the language is that of the text around it', async (t) => {
  const page = await open(t, { content: withElements('<section lang="zh-Hant-TW"><sextant-calculator loading="click"></sextant-calculator></section>') });
  await element(page).getByRole('button', { name: TEXTS['zh-TW']['element.start'] }).waitFor();
});

test('a scenario can be set as an object, before and after it is loaded', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator loading="click"></sextant-calculator>') });
  const node = element(page);
  await page.evaluate(() => customElements.whenDefined('sextant-calculator'));
  await node.evaluate((target) => {
    target.scenario = { title: 'early', cells: [{ id: 'social.paid', visits: 7 }] };
  });
  await node.evaluate((target) => target.load());
  assert.equal((await node.evaluate(({ scenario }) => scenario)).title, 'early');
  await node.evaluate((target) => {
    target.scenario = { title: 'late' };
  });
  assert.equal((await node.evaluate(({ scenario }) => scenario)).title, 'late');
});

test('what is refused throws, names the field and changes nothing', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="eager"></sextant-calculator>') });
  await ready(page);
  const { thrown, before, now } = await element(page).evaluate((node) => {
    const scenario = JSON.stringify(node.scenario);
    try {
      node.scenario = { cells: [{ id: 'social.paid', conversionRate: 2 }] };
    } catch (error) {
      return { thrown: `${error.name}: ${error.message}`, before: scenario, now: JSON.stringify(node.scenario) };
    }
    return {};
  });
  assert.match(thrown, /^RangeError: .*conversionRate/);
  assert.equal(now, before);
});

test('a damaged link says so on the page and in an event, and shows the default scenario', async (t) => {
  const damaged = linkOf(presets[1].scenario).slice(0, -3);
  const page = await open(t, {
    before: () => {
      window.errors = [];
      document.addEventListener('sextant-error', ({ detail }) => window.errors.push(detail));
    },
    content: withElements(`<sextant-calculator lang="en" loading="eager" scenario="${damaged}"></sextant-calculator>`),
  });
  await ready(page);
  await element(page).getByRole('alert').filter({ hasText: TEXTS.en['error.linkDamaged'] }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.errors), [{ code: 'refused', message: TEXTS.en['error.linkDamaged'] }]);
  assert.deepEqual(await element(page).evaluate(({ scenario }) => scenario.cells), presets[0].scenario.cells);
});

test('it works inside a shadow root and among hostile styles', async (t) => {
  const page = await open(t, {
    content: (base) => `<div id="host"></div><style>* { all: unset; font-size: 40px !important; position: fixed !important }</style>${script(base)}`,
  });
  await page.evaluate(() => {
    const root = document.getElementById('host').attachShadow({ mode: 'open' });
    root.append(Object.assign(document.createElement('sextant-calculator'), { lang: 'en' }));
    root.firstChild.setAttribute('loading', 'eager');
  });
  const node = page.locator('sextant-calculator');
  await eventually(() => node.evaluate((target) => !!target.scenario), Boolean, 'calculator');
  const slider = node.getByRole('slider', { name: CPC, exact: true });
  await slider.waitFor({ state: 'attached' });
  await slider.focus();
  await page.keyboard.press('Home');
  assert.equal(await node.evaluate(({ scenario }) => scenario.cells.find(({ id }) => id === 'social.paid').costPerClick), 0);
});

test('taken off the page and put back, it goes on with the reader’s scenario', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="eager"></sextant-calculator>') });
  await ready(page);
  await element(page).evaluate((node) => {
    node.scenario = { title: 'mine' };
  });
  await element(page).evaluate(async (node) => {
    const parent = node.parentNode;
    node.remove();
    await Promise.resolve();
    parent.append(node);
  });
  await ready(page);
  assert.equal(await element(page).evaluate(({ scenario }) => scenario.title), 'mine');
});

test('moved within the page, it stays as it is', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="eager"></sextant-calculator>') });
  await ready(page);
  const same = await element(page).evaluate(async (node) => {
    const canvas = node.shadowRoot.querySelector('canvas');
    document.body.prepend(node);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return canvas === node.shadowRoot.querySelector('canvas') && canvas.isConnected;
  });
  assert.ok(same);
});

test('where WebAssembly is forbidden the picture stays, with the reason and a way to the page', async (t) => {
  const page = await open(t, {
    policy: "script-src 'self' http://127.0.0.1:*; object-src 'none'",
    content: withElements('<sextant-calculator lang="en" loading="eager" scenario="balanced"></sextant-calculator>'),
  });
  const alert = element(page).getByRole('alert');
  await alert.waitFor();
  assert.match(await alert.textContent(), new RegExp(TEXTS.en['element.failed']));
  assert.ok(await element(page).locator('img').isVisible());
  assert.ok((await alert.getByRole('link').getAttribute('href')).startsWith(page.base));
  assert.match(page.problems.splice(0).join(), /WebAssembly|policy/);
});
