// <sextant-calculator> in an article.
import assert from 'node:assert/strict';
import test from 'node:test';
import createSextant from '../../dist/engine/index.mjs';
import { useHost } from './host_page.mjs';
import { eventually, CPC, nameOf, TEXTS } from './sextant_page.mjs';

const open = useHost();
const engine = await createSextant();
const presets = engine.presets().value;
const linkOf = (scenario) => engine.encodeLink(scenario).value;

const script = (base) => `<script type="module" src="${base}sextant-element.js"></script>`;
const withElements = (...elements) => (base) => elements.join('<p>Between.</p>') + script(base);
const element = (page, index = 0) => page.locator('sextant-calculator').nth(index);
function hearErrors() {
  window.errors = [];
  document.addEventListener('sextant-error', ({ detail }) => window.errors.push(detail));
}
const FAR = '<div style="height:5000px"></div>';

/** Resolves when the calculator is on screen. */
const ready = (page, index = 0) => eventually(
  () => element(page, index).evaluate((node) => !!node.scenario && !node.shadowRoot.querySelector('.inside > .poster')),
  Boolean, 'calculator');
const wasmOf = (page) => page.requests.filter((request) => request.url().endsWith('.wasm'));

test('far from the screen it is a picture and does not load WebAssembly', async (t) => {
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

test('with loading="click" a click starts it and moves the focus into it', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator loading="click" lang="en"></sextant-calculator>') });
  await element(page).getByRole('button', { name: TEXTS.en['element.start'] }).click();
  await ready(page);
  await eventually(() => element(page).evaluate((node) => !!node.shadowRoot.activeElement), Boolean, 'focus');
});

test('it starts with any preset or with its link', async (t) => {
  let page;
  for (const { id, scenario } of presets) {
    const content = withElements(`<sextant-calculator loading="eager" scenario="${id}"></sextant-calculator>`,
      `<sextant-calculator loading="eager" scenario="${linkOf(scenario)}"></sextant-calculator>`);
    if (page) await page.show(content);
    else page = await open(t, { content });
    for (const index of [0, 1]) {
      await ready(page, index);
      const node = element(page, index);
      assert.deepEqual(await node.evaluate(({ scenario: shown }) => shown), engine.decodeLink(linkOf(scenario)).value, id);
      assert.deepEqual(await node.evaluate(({ report }) => report), engine.evaluate(scenario).value, id);
    }
  }
});

test('an edit fires one event per element with scenario, report and link', async (t) => {
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

test('changed attributes take effect while it runs', async (t) => {
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

test('the language is that of the surrounding text', async (t) => {
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

const INVALID = [[{ cells: [{ id: 'social.paid', conversionRate: 2 }] }, /conversionRate/], ['1~broken', /damaged/], [7, /./], ['[object Object]', /property/]];

test('setScenario() throws for an invalid scenario, names the field and changes nothing', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="eager"></sextant-calculator>') });
  await ready(page);
  for (const [invalid, reason] of INVALID) {
    const { thrown, before, now } = await element(page).evaluate((node, scenario) => {
      const shown = JSON.stringify(node.scenario);
      try {
        node.setScenario(scenario);
      } catch (error) {
        return { thrown: `${error.name}: ${error.message}`, before: shown, now: JSON.stringify(node.scenario) };
      }
      return {};
    }, invalid);
    assert.match(thrown, /^RangeError: /);
    assert.match(thrown, reason);
    assert.equal(now, before);
  }
  assert.equal(await element(page).getByRole('alert').count(), 0);
  await element(page).evaluate((node) => node.setScenario({ title: 'valid' }));
  assert.equal(await element(page).evaluate(({ scenario }) => scenario.title), 'valid');
});

test('the property does not throw for an invalid scenario: the element says why, and nothing changes', async (t) => {
  const page = await open(t, {
    before: hearErrors,
    content: withElements('<sextant-calculator lang="en" loading="eager"></sextant-calculator>'),
  });
  await ready(page);
  const before = await element(page).evaluate(({ scenario }) => scenario);
  for (const [invalid, reason] of INVALID) {
    await element(page).evaluate((node, scenario) => {
      node.scenario = scenario;
    }, invalid);
    const { code, message } = await page.evaluate(() => window.errors.pop());
    assert.equal(code, 'refused');
    assert.match(message, reason);
    await element(page).getByRole('alert').filter({ hasText: message }).waitFor();
    assert.deepEqual(await element(page).evaluate(({ scenario }) => scenario), before);
  }
});

test('properties that are set before the script has come count', async (t) => {
  const page = await open(t, {
    content: (base) => `<sextant-calculator lang="en" scenario="[object Object]"></sextant-calculator>
      <script>Object.assign(document.querySelector('sextant-calculator'), { scenario: { title: 'early' }, view: 'kpi', theme: 'dark', mode: 'form', loading: 'eager', currency: 'EUR' })</script>${script(base)}`,
  });
  await ready(page);
  const { title, currency, attributes, view, theme } = await element(page).evaluate((node) => ({
    ...node.scenario,
    attributes: ['view', 'theme', 'mode', 'loading', 'currency'].map((name) => `${node.getAttribute(name)} ${node[name]}`),
    view: node.shadowRoot.querySelector('.form-view').dataset.view,
    theme: node.shadowRoot.querySelector('.sextant').dataset.theme,
  }));
  assert.deepEqual({ title, view, theme }, { title: 'early', view: 'kpi', theme: 'dark' });
  assert.deepEqual(attributes, ['kpi kpi', 'dark dark', 'form form', 'eager eager', 'EUR EUR']);
  assert.equal(currency, 'EUR');
  assert.equal(await element(page).getByRole('alert').count(), 0);
});

test('an object that equals the one set last changes nothing, so that a rendering keeps what the reader has changed', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="eager"></sextant-calculator>') });
  await ready(page);
  const set = () => element(page).evaluate((node) => {
    node.scenario = { title: 'set', cells: [{ id: 'social.paid', costPerClick: 5 }] };
  });
  const cpc = () => element(page).evaluate(({ scenario }) => scenario.cells.find(({ id }) => id === 'social.paid').costPerClick);
  await set();
  assert.equal(await cpc(), 5);
  const slider = element(page).getByRole('slider', { name: CPC, exact: true });
  await slider.focus();
  await page.keyboard.press('Home');
  await eventually(cpc, (now) => now === 0, 'CPC');
  await set();
  assert.equal(await cpc(), 0);
  await element(page).evaluate((node) => node.setScenario({ title: 'set', cells: [{ id: 'social.paid', costPerClick: 5 }] }));
  assert.equal(await cpc(), 5, 'a call of the method counts');
});

const SOME = linkOf({ title: 'some', cells: [{ id: 'social.paid', visits: 77, conversionRate: 0.02, orderValue: 100, costPerClick: 2 }] });
const HOSTED = 'https://shop.example/~user/sextant/';
// The preset, which has no title of its own.
const BALANCED = '';
// What is pasted, and the title of the scenario.
const PASTED = [
  [`${HOSTED}balanced/`, BALANCED],
  [`${HOSTED}balanced/zh-TW/`, BALANCED],
  [`${HOSTED}balanced/index.html?utm_source=mail#top`, BALANCED],
  [`${HOSTED}?preset=balanced&amp;amp;lang=en`, BALANCED],
  ['/sextant/balanced/', BALANCED],
  ['?preset=balanced', BALANCED],
  ['“balanced”', BALANCED],
  ['「balanced」', BALANCED],
  ['  Balanced\u200b\n', BALANCED],
  ['BALANCED', BALANCED],
  [`${HOSTED}#${SOME}`, 'some'],
  [`“${HOSTED}?lang=en#${SOME}”`, 'some'],
  [`${HOSTED}balanced/?lang=en#${SOME}`, 'some'],
  [`#${SOME}`, 'some'],
  [`${HOSTED}#${SOME.replaceAll('~', '%7E')}`, 'some'],
  [`${HOSTED}?lang=en#${SOME.replaceAll('~', '%257E')}`, 'some'],
  [`${HOSTED}#${SOME.replaceAll('~', '～')}`, 'some'],
  [`/sextant/#${SOME.replaceAll('~', '%7E')}`, 'some'],
  [`${SOME}。謝謝`, 'some'],
  [` <${SOME}> `, 'some'],
  [`<${HOSTED}#${SOME}>`, 'some'],
  [`[試算](${HOSTED}#${SOME})`, 'some'],
  [`我的情境：${HOSTED}#${SOME}，請看。`, 'some'],
  [` ${SOME} `, 'some'],
  [`${HOSTED}?lang=en&amp;amp;view=quadrant#${SOME}`, 'some'],
  [JSON.stringify({ title: 'in JSON' }), 'in JSON'],
  [` ${JSON.stringify({ title: 'in JSON' })}\n`, 'in JSON'],
];

test('the scenario is taken as people paste it, as attribute and as property', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="eager" mode="form" view="kpi"></sextant-calculator>') });
  await ready(page);
  const shownFor = (given) => element(page).evaluate((node, [scenario, how]) => {
    node.setAttribute('scenario', 'one-platform');
    if (how === 'attribute') node.setAttribute('scenario', scenario);
    else node.scenario = scenario;
    return node.scenario;
  }, given);
  const balanced = presets.find(({ id }) => id === 'balanced').scenario;
  for (const [given, wanted] of PASTED) {
    for (const how of ['attribute', 'property']) {
      const { title, cells } = await shownFor([given, how]);
      if (wanted === BALANCED) assert.deepEqual(cells, balanced.cells, `${how} ${given}`);
      else assert.equal(title, wanted, `${how} ${given}`);
    }
  }
  assert.equal(await element(page).getByRole('alert').count(), 0);
});

test('of a pasted address the view and the step of the story count, unless attributes say otherwise', async (t) => {
  const addresses = [[`${HOSTED}?lang=en&view=kpi#${SOME}`, 'kpi'], [`${HOSTED}?story=3`, 'story'], [`${HOSTED}story/3/zh-TW/`, 'story']];
  const page = await open(t, {
    content: withElements(...addresses.flatMap(([address]) => ['', 'view="matrix"'].map((view) =>
      `<sextant-calculator lang="en" loading="eager" mode="form" ${view} scenario="${address}"></sextant-calculator>`))),
  });
  for (const [at, [address, view]] of addresses.entries()) {
    for (const [index, wanted] of [[2 * at, view], [2 * at + 1, 'matrix']]) {
      await ready(page, index);
      const shown = await element(page, index).evaluate(({ shadowRoot }) =>
        shadowRoot.querySelector('.story-head') ? 'story' : shadowRoot.querySelector('.form-view').dataset.view);
      assert.equal(shown, wanted, address);
      assert.equal(await element(page, index).getByRole('alert').count(), 0);
    }
  }
});

test('the picture is that of a pasted address, and never another scenario’s', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="click"></sextant-calculator>') });
  const altOf = (given) => element(page).evaluate((node, scenario) => {
    node.scenario = scenario;
    return node.shadowRoot.querySelector('img')?.alt ?? null;
  }, given);
  const { title } = engine.presets({ lang: 'en' }).value.find(({ id }) => id === 'balanced');
  assert.ok((await altOf(`${HOSTED}balanced/zh-TW/`)).includes(title));
  for (const own of [SOME, `${HOSTED}#${SOME}`, { title: 'own' }, JSON.stringify({ title: 'own' })]) assert.equal(await altOf(own), null, JSON.stringify(own));
  await element(page).getByText(TEXTS.en['element.own']).waitFor();
});

test('an object that a framework has made into text gets an error that says what to do', async (t) => {
  const page = await open(t, {
    before: hearErrors,
    content: withElements('<sextant-calculator lang="zh-TW" loading="eager" scenario="[object Object]"></sextant-calculator>'),
  });
  await ready(page);
  await element(page).getByRole('alert').filter({ hasText: TEXTS['zh-TW']['element.object'] }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.errors), [{ code: 'refused', message: TEXTS['zh-TW']['element.object'] }]);
});

test('the scenario that it begins with is compared with nothing', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" mode="form" view="kpi" loading="eager" scenario="balanced"></sextant-calculator>') });
  await ready(page);
  const compared = element(page).locator('.compared');
  assert.equal(await compared.textContent(), '');
  await element(page).evaluate((node) => node.setScenario('one-platform'));
  await eventually(() => compared.textContent(), Boolean, 'comparison');
});

test('a damaged link shows a message and the default scenario, and fires an event', async (t) => {
  const damaged = linkOf(presets[1].scenario).slice(0, -3);
  const page = await open(t, {
    before: hearErrors,
    content: withElements(`<sextant-calculator lang="en" loading="eager" scenario="${damaged}"></sextant-calculator>`),
  });
  await ready(page);
  await element(page).getByRole('alert').filter({ hasText: TEXTS.en['error.linkDamaged'] }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.errors), [{ code: 'refused', message: TEXTS.en['error.linkDamaged'] }]);
  assert.deepEqual(await element(page).evaluate(({ scenario }) => scenario.cells), presets[0].scenario.cells);
});

