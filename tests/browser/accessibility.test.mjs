// axe-core in every state, and operating the complete calculator with the keyboard alone.
import assert from 'node:assert/strict';
import test from 'node:test';
import createSextant from '../../dist/engine/index.mjs';
import { complaints } from './axe.mjs';
import { useHost } from './host_page.mjs';
import { CPC, eventually, inputOf, nameOf, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();
const openHost = useHost();
const engine = await createSextant();

const assertClean = async (page, state) => assert.deepEqual(await complaints(page), [], state);

test('axe-core reports a real violation', async (t) => {
  const page = await open(t);
  await page.evaluate(() => document.body.append(document.createElement('input')));
  assert.match((await complaints(page)).join(), /label: body > input/);
});

const MODES = ['canvas', 'form'];
const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

// Every pair of a mode, a language, a theme and a size.
const COMBINATIONS = [
  ['canvas', 'en', 'light', 'desktop'],
  ['canvas', 'zh-TW', 'dark', 'phone'],
  ['canvas', 'en', 'dark', 'phone'],
  ['form', 'zh-TW', 'light', 'phone'],
  ['form', 'en', 'dark', 'desktop'],
  ['form', 'zh-TW', 'light', 'desktop'],
];
for (const [mode, lang, theme, size] of COMBINATIONS) {
  test(`axe-core finds nothing: ${mode}, ${lang}, ${theme}, ${size}`, async (t) => {
    const page = await open(t, { address: `?mode=${mode}&lang=${lang}&theme=${theme}`, viewport: SIZES[size] });
    await assertClean(page, 'all');
  });
}

const VIEWS = ['kpi', 'cells', 'quadrant', 'drag', 'matrix', 'formula', 'wheel', 'flywheel', 'remarketing', 'shocks'];
for (const [parity, mode] of MODES.entries()) {
  // The views take turns with languages, themes and sizes, the modes the other way round.
  test(`axe-core finds nothing in any part alone: ${mode}`, async (t) => {
    let page;
    for (const [at, view] of VIEWS.entries()) {
      const turn = at + parity;
      const lang = turn % 2 ? 'zh-TW' : 'en';
      const theme = (turn >> 1) % 2 ? 'dark' : 'light';
      const viewport = turn % 3 ? SIZES.desktop : SIZES.phone;
      const address = `?mode=${mode}&view=${view}&lang=${lang}&theme=${theme}`;
      await page?.setViewportSize(viewport);
      if (page) await page.visit(address);
      else page = await open(t, { address, viewport });
      await assertClean(page, view);
    }
  });

  test(`axe-core finds nothing with eight media, a baseline and targets, or in an empty scenario: ${mode}`, async (t) => {
    const page = await open(t, { address: `?mode=${mode}` });
    await page.getByRole('button', { name: TEXTS.en['ui.pinBaseline'], exact: true }).press('Enter');
    const media = Array.from({ length: 8 }, (_, i) => ({ id: `m${i}`, label: `Medium ${i}` }));
    await page.evaluate((given) => sextant.setScenario({ media: given, thresholds: { mode: 'target', cpc: 5, cpa: 100 } }), media);
    await eventually(() => page.getByRole('slider').count(), (count) => count > 120, 'sliders');
    await assertClean(page, 'eight media');
    await page.evaluate(() => sextant.setScenario({ cells: [] }));
    await eventually(() => page.getByRole('slider').count(), (count) => count < 120, 'sliders');
    await assertClean(page, 'empty');
  });
}

test('axe-core finds nothing while typing, with valid or refused input', async (t) => {
  const page = await open(t);
  await page.getByRole('slider', { name: CPC, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.editor input').waitFor();
  await assertClean(page, 'typing');
  await page.keyboard.type('nonsense');
  await page.keyboard.press('Enter');
  await page.locator('.editor [role=alert]').filter({ hasText: 'nonsense' }).waitFor();
  await assertClean(page, 'refused');
});

test('axe-core finds nothing in the dialogs and with a refused link', async (t) => {
  const page = await open(t, { address: '#1~broken' });
  await page.locator('#notice').waitFor();
  await assertClean(page, 'refused link');
  await page.locator('#share').click();
  await assertClean(page, 'share');
  await page.keyboard.press('Escape');
  await page.locator('#embed').click();
  await page.locator('#embed-preview iframe').waitFor();
  await assertClean(page, 'embed');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.locator('#help-dialog').waitFor();
  await assertClean(page, 'help');
});

test('axe-core finds nothing in an article with the element, before and after it runs', async (t) => {
  const page = await openHost(t, {
    content: (base) => `<sextant-calculator loading="click" lang="en" scenario="balanced"></sextant-calculator>
<script type="module" src="${base}sextant-element.js"></script>`,
  });
  const element = page.locator('sextant-calculator');
  await element.getByRole('button').waitFor();
  // The article itself is minimal.
  const ofElement = async () => (await complaints(page)).filter((complaint) => !/^(landmark|region|page-has)/.test(complaint));
  assert.deepEqual(await ofElement(), []);
  await element.evaluate((node) => node.load());
  assert.deepEqual(await ofElement(), []);
});

/** Presses Tab until the focus is on what `wanted` (a function in the page) recognises; fails after a full round. */
async function tabTo(page, wanted, what) {
  for (let presses = 0; presses < 250; ++presses) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement.getAttribute('aria-label') || activeElement.id || activeElement.textContent;
    });
    if (label === wanted) return;
  }
  assert.fail(`Tab never reaches ${what ?? wanted}`);
}

