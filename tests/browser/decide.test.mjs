// The panel that helps to decide, below the calculator on the page.
import assert from 'node:assert/strict';
import test from 'node:test';
import createSextant from '../../dist/engine/index.mjs';
import { complaints } from './axe.mjs';
import { eventually, inputOf, reportOf, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const engine = await createSextant();
const open = useBrowser();
const MODES = ['canvas', 'form'];

async function openPanel(page, language = 'en') {
  await page.locator('#parts').getByRole('button', { name: TEXTS[language]['parts.decide'], exact: true }).click();
  await page.locator('#decide-uncertainty svg').waitFor();
  return page.locator('#decide');
}

const why = (page, part) => page.locator(`#decide-${part} > .why`).textContent();

for (const mode of MODES) {
  test(`nothing of it is loaded before it is opened, then it has the focus: ${mode}`, async (t) => {
    const page = await open(t, { address: `?lang=en&mode=${mode}` });
    const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /\/decide[^/]*$/.test(name)).length);
    await page.locator('#parts:enabled').waitFor();
    assert.equal(await loaded(), 0);
    const panel = await openPanel(page);
    assert.ok(await loaded() > 0);
    await eventually(() => panel.evaluate((element) => element === document.activeElement), Boolean, 'the panel has the focus');
    await panel.getByRole('button', { name: TEXTS.en['decide.close'], exact: true }).click();
    assert.equal(await page.locator('#decide').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.value), 'decide');
  });

  test(`what is applied reaches the target, and Undo takes it back in one step: ${mode}`, async (t) => {
    const page = await open(t, { address: `?lang=en&mode=${mode}` });
    const before = await scenarioOf(page);
    await openPanel(page);
    await page.locator('#decide-target').fill('600,000');
    assert.match(await why(page, 'goal'), /^Profit is NT\$600,000 with Gross margin at /);
    await page.locator('#decide-goal button').click();
    const { total } = await reportOf(page);
    assert.ok(Math.abs(total.profit - 600000) < 1e-3, `${total.profit}`);
    await page.locator('#undo').click();
    assert.deepEqual(await scenarioOf(page), before);
  });
}

test('the sentence of a part is announced only while the reader works in that part', async (t) => {
  const page = await open(t, { address: '?lang=en&mode=form' });
  await openPanel(page);
  const announced = () => page.locator('#decide .why[role="status"]').evaluateAll((found) => found.map((element) => element.parentElement.id));
  assert.deepEqual(await announced(), []);
  await page.locator('#decide-target').focus();
  assert.deepEqual(await announced(), ['decide-goal']);
  await page.locator('input[type="range"]').first().focus();
  assert.deepEqual(await announced(), []);
});

test('a cell that was kept and then removed is forgotten', async (t) => {
  const page = await open(t, { address: '?lang=en&mode=form' });
  await openPanel(page);
  await page.getByRole('checkbox', { name: 'Keep the spend of Integrated marketing · Paid' }).check();
  await page.evaluate(() => {
    const { media, cells, ...others } = sextant.getScenario();
    sextant.setScenario({ ...others, media: media.slice(0, 2), cells: cells.slice(0, 4) });
  });
  await eventually(() => why(page, 'budget'), (text) => text.startsWith('This split earns '), 'a split of the two that are left');
});

test('it follows a slider while the slider is held', async (t) => {
  const page = await open(t, { address: '?lang=en&mode=form' });
  await openPanel(page);
  const before = await why(page, 'uncertainty');
  const slider = page.locator('input[type="range"]').first();
  await slider.focus();
  await page.keyboard.down('ArrowUp');
  await eventually(() => why(page, 'uncertainty'), (now) => now !== before, 'another sentence while the key is down');
  await page.keyboard.up('ArrowUp');
});

test('a change of ten percent that a row offers is that change', async (t) => {
  const page = await open(t, { address: '?lang=en&mode=form' });
  await openPanel(page);
  const row = page.getByRole('row', { name: /^Search · Paid: Conversion rate/ });
  const rate = await inputOf(page, 'search.paid', 'conversionRate');
  await row.getByRole('button').click();
  const changed = await inputOf(page, 'search.paid', 'conversionRate');
  assert.ok(Math.abs(changed / rate - 1.1) < 1e-9, `${rate} → ${changed}`);
});

