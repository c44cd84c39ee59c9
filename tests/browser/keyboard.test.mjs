// Everything by keyboard and by typing.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CPC, eventually, inputOf, nameOf, revenueOf, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();

const cpcOf = (page) => inputOf(page, 'social.paid', 'costPerClick');
const slider = (page, name = CPC) => page.getByRole('slider', { name, exact: true });
const editor = (page) => page.locator('.editor input');
const focused = (page) => page.evaluate(() => document.activeElement.dataset.id ?? document.activeElement.id);

test('arrows, Shift, Page, Home and End move a slider', async (t) => {
  const page = await open(t);
  const start = await cpcOf(page);
  const press = async (key) => {
    await page.keyboard.press(key);
    return cpcOf(page);
  };
  await slider(page).focus();
  const up = await press('ArrowRight');
  assert.ok(up > start, `${up} after ${start}`);
  assert.equal(await press('ArrowDown'), start);
  const large = await press('Shift+ArrowUp');
  assert.ok(large - start > 5 * (up - start), `${large} after ${start}, ${up}`);
  assert.equal(await press('PageDown'), start);
  assert.equal(await press('Home'), 0);
  const end = await press('End');
  assert.equal(end, Number(await slider(page).getAttribute('max')));
  await eventually(() => slider(page).inputValue(), (value) => Number(value) === end, 'slider');
});

test('the slider, the results and the chart follow the keyboard', async (t) => {
  const page = await open(t);
  const conversion = slider(page, nameOf('search.paid', 'field.conversionRate'));
  const before = { revenue: await revenueOf(page), value: await conversion.getAttribute('aria-valuetext') };
  const output = page.getByRole('status', { name: TEXTS.en['metric.revenue'], exact: true }).first();
  const shown = await output.textContent();
  await conversion.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await eventually(() => output.textContent(), (text) => text !== shown, 'revenue');
  await eventually(() => conversion.getAttribute('aria-valuetext'), (text) => text !== before.value, 'slider');
  assert.ok(await revenueOf(page) > before.revenue);
});

test('a value set by assistive technology takes effect', async (t) => {
  const page = await open(t);
  await slider(page).fill('12.5');
  assert.equal(await cpcOf(page), 12.5);
  const share = slider(page, nameOf('social.organic', 'field.newCustomerShare'));
  await share.fill('0.25');
  assert.equal(await inputOf(page, 'social.organic', 'newCustomerShare'), 0.25);
  await eventually(() => share.getAttribute('aria-valuetext'), (text) => text.startsWith('25'), 'text');
});

test('a change is announced once, after it has settled', async (t) => {
  const page = await open(t);
  const region = page.locator('.announcer');
  assert.equal(await region.getAttribute('role'), 'status');
  assert.equal(await region.textContent(), '');
  await page.evaluate(() => {
    window.said = [];
    new MutationObserver(() => window.said.push(document.querySelector('.announcer').textContent))
      .observe(document.querySelector('.announcer'), { childList: true, characterData: true, subtree: true });
  });
  await slider(page, nameOf('search.paid', 'field.visits')).focus();
  for (let count = 0; count < 8; ++count) await page.keyboard.press('ArrowRight');
  const said = await eventually(() => page.evaluate(() => window.said), (sentences) => sentences.length, 'sentence');
  assert.equal(said.length, 1);
  assert.match(said[0], new RegExp(TEXTS.en['metric.revenue']));
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('output')].every((output) => output.ariaLive === 'off')), true);
});

test('Tab goes from the header through the calculator and out of it', async (t) => {
  const page = await open(t, { address: '?view=shocks' });
  const controls = await page.locator('.mirror :is(button, input)').count();
  const seen = [];
  for (let count = 0; count < controls + 12; ++count) {
    await page.keyboard.press('Tab');
    seen.push(await focused(page));
    if (seen.length > 3 && !seen.at(-1)) break;
  }
  assert.ok(seen.includes('share'), seen.join());
  assert.ok(seen.indexOf('share') < seen.findIndex((id) => id?.includes('/')), seen.join());
  assert.ok(!seen.at(-1), 'leaves at the end');
});

test('the focus ring is drawn for the keyboard', async (t) => {
  const page = await open(t, { deviceScaleFactor: 1 });
  const canvas = page.locator('canvas');
  const before = await canvas.screenshot();
  await page.locator('#parts button').last().focus();
  await page.keyboard.press('Tab');
  await eventually(() => page.evaluate(() => document.activeElement.dataset.id), Boolean, 'focus');
  await eventually(() => canvas.screenshot(), (picture) => !picture.equals(before), 'ring');
});

