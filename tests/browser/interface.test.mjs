// What is on the page, at every size, in both languages and themes.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import test from 'node:test';
import createSextant from '../../dist/engine/index.mjs';
import { atRest, CPC, eventually, nameOf, pixelsOf, rolesIn, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();
const engine = await createSextant();

const CELLS = ['social', 'search', 'integrated'].flatMap((medium) => [`${medium}.organic`, `${medium}.paid`]);
const FIELDS = ['visits', 'conversionRate', 'orderValue', 'costPerClick', 'fixedCost', 'newCustomerShare'];

test('the calculator replaces the picture without a jump and without taking the focus', async (t) => {
  const page = await open(t, {
    before: () => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift', buffered: true });
    },
  });
  await page.locator('#poster').waitFor({ state: 'detached' });
  assert.equal(await page.locator('canvas').isVisible(), true);
  const sum = (await page.evaluate(() => window.shifts)).reduce((total, value) => total + value, 0);
  assert.ok(sum < 0.01, `layout shift ${sum}`);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'body');
});

for (const [language, locale] of [['en', 'en-GB'], ['zh-TW', 'zh-Hant-HK']]) {
  test(`every input of every cell is a slider with medium, kind and field in its name: ${language}`, async (t) => {
    const page = await open(t, { locale });
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    // One look at the page: a search for each name would read all of it each time.
    const names = (await rolesIn(page.locator('body'))).filter(({ role }) => role === 'slider').map(({ name }) => name);
    for (const cell of CELLS) {
      for (const field of FIELDS) {
        const name = nameOf(cell, `field.${field}`, language);
        assert.equal(names.filter((one) => one === name).length, 1, name);
      }
    }
    const kinds = await page.getByRole('slider').evaluateAll((all) => all.map((input) => `${input.localName} ${input.type}`));
    assert.deepEqual(kinds, names.map(() => 'input range'));
  });

  test(`every result is an output with its value: ${language}`, async (t) => {
    const page = await open(t, { locale });
    const label = TEXTS[language]['metric.revenue'];
    const outputs = page.locator('output');
    assert.ok(await outputs.count() > 12);
    for (const text of await outputs.allTextContents()) {
      assert.notEqual(text, '');
      assert.doesNotMatch(text, /NaN|Infinity|undefined|null|[{}]/);
    }
    const revenue = page.getByRole('status', { name: label, exact: true });
    assert.match(await revenue.first().textContent(), /\d/);
  });
}

test('the language changes at run time, in the address and in every name', async (t) => {
  const page = await open(t);
  const before = await scenarioOf(page);
  await page.locator('#language').click();
  const slider = page.getByRole('slider', { name: nameOf('social.paid', 'field.costPerClick', 'zh-TW'), exact: true });
  await slider.waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-TW');
  assert.equal(new URL(page.url()).searchParams.get('lang'), 'zh-TW');
  assert.equal(await page.getByRole('button', { name: TEXTS['zh-TW']['header.share'] }).count(), 1);
  assert.equal(await page.getByRole('slider', { name: CPC, exact: true }).count(), 0);
  assert.deepEqual(await scenarioOf(page), before);
  await page.locator('#language').click();
  await page.getByRole('slider', { name: CPC, exact: true }).waitFor();
});

for (const mode of ['canvas', 'form']) {
  test(`only the texts of the reader's language are downloaded, and a failure is said: ${mode}`, async (t) => {
    const page = await open(t, { address: `?mode=${mode}`, serviceWorkers: 'block' });
    const files = () => page.evaluate(() => performance.getEntriesByType('resource')
      .map(({ name }) => /sextant-(?:form-)?texts-(.*)-\w+\.txt$/.exec(name)?.[1]).filter(Boolean));
    assert.deepEqual(await files(), ['en']);
    const language = page.locator('#language');
    const chinese = page.getByRole('slider', { name: nameOf('social.paid', 'field.costPerClick', 'zh-TW'), exact: true });

    await page.route('**/sextant*-texts-zh-TW-*.txt', (route) => route.abort());
    await language.click();
    await page.getByText(TEXTS.en['notice.language']).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.equal(await chinese.count(), 0);
    assert.ok(await page.getByRole('slider', { name: CPC, exact: true }).count(), 'the calculator still works');
    await page.unrouteAll();
    await language.click();
    await chinese.waitFor();
    assert.match(page.problems.splice(0).join(), /ERR_FAILED/);
  });
}