test('the best split spends the same and earns more; a cell that is kept keeps its spend', async (t) => {
  const page = await open(t, { address: '?lang=en' });
  await openPanel(page);
  const spendOf = ({ cells }) => cells.filter(({ id }) => id.endsWith('.paid')).map(({ visits, costPerClick }) => visits * costPerClick);
  const [before, { total }] = [spendOf(await scenarioOf(page)), await reportOf(page)];
  await page.getByRole('checkbox', { name: 'Keep the spend of Integrated marketing · Paid' }).check();
  assert.match(await why(page, 'budget'), /^This split earns NT\$[\d,]+ more: Search · Paid gets NT\$[\d,]+ more, Social · Paid NT\$[\d,]+ less\.$/);
  const part = page.locator('#decide-budget');
  for (const summary of await part.locator('summary').all()) await summary.click();
  assert.match(await part.locator('details .why').last().textContent(), /^The best of 10,000 random splits of the same money earns NT\$[\d.,]+ less\.$/);
  const figures = part.locator('.curves figure');
  const names = await figures.locator('strong').allTextContents();
  assert.deepEqual(names, ['Social · Paid', 'Search · Paid', 'Integrated marketing · Paid']);
  // On the picture, too, one that gets less is left of where it was.
  const moved = await figures.evaluateAll((all) => all.map((figure) => {
    const [before, after] = ['.before', '.after'].map((dot) => figure.querySelector(dot).getBoundingClientRect().x);
    return Math.sign(Math.round(after - before));
  }));
  assert.deepEqual(moved, [-1, 1, 0]);
  await page.locator('#decide-budget > button').click();
  const after = spendOf(await scenarioOf(page));
  assert.equal(after[2], before[2]);
  assert.ok(Math.abs(after[0] + after[1] - before[0] - before[1]) < 1e-6);
  assert.ok((await reportOf(page)).total.profit > total.profit);
  assert.match(await why(page, 'budget'), /^Nothing to change: /);
});

test('the frontier is dragged from the best split to an even one, and what it shows is applied', async (t) => {
  const page = await open(t, { address: '?lang=en' });
  await openPanel(page);
  const frontier = page.locator('#decide-budget details').filter({ hasText: 'Profit against spread' });
  await frontier.locator('summary').click();
  const dotAt = () => frontier.locator('.after').evaluate((dot) => { // in its picture: the page may scroll
    const [{ x, y }, picture] = [dot, dot.closest('svg')].map((element) => element.getBoundingClientRect());
    return { x: x - picture.x, y: y - picture.y };
  });
  const said = () => frontier.locator('.why').textContent();
  const first = await dotAt();
  assert.match(await said(), /: NT\$0 less than the best split\.$/);
  await frontier.getByRole('slider').press('End');
  const last = await dotAt();
  assert.ok(last.x > first.x + 200 && last.y > first.y + 50, JSON.stringify([first, last]));
  assert.match(await said(), /^Spread as if 3 cells spent the same/);
  await frontier.getByRole('button').click();
  const spends = (await scenarioOf(page)).cells.filter(({ id }) => id.endsWith('.paid')).map(({ visits, costPerClick }) => visits * costPerClick);
  for (const spend of spends) assert.ok(Math.abs(spend - 84000) < 0.01, `${spend}`);
  await page.locator('#undo').click();
  assert.deepEqual((await scenarioOf(page)).cells[1].visits, 15000);
});

test('a budget that cannot be spent is refused with the least and the most', async (t) => {
  const page = await open(t, { address: '?lang=zh-TW' });
  await openPanel(page, 'zh-TW');
  await page.locator('#decide-budget-amount').fill('99999999');
  assert.match(await why(page, 'budget'), /756,000/);
  assert.equal(await page.locator('#decide-budget > button').getAttribute('aria-disabled'), 'true');
});

