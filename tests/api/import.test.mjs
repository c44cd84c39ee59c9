// readTable() and applyTable(): exports as marketers have them, through the package as published.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { PACKAGE, assertClean, assertRefused, createRandom, valueOf } from './engine.mjs';

const { default: createTools } = await import(pathToFileURL(path.join(PACKAGE, 'tools.mjs')).href);
const tools = await createTools();

const GA4 = `# ----------------------------------------
# Traffic acquisition
#
# Start date: 20240801
# End date: 20240831
Session primary channel group (Default Channel Group),Sessions,Ecommerce purchases,Total revenue
Organic Search,1200,24,36000.5
Paid Social,800,6,7200
(other),40,0,0
`;
const META = `Campaign name,Link clicks,Results,Purchases,Amount spent (TWD)
Summer,900,700,14,16000
`;
const CHINESE = '工作階段預設管道群組,工作階段,電子商務購買次數,總收益\nPaid Search,120,6,9000\n自有社團,30,1,500\n';
const JAPANESE = 'セッションのデフォルト チャネル グループ,セッション,トランザクション,合計収益\nPaid Search,120,6,9000\n自社アプリ,30,1,500\n';
const GERMAN = 'Standard-Channelgruppe der Sitzung;Sitzungen;E-Commerce-Käufe;Gesamtumsatz\nPaid Search;1.200;6;9.000,50\nÜbrige;30;1;500\n';

const read = (table, options) => valueOf(tools.readTable(table, options));
const utf16 = (text, littleEndian, mark) => {
  const bytes = new Uint8Array(2 * (text.length + mark));
  const view = new DataView(bytes.buffer);
  [...(mark ? '\ufeff' : '') + text].join('').split('').forEach((unit, i) => view.setUint16(2 * i, unit.charCodeAt(0), littleEndian));
  return bytes;
};