test('the theme follows the system until the reader chooses', async (t) => {
  const page = await open(t, { colorScheme: 'dark' });
  const theme = () => page.locator('html').getAttribute('data-theme');
  const darkest = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  assert.equal(await theme(), 'dark');
  const dark = await darkest();
  await page.emulateMedia({ colorScheme: 'light' });
  await eventually(theme, (value) => value === 'light', 'theme');
  assert.notEqual(await darkest(), dark);

  const button = page.getByRole('switch', { name: TEXTS.en['header.dark'] });
  await button.click();
  assert.equal(await theme(), 'dark');
  assert.equal(await button.getAttribute('aria-checked'), 'true');
  assert.equal(new URL(page.url()).searchParams.get('theme'), 'dark');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.emulateMedia({ colorScheme: 'light' });
  assert.equal(await theme(), 'dark');
  await button.click();
  assert.equal(new URL(page.url()).searchParams.get('theme'), null);
});

test('the canvas is painted in the colours of the theme', async (t) => {
  const page = await open(t, { address: '?theme=light', deviceScaleFactor: 1 });
  for (const [theme, expected] of [['light', [0xf6, 0xf7, 0xf9]], ['dark', [0x0f, 0x14, 0x1a]]]) {
    if (theme === 'dark') await page.visit('?theme=dark');
    const { y } = await page.locator('canvas').boundingBox();
    // Beside the content, below the line of totals.
    const pixel = (await pixelsOf(page, { x: 0, y: y + 100, width: 1, height: 1 })).slice(0, 3);
    assert.deepEqual(pixel, expected, theme);
  }
});