test('a comparison names the input that differs and the largest cause, also with another link', async (t) => {
  const page = await open(t, { address: '?lang=en' });
  await openPanel(page);
  assert.equal(await why(page, 'compare'), 'Revenue is the same in both scenarios.');
  const before = (await reportOf(page)).total.revenue;
  await page.getByRole('row', { name: /^Search · Paid: Conversion rate/ }).getByRole('button').click();
  const change = Math.round((await reportOf(page)).total.revenue - before).toLocaleString('en');
  assert.equal(await why(page, 'compare'), `Revenue changed by +NT$${change}. The largest cause is Search · Paid: Conversion rate: +NT$${change}.`);
  const panel = page.locator('#decide-compare');
  assert.deepEqual(await panel.getByRole('group', { name: 'Inputs that differ' }).locator('tbody tr').allTextContents(), ['Search · Paid: Conversion rate6.82%7.5%']);
  const now = await scenarioOf(page);
  await page.locator('#decide-link').fill('1~nonsense');
  await page.locator('#decide-link').press('Enter');
  await panel.getByRole('alert').filter({ hasText: 'damaged' }).waitFor();
  await page.locator('#decide-link').fill('1~r2isZC');
  await page.locator('#decide-link').press('Enter');
  await eventually(() => panel.getByRole('alert').textContent(), (text) => text === '', 'no complaint');
  assert.match(await why(page, 'compare'), new RegExp(`^Revenue changed by \\+NT\\$${change}\\.`));
  await panel.getByRole('button', { name: 'Compare with what is here now' }).click();
  assert.equal(await why(page, 'compare'), 'Revenue is the same in both scenarios.');
  assert.deepEqual(await scenarioOf(page), now);
});

const shop = (visits, conversionRate = 0.02) => ({ cells: [{ id: 'social.paid', visits, conversionRate, orderValue: 1000, costPerClick: 5 }] });
const linkOf = (visits) => engine.encodeLink(shop(visits)).value;
const whole = (page, which) => page.locator('#decide-compare .bars tr').filter({ hasText: `Revenue: ${which}` }).locator('td').textContent();

test('a comparison has its own link, which opens it; each bar of its steps begins where the last one ended', async (t) => {
  const page = await open(t, { address: `?lang=en&view=compare&a=${linkOf(1000)}#${linkOf(3000)}`, permissions: ['clipboard-read', 'clipboard-write'] });
  const panel = page.locator('#decide-compare');
  await panel.waitFor();
  await eventually(() => panel.getByRole('group', { name: 'Inputs that differ' }).locator('tbody tr').allTextContents(), (rows) => rows.join() === 'Social · Paid: Visits1,0003,000', 'what differs');
  const revenue = (visits) => engine.evaluate(shop(visits)).value.total.revenue;
  const amount = (text) => Number(text.replace(/[^\d]/g, ''));
  assert.equal(amount(await whole(page, 'Before (A)')), Math.round(revenue(1000)));
  assert.equal(amount(await whole(page, 'Now (B)')), Math.round(revenue(3000)));
  await page.evaluate((scenario) => sextant.setScenario(scenario), shop(3000, 0.01));
  const bars = await eventually(() => panel.locator('.track i').evaluateAll((all) => all.map((bar) => {
    const { left, right } = bar.getBoundingClientRect();
    return { left: Math.round(left), right: Math.round(right), kind: bar.className };
  })), (found) => found.length === 4, 'two causes between two bars');
  let level = bars[0].right;
  for (const { left, right, kind } of bars.slice(1, -1)) {
    assert.ok(Math.abs((kind === 'falls' ? right : left) - level) <= 1, JSON.stringify(bars));
    level = kind === 'falls' ? left : right;
  }
  assert.ok(Math.abs(bars.at(-1).right - level) <= 1, JSON.stringify(bars));

  await panel.getByRole('button', { name: 'Copy', exact: true }).click();
  await panel.getByRole('status').filter({ hasText: 'Copied.' }).waitFor();
  const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  assert.equal(copied.searchParams.get('a'), linkOf(1000));
  assert.equal(copied.hash, `#${engine.encodeLink(shop(3000, 0.01)).value}`);

  await page.visit(`?lang=en&view=compare&a=${linkOf(1000).slice(0, -1)}#${linkOf(3000)}`);
  await panel.getByRole('alert').filter({ hasText: 'damaged' }).waitFor();
});

