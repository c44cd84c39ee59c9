// index.d.ts is correct: it compiles, and every result has the declared shape.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { PACKAGE, createRandom, createSextant, randomScenario, valueOf } from './engine.mjs';

const sextant = await createSextant();
const DECLARATIONS = path.join(PACKAGE, 'index.d.ts');
const USAGE = fileURLToPath(new URL('every_declaration.ts', import.meta.url));

const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  types: [],
  paths: { 'sextant-engine': [DECLARATIONS] },
};

const program = ts.createProgram([USAGE, DECLARATIONS], OPTIONS);
const checker = program.getTypeChecker();
const declarations = program.getSourceFile(DECLARATIONS);
const exported = Object.fromEntries(
  checker.getExportsOfModule(checker.getSymbolAtLocation(declarations)).map((symbol) => [symbol.name, symbol]));
const typeOf = (name) => checker.getDeclaredTypeOfSymbol(
  exported[name].flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported[name]) : exported[name]);
const propertiesOf = (type) => Object.fromEntries(checker.getPropertiesOfType(type).map((symbol) => [symbol.name, {
  type: checker.getTypeOfSymbolAtLocation(symbol, declarations),
  optional: Boolean(symbol.flags & ts.SymbolFlags.Optional),
}]));
const choicesOf = (type) => (type.isUnion() ? type.types : [type]).filter((choice) => choice.isStringLiteral()).map(({ value }) => value);

/** Why the value is not of this type; undefined if it is. */
function mismatch(type, value, at = '') {
  if (type.isUnion()) {
    const reasons = type.types.map((choice) => mismatch(choice, value, at));
    return reasons.every(Boolean) ? reasons.sort((a, b) => b.length - a.length)[0] : '';
  }
  const wrong = `${at} is ${JSON.stringify(value)}, not ${checker.typeToString(type)}`;
  if (type.flags & ts.TypeFlags.Null) return value === null ? '' : wrong;
  if (type.flags & ts.TypeFlags.Undefined) return value === undefined ? '' : wrong;
  if (type.flags & ts.TypeFlags.BooleanLiteral) return String(value) === checker.typeToString(type) ? '' : wrong;
  if (type.isLiteral()) return value === type.value ? '' : wrong;
  if (type.flags & ts.TypeFlags.Number) return typeof value === 'number' ? '' : wrong;
  if (type.flags & ts.TypeFlags.String) return typeof value === 'string' ? '' : wrong;
  if (checker.isArrayType(type)) {
    if (!Array.isArray(value)) return wrong;
    const [element] = checker.getTypeArguments(type);
    return value.map((item, i) => mismatch(element, item, `${at}[${i}]`)).find(Boolean) ?? '';
  }
  assert.ok(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection), `this test does not know ${checker.typeToString(type)}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong;
  const properties = propertiesOf(type);
  const surplus = Object.keys(value).find((key) => !(key in properties));
  if (surplus !== undefined) return `${at}.${surplus} is not declared`;
  for (const [key, { type: declared, optional }] of Object.entries(properties)) {
    if (!(key in value)) {
      if (!optional) return `${at}.${key} is missing`;
      continue;
    }
    const reason = mismatch(declared, value[key], `${at}.${key}`);
    if (reason) return reason;
  }
  return '';
}

const methods = Object.fromEntries(Object.entries(propertiesOf(typeOf('Sextant'))).map(([name, { type }]) => {
  const [signature] = type.getCallSignatures();
  const symbols = signature.getParameters();
  return [name, { answer: signature.getReturnType(), symbols, parameters: symbols.map((symbol) => symbol.name) }];
}));

test('a program that uses every declaration compiles', () => {
  const problems = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) =>
    `${path.basename(file?.fileName ?? '')}:${file?.getLineAndCharacterOfPosition(start).line + 1} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  assert.deepEqual(problems, []);
  const used = new Set();
  const collect = (node) => {
    if (ts.isIdentifier(node)) used.add(node.text);
    ts.forEachChild(node, collect);
  };
  collect(program.getSourceFile(USAGE));
  assert.deepEqual(Object.keys(exported).filter((name) => name !== 'default' && !used.has(name)), []);
});

test('the functions are exactly those of the interface', () => {
  assert.deepEqual(Object.keys(methods).sort(), Object.keys(sextant).sort());
  for (const [name, { parameters }] of Object.entries(methods)) {
    assert.equal(parameters.at(-1), 'options', name);
    assert.equal(sextant[name].length, parameters.length, name);
  }
});

