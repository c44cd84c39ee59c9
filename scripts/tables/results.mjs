// The format of src/tables/results.json, and the code generated from it.
import {
  capitalise, cppHeader, isBoolean, isId, isList, isObject, isOneOf, isText, matches, snakeCase, textId,
} from './table.mjs';

const UNITS = ['count', 'money', 'share', 'ratio'];
const BETTER = ['higher', 'lower', 'neither'];
const isTypeName = matches(/^[A-Z][A-Za-z]*$/, 'the name of a struct');

function checkMetrics(table, metrics, texts) {
  for (const [id, metric] of Object.entries(metrics)) {
    table.check(id, metric, { unit: isOneOf(UNITS), better: isOneOf(BETTER), reason: isText }, { label: isText, short: isText, absolute: isBoolean });
    metric.id = id;
    metric.label ??= `metric.${id}`;
    metric.short ??= metric.label;
    for (const key of [metric.label, metric.short, metric.reason]) {
      if (key && !texts.has(key)) table.complain(id, `there is no text '${key}'`);
    }
  }
}

function checkRecords(table, records) {
  for (const [name, record] of Object.entries(records)) {
    table.check(name, record, { header: isText, doc: isText, values: isList });
    if (isTypeName(name)) table.complain(name, `is not ${isTypeName(name)}`);
    for (const value of record.values ?? []) {
      table.check(`${name}, ${value.id}`, value, { id: isId }, { ratio: isBoolean, member: isText, doc: isText });
      value.member ??= snakeCase(value.id ?? '');
    }
    table.checkUnique('the id', record.values ?? [], ({ id }) => id, ({ id }) => `${name}, ${id}`);
  }
}

function checkLists(table, { metrics, records, lists }) {
  const listed = new Set();
  for (const [name, list] of Object.entries(lists)) {
    table.check(name, list, { results: isList }, { record: isOneOf(Object.keys(records)) });
    table.checkUnique('the result', list.results ?? [], (id) => id, () => name);
    for (const id of list.results ?? []) {
      listed.add(id);
      if (!(id in metrics)) table.complain(name, `there is no metric '${id}'`);
      const record = records[list.record];
      if (record && !record.values.some((value) => value.id === id)) table.complain(name, `${list.record} has no '${id}'`);
    }
  }
  for (const id of Object.keys(metrics)) if (!listed.has(id)) table.complain(id, 'is in no list');
}

export function readResults(table, texts) {
  table.check('the file', table.content, { about: isList, metrics: isObject, records: isObject, lists: isObject });
  table.finish();
  const { metrics, records, lists } = table.content;
  checkMetrics(table, metrics, texts);
  checkRecords(table, records);
  table.finish();
  checkLists(table, table.content);
  table.finish();
  return { metrics, records, lists };
}

// --- C++ -------------------------------------------------------------------------------------------

function flatten(name, { values }) {
  return `inline constexpr const char* k${name}Names[] = {${values.map(({ id }) => `"${id}"`).join(', ')}};

inline double* Flatten(const ${name}& from, double* out) {
${values.map(({ member, ratio }) => `  *out++ = ${ratio ? `from.${member}.value_or_nan()` : `from.${member}`};`).join('\n')}
  return out;
}
`;
}

