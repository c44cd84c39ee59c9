// The calculator in an article, in every engine: the element, the frame, and the
// HTML that the embed dialog gives.
import assert from 'node:assert/strict';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CPC, eventually, inputOf, nameOf, scenarioOf, TEXTS } from '../browser/sextant_page.mjs';
import { boxOf, canvasPicture, loseContext, onElement, onElements, pictureAtRest, sliderNamed, twoFrames, untilReady, useEngines } from './engine_page.mjs';
import { DIST, openSite } from './site.mjs';

const { default: createSextant } = await import(pathToFileURL(path.join(DIST, 'engine', 'index.mjs')).href);
const sextant = await createSextant();
const presets = sextant.presets().value;
const LINK = sextant.encodeLink({
  title: 'framed', cells: [{ id: 'social.paid', visits: 1234, conversionRate: 0.05, orderValue: 100, costPerClick: 3 }],
}).value;

const engines = useEngines();
// A host that sends our files with a policy and no other extra headers. In WebKit 'self' matches nothing in a
// document without an origin, so the policy lists the address.
const ADDRESS = 'http://127.0.0.1:*';
const POLICY = `default-src 'none'; script-src ${ADDRESS} 'wasm-unsafe-eval'; style-src ${ADDRESS}; img-src ${ADDRESS} data: blob:`;
let bare;
before(async () => {
  bare = await openSite({ headers: { 'Access-Control-Allow-Origin': null, 'Content-Security-Policy': POLICY } });
});
after(() => bare?.close());

const script = (site) => `<script type="module" src="${site}sextant-element.js"></script>`;
const tag = (attributes) => `<sextant-calculator lang="en" ${attributes}></sextant-calculator>`;
const withElements = (...tags) => (site) => tags.join('<p>Between.</p>') + script(site);

const element = (page, call, ...given) => onElement(page, 'sextant-calculator', call, ...given);
const ready = (page) => eventually(
  () => onElements(page, 'sextant-calculator', (all) => all.length > 0 && all.every((node) => node.scenario && !node.shadowRoot.querySelector('.poster'))),
  Boolean, 'calculator');
const cpcOf = (page) => element(page, ({ scenario }) => scenario.cells.find(({ id }) => id === 'social.paid').costPerClick);
const wasmOf = (page) => page.evaluate(() =>
  performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.wasm')));

const hearChanges = (page, selector) => onElement(page, selector, (node) => {
  window.changes = [];
  node.addEventListener('sextant-change', ({ detail }) => window.changes.push(detail));
});
/** The next change event; checks that its link, scenario and report agree. */
async function nextChange(page, what) {
  const { scenario, report, link } = await eventually(() => page.evaluate(() => window.changes.pop() ?? null), Boolean, what);
  assert.deepEqual(sextant.decodeLink(link).value, scenario);
  assert.deepEqual(sextant.evaluate(scenario).value, report);
  return scenario.cells.find(({ id }) => id === 'social.paid').costPerClick;
}

async function drag(page, { x, y, width, height }, to) {
  await page.move(x + width / 2, y + height / 2);
  await page.down();
  for (const part of [1, 2, 3, 4]) await page.move(x + width / 2 + part * width * (to - 0.5) / 4, y + height / 2);
  await page.up();
}

const frame = (site, { attributes = '', search = '?lang=en' } = {}) =>
  // What follows it is below the screen: then the helper may give it another height at once.
  `<div style="height:400px">Before.</div><iframe title="Sextant" width="100%" height="400" src="${site}embed.html${search}#${LINK}" ${attributes}></iframe>
<script src="${site}sextant-frame.js"></script>`;
/** The frame's height once it equals that of its content and is as wanted. */
async function heightOf(page, inside, isWanted) {
  const { outer } = await eventually(async () => ({
    outer: await page.evaluate(() => document.querySelector('iframe').clientHeight),
    inner: await inside.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height)),
  }), ({ outer, inner }) => outer === inner && isWanted(outer), 'height of the frame');
  return outer;
}

/** The calculator in the page's frame, once the helper has given it the height of its content. */
async function readyIn(page) {
  const inside = page.frame('iframe');
  await untilReady(inside);
  await heightOf(page, inside, (height) => height > 400);
  return inside;
}

/**
 * Where an element of the frame is in the viewport. The page scrolls by its own script, because a scroll
 * requested by a frame in another process happens later.
 */
async function boxInside(page, inside, selector) {
  const box = await onElement(inside, selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });
  const outer = await page.evaluate((middle) => {
    const frame = document.querySelector('iframe');
    scrollBy(0, frame.getBoundingClientRect().top + middle - innerHeight / 2);
    const { x, y } = frame.getBoundingClientRect();
    return { x, y };
  }, box.y + box.height / 2);
  await twoFrames(page);
  await twoFrames(inside);
  return { ...box, x: box.x + outer.x, y: box.y + outer.y };
}

