// The calculator as a form of plain HTML: ?mode=form.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import createSextant from '../../dist/engine/index.mjs';
import { CPC, eventually, inputOf, middleOf, nameOf, reportOf, revenueOf, rolesIn, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();
const engine = await createSextant();
const openForm = (t, { address = '', ...options } = {}) => open(t, { address: `?mode=form${address}`, ...options });

const LANGUAGES = ['en', 'zh-TW'];
const CELLS = ['social', 'search', 'integrated'].flatMap((medium) => [`${medium}.organic`, `${medium}.paid`]);
const FIELDS = ['visits', 'conversionRate', 'orderValue', 'costPerClick', 'fixedCost', 'newCustomerShare'];
const PRESETS = ['cheap-clicks', 'one-platform', 'breaking-in', 'balanced', 'funnel-thinking', 'flywheel-turning'];

const slider = (page, name = CPC) => page.getByRole('slider', { name, exact: true });
const typed = (page, name = CPC) => page.getByRole('textbox', { name, exact: true });
const output = (page, name) => page.getByRole('status', { name, exact: true });
const button = (page, key, values = {}, language = 'en') => page.getByRole('button', {
  name: TEXTS[language][key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole), exact: true,
});
const cpcOf = (page) => inputOf(page, 'social.paid', 'costPerClick');

for (const language of LANGUAGES) {
  test(`every part is present under its name: ${language}`, async (t) => {
    const page = await openForm(t, { address: `&lang=${language}` });
    const words = TEXTS[language];
    assert.equal(await page.locator('canvas').count(), 0);
    // One look at the page or a cell: a search for each name would read all of it each time.
    const texts = await page.getByRole('status').allTextContents();
    const outputs = (await rolesIn(page.locator('body'))).filter(({ role }) => role === 'status').map(({ name }, at) => ({ name, text: texts[at] }));
    assert.equal(outputs.length, texts.length);
    const textOf = (name) => {
      const [found, ...others] = outputs.filter((one) => one.name === name);
      assert.ok(found && !others.length, name);
      return found.text;
    };
    for (const cell of CELLS) {
      const group = page.getByRole('group', { name: nameOf(cell, 'field.visits', language).replace(/ · [^·]+$/, ''), exact: true });
      assert.equal(await group.count(), 1, cell);
      assert.equal(await group.evaluate(({ localName }) => localName), 'fieldset');
      const parts = await rolesIn(group);
      for (const field of FIELDS) {
        // Voice control matches visible text, so the accessible name contains it.
        const name = new RegExp(`^${nameOf(cell, `field.${field}`, language).replace(/[().]/g, '\\$&')}`);
        for (const wanted of ['slider', 'textbox']) {
          assert.equal(parts.filter((part) => part.role === wanted && name.test(part.name)).length, 1, `${wanted} ${cell} ${field}`);
        }
      }
      const labels = await group.getByRole('textbox').evaluateAll((all) =>
        all.map((input) => ({ name: input.getAttribute('aria-label'), label: input.labels[0].textContent })));
      for (const { name, label } of labels) assert.ok(name.toLowerCase().includes(label.toLowerCase()), label);
      for (const result of ['revenue', 'revenueShare', 'orders', 'effectiveCpc', 'cpa', 'roas', 'profit']) {
        assert.match(textOf(nameOf(cell, `metric.${result}`, language)), /\d/);
      }
      textOf(nameOf(cell, 'ui.quadrant', language)); // exists
    }
    for (const result of ['revenue', 'orders', 'conversionRate', 'orderValue', 'spend', 'roas', 'roi', 'profit', 'cpa', 'cac']) {
      assert.match(textOf(words[`metric.${result}`]), /\d/, result);
    }
    for (const key of ['ui.totals', 'ui.trafficMatrix', 'ui.quadrantTitle', 'ui.revenueTitle', 'ui.formulaTitle', 'ui.flywheelTitle', 'ui.shockTitle']) {
      assert.equal(await page.getByRole('heading', { level: 2, name: words[key], exact: true }).count(), 1, key);
    }
    for (const text of await page.locator('.form-view :is(output, p, dt, label, legend, th, td)').allTextContents()) {
      assert.doesNotMatch(text, /NaN|Infinity|undefined:|null|[{}]/);
    }
  });

  test(`the same numbers and links as the canvas: ${language}`, async (t) => {
    const answers = [];
    const page = await openForm(t, { address: `&lang=${language}` });
    for (const mode of ['form', 'canvas']) {
      if (mode === 'canvas') await page.visit(`?mode=${mode}&lang=${language}`);
      answers.push(await page.evaluate((presets) => presets.map((id) => {
        const select = document.querySelector('#presets');
        select.value = id;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return { report: sextant.getReport(), scenario: sextant.getScenario() };
      }), PRESETS));
      answers.at(-1).push(await page.evaluate(() => sextant.setScenario({ cells: [{ visits: -1 }] })));
      answers.at(-1).push(await page.evaluate(() => sextant.setScenario({ title: 3 })));
    }
    assert.deepEqual(answers[0], answers[1]);
  });

  test(`charts have a name and say what they show: ${language}`, async (t) => {
    const page = await openForm(t, { address: `&lang=${language}` });
    const words = TEXTS[language];
    await page.locator('.flywheel .chart').last().scrollIntoViewIfNeeded(); // loaded when it is seen
    for (const [key, marks] of Object.entries({ quadrant: 6, matrix: 6, flywheel: 1, customers: 1, wheel: 1 }).map(([chart, count]) => [`chart.${chart}.title`, count])) {
      const chart = page.getByRole('img', { name: words[key], exact: true });
      await eventually(() => chart.count(), (count) => count === 1, key);
      const description = await chart.evaluate((svg) => svg.getRootNode().getElementById(svg.getAttribute('aria-describedby')).textContent);
      assert.equal(description.split('\n').length, marks, key);
    }
    const details = page.locator('details').first();
    await details.locator('summary').click();
    const table = details.getByRole('table');
    await eventually(() => table.getByRole('row').count(), (count) => count === CELLS.length + 2, 'rows');
    const revenue = await output(page, words['metric.revenue']).textContent();
    assert.ok((await table.getByRole('row').last().textContent()).includes(revenue));
  });
}

test('typed numbers are understood as people write them', async (t) => {
  const page = await openForm(t);
  const visits = nameOf('social.paid', 'field.visits');
  for (const [text, value, shown] of [['1.2萬', 12000, '12,000'], ['12.5k', 12500, '12,500'], [' 1,234 ', 1234, '1,234']]) {
    await typed(page, visits).fill(text);
    await typed(page, visits).press('Enter');
    assert.equal(await inputOf(page, 'social.paid', 'visits'), value);
    assert.equal(await typed(page, visits).inputValue(), shown);
    assert.equal(await slider(page, visits).getAttribute('aria-valuetext'), shown);
  }
  const rate = nameOf('social.paid', 'field.conversionRate');
  await typed(page, rate).fill('6.8%');
  await typed(page, rate).blur();
  assert.equal(await inputOf(page, 'social.paid', 'conversionRate'), 0.068);
  assert.equal(await typed(page, rate).inputValue(), '6.8%');
});

test('focusing a field changes nothing, even if its text is rounded', async (t) => {
  const page = await openForm(t);
  await page.evaluate(() => sextant.setScenario({ cells: [{ visits: 1234.5678 }] }));
  await eventually(() => typed(page, nameOf('social.organic', 'field.visits')).inputValue(), (text) => text === '1,235', 'rounded');
  await typed(page, nameOf('social.organic', 'field.visits')).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await inputOf(page, 'social.organic', 'visits'), 1234.5678);
});

