// Shared by the tests of the published engine: the built module, checks of its results, scenarios.
import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const PACKAGE = path.join(ROOT, 'dist', 'engine');

const { default: createSextant } = await import(pathToFileURL(path.join(PACKAGE, 'index.mjs')).href);
export { createSextant };

const HAN = /\p{Script=Han}/u;

/** The value of a call that must succeed. */
export function valueOf(result, message) {
  assert.deepEqual(Object.keys(result), ['ok', 'value'], message ?? JSON.stringify(result));
  assert.equal(result.ok, true);
  return result.value;
}

/** Checks that a call refuses its input with this code at this path and a message in this language. */
export function assertRefused(result, code, field, { lang = 'en', message } = {}) {
  assert.deepEqual(Object.keys(result), ['ok', 'error'], message);
  assert.equal(result.ok, false, message);
  const { error } = result;
  assert.deepEqual(Object.keys(error), ['code', 'field', 'message'], message);
  assert.deepEqual({ code: error.code, field: error.field }, { code, field }, message);
  assert.match(error.message, /^.{8,250}[.。]$/u, message);
  const words = error.message.replace(field, '').replace(/“.*”|「.*」/u, '');
  assert.equal(HAN.test(words), lang !== 'en', error.message);
  if (field) assert.ok(error.message.includes(field), error.message);
}

/** Checks that it contains only finite numbers, texts, booleans, null, lists and objects. */
export function assertClean(value, at = '') {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    assert.ok(Number.isFinite(value), `${at} is ${value}`);
    return;
  }
  assert.equal(typeof value, 'object', at);
  for (const [key, item] of Object.entries(value)) assertClean(item, `${at}.${key}`);
}

/** Checks equality, except for the last digits of numbers. */
export function assertNear(actual, expected, at = '') {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const difference = Math.abs(actual - expected);
    const size = Math.max(Math.abs(actual), Math.abs(expected));
    assert.ok(difference <= 1e-12 * size, `${at} is ${actual}, not ${expected}`);
    return;
  }
  if (actual === null || expected === null || typeof actual !== 'object') {
    assert.equal(actual, expected, at);
    return;
  }
  assert.deepEqual(Object.keys(actual), Object.keys(expected), at);
  for (const key of Object.keys(actual)) assertNear(actual[key], expected[key], `${at}.${key}`);
}

