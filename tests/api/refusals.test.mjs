// All kinds of invalid input are refused by name, in the requested language, without throwing, and the
// module keeps working.
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRefused, atPath, createSextant, valueOf } from './engine.mjs';

const sextant = await createSextant();
const fields = valueOf(sextant.fields());
const usual = valueOf(sextant.presets())[0].scenario;
const usualReport = valueOf(sextant.evaluate(usual));

// Every call that takes a scenario.
const CALLS = {
  evaluate: (scenario, options) => sextant.evaluate(scenario, options),
  shock: (scenario, options) => sextant.shock(scenario, [], options),
  encodeLink: (scenario, options) => sextant.encodeLink(scenario, options),
  svg: (scenario, options) => sextant.svg(scenario, options),
  explain: (scenario, options) => sextant.explain(scenario, options),
  customerValue: (scenario, options) => sextant.customerValue(scenario, options),
  flywheel: (scenario, options) => sextant.flywheel(scenario, options),
  remarketing: (scenario, options) => sextant.remarketing(scenario, options),
  normalise: (scenario, options) => sextant.normalise(scenario, options),
};

/** Checks every call in both languages, and that a valid scenario is accepted right after. */
function assertScenarioRefused(makeScenario, code, field, message) {
  for (const [name, call] of Object.entries(CALLS)) {
    const what = `${name}: ${message ?? field}`;
    assertRefused(call(makeScenario()), code, field, { message: what });
    assertRefused(call(makeScenario(), { lang: 'zh-TW' }), code, field, { lang: 'zh-TW', message: what });
  }
  assert.deepEqual(sextant.evaluate(usual), { ok: true, value: usualReport }, message);
}

function throwingProxy() {
  const fail = () => { throw new Error('trap'); };
  return new Proxy({}, { get: fail, ownKeys: fail, getPrototypeOf: fail, has: fail, getOwnPropertyDescriptor: fail });
}

function revokedProxy() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function nested(depth, wrap) {
  let value = 1;
  for (let i = 0; i < depth; ++i) value = wrap(value);
  return value;
}

function cycle() {
  const object = {};
  object.self = object;
  return object;
}

// Values that are not numbers, texts, lists or plain objects.
const UNSPEAKABLE = {
  'a symbol': () => Symbol('x'),
  'a function': () => () => 1,
  'a bigint': () => 5n,
  'a date': () => new Date(0),
  'a map': () => new Map([['visits', 1]]),
  'a boxed number': () => Object(5),
  'a boxed text': () => Object('text'),
  'a regular expression': () => /x/,
  'a promise': () => Promise.resolve(1),
  'a typed array': () => new Float64Array(3),
  'an instance of a class': () => new (class Scenario { visits = 1; })(),
  'a proxy that throws': throwingProxy,
  'a revoked proxy': revokedProxy,
  'an object with a getter that throws': () => ({ get visits() { throw new Error('getter'); } }),
  'an object with a getter that throws nothing': () => ({ get visits() { throw undefined; } }),
};
const NO_NUMBERS = {
  ...UNSPEAKABLE, 'null': () => null, 'a text': () => '5', 'an empty text': () => '', 'true': () => true,
  'a list': () => [], 'a list of a number': () => [5], 'an object': () => ({}),
  'an object with a value': () => ({ valueOf: () => 5 }), 'a cycle': cycle,
  'deep lists': () => nested(1e5, (value) => [value]),
};
const NO_TEXTS = {
  ...UNSPEAKABLE, 'null': () => null, 'a number': () => 5, 'NaN': () => NaN, 'true': () => true, 'a list': () => [],
  'an object': () => ({}), 'a cycle': cycle,
};
const NO_LISTS = { ...UNSPEAKABLE, 'null': () => null, 'a number': () => 5, 'a text': () => 'x', 'false': () => false, 'an object': () => ({}) };
const NO_OBJECTS = { ...UNSPEAKABLE, 'null': () => null, 'a number': () => 5, 'NaN': () => NaN, 'a text': () => '{}', 'true': () => true, 'a list': () => [] };

// --- Numbers --------------------------------------------------------------------------------------

const SEGMENTS = ['promoter', 'passive', 'detractor'];

/** A scenario in which one field has this value, and that field's path. */
function scenarioWith({ id, owner }, value) {
  if (owner === 'cell') return [{ cells: [{ id: 'search.paid' }, { id: 'social.organic', [id]: value }] }, `cells[1].${id}`];
  const scenario = atPath(id, value);
  if (id.endsWith('.share') && typeof value === 'number' && value >= 0 && value <= 1) {
    // The three shares must sum to 1.
    const { segments } = scenario.flywheel;
    for (const name of SEGMENTS) segments[name] ??= { share: (1 - value) / 2 };
  }
  return [scenario, id];
}

