// src/tables/palette.json: the colours, for C++ and for style sheets.
import { cppHeader, enumerator, isId, isList, isOneOf, isText, kebabCase, matches } from './table.mjs';

const isColor = matches(/^#[0-9a-f]{6}$/, 'a colour such as "#0a7350"');
const THEMES = { light: 'light', dark: 'dark', 'light-contrast': 'lightContrast', 'dark-contrast': 'darkContrast' };

export function readPalette(table) {
  table.check('the file', table.content, { about: isList, inks: isList });
  table.finish();
  const { inks } = table.content;
  const colors = Object.fromEntries(Object.values(THEMES).map((theme) => [theme, isColor]));
  inks.forEach((ink, at) => table.check(ink?.id ?? `row ${at + 1}`, ink, { id: isId, ...colors, doc: isText }, { sheet: isOneOf(['page', 'form']) }));
  table.finish();
  table.checkUnique('the id', inks, ({ id }) => id, ({ id }) => id);
  table.finish();
  return inks;
}

export function inkHeader(inks) {
  return cppHeader('charts/kit/ink.h', `#include <cstdint>

namespace sextant {

// What a colour is for. Text on kSurface and kBackground has a contrast of at
// least 4.5:1, graphics at least 3:1; with more contrast 7:1 and 4.5:1
// (tests/charts checks).
enum class Ink : uint8_t {
${inks.map(({ id, doc }) => `  ${enumerator(id)},  // ${doc}`).join('\n')}
  kCount,
};

}  // namespace sextant
`);
}

/** Only for drawing_json.cpp. */
export function inkNamesHeader(inks) {
  return cppHeader('charts/kit/ink_names.h', `namespace sextant {

// By Ink: the ids of src/tables/palette.json.
inline constexpr const char* kInkNames[] = {${inks.map(({ id }) => `"${id}"`).join(', ')}};

}  // namespace sextant
`);
}

export function inkTypes(inks) {
  const lines = inks.map(({ id, doc }) => ` * \`${id}\`: ${doc}.`);
  return `/**\n${lines.join('\n')}\n */\nexport type InkName = ${inks.map(({ id }) => `'${id}'`).join(' | ')};\n`;
}

/** Only for palette.cpp. */
export function paletteHeader(inks) {
  const hex = (color) => color.replace('#', '0x').toUpperCase().replace('X', 'x');
  const row = ({ id, ...colors }) => `    {${Object.values(THEMES).map((theme) => hex(colors[theme])).join(', ')}},  // ${enumerator(id)}`;
  return cppHeader('charts/kit/palette_table.h', `#include <cstdint>

#include "charts/kit/ink.h"

namespace sextant {

// By Ink, then by Theme: light, dark, and each with more contrast.
constexpr uint32_t kColors[static_cast<int>(Ink::kCount)][4] = {
${inks.map(row).join('\n')}
};

}  // namespace sextant
`);
}

/**
 * A style sheet with each "@palette <theme> <sheet>;" replaced by the colours of that sheet as custom
 * properties; "… over <theme>;" omits colours that are the same in that theme.
 */
export function withPalette(css, inks) {
  return css.replace(/@palette ([\w-]+) (\w+)(?: over ([\w-]+))?;/g, (whole, theme, sheet, base) => {
    const shown = inks.filter((ink) => ink.sheet === sheet && ink[THEMES[theme]] !== ink[THEMES[base]]);
    if (!(theme in THEMES) || (base && !(base in THEMES)) || !shown.length) throw new Error(`there is no palette for '${whole}'`);
    return shown.map((ink) => `--${kebabCase(ink.id)}:${ink[THEMES[theme]]};`).join('');
  });
}