for (const language of ['en', 'zh-TW']) {
  test(`nothing is wider than the screen: ${language}`, async (t) => {
    const page = await open(t, { address: `?lang=${language}`, viewport: { width: 320, height: 640 } });
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      await eventually(() => page.evaluate(() => [...document.querySelectorAll('.mirror [data-id], header *')]
        .map((element) => [element.id || element.dataset.id || element.textContent, element.getBoundingClientRect()])
        .filter(([, box]) => box.width && (box.left < -0.5 || box.right > innerWidth + 0.5))
        .map(([name]) => name)), (outside) => outside.length === 0, `outside of ${width}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    }
  });
}

test('targets on a phone are large enough for thumbs', async (t) => {
  const page = await open(t, { viewport: { width: 390, height: 844 }, hasTouch: true });
  const small = await page.evaluate(() => [...document.querySelectorAll('header :is(button, input, select), .mirror :is(input, button)')]
    .filter((element) => element.checkVisibility())
    .map((element) => [element.id || element.dataset.id, element.getBoundingClientRect()])
    .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
    .map(([name, { width, height }]) => `${name} ${width}×${height}`));
  assert.deepEqual(small, []);
  assert.ok(await page.evaluate(() => document.querySelector('header').offsetHeight) <= 2 * 44 + 24);
});

const HEADINGS = {
  kpi: 'total', cells: 'social.paid', quadrant: 'quadrant', matrix: 'revenue', formula: 'formula', wheel: 'wheel', flywheel: 'flywheel', remarketing: 'remarketing', shocks: 'shocks',
};
test('?view= shows one part alone', async (t) => {
  const page = await open(t);
  const count = await page.locator('.mirror section').count();
  for (const view of Object.keys(HEADINGS)) {
    await page.visit(`?view=${view}`);
    const parts = await page.locator('.mirror section').count();
    assert.ok(parts > 0 && parts < count, `${view}: ${parts} of ${count}`);
    const box = await page.locator('.sextant').boundingBox();
    assert.ok(box.height > 40, `${view} is ${box.height} high`);
  }
  await page.visit('?view=nonsense&lang=xx&theme=pink&currency=12');
  assert.equal(await page.locator('.mirror section').count(), count);
});

test('?currency= changes the default scenario’s money', async (t) => {
  const page = await open(t, { address: '?currency=eur' });
  assert.equal((await scenarioOf(page)).currency, 'EUR');
  assert.match(await page.getByRole('slider', { name: CPC, exact: true }).getAttribute('aria-valuetext'), /€/);
});

test('a preset is chosen by its name, and the title belongs to the scenario', async (t) => {
  const page = await open(t);
  const presets = page.getByRole('combobox', { name: TEXTS.en['header.presets'] });
  assert.equal(await presets.locator('option:checked').textContent(), TEXTS.en['preset.cheap-clicks.title']);
  await presets.selectOption({ label: TEXTS.en['preset.balanced.title'] });
  await eventually(() => page.url(), (url) => url.includes('#'), 'address');
  assert.equal(await presets.inputValue(), 'balanced');
});

for (const mode of ['canvas', 'form']) {
  test(`“My own numbers” begins without any, says what to do, and can be undone, linked and filled: ${mode}`, async (t) => {
    const page = await open(t, { address: `?lang=en&mode=${mode}` });
    const presets = page.locator('#presets');
    const story = page.locator('#story p').first();
    const chosen = (value) => eventually(() => presets.inputValue(), (now) => now === value, value);
    const before = await scenarioOf(page);
    await presets.selectOption({ label: TEXTS.en['header.mine'] });
    await eventually(() => story.textContent(), (text) => text === TEXTS.en['story.mine'], 'what to do');
    const empty = await scenarioOf(page);
    assert.ok(empty.cells.every(({ visits, conversionRate, orderValue, costPerClick, fixedCost }) => !visits && !conversionRate && !orderValue && !costPerClick && !fixedCost));
    assert.deepEqual([empty.cells.length, empty.grossMargin, empty.currency], [6, 0.5, 'TWD']);
    assert.doesNotMatch(await page.locator('.sextant').ariaSnapshot(), /NaN|Infinity/);

    await page.locator('#undo').click();
    await chosen('cheap-clicks');
    assert.deepEqual(await scenarioOf(page), before);
    assert.equal(await story.textContent(), engine.presets().value[0].description);
    await page.locator('#redo').click();
    await chosen('mine');
    assert.equal(await story.textContent(), TEXTS.en['story.mine']);

    await eventually(() => page.url(), (url) => url.endsWith(engine.encodeLink(empty).value), 'address');
    await page.reload();
    await page.evaluate(() => window.sextant.ready);
    assert.deepEqual(await scenarioOf(page), empty);
    await chosen('mine');
    assert.equal(await page.locator('#story').isVisible(), true);
    await page.getByRole('slider', { name: nameOf('social.paid', 'field.visits'), exact: true }).press('End');
    await chosen('');
    assert.equal(await story.textContent(), TEXTS.en['story.mine'], 'it goes on until something else is loaded');
  });
}

test('“My own numbers” keeps the currency', async (t) => {
  const page = await open(t, { address: '?lang=en&currency=eur' });
  await page.locator('#presets').selectOption({ label: TEXTS.en['header.mine'] });
  await eventually(() => scenarioOf(page), ({ currency, cells }) => currency === 'EUR' && cells.every(({ visits }) => visits === 0), 'scenario');
});

test('without WebGL 2 it is a form without an offer of the canvas', async (t) => {
  const page = await open(t, {
    before: () => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (type, ...rest) {
        return type === 'webgl2' ? null : getContext.call(this, type, ...rest);
      };
    },
  });
  assert.equal(await page.locator('.form-view').count(), 1);
  assert.ok(!await page.locator('#mode').isVisible());
});

test('without WebAssembly the picture stays, with the reason', async (t) => {
  const page = await open(t, {
    wait: false,
    before: () => {
      WebAssembly.instantiate = () => Promise.reject(new Error('forbidden'));
    },
  });
  await page.locator('#failure').waitFor();
  assert.equal(await page.locator('.sextant').count(), 0);
  assert.ok(await page.locator('#poster svg').count() > 0);
  await assert.rejects(page.evaluate(() => window.sextant.ready));
  assert.match(page.problems.splice(0).join(), /forbidden/);
});

for (const language of ['en', 'zh-TW']) {
  test(`the first screen says what the preset is about, and what to do: ${language}`, async (t) => {
    const page = await open(t, { address: `?lang=${language}` });
    const presets = engine.presets({ lang: language }).value;
    const story = page.locator('#story');
    const said = (at) => eventually(() => story.innerText(), (text) => text.includes(presets[at].description) && text.includes(TEXTS[language]['story.hint']), `story ${at}`);
    await said(0);
    await page.locator('#presets').selectOption('balanced');
    await said(presets.findIndex(({ id }) => id === 'balanced'));
    await page.getByRole('slider', { name: nameOf('social.paid', 'field.visits', language), exact: true }).press('ArrowRight');
    await eventually(() => page.locator('#presets').inputValue(), (id) => id === '', 'own numbers');
    assert.equal(await story.isVisible(), true);
    await story.getByRole('button', { name: TEXTS[language]['story.close'], exact: true }).press('Enter');
    assert.equal(await story.isVisible(), false);
    await page.locator('#presets').selectOption('one-platform');
    await said(presets.findIndex(({ id }) => id === 'one-platform'));
  });
}

test('a link with a scenario of its own is not presented as a preset', async (t) => {
  const link = engine.encodeLink({ title: 'Own', cells: [{ id: 'social.paid', visits: 10 }] }).value;
  const page = await open(t, { address: `#${link}` });
  assert.equal(await page.locator('#story').isVisible(), false);
  await page.locator('#presets').selectOption('balanced');
  await page.locator('#story').waitFor();
});

for (const mode of ['canvas', 'form']) {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 768, height: 1024 }, { width: 390, height: 844 }]) {
    test(`nothing on the screen shifts while the calculator loads: ${mode}, ${viewport.width}`, async (t) => {
      const page = await open(t, {
        address: `?lang=en&mode=${mode}`,
        viewport,
        before: () => {
          window.shifts = [];
          new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value, sources }) =>
            ({ value, of: sources.map(({ node }) => node?.id || node?.className || node?.nodeName) })))).observe({ type: 'layout-shift', buffered: true });
        },
      });
      await atRest(page);
      assert.deepEqual(await page.evaluate(() => window.shifts), []);
    });
  }
}