for (const mode of MODES) {
  test(`a complete scenario with the keyboard alone: ${mode}`, async (t) => {
    const page = await open(t, { address: `?mode=${mode}&lang=en` });
    const words = TEXTS.en;
    // A preset, by its first letter in the native list: how soon another must follow depends on the machine.
    await tabTo(page, words['header.presets']);
    const balanced = engine.presets().value.find(({ id }) => id === 'balanced');
    for (let presses = 0; presses < 4 && await page.locator('#presets').inputValue() !== 'balanced'; ++presses) {
      await page.keyboard.press(balanced.title[0]);
    }
    await page.keyboard.press('Enter');
    await eventually(() => scenarioOf(page), ({ cells }) => cells[0].visits === balanced.scenario.cells[0].visits, 'preset');
    // A baseline to compare with.
    await tabTo(page, words['ui.pinBaseline']);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: words['ui.clearBaseline'] }).first().waitFor({ state: 'attached' });
    // A slider, in small and large steps and to its ends.
    const visits = nameOf('social.paid', 'field.visits');
    const read = () => inputOf(page, 'social.paid', 'visits');
    await tabTo(page, visits);
    // The form has a text field of the same name before it.
    if (await page.evaluate(() => document.activeElement.type !== 'range')) await tabTo(page, visits);
    const start = await read();
    await page.keyboard.press('ArrowRight');
    const small = await read();
    assert.ok(small > start);
    await page.keyboard.press('PageUp');
    assert.ok(await read() - small > small - start);
    await page.keyboard.press('Home');
    assert.equal(await read(), 0);
    await page.keyboard.press('End');
    assert.ok(await read() > start);
    // Undo, where there is no text field.
    await page.keyboard.press('Control+z');
    assert.ok(await read() < 1_000_000);
    // Share; afterwards the focus returns to where the dialog was opened.
    await page.locator('#share').focus();
    await page.keyboard.press('Enter');
    await page.locator('#share-dialog[open]').waitFor();
    const link = await page.locator('#share-link').inputValue();
    assert.deepEqual(engine.decodeLink(link).value, await scenarioOf(page));
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'share');
    // The result was announced after the change had settled.
    await eventually(() => page.locator('[role=status].announcer').textContent(), (text) => /revenue/i.test(text), 'announcement');
  });
}

test('Tab leaves an embedded calculator at both ends', async (t) => {
  const page = await openHost(t, {
    content: (base) => `<button id="one">One</button><sextant-calculator loading="eager" lang="en" view="quadrant"></sextant-calculator>
<button id="two">Two</button><script type="module" src="${base}sextant-element.js"></script>`,
  });
  await eventually(() => page.locator('sextant-calculator').evaluate((node) => !!node.scenario && !node.shadowRoot.querySelector('.poster')), Boolean, 'calculator');
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.localName);
  for (const [from, key, to] of [['one', 'Tab', 'two'], ['two', 'Shift+Tab', 'one']]) {
    await page.locator(`#${from}`).focus();
    await page.keyboard.press(key);
    assert.equal(await focused(), 'sextant-calculator');
    for (let presses = 0; presses < 60 && await focused() === 'sextant-calculator'; ++presses) await page.keyboard.press(key);
    assert.equal(await focused(), to);
  }
});

for (const mode of MODES) {
  test(`nothing is cut off at 320 CSS pixels, or at 640 with 200 % zoom: ${mode}`, async (t) => {
    const addressIn = (lang) => `?mode=${mode}&lang=${lang}`;
    const page = await open(t, { address: addressIn('en'), viewport: { width: 320, height: 480 }, deviceScaleFactor: 2 });
    for (const lang of ['en', 'zh-TW']) {
      if (lang !== 'en') await page.visit(addressIn(lang));
      const wide = await page.evaluate(() => [document.documentElement.scrollWidth, ...[...document.querySelectorAll('header *, footer *, .sextant :is(button, input, select)')]
        .map((element) => element.getBoundingClientRect().right)].filter((right) => right > 320.5));
      assert.deepEqual(wide, [], lang);
      assert.equal(await page.getByRole('slider').count() > 36, true);
    }
  });
}

test('forced colours give the form, and prefers-contrast gives more contrast', async (t) => {
  const forced = await open(t, { forcedColors: 'active' });
  assert.equal(await forced.locator('canvas').count(), 0);
  assert.ok(await forced.getByRole('slider').count() > 36);
  const canvas = await open(t, { address: '?mode=canvas', forcedColors: 'active' });
  assert.equal(await canvas.locator('canvas').count(), 1, 'unless the canvas is asked for');
  const contrast = await open(t, { contrast: 'more', colorScheme: 'dark' });
  assert.equal(await contrast.locator('.sextant').getAttribute('data-theme'), 'dark-contrast');
});
