// scenario.schema.json and the engine agree on what a scenario is, as far as a schema can say it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { PACKAGE, createRandom, createSextant, randomScenario, valueOf } from './engine.mjs';

const sextant = await createSextant();
const schema = JSON.parse(readFileSync(path.join(PACKAGE, 'scenario.schema.json'), 'utf8'));
const isValid = new Ajv2020({ strict: true, strictTuples: false, allErrors: true }).compile(schema);

const accepted = (scenario) => sextant.evaluate(scenario).ok;

function assertTaken(scenario, name) {
  assert.equal(accepted(scenario), true, `${name}: the engine refuses it: ${sextant.evaluate(scenario).error?.message}`);
  assert.equal(isValid(scenario), true, `${name}: ${JSON.stringify(isValid.errors)}`);
}

function assertRefused(scenario, name) {
  assert.equal(accepted(scenario), false, `${name}: the engine takes it`);
  assert.equal(isValid(scenario), false, `${name}: the schema takes it`);
}

test('every preset is valid', () => {
  const presets = valueOf(sextant.presets());
  assert.ok(presets.length >= 6);
  for (const { id, scenario } of presets) assertTaken(scenario, id);
});

test('every scenario from a link is valid', () => {
  const random = createRandom(5);
  const fields = valueOf(sextant.fields());
  for (let i = 0; i < 200; ++i) {
    const scenario = randomScenario(random, fields);
    assertTaken(scenario, `random ${i}`);
    assertTaken(valueOf(sextant.decodeLink(valueOf(sextant.encodeLink(scenario)))), `decoded ${i}`);
  }
});

test('everything may be left out', () => {
  for (const scenario of [{}, { cells: [] }, { cells: [{}] }, { media: [{}] }, { flywheel: { segments: {} } }, { thresholds: { mode: 'target' } }]) {
    assertTaken(scenario, JSON.stringify(scenario));
  }
});

/** {"retention": {"churn": value}} for "retention.churn" */
function scenarioWith({ id, owner }, value) {
  if (owner === 'cell') return { cells: [{ [id]: value }] };
  return id.split('.').reduceRight((inner, key) => ({ [key]: inner }), value);
}

test('both take the bounds of every field and nothing beyond', () => {
  for (const field of valueOf(sextant.fields())) {
    const isShare = /segments\..*share$/.test(field.id); // the three sum to 1, which a schema cannot say
    if (!isShare) {
      for (const bound of [field.minimum, field.maximum, field.default]) assertTaken(scenarioWith(field, bound), `${field.id} ${bound}`);
    }
    for (const beyond of [field.minimum - 1e-9, field.maximum * 1.001, '1', null, true, []]) {
      assertRefused(scenarioWith(field, beyond), `${field.id} ${JSON.stringify(beyond)}`);
    }
  }
});

const CASES = {
  'an unknown key': { x: 1 },
  'an unknown key of a cell': { cells: [{ x: 1 }] },
  'an unknown key of a block': { retention: { x: 1 } },
  'an unknown key of a segment': { flywheel: { segments: { promoter: { x: 1 } } } },
  'an unknown segment': { flywheel: { segments: { fan: {} } } },
  'another mode': { thresholds: { mode: 'guess' } },
  'a list instead of an object': { retention: [] },
  'a number instead of a list': { cells: 3 },
  'no object': 5,
  null: null,
  'a long title': { title: 'x'.repeat(81) },
  'a title of two lines': { title: 'a\nb' },
  'a title with U+2028': { title: 'a\u2028b' },
  'a long label': { media: [{ label: '圖'.repeat(21) }] },
  'a currency in small letters': { currency: 'twd' },
  'a long currency': { currency: 'TWDX' },
  'no media': { media: [] },
  'nine media': { media: Array.from({ length: 9 }, (_, i) => ({ id: `m${i}` })) },
  'an id with a capital': { media: [{ id: 'A' }] },
  'a long id': { media: [{ id: `a${'b'.repeat(16)}` }] },
  'a fourth medium without id': { media: [{}, {}, {}, {}] },
  'seventeen cells': { cells: Array.from({ length: 17 }, () => ({})) },
  'a cell of another kind': { cells: [{ id: 'social.other' }] },
  'part of a month': { flywheel: { months: 1.5 } },
};

for (const [name, scenario] of Object.entries(CASES)) test(`both refuse ${name}`, () => assertRefused(scenario, name));

test('both take the longest texts', () => {
  assertTaken({ title: '圖'.repeat(80), media: [{ label: '👍'.repeat(20) }], cells: [] }, 'texts');
});