/** The text in an encoding that only decoders exist for: by trying every pair of bytes. */
function encoded(encoding, text) {
  const decoder = new TextDecoder(encoding);
  const codes = new Map();
  for (let lead = 0xff; lead >= 0x80; --lead) {
    for (let trail = 0xff; trail >= 0x40; --trail) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  for (let byte = 0; byte < 256; ++byte) {
    const sign = decoder.decode(Uint8Array.of(byte));
    if (sign.length === 1 && sign !== '\ufffd') codes.set(sign, [byte]);
  }
  return Uint8Array.from([...text].flatMap((sign) => codes.get(sign) ?? assert.fail(`${sign} is not in ${encoding}`)));
}

test('an export of GA4 has exactly the shape of DOMAIN.md', () => {
  assert.deepEqual(read(GA4), {
    kind: 'ga4', encoding: 'utf-8', delimiter: ',', decimal: '.', currency: null, period: { start: '2024-08-01', end: '2024-08-31' },
    columns: [
      { header: 'Session primary channel group (Default Channel Group)', meaning: 'channel' }, { header: 'Sessions', meaning: 'visits' },
      { header: 'Ecommerce purchases', meaning: 'orders' }, { header: 'Total revenue', meaning: 'revenue' },
    ],
    rows: [
      { line: 7, name: 'Organic Search', cell: 'search.organic', visits: 1200, orders: 24, revenue: 36000.5, cost: null },
      { line: 8, name: 'Paid Social', cell: 'social.paid', visits: 800, orders: 6, revenue: 7200, cost: null },
      { line: 9, name: '(other)', cell: null, visits: 40, orders: 0, revenue: 0, cost: null },
    ],
    cells: [
      { id: 'social.paid', visits: 800, orders: 6, revenue: 7200, cost: null },
      { id: 'search.organic', visits: 1200, orders: 24, revenue: 36000.5, cost: null },
    ],
    asks: [{ name: '(other)', rows: 1, visits: 40, orders: 0, revenue: 0, cost: null }],
    total: { visits: 2040, orders: 30, revenue: 43200.5, cost: null },
    stated: [], ignored: [], warnings: [],
  });
});

test('every encoding is recognised and gives the same cells', () => {
  const plain = new TextEncoder().encode(CHINESE);
  const cases = [
    ['utf-8', CHINESE, CHINESE], ['utf-8', CHINESE, `\ufeff${CHINESE}`], ['utf-8', CHINESE, plain], ['utf-8', CHINESE, plain.buffer],
    ['utf-8', CHINESE, Uint8Array.of(0xef, 0xbb, 0xbf, ...plain)],
    ...[true, false].flatMap((mark) => [['utf-16le', CHINESE, utf16(CHINESE, true, mark)], ['utf-16be', CHINESE, utf16(CHINESE, false, mark)]]),
    ['big5', CHINESE, encoded('big5', CHINESE)], ['shift_jis', JAPANESE, encoded('shift_jis', JAPANESE)],
    ['windows-1252', GERMAN, encoded('windows-1252', GERMAN)],
  ];
  for (const [encoding, text, given] of cases) {
    const table = read(given);
    assert.deepEqual(table, { ...read(text), encoding });
    assert.equal(new TextDecoder(table.encoding).encoding, encoding);
    assert.deepEqual(table.cells, [{ id: 'search.paid', visits: text === GERMAN ? 1200 : 120, orders: 6, revenue: text === GERMAN ? 9000.5 : 9000, cost: null }]);
  }
});

test('English headers leave the encoding to the names: accents are Windows-1252, ideographs Big5', () => {
  const header = 'Session default channel group,Sessions\n';
  for (const [encoding, name] of [['windows-1252', 'Zürich Kampagne'], ['big5', '自有社團']]) {
    const table = read(encoded(encoding, `${header}${name},5\n`));
    assert.deepEqual([table.encoding, table.asks[0].name], [encoding, name]);
  }
});

test('answers, the currency and chosen columns are options', () => {
  assert.deepEqual(read(GA4, { channels: { '(other)': 'search.paid' } }).asks, []);
  assert.equal(read('Channel,Visits,Revenue\nDirect,5,$9', { currency: 'TWD' }).currency, 'TWD');
  const odd = 'Woher,Wieviele\nDirect,5\n';
  assertRefused(tools.readTable(odd), 'tableWithoutChannel', '');
  assert.deepEqual(read(odd, { columns: {} }).columns.map(({ header }) => header), ['Woher', 'Wieviele']);
  assert.deepEqual(read(odd, { columns: { Woher: 'channel', Wieviele: 'visits' } }).cells.map(({ visits }) => visits), [5]);
});

test('options that do not exist, cells and columns given twice are refused in the reader’s language', () => {
  for (const lang of ['en', 'zh-TW']) {
    const refuses = (options, code, field) => assertRefused(tools.readTable(GA4, { lang, ...options }), code, field, { lang });
    refuses({ cells: {} }, 'unknownField', 'cells');
    refuses({ channels: { Direct: 'direct' } }, 'unknownCell', 'channels.Direct');
    refuses({ channels: [] }, 'wrongType', 'channels');
    refuses({ currency: 'NT$' }, 'badCurrency', 'currency');
    refuses({ columns: { Sessions: 'clicks' } }, 'unknownOption', 'columns.Sessions');
    refuses({ columns: { Sessions: 'visits', Purchases: 'visits' } }, 'duplicate', 'columns.Purchases');
    refuses({ channels: Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`n${i}`, 'social.paid'])) }, 'tooMany', 'channels');
    for (const [text, code] of [['', 'tableEmpty'], ['%PDF-1.7', 'tableNotText'], ['PK\u0003\u0004', 'tableNotText'], ['x', 'tableWithoutHeader'],
      ['Event name,Event count\npurchase,5', 'tableOfEvents'], ['Order ID,Revenue\n1,5', 'tableOfOrders'],
      ['Grupo de canales predeterminado de la sesión,Sesiones\nDirect,5', 'tableLanguage']]) {
      assertRefused(tools.readTable(text, { lang }), code, '', { lang });
    }
  }
  for (const given of [undefined, null, 5, {}, [], () => {}]) assert.equal(tools.readTable(given).error.code, 'wrongType', String(given));
});

test('warnings and reasons are sentences in both languages', () => {
  const text = 'Channel,Visits,Key events,Revenue\nDirect,5,9,0\nEmail,--,abc,0\nTotal,99,9,0\n';
  for (const [lang, han] of [['en', false], ['zh-TW', true]]) {
    const { warnings, ignored } = read(text, { lang });
    assert.deepEqual(warnings.map(({ code }) => code), ['totalsDiffer', 'keyEvents', 'unreadableRows', 'moreOrdersThanVisits', 'revenueZero']);
    assert.deepEqual(ignored.map(({ line }) => line), [3]);
    for (const { message } of [...warnings, ...ignored.map(({ reason }) => ({ message: reason }))]) {
      assert.equal(/\p{Script=Han}/u.test(message), han, message);
      assert.doesNotMatch(message, /[{}]/);
    }
  }
});

