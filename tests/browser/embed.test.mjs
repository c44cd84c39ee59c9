// embed.html in another site's iframe, and the dialog that gives its HTML.
import assert from 'node:assert/strict';
import test from 'node:test';
import createSextant from '../../dist/engine/index.mjs';
import { useHost } from './host_page.mjs';
import { CPC, eventually, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

// A host that sends our files without extra headers.
const openHost = useHost({ headers: { 'Access-Control-Allow-Origin': null } });
const openPage = useBrowser();
const engine = await createSextant();
const LINK = engine.encodeLink({ title: 'framed', cells: [{ id: 'social.paid', visits: 1234, conversionRate: 0.05, orderValue: 100, costPerClick: 3 }] }).value;

const frame = (base, { attributes = '', address = `?lang=en#${LINK}` } = {}) =>
  `<iframe title="Sextant" width="100%" height="400" src="${base}embed.html${address}" ${attributes}></iframe>`;
// Enough text before an iframe that what follows it is below the screen: then it may get another height at once.
const low = (html) => `<div style="height:500px">Before.</div>${html}`;
const helper = (base) => `<script src="${base}sextant-frame.js"></script>`;
const inside = (page) => eventually(() => page.frames()[1], Boolean, 'frame');
const readyIn = async (page) => {
  const found = await inside(page);
  await found.waitForFunction(() => window.sextant);
  await found.evaluate(() => window.sextant.ready);
  return found;
};
const hearMessages = () => {
  window.heard = [];
  addEventListener('message', ({ data, source }) => window.heard.push({ data, fromFrame: source === document.querySelector('iframe')?.contentWindow }));
};
const heightOf = (page) => page.locator('iframe').evaluate(({ clientHeight }) => clientHeight);
const contentHeight = (found) => found.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

test('the frame opens the scenario in its address', async (t) => {
  const page = await openHost(t, { content: frame });
  const found = await readyIn(page);
  assert.equal((await scenarioOf(found)).title, 'framed');
  await found.getByRole('slider', { name: CPC, exact: true }).waitFor({ state: 'attached' });
});

test('without the helper the frame keeps its height and reports the height it needs, also to AMP pages', async (t) => {
  const page = await openHost(t, { content: frame, before: hearMessages });
  const found = await readyIn(page);
  const height = await contentHeight(found);
  const heard = await eventually(() => page.evaluate(() => window.heard.map(({ data }) => data)),
    (all) => all.some(({ type, height: told }) => type === 'embed-size' && told === height), 'embed-size');
  assert.ok(heard.some((data) => data.sextant === 1 && data.type === 'height' && data.height === height));
  assert.ok(heard.some((data) => data.sentinel === 'amp' && data.type === 'embed-size' && data.height === height));
  assert.equal(await heightOf(page), 400);
});

for (const attributes of ['', 'sandbox="allow-scripts"']) {
  test(`with the helper the frame is as high as its content ${attributes}`, async (t) => {
    const page = await openHost(t, { content: (base) => low(frame(base, { attributes }) + helper(base)) });
    const found = await readyIn(page);
    await eventually(async () => [await heightOf(page), await contentHeight(found)], ([outer, inner]) => outer === inner, 'height');
    await page.setViewportSize({ width: 420, height: 800 });
    const narrow = await eventually(async () => [await heightOf(page), await contentHeight(found)],
      ([outer, inner]) => outer === inner && inner > 1500, 'height when narrow');
    assert.ok(narrow[0] < 8000);
  });
}

test('everything works in a sandbox without an origin, from a host without CORS headers', async (t) => {
  const page = await openHost(t, {
    content: (base) => frame(base, { attributes: 'sandbox="allow-scripts"' }) + helper(base),
    before: hearMessages,
  });
  const found = await readyIn(page);
  assert.equal(await found.evaluate(() => self.origin), 'null');
  assert.equal((await scenarioOf(found)).title, 'framed');
  await page.evaluate(() => document.querySelector('iframe').addEventListener('sextant-change', ({ detail }) => {
    window.change = detail;
  }));
  const slider = found.getByRole('slider', { name: CPC, exact: true });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  const { link, scenario, report } = await eventually(() => page.evaluate(() => window.change), Boolean, 'change');
  assert.deepEqual(engine.decodeLink(link).value, scenario);
  assert.deepEqual(engine.evaluate(scenario).value, report);
  assert.ok((await found.getByRole('textbox', { name: TEXTS.en['bar.page'] }).inputValue()).endsWith(`#${link}`), 'new windows are forbidden');
  await found.getByRole('button', { name: TEXTS.en['header.undo'] }).click();
  assert.equal(await found.evaluate(() => document.activeElement.textContent), TEXTS.en['header.undo'], 'the focus stays');
  await eventually(async () => (await scenarioOf(found)).cells, (cells) => cells.find(({ id }) => id === 'social.paid').costPerClick === 3, 'undo');
});

test('the form works in a sandbox, too', async (t) => {
  const page = await openHost(t, { content: (base) => frame(base, { attributes: 'sandbox="allow-scripts"', address: `?mode=form&lang=en#${LINK}` }) });
  const found = await readyIn(page);
  assert.equal(await found.locator('canvas').count(), 0);
  assert.equal((await scenarioOf(found)).title, 'framed');
  for (const name of ['quadrant', 'matrix', 'wheel']) await found.getByRole('img', { name: TEXTS.en[`chart.${name}.title`] }).waitFor({ state: 'attached' });
});

test('a page that allows only its own scripts can still show the frame', async (t) => {
  const page = await openHost(t, { content: frame, policy: "default-src 'none'; script-src 'self'; frame-src http://127.0.0.1:*; img-src data:" });
  const found = await readyIn(page);
  assert.equal((await scenarioOf(found)).title, 'framed');
});

test('messages of the host page take effect; those of others and of other versions do not', async (t) => {
  const page = await openHost(t, { content: frame, before: hearMessages });
  const found = await readyIn(page);
  const send = (message) => page.evaluate((data) => document.querySelector('iframe').contentWindow.postMessage(data, '*'), message);
  await send({ sextant: 2, type: 'load', scenario: 'balanced' });
  await send({ type: 'load', scenario: 'balanced' });
  await send({ sextant: 1, type: 'constructor' });
  await send(null);
  await send('load');
  await found.evaluate(() => postMessage({ sextant: 1, type: 'load', scenario: 'balanced' }, '*'));
  await send({ sextant: 1, type: 'setLanguage', lang: 'zh-TW' });
  await found.getByRole('button', { name: TEXTS['zh-TW']['header.undo'] }).waitFor();
  assert.equal((await scenarioOf(found)).title, 'framed');
  await send({ sextant: 1, type: 'setTheme', theme: 'dark' });
  await eventually(() => found.evaluate(() => document.documentElement.dataset.theme), (theme) => theme === 'dark', 'theme');
  await send({ sextant: 1, type: 'load', scenario: 'balanced' });
  await eventually(() => scenarioOf(found), ({ title }) => title !== 'framed', 'scenario');
  await send({ sextant: 1, type: 'load', scenario: '1~broken' });
  const refusal = await eventually(() => page.evaluate(() => window.heard.find(({ data }) => data?.type === 'refused')), Boolean, 'refusal');
  assert.ok(refusal.fromFrame && refusal.data.message.length > 0);
  await found.getByRole('alert').filter({ hasText: refusal.data.message }).waitFor();
});

test('an unknown preset is refused like a damaged link', async (t) => {
  const page = await openHost(t, { content: (base) => frame(base, { address: '?lang=en&preset=nonsense' }), before: hearMessages });
  const found = await readyIn(page);
  await found.getByRole('alert').filter({ hasText: TEXTS.en['error.notALink'] }).waitFor();
  assert.ok(await page.evaluate(() => window.heard.some(({ data }) => data.type === 'refused')));
});

test('the helper may load late, and twice', async (t) => {
  const page = await openHost(t, { content: (base) => low(frame(base)), before: hearMessages });
  const found = await readyIn(page);
  await eventually(() => page.evaluate(() => window.heard.some(({ data }) => data.type === 'ready')), Boolean, 'ready');
  await page.evaluate(async (src) => {
    window.changes = 0;
    document.querySelector('iframe').addEventListener('sextant-change', () => {
      window.changes += 1;
    });
    for (let i = 0; i < 2; ++i) {
      await new Promise((resolve) => document.body.append(Object.assign(document.createElement('script'), { src, onload: resolve })));
    }
  }, `${page.base}sextant-frame.js`);
  await eventually(async () => [await heightOf(page), await contentHeight(found)], ([outer, inner]) => outer === inner, 'height');
  await found.getByRole('slider', { name: CPC, exact: true }).press('End');
  await eventually(() => page.evaluate(() => window.changes), (count) => count > 0, 'change');
  assert.equal(await page.evaluate(() => window.changes), 1);
});

test('a frame that cannot run shows a picture, the reason and a link to the page, and tells the host page', async (t) => {
  const page = await openHost(t, {
    content: (base) => frame(base, { address: '?lang=en&preset=balanced' }),
    before: () => {
      window.heard = [];
      addEventListener('message', ({ data }) => window.heard.push(data));
      WebAssembly.instantiate = () => Promise.reject(new Error('forbidden'));
    },
  });
  const found = await inside(page);
  const alert = found.getByRole('alert').filter({ hasText: TEXTS.en['element.failed'] });
  await alert.waitFor();
  assert.ok(await found.locator('img').isVisible());
  assert.equal(await alert.getByRole('link').getAttribute('href'), `${page.base}balanced/?lang=en`);
  await eventually(() => page.evaluate(() => window.heard.some((data) => data?.type === 'failed')), Boolean, 'message');
  assert.match(page.problems.splice(0).join(), /forbidden/);
});

test('the helper does not change other frames', async (t) => {
  const other = "<!doctype html><script>parent.postMessage({sextant:1,type:'height',height:3000},'*')</script>";
  const page = await openHost(t, {
    content: (base) => `${helper(base)}<iframe title="Other" height="150" srcdoc="${other.replace(/"/g, '&quot;')}"></iframe>`,
    before: hearMessages,
  });
  await eventually(() => page.evaluate(() => window.heard.length), (count) => count > 0, 'message');
  assert.equal(await heightOf(page), 150);
});

/** The contents of an HTML text: tag names, and the attributes of the first element of each. */
const parse = (page, html) => page.evaluate((text) => {
  const { body, head } = new DOMParser().parseFromString(text, 'text/html');
  return [...head.children, ...body.children].map((element) => ({
    tag: element.localName,
    ...Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    content: element.textContent,
  }));
}, html);

async function openDialog(page) {
  await page.evaluate(() => sextant.ready);
  await page.evaluate(() => document.querySelector('#embed').click()); // on a phone, Share leads to it
  await page.locator('#embed-dialog[open]').waitFor();
  return {
    markup: () => page.locator('#embed-markup').inputValue(),
    choose: (id, value) => page.locator(`#embed-${id}`).selectOption(value),
    choosePart: (view) => page.locator(`[name=embed-view][value=${view}]`).check(),
  };
}

const part = (view, language) => TEXTS[language][`embed.view.${view}`];
const MAXIMUM_HEIGHT = 640;

test('the script of the dialogs is loaded when the first is opened, and a failure is said', async (t) => {
  const page = await openPage(t, { address: '?lang=en', serviceWorkers: 'block' });
  const scripts = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /dialogs-\w+\.js$/.test(name)).length);
  assert.equal(await scripts(), 0);
  await page.route('**/dialogs-*.js', (route) => route.abort());
  await page.locator('#share').click();
  await page.getByText(TEXTS.en['notice.dialog']).waitFor();
  assert.equal(await page.locator('dialog[open]').count(), 0);
  page.problems.length = 0;

  await page.unrouteAll();
  await page.reload();
  const { markup } = await openDialog(page);
  assert.match(await markup(), /<iframe/);
  assert.equal(await scripts(), 1);
});