test('Enter starts typing a number, Escape discards it', async (t) => {
  const page = await open(t);
  await slider(page).focus();
  await page.keyboard.press('Enter');
  await editor(page).waitFor();
  assert.equal(await editor(page).getAttribute('inputmode'), 'decimal');
  assert.equal(await editor(page).evaluate((input) => input === document.activeElement), true);
  const [field, box] = [await slider(page).boundingBox(), await editor(page).boundingBox()];
  assert.ok(box.y >= field.y - 12 && box.y + box.height <= field.y + field.height + 12, JSON.stringify({ field, box }));
  await page.keyboard.type('9.75');
  await page.keyboard.press('Enter');
  assert.equal(await cpcOf(page), 9.75);
  assert.equal(await focused(page), 'social.paid/costPerClick');
  await editor(page).waitFor({ state: 'hidden' });

  await page.keyboard.press('Enter');
  await editor(page).waitFor();
  await page.keyboard.type('1');
  await page.keyboard.press('Escape');
  await editor(page).waitFor({ state: 'hidden' });
  assert.equal(await cpcOf(page), 9.75);
  assert.equal(await focused(page), 'social.paid/costPerClick');
});

for (const mode of ['canvas', 'form']) {
  test(`a row of numbers is typed from field to field, without Enter: ${mode}`, async (t) => {
    const page = await open(t, { address: `?lang=en&mode=${mode}` });
    await slider(page, nameOf('social.paid', 'field.visits')).focus();
    for (const text of ['12500', '1.8%', '1,350', '.5']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    // The last one was only left, and confirmed by that.
    const { visits, conversionRate, orderValue, costPerClick } = (await scenarioOf(page)).cells[1];
    assert.deepEqual({ visits, conversionRate, orderValue, costPerClick }, { visits: 12500, conversionRate: 0.018, orderValue: 1350, costPerClick: 0.5 });
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Escape');
    assert.equal(await cpcOf(page), 0.5);
  });
}

for (const mode of ['canvas', 'form']) {
  test(`Enter goes on to the same number of the next cell: ${mode}`, async (t) => {
    const page = await open(t, { address: `?lang=en&mode=${mode}` });
    await slider(page, nameOf('social.organic', 'field.visits')).focus();
    for (const text of ['100', '200', '3k']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    const { cells } = await scenarioOf(page);
    assert.deepEqual(cells.slice(0, 4).map(({ visits }) => visits), [100, 200, 3000, 6000]);
  });

  test(`a block of a spreadsheet fills the inputs from where it is pasted: ${mode}`, async (t) => {
    const page = await open(t, { address: `?lang=en&mode=${mode}` });
    const before = await scenarioOf(page);
    const pasteInto = async (text) => {
      await slider(page, nameOf('social.paid', 'field.visits')).focus();
      await page.keyboard.type('1');
      await page.evaluate((block) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', block);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, text);
    };
    await pasteInto('12500\t1.8%\t1350\r\n"6,500"\t２％\tNT$1,400\r\n');
    const { cells } = await eventually(() => scenarioOf(page), (now) => now.cells[1].visits === 12500, 'numbers');
    assert.deepEqual(cells.slice(1, 3).map(({ visits, conversionRate, orderValue }) => [visits, conversionRate, orderValue]), [[12500, 0.018, 1350], [6500, 0.02, 1400]]);
    await page.keyboard.press('Escape');
    await page.locator('#undo').click();
    assert.deepEqual(await scenarioOf(page), before, 'one step');

    await pasteInto('12500\tn/a');
    await eventually(() => page.locator('[role=alert]:visible').allTextContents(), (all) => all.some((text) => text.startsWith('Line 1, column 2: ')), 'refusal');
    assert.deepEqual(await scenarioOf(page), before);
    // What will go where, what is refused, and a way to take the rest.
    const preview = page.locator('.paste-preview li');
    await eventually(() => preview.allTextContents(), (rows) => rows.length === 2, 'preview');
    assert.equal(await preview.first().textContent(), `12500 → ${nameOf('social.paid', 'field.visits')}`);
    assert.match(await preview.last().textContent(), /^n\/a ✗ .*not a number/);
    await page.getByRole('button', { name: TEXTS.en['ui.pasteOthers'].replace('{count}', '1') }).click();
    await eventually(() => scenarioOf(page), ({ cells }) => cells[1].visits === 12500 && cells[1].conversionRate === before.cells[1].conversionRate, 'the others');
  });
}

test('units and words are understood', async (t) => {
  const page = await open(t);
  for (const [field, typed, value] of [['visits', '1.2萬', 12000], ['visits', '3k', 3000], ['conversionRate', '2.5%', 0.025]]) {
    await slider(page, nameOf('social.paid', `field.${field}`)).focus();
    await page.keyboard.press('Enter');
    await editor(page).waitFor();
    await page.keyboard.insertText(typed);
    await page.keyboard.press('Enter');
    await editor(page).waitFor({ state: 'hidden' });
    assert.equal(await inputOf(page, 'social.paid', field), value, typed);
  }
});

test('a refused number stays in the field', async (t) => {
  const page = await open(t);
  const before = await scenarioOf(page);
  await slider(page).focus();
  await page.keyboard.press('Enter');
  await editor(page).waitFor();
  for (const typed of ['seven', '-3', '1e99', 'NaN']) {
    await editor(page).fill(typed);
    await page.keyboard.press('Enter');
    await eventually(() => editor(page).getAttribute('aria-invalid'), (value) => value === 'true', typed);
    assert.notEqual(await page.locator('.editor [role=alert]').textContent(), '', typed);
    assert.equal(await editor(page).inputValue(), typed);
    assert.deepEqual(await scenarioOf(page), before, typed);
  }
  await editor(page).fill('7');
  assert.equal(await editor(page).getAttribute('aria-invalid'), 'false');
  await page.keyboard.press('Tab');
  assert.equal(await cpcOf(page), 7);
  assert.notEqual(await focused(page), 'social.paid/costPerClick');
});

test('leaving the field confirms what was typed', async (t) => {
  const page = await open(t);
  await slider(page).focus();
  await page.keyboard.press('Enter');
  await editor(page).fill('6.5');
  await page.mouse.click(5, (await page.locator('canvas').boundingBox()).y + 5);
  await editor(page).waitFor({ state: 'hidden' });
  assert.equal(await cpcOf(page), 6.5);
});

test('繁體中文 is typed into the title with an input method', async (t) => {
  const page = await open(t);
  const title = page.getByRole('textbox', { name: TEXTS.en['header.title'] });
  await title.focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: '繁體', selectionStart: 2, selectionEnd: 2 });
  await page.keyboard.insertText('繁體中文的標題');
  await page.keyboard.press('Enter');
  assert.equal((await scenarioOf(page)).title, '繁體中文的標題');
  await eventually(() => page.title(), (name) => name.includes('繁體中文的標題'), 'document title');
});

test('a medium is named in 繁體中文, and Enter inside a composition is the input method’s', async (t) => {
  const page = await open(t);
  await page.locator('.mirror [data-id="media/search/rename"]').focus();
  await page.keyboard.press('Enter');
  await editor(page).waitFor();
  assert.equal(await editor(page).getAttribute('inputmode'), 'text');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'ㄙㄡ', selectionStart: 2, selectionEnd: 2 });
  await editor(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  assert.equal(await editor(page).isVisible(), true);
  await editor(page).fill('搜尋廣告組');
  await page.keyboard.press('Enter');
  await editor(page).waitFor({ state: 'hidden' });
  assert.equal((await scenarioOf(page)).media[1].label, '搜尋廣告組');
  await page.getByRole('slider', { name: `搜尋廣告組 · ${TEXTS.en['kind.paid']} · ${TEXTS.en['field.visits']}`, exact: true }).waitFor();
  assert.equal(await focused(page), 'media/search/rename');
});