for (const field of fields) {
  const refuses = (makeValue, code, message) => {
    const [, path] = scenarioWith(field, 0);
    assertScenarioRefused(() => scenarioWith(field, makeValue())[0], code, path, `${field.id}, ${message}`);
  };
  const { minimum, maximum } = field;

  test(`${field.id} at its bounds`, () => {
    const middle = (minimum + maximum) / 2;
    const values = [minimum, maximum, field.unit === 'months' ? Math.floor(middle) : middle, undefined];
    if (minimum === 0) values.push(-0, Number.MIN_VALUE);
    for (const value of values) {
      for (const call of Object.values(CALLS)) assert.equal(call(scenarioWith(field, value)[0]).ok, true, String(value));
    }
  });

  test(`${field.id} beyond its bounds or not finite`, () => {
    const below = minimum === 0 ? -Number.MIN_VALUE : minimum * (1 - Number.EPSILON);
    const beyond = [below, minimum - 1, -Number.MAX_VALUE, maximum * (1 + Number.EPSILON), maximum + 1, Number.MAX_VALUE];
    for (const value of beyond) {
      assert.ok(value < minimum || value > maximum);
      refuses(() => value, 'outOfBounds', value);
    }
    for (const value of [NaN, Infinity, -Infinity]) refuses(() => value, 'notFinite', value);
  });

  test(`${field.id} of another type`, () => {
    for (const [name, make] of Object.entries(NO_NUMBERS)) refuses(make, 'wrongType', name);
  });
}

test('a number is refused even right after the same scenario was accepted', () => {
  // When only numbers change, the module sends only numbers.
  const scenario = structuredClone(usual);
  const cell = scenario.cells[4];
  for (const [value, code] of [[-1, 'outOfBounds'], [NaN, 'notFinite'], [1e10, 'outOfBounds'], [-Infinity, 'notFinite']]) {
    for (let i = 0; i < 3; ++i) {
      cell.visits = 3000;
      assert.deepEqual(sextant.evaluate(scenario), { ok: true, value: usualReport });
      cell.visits = value;
      assertRefused(sextant.evaluate(scenario), code, 'cells[4].visits');
    }
  }
});

// --- Texts, media, cells --------------------------------------------------------------------------

test('texts of another type', () => {
  for (const [name, make] of Object.entries(NO_TEXTS)) {
    assertScenarioRefused(() => ({ title: make() }), 'wrongType', 'title', name);
    assertScenarioRefused(() => ({ currency: make() }), 'wrongType', 'currency', name);
    assertScenarioRefused(() => ({ media: [{ id: make() }] }), 'wrongType', 'media[0].id', name);
    assertScenarioRefused(() => ({ media: [{}, { label: make() }] }), 'wrongType', 'media[1].label', name);
    assertScenarioRefused(() => ({ cells: [{ id: make() }] }), 'wrongType', 'cells[0].id', name);
    assertScenarioRefused(() => ({ thresholds: { mode: make() } }), 'wrongType', 'thresholds.mode', name);
  }
});

test('texts that are too long', () => {
  const length = (count, character) => character.repeat(count);
  for (const character of ['x', '龍', '😀']) {
    assert.equal(sextant.evaluate({ title: length(80, character) }).ok, true);
    assertScenarioRefused(() => ({ title: length(81, character) }), 'tooLong', 'title');
    assert.equal(sextant.evaluate({ media: [{ label: length(20, character) }] }).ok, true);
    assertScenarioRefused(() => ({ media: [{ label: length(21, character) }] }), 'tooLong', 'media[0].label');
  }
  assertScenarioRefused(() => ({ title: length(1e6, '\\"龍') }), 'tooLong', 'title');
});

test('texts that cannot be shown', () => {
  for (const text of ['\0', 'a\nb', '\t', '\x7f', '\x85', '\u2028', '\u2029', '\ud800', 'x\udc00', '\udc00\ud800']) {
    assertScenarioRefused(() => ({ title: text }), 'badText', 'title', JSON.stringify(text));
    assertScenarioRefused(() => ({ media: [{ label: text }] }), 'badText', 'media[0].label', JSON.stringify(text));
  }
});

