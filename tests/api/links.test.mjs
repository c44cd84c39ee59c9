// encodeLink() and decodeLink(): decoding gives exactly what was encoded, or an error.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { assertRefused, createRandom, createSextant, plausibleValue, randomBlocks, randomScenario, valueOf } from './engine.mjs';

const sextant = await createSextant();
const fields = valueOf(sextant.fields());
const presets = valueOf(sextant.presets());
const encode = (scenario) => valueOf(sextant.encodeLink(scenario));
const decode = (link) => valueOf(sextant.decodeLink(link));

const CHARACTERS = [...'0aZ~.!#é'];

/**
 * Title and labels of the greatest length, and every number with all digits: with or without the blocks
 * after the thresholds and the engaged shares.
 */
function largestScenario(seed, { hasBlocks = true } = {}) {
  const random = createRandom(seed);
  const scenario = structuredClone(presets[0].scenario);
  const value = ({ minimum, maximum }) => minimum + (maximum - minimum) * (0.1 + 0.9 * random.unit());
  const number = (id) => value(fields.find((field) => field.id === id));
  scenario.title = '圖'.repeat(80);
  scenario.currency = 'USD';
  scenario.grossMargin = number('grossMargin');
  for (const medium of scenario.media) medium.label = '龍'.repeat(20);
  for (const cell of scenario.cells) {
    for (const field of fields.filter(({ owner }) => owner === 'cell')) {
      if (hasBlocks || field.id !== 'engagedShare') cell[field.id] = value(field);
    }
  }
  scenario.thresholds = { mode: 'target', cpc: number('thresholds.cpc'), cpa: number('thresholds.cpa') };
  if (!hasBlocks) return scenario;
  const blocks = randomBlocks(random, fields, (_, field) => (field.unit === 'months' ? field.maximum - 1 : value(field)), { isFull: true });
  return { ...scenario, ...blocks };
}

/** The scenario with default blocks after the thresholds and default engaged shares. */
function withoutBlocks({ retention, flywheel, remarketing, response, uncertainty, season, assists, ...scenario }) {
  return { ...scenario, cells: scenario.cells.map(({ engagedShare, ...cell }) => cell) };
}

/** Adds the defaults of all inputs that are newer than the first links, which those links do not have. */
function completed({ cells, ...scenario }) {
  const segment = (share, churn, repeatOrders, referralVisits) => ({ share, churn, repeatOrders, referralVisits });
  return {
    title: '', currency: '', grossMargin: 0, media: [], cells: cells.map((cell) => ({ ...cell, engagedShare: cell.engagedShare ?? 0 })),
    thresholds: {},
    retention: { repeatOrders: 0.25, churn: 0.1, discount: 0.01 },
    flywheel: {
      months: 24, organicGrowth: 0,
      segments: { promoter: segment(0.4, 0.05, 0.3, 0.5), passive: segment(0.4, 0.1, 0.2, 0.1), detractor: segment(0.2, 0.3, 0.05, 0) },
    },
    remarketing: { engagedConversionRate: 0.1, costPerClick: 5 },
    response: { elasticity: 0.7, cells: [] },
    uncertainty: { range: 0.2, correlation: 0.3, cells: [] },
    season: { startMonth: 1, months: [] },
    assists: [],
    ...scenario,
  };
}

test('500 random scenarios are unchanged after encoding and decoding', () => {
  const random = createRandom(1);
  for (let i = 0; i < 500; ++i) {
    const scenario = randomScenario(random, fields, i % 2 ? plausibleValue : undefined);
    const link = encode(scenario);
    assert.match(link, /^1~[A-Za-z0-9._~!*,:-]+$/); // no character that an address would escape
    assert.deepEqual(decode(link), scenario, link);
    assert.equal(encode(decode(link)), link);
  }
});

test('a partial scenario gives the link of the completed one', () => {
  assert.equal(encode({}), encode(presets[0].scenario));
  assert.deepEqual(decode(encode({})), presets[0].scenario);
  assert.deepEqual(decode(encode({ cells: [] })).cells[0].visits, 0);
});

test('links cut off at any character are refused', () => {
  const random = createRandom(2);
  const scenarios = [...presets.map(({ scenario }) => scenario), largestScenario(2),
    ...Array.from({ length: 20 }, () => randomScenario(random, fields))];
  for (const scenario of scenarios) {
    const link = encode(scenario);
    assertRefused(sextant.decodeLink(''), 'notALink', '');
    for (let length = 1; length < link.length; ++length) {
      assertRefused(sextant.decodeLink(link.slice(0, length)), 'linkDamaged', '', { message: link.slice(0, length) });
      const tail = sextant.decodeLink(link.slice(length));
      assert.equal(tail.ok, false, link.slice(length));
    }
  }
});