test('refused input stays in the field, with the reason next to it', async (t) => {
  const page = await openForm(t);
  const input = typed(page);
  await input.fill('cheap');
  await input.press('Enter');
  assert.equal(await cpcOf(page), 8);
  assert.equal(await input.inputValue(), 'cheap');
  assert.equal(await input.getAttribute('aria-invalid'), 'true');
  const reason = () => input.evaluate((element) => {
    const id = element.getAttribute('aria-describedby');
    return id && document.getElementById(id).textContent;
  });
  assert.match(await reason(), /^Cost per click \(CPC\): “cheap” is not a number\.$/);
  await input.blur();
  assert.equal(await input.inputValue(), 'cheap');
  // Another change does not remove it.
  await slider(page, nameOf('search.paid', 'field.visits')).press('ArrowRight');
  assert.equal(await input.inputValue(), 'cheap');
  await input.press('Escape');
  assert.equal(await input.inputValue(), 'NT$8');
  assert.equal(await input.getAttribute('aria-invalid'), null);
  assert.equal(await reason(), null);
  await input.fill('2000000');
  await input.press('Enter');
  assert.match(await reason(), /between 0 and 1,000,000/);
  await slider(page).press('ArrowRight');
  assert.equal(await reason(), null);
  assert.equal(await input.inputValue(), 'NT$8.05');
});

test('sliders step by keyboard as on the canvas', async (t) => {
  const values = [];
  const page = await openForm(t);
  for (const mode of ['form', 'canvas']) {
    if (mode === 'canvas') await page.visit(`?mode=${mode}`);
    await slider(page).focus();
    const seen = [];
    for (const key of ['ArrowRight', 'ArrowUp', 'Shift+ArrowRight', 'PageUp', 'ArrowLeft', 'PageDown', 'End', 'ArrowDown', 'Home', 'ArrowRight']) {
      await page.keyboard.press(key);
      seen.push(await cpcOf(page));
    }
    values.push(seen);
  }
  assert.deepEqual(values[0], values[1]);
});

