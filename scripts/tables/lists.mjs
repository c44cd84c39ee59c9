// The short tables: views, charts, and the engine's calls.
import { BANNER, capitalise, cppHeader, enumerator, isId, isList, isText, matches, textId } from './table.mjs';

function readRows(table, name, required, optional) {
  table.check('the file', table.content, { about: isList, [name]: isList });
  table.finish();
  const rows = table.content[name];
  rows.forEach((row, at) => table.check(row?.id ?? `row ${at + 1}`, row, { id: isId, ...required }, optional));
  table.finish();
  table.checkUnique('the id', rows, ({ id }) => id, ({ id }) => id);
  return rows;
}

export function readViews(table, texts) {
  const views = readRows(table, 'views', {});
  for (const { id } of views) {
    for (const key of [`embed.view.${id}`, `embed.task.${id}`]) if (!texts.dialogs.has(key)) table.complain(id, `there is no dialogs text '${key}'`);
  }
  table.finish();
  return views;
}

export function readCharts(table, texts) {
  const charts = readRows(table, 'charts', { title: isText, doc: isText });
  for (const { id, title } of charts) if (!texts.shared.has(title)) table.complain(id, `there is no text '${title}'`);
  table.finish();
  return charts;
}

export function readCalls(table) {
  const calls = readRows(table, 'calls', { function: matches(/^[A-Z][A-Za-z]*$/, 'the name of a C++ function') });
  table.checkUnique('the function', calls, (call) => call.function, ({ id }) => id);
  table.finish();
  return calls;
}

const enumeration = (rows) => rows.map(({ id }) => enumerator(id)).join(', ');
const names = (rows) => rows.map(({ id }) => `"${id}"`).join(', ');

export function viewsHeader(views) {
  return cppHeader('app/views.h', `namespace sextant {

// The complete calculator, or a single part of it.
enum class View { ${enumeration(views)} };

// Their names in addresses and JavaScript.
inline constexpr const char* kViewNames[] = {${names(views)}};

}  // namespace sextant
`);
}

export function chartsHeader(charts) {
  return cppHeader('charts/chart_list.h', `#include "locales/text_id.h"

namespace sextant {

enum class Chart { ${enumeration(charts)} };

// Their names in JavaScript.
inline constexpr const char* kChartNames[] = {${names(charts)}};

inline constexpr TextId kChartTitles[] = {${charts.map(({ title }) => textId(title)).join(', ')}};

}  // namespace sextant
`);
}

/** Included by engine_bindings.cpp after its functions. */
export const callsInclude = (calls) =>
  `// ${BANNER}\nconstexpr Call kCalls[] = {${calls.map((call) => call.function).join(', ')}};\n`;

const upperCase = (id) => id.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

export const callNumbers = (calls) => calls.map(({ id }, number) => `export const ${upperCase(id)} = ${number};\n`).join('');

export function viewTypes(views) {
  return `export const VIEWS = [${views.map(({ id }) => `'${id}'`).join(', ')}] as const;\nexport type View = (typeof VIEWS)[number];\n`;
}

export function chartTypes(charts) {
  const lines = charts.map(({ id, doc }, at) => ` * \`${id}\`${at ? '' : ' (default)'}: ${doc}.`);
  return `/**\n${lines.join('\n')}\n */\nexport type ChartName = ${charts.map(({ id }) => `'${id}'`).join(' | ')};\n`;
}