test('currencies', () => {
  for (const currency of ['', 'twd', 'TW', 'TWDX', 'T D', 'NT$', '台幣元', 'TWD ', 'X'.repeat(1e5)]) {
    assertScenarioRefused(() => ({ currency }), 'badCurrency', 'currency', currency.slice(0, 9));
  }
});

test('zero, nine and very many media', () => {
  const media = (count) => () => ({ media: Array.from({ length: count }, (_, i) => ({ id: `m${i}` })) });
  for (const count of [0, 9, 100, 9999]) assertScenarioRefused(media(count), 'mediaCount', 'media', `${count} media`);
  assert.equal(sextant.evaluate(media(8)()).ok, true);
});

test('ids of media', () => {
  for (const id of ['', 'Social', '1st', '-a', 'a b', 'a.b', 'a_b', 'é', '社群', 'a'.repeat(17), 'a\n', 'a'.repeat(1e6)]) {
    assertScenarioRefused(() => ({ media: [{ id: 'fine' }, { id }] }), 'badIdentifier', 'media[1].id', id.slice(0, 20));
  }
  assertScenarioRefused(() => ({ media: [{ id: 'a' }, { id: 'b' }, { id: 'a' }] }), 'duplicate', 'media[2].id');
  // The first one has the id of its position.
  assertScenarioRefused(() => ({ media: [{}, { id: 'social' }] }), 'duplicate', 'media[1].id');
  assertScenarioRefused(() => ({ media: [{}, {}, {}, {}] }), 'badIdentifier', 'media[3].id');
});

test('cells of unknown media and kinds', () => {
  for (const id of ['', 'social', 'paid', 'tv.paid', 'social.free', 'Social.paid', 'social.paid ', 'social.paid.x', '.', 'social.',
    '.paid', '__proto__', 'constructor', '社群.paid', '"', '\\', 'social.paid'.repeat(1e5)]) {
    assertScenarioRefused(() => ({ cells: [{ id: 'social.paid' }, { id }] }), 'unknownCell', 'cells[1].id', id.slice(0, 20));
  }
  assertScenarioRefused(() => ({ media: [{ id: 'tv' }], cells: [{ id: 'social.paid' }] }), 'unknownCell', 'cells[0].id');
});

test('cells given twice, and more cells than there are', () => {
  assertScenarioRefused(() => ({ cells: [{ id: 'search.paid' }, { id: 'search.paid' }] }), 'duplicate', 'cells[1].id');
  assertScenarioRefused(() => ({ cells: [{ id: 'social.paid' }, {}] }), 'duplicate', 'cells[1]');
  assertScenarioRefused(() => ({ cells: [{ id: 'social.paid' }, { visits: 1 }] }), 'duplicate', 'cells[1]');
  assertScenarioRefused(() => ({ cells: Array.from({ length: 7 }, () => ({})) }), 'unknownCell', 'cells[6]');
  assertScenarioRefused(() => ({ cells: Array.from({ length: 5000 }, () => ({})) }), 'unknownCell', 'cells[16]');
  assertScenarioRefused(() => ({ media: [{ id: 'a' }], cells: [{}, {}, {}] }), 'unknownCell', 'cells[2]');
});

test('thresholds', () => {
  for (const mode of ['', 'Portfolio', 'average', 'x'.repeat(1e5)]) {
    assertScenarioRefused(() => ({ thresholds: { mode } }), 'unknownOption', 'thresholds.mode', mode.slice(0, 20));
  }
});

test('fractions of months', () => {
  for (const months of [1.5, 23.999, 119.5, 1 + Number.EPSILON]) {
    assertScenarioRefused(() => ({ flywheel: { months } }), 'notWhole', 'flywheel.months', months);
  }
});

test('display names of fields are not keys', () => {
  for (const { id, owner } of fields) {
    if (owner === 'scenario' && id.includes('.')) assertScenarioRefused(() => ({ [id]: 0.5 }), 'unknownField', id);
  }
});