test('results have the declared shape for any input', () => {
  const random = createRandom(1);
  const fields = valueOf(sextant.fields());
  const scenarios = [{}, { cells: [] }, null, { cells: [{ visits: -1 }] },
    ...Array.from({ length: 60 }, () => randomScenario(random, fields))];
  const check = (name, ...args) => assert.equal(mismatch(methods[name].answer, sextant[name](...args), name), '');
  for (const scenario of scenarios) {
    check('evaluate', scenario);
    check('shock', scenario, [{ target: 'paid', field: 'visits', factor: random.unit() }]);
    check('encodeLink', scenario);
    check('decodeLink', sextant.encodeLink(scenario).value);
    check('svg', scenario, { chart: 'matrix' });
    check('explain', scenario);
    for (const name of ['customerValue', 'flywheel', 'remarketing', 'normalise']) check(name, scenario);
  }
  for (const id of [...fields.map((field) => field.id), 'x', 5]) {
    check('parseNumber', '1', id);
    check('sliderPosition', id, 1);
    check('sliderValue', id, 0.5);
    check('stepValue', id, 0.5, 1);
  }
  for (const value of [1, null, 'x']) check('format', value, 'money', { currency: 'EUR' });
  for (const name of ['presets', 'shockPresets', 'fields']) {
    check(name);
    check(name, { lang: 'zh-TW' });
    check(name, { lang: 'xx' });
  }
});

test('the checker notices a wrong shape', () => {
  const { answer } = methods.evaluate;
  const good = () => structuredClone(sextant.evaluate({}));
  assert.equal(mismatch(answer, good()), '');
  const changes = [
    (result) => { delete result.value.total.cpa; }, (result) => { result.value.surplus = 1; },
    (result) => { result.value.cells[3].quadrant = 5; }, (result) => { result.value.total.visits = null; },
    (result) => { result.value.media = {}; }, (result) => { result.ok = 'yes'; }, (result) => { result.error = {}; },
  ];
  for (const change of changes) {
    const result = good();
    change(result);
    assert.notEqual(mismatch(answer, result), '', String(change));
  }
});

test('the checker looks into intersections of two types', () => {
  const { answer } = methods.customerValue;
  const result = structuredClone(sextant.customerValue({}));
  assert.equal(mismatch(answer, result), '');
  delete result.value.cells[5].ltv;
  assert.notEqual(mismatch(answer, result), '');
});

test('the declared inputs are exactly those that are accepted', () => {
  const fields = valueOf(sextant.fields());
  const complete = valueOf(sextant.presets())[0].scenario;
  assert.deepEqual(Object.keys(propertiesOf(typeOf('Scenario'))).sort(), Object.keys(complete).sort());
  assert.deepEqual(Object.keys(propertiesOf(typeOf('PartialScenario'))).sort(), Object.keys(complete).sort());
  assert.deepEqual(Object.keys(propertiesOf(typeOf('Medium'))).sort(), Object.keys(complete.media[0]).sort());
  const cellFields = fields.filter(({ owner }) => owner === 'cell').map(({ id }) => id);
  assert.deepEqual(Object.keys(propertiesOf(typeOf('Cell'))).sort(), ['id', ...cellFields].sort());
  assert.ok(Object.values(propertiesOf(typeOf('PartialScenario'))).every(({ optional }) => optional));

  for (const [name, block] of [['Retention', complete.retention], ['FlywheelInputs', { ...complete.flywheel, referralConversionRate: 0 }],
    ['Segments', complete.flywheel.segments], ['Segment', complete.flywheel.segments.passive], ['RemarketingInputs', complete.remarketing],
    ['ResponseInputs', complete.response], ['UncertaintyInputs', complete.uncertainty], ['SeasonInputs', complete.season]]) {
    assert.deepEqual(Object.keys(propertiesOf(typeOf(name))).sort(), Object.keys(block).sort(), name);
  }

  const { mode } = propertiesOf(typeOf('Thresholds'));
  for (const choice of choicesOf(mode.type)) assert.equal(sextant.evaluate({ thresholds: { mode: choice } }).ok, true, choice);
  const shockField = propertiesOf(typeOf('Shock')).field;
  for (const { id } of fields) {
    const { ok } = sextant.shock({}, [{ target: 'paid', field: id, factor: 1 }]);
    assert.equal(ok, choicesOf(shockField.type).includes(id), id);
  }
  const svgOptions = propertiesOf(typeOf('SvgOptions'));
  const examples = { lang: ['en', 'zh-TW'], width: [640], height: [480], chart: choicesOf(svgOptions.chart.type), theme: choicesOf(svgOptions.theme.type) };
  assert.deepEqual(Object.keys(svgOptions).sort(), Object.keys(examples).sort());
  assert.deepEqual([examples.chart.length, examples.theme.length], [5, 2]);
  for (const [key, values] of Object.entries(examples)) {
    for (const value of values) assert.equal(sextant.svg({}, { [key]: value }).ok, true, `${key}: ${value}`);
  }
});