for (const { engine, open } of engines) {
  test(`${engine}: far from the screen the element is a picture and does not load WebAssembly`, async (t) => {
    const page = await open(t, { article: withElements(`<div style="height:5000px"></div>${tag('scenario="balanced"')}`) });
    await eventually(() => onElement(page, 'img', ({ naturalWidth }) => naturalWidth), (width) => width > 0, 'picture');
    const { title } = presets.find(({ id }) => id === 'balanced');
    assert.ok((await onElement(page, 'img', ({ alt }) => alt)).includes(title));
    assert.equal(await element(page, ({ scenario }) => scenario), null);
    assert.deepEqual(await wasmOf(page), []);
    await page.evaluate(() => scrollTo(0, 4800));
    await ready(page);
    assert.equal((await wasmOf(page)).length, 1);
    const { colours } = await canvasPicture(page);
    assert.ok(colours > 50, `${colours} colours`);
  });

  test(`${engine}: elements start with a preset or a link`, async (t) => {
    const page = await open(t, { article: withElements(tag('loading="eager" scenario="balanced"'), tag(`loading="eager" scenario="${LINK}"`)) });
    await ready(page);
    const shown = await onElements(page, 'sextant-calculator', (all) => all.map(({ scenario, report }) => ({ scenario, report })));
    const { scenario } = presets.find(({ id }) => id === 'balanced');
    const expected = [sextant.decodeLink(sextant.encodeLink(scenario).value).value, sextant.decodeLink(LINK).value];
    assert.deepEqual(shown, expected.map((one) => ({ scenario: one, report: sextant.evaluate(one).value })));
  });

  test(`${engine}: the element follows mouse and keyboard and reports every change with its link`, async (t) => {
    const page = await open(t, { article: withElements(tag('loading="eager"')) });
    await ready(page);
    await hearChanges(page, 'sextant-calculator');
    const start = await cpcOf(page);
    await drag(page, await boxOf(page, sliderNamed(CPC)), 0.7);
    const dragged = await nextChange(page, 'change by mouse');
    assert.ok(dragged > start, `${start} → ${dragged}`);
    await page.press('ArrowLeft');
    const stepped = await nextChange(page, 'change by keyboard');
    assert.ok(stepped < dragged && stepped > start, `${dragged} → ${stepped}`);
    await page.press('Control+z');
    assert.equal(await nextChange(page, 'change by undo'), dragged);
    await page.press('Control+z');
    assert.equal(await nextChange(page, 'a drag is one step'), start);
  });

  test(`${engine}: the element works in a shadow root, also after being removed and inserted again`, async (t) => {
    const page = await open(t, { article: (site) => `<div id="host"></div>${script(site)}` });
    await page.evaluate(() => {
      document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<sextant-calculator lang="en" loading="eager"></sextant-calculator>';
    });
    await ready(page);
    await onElement(page, sliderNamed(CPC), (input) => input.focus());
    await page.press('Home');
    await eventually(() => cpcOf(page), (cpc) => cpc === 0, 'CPC by keyboard');

    await element(page, async (node) => {
      const root = node.getRootNode();
      node.remove();
      await Promise.resolve();
      window.emptied = node.scenario === null && !node.shadowRoot.querySelector('canvas');
      root.append(node);
    });
    assert.equal(await page.evaluate(() => window.emptied), true);
    await ready(page);
    assert.equal(await cpcOf(page), 0);
    await drag(page, await boxOf(page, sliderNamed(CPC)), 0.7);
    await eventually(() => cpcOf(page), (cpc) => cpc > 0, 'CPC by mouse');
    const { colours } = await canvasPicture(page);
    assert.ok(colours > 50, `${colours} colours`);
  });

  test(`${engine}: a lost WebGL context is restored in the element, with its picture and its scenario`, async (t) => {
    const page = await open(t, { article: withElements(tag('loading="eager"')) });
    await ready(page);
    await onElement(page, sliderNamed(CPC), (input) => input.focus());
    await page.press('Shift+ArrowRight');
    const before = await pictureAtRest(page);
    const cpc = await cpcOf(page);
    await loseContext(page);
    await eventually(() => canvasPicture(page), ({ digest }) => digest === before.digest, 'picture');
    assert.equal(await cpcOf(page), cpc);
    await page.press('Shift+ArrowRight');
    await eventually(() => cpcOf(page), (now) => now > cpc, 'a step');
    await eventually(() => canvasPicture(page), ({ digest }) => digest !== before.digest, 'a new picture');
  });

  test(`${engine}: with the helper the frame is as high as its content, however wide it is`, async (t) => {
    const page = await open(t, { article: (site) => frame(site) });
    const inside = await readyIn(page);
    const wide = await heightOf(page, inside, () => true);
    await page.resize(480, 720);
    await heightOf(page, inside, (height) => height > wide + 400);
    await page.resize(1024, 720);
    await heightOf(page, inside, (height) => height === wide);
  });

  test(`${engine}: the frame works in a sandbox without an origin, from a host without CORS headers`, async (t) => {
    const page = await open(t, { article: () => frame(bare.url, { attributes: 'sandbox="allow-scripts"' }) });
    const inside = await readyIn(page);
    assert.equal(await inside.evaluate(() => self.origin), 'null');
    const { title, cells } = await scenarioOf(inside);
    assert.equal(title, 'framed');
    assert.equal(cells.find(({ id }) => id === 'social.paid').visits, 1234);
    await hearChanges(page, 'iframe');
    await drag(page, await boxInside(page, inside, sliderNamed(CPC)), 0.9);
    const dragged = await nextChange(page, 'change by mouse');
    assert.ok(dragged > 3, String(dragged));
    await page.press('Shift+ArrowLeft');
    const stepped = await nextChange(page, 'change by keyboard');
    assert.ok(stepped < dragged, `${dragged} → ${stepped}`);
    const undo = await boxInside(page, inside, `.bar button[value="header.undo"]`);
    await page.click(undo.x + undo.width / 2, undo.y + undo.height / 2);
    assert.equal(await nextChange(page, 'undo'), dragged);
  });

  test(`${engine}: the form works in such a sandbox, too`, async (t) => {
    const page = await open(t, { article: () => frame(bare.url, { attributes: 'sandbox="allow-scripts"', search: '?mode=form&lang=en' }) });
    const inside = await readyIn(page);
    assert.equal(await onElements(inside, 'canvas', ({ length }) => length), 0);
    assert.deepEqual(await inside.evaluate(() => window.sextant.getReport()), sextant.evaluate(sextant.decodeLink(LINK).value).value);
    await hearChanges(page, 'iframe');
    await drag(page, await boxInside(page, inside, sliderNamed(CPC)), 0.9);
    assert.ok(await nextChange(page, 'change by mouse') > 3);
  });

  test(`${engine}: the frame follows the messages of its host page`, async (t) => {
    const page = await open(t, { article: (site) => frame(site) });
    const inside = await readyIn(page);
    const send = (message) => page.evaluate((data) => document.querySelector('iframe').contentWindow.postMessage(data, '*'), message);
    await send({ sextant: 1, type: 'load', scenario: 'balanced' });
    const { scenario } = presets.find(({ id }) => id === 'balanced');
    await eventually(() => inputOf(inside, 'social.organic', 'visits'), (visits) => visits === scenario.cells[0].visits, 'preset');
    await send({ sextant: 1, type: 'setLanguage', lang: 'zh-TW' });
    const name = nameOf('social.paid', 'field.costPerClick', 'zh-TW');
    await eventually(() => onElements(inside, sliderNamed(name), ({ length }) => length), (count) => count === 1, 'slider in Chinese');
    assert.equal(await inside.evaluate(() => document.documentElement.lang), 'zh-TW');
    await send({ sextant: 1, type: 'load', scenario: LINK });
    await eventually(() => scenarioOf(inside), ({ title }) => title === 'framed', 'link');
  });

  test(`${engine}: the HTML of the embed dialog works in an article, as a frame and as an element`, async (t) => {
    const page = await open(t, { address: '?lang=en' });
    await page.evaluate((link) => window.sextant.setScenario(link), sextant.decodeLink(LINK).value);
    const press = async (selector) => {
      const { x, y, width, height } = await boxOf(page, selector);
      await page.click(x + width / 2, y + height / 2);
    };
    await press('#embed');
    const title = TEXTS.en['embed.view.quadrant'];
    const markup = () => onElement(page, '#embed-markup', ({ value }) => value);
    const pasted = { frame: await eventually(markup, (html) => html.includes(`framed · ${title}`), 'title in the HTML') };
    pasted.element = await onElement(page, '#embed-kind', (select) => {
      select.value = 'element';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }).then(markup);

    const expected = sextant.evaluate(sextant.decodeLink(LINK).value).value;
    const framed = await open(t, { article: () => pasted.frame });
    const inside = framed.frame('iframe');
    await untilReady(inside);
    assert.deepEqual(await inside.evaluate(() => window.sextant.getReport()), expected);
    const article = await open(t, { article: () => pasted.element });
    await ready(article);
    assert.deepEqual(await element(article, ({ report }) => report), expected);
  });
}