test('it works inside a shadow root', async (t) => {
  const page = await open(t, { content: (base) => `<div id="host" lang="zh-TW"></div>${script(base)}` });
  await page.evaluate(() => {
    const root = document.getElementById('host').attachShadow({ mode: 'open' });
    const inner = document.createElement('sextant-calculator');
    inner.setAttribute('loading', 'eager');
    root.append(inner);
  });
  await ready(page);
  const slider = element(page).getByRole('slider', { name: nameOf('social.paid', 'field.costPerClick', 'zh-TW'), exact: true });
  await slider.focus(); // in the language of the text surrounding the shadow root
  await page.keyboard.press('Home');
  assert.equal(await element(page).evaluate(({ scenario }) => scenario.cells.find(({ id }) => id === 'social.paid').costPerClick), 0);
});

test('the page’s styles do not affect it', async (t) => {
  const hostile = '<style>* { position: fixed; font-size: 40px; color: red; display: inline } canvas, input { width: 1px !important }</style>';
  const [plain, styled] = await Promise.all(['', hostile].map((style) => open(t, {
    content: (base) => `${style}<sextant-calculator style="display:block;position:static" lang="en" loading="eager" view="quadrant"></sextant-calculator>${script(base)}`,
  })));
  const boxes = [];
  for (const page of [plain, styled]) {
    await ready(page);
    boxes.push(await element(page).evaluate(({ shadowRoot }) => ['canvas', 'input[type=range]', '.bar'].map((selector) => {
      const found = shadowRoot.querySelector(selector);
      const { width, height } = found.getBoundingClientRect();
      const { position, fontSize, color } = getComputedStyle(found);
      return { selector, height, position, fontSize, color, wide: width > 20 };
    })));
  }
  assert.deepEqual(boxes[1], boxes[0]);
});