test('undo and redo by keys and by buttons, but not inside a text field', async (t) => {
  const page = await open(t);
  const start = await cpcOf(page);
  const undo = page.getByRole('button', { name: TEXTS.en['header.undo'] });
  assert.equal(await undo.isDisabled(), true);
  await slider(page).fill('3');
  await eventually(() => undo.isEnabled(), Boolean, 'undo');
  await slider(page).focus();
  await page.keyboard.press('Control+z');
  assert.equal(await cpcOf(page), start);
  await page.keyboard.press('Control+Shift+z');
  assert.equal(await cpcOf(page), 3);
  await undo.click();
  assert.equal(await cpcOf(page), start);
  await slider(page).focus();
  await page.keyboard.press('Control+y');
  assert.equal(await cpcOf(page), 3);
  const title = page.locator('#title');
  await title.fill('x');
  await page.keyboard.press('Control+z');
  assert.equal(await cpcOf(page), 3);
});

test('shortcuts of the browser still work', async (t) => {
  const page = await open(t);
  await slider(page).focus();
  await page.evaluate(() => {
    window.taken = [];
    addEventListener('keydown', (event) => {
      if (event.defaultPrevented) window.taken.push(event.key);
      event.preventDefault();
    });
  });
  for (const key of ['Control+f', 'Control+l', 'F5', 'Control+p', 'Alt+ArrowLeft', 'Control+Home', 'Escape', 'a', ' ']) {
    await page.keyboard.press(key);
  }
  assert.deepEqual(await page.evaluate(() => window.taken), []);
});