test('a drag changes everything within the same event and is one undo step', async (t) => {
  const page = await openForm(t);
  const before = await scenarioOf(page);
  const name = nameOf('social.paid', 'field.visits');
  const { x, y, width } = await middleOf(slider(page, name));
  await page.evaluate(() => {
    window.same = [];
    document.querySelector('.form-view').addEventListener('input', () => {
      const shown = document.querySelector('.line b').textContent;
      window.same.push(shown === `NT$${Math.round(sextant.getReport().total.revenue).toLocaleString('en-US')}`);
    });
    window.changes = 0;
    addEventListener('sextant-change', () => ++window.changes);
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 5; ++step) await page.mouse.move(x + step * width / 12, y);
  await eventually(() => page.locator('.totals .compared').textContent(), (text) => text === TEXTS.en['ui.versusBefore'], 'comparison');
  assert.equal(await page.evaluate(() => window.changes), 0);
  await page.mouse.up();
  await eventually(() => page.evaluate(() => window.changes), (changes) => changes === 1, 'change');
  const same = await page.evaluate(() => window.same);
  assert.ok(same.length >= 5 && same.every(Boolean), String(same));
  assert.notDeepEqual(await scenarioOf(page), before);
  await page.keyboard.press('Control+z');
  assert.deepEqual(await scenarioOf(page), before);
  await page.keyboard.press('Control+Shift+z');
  assert.notDeepEqual(await scenarioOf(page), before);
});

test('what a step of a drag changes out of sight follows in the next frame, also of a hidden page', async (t) => {
  const page = await openForm(t);
  for (const hidden of [false, true]) {
    const { early, late, whole } = await page.evaluate(async (hidden) => {
      const shown = () => [...document.querySelectorAll('.form-view :is(.line, .layout)')].map(({ innerHTML }) => innerHTML).join();
      const shocks = () => document.querySelector('.shocks').textContent;
      const slider = document.querySelector('input[type=range]');
      for (let frame = 0; frame < 3; ++frame) await new Promise(requestAnimationFrame);
      if (hidden) Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      const [totals, before] = [document.querySelector('.line').textContent, shocks()];
      slider.value = hidden ? 0.8 : 0.9;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      const early = document.querySelector('.line').textContent !== totals && shocks() === before;
      await new Promise(hidden ? setTimeout : requestAnimationFrame);
      const late = shown();
      delete document.hidden;
      sextant.setScenario(sextant.getScenario());
      await new Promise(requestAnimationFrame);
      return { early, late, whole: shown() };
    }, hidden);
    assert.ok(early);
    assert.equal(late, whole);
  }
});

test('two fingers on two sliders are one step, and both sliders keep working', async (t) => {
  const page = await openForm(t, { hasTouch: true });
  const before = await scenarioOf(page);
  const names = ['conversionRate', 'orderValue'].map((field) => nameOf('social.paid', `field.${field}`));
  const [first, second] = [await middleOf(slider(page, names[0])), await middleOf(slider(page, names[1]))];
  const browser = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => browser.send('Input.dispatchTouchEvent', { type, touchPoints });
  const finger = (id, { x, y }, along) => ({ id, x: x + along, y });
  await touch('touchStart', finger(0, first, 0));
  await touch('touchMove', finger(0, first, -20));
  await touch('touchStart', finger(0, first, -20), finger(1, second, 0));
  await touch('touchMove', finger(0, first, -20), finger(1, second, 20));
  // The second finger is lifted; the first continues.
  await touch('touchEnd', finger(1, second, 20));
  const lifted = await scenarioOf(page);
  for (const along of [-10, 0, 10]) await touch('touchMove', finger(0, first, along));
  await touch('touchEnd');
  await eventually(() => scenarioOf(page), (now) => now.cells[1].conversionRate > lifted.cells[1].conversionRate, 'conversion rate');
  await eventually(() => button(page, 'header.undo').isDisabled(), (disabled) => !disabled, 'undo');
  await button(page, 'header.undo').click();
  assert.deepEqual(await scenarioOf(page), before);
  await eventually(() => button(page, 'header.undo').isDisabled(), Boolean, 'nothing more to undo');
  for (const name of names) {
    await typed(page, name).fill('0');
    await typed(page, name).press('Enter');
    assert.equal(await slider(page, name).inputValue(), '0');
  }
});

test('the address follows the scenario and restores it', async (t) => {
  const page = await openForm(t);
  await typed(page).fill('13.25');
  await typed(page).press('Enter');
  const { hash } = new URL(await eventually(() => page.url(), (url) => url.includes('#1~'), 'address'));
  const canvas = await open(t, { address: `?mode=canvas${hash}` });
  assert.deepEqual(await scenarioOf(canvas), await scenarioOf(page));
  assert.deepEqual(await reportOf(canvas), await reportOf(page));
  await page.goBack();
  await eventually(() => cpcOf(page), (value) => value === 8, 'CPC after Back');
});

test('presets, undo, redo and reset in the header', async (t) => {
  const page = await openForm(t);
  await page.locator('#presets').selectOption('balanced');
  assert.equal(await inputOf(page, 'social.organic', 'visits'), 14000);
  assert.equal(await typed(page, nameOf('social.organic', 'field.visits')).inputValue(), '14,000');
  await slider(page).press('ArrowRight');
  await eventually(() => page.locator('#presets').inputValue(), (id) => id === '', 'own scenario');
  await button(page, 'header.reset').click();
  await eventually(() => page.locator('#presets').inputValue(), (id) => id === 'balanced', 'preset');
  for (let i = 0; i < 3; ++i) await button(page, 'header.undo').click();
  await eventually(() => page.locator('#presets').inputValue(), (id) => id === 'cheap-clicks', 'preset');
  await eventually(() => button(page, 'header.undo').isDisabled(), Boolean, 'nothing more to undo');
  await button(page, 'header.redo').click();
  assert.equal(await inputOf(page, 'social.organic', 'visits'), 14000);
});

test('media are added, renamed and removed', async (t) => {
  const page = await openForm(t);
  for (let count = 4; count <= 8; ++count) {
    await button(page, 'ui.addMedium').click();
    assert.equal(await page.locator('fieldset.cell').count(), count * 2);
  }
  const full = button(page, 'ui.mediaFull');
  assert.equal(await full.evaluate((element) => element === document.activeElement), true);
  await full.press('Enter');
  assert.equal((await scenarioOf(page)).media.length, 8);

  await button(page, 'ui.rename', { name: 'Medium 4' }).click();
  await page.keyboard.type('A name that is far too long');
  await page.keyboard.press('Enter');
  const input = page.locator('.medium-head input:visible');
  assert.equal(await input.getAttribute('aria-invalid'), 'true');
  await input.fill('電視 & radio');
  await input.press('Enter');
  assert.equal((await scenarioOf(page)).media[3].label, '電視 & radio');
  assert.equal(await button(page, 'ui.rename', { name: '電視 & radio' }).evaluate((element) => element === document.activeElement), true);
  assert.equal(await page.getByRole('group', { name: '電視 & radio · Paid', exact: true }).count(), 1);
  await button(page, 'ui.rename', { name: '電視 & radio' }).press('Enter');
  await page.keyboard.type('Escaped');
  await page.keyboard.press('Escape');
  assert.equal((await scenarioOf(page)).media[3].label, '電視 & radio');

  await button(page, 'ui.remove', { name: '電視 & radio' }).click();
  assert.equal((await scenarioOf(page)).media.length, 7);
  // The focus moves to what replaces it, not to the top of the page.
  // And that keeps its number.
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Medium 5');
  for (const { label } of (await scenarioOf(page)).media.slice(1)) {
    assert.equal(label, '');
    await page.locator('.medium .remove').first().click();
  }
  assert.equal((await scenarioOf(page)).media.length, 1);
  assert.equal(await page.locator('.medium .remove:visible').count(), 0);
});

for (const language of LANGUAGES) {
  for (const file of ['later_parts', 'sextant-later']) {
    test(`when the last parts cannot be loaded, the form says so, works, and tries again on request: ${file}, ${language}`, async (t) => {
      const words = TEXTS[language];
      const page = await open(t, { address: `?mode=form&lang=${language}`, wait: false, before: () => {}, serviceWorkers: 'block' });
      const name = new RegExp(file);
      await page.route(name, (route) => route.abort());
      await page.reload();
      const state = page.locator('.later [role=status]');
      await eventually(() => state.textContent(), (text) => text === words['tools.failed'], 'what is said');
      await slider(page, nameOf('social.paid', 'field.costPerClick', language)).press('ArrowRight');
      await page.unroute(name);
      await button(page, 'tools.retry', {}, language).press('Enter');
      await page.getByRole('heading', { name: words['ui.shockTitle'], exact: true }).waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.querySelector('h2').textContent), words['ui.revenueTitle']);
      assert.match(page.problems.splice(0).join(), /ERR_FAILED/);
    });
  }
}