test('tables are put into a scenario: traffic gives visits, ads their cost', () => {
  const { scenario, changed, warnings } = valueOf(tools.applyTable({}, [read(META), read(GA4)]));
  const cell = scenario.cells.find(({ id }) => id === 'social.paid');
  assert.deepEqual([cell.visits, cell.conversionRate, cell.orderValue, cell.visits * cell.costPerClick], [800, 6 / 800, 1200, 16000]);
  assert.ok(changed.some(({ id, before, after }) => id === 'social.paid/visits' && before === 15000 && after === 800));
  assert.deepEqual(warnings.map(({ code, table }) => [code, table]), [['askedRows', 1], ['claimedOrders', null]]);
  assert.equal(warnings[1].message, 'The platforms claim 14 orders, the shop has 6.');
});

test('what needs the user’s agreement is left out until it is there', () => {
  const apply = (tables, agree) => valueOf(tools.applyTable({ currency: 'USD' }, tables, agree ? { agree } : {}));
  const other = apply([read(META)]);
  assert.deepEqual(other.warnings.map(({ code }) => code), ['otherCurrency']);
  assert.ok(!other.changed.some(({ id }) => id.endsWith('costPerClick')));
  assert.ok(apply([read(META)], ['otherCurrency']).changed.some(({ id }) => id === 'social.paid/costPerClick'));
  const unreadable = read(`${GA4}Direct,abc,1,5\n`);
  assert.deepEqual(apply([unreadable]).changed, []);
  assert.ok(apply([unreadable], ['unreadableRows']).changed.length);
  const more = apply([read('Channel,Visits,Orders\nEmail,5,9\nDirect,2,1\n')]);
  assert.deepEqual(more.warnings.map(({ code, cell, lines }) => [code, cell, lines]), [['moreOrdersThanVisits', 'integrated.organic', [2]]]);
});

test('applyTable refuses what is no table, and options that do not exist', () => {
  const table = read(GA4);
  for (const [tables, code, field] of [[undefined, 'wrongType', 'tables'], [[5], 'wrongType', 'tables[0]'], [[{}], 'wrongType', 'tables[0].kind'],
    [[{ ...table, kind: 'x' }], 'unknownOption', 'tables[0].kind'], [[{ ...table, cells: [{ id: 'social.paid', visits: NaN }] }], 'notFinite', 'tables[0].cells[0].visits'],
    [[{ ...table, cells: [table.cells[0], table.cells[0]] }], 'duplicate', 'tables[0].cells[1]'], [new Array(21).fill(table), 'tooMany', 'tables']]) {
    assertRefused(tools.applyTable({}, tables), code, field);
  }
  assertRefused(tools.applyTable({}, [table], { agree: ['x'] }), 'unknownOption', 'agree[0]');
  assertRefused(tools.applyTable({}, [table], { currency: 'TWD' }), 'unknownField', 'currency');
  assertRefused(tools.applyTable({ grossMargin: 2 }, [table]), 'outOfBounds', 'grossMargin');
});

test('nothing throws, whatever is given: bytes, changed exports, hostile options', () => {
  const random = createRandom(13);
  const hostile = { get lang() { throw new Error('no'); }, get channels() { throw new Error('no'); } };
  assert.equal(tools.readTable(GA4, hostile).ok, false);
  assert.equal(tools.applyTable({}, [read(GA4)], hostile).ok, false);
  assert.equal(tools.applyTable({}, [{ get kind() { throw new Error('no'); } }]).ok, false);
  const exports = [GA4, META, CHINESE, JAPANESE, GERMAN].map((text) => new TextEncoder().encode(text));
  for (let i = 0; i < 1500; ++i) {
    const bytes = i % 3 ? random.pick(exports).slice() : new Uint8Array(random.below(300)).map(() => random.below(256));
    for (let change = random.below(6); change > 0; --change) bytes[random.below(bytes.length)] = random.oneIn(2) ? random.below(256) : random.pick([34, 44, 59, 9, 10, 13, 35, 45]);
    const result = tools.readTable(bytes);
    assertClean(result);
    if (result.ok) assertClean(valueOf(tools.applyTable({}, [result.value], { agree: ['unreadableRows'] })));
  }
});

test('100,000 rows are all there, and the next call finds its memory', () => {
  const rows = Array.from({ length: 100000 }, (_, i) => `Campaign ${i},${i % 2 ? 'Search' : 'Other'},${i % 50},${i}.5`);
  const table = read(`Campaign,Campaign type,Clicks,Cost\n${rows.join('\n')}`);
  assert.equal(table.rows.length, 100000);
  assert.deepEqual(table.rows[99999], { line: 100001, name: 'Search', cell: 'search.paid', visits: 49, orders: null, revenue: null, cost: 99999.5 });
  assert.deepEqual(table.asks.map(({ name, rows: count }) => [name, count]), [['Other', 50000]]);
  assert.deepEqual(read(GA4).cells.length, 2);
});
