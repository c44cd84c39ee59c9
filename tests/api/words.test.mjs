// explain(), format(), parseNumber() and the sliders: what people read, type and drag.
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRefused, createRandom, createSextant, randomScenario, valueOf } from './engine.mjs';

const sextant = await createSextant();
const fields = valueOf(sextant.fields());
const presets = valueOf(sextant.presets());
const usual = presets[0].scenario;
const LANGUAGES = ['en', 'zh-TW'];

// --- explain --------------------------------------------------------------------------------------

const explain = (scenario, options) => valueOf(sextant.explain(scenario, options));

/** Scenarios with every state that a cell can be in. */
const states = {
  'no visits': { cells: [] },
  'no visits, but costs': { cells: [{ fixedCost: 5000 }] },
  'free': { cells: [{ visits: 1000, conversionRate: 0.02, orderValue: 1200 }] },
  'free without orders': { cells: [{ visits: 1000, orderValue: 1200 }] },
  'spend and no orders': { cells: [{ visits: 1000, orderValue: 1200, costPerClick: 3 }] },
  'one medium': { media: [{ id: 'shop', label: '官網' }], cells: [{ visits: 10, conversionRate: 0.1, orderValue: 5, costPerClick: 1 }] },
  'eight media': {
    media: Array.from({ length: 8 }, (_, i) => ({ id: `m${i}` })),
    cells: Array.from({ length: 16 }, (_, i) => ({ visits: 100 * i, conversionRate: 0.01 * i, orderValue: 900, costPerClick: i })),
  },
  'break-even': { thresholds: { mode: 'breakEven' } },
  'break-even without orders': { thresholds: { mode: 'breakEven' }, cells: [{ visits: 1000, costPerClick: 3 }] },
  'targets': { thresholds: { mode: 'target', cpc: 10, cpa: 250 } },
  'targets of zero': { thresholds: { mode: 'target' } },
  'customers for nothing': { cells: [{ visits: 1000, conversionRate: 0.02, orderValue: 1200 }], retention: { repeatOrders: 0 } },
  'customers who cost too much': { cells: [{ visits: 1000, conversionRate: 0.02, orderValue: 1200, costPerClick: 900 }] },
  'customers without limit': { flywheel: { referralConversionRate: 1 } },
  'one month': { flywheel: { months: 1 } },
  'growth that costs': { cells: [{ visits: 1000, conversionRate: 0.02, orderValue: 1200, costPerClick: 90 }],
    flywheel: { organicGrowth: 1, segments: { promoter: { referralVisits: 0 } } } },
  'engaged visits': { cells: [{ visits: 1000, engagedShare: 0.5 }, { visits: 3000, engagedShare: 0.1 }] },
};
const STATEMENTS = ['revenue', 'concentration', 'customer', 'payback', 'momentum', 'flywheel', 'remarketing'];

test('every state of a cell has its sentences in both languages', () => {
  const random = createRandom(1);
  const scenarios = [...presets.map(({ scenario }) => scenario), ...Object.values(states),
    ...Array.from({ length: 40 }, () => randomScenario(random, fields))];
  for (const scenario of scenarios) {
    const report = valueOf(sextant.evaluate(scenario));
    for (const lang of LANGUAGES) {
      const said = explain(scenario, { lang });
      assert.deepEqual(Object.keys(said), [...STATEMENTS, 'cells']);
      assert.deepEqual(said.cells.map(({ id }) => id), report.cells.map(({ id }) => id));
      // Payback is mentioned only if customers cost something.
      const { cac, orderValue } = report.total;
      assert.equal(said.payback === '', cac === null || cac === 0 || orderValue === null);
      const sentences = [...STATEMENTS.map((key) => said[key]), ...said.cells.map(({ sentence }) => sentence)].filter(Boolean);
      for (const sentence of sentences) {
        assert.match(sentence, lang === 'en' ? /\.$/ : /。$/);
        assert.doesNotMatch(sentence, /\{\w+\}|NaN|undefined|null|inf/, sentence);
      }
      said.cells.forEach((cell, i) => {
        assert.deepEqual(Object.keys(cell), ['id', 'name', 'sentence', 'advice', 'formula']);
        assert.ok(cell.sentence.includes(cell.name), cell.sentence);
        assert.match(cell.formula, /^.+ × .+% × .+ = .+$/);
        assert.equal(cell.advice === null, report.cells[i].quadrant === null, cell.id);
        if (cell.advice) assert.match(cell.advice, lang === 'en' ? /^[A-Z].*\.$/ : /\p{Script=Han}.*。$/u);
      });
    }
  }
});