test('a shock is a switch that shows before and after', async (t) => {
  const page = await openForm(t);
  const revenue = await revenueOf(page);
  const item = page.getByRole('listitem').filter({ hasText: TEXTS.en['shock.outage.title'] });
  const outcome = item.getByRole('status');
  const first = await outcome.textContent();
  assert.match(first, /NT\$534,930 \(−28%\)/);
  await item.getByRole('combobox', { name: TEXTS.en['form.outageMedium'] }).selectOption('search');
  assert.notEqual(await outcome.textContent(), first);
  assert.equal(await revenueOf(page), revenue);
  const toggle = page.getByRole('switch', { name: TEXTS.en['shock.outage.title'] });
  assert.equal(await toggle.getAttribute('aria-checked'), 'false');
  await toggle.click();
  assert.equal(await toggle.getAttribute('aria-checked'), 'true');
  assert.equal(await inputOf(page, 'search.paid', 'visits'), 0);
  assert.match(await outcome.textContent(), /^On: revenue NT\$1,884,270 → NT\$930,930 \(−51%\), profit NT\$519,135 → /);
  assert.equal(await output(page, nameOf('search.paid', 'metric.cpa')).textContent(), '—');
  const around = output(page, nameOf('search.paid', 'metric.cpa')).locator('xpath=ancestor::dd');
  assert.ok((await around.textContent()).includes(TEXTS.en['reason.noOrders']), 'the reason');
  await toggle.press('Enter');
  assert.equal(await revenueOf(page), revenue);
  assert.equal(await toggle.getAttribute('aria-checked'), 'false');
});

test('thresholds are the averages, break-even or the reader\'s own', async (t) => {
  const page = await openForm(t);
  const chart = page.getByRole('img', { name: TEXTS.en['chart.quadrant.title'] });
  assert.equal(await typed(page, TEXTS.en['field.thresholdCpc']).isVisible(), false);
  await page.getByRole('radio', { name: TEXTS.en['ui.thresholdsBreakEven'] }).check();
  assert.equal((await scenarioOf(page)).thresholds.mode, 'breakEven');
  await eventually(() => chart.textContent(), (text) => text.includes('break-even NT$'), 'chart');
  assert.match(await page.locator('[data-cell="social.paid"] .why').textContent(), /below break-even/);
  assert.equal(await typed(page, TEXTS.en['field.thresholdCpc']).isVisible(), false);
  await page.getByRole('radio', { name: TEXTS.en['ui.thresholdsTarget'] }).check();
  await typed(page, TEXTS.en['field.thresholdCpc']).fill('7');
  await typed(page, TEXTS.en['field.thresholdCpc']).press('Enter');
  assert.equal((await scenarioOf(page)).thresholds.cpc, 7);
  await eventually(() => chart.textContent(), (text) => text.includes('target NT$7'), 'chart');
  assert.match(await page.locator('[data-cell="social.paid"] .why').textContent(), /your target/);
  await page.getByRole('radio', { name: TEXTS.en['ui.thresholdsAverage'] }).check();
  assert.equal((await scenarioOf(page)).thresholds.mode, 'portfolio');
  assert.equal(await page.locator('[data-cell="social.organic"] .chip').textContent(), 'IV · buys little, but earns');
});

test('a baseline shows every difference', async (t) => {
  const page = await openForm(t);
  await button(page, 'ui.pinBaseline').click();
  const visits = nameOf('social.paid', 'field.visits');
  await typed(page, visits).fill('30000');
  await typed(page, visits).press('Enter');
  const row = page.locator('.totals .result').filter({ has: output(page, TEXTS.en['metric.revenue']) });
  assert.match(await row.textContent(), /\+22%.*vs baseline/);
  await eventually(() => page.locator('.announcer').textContent(), (text) => text.includes('a visit is worth 9% less: the new visits are mostly Social · Paid’s'), 'announcement');
  await button(page, 'ui.clearBaseline').click();
  assert.match(await row.textContent(), /\+22%.*since your last change/);
  assert.match(await page.locator('.last-change output').textContent(), /^Social · Paid: Visits 15,000 → 30,000\nRevenue \+22% · Value\/visit −9\.4% /);
  await button(page, 'ui.forgetChange').click();
  assert.doesNotMatch(await row.textContent(), /%/);
  assert.equal(await page.locator('.last-change output').textContent(), TEXTS.en['ui.compareHint']);
});