test('removed from the page and inserted again, it keeps the reader’s scenario', async (t) => {
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

test('moved within the page, it keeps its state', async (t) => {
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

test('if WebAssembly is forbidden, the picture stays, with the reason and a link to the page', async (t) => {
  const page = await open(t, {
    policy: "script-src 'self' http://127.0.0.1:*; object-src 'none'",
    content: withElements('<sextant-calculator lang="en" loading="eager" scenario="balanced"></sextant-calculator>'),
  });
  const alert = element(page).getByRole('alert');
  await alert.waitFor();
  assert.match(await alert.textContent(), new RegExp(TEXTS.en['element.failed']));
  assert.ok(await element(page).locator('img').isVisible());
  assert.equal(await alert.getByRole('link').getAttribute('href'), `${page.base}balanced/?lang=en`);
  assert.match(page.problems.splice(0).join(), /WebAssembly|policy/);
});

const LATE = [
  ['scenario', 'one-platform', ({ scenario }) => scenario.cells[0].visits, presets.find(({ id }) => id === 'one-platform').scenario.cells[0].visits],
  ['lang', 'zh-TW', ({ shadowRoot }) => shadowRoot.querySelector('.sextant').lang, 'zh-TW'],
  ['theme', 'dark', ({ shadowRoot }) => shadowRoot.querySelector('.sextant').dataset.theme, 'dark'],
  ['currency', 'EUR', ({ scenario }) => scenario.currency, 'EUR'],
  ['mode', 'form', ({ shadowRoot }) => shadowRoot.querySelectorAll('canvas').length, 0],
  ['view', 'shocks', ({ shadowRoot }) => shadowRoot.querySelectorAll('[data-id="social.paid/visits"]').length, 0],
];
const MOMENTS = {
  'while it loads': (node, [name, value]) => {
    node.setAttribute('loading', 'eager');
    node.setAttribute(name, value);
  },
  'while it is off the page': async (node, [name, value]) => {
    await node.load();
    const parent = node.parentNode;
    node.remove();
    await Promise.resolve();
    node.setAttribute(name, value);
    node.setAttribute('loading', 'eager');
    parent.append(node);
  },
  'while the other face loads': async (node, [name, value]) => {
    await node.load();
    node.setAttribute('mode', name === 'mode' ? 'canvas' : 'form');
    node.setAttribute(name, value);
  },
};
for (const [moment, change] of Object.entries(MOMENTS)) {
  test(`attributes that are set ${moment} take effect`, async (t) => {
    const content = withElements('<sextant-calculator lang="en" loading="click" mode="canvas"></sextant-calculator>');
    const page = await open(t, { content });
    for (const [at, [name, value, read, wanted]] of LATE.entries()) {
      if (at) await page.show(content);
      await page.evaluate(() => customElements.whenDefined('sextant-calculator'));
      await element(page).evaluate(change, [name, value]);
      await ready(page);
      await eventually(() => element(page).evaluate(read), (now) => now === wanted, name);
    }
  });
}

test('two quick switches between canvas and form leave one of them and no error', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="eager" mode="canvas"></sextant-calculator>') });
  await ready(page);
  const faces = () => element(page).evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll('.canvas-view, .form-view')].map(({ className }) => className));
  for (const [modes, left] of [[['form', 'auto', 'form'], 'form-view'], [['canvas', 'form', 'canvas'], 'canvas-view']]) {
    await element(page).evaluate((node, all) => all.forEach((mode) => node.setAttribute('mode', mode)), modes);
    await eventually(faces, (now) => now.length === 1 && now[0].startsWith(left), left);
  }
  assert.equal(await element(page).evaluate(({ shadowRoot }) => shadowRoot.querySelector('.sextant').lastElementChild.className), 'bar', 'the bar stays below');
});

test('removed while the form or the canvas loads, it reports no error', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="eager" mode="canvas"></sextant-calculator>') });
  await ready(page);
  await element(page).evaluate((node) => {
    node.setAttribute('mode', 'form');
    node.remove();
  });
  await page.waitForLoadState('networkidle');
  assert.deepEqual(page.problems, []);
});

