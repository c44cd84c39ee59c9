// The currency that the amounts are in.
import assert from 'node:assert/strict';
import test from 'node:test';
import { eventually, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();

for (const width of [390, 768, 1280]) {
  for (const mode of ['canvas', 'form']) {
    test(`the currency can be chosen, which converts nothing: ${mode} ${width}`, async (t) => {
      const page = await open(t, { address: `?lang=en&mode=${mode}`, viewport: { width, height: 844 } });
      const choice = mode === 'canvas' ? page.locator('.mirror select') : page.locator('.choice select');
      await choice.scrollIntoViewIfNeeded();
      const { x, width: own } = await choice.boundingBox();
      assert.ok(x >= 0 && x + own <= width);
      assert.equal(await choice.locator('optgroup').getAttribute('label'), TEXTS.en['ui.currencyChoice']);
      const before = await scenarioOf(page);
      await choice.selectOption('JPY');
      await eventually(() => scenarioOf(page), ({ currency }) => currency === 'JPY', 'currency');
      assert.deepEqual(await scenarioOf(page), { ...before, currency: 'JPY' });
      await eventually(() => page.locator(mode === 'canvas' ? '.mirror [data-id="total/revenue"] output' : '.totals [data-result="revenue"] output').textContent(), (text) => text.startsWith('¥'), 'amount');
      assert.equal(await choice.inputValue(), 'JPY');
    });
  }
}

test('the list of currencies takes a press on the canvas and the focus of a key', async (t) => {
  const page = await open(t, { address: '?lang=zh-TW&currency=EUR' });
  const choice = page.getByRole('combobox', { name: TEXTS['zh-TW']['ui.currencyChoice'] });
  const { x, y, width, height } = await choice.boundingBox();
  assert.equal(await page.evaluate(([left, top]) => document.elementFromPoint(left, top).tagName, [x + width / 2, y + height / 2]), 'SELECT');
  await choice.focus();
  await page.keyboard.press('ArrowDown');
  await eventually(() => scenarioOf(page), ({ currency }) => currency === 'GBP', 'currency');
});