test('the list of currencies contains the current one', async (t) => {
  const page = await openForm(t, { address: '&currency=CHF' });
  const select = page.getByRole('combobox', { name: TEXTS.en['field.currency'] });
  assert.equal(await select.inputValue(), 'CHF');
  await select.selectOption('USD');
  assert.equal((await scenarioOf(page)).currency, 'USD');
  assert.equal(await typed(page).inputValue(), '$8');
});

const LEVERS = {
  attract: ['flywheel.organicGrowth', 'flywheel.referralConversionRate', 'flywheel.months'],
  engage: ['retention.repeatOrders', 'retention.churn', 'retention.discount'],
};
const SEGMENTS = ['promoter', 'passive', 'detractor'];
const HABITS = ['share', 'churn', 'repeatOrders', 'referralVisits'];
const AFTER_ORDER = ['ltv', 'ltvToCac', 'paybackMonth', 'nps', 'momentum', 'longRunMultiplier', 'shareNotBought'];
const inView = (t, address = '') => openForm(t, { address: `&view=flywheel${address}` });

for (const language of LANGUAGES) {
  test(`customer value, flywheel and remarketing are present under their names: ${language}`, async (t) => {
    const page = await inView(t, `&lang=${language}`);
    const words = TEXTS[language];
    const labels = new Map(engine.fields({ lang: language }).value.map(({ id, label }) => [id, label]));
    const groups = [
      ...Object.entries(LEVERS).map(([arc, fields]) => [words[`chart.wheel.${arc}`], fields]),
      ...SEGMENTS.map((segment) => [`${words['chart.wheel.delight']} · ${words[`segment.${segment}`]}`,
        HABITS.map((habit) => `flywheel.segments.${segment}.${habit}`)]),
    ];
    for (const [name, fields] of groups) {
      const group = page.getByRole('group', { name, exact: true });
      assert.equal(await group.getByRole('slider').count(), fields.length, name);
      for (const field of fields) {
        const whole = new RegExp(`^${name} · ${labels.get(field)}`);
        assert.equal(await group.getByRole('slider', { name: whole }).count(), 1, field);
        assert.equal(await group.getByRole('textbox', { name: whole }).count(), 1, field);
      }
    }
    for (const result of AFTER_ORDER) assert.doesNotMatch(await output(page, words[`metric.${result}`]).textContent(), /^—?$/, result);
    const { customer, payback, flywheel, momentum, remarketing } = engine.explain({}, { lang: language }).value;
    const sentences = await page.locator('.flywheel p').allTextContents();
    for (const sentence of [customer, payback, flywheel, momentum, words['ui.sharesHint']]) assert.ok(sentences.includes(sentence), sentence);
    assert.equal(await page.locator('[data-field="engagedShare"]:visible').count(), 0, 'remarketing is a part of its own');
    await page.visit(`?mode=form&view=remarketing&lang=${language}`);
    assert.ok((await page.locator('.remarketing p').allTextContents()).includes(remarketing), remarketing);
    for (const cell of CELLS) {
      const name = nameOf(cell, 'field.engagedShare', language);
      assert.equal(await page.getByRole('slider', { name: new RegExp(`^${name}`) }).count(), 1, name);
      assert.equal(await output(page, nameOf(cell, 'metric.densityEffect', language)).count(), 1);
    }
    // Each number appears once: with remarketing, not on the cells' cards.
    assert.equal(await page.locator('[data-field="engagedShare"]').count(), CELLS.length);
    assert.equal(await page.locator('.cell [data-field="engagedShare"]').count(), 0);
  });
}

test('a lever changes its results within the same event, and the charts follow', async (t) => {
  const page = await inView(t);
  const ltv = output(page, TEXTS.en['metric.ltv']);
  const before = await ltv.textContent();
  const chart = page.getByRole('img', { name: TEXTS.en['chart.flywheel.title'], exact: true });
  await page.locator('.courses .chart').first().scrollIntoViewIfNeeded();
  const drawn = await chart.textContent();
  const churn = /^Engage · Churn rate/;
  await page.getByRole('textbox', { name: churn }).fill('30');
  await page.getByRole('textbox', { name: churn }).press('Enter');
  assert.notEqual(await ltv.textContent(), before);
  await eventually(() => chart.textContent(), (now) => now === drawn, 'retention is not of the flywheel');
  await page.getByRole('textbox', { name: /^Attract · Months/ }).fill('120');
  await page.getByRole('textbox', { name: /^Attract · Months/ }).press('Enter');
  await eventually(() => chart.textContent(), (text) => text.includes('after 120 months'), 'chart');
  await page.getByRole('textbox', { name: /^Attract · Months/ }).fill('1.5');
  await page.getByRole('textbox', { name: /^Attract · Months/ }).press('Enter');
  assert.match(await page.locator('[data-field="flywheel.months"] .error').textContent(), /must be a whole number/);
});