/** FNV-1a over the bytes of numbers, with null as NaN, as in tests/golden/golden_test.cpp. */
export function hashOfValues(values) {
  const bytes = new DataView(new ArrayBuffer(8));
  let hash = 0xcbf29ce484222325n;
  for (const value of values) {
    bytes.setFloat64(0, value ?? NaN, true);
    if (value === null || Number.isNaN(value)) bytes.setBigUint64(0, 0x7ff8000000000000n, true);
    for (let i = 0; i < 8; ++i) hash = BigInt.asUintN(64, (hash ^ BigInt(bytes.getUint8(i))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}

/** The same numbers in every run (mulberry32). */
export function createRandom(seed) {
  let state = seed >>> 0;
  function unit() {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (limit) => Math.floor(unit() * limit);
  return { unit, below, oneIn: (count) => below(count) === 0, pick: (list) => list[below(list.length)] };
}

const CHARACTERS = [...'abc XYZ 019 .,-_~!*:;/?#[]@$&\'()+=%"<>\\{}|^`', ...'社群媒體搜尋引擎整合行銷', ...'éßØ😀🧭㊣、。'];

export function randomText(random, longest) {
  if (random.oneIn(3)) return '';
  return Array.from({ length: random.below(longest + 1) }, () => random.pick(CHARACTERS)).join('');
}

function randomValue(random, { unit, minimum, maximum, default: usual }) {
  if (unit === 'months') return minimum + random.below(maximum);
  switch (random.below(7)) {
    case 0: return minimum;
    case 1: return maximum;
    case 2: return usual;
    case 3: return Math.max(minimum, Math.min(maximum, 10 ** (random.below(700) / 2 - 320)));
    case 4: return Math.max(minimum, Math.min(maximum, Number((10 ** (random.unit() * 5 - 2)).toPrecision(3))));
    default: return minimum + (maximum - minimum) * random.unit() ** (1 + random.below(12));
  }
}

function randomMedia(random) {
  const usual = ['social', 'search', 'integrated'];
  const ids = new Set(random.oneIn(2) ? usual : []);
  const count = ids.size || 1 + random.below(8);
  while (ids.size < count) {
    const name = Array.from({ length: random.below(16) }, () => random.pick([...'abcxyz0189-'])).join('');
    ids.add(random.oneIn(4) ? random.pick([...usual, 'media', 'text', 'margin', 'target']) : `m${name}`);
  }
  return [...ids].map((id) => ({ id, label: randomText(random, 20) }));
}

/** The blocks after the thresholds, nested like the ids of their fields, with three shares that sum to 1. */
export function randomBlocks(random, fields, value, { isFull = false } = {}) {
  const blocks = {};
  for (const field of fields) {
    if (!/^(retention|flywheel|remarketing|response|uncertainty|season)\./.test(field.id)) continue;
    if (!isFull && field.id === 'flywheel.referralConversionRate' && random.oneIn(2)) continue;
    const path = field.id.split('.');
    const name = path.pop();
    const owner = path.reduce((object, key) => (object[key] ??= {}), blocks);
    owner[name] = !isFull && random.oneIn(3) ? field.default : value(random, field);
  }
  const segments = Object.values(blocks.flywheel.segments);
  const sum = segments.reduce((total, { share }) => total + share, 0);
  for (const segment of segments) segment.share = sum > 0 ? segment.share / sum : 1 / 3;
  blocks.response.cells = [];
  blocks.uncertainty.cells = [];
  blocks.season.months = [];
  return { ...blocks, assists: [] };
}

/** A complete scenario with numbers anywhere within the bounds of `fields`. */
export function randomScenario(random, fields, value = randomValue) {
  const media = randomMedia(random);
  const number = (id) => value(random, fields.find((field) => field.id === id));
  const cellFields = fields.filter(({ owner }) => owner === 'cell');
  const thresholds = { mode: random.pick(['portfolio', 'target']) };
  if (thresholds.mode === 'target' || random.oneIn(3)) {
    thresholds.cpc = number('thresholds.cpc');
    thresholds.cpa = number('thresholds.cpa');
    if (thresholds.mode === 'portfolio' && !thresholds.cpc && !thresholds.cpa) thresholds.cpc = 1;
  }
  return {
    title: randomText(random, 80),
    currency: random.pick(['TWD', 'USD', 'EUR', 'JPY', 'XYZ']),
    grossMargin: number('grossMargin'),
    media,
    cells: media.flatMap(({ id }) => ['organic', 'paid'].map((kind) => ({
      id: `${id}.${kind}`,
      ...Object.fromEntries(cellFields.map((field) => [
        field.id, random.oneIn(4) ? field.default : value(random, field),
      ])),
    }))),
    thresholds,
    ...randomBlocks(random, fields, value),
  };
}

/** Realistic numbers: none so small or large that rounding matters. */
export function plausibleValue(random, { minimum, maximum, unit }) {
  if (random.oneIn(8)) return minimum;
  if (unit === 'months') return minimum + random.below(maximum);
  const value = unit === 'share' ? random.unit() : 10 ** (random.unit() * 5);
  return Math.max(minimum, Math.min(maximum, Number(value.toPrecision(1 + random.below(6)))));
}

/** A value at the place that a field's id names: `retention.churn` and 0.2 give {retention: {churn: 0.2}}. */
export const atPath = (id, value) => id.split('.').reduceRight((inner, key) => ({ [key]: inner }), value);