for (const language of ['en', 'zh-TW']) {
  test(`what the dialog gives at once suits an article: one part, light, at most 640 px high, with a caption: ${language}`, async (t) => {
    const page = await openPage(t, { address: `?lang=${language}&theme=dark` });
    const { markup } = await openDialog(page);
    const title = TEXTS[language]['preset.cheap-clicks.title'];
    const html = await eventually(markup, (text) => text.includes(title), 'title');
    const [iframe, picture, caption, script, ...rest] = await parse(page, html);
    assert.deepEqual(rest, []);
    assert.equal(iframe.title, `${title} · ${part('quadrant', language)}`);
    assert.equal(iframe.loading, 'lazy');
    assert.match(iframe.height, /^\d+$/);
    assert.ok(Number(iframe.height) <= MAXIMUM_HEIGHT, iframe.height);
    const { searchParams, hash } = new URL(iframe.src);
    assert.deepEqual(Object.fromEntries(searchParams), { lang: language, view: 'quadrant', theme: 'light' });
    const link = engine.encodeLink(await scenarioOf(page)).value;
    assert.equal(hash, `#${link}`);
    assert.equal(picture.hidden, '', 'the frame itself is there');
    assert.equal(caption.tag, 'p');
    for (const text of [title, TEXTS[language]['embed.task.quadrant'], '江仕超', '數位時代', '2018', TEXTS[language]['embed.open']]) assert.ok(caption.content.includes(text), text);
    const links = await page.evaluate((text) => [...new DOMParser().parseFromString(text, 'text/html').links].map((a) => [a.textContent, a.getAttribute('href')]), html);
    const whole = `${page.base}?lang=${language}#${link}`;
    assert.deepEqual(links, [['', whole], [title, whole], [TEXTS[language]['embed.open'], whole]]);
    assert.equal(script.src, `${page.base}sextant-frame.js`);
  });
}