/** Records as sequences of numbers, for JavaScript. */
export function recordsHeader({ records }) {
  const headers = [...new Set(Object.values(records).map(({ header }) => header))].sort();
  return cppHeader('exchange/records.h', `#include <limits>

${headers.map((header) => `#include "${header}"`).join('\n')}

namespace sextant {

// Stands for undefined; JavaScript turns it into null.
inline constexpr double kUndefinedValue = std::numeric_limits<double>::quiet_NaN();

${Object.entries(records).map(([name, record]) => flatten(name, record)).join('\n')}
}  // namespace sextant
`);
}

function definition({ id, unit, better, label, short, reason, absolute = false }) {
  return `{"${id}", Unit::k${capitalise(unit)}, Better::k${capitalise(better)}, ${textId(label)}, ${textId(short)}, ${textId(reason)}, ${absolute}}`;
}

function getter(type, { member }) {
  return `[](const ${type}& from) -> Ratio { return from.${member}; }`;
}

function list(name, { record, results }, { metrics, records }) {
  const rows = results.map((id) => {
    const value = records[record].values.find((candidate) => candidate.id === id);
    return `    {${definition(metrics[id])}, ${getter(record, value)}},`;
  });
  return `inline constexpr ResultOf<${record}> k${capitalise(name)}Results[] = {\n${rows.join('\n')}\n};\n`;
}

// A column has inputs beside results, and the share of all is 1.
function column(id, { metrics, records }, cellFields) {
  const find = (record) => records[record].values.find((value) => value.id === id);
  const ofCell = find('CellMetrics') ? getter('CellMetrics', find('CellMetrics')) : 'nullptr';
  const input = cellFields.find((field) => field.id === id);
  const ofTotal = find('Totals') ? getter('Totals', find('Totals')) : 'nullptr';
  return `    {${definition(metrics[id])}, ${input ? `&Cell::${input.member}` : 'nullptr'}, ${ofCell}, ${ofTotal}},`;
}

/** For code that shows results. */
export function resultListsHeader(results, { fields }) {
  const cellFields = fields.filter(({ owner }) => owner === 'cell');
  const { kpi, cell, card, table, profits, afterOrder } = results.lists;
  return cppHeader('words/result_lists.h', `#include "words/results.h"

namespace sextant {

${list('kpi', kpi, results)}
${list('cell', cell, results)}
${list('card', card, results)}
inline constexpr TableColumn kTableColumns[] = {
${table.results.map((id) => column(id, results, cellFields)).join('\n')}
};

// The first kProfitCount are the profits over the months.
inline constexpr ResultDefinition kAfterOrderResults[] = {
${[...profits.results, ...afterOrder.results].map((id) => `    ${definition(results.metrics[id])},`).join('\n')}
};
inline constexpr int kProfitCount = ${profits.results.length};

}  // namespace sextant
`);
}

// --- JavaScript ------------------------------------------------------------------------------------

/**
 * One object of a record's values, written out, because a loop over names takes four times as long. `first` and `last`
 * are members before and after them: one that is added to a finished object needs memory of its own.
 */
export function reader(name, { values }, { first = '', last = '' } = {}) {
  const lines = values.map(({ id, ratio }, at) => {
    const number = `doubles[at${at ? ` + ${at}` : ''}]`;
    return `    ${id}: ${ratio ? `orNull(${number})` : number},`;
  });
  const parameters = [first, 'doubles', 'at', last].filter(Boolean).join(', ');
  return `export function read${first && capitalise(first)}${name}(${parameters}) {
  return {
${[first && `    ${first},`, ...lines, last && `    ${last},`].filter(Boolean).join('\n')}
  };
}
`;
}

// The values that are read, and other members of the object.
const READERS = [
  ['ThresholdValues'], ['Concentration', { last: 'largest' }], ['Totals'], ['Totals', { first: 'id' }],
  ['CellMetrics', { first: 'id', last: 'quadrant' }], ['FlywheelMonth', { first: 'month' }], ['SteadyState'],
];

const upperCase = (name) => name.replace(/(?<=[a-z])[A-Z]/g, '_$&').toUpperCase();

export function readers({ records }) {
  const lengths = Object.entries(records).map(([name, { values }]) => `export const ${upperCase(name)}_LENGTH = ${values.length};`);
  return `// NaN stands for undefined.
export const orNull = (value) => (value === value ? value : null);

${lengths.join('\n')}

${READERS.map(([name, others]) => reader(name, records[name], others)).join('\n')}`;
}

const valuesName = (name) => (name.endsWith('Values') ? name : `${name}Values`);

/** The interfaces of a record's values; `XValues` if index.d.ts adds members. */
export function recordTypes({ records }) {
  return Object.entries(records).map(([name, { doc, values }]) => `/** ${doc} */
export interface ${valuesName(name)} {
${values.map(({ id, ratio, doc: about }) => `${about ? `  /** ${about} */\n` : ''}  ${id}: ${ratio ? 'number | null' : 'number'};`).join('\n')}
}
`).join('\n');
}

/** The lists of results for web/form, which only needs their names: "kpi" becomes KPI_RESULTS. */
export function webLists({ metrics, lists }) {
  const row = ({ id, label, short }) => `  { id: '${id}', label: '${label}'${short === label ? '' : `, short: '${short}'`} },`;
  return ['kpi', 'card', 'profits', 'afterOrder'].map((name) =>
    `export const ${upperCase(name)}_RESULTS = [\n${lists[name].results.map((id) => row(metrics[id])).join('\n')}\n] as const;\n`).join('\n');
}