test('a changed, missing, added or swapped character is noticed', () => {
  const random = createRandom(3);
  const scenarios = [presets[0].scenario, presets[3].scenario, largestScenario(3),
    ...Array.from({ length: 3 }, () => randomScenario(random, fields))];
  let refused = 0;
  for (const scenario of scenarios) {
    const link = encode(scenario);
    const check = (changed) => {
      if (changed === link) return;
      const result = sextant.decodeLink(changed);
      // "#" and "%" have a special meaning, so some changes have no effect.
      if (result.ok) assert.deepEqual(result.value, scenario, changed);
      else ++refused;
    };
    for (let i = 0; i <= link.length; ++i) {
      const [before, after] = [link.slice(0, i), link.slice(i + 1)];
      check(before + after);
      if (i + 1 < link.length) check(before + link[i + 1] + link[i] + link.slice(i + 2));
      for (const character of CHARACTERS) {
        check(before + character + after);
        check(before + character + link.slice(i));
      }
    }
  }
  assert.ok(refused > 20000);
});

test('typical links have at most 300 characters, with blocks 350', () => {
  for (const { id, scenario } of presets) {
    for (const [given, most] of [[withoutBlocks(scenario), 300], [scenario, 350]]) {
      assert.ok(encode(given).length <= most, `${id}: ${encode(given).length}`);
      const titled = { ...given, title: '第四季行銷計畫草稿', grossMargin: 0.42 };
      assert.ok(encode(titled).length <= most, `${id}: ${encode(titled).length}`);
    }
  }
});

test('the largest links of six cells have at most 900 characters, with all blocks 1320', () => {
  for (let seed = 0; seed < 50; ++seed) {
    for (const [hasBlocks, most] of [[false, 900], [true, 1320]]) {
      const scenario = largestScenario(seed, { hasBlocks });
      assert.ok(encode(scenario).length <= most, `${encode(scenario).length}`);
      assert.deepEqual(decode(encode(scenario)), scenario);
      ['a-rather-long-id', 'another-long-id1', 'another-long-id2'].forEach((id, i) => {
        scenario.media[i].id = id;
        scenario.cells[2 * i].id = `${id}.organic`;
        scenario.cells[2 * i + 1].id = `${id}.paid`;
      });
      assert.ok(encode(scenario).length <= most, `${encode(scenario).length}`);
      assert.deepEqual(decode(encode(scenario)), scenario);
    }
  }
});

test('the changes are legible in the link', () => {
  const parts = (scenario) => encode(scenario).slice(2, -7);
  assert.equal(parts({ retention: { churn: 0.05 } }), 'retention.c.05');
  assert.equal(parts({ flywheel: { months: 36, organicGrowth: 0.02, referralConversionRate: 0.03 } }), 'flywheel.m36g.02r.03');
  assert.equal(parts({ flywheel: { segments: { promoter: { share: 0.5, referralVisits: 0.8 }, passive: { share: 0.3 } } } }),
    'promoter.s.5v.8~passive.s.3');
  assert.equal(parts({ remarketing: { costPerClick: 8 }, grossMargin: 0.4 }), 'margin.4~remarketing.c8');
});

test('an unset referral conversion rate stays unset', () => {
  assert.ok(!('referralConversionRate' in decode(encode({})).flywheel));
  const said = { flywheel: { referralConversionRate: presets[0].scenario.cells[0].conversionRate } };
  assert.equal(decode(encode(said)).flywheel.referralConversionRate, 0.012);
});

test('links in an address, and as other programs escape them, are accepted', () => {
  const scenario = largestScenario(4);
  const link = encode(scenario);
  const ways = [
    `#${link}`, `https://example.org/sextant/?view=all#${link}`, `file:///index.html#${link}`,
    link.replaceAll('~', '%7E').replaceAll('!', '%21'), encodeURIComponent(link), link.replaceAll(':', '%3a'),
    new URL(`#${link}`, 'https://example.org/').href, new URL(`https://example.org/#${link}`).hash,
  ];
  for (const way of ways) assert.deepEqual(decode(way), scenario, way);
});

test('texts that are not links and links of newer versions are refused', () => {
  for (const text of ['', '#', '~', 'hello', '0~abc', '01~abc', '-1~abc', '1x~', '2', 'https://example.org/', '一~', '\0',
    'x'.repeat(1e4), '{}']) {
    assertRefused(sextant.decodeLink(text), 'notALink', '', { message: text.slice(0, 20) });
    assertRefused(sextant.decodeLink(text, { lang: 'zh-TW' }), 'notALink', '', { lang: 'zh-TW' });
  }
  assertRefused(sextant.decodeLink('1~\ud800'), 'badText', 'text'); // half of a surrogate pair
  for (const text of ['2~anything', '#17~', 'https://example.org/#999~x']) {
    assertRefused(sextant.decodeLink(text), 'linkNewer', '');
    assertRefused(sextant.decodeLink(text, { lang: 'zh-TW' }), 'linkNewer', '', { lang: 'zh-TW' });
  }
  for (const text of ['1', '1~', '1~~', '1~x', '1~aaaaaa', '#1~', '1~é', '1~\0', '1~%', '1~%7', `1~${'a'.repeat(1e4)}`]) {
    assertRefused(sextant.decodeLink(text), 'linkDamaged', '', { message: text.slice(0, 20) });
    assertRefused(sextant.decodeLink(text, { lang: 'zh-TW' }), 'linkDamaged', '', { lang: 'zh-TW' });
  }
  for (const text of [undefined, null, 1, true, {}, [], ['1~'], 1n, Symbol('x'), Object('1~r2isZC'), () => '1~']) {
    assertRefused(sextant.decodeLink(text), 'wrongType', 'text');
  }
});

