// Typed numbers that can be read in two ways, or are in another currency.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CPC, eventually, inputOf, nameOf, useBrowser } from './sextant_page.mjs';

const open = useBrowser();

for (const mode of ['canvas', 'form']) {
  /** Opens a number and returns its <input>. */
  const field = async (page, name) => {
    if (mode === 'form') return page.getByRole('textbox', { name, exact: true });
    await page.getByRole('slider', { name, exact: true }).press('Enter');
    return page.locator('.editor input');
  };
  const RATE = nameOf('social.paid', 'field.conversionRate');
  const rate = (page) => inputOf(page, 'social.paid', 'conversionRate');

  test(`a fraction as a rate is a question, with two answers by keys and one by a press: ${mode}`, async (t) => {
    const page = await open(t, { address: `?lang=en&mode=${mode}` });
    const ask = async () => {
      const input = await field(page, RATE);
      await input.fill('0.018');
      await input.press('Enter');
      await page.getByRole('alert').filter({ hasText: '0.018%, or did you mean 1.8%?' }).waitFor();
      return input;
    };
    const before = await rate(page);
    let input = await ask();
    assert.equal(await rate(page), before);
    await input.press('Enter');
    await eventually(() => rate(page), (value) => value === 0.00018, 'as typed');
    input = await ask();
    await input.press('ArrowDown');
    await eventually(() => rate(page), (value) => value === 0.018, 'what was meant');
    await page.evaluate(() => document.activeElement.blur());
    await page.evaluate(() => sextant.setScenario({ cells: [{ id: 'social.paid', conversionRate: 0.5 }] }));
    await ask();
    await page.getByRole('button', { name: 'Make it 1.8% (↓)' }).click();
    await eventually(() => rate(page), (value) => value === 0.018, 'by the button');
  });

  test(`a foreign currency is refused, and the field keeps what was typed: ${mode}`, async (t) => {
    const page = await open(t, { address: `?lang=en&mode=${mode}` });
    const input = await field(page, CPC);
    await input.fill('US$45');
    await input.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'US$ is not the currency here, TWD.' }).waitFor();
    await input.press('Enter');
    assert.equal(await input.inputValue(), 'US$45');
    assert.equal(await inputOf(page, 'social.paid', 'costPerClick'), 8);
    await input.fill('NT$45');
    await input.press('Enter');
    await eventually(() => inputOf(page, 'social.paid', 'costPerClick'), (value) => value === 45, 'own sign');
  });
}