test('Reset goes back to the same scenario after a switch between canvas and form', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="eager" scenario="balanced" mode="form"></sextant-calculator>') });
  await ready(page);
  await element(page).evaluate((node) => node.setAttribute('mode', 'canvas'));
  await eventually(() => element(page).evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll('canvas').length), (count) => count === 1, 'canvas');
  await element(page).evaluate((node) => {
    node.scenario = { cells: [] };
  });
  await element(page).getByRole('button', { name: TEXTS.en['header.reset'] }).click();
  const { cells } = presets.find(({ id }) => id === 'balanced').scenario;
  await eventually(() => element(page).evaluate(({ scenario }) => scenario.cells), (now) => JSON.stringify(now) === JSON.stringify(cells), 'preset');
});

test('a failed download is retried', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="click"></sextant-calculator>') });
  await page.route('**/*.wasm', (route) => route.abort(), { times: 1 });
  const start = element(page).getByRole('button', { name: TEXTS.en['element.start'] });
  await start.click();
  await element(page).getByRole('alert').waitFor();
  await start.click();
  await ready(page);
  assert.match(page.problems.splice(0).join(), /fetch|ERR_FAILED/);
});

test('removing the scenario gives the default one', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="eager" scenario="balanced"></sextant-calculator>') });
  await ready(page);
  await element(page).evaluate((node) => node.removeAttribute('scenario'));
  assert.deepEqual(await element(page).evaluate(({ scenario }) => scenario.cells), presets[0].scenario.cells);
  assert.equal(await element(page).getByRole('alert').count(), 0);
});