test('the HTML is in the words of the language chosen for it, with the preset’s name in it', async (t) => {
  const page = await openPage(t, { address: '?lang=en' });
  const { markup, choose, choosePart } = await openDialog(page);
  await choose('lang', 'zh-TW');
  await choosePart('matrix');
  const title = TEXTS['zh-TW']['preset.cheap-clicks.title'];
  const [iframe, , caption] = await parse(page, await eventually(markup, (text) => text.includes(title), 'title'));
  assert.equal(iframe.title, `${title} · ${part('matrix', 'zh-TW')}`);
  assert.equal(caption.lang, 'zh-TW');
  assert.ok(caption.content.includes(TEXTS['zh-TW']['embed.task.matrix']), caption.content);
});

test('the dialog offers the part that the page shows, and the scenario’s own title as it is', async (t) => {
  const page = await openPage(t, { address: '?view=flywheel&lang=en' });
  const title = '<b>"A" & B</b>';
  await page.evaluate((given) => sextant.setScenario({ ...sextant.getScenario(), title: given }), title);
  const { markup } = await openDialog(page);
  const [iframe, caption] = await parse(page, await markup());
  assert.equal(iframe.title, `${title} · ${part('flywheel', 'en')}`);
  assert.ok(caption.content.startsWith(title), caption.content);
  assert.equal(new URL(iframe.src).searchParams.get('view'), 'flywheel');
});