test('a baseline shows how customer value has changed', async (t) => {
  const page = await openForm(t);
  await button(page, 'ui.pinBaseline').click();
  await page.getByRole('textbox', { name: /^Delight · Promoters · Share/ }).fill('60');
  await page.keyboard.press('Enter');
  const changeOf = (result) => output(page, TEXTS.en[`metric.${result}`]).locator('..').locator('.change');
  // The score is itself a difference of percentages, so its change is not a percentage.
  assert.equal(await changeOf('nps').textContent(), '+27');
  assert.equal(await changeOf('nps').getAttribute('data-verdict'), 'better');
  assert.match(await changeOf('momentum').textContent(), /^\+\d+(\.\d+)?%$/);
  assert.equal(await changeOf('ltv').textContent(), '±0%');
  assert.equal(await changeOf('paybackMonth').textContent(), '±0');
});

test('moving a share adjusts the others in one step, and dragging back restores them', async (t) => {
  const page = await inView(t);
  const shares = async () => Object.values((await scenarioOf(page)).flywheel.segments).map(({ share }) => share);
  const range = (segment) => page.locator(`[data-field="flywheel.segments.${segment}.share"] input[type="range"]`);
  const before = await shares();
  const { x, y, width } = await middleOf(range('passive'));
  await page.mouse.move(x, y);
  await page.mouse.down();
  // To the end, where the others become zero, and back.
  for (const part of [0.3, 0.6, 0.3, 0]) await page.mouse.move(x + part * width, y);
  const [promoter, passive, detractor] = await shares();
  assert.ok(Math.abs(promoter / detractor - 2) < 0.02, String([promoter, passive, detractor]));
  assert.equal(await range('promoter').getAttribute('aria-valuetext'), `${Math.round(promoter * 1000) / 10}%`);
  await page.mouse.up();
  await button(page, 'header.undo').click();
  assert.deepEqual(await shares(), before);
  await eventually(() => button(page, 'header.undo').isDisabled(), Boolean, 'nothing more to undo');
});

test('levers with the keyboard alone: a step, a share, undo, and a link with all changes', async (t) => {
  const page = await openForm(t);
  const before = await scenarioOf(page);
  await page.locator('.flywheel').waitFor();
  const to = async (name) => {
    for (let guard = 0; !name.test(await page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? '')); ++guard) {
      assert.ok(guard < 300, `Tab does not come to ${name}`);
      await page.keyboard.press('Tab');
    }
  };
  await to(/^Attract · Conversion rate of referred/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  const { referralConversionRate } = (await scenarioOf(page)).flywheel;
  assert.ok(referralConversionRate > 0.012, String(referralConversionRate));
  await to(/^Engage · Churn rate/);
  await page.keyboard.press('Tab');
  await page.keyboard.type('5%');
  await page.keyboard.press('Enter');
  await to(/^Delight · Detractors · Share/);
  await page.keyboard.press('Home');
  await to(/^Remarketing · Remarketing CPC/);
  await page.keyboard.press('End');
  await to(/^Social · Organic · Engaged/);
  await page.keyboard.press('PageUp');
  const { retention, flywheel, remarketing, cells } = await scenarioOf(page);
  assert.equal(retention.churn, 0.05);
  assert.deepEqual(Object.values(flywheel.segments).map(({ share }) => share), [0.5, 0.5, 0]);
  assert.equal(remarketing.costPerClick, 1000);
  assert.equal(cells[0].engagedShare, 0.1);
  assert.equal(await output(page, nameOf('social.organic', 'metric.densityEffect')).textContent(), '+2.05 points');
  const changed = await scenarioOf(page);
  const whole = engine.encodeLink(changed).value;
  const { hash } = new URL(await eventually(() => page.url(), (url) => url.endsWith(`#${whole}`), 'address'));
  for (let steps = 5; steps > 0; --steps) await page.keyboard.press('Control+z');
  assert.deepEqual(await scenarioOf(page), before);
  assert.equal('referralConversionRate' in before.flywheel, false);
  const other = await openForm(t, { address: hash });
  assert.deepEqual(await scenarioOf(other), changed);
});

// Scenarios in which a result is undefined or infinite.
const EXTREMES = {
  'no orders': [{ cells: [] }, ['ltv', 'ltvToCac', 'paybackMonth', 'shareNotBought'], 'noOrders'],
  'no new customers': [{ cells: [{ visits: 100, conversionRate: 0.1, orderValue: 100, fixedCost: 10, newCustomerShare: 0 }] },
    ['ltvToCac', 'paybackMonth'], 'noNewCustomers'],
  'nothing spent': [{ cells: [{ visits: 100, conversionRate: 0.1, orderValue: 100 }] }, ['ltvToCac'], 'noSpend'],
  'too expensive': [{ cells: [{ visits: 100, conversionRate: 0.1, orderValue: 100, fixedCost: 1e6 }] }, ['paybackMonth'], 'neverPaysBack'],
  'without limit': [{ flywheel: { months: 120, referralConversionRate: 1, segments: { promoter: { referralVisits: 5 } } } },
    ['longRunMultiplier'], 'unbounded'],
};

/** Why a result is missing, for screen readers; '' if it is not. */
const whyOf = (value) => value.evaluate((output) => output.nextElementSibling.textContent);

for (const language of LANGUAGES) {
  test(`undefined results are a dash with the reason: ${language}`, async (t) => {
    const page = await inView(t, `&lang=${language}`);
    for (const [name, [scenario, undefined_, reason]] of Object.entries(EXTREMES)) {
      assert.equal((await page.evaluate((one) => sextant.setScenario(one), scenario)).ok, true, name);
      const words = TEXTS[language];
      for (const result of AFTER_ORDER) {
        const value = output(page, words[`metric.${result}`]);
        assert.equal(await value.textContent() === '—', undefined_.includes(result), `${name}: ${result}`);
        assert.equal(!!await whyOf(value), undefined_.includes(result), `${name}: ${result}`);
      }
      const why = await whyOf(output(page, words[`metric.${undefined_.at(undefined_.length > 2 ? 0 : -1)}`]));
      assert.equal(why, words['ui.undefinedBecause'].replace('{reason}', words[`reason.${reason}`]));
      await page.locator('.flywheel summary').click();
      for (const text of await page.locator('.flywheel :is(output, p, dt, label, legend, th, td, text, input)').evaluateAll((all) =>
        all.map((element) => element.value ?? element.textContent))) assert.doesNotMatch(text, /NaN|Infinity|null|[{}]/, name);
      // Closed, for the next scenario to open it.
      await page.locator('.flywheel summary').click();
    }
  });
}