test('an error message stays until something changes', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="eager"></sextant-calculator>') });
  await ready(page);
  await element(page).evaluate((node) => {
    window.changes = 0;
    node.addEventListener('sextant-change', () => {
      window.changes += 1;
    });
    node.setAttribute('scenario', 'balanced');
    node.setAttribute('scenario', '1~broken');
  });
  await eventually(() => page.evaluate(() => window.changes), (count) => count > 0, 'change');
  assert.equal(await element(page).getByRole('alert').count(), 1);
  await element(page).getByRole('slider', { name: CPC, exact: true }).press('End');
  await eventually(() => element(page).getByRole('alert').count(), (count) => count === 0, 'alert');
});

test('an object that is set again after the attribute has changed is taken again', async (t) => {
  const page = await open(t, { content: withElements('<sextant-calculator lang="en" loading="eager" mode="form"></sextant-calculator>') });
  await ready(page);
  const titles = await element(page).evaluate((node) => {
    const set = () => { node.scenario = { title: 'own' }; };
    set();
    const own = node.scenario.title;
    node.setAttribute('scenario', 'balanced');
    const other = node.scenario.title;
    set();
    return [own, other, node.scenario.title];
  });
  assert.equal(titles[0], 'own');
  assert.notEqual(titles[1], 'own');
  assert.equal(titles[2], 'own');
});