test('only the whole calculator is higher than 640 px', async (t) => {
  const page = await openPage(t, { address: '?lang=en' });
  const { markup, choosePart } = await openDialog(page);
  const heightOfHtml = async () => Number(/height="(\d+)"/.exec(await markup())[1]);
  const shown = async () => Number.parseFloat(await page.locator('#embed-preview iframe').evaluate(({ style }) => style.height));
  await choosePart('flywheel');
  await eventually(shown, (height) => height > MAXIMUM_HEIGHT, 'preview of the flywheel');
  assert.equal(await heightOfHtml(), MAXIMUM_HEIGHT);
  await choosePart('all');
  const everything = await eventually(shown, (height) => height > 2 * MAXIMUM_HEIGHT, 'preview of everything');
  assert.equal(everything, await heightOfHtml());
  assert.ok((await page.locator('#embed-help').textContent()).includes(`${everything.toLocaleString('en')} px`), 'the dialog says how high');
});

test('parts are chosen by their pictures, also with the arrow keys: charts are those of the reader’s scenario', async (t) => {
  const page = await openPage(t, { address: '?lang=en' });
  const pictures = () => page.locator('.parts img').evaluateAll((images) => images.map(({ src, naturalWidth }) => ({ src, drawn: naturalWidth > 0 })));
  const { markup, choose } = await openDialog(page);
  const first = await eventually(pictures, (all) => all.length === 3 && all.every(({ drawn }) => drawn), 'three charts');
  assert.equal(await page.locator('.parts svg').count() + first.length, await page.locator('.parts input').count());
  await choose('theme', 'dark');
  assert.ok((await pictures()).every(({ src }, at) => src !== first[at].src), 'in the chosen theme');
  await page.locator('[name=embed-view]:checked').press('ArrowRight');
  assert.match(await markup(), /view=drag/);
  await page.keyboard.press('Escape');
  await page.evaluate(() => sextant.setScenario({ cells: [{ id: 'social.paid', visits: 9, conversionRate: 0.5, orderValue: 7, costPerClick: 3 }] }));
  await openDialog(page);
  assert.ok((await pictures()).every(({ src }, at) => src !== first[at].src), 'of the present scenario');
});