test('the sentences of the default scenario', () => {
  const { revenue, concentration, cells } = explain({});
  assert.equal(revenue, 'Revenue NT$1,884,270: 44,000 visits × 3.05% × NT$1,405.');
  assert.equal(concentration, 'Revenue is spread as if it came from 4.8 equal sources; Search · Paid alone brings 31%.');
  assert.deepEqual(cells[0], {
    id: 'social.organic',
    name: 'Social · Organic',
    sentence: 'Social · Organic is in quadrant IV. Nobody is paid for these clicks, but content and people cost NT$60,000 a month: '
      + 'NT$6.67 a visit (31% below the average), NT$556 an order (76% above the average); NT$4,800 of the margin is left.',
    advice: 'It could earn more by bringing readers closer to the product.',
    formula: '9,000 × 1.2% × NT$1,200 = NT$129,600',
  });
  assert.match(explain({}, { lang: 'zh-TW' }).cells[0].sentence, /^「社群媒體 · 自然引流」落在第 IV 象限。點擊不用付費，.*每次造訪 \$6\.67（/);
  assert.equal(explain({ currency: 'USD' }, { lang: 'zh' }).cells[0].formula, '9,000 × 1.2% × US$1,200 = US$129,600');
});

test('customer value, payback, flywheel and remarketing in sentences', () => {
  const loyal = presets.find(({ id }) => id === 'flywheel-turning').scenario;
  const once = presets.find(({ id }) => id === 'funnel-thinking').scenario;
  const { total } = valueOf(sextant.customerValue(loyal));
  const wheel = valueOf(sextant.flywheel(loyal));
  const said = explain(loyal);
  for (const part of [format(total.ltv, 'money'), format(total.ltvToCac, 'ratio'), `month ${total.paybackMonth}`, '8%', '0.25']) {
    assert.ok(said.customer.includes(part), `${part}: ${said.customer}`);
  }
  assert.equal(said.payback, 'Already paid back within 12 months.');
  for (const part of [format(wheel.momentum, 'ratio'), format(wheel.longRunMultiplier, 'ratio')]) {
    assert.ok(said.momentum.includes(part), `${part}: ${said.momentum}`);
  }
  const ahead = wheel.months.at(-1).cumulativeProfit - wheel.funnel.at(-1).cumulativeProfit;
  for (const part of ['24 months', `month ${wheel.overtakesInMonth} `, format(ahead, 'money'),
    format(wheel.months.at(-1).cac, 'money'), format(wheel.funnel.at(-1).cac, 'money')]) {
    assert.ok(said.flywheel.includes(part), `${part}: ${said.flywheel}`);
  }
  assert.match(explain(once).customer, /never pays back/);
  assert.match(explain(once).payback, /would take referred visits of [\d.]+ per promoter/);
  assert.match(explain({ ...once, flywheel: { referralConversionRate: 0 } }).payback, /^Changing churn, NPS or referrals alone would not/);
  assert.match(explain(once).momentum, /Nobody is referred/);
  assert.match(explain(once).flywheel, /no more than the funnel/);
  assert.match(explain(states['no visits']).customer, /no orders yet/);
  assert.equal(explain(states['no visits']).payback, '');
  assert.match(explain(states['customers for nothing']).customer, /Nothing is spent/);
  assert.match(explain(states['customers who cost too much']).customer, /That never pays back\.$/);
  assert.match(explain(states['customers without limit']).momentum, /multiply without limit/);
  assert.match(explain(states['growth that costs']).flywheel, /less than the funnel/);
  assert.match(explain({}).remarketing, /^No engaged visits are entered yet/);
  assert.match(explain(states['engaged visits']).remarketing, /^20% of all visits are engaged/);
  assert.match(explain(states['engaged visits']).remarketing, /Social \u00b7 Paid/);
  for (const part of ['20%', '2%', 'NT$250', 'NT$100']) {
    assert.ok(explain(states['engaged visits']).remarketing.includes(part), explain(states['engaged visits']).remarketing);
  }
});

test('what it takes to be paid back', () => {
  const once = presets.find(({ id }) => id === 'funnel-thinking').scenario;
  const scenario = { ...once, retention: { repeatOrders: 0.05, churn: 0.4 }, flywheel: {} };
  const said = explain(scenario).payback;
  assert.match(said, /^Payback within 12 months would take one of these: .*\.$/);
  const [, churn] = said.match(/churn of ([\d.]+)% a month instead of 40%/) ?? [];
  const [, visits] = said.match(/referred visits of ([\d.]+) per promoter and month instead of 0\.5/) ?? [];
  assert.ok(churn > 0 && churn < 40 && visits > 0.5, said);
  // The suggested changes are enough.
  const paidBack = valueOf(sextant.customerValue({ ...scenario, retention: { ...scenario.retention, churn: churn / 100 } }));
  assert.ok(paidBack.total.paybackMonth <= 12, said);
});

