// The page and the charts use the same colours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

// Ink in src/charts/kit/palette.h → custom property in web/calculator/theme.css.
const PROPERTIES = {
  kBackground: 'background',
  kSurface: 'surface',
  kHairline: 'hairline',
  kControl: 'control',
  kText: 'text',
  kTextMuted: 'text-muted',
  kAccent: 'accent',
  kOnAccent: 'on-accent',
  kNegative: 'negative',
};

// Columns: light and dark, each as usual, then each with more contrast.
function palette(column) {
  const source = read('src/charts/kit/palette.cpp');
  return Object.fromEntries(Object.entries(PROPERTIES).map(([ink, property]) => {
    const colors = source.match(new RegExp(`\\{0x(\\w{6}), 0x(\\w{6})\\},\\s*// ${ink}\\b[^\\n]*\\n\\s*\\{0x(\\w{6}), 0x(\\w{6})\\}`, 'm'));
    assert.ok(colors, ink);
    return [property, `#${colors[column].toLowerCase()}`];
  }));
}

/** The colours of one column that differ from those of another. */
function changes(column, from) {
  const before = palette(from);
  return Object.fromEntries(Object.entries(palette(column)).filter(([property, color]) => color !== before[property]));
}

/** The properties set by the blocks with this selector. */
function properties(selector) {
  const blocks = read('web/calculator/theme.css').split(`${selector} {`).slice(1);
  return blocks.map((block) => Object.fromEntries(
    [...block.slice(0, block.indexOf('}')).matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value])));
}

test('light colours', () => assert.deepEqual(properties(':root,\n:host,\n.sextant'), [palette(1)]));
test('dark colours when the system prefers them', () =>
  assert.deepEqual(properties(':is(.poster, .refusal):not([data-theme^="light"])'), [palette(2)]));
test('dark colours when the reader has chosen them', () =>
  assert.deepEqual(properties('.sextant[data-theme^="dark"]'), [palette(2)]));
test('light colours with more contrast', () =>
  assert.deepEqual(properties('.sextant[data-theme="light-contrast"]'), [changes(3, 1)]));
test('dark colours with more contrast', () =>
  assert.deepEqual(properties('.sextant[data-theme="dark-contrast"]'), [changes(4, 2)]));