test('two links in the field for a link are compared; a damaged one changes nothing', async (t) => {
  const page = await open(t, { address: '?lang=en' });
  const before = await scenarioOf(page);
  await page.locator('#open').click();
  const field = page.locator('#open-link');
  await field.fill(`Last month: https://shop.example/#${linkOf(1000)}\nThis month: ${linkOf(3000).replace('v3', 'v4')}`);
  await field.press('Enter');
  await page.locator('#open-refusal').filter({ hasText: 'damaged' }).waitFor();
  assert.deepEqual(await scenarioOf(page), before);
  await field.fill(`Last month: https://shop.example/#${linkOf(1000)}\nThis month: ${linkOf(3000)}`);
  await field.press('Enter');
  const panel = page.locator('#decide-compare');
  await eventually(() => panel.getByRole('group', { name: 'Inputs that differ' }).locator('tbody tr').allTextContents(), (rows) => rows.join() === 'Social · Paid: Visits1,0003,000', 'what differs');
  assert.equal(await inputOf(page, 'social.paid', 'visits'), 3000);
});

test('a target that nothing reaches is said, and cannot be applied', async (t) => {
  const page = await open(t, { address: '?lang=en' });
  await openPanel(page);
  const apply = page.locator('#decide-goal button');
  await page.locator('#decide-target').fill('much');
  assert.equal(await why(page, 'goal'), '“much” is not a number.');
  assert.equal(await apply.getAttribute('aria-disabled'), 'true');
  await page.locator('#decide-target').fill('1' + '0'.repeat(30));
  assert.match(await why(page, 'goal'), /^No single input reaches /);
  const before = await scenarioOf(page);
  await apply.dispatchEvent('click');
  assert.deepEqual(await scenarioOf(page), before);
  await page.locator('#decide-target').fill('60萬');
  await page.locator('#decide-lever').selectOption('search.paid/costPerClick');
  assert.match(await why(page, 'goal'), /^Search · Paid: CPC alone does not reach NT\$600,000\. The best is /);
});

test('a bar that is dragged moves its input, with the calculator, and is one step; so is a press of a key', async (t) => {
  const page = await open(t, { address: '?lang=en' });
  const panel = await openPanel(page);
  const slider = panel.getByRole('slider', { name: 'Social · Paid: CPC', exact: true });
  await slider.scrollIntoViewIfNeeded();
  const cpc = async () => (await scenarioOf(page)).cells[1].costPerClick;
  const before = await cpc();
  const { x, y, width, height } = await slider.boundingBox();
  // Less of a cost is more profit: its less is on the right.
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.7, y + height / 2);
  assert.ok(await cpc() < before, 'to the right');
  await page.mouse.move(x + 2, y + height / 2, { steps: 4 });
  assert.ok(Math.abs(await cpc() - 1.1 * before) < 1e-9, `${await cpc()}, of ${before}`);
  await page.mouse.up();
  assert.equal(await slider.inputValue(), '0');
  await page.locator('#undo').click();
  assert.equal(await cpc(), before);
  assert.equal(await page.locator('#undo').getAttribute('aria-disabled') ?? String(await page.locator('#undo').isDisabled()), 'true');

  await slider.press('ArrowUp');
  assert.ok(Math.abs(await cpc() - 1.005 * before) < 1e-9, `${await cpc()}, of ${before}`);
  assert.equal(await slider.evaluate((element) => element === document.activeElement), true);
  assert.match(await slider.getAttribute('aria-valuetext'), /^NT\$\d/);
  await page.locator('#undo').click();
  assert.equal(await cpc(), before);
});

test('a wider range says a wider band, and is one step', async (t) => {
  const page = await open(t, { address: '?lang=en' });
  await openPanel(page);
  const band = async () => {
    const [low, high] = (await page.locator('#decide-uncertainty tbody tr').first().locator('td').allTextContents())
      .filter((_, at) => at !== 1).map((text) => Number(text.replace(/[^\d.-]/g, '')));
    return high - low;
  };
  const narrow = await band();
  await page.locator('#decide-range').press('End');
  assert.equal((await scenarioOf(page)).uncertainty.range, 1);
  assert.ok(await band() > 2 * narrow);
  await page.locator('#undo').click();
  assert.equal((await scenarioOf(page)).uncertainty.range, 0.2);
  assert.equal(await band(), narrow);
});