test('the table of months follows the scenario', async (t) => {
  const page = await inView(t);
  const details = page.locator('.flywheel details');
  await details.locator('summary').click();
  const rows = details.getByRole('row');
  await eventually(() => rows.count(), (count) => count === 25, 'rows');
  assert.deepEqual(await details.getByRole('rowheader').last().allTextContents(), [TEXTS.en['ui.paybackMonth'].replace('{month}', '23')]);
  await page.getByRole('textbox', { name: /^Attract · Months/ }).fill('7');
  await page.keyboard.press('Enter');
  assert.equal(await rows.count(), 8);
});

const PARTS = {
  kpi: ['ui.totals'],
  cells: ['ui.trafficMatrix'],
  quadrant: ['ui.quadrantTitle'],
  matrix: ['ui.revenueTitle'],
  formula: ['ui.formulaTitle'],
  wheel: ['ui.flywheelTitle'],
  flywheel: ['ui.flywheelTitle'],
  remarketing: ['ui.remarketing'],
  shocks: ['ui.shockTitle'],
};
test('one part alone', async (t) => {
  const page = await openForm(t);
  for (const [view, headings] of Object.entries(PARTS)) {
    await page.visit(`?mode=form&view=${view}`);
    assert.deepEqual(await page.getByRole('heading', { level: 2 }).allTextContents(), headings.map((key) => TEXTS.en[key]), view);
    // The inputs of the chart are editable.
    const fields = await page.locator('.cell input[type="range"]:visible').count();
    assert.equal(fields / CELLS.length, { cells: 6, quadrant: 2, formula: 3 }[view] ?? 0, view);
    await eventually(() => page.getByRole('img').count(), (count) => count === ({ quadrant: 1, matrix: 1, wheel: 2, flywheel: 3 }[view] ?? 0), view);
  }
});

test('the language changes at run time and keeps everything', async (t) => {
  const page = await openForm(t);
  await slider(page).press('ArrowRight');
  await button(page, 'ui.pinBaseline').click();
  await page.locator('details').first().locator('summary').click();
  const before = await scenarioOf(page);
  await page.locator('#language').click();
  const name = nameOf('social.paid', 'field.costPerClick', 'zh-TW');
  await slider(page, name).waitFor();
  assert.equal(await slider(page).count(), 0);
  assert.deepEqual(await scenarioOf(page), before);
  assert.equal(await button(page, 'ui.clearBaseline', {}, 'zh-TW').count(), 1);
  const labels = await page.locator('.form-view :is(h2, h3, dt, label, legend, summary, th, button)').allTextContents();
  const english = labels.filter((text) => /[a-z]{3}/.test(text));
  assert.deepEqual(english, []);
  await eventually(() => page.getByRole('img', { name: TEXTS['zh-TW']['chart.quadrant.title'] }).count(), (count) => count === 1, 'chart');
  await button(page, 'header.undo', {}, 'zh-TW').click();
  assert.equal(await cpcOf(page), 8);
});