test('unknown keys at every level', () => {
  for (const key of ['surprise', 'Visits', 'visits ', '', 'gross_margin', 'toString', 'constructor', '社群', '0', 'a"b\\c', 'x'.repeat(60)]) {
    assertScenarioRefused(() => ({ [key]: 1 }), 'unknownField', key, key);
    assertScenarioRefused(() => ({ cells: [{}, { [key]: 1 }] }), 'unknownField', `cells[1].${key}`, key);
    assertScenarioRefused(() => ({ media: [{ [key]: 'x' }] }), 'unknownField', `media[0].${key}`, key);
    for (const block of ['thresholds', 'retention', 'flywheel', 'flywheel.segments', 'flywheel.segments.passive', 'remarketing',
      'response', 'uncertainty', 'season']) {
      assertScenarioRefused(() => atPath(block, { [key]: null }), 'unknownField', `${block}.${key}`, key);
    }
  }
  assertScenarioRefused(() => JSON.parse('{"__proto__": 1}'), 'unknownField', '__proto__');
  assertScenarioRefused(() => ({ ['x'.repeat(1e6)]: 1 }), 'unknownField', 'x'.repeat(64));
  // Inherited, non-enumerable and symbol properties are not part of a scenario.
  const scenario = Object.defineProperty({ [Symbol('x')]: 1 }, 'hidden', { value: 1 });
  assert.deepEqual(sextant.evaluate(scenario), { ok: true, value: usualReport });
});

test('lists and objects of another type', () => {
  for (const [name, make] of Object.entries(NO_LISTS)) {
    assertScenarioRefused(() => ({ cells: make() }), 'wrongType', 'cells', name);
    assertScenarioRefused(() => ({ media: make() }), 'wrongType', 'media', name);
    for (const list of ['assists', 'season.months', 'response.cells']) assertScenarioRefused(() => atPath(list, make()), 'wrongType', list, name);
  }
  for (const [name, make] of Object.entries(NO_OBJECTS)) {
    if (!name.includes('getter')) assertScenarioRefused(make, 'wrongType', '', name);
    assertScenarioRefused(() => ({ cells: [{}, make()] }), 'wrongType', 'cells[1]', name);
    assertScenarioRefused(() => ({ media: [make()] }), 'wrongType', 'media[0]', name);
    assertScenarioRefused(() => ({ assists: [make()] }), 'wrongType', 'assists[0]', name);
    for (const block of ['thresholds', 'retention', 'flywheel', 'flywheel.segments', 'flywheel.segments.passive', 'remarketing',
      'response', 'uncertainty', 'season']) {
      assertScenarioRefused(() => atPath(block, make()), 'wrongType', block, name);
    }
  }
  assertScenarioRefused(() => ({ cells: [, {}] }), 'wrongType', 'cells[0]', 'a hole');
  assertScenarioRefused(() => ({ cells: [undefined] }), 'wrongType', 'cells[0]', 'undefined in a list');
  assertScenarioRefused(() => ({ cells: new Array(2 ** 32 - 1) }), 'wrongType', 'cells', 'an endless list');
});

test('a scenario whose properties throw', () => {
  for (const name of ['an object with a getter that throws', 'an object with a getter that throws nothing']) {
    assertScenarioRefused(UNSPEAKABLE[name], 'wrongType', '', name);
  }
});

test('too many numbers', () => {
  // Numbers in wrong places, so that there are more of them than any scenario has.
  const many = Array.from({ length: 9000 }, (_, i) => i);
  assertScenarioRefused(() => ({ cells: [{ visits: many }] }), 'wrongType', 'cells[0].visits');
  assertScenarioRefused(() => ({ surprise: many }), 'unknownField', 'surprise');
  assertScenarioRefused(() => ({ cells: many }), 'wrongType', 'cells[0]');
  const wide = Object.fromEntries(many.map((i) => [`key${i}`, i]));
  assertScenarioRefused(() => wide, 'unknownField', 'key0');
});

test('cyclic objects, and objects shared in many places', () => {
  assertScenarioRefused(() => cycle(), 'unknownField', 'self');
  assertScenarioRefused(() => { const s = { cells: [] }; s.cells.push(s); return s; }, 'unknownField', 'cells[0].cells');
  assertScenarioRefused(() => { const list = []; list.push(list); return { cells: list }; }, 'wrongType', 'cells[0]');
  assertScenarioRefused(() => nested(1e5, (value) => ({ cells: [value] })), 'unknownField', 'cells[0].cells');
  assertScenarioRefused(() => nested(1e5, (value) => [value]), 'wrongType', '');
});

test('objects with many cycles', () => {
  for (let count = 2; count <= 10; ++count) {
    const tree = {};
    for (let i = 0; i < count; ++i) tree[`way${i}`] = tree;
    assertRefused(sextant.evaluate(tree), 'unknownField', 'way0', { message: `${count} ways` });
    let list = [];
    for (let i = 0; i < 20; ++i) list = Array(count).fill(list);
    assertRefused(sextant.evaluate({ cells: list }), 'wrongType', 'cells[0]', { message: `${count} ways` });
  }
  assert.deepEqual(sextant.evaluate(usual), { ok: true, value: usualReport });
});