test('advice for a cell of quadrant III that pays back', () => {
  const advice = (id) => explain(presets.find((preset) => preset.id === id).scenario).cells.map((cell) => cell.advice);
  const { cells } = valueOf(sextant.evaluate(presets.find(({ id }) => id === 'flywheel-turning').scenario));
  cells.forEach(({ quadrant }, i) => {
    if (quadrant !== 3) return assert.equal(advice('flywheel-turning')[i], advice('funnel-thinking')[i]);
    assert.match(advice('flywheel-turning')[i], /^Worth it: .* month \d+\.$/);
    return assert.match(advice('funnel-thinking')[i], /^Fix it or stop/);
  });
});

test('a cell without quadrant says what is missing', () => {
  const first = (name) => explain(states[name]).cells[0];
  assert.equal(first('no visits').sentence, 'Social · Organic has no visits.');
  assert.equal(first('no visits, but costs').sentence, 'Social · Organic costs NT$5,000 and brings no visits.');
  assert.match(first('free').sentence, /^No cost is entered for Social · Organic: 1,000 visits, of which 2% convert, bring NT\$24,000\./);
  assert.equal(first('free without orders').sentence, 'No cost is entered for Social · Organic, and its 1,000 visits bring no orders.');
  assert.match(first('spend and no orders').sentence, /spends NT\$3,000 on 1,000 visits and gets no orders; .* quadrant IV\.$/);
  assert.equal(first('spend and no orders').advice, 'These visits do not buy: bring readers closer to the product.');
  assert.equal(first('no visits').advice, null);
  assert.equal(first('one medium').name, '官網 · Organic');
  assert.equal(explain(states['eight media'], { lang: 'zh-TW' }).cells[15].name, '媒體 8 · 付費引流');
  assert.match(explain(states.targets).cells[1].sentence, /20% below your target/);
  assert.match(explain(states['targets of zero']).cells[1].sentence, /above your target/);
  assert.equal(explain(states['no visits']).revenue, 'No revenue yet: it needs visits, a conversion rate and an order value.');
  assert.equal(explain(states['no visits']).concentration, 'There is no revenue yet, so none of it is concentrated.');
  assert.equal(explain(states.free).concentration, 'All revenue comes from Social · Organic.');
});

// --- format ---------------------------------------------------------------------------------------

const format = (...args) => valueOf(sextant.format(...args));

test('numbers as a reader of the language expects them', () => {
  assert.equal(format(12345.4, 'count'), '12,345');
  assert.equal(format(0.5, 'count'), '0.5');
  assert.equal(format(4812300.2, 'money'), 'NT$4,812,300');
  assert.equal(format(9.6, 'money'), 'NT$9.60');
  assert.equal(format(-9, 'money'), '−NT$9');
  assert.equal(format(1450.5, 'money'), 'NT$1,451');
  assert.equal(format(1450.5, 'exactMoney'), 'NT$1,450.50');
  assert.equal(format(0.0682, 'share'), '6.82%');
  assert.equal(format(0.12, 'signedShare'), '+12%');
  assert.equal(format(-0.034, 'signedShare'), '−3.4%');
  assert.equal(format(3.214, 'ratio'), '3.21');
  assert.equal(format(1, 'months'), '1 month');
  assert.equal(format(24, 'months'), '24 months');
  assert.equal(format(24, 'months', { lang: 'zh-TW' }), '24 \u500b\u6708');
  assert.equal(format(1e300, 'ratio'), '1.00e300');
  assert.equal(format(Infinity, 'count'), '1.80e308');
  for (const unit of ['count', 'money', 'exactMoney', 'share', 'signedShare', 'ratio', 'months']) {
    for (const value of [null, undefined, NaN]) assert.equal(format(value, unit), '—', unit);
  }
});

test('money in its currency, as usual in the language', () => {
  assert.equal(format(8, 'money', { currency: 'USD' }), '$8');
  assert.equal(format(8, 'money', { currency: 'USD', lang: 'zh-TW' }), 'US$8');
  assert.equal(format(8, 'money', { currency: 'EUR' }), '€8');
  assert.equal(format(8, 'exactMoney', { currency: 'XYZ' }), 'XYZ\u00a08');
  // The same as in the sentences.
  assert.ok(explain({ currency: 'JPY' }).revenue.includes(format(1884270, 'money', { currency: 'JPY' })));
});