test('the declared units and options of format are exactly those that are accepted', () => {
  const { unit } = Object.fromEntries(methods.format.symbols.map((symbol) => [symbol.name, checker.getTypeOfSymbol(symbol)]));
  const units = choicesOf(unit);
  assert.equal(units.length, 7);
  for (const choice of units) assert.equal(sextant.format(1, choice).ok, true, choice);
  for (const field of valueOf(sextant.fields())) assert.ok(units.includes(field.unit), field.id);
  assert.deepEqual(Object.keys(propertiesOf(typeOf('FormatOptions'))).sort(), ['currency', 'lang']);
});

test('the error codes are exactly those that the modules give', async () => {
  const { default: createTools } = await import(new URL('../../dist/engine/tools.mjs', import.meta.url).href);
  const tools = await createTools();
  const refused = {
    outOfBounds: sextant.evaluate({ grossMargin: 2 }),
    notFinite: sextant.evaluate({ grossMargin: NaN }),
    wrongType: sextant.evaluate(),
    unknownField: sextant.evaluate({ x: 1 }),
    unknownCell: sextant.evaluate({ cells: [{ id: 'x' }] }),
    unknownTarget: sextant.shock({}, [{ target: 'x', field: 'visits', factor: 1 }]),
    duplicate: sextant.evaluate({ media: [{ id: 'a' }, { id: 'a' }] }),
    tooLong: sextant.evaluate({ title: 'x'.repeat(81) }),
    badText: sextant.evaluate({ title: '\n' }),
    badIdentifier: sextant.evaluate({ media: [{ id: 'A' }] }),
    badCurrency: sextant.evaluate({ currency: 'NT$' }),
    mediaCount: sextant.evaluate({ media: [] }),
    tooMany: sextant.shock({}, new Array(1001).fill({ target: 'paid', field: 'visits', factor: 1 })),
    notALink: sextant.decodeLink('x'),
    linkDamaged: sextant.decodeLink('1~x'),
    linkNewer: sextant.decodeLink('2~x'),
    unknownOption: sextant.fields({ lang: 'x' }),
    notANumber: sextant.parseNumber('x', 'visits'),
    notWhole: sextant.evaluate({ flywheel: { months: 1.5 } }),
    assistsItself: sextant.evaluate({ assists: [{ from: 'social.paid', to: 'social.paid', share: 0.1 }] }),
    assistsAboveOne: sextant.evaluate({ assists: ['social.paid', 'social.organic'].map((from) => ({ from, to: 'search.paid', share: 0.6 })) }),
    notPowerOfTwo: tools.uncertainty({}, { trials: 1025 }),
    budgetOutOfReach: tools.allocate({}, { budget: 1e9 }),
    minimumAboveMaximum: tools.allocate({}, { bounds: { 'social.paid': { minimum: 2, maximum: 1 } } }),
    notPaid: tools.allocate({}, { locked: ['social.organic'] }),
    notOneOf: tools.budgetFor({}, {}),
    tableEmpty: tools.readTable(''),
    tableWithoutHeader: tools.readTable('x'),
    tableWithoutChannel: tools.readTable('Country,Sessions\nTaiwan,5'),
    tableWithoutNumbers: tools.readTable('Channel,Colour\nDirect,red'),
    tableOfEvents: tools.readTable('Event name,Event count\npurchase,5'),
    tableOfOrders: tools.readTable('Order ID,Revenue\n1,5'),
    tableLanguage: tools.readTable('Grupo de canales predeterminado de la sesión,Sesiones\nDirect,5'),
    tableTooLarge: tools.readTable(new Uint8Array((32 << 20) + 1).fill(65)),
    tableNotText: tools.readTable('%PDF-1.7'),
    sharesDoNotSum: sextant.evaluate({ flywheel: { segments: { promoter: { share: 1 } } } }),
  };
  for (const [code, { error }] of Object.entries(refused)) assert.equal(error.code, code);
  // Of files that people open, which the module does not read.
  const elsewhere = ['badSyntax'];
  assert.deepEqual(choicesOf(typeOf('ErrorCode')).sort(), [...Object.keys(refused), ...elsewhere].sort());
});