test('nothing on the screen shifts when the page arrives in pieces', async (t) => {
  const page = await open(t, { wait: false });
  // A host that holds back what follows the heading until the page has painted, or waited as long as twenty frames.
  let sendRest;
  const slow = createServer(async ({ url }, response) => {
    if (url === '/rest') {
      sendRest();
      return response.end();
    }
    const answer = await fetch(new URL(url.slice(1), page.base));
    const body = Buffer.from(await answer.arrayBuffer());
    response.setHeader('Content-Type', answer.headers.get('Content-Type'));
    const end = url === '/' ? body.indexOf('</h1>') : body.length;
    if (end < body.length) sendRest = () => response.end(body.subarray(end));
    response[end < body.length ? 'write' : 'end'](body.subarray(0, end));
  }).listen(0, '127.0.0.1');
  t.after(() => {
    slow.close();
    slow.closeAllConnections();
  });
  await once(slow, 'listening');
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
    const waited = (frames) => !frames || performance.getEntriesByName('first-paint').length ? fetch('rest') : setTimeout(() => waited(frames - 1), 16);
    waited(20);
  });
  await page.goto(`http://127.0.0.1:${slow.address().port}/`);
  await page.evaluate(() => window.sextant.ready);
  await atRest(page);
  page.problems.splice(0); // Its address is not that of the tests' host.
  assert.deepEqual(await page.evaluate(() => window.shifts), []);
});
