// svg(): a well-formed picture for every scenario.
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRefused, createRandom, createSextant, randomScenario, valueOf } from './engine.mjs';

const sextant = await createSextant();
const presets = valueOf(sextant.presets());
const fields = valueOf(sextant.fields());
const usual = presets[0].scenario;

const CHARTS = ['quadrant', 'matrix', 'flywheel', 'customers', 'wheel'];
const THEMES = ['light', 'dark'];
const LANGUAGES = ['en', 'zh-TW'];
const EVERY_WAY = CHARTS.flatMap((chart) => THEMES.flatMap((theme) => LANGUAGES.map((lang) => ({ chart, theme, lang }))));

const draw = (scenario, options) => valueOf(sextant.svg(scenario, options));

const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescape = (text) => text.replace(/&(\w+);/g, (_, name) => ENTITIES[name]);

/** Checks that it is XML, and returns its elements: name, attributes, and text directly in the element. */
function parse(svg) {
  const elements = [];
  const open = [];
  const checkText = (text) => {
    assert.doesNotMatch(text, /[<\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&(?!(lt|gt|amp|quot|apos|#\d+);)/, text);
    assert.ok(!/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text));
  };
  const TOKEN = /<(\/?)([a-z]+)((?: [a-zA-Z0-9:-]+="[^"]*")*)(\/?)>|([^<]+)/gy;
  while (TOKEN.lastIndex < svg.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(svg);
    assert.ok(token, `not XML: ${svg.slice(at, at + 80)}`);
    const [, closing, name, attributes, empty, text] = token;
    if (text !== undefined) {
      checkText(text);
      open.at(-1).text += unescape(text);
    } else if (closing) {
      assert.equal(open.pop()?.name, name);
    } else {
      const element = { name, attributes: {}, text: '' };
      for (const [, key, value] of attributes.matchAll(/ ([a-zA-Z0-9:-]+)="([^"]*)"/g)) {
        checkText(value);
        assert.ok(!(key in element.attributes), `${key} twice`);
        element.attributes[key] = unescape(value);
      }
      assert.equal(open.length > 0, elements.length > 0, 'one element holds all');
      elements.push(element);
      if (!empty) open.push(element);
    }
  }
  assert.equal(open.length, 0);
  return elements;
}

/** Checks that there is no code, no reference and no invalid number. */
function assertSound(svg) {
  const elements = parse(svg);
  assert.deepEqual([...new Set(elements.map(({ name }) => name))].filter((name) =>
    !['svg', 'title', 'desc', 'rect', 'line', 'polygon', 'polyline', 'path', 'circle', 'text', 'g'].includes(name)), []);
  for (const { name, attributes } of elements) {
    for (const [key, value] of Object.entries(attributes)) {
      assert.doesNotMatch(key, /^on|href|style/i);
      if (key !== 'xmlns') assert.doesNotMatch(value, /NaN|nan|inf|undefined|null|url\(|:/i, `${name} ${key}="${value}"`);
    }
  }
  return elements;
}

const textOf = (elements) => elements.map(({ text }) => text).join('\n');

test('every chart, both themes, both languages', () => {
  for (const { scenario } of presets) {
    const seen = new Set();
    for (const options of EVERY_WAY) {
      const svg = draw(scenario, { ...options, width: 700, height: 500 });
      const elements = assertSound(svg);
      const [{ name, attributes }] = elements;
      assert.equal(name, 'svg');
      assert.equal(attributes.xmlns, 'http://www.w3.org/2000/svg');
      assert.deepEqual([attributes.width, attributes.height, attributes.viewBox], ['700', '500', '0 0 700 500']);
      assert.equal(elements[1].name, 'title');
      assert.ok(elements[1].text.length > 0);
      const description = elements.find((element) => element.name === 'desc').text;
      assert.equal(/\p{Script=Han}/u.test(textOf(elements)), options.lang === 'zh-TW');
      assert.ok(description.length > (['quadrant', 'matrix'].includes(options.chart) ? 100 : 20), description);
      seen.add(svg);
    }
    assert.equal(seen.size, EVERY_WAY.length, 'each way looks different');
  }
});

test('every preset looks different', () => {
  for (const chart of CHARTS) {
    const pictures = new Set(presets.map(({ scenario }) => draw(scenario, { chart })));
    // Two presets have the same cells, which are all that the matrix shows, and two have the same momentum,
    // which is all that the wheel shows.
    assert.equal(pictures.size, ['matrix', 'wheel'].includes(chart) ? presets.length - 1 : presets.length, chart);
  }
});

test('flywheel, customers and wheel are labelled with their content', () => {
  const scenario = presets.find(({ id }) => id === 'flywheel-turning').scenario;
  const describe = (chart, given = scenario, lang = 'en') =>
    parse(draw(given, { chart, lang })).find(({ name }) => name === 'desc').text;
  const wheel = valueOf(sextant.flywheel(scenario));
  assert.match(describe('flywheel'), /24 months/);
  const { activePromoters } = wheel.months.at(-1);
  assert.ok(describe('customers').includes(valueOf(sextant.format(activePromoters, 'count'))), describe('customers'));
  assert.ok(describe('wheel').includes(valueOf(sextant.format(wheel.longRunMultiplier, 'ratio'))), describe('wheel'));
  const unbounded = { ...scenario, flywheel: { referralConversionRate: 1 } };
  const words = (given, lang) => textOf(parse(draw(given, { chart: 'wheel', lang })));
  assert.match(words(unbounded, 'en'), /without limit/i);
  assert.doesNotMatch(words(scenario, 'en'), /without limit/i);
  assert.match(words(unbounded, 'zh-TW'), /\u7121\u9650/u);
});

test('a flywheel of one month, without customers, and of 120 months', () => {
  for (const given of [{ flywheel: { months: 1 } }, { cells: [] }, { cells: [], flywheel: { months: 1 } }, { flywheel: { months: 120 } }]) {
    for (const options of EVERY_WAY) assertSound(draw(given, { ...options, width: 360, height: 240 }));
  }
});

test('options have defaults', () => {
  assert.equal(draw(usual), draw(usual, { chart: 'quadrant', theme: 'light', lang: 'en', width: 640, height: 480 }));
  assert.equal(draw(usual, {}), draw(usual, { chart: undefined, width: undefined }));
});

test('markup in titles and labels stays text', () => {
  const hostile = ['<script>alert(1)</script>', '"><svg onload="alert(1)">', "'\"&<>&amp;&lt;", ']]><!--', '&#60;b&#62;', '</title></svg>', '𝒳 é 龍 😀'];
  for (const title of hostile) {
    const scenario = structuredClone(usual);
    scenario.title = title;
    scenario.media[0].label = title.slice(0, 20);
    for (const options of EVERY_WAY) {
      const elements = assertSound(draw(scenario, { ...options, width: 1200, height: 900 }));
      assert.ok(elements[1].text.includes(title), elements[1].text);
    }
  }
});

test('every size from the smallest to the largest', () => {
  for (const [width, height] of [[100, 100], [100, 10000], [10000, 100], [10000, 10000], [320.5, 240.25], [123.456, 654.321]]) {
    for (const options of EVERY_WAY) {
      const [{ attributes }] = assertSound(draw(usual, { ...options, width, height }));
      assert.ok(Math.abs(Number(attributes.width) - width) < 0.01);
      assert.ok(Math.abs(Number(attributes.height) - height) < 0.01);
    }
  }
});

test('150 random scenarios, and an empty one', () => {
  const random = createRandom(1);
  const scenarios = [{ cells: [] }, { cells: [], thresholds: { mode: 'target' } },
    ...Array.from({ length: 150 }, () => randomScenario(random, fields))];
  for (const scenario of scenarios) {
    for (const chart of CHARTS) assertSound(draw(scenario, { chart, lang: random.pick(LANGUAGES), width: 400, height: 300 }));
  }
});

test('invalid options are refused by name', () => {
  for (const side of ['width', 'height']) {
    for (const value of [0, -1, 99.999, 10000.001, 1e300]) assertRefused(sextant.svg(usual, { [side]: value }), 'outOfBounds', side);
    for (const value of [NaN, Infinity, -Infinity]) assertRefused(sextant.svg(usual, { [side]: value }), 'notFinite', side);
    for (const value of [null, '640', true, [], {}, 640n]) assertRefused(sextant.svg(usual, { [side]: value }), 'wrongType', side);
  }
  for (const choice of ['chart', 'theme']) {
    for (const value of ['', 'pie', 'Light', 'Quadrant', 'x'.repeat(1e4)]) {
      assertRefused(sextant.svg(usual, { [choice]: value }), 'unknownOption', choice);
      assertRefused(sextant.svg(usual, { lang: 'zh-TW', [choice]: value }), 'unknownOption', choice, { lang: 'zh-TW' });
    }
    for (const value of [null, 0, true, [], {}]) assertRefused(sextant.svg(usual, { [choice]: value }), 'wrongType', choice);
  }
  assertRefused(sextant.svg(usual, { widht: 640 }), 'unknownField', 'widht');
});
