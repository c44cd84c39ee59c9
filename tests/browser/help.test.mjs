// The sheet with keys, gestures and words.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CPC, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();
const sheet = (page) => page.locator('#help-dialog');

for (const mode of ['canvas', 'form']) {
  test(`“?” opens the sheet, Escape closes it, and the focus returns: ${mode}`, async (t) => {
    const page = await open(t, { address: `?lang=en&mode=${mode}` });
    const slider = page.getByRole('slider', { name: CPC, exact: true });
    await slider.focus();
    await page.keyboard.press('?');
    await sheet(page).waitFor();
    await page.keyboard.press('?');
    assert.equal(await page.locator('dialog').count(), 1);
    await page.keyboard.press('Escape');
    await sheet(page).waitFor({ state: 'detached' });
    assert.equal(await slider.evaluate((element) => element === element.getRootNode().activeElement), true);
  });

  test(`“?” is an ordinary character while typing: ${mode}`, async (t) => {
    const page = await open(t, { address: `?lang=en&mode=${mode}` });
    const title = page.locator('#title');
    await title.focus();
    await page.keyboard.type('Why?');
    assert.equal(await title.inputValue(), 'Why?');
    await page.getByRole('slider', { name: CPC, exact: true }).focus();
    await page.keyboard.press('8'); // opens the number, in the form by moving the focus to it
    await page.keyboard.type('?');
    assert.equal(await page.evaluate(() => document.activeElement.value), '8?');
    assert.equal(await page.locator('dialog').count(), 0);
    // The same key, elsewhere, is heard.
    await page.keyboard.press('Escape');
    await page.locator('#reset').focus();
    await page.keyboard.press('Control+?'); // the browser's
    assert.equal(await page.locator('dialog').count(), 0);
    await page.keyboard.press('?');
    await sheet(page).waitFor();
  });
}

test('the button opens it by mouse, touch and keyboard, and has a name and a tooltip', async (t) => {
  const page = await open(t, { address: '?lang=zh-TW', hasTouch: true });
  const button = page.getByRole('button', { name: TEXTS['zh-TW']['header.help'], exact: true });
  assert.equal(await button.getAttribute('title'), TEXTS['zh-TW']['header.help']);
  for (const press of [() => button.click(), () => button.tap(), () => button.press('Enter')]) {
    await press();
    await sheet(page).waitFor();
    await sheet(page).getByRole('button', { name: TEXTS['zh-TW']['share.close'], exact: true }).click();
    await sheet(page).waitFor({ state: 'detached' });
  }
});

for (const language of ['en', 'zh-TW']) {
  test(`the sheet says every key, and defines every input and every result by its name on the screen: ${language}`, async (t) => {
    const page = await open(t, { address: `?lang=${language}`, viewport: { width: 390, height: 844 } });
    await page.keyboard.press('?');
    await sheet(page).waitFor();
    const lines = await sheet(page).locator('dt').evaluateAll((terms) => terms.map((term) => [term.textContent, term.nextElementSibling.textContent]));
    const texts = TEXTS[language];
    const said = new Map(lines);
    for (const key of Object.keys(texts)) {
      if (/^help\.\w+\.does$/.test(key)) assert.equal(said.get(texts[key.replace('.does', '')]), texts[key]);
      const [, id] = /^(?:field|metric|segment|kind|medium)\.(\w+)$/.exec(key) ?? [];
      // The currency is no quantity; a medium without a name has only a number.
      if (id && !['currency', 'other'].includes(id)) assert.equal(said.get(texts[key]), texts[`define.${id}`], key);
    }
    const shown = lines.map(([, definition]) => definition);
    for (const key of Object.keys(texts).filter((name) => name.startsWith('define.'))) assert.ok(shown.includes(texts[key]), key);
    const { scrollWidth, clientWidth } = await sheet(page).evaluate((element) => ({ scrollWidth: element.scrollWidth, clientWidth: element.clientWidth }));
    assert.equal(scrollWidth, clientWidth);
  });
}