test('values that cannot be formatted are refused', () => {
  for (const lang of LANGUAGES) {
    for (const unit of ['', 'Money', 'percent', 'x'.repeat(1e5)]) {
      assertRefused(sextant.format(1, unit, { lang }), 'unknownOption', 'unit', { lang });
    }
    for (const unit of [undefined, null, 1, {}]) assertRefused(sextant.format(1, unit, { lang }), 'wrongType', 'unit', { lang });
    for (const value of ['1', true, [], {}, 1n]) assertRefused(sextant.format(value, 'count', { lang }), 'wrongType', 'value', { lang });
    for (const currency of ['', 'twd', 'NT$', 'EURO']) {
      assertRefused(sextant.format(1, 'count', { lang, currency }), 'badCurrency', 'currency', { lang });
    }
    assertRefused(sextant.format(1, 'count', { lang, currency: 5 }), 'wrongType', 'currency', { lang });
  }
  assertRefused(sextant.format(), 'wrongType', 'unit');
});

// --- parseNumber ----------------------------------------------------------------------------------

test('numbers as people type them', () => {
  const typed = (text, id = 'orderValue') => valueOf(sextant.parseNumber(text, id), text);
  for (const [text, value] of [
    ['12000', 12000], ['12,000', 12000], ['NT$12,000', 12000], ['12k', 12000], ['1.2萬', 12000], ['1.2 万', 12000],
    ['1億2000萬', 1.2e8], ['１２，０００', 12000], ['１．５萬', 15000], ['＋８', 8], [' 8.5 ', 8.5], ['8元', 8], ['1e5', 1e5], ['0', 0],
  ]) assert.equal(typed(text), value, text);
  for (const [text, value] of [
    ['8,5', 8.5], ['1.234,56', 1234.56], ["1'234.50", 1234.5], ['12\u00a0000', 12000], ['12\u202f000,5', 12000.5], ['12000\n', 12000],
    ['\ufeff12,000\u200b', 12000], ['NT12,000', 12000], ['兩萬', 20000], ['１２，５', 12.5], ['0,068', 0.068],
  ]) assert.equal(typed(text), value, text);
  for (const text of ['6,8%', '6,8', '６，８％']) assert.equal(typed(text, 'conversionRate'), 0.068, text);
  for (const text of ['1萬2', '1,23,456', '1234,567', '12 5']) assert.equal(sextant.parseNumber(text, 'orderValue').error.code, 'notANumber', text);
  assert.equal(Object.is(typed('-0'), 0), true);
  for (const text of ['6.82%', '6.82', '６．８２％', '6.82 %']) assert.equal(typed(text, 'conversionRate'), 0.0682, text);
  assert.equal(typed('100%', 'grossMargin'), 1);
  assert.equal(typed('1百萬', 'thresholds.cpa'), 1e6);
  assert.equal(typed('24 \u500b\u6708', 'flywheel.months'), 24);
  // Everything that format() writes in full can be typed again.
  for (const field of fields) {
    const value = field.unit === 'share' ? 0.25 : Math.min(1234, field.maximum);
    const unit = field.unit === 'money' ? 'exactMoney' : field.unit;
    assert.equal(typed(format(value, unit), field.id), value, field.id);
  }
});

test('typed numbers are checked against the bounds of their field', () => {
  for (const field of fields) {
    const { id, minimum, maximum, unit } = field;
    const write = (value) => String(unit === 'share' ? value * 100 : value);
    for (const value of [minimum, maximum]) assert.equal(valueOf(sextant.parseNumber(write(value), id)), value);
    for (const lang of LANGUAGES) {
      const [{ label }] = valueOf(sextant.fields({ lang })).filter((other) => other.id === id);
      for (const [text, code] of [[write(maximum + 1), 'outOfBounds'], ['-1', 'outOfBounds'], ['1e300', 'outOfBounds'],
        ['1e999', 'notANumber'], ['', 'notANumber'], ['abc', 'notANumber'], ['1 2', 'notANumber'], ['９'.repeat(1000), 'notANumber']]) {
        const { ok, error } = sextant.parseNumber(text, id, { lang });
        assert.deepEqual([ok, error.code, error.field], [false, code, id], text);
        // The message is for the person who typed, so it names the field by its label.
        assert.ok(error.message.includes(label), error.message);
        assert.match(error.message, lang === 'en' ? /\.$/ : /。$/);
      }
    }
  }
  assert.equal(sextant.parseNumber('120', 'conversionRate').error.message, 'Conversion rate must be between 0% and 100%.');
  assert.equal(sextant.parseNumber('120%', 'grossMargin', { lang: 'zh-TW' }).error.message,
    '「毛利率」必須介於 0% 與 100% 之間。');
  assert.equal(sextant.parseNumber('abc', 'visits').error.message, 'Visits: “abc” is not a number.');
});