test('texts as large as the memory', () => {
  const huge = 'x'.repeat(2 ** 29 - 100); // close to the longest text that V8 allows
  assertScenarioRefused(() => ({ title: huge }), 'tooLong', 'title', 'title');
  assertScenarioRefused(() => ({ media: [{ id: huge }] }), 'badIdentifier', 'media[0].id', 'id');
  assertScenarioRefused(() => ({ cells: Array(9999).fill('x'.repeat(1e5)) }), 'wrongType', 'cells[0]', 'many texts');
  assertRefused(sextant.decodeLink(huge), 'notALink', '');
  assertRefused(sextant.decodeLink(`1~${huge}`), 'linkDamaged', '');
  assertRefused(sextant.fields({ lang: huge }), 'unknownOption', 'lang');
  assertRefused(sextant.shock({}, [{ target: huge, field: 'visits', factor: 1 }]), 'unknownTarget', 'shocks[0].target');
  assertRefused(sextant.shock({}, [{ target: 'paid', field: huge, factor: 1 }]), 'unknownField', 'shocks[0].field');
});

test('a valid beginning of a longer text is not accepted', () => {
  const link = valueOf(sextant.encodeLink(usual));
  for (const length of [1e4, 99990, 1e5 - link.length, 1e5, 1e5 + 1, 1e6]) {
    const result = sextant.decodeLink(`${'x'.repeat(length)}#${link}${' '.repeat(1e5)}`);
    assert.equal(result.ok, false, String(length));
  }
});

// --- Options and missing arguments ----------------------------------------------------------------

test('options', () => {
  const calls = {
    ...Object.fromEntries(Object.entries(CALLS).map(([name, call]) => [name, (options) => call(usual, options)])),
    shockPresets: (options) => sextant.shockPresets(options),
    decodeLink: (options) => sextant.decodeLink('1~', options),
    presets: (options) => sextant.presets(options),
    fields: (options) => sextant.fields(options),
    format: (options) => sextant.format(1, 'count', options),
    parseNumber: (options) => sextant.parseNumber('1', 'visits', options),
    sliderPosition: (options) => sextant.sliderPosition('visits', 1, options),
    sliderValue: (options) => sextant.sliderValue('visits', 1, options),
    stepValue: (options) => sextant.stepValue('visits', 1, 1, options),
  };
  for (const [name, call] of Object.entries(calls)) {
    for (const [kind, make] of Object.entries(NO_OBJECTS)) {
      assertRefused(call(make()), 'wrongType', '', { message: `${name}, ${kind}` });
    }
    for (const [kind, make] of Object.entries(NO_TEXTS)) {
      assertRefused(call({ lang: make() }), 'wrongType', 'lang', { message: `${name}, ${kind}` });
    }
    for (const lang of ['', 'fr', 'e', 'english', 'TW', 'x'.repeat(1e5)]) {
      assertRefused(call({ lang }), 'unknownOption', 'lang', { message: `${name}, ${lang.slice(0, 9)}` });
    }
    assertRefused(call({ language: 'en' }), 'unknownField', 'language', { message: name });
    assertRefused(call({ lang: 'zh-TW', colour: 'red' }), 'unknownField', 'colour', { message: name, lang: 'zh-TW' });
  }
  assert.deepEqual(sextant.evaluate(usual), { ok: true, value: usualReport });
});

test('languages by their tags', () => {
  for (const lang of ['zh-TW', 'zh', 'zh-Hant-TW', 'zh-HK', 'ZH-tw']) {
    assertRefused(sextant.evaluate(null, { lang }), 'wrongType', '', { lang: 'zh-TW' });
  }
  for (const lang of ['en', 'en-GB', 'EN', undefined]) assertRefused(sextant.evaluate(null, { lang }), 'wrongType', '');
});

test('missing arguments', () => {
  for (const call of Object.keys(CALLS)) assertRefused(sextant[call](), 'wrongType', '');
  assertRefused(sextant.shock({}), 'wrongType', 'shocks');
  assertRefused(sextant.decodeLink(), 'wrongType', 'text');
  for (const call of ['shockPresets', 'presets', 'fields']) assert.equal(sextant[call]().ok, true);
});

test('extra arguments are ignored', () => {
  assert.deepEqual(sextant.evaluate(usual, {}, 1, 2, 3), { ok: true, value: usualReport });
});

test('functions work without `this` and cannot be replaced', () => {
  const { evaluate } = sextant;
  assert.deepEqual(evaluate(usual), { ok: true, value: usualReport });
  assert.ok(Object.isFrozen(sextant));
});