test('who asks sees the months, the shocks, what decides, and the chance of a target', async (t) => {
  const page = await open(t, { address: '?lang=en' });
  await openPanel(page);
  const part = page.locator('#decide-uncertainty');
  const opened = async (summary) => {
    const details = part.locator('details').filter({ hasText: summary });
    await details.locator('summary').click();
    return details;
  };
  const rowsOf = (details) => details.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const amount = (text) => Number(text.replace(/[^\d.-]/g, ''));

  const fan = await opened('Month by month');
  await fan.getByRole('img', { name: /^After 24 months / }).waitFor();
  const months = await rowsOf(fan);
  assert.equal(months.length, 24);
  for (const [, low, middle, high] of months) assert.ok(amount(low) < amount(middle) && amount(middle) < amount(high));
  assert.deepEqual(months[0].slice(1), (await part.locator('tbody tr').first().locator('td').allTextContents()));

  const shocks = await rowsOf(await opened('If something goes wrong'));
  assert.equal(shocks[0][0], 'Platform outage (Search)');
  assert.deepEqual(shocks.map(([, , middle]) => amount(middle)), shocks.map(([, , middle]) => amount(middle)).sort((a, b) => b - a));

  const chanceOf = async (target) => {
    await page.locator('#decide-revenue').fill(target);
    const [, chance] = /^The chance of .* or more is (.*)%\.$/.exec(await part.locator('output[for=decide-revenue]').textContent());
    return Number(chance);
  };
  assert.deepEqual([await chanceOf('1'), await chanceOf('1億')], [100, 0]);
  const chance = await chanceOf('200萬');
  assert.ok(chance > 10 && chance < 90, String(chance));

  // One input alone is uncertain; it decides everything.
  const drivers = await opened('What decides profit');
  await page.locator('#decide-range').press('Home');
  const own = await opened('Ranges of single inputs');
  await own.getByRole('combobox').selectOption('search.paid/visits');
  await own.getByRole('textbox').fill('much');
  await own.getByRole('button', { name: 'Set', exact: true }).click();
  await own.getByRole('alert').filter({ hasText: '“much” is not a number.' }).waitFor();
  await own.getByRole('textbox').fill('30%');
  await own.getByRole('button', { name: 'Set', exact: true }).click();
  assert.deepEqual((await scenarioOf(page)).uncertainty.cells, [{ id: 'search.paid', visits: 0.3 }]);
  assert.deepEqual(await rowsOf(drivers), [['Search · Paid: Visits', '', '100%']]);
  await own.getByRole('button', { name: 'Give Search · Paid: Visits the range of all inputs' }).click();
  assert.deepEqual((await scenarioOf(page)).uncertainty.cells, []);
  await page.locator('#undo').click();
  assert.deepEqual((await scenarioOf(page)).uncertainty.cells, [{ id: 'search.paid', visits: 0.3 }]);
});