for (const language of ['en', 'zh-TW']) {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
    test(`nothing is cut off in the dialog: ${language}, ${viewport.width} px`, async (t) => {
      const page = await openPage(t, { address: `?lang=${language}&mode=form`, viewport });
      await openDialog(page);
      const cut = await page.evaluate(() => {
        const dialog = document.querySelector('#embed-dialog');
        const ARROW = 20;
        const pen = document.createElement('canvas').getContext('2d');
        const options = [...dialog.querySelectorAll('option')].filter((option) => {
          const select = option.closest('select');
          const { font, paddingLeft, paddingRight } = getComputedStyle(select);
          pen.font = font;
          return pen.measureText(option.text).width + ARROW > select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
        });
        const others = [dialog, ...dialog.querySelectorAll('.parts label, .parts span, h2, button')].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
        return [...options, ...others].map(({ textContent }) => textContent);
      });
      assert.deepEqual(cut, []);
    });
  }
}

test('the preview is the frame itself in an article’s column of 400 px, and the HTML has its height', async (t) => {
  const page = await openPage(t);
  const { markup, choose, choosePart } = await openDialog(page);
  await choosePart('matrix');
  await choose('theme', 'dark');
  await choose('lang', 'zh-TW');
  const found = await inside(page);
  await found.waitForFunction(() => window.sextant && document.documentElement.dataset.theme === 'dark' && document.documentElement.lang === 'zh-TW');
  await eventually(async () => {
    const [[{ height }], shown] = await Promise.all([parse(page, await markup()), contentHeight(found)]);
    return { height: Number(height), shown };
  }, ({ height, shown }) => shown > 300 && height >= shown && height < shown + 20, 'height');
  assert.equal(await found.evaluate(() => innerWidth), 400);
  const length = (await markup()).length;
  assert.match(await page.locator('#embed-help').textContent(), new RegExp(`\\b${length}\\b`));
});

test('the dialog gives the element with its scenario, and a caption that readers without scripts have, too', async (t) => {
  const page = await openPage(t, { address: '?lang=en' });
  await page.evaluate(() => sextant.setScenario({ title: 'pasted' }));
  const { markup, choose } = await openDialog(page);
  await choose('kind', 'element');
  await choose('loading', 'eager');
  const [script, element, caption] = await parse(page, await markup());
  assert.equal(script.src, `${page.base}sextant-element.js`);
  assert.equal(element.loading, 'eager');
  assert.equal(element.tag, 'sextant-calculator');
  assert.equal(engine.decodeLink(element.scenario).value.title, 'pasted');
  assert.ok(caption.content.startsWith('pasted') && caption.content.includes(TEXTS.en['embed.open']), caption.content);
});

test('places without HTML get Markdown: the picture of a preset and its title, both links to the scenario', async (t) => {
  for (const [address, folder, part] of [
    ['balanced/?lang=zh-TW', 'balanced/zh-TW/', 'matrix'],
    ['?story=3&lang=en', 'story/3/', 'story'],
  ]) {
    const page = await openPage(t, { address });
    const { markup, choose } = await openDialog(page);
    await page.locator('.parts label', { has: page.locator(`[value=${part}]`) }).click();
    await choose('kind', 'markdown');
    const text = await eventually(markup, (written) => !/\[Sextant 情境\]/.test(written), 'title');
    const [, alt, picture, target, title, again] = /^\[!\[(.+?)\]\((.+?)\)\]\((.+?)\)\n\n\*\*\[(.+?)\]\((.+?)\)\*\* /.exec(text) ?? assert.fail(text);
    assert.equal(picture, `${page.base}${folder}picture.png`);
    assert.equal(alt, title);
    assert.equal(target, again);
    const answer = await page.request.get(picture);
    assert.equal(answer.headers()['content-type'], 'image/png');
    assert.ok((await answer.body()).length > 1000);
    const there = await page.context().newPage();
    await there.goto(target);
    await there.evaluate(() => window.sextant.ready);
    assert.deepEqual(await there.evaluate(() => window.sextant.getScenario()), await scenarioOf(page));
  }
});

test('a scenario of one’s own has no picture, and its title keeps its characters in Markdown', async (t) => {
  const page = await openPage(t, { address: '?lang=en&mode=form' });
  await page.evaluate(() => sextant.setScenario({ ...sextant.getScenario(), title: '[a](b) *c* <d>' }));
  const { markup, choose } = await openDialog(page);
  await choose('kind', 'markdown');
  const text = await markup();
  assert.ok(text.startsWith('**[\\[a\\](b) \\*c\\* \\<d\\>]('), text);
  assert.doesNotMatch(text, /!\[|<iframe/);
});