test('wrong arguments of parseNumber are refused', () => {
  for (const lang of LANGUAGES) {
    for (const id of ['', 'Visits', 'thresholds', 'thresholds.mode', 'title', 'constructor', 'x'.repeat(1e5)]) {
      assertRefused(sextant.parseNumber('1', id, { lang }), 'unknownField', 'fieldId', { lang });
    }
    for (const value of [undefined, null, 1, {}, ['1']]) {
      assertRefused(sextant.parseNumber(value, 'visits', { lang }), 'wrongType', 'text', { lang });
      assertRefused(sextant.parseNumber('1', value, { lang }), 'wrongType', 'fieldId', { lang });
    }
  }
});

// --- Sliders --------------------------------------------------------------------------------------

test('a slider goes from one end to the other', () => {
  for (const { id, minimum, unit, slider } of fields) {
    const valueAt = (position) => valueOf(sextant.sliderValue(id, position));
    const positionOf = (value) => valueOf(sextant.sliderPosition(id, value));
    assert.deepEqual([valueAt(0), valueAt(1)], [minimum, slider.maximum]);
    assert.deepEqual([positionOf(minimum), positionOf(slider.maximum)], [0, 1]);
    let previous = -1;
    const most = unit === 'months' ? Math.max(0.02, 0.56 / (slider.maximum - minimum)) : 0.02; // to a whole number
    for (let i = 0; i <= 200; ++i) {
      const value = valueAt(i / 200);
      assert.ok(value >= previous, `${id} at ${i / 200}`);
      assert.ok(Math.abs(positionOf(value) - i / 200) < most, `${id} at ${i / 200}: ${value}`);
      previous = value;
    }
  }
  assert.equal(valueOf(sextant.sliderPosition('visits', 1e9)), 1);
  assert.equal(valueOf(sextant.sliderValue('visits', 0.637)), 12300);
});

test('keyboard steps', () => {
  const step = (...args) => valueOf(sextant.stepValue(...args));
  assert.equal(step('costPerClick', 8, 1), 8.05);
  assert.equal(step('visits', 15000, 1), 15500);
  assert.equal(step('newCustomerShare', 0.5, -10), 0.4);
  for (const { id, minimum, maximum, default: usualValue } of fields) {
    for (const steps of [1e4, 1e300, Number.MAX_VALUE]) assert.equal(step(id, usualValue, steps), maximum, id);
    for (const steps of [-1e4, -1e300]) assert.equal(step(id, usualValue, steps), minimum, id);
    assert.equal(step(id, maximum, 1), maximum);
    assert.equal(step(id, minimum, -1), minimum);
  }
});

test('wrong arguments of the slider calls are refused', () => {
  const calls = {
    sliderPosition: { value: (value, options) => sextant.sliderPosition('visits', value, options) },
    sliderValue: { position: (position, options) => sextant.sliderValue('visits', position, options) },
    stepValue: {
      value: (value, options) => sextant.stepValue('visits', value, 1, options),
      steps: (steps, options) => sextant.stepValue('visits', 1, steps, options),
    },
  };
  for (const [name, parameters] of Object.entries(calls)) {
    for (const lang of LANGUAGES) {
      for (const [field, call] of Object.entries(parameters)) {
        for (const value of [NaN, Infinity, -Infinity]) assertRefused(call(value, { lang }), 'notFinite', field, { lang });
        for (const value of [undefined, null, '1', {}]) assertRefused(call(value, { lang }), 'wrongType', field, { lang });
        if (field === 'steps') continue;
        for (const value of [-1, 1e9 + 1, 1e300]) assertRefused(call(value, { lang }), 'outOfBounds', field, { lang });
      }
      assertRefused(sextant[name]('cpc', 0, ...(name === 'stepValue' ? [1] : []), { lang }), 'unknownField', 'fieldId', { lang });
    }
  }
  assertRefused(sextant.stepValue(), 'wrongType', 'fieldId');
});