test('golden links decode for ever', async () => {
  const text = await readFile(new URL('../golden/links.txt', import.meta.url), 'utf8');
  const lines = text.trimEnd().split('\n');
  assert.ok(lines.length >= 58 && lines.length % 2 === 0);
  for (let i = 0; i < lines.length; i += 2) {
    const expected = completed(JSON.parse(lines[i + 1]));
    assert.equal(JSON.stringify(decode(lines[i])), JSON.stringify(expected), lines[i]);
    assert.equal(encode(expected), lines[i]);
  }
});

/** Numbers of all sizes and lengths, as in tests/golden/golden_test.cpp. */
function unusualNumber(random, maximum) {
  const [high, low] = [random.unit() * 2 ** 32, random.unit() * 2 ** 32];
  const bits = new DataView(new ArrayBuffer(8));
  bits.setUint32(0, high >>> 1);
  bits.setUint32(4, low % 4 === 0 ? low : 0);
  const values = [bits.getFloat64(0), (high % 1000000) / 1e4, bits.getFloat64(0), (high * maximum) / 2 ** 32];
  const value = values[low % 4];
  return value >= 0 && value <= maximum ? value : 1 / (high + 1);
}

test('10,800 numbers are written as by the native programs', async () => {
  const random = createRandom(1);
  // The fields that existed when the file was written.
  const cellFields = fields.filter(({ owner, id }) => owner === 'cell' && id !== 'engagedShare');
  const ids = presets[0].scenario.cells.map(({ id }) => id);
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < 300; ++i) {
    const cells = ids.map((id) => Object.fromEntries(
      [['id', id], ...cellFields.map((field) => [field.id, unusualNumber(random, field.maximum)])]));
    const link = encode({ cells });
    for (const byte of Buffer.from(`${link}\n`)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    // JSON has the same numbers.
    assert.deepEqual(decode(link).cells, cells.map((cell) => ({ ...cell, engagedShare: 0 })));
  }
  const golden = await readFile(new URL('../golden/link_numbers.txt', import.meta.url), 'utf8');
  assert.equal(`${hash.toString(16).padStart(16, '0')}\n`, golden);
});

test('a link is read as others pass it on', () => {
  const scenario = { ...presets[0].scenario, grossMargin: 0.45 };
  const link = encode(scenario);
  const address = `https://shop.example/sextant/#${link}`;
  for (const text of [
    `${address}。謝謝`, `${address}.`, `${address})`, `${address}」`, `${address}…`, `${address}?utm_source=newsletter&utm_medium=email`,
    `${address} `, `${address}%20`, `${address}\n`, `<${address}>`, `[Title](${address})`, `${address}${address.replace('45', '46')}`, `${address}#?secret=x`,
    `${link.slice(0, 6)}\u200b${link.slice(6)}`, `${link.slice(0, 6)}=\r\n${link.slice(6)}`, link.replaceAll('~', '～'), link.replaceAll('~', '%257E'),
    `https://gateway.example/?url=${encodeURIComponent(encodeURIComponent(address))}&more=1`,
  ]) assert.deepEqual(decode(text), scenario, text);
  for (const text of [`${link}a`, `${link}.a`, link.toLowerCase(), `${link.slice(0, -1)}。`]) assertRefused(sextant.decodeLink(text), 'linkDamaged', '', { message: text });
});

// By chance, one random change in four billion would be taken.
test('of a million random changes none is taken for another scenario', () => {
  const random = createRandom(12);
  const link = encode({ ...presets[0].scenario, grossMargin: 0.45, title: '雙11' });
  const own = decode(link);
  const signs = [...'~.aZ09 #%=/。'];
  let refused = 0;
  for (let i = 0; i < 1_000_000; ++i) {
    let changed = link;
    for (let change = 0; change <= i % 3; ++change) {
      const at = Math.floor(random.unit() * link.length);
      changed = changed.slice(0, at) + signs[Math.floor(random.unit() * signs.length)] + changed.slice(at + 1);
    }
    const result = sextant.decodeLink(changed);
    if (result.ok) assert.deepEqual(result.value, own, changed);
    else refused += 1;
  }
  assert.ok(refused > 700_000, `${refused}`);
});