test('a drag that passes its beginning takes no earlier step back', async (t) => {
  const page = await open(t, { address: '?lang=en&mode=form' });
  await openPanel(page);
  await page.locator('#decide-goal button').click();
  const before = await scenarioOf(page);
  await page.locator('#decide-tornado input[type="range"]').first().evaluate((slider) => {
    for (const value of ['0.5', '0', '0.5', '0', '-0.5']) {
      slider.value = value;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
    slider.dispatchEvent(new Event('change', { bubbles: true }));
  });
  assert.notDeepEqual(await scenarioOf(page), before);
  await page.locator('#undo').click();
  assert.deepEqual(await scenarioOf(page), before);
});

test('a column of the season moves the flywheel while it is held, and is one step', async (t) => {
  const page = await open(t, { address: '?lang=en' });
  const before = await scenarioOf(page);
  await openPanel(page);
  assert.match(await why(page, 'season'), /^All months are the same: over 24 months the flywheel brings a profit of NT\$36,990,967\.$/);
  const column = page.getByRole('slider', { name: 'November: Visits ×', exact: true });
  await column.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await column.boundingBox();
  await page.mouse.move(x + width / 2, y + 2 * height / 3);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
  await page.mouse.move(x + width / 2, y + height / 4, { steps: 3 });
  const [month, ...others] = (await scenarioOf(page)).season.months;
  assert.deepEqual([month.month, others.length], [11, 0]);
  assert.ok(month.visits > 1.5, `${month.visits}`);
  await eventually(() => why(page, 'season'), (text) => text.startsWith('Over 24 months this season brings NT$'), 'what the season brings');
  await page.mouse.up();
  assert.match(await why(page, 'season'), / In the first year, November gains the most /);
  assert.equal(await column.getAttribute('aria-valuetext'), `${month.visits.toFixed(2)} ×`);
  await page.locator('#undo').click();
  assert.deepEqual(await scenarioOf(page), before);
});

test('a factor can be typed, where a digit on its column begins, and one out of bounds is refused by name', async (t) => {
  const page = await open(t, { address: '?lang=en&mode=form' });
  await openPanel(page);
  await page.locator('#decide-season-quantity').selectOption('costPerClick');
  const column = page.getByRole('slider', { name: 'March: CPC ×', exact: true });
  await column.focus();
  await page.keyboard.type('4.25');
  await page.keyboard.press('Enter');
  const months = async () => (await scenarioOf(page)).season.months;
  assert.deepEqual(await months(), [{ month: 3, visits: 1, conversionRate: 1, orderValue: 1, costPerClick: 4.25 }]);
  assert.equal(await column.getAttribute('max'), '5');
  assert.ok(await column.evaluate((element) => element === document.activeElement));
  const factor = page.getByRole('textbox', { name: 'March: CPC ×' });
  for (const [typed, sentence] of [['101', /^season\.months\[\d+\]\.costPerClick must be between 0 and 100\.$/], ['much', /^“much” is not a number\.$/]]) {
    await factor.fill(typed);
    await factor.press('Enter');
    assert.match(await page.locator('#decide-season .refusal').textContent(), sentence);
  }
  assert.equal((await months())[0].costPerClick, 4.25);
});

test('presets of the season add up, the beginning can be chosen, and all months can be made the same', async (t) => {
  const page = await open(t, { address: '?lang=zh-TW&mode=form' });
  await openPanel(page, 'zh-TW');
  const part = page.locator('#decide-season');
  await part.getByRole('button', { name: '雙11', exact: true }).click();
  await part.getByRole('button', { name: '農曆年', exact: true }).click();
  const { season } = await scenarioOf(page);
  assert.deepEqual(season.months.map(({ month }) => month), [1, 2, 10, 11, 12]);
  assert.equal(season.months[3].visits, 1.8);
  await part.locator('#decide-season-start').selectOption({ label: '11月' });
  assert.equal((await scenarioOf(page)).season.startMonth, 11);
  await part.getByRole('button', { name: TEXTS['zh-TW']['decide.season.same'], exact: true }).click();
  assert.deepEqual((await scenarioOf(page)).season.months, []);
  assert.match(await why(page, 'season'), /^每個月都一樣：/);
});

test('an assist moves credit from the helped cell to the helper, in words, table and arrows', async (t) => {
  const page = await open(t, { address: '?lang=en' });
  const before = await scenarioOf(page);
  await openPanel(page);
  const part = page.locator('#decide-assists');
  const picture = part.getByRole('img');
  assert.equal(await why(page, 'assists'), 'No cell assists another: each gets the credit for its own orders.');
  assert.equal(await picture.count(), 0);
  await part.getByRole('button', { name: 'Add an assist' }).click();
  assert.deepEqual((await scenarioOf(page)).assists, [{ from: 'social.paid', to: 'search.paid', share: 0.2 }]);
  const moved = 'NT$59,334'; // a tenth of what Search · Paid earns
  assert.equal(await why(page, 'assists'),
    `Social · Paid gives the most: its credit is ${moved} above its own revenue. Search · Paid takes the most: ${moved} of its revenue is the merit of others.`);
  const row = part.getByRole('row', { name: /^Social · Paid/ });
  assert.deepEqual(await row.locator('td').allTextContents(), ['NT$405,330', 'NT$464,664', 'NT$523,998', 'IV → I', 'NT$349 → NT$305']);
  assert.match(await picture.getAttribute('aria-label'), /: Social · Paid to Search · Paid 20%\.$/);
  assert.equal(await picture.locator('path').count(), 1);
  await page.locator('#undo').click();
  assert.deepEqual(await scenarioOf(page), before);
  assert.equal(await picture.count(), 0);
});

test('assists that cannot be are refused by name and change nothing; a circle is explained; one can be removed', async (t) => {
  const page = await open(t, { address: '?lang=en&mode=form' });
  await openPanel(page);
  const part = page.locator('#decide-assists');
  const assists = async () => (await scenarioOf(page)).assists;
  const refusal = () => part.getByRole('alert').textContent();
  await part.getByRole('button', { name: 'Add an assist' }).click();
  await part.getByRole('button', { name: 'Add an assist' }).click();
  const before = await assists();
  const [, second] = before;
  const to = part.getByRole('listitem').nth(1).getByRole('combobox').nth(1);
  await to.selectOption(second.from);
  assert.equal(await refusal(), `assists[1].to: “${second.from}” cannot assist itself.`);
  assert.equal(await to.inputValue(), second.to);
  const share = part.getByRole('textbox').first();
  await share.fill('120%');
  await share.press('Enter');
  assert.match(await refusal(), /^assists\[0\]\.share must be between 0 and 1\.$/);
  assert.deepEqual(await assists(), before);
  await share.fill('100%');
  await share.press('Enter');
  await to.selectOption('search.paid');
  assert.match(await refusal(), /^assists\[1\]\.to: “search\.paid” appears twice\.$/);
  const from = part.getByRole('listitem').nth(1).getByRole('combobox').first();
  await from.selectOption('social.organic');
  await to.selectOption('search.paid');
  assert.equal(await refusal(), 'assists[1].share: what other cells contribute to “search.paid” sums to more than 100%.');
  await from.selectOption('search.paid');
  await to.selectOption('social.paid');
  assert.equal(await refusal(), '');
  assert.ok((await part.textContent()).includes('in a circle: Social · Paid → Search · Paid → Social · Paid.'));
  await part.getByRole('button', { name: 'Remove: Social · Paid assists Search · Paid' }).click();
  assert.deepEqual(await assists(), [{ ...second, from: 'search.paid', to: 'social.paid' }]);
  await part.getByRole('button', { name: /^Remove: / }).click();
  assert.deepEqual(await assists(), []);
  assert.ok(await part.getByRole('button', { name: 'Add an assist' }).evaluate((element) => element === document.activeElement));
});

for (const language of ['en', 'zh-TW']) {
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    test(`axe finds nothing, and nothing is wider than the page: ${language}, ${width} px`, async (t) => {
      const page = await open(t, { address: `?lang=${language}&mode=form`, viewport: { width, height } });
      await openPanel(page, language);
      await page.locator('#decide details').evaluateAll((all) => all.forEach((details) => { details.open = true; }));
      await page.locator('#decide-season .preset button').first().click();
      await page.locator('#decide-assists > button').click();
      assert.deepEqual(await complaints(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    });
  }
}

test('it is printed after the report, black on white, without what is pressed', async (t) => {
  const page = await open(t, { address: '?lang=en&theme=dark' });
  const panel = await openPanel(page);
  await page.emulateMedia({ media: 'print' });
  for (const heading of await panel.getByRole('heading').all()) assert.ok(await heading.isVisible());
  assert.equal(await panel.locator('button, input[type=range]').filter({ visible: true }).count(), 0);
  const [red, green, blue] = await panel.evaluate((element) => getComputedStyle(element).color.match(/\d+/g).map(Number));
  assert.ok(red + green + blue < 150, `${red}, ${green}, ${blue}`);
});

test('another language is spoken at once', async (t) => {
  const page = await open(t, { address: '?lang=en' });
  const panel = await openPanel(page);
  await page.locator('#language').click();
  await panel.getByRole('heading', { name: TEXTS['zh-TW']['decide.goal'], exact: true }).waitFor();
  assert.match(await why(page, 'tornado'), /^毛利率增減 10%/);
});
