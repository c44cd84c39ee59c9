// createTools(): the module that is loaded when it is needed, as published.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { PACKAGE, assertClean, assertRefused, createRandom, createSextant, randomScenario, valueOf } from './engine.mjs';

const { default: createTools } = await import(pathToFileURL(path.join(PACKAGE, 'tools.mjs')).href);
const tools = await createTools();
const sextant = await createSextant();
const fields = valueOf(sextant.fields());

const LANGUAGES = ['en', 'zh-TW'];
const NEEDS = { line: 2, polygon: 3, circle: 1, polyline: 1, area: 1, text: 1 };

function assertDrawing({ width, height, shapes, marks }) {
  assert.ok(shapes.length > 5);
  for (const shape of shapes) {
    assert.ok(shape.points.length / 2 >= NEEDS[shape.type], JSON.stringify(shape));
    assert.ok(shape.fill ?? shape.stroke, 'it can be seen');
    if (shape.type === 'area') assert.equal(shape.lower.length, shape.points.length);
    if (shape.type === 'text') assert.ok(shape.text);
    shape.points.forEach((length, i) => assert.ok(length >= -1 && length <= (i % 2 ? height : width) + 1, JSON.stringify(shape)));
  }
  for (const { label, bounds } of marks) {
    assert.ok(label);
    assert.equal(bounds.length, 4);
  }
}

test('customers by month are the same in the drawing, the SVG and the table', () => {
  const random = createRandom(17);
  const scenarios = [{}, ...valueOf(sextant.presets()).map(({ scenario }) => scenario),
    ...Array.from({ length: 20 }, () => randomScenario(random, fields))];
  for (const scenario of scenarios) {
    for (const lang of LANGUAGES) {
      const options = { lang, width: 480, height: 320 };
      const value = valueOf(tools.customersByMonth(scenario, options));
      assertClean(value);
      assertDrawing(value.drawing);
      assert.deepEqual([value.drawing.width, value.drawing.height], [480, 320]);
      assert.equal(value.svg, valueOf(sextant.svg(scenario, { ...options, chart: 'customers' })), 'the engine draws it alike');
      for (const { label } of value.drawing.marks) assert.ok(value.svg.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').includes(label));
      const { months } = valueOf(sextant.flywheel(scenario));
      const { rows, columns } = value.table;
      assert.ok(rows.length <= months.length && rows.length >= Math.min(months.length, 9));
      for (const { values } of rows) assert.equal(values.length, columns.length);
      const promoters = columns.indexOf(lang === 'en' ? 'Promoters' : '推薦者');
      assert.equal(rows.at(-1).values[promoters], valueOf(sextant.format(months.at(-1).activePromoters, 'count', { lang })));
    }
  }
});

test('a table of months has at most about 25, and the last', () => {
  const MONTH = { en: 'month ', 'zh-TW': '第 ' };
  for (const [months, count] of [[1, 1], [24, 24], [25, 9], [26, 10], [72, 25], [73, 13], [120, 21]]) {
    const scenario = { flywheel: { months } };
    for (const lang of LANGUAGES) {
      const { columns, rows } = valueOf(tools.customersByMonth(scenario, { lang })).table;
      assert.equal(rows.length, count, String(months));
      assert.ok(rows[0].name.startsWith(`${MONTH[lang]}0`), rows[0].name);
      assert.ok(rows.at(-1).name.startsWith(`${MONTH[lang]}${months - 1}`), rows.at(-1).name);
      const { cumulativeProfit } = valueOf(sextant.flywheel(scenario)).months.at(-1);
      assert.equal(rows.at(-1).values.at(-2), valueOf(sextant.format(cumulativeProfit, 'money', { lang })));
      for (const { values } of rows) {
        assert.equal(values.length, columns.length);
        for (const value of values) assert.match(value, /^[−$NT]*[\d,.]+%?$/);
      }
    }
  }
});

test('the language given at the start is that of texts and messages', async () => {
  const chinese = await createTools({ lang: 'zh-TW' });
  assert.equal(chinese.customersByMonth({}).value.svg, tools.customersByMonth({}, { lang: 'zh-TW' }).value.svg);
  assertRefused(chinese.customersByMonth(7), 'wrongType', '', { lang: 'zh-TW' });
  assertRefused(tools.customersByMonth(7), 'wrongType', '');
  await assert.rejects(createTools({ lang: 'fr' }), RangeError);
});

test('bad input is refused by name, and nothing of it stays', () => {
  const before = tools.customersByMonth({});
  const refusals = [
    [[{ cells: [{ visits: -1 }] }], 'outOfBounds', 'cells[0].visits'],
    [[{ flywheel: { months: 'many' } }], 'wrongType', 'flywheel.months'],
    [[{ flywheels: {} }], 'unknownField', 'flywheels'],
    [[undefined], 'wrongType', ''],
    [[{}, { width: 99 }], 'outOfBounds', 'width'],
    [[{}, { height: NaN }], 'notFinite', 'height'],
    [[{}, { theme: 'pink' }], 'unknownOption', 'theme'],
    [[{}, { lang: 'fr' }], 'unknownOption', 'lang'],
    [[{}, { chart: 'wheel' }], 'unknownField', 'chart'],
    [[{}, 5], 'wrongType', ''],
  ];
  for (const [given, code, field] of refusals) {
    const result = tools.customersByMonth(...given);
    if (given[0] === undefined) assert.equal(result.ok, false);
    else assertRefused(result, code, field, { message: JSON.stringify(given) });
    assert.deepEqual(tools.customersByMonth({}), before);
  }
});

test('instances are separate, and start from bytes, a module and an address', async () => {
  const file = path.join(PACKAGE, 'sextant-tools.wasm');
  for (const wasm of [readFileSync(file), await WebAssembly.compile(readFileSync(file)), pathToFileURL(file)]) {
    const other = await createTools({ wasm, lang: 'zh-TW' });
    assert.deepEqual(other.customersByMonth({}, { lang: 'en' }), tools.customersByMonth({}));
  }
  await assert.rejects(createTools({ wasm: new URL('missing.wasm', pathToFileURL(file)) }));
});