for (const language of LANGUAGES) {
  test(`nothing is wider than the screen: ${language}`, async (t) => {
    const page = await openForm(t, { address: `&lang=${language}` });
    await page.evaluate(() => sextant.setScenario({
      media: [{ id: 'a', label: 'Wwwwwwwwwwwwwwwwwwww' }, { id: 'b' }],
      cells: [{ visits: 1e9, conversionRate: 1, orderValue: 1e9, costPerClick: 1e6, fixedCost: 1e12 }],
    }));
    await page.locator('details').first().locator('summary').click();
    for (const width of [320, 375, 599, 600, 768, 1000, 1200]) {
      await page.setViewportSize({ width, height: 800 });
      const widest = () => page.evaluate(() => Math.max(...[...document.querySelectorAll('.form-view :is(button, input, select, output, p, legend, h2, h3, svg)')]
        .filter((element) => element.checkVisibility() && !element.closest('.scroller, .unseen'))
        .map((element) => element.getBoundingClientRect().right)));
      await eventually(widest, (right) => right <= width + 1, `right edge at ${width}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    }
  });
}

test('touch targets are large enough', async (t) => {
  const page = await openForm(t);
  const small = await page.evaluate(() => [...document.querySelectorAll('.form-view :is(button, select, summary, input:not([type="radio"]))')]
    .filter((element) => element.checkVisibility())
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width < 24 || height < 24;
    }).map(({ outerHTML }) => outerHTML.slice(0, 120)));
  assert.deepEqual(small, []);
});

/** Counts the frames and timers that the page requests. */
function countWork() {
  window.work = { frames: 0, timers: 0 };
  const { requestAnimationFrame, setTimeout, setInterval } = window;
  window.requestAnimationFrame = (run) => requestAnimationFrame((time) => {
    window.work.frames += 1;
    run(time);
  });
  for (const [name, original] of Object.entries({ setTimeout, setInterval })) {
    window[name] = (run, ...rest) => original((...given) => {
      window.work.timers += 1;
      run(...given);
    }, ...rest);
  }
}

test('at rest there are no frames and no timers', async (t) => {
  const page = await openForm(t, { before: countWork });
  await slider(page).press('ArrowRight');
  await page.mouse.move(600, 400);
  await eventually(() => page.locator('.announcer').textContent(), Boolean, 'announcement');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const start = await page.evaluate(() => ({ ...window.work, painted: sextant.stats().frames }));
  assert.ok(start.frames > 0 && start.timers > 0, 'the counter counts');
  await new Promise((resolve) => setTimeout(resolve, 2000));
  assert.deepEqual(await page.evaluate(() => ({ ...window.work, painted: sextant.stats().frames })), start);
});

test('charts are drawn at most once per frame', async (t) => {
  const page = await openForm(t);
  const counts = await page.evaluate(async () => {
    let drawn = 0;
    new MutationObserver((records) => {
      drawn += records.length;
    }).observe(document.querySelector('.chart'), { childList: true });
    const range = document.querySelector('.cell input[type="range"]');
    const changed = new Promise((resolve) => addEventListener('sextant-change', resolve, { once: true }));
    for (let i = 1; i <= 20; ++i) {
      range.value = String(i / 21);
      range.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await changed;
    return { drawn, visits: sextant.getScenario().cells[0].visits };
  });
  assert.equal(counts.drawn, 1);
  assert.ok(counts.visits > 9000, String(counts.visits));
});

test('during a drag, charts off the screen wait until its end or until they are visible', async (t) => {
  const page = await openForm(t);
  await page.locator('.flywheel .courses .chart').first().scrollIntoViewIfNeeded();
  await page.getByRole('img', { name: TEXTS.en['chart.flywheel.title'], exact: true }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  const { x, y } = await middleOf(slider(page, nameOf('social.organic', 'field.visits')));
  const charts = { matrix: page.locator('[data-part="matrix"] .chart'), profits: page.locator('.flywheel .courses .chart').first() };
  const drawn = () => page.evaluate(() => ({ ...window.drawn }));
  await page.evaluate(([matrix, profits]) => {
    window.drawn = { matrix: 0, profits: 0 };
    for (const [name, chart] of Object.entries({ matrix, profits })) {
      new MutationObserver(() => ++window.drawn[name]).observe(chart, { childList: true });
    }
  }, await Promise.all(Object.values(charts).map((chart) => chart.elementHandle())));
  const twoFrames = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y);
  await twoFrames();
  assert.deepEqual(await drawn(), { matrix: 0, profits: 0 });
  await charts.matrix.evaluate((chart) => chart.scrollIntoView());
  await eventually(drawn, ({ matrix }) => matrix === 1, 'the chart that is seen');
  assert.equal((await drawn()).profits, 0);
  await page.mouse.up();
  await eventually(drawn, ({ profits }) => profits === 1, 'the chart that is not');
});

test('the form downloads nothing of the canvas, and the canvas nothing of the form', async (t) => {
  const filesOf = async (mode) => {
    const page = await open(t, { address: `?mode=${mode}` });
    return page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)));
  };
  const [form, canvas] = [await filesOf('form'), await filesOf('canvas')];
  const has = (files, part) => files.some((name) => name.startsWith(part));
  assert.deepEqual(['sextant-form', 'form_view', 'sextant-app', 'canvas_view'].map((part) => [has(form, part), has(canvas, part)]),
    [[true, false], [true, false], [false, true], [false, true]]);
});

test('switching to the canvas and back keeps the scenario, its history and the baseline', async (t) => {
  const page = await openForm(t);
  const start = await scenarioOf(page);
  await page.locator('.totals button').click();
  await slider(page).press('ArrowRight');
  const before = await scenarioOf(page);
  await page.locator('#mode').click();
  await page.locator('canvas').waitFor();
  await eventually(() => page.locator('.form-view').count(), (count) => count === 0, 'form');
  assert.deepEqual(await scenarioOf(page), before);
  await page.locator('#undo').click();
  assert.deepEqual(await scenarioOf(page), start);
  await page.locator('#redo').click();
  await page.locator('#mode').click();
  await page.locator('.form-view').waitFor();
  assert.equal(await typed(page).inputValue(), 'NT$8.05');
  assert.equal(await page.locator('.compared').textContent(), TEXTS.en['ui.versusBaseline']);
  await page.locator('#undo').click();
  assert.deepEqual(await scenarioOf(page), start);
});

test('a complete scenario with the keyboard alone', async (t) => {
  const page = await openForm(t);
  const values = {};
  const inputs = await page.locator('.cell input[type="text"]').count();
  assert.equal(inputs, 36);
  await page.locator('.form-view [data-field="visits"] input[type="range"]').first().focus();
  for (let at = 0, guard = 0; at < inputs; ++guard) {
    assert.ok(guard < 300, 'Tab gets stuck');
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => document.activeElement.matches('.cell input[type="text"]') && document.activeElement.getAttribute('aria-label'));
    if (!label) continue;
    const text = String(at + 1);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    values[label] = at + 1;
    ++at;
  }
  const { cells } = await scenarioOf(page);
  const set = cells.flatMap((cell) => FIELDS.map((field) => cell[field]));
  const expected = set.map((_, at) => FIELDS[at % 6].match(/Rate|Share/) ? (at + 1) / 100 : at + 1);
  assert.deepEqual(set, expected);
  assert.equal(Object.keys(values).length, 36);
});

for (const colorScheme of ['light', 'dark']) {
  test(`with forced colours it is the form, with borders: ${colorScheme}`, async (t) => {
    const page = await open(t, { forcedColors: 'active', colorScheme });
    assert.equal(await page.locator('.form-view').count(), 1);
    const border = await typed(page).evaluate((input) => getComputedStyle(input).borderTopStyle);
    assert.equal(border, 'solid');
  });
}
