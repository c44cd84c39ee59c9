// The format of src/tables/fields.json, and the code generated from it.
import {
  capitalise, cppHeader, isBoolean, isId, isList, isNumber, isObject, isOneOf, isText, matches, numberText, snakeCase, textId,
} from './table.mjs';

export const SEGMENTS = ['promoter', 'passive', 'detractor']; // enum Segment
const UNITS = ['count', 'money', 'share', 'ratio', 'months'];
const SCALES = ['linear', 'logarithmic'];

const isDefault = (value) => (Number.isFinite(value) || !isObject(value) ? undefined : 'a number, or one for each segment');

function checkRow(table, teams, row) {
  const where = row?.id ?? 'a field without id';
  table.check(where, row, {
    id: isId,
    owner: isOneOf(['cell', 'scenario']),
    unit: isOneOf(UNITS),
    minimum: isNumber,
    maximum: isNumber,
    default: isDefault,
    slider: isObject,
    link: matches(/^([a-z*]+\.)?[a-z]+$/, 'a letter, or a block, a dot and a letter'),
    doc: isText,
  }, { words: isId, team: isOneOf(teams), fallback: isObject });
  table.check(`${where}, slider`, row.slider, { scale: isOneOf(SCALES), start: isNumber, maximum: isNumber });
  if (row.fallback) table.check(`${where}, fallback`, row.fallback, { field: isText, function: isText });
  if (row.id?.includes('*') !== !!isNumber(row.default)) table.complain(where, 'a star in the id needs a default for each segment');
  if (row.id?.includes('*') !== row.link?.includes('*')) table.complain(where, 'a star in the id needs one in the link, and the other way round');
}

/** Expands "flywheel.segments.*.share" to three fields. */
function ofSegments(row) {
  return SEGMENTS.map((segment) => ({
    ...row, id: row.id.replace('*', segment), link: row.link.replace('*', segment), default: row.default[segment], segment,
  }));
}

// Adjacent rows with a star are ordered segment by segment.
function expand(rows) {
  const fields = [];
  for (let i = 0; i < rows.length;) {
    const end = rows.findIndex((row, at) => at >= i && !row.id.includes('*'));
    const starred = rows.slice(i, end < 0 ? rows.length : end).map(ofSegments);
    SEGMENTS.forEach((_, segment) => fields.push(...starred.map((three) => three[segment])));
    i += starred.length;
    if (i < rows.length) fields.push(rows[i++]);
  }
  return fields;
}

function checkField(table, field) {
  const { id, unit, minimum, maximum, slider } = field;
  if (!(field.default >= minimum && field.default <= maximum)) table.complain(id, 'the default is out of bounds');
  if (!(minimum < maximum && slider.start >= 0 && slider.maximum > slider.start && slider.maximum <= maximum)) {
    table.complain(id, 'bounds and slider do not go upwards');
  }
  if (slider.scale === 'logarithmic' && !(slider.start > minimum)) table.complain(id, 'a logarithmic slider starts above the minimum');
  if (unit === 'months' && !Number.isInteger(field.default)) table.complain(id, 'months are whole');
  const dots = field.owner === 'cell' ? 0 : Math.max(0, id.split('.').length - 1);
  if (id.split('.').length - 1 !== dots) table.complain(id, 'a field of a cell is in no block');
}

// The fields of a block must be adjacent, because links and JSON open each block only once.
function checkBlocks(table, what, fields, blockOf) {
  const closed = new Set();
  let open;
  for (const field of fields) {
    const block = blockOf(field);
    if (block === open) continue;
    if (closed.has(block)) table.complain(field.id, `the ${what} '${block}' has been closed before`);
    closed.add(open = block);
  }
}

/** Expands "flywheel.segments.promoter.*" to ids. */
function idsOf(pattern, fields) {
  return fields.map(({ id }) => id).filter((id) => (pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern));
}

function checkShown(table, shown, fields) {
  const lists = {};
  for (const [place, patterns] of Object.entries(shown)) {
    const where = `shown, ${place}`;
    if (isList(patterns)) {
      table.complain(where, 'is not a list');
      continue;
    }
    for (const pattern of patterns) if (!idsOf(pattern, fields).length) table.complain(where, `there is no field '${pattern}'`);
    lists[place] = patterns.flatMap((pattern) => idsOf(pattern, fields));
    const owners = new Set(lists[place].map((id) => fields.find((field) => field.id === id).owner));
    if (owners.size > 1) table.complain(where, 'mixes fields of cells with those of the scenario');
  }
  for (const { id } of fields) {
    const places = Object.keys(lists).filter((place) => lists[place].includes(id));
    if (places.length !== 1) table.complain(id, `is shown ${places.length ? `in ${places.join(' and ')}` : 'nowhere'}`);
  }
  return lists;
}

function checkList(table, list) {
  const where = list?.id ?? 'a list without id';
  table.check(where, list, { id: isId, link: isId, capacity: isNumber, doc: isText, columns: isList });
  for (const column of list.columns ?? []) {
    table.check(`${where}, ${column?.id}`, column, { id: isId, link: matches(/^[a-df-z]$/, 'a letter that is not the e of an exponent') },
      { of: isOneOf(['cell', 'month']), minimum: isNumber, maximum: isNumber, default: isNumber, required: isBoolean, doc: isText });
  }
  table.checkUnique('the link', list.columns, ({ link }) => link, ({ id }) => `${where}, ${id}`);
}

const dotted = (name) => name.slice(0, name.lastIndexOf('.') + 1);

/**
 * The fields, starred rows expanded, each with `label`, `shortLabel` (keys of texts), `member` (C++, below its
 * owner) and `inBlock`; `shown`: place → ids.
 */
export function readFields(table, texts) {
  table.check('the file', table.content, { about: isList, teams: isList, fields: isList, lists: isList, shown: isObject });
  table.finish();
  const { teams, fields: rows, lists, shown } = table.content;
  for (const row of rows) checkRow(table, teams, row);
  for (const row of lists) checkList(table, row);
  table.finish();
  const fields = expand(rows).map((row) => {
    const label = `field.${row.words ?? row.id.split('.').at(-1)}`;
    const segment = row.segment && `flywheel.segments[${SEGMENTS.indexOf(row.segment)}].${snakeCase(row.id.split('.').at(-1))}`;
    return {
      ...row, label, shortLabel: `${label}.short`, member: segment ?? snakeCase(row.id),
      inBlock: row.id.includes('.') && !row.id.startsWith('thresholds.'),
    };
  });
  for (const field of fields) {
    checkField(table, field);
    for (const key of [field.label, field.shortLabel]) if (!texts.has(key)) table.complain(field.id, `there is no text '${key}'`);
  }
  const whereOf = ({ id }) => id;
  table.checkUnique('the id', fields, ({ owner, id }) => `${owner} ${id}`, whereOf);
  table.checkUnique('the link', fields, ({ owner, link }) => `${owner} ${link}`, whereOf);
  const ofScenario = fields.filter(({ owner }) => owner === 'scenario');
  checkBlocks(table, 'block of links', ofScenario, ({ link }) => dotted(link) || link);
  checkBlocks(table, 'object', ofScenario, ({ id }) => id.split('.').slice(0, -1).join('.') || id);
  const shownIn = checkShown(table, shown, fields);
  table.finish();
  return { fields, lists, shown: shownIn, teams };
}

// --- C++ -------------------------------------------------------------------------------------------

function definition({ id, unit, minimum, maximum, default: usual, slider, link, label, shortLabel }) {
  const numbers = [minimum, maximum, usual].map(numberText).join(', ');
  return `{"${id}", Unit::k${capitalise(unit)}, ${numbers}, SliderScale::k${capitalise(slider.scale)}, ` +
    `${numberText(slider.start)}, ${numberText(slider.maximum)}, "${link}", ${textId(label)}, ${textId(shortLabel)}}`;
}

function cellRow(field) {
  return `    {${definition(field)}, &Cell::${field.member}},`;
}

function scenarioRow(field) {
  const { member, fallback, inBlock } = field;
  const [find, place] = fallback
    ? [`s.${member} ? &*s.${member} : nullptr`, `s.${member} ? *s.${member} : s.${member}.emplace(0)`]
    : [`&s.${member}`, `s.${member}`];
  return `    {${definition(field)},
     [](const Scenario& s) -> const double* { return ${find}; },
     [](Scenario& s) -> double& { return ${place}; },
     ${fallback ? fallback.function : 'nullptr'}, ${inBlock}},`;
}

function shownRow(shown, fields, owner) {
  const own = fields.filter((field) => field.owner === owner);
  const table = owner === 'cell' ? 'kCellFields' : 'kScenarioFields';
  const type = owner === 'cell' ? 'CellField' : 'ScenarioField';
  const arrays = [];
  const spans = Object.entries(shown).map(([place, ids]) => {
    const positions = ids.map((id) => own.findIndex((field) => field.id === id)).filter((at) => at >= 0);
    if (!positions.length) return '{}';
    const name = `kOn${capitalise(place)}`;
    arrays.push(`constexpr const ${type}* ${name}[] = {${positions.map((at) => `&${table}[${at}]`).join(', ')}};`);
    return name;
  });
  return `${arrays.join('\n')}\nconstexpr std::span<const ${type}* const> ${table}Shown[] = {${spans.join(', ')}};\n`;
}

/** For fields.h: the part that other code needs at compile time. */
export function fieldCountsHeader({ fields, shown }) {
  const count = (owner) => fields.filter((field) => field.owner === owner).length;
  return cppHeader('engine/model/field_counts.h', `#include <cstddef>

namespace sextant {

inline constexpr size_t kCellFieldCount = ${count('cell')};
inline constexpr size_t kScenarioFieldCount = ${count('scenario')};

// Where a field is shown.
enum class Shown {
${Object.keys(shown).map((place) => `  k${capitalise(place)},`).join('\n')}
};

}  // namespace sextant
`);
}

/** Only for fields.cpp: the tables themselves. */
export function fieldTableHeader({ fields, shown }) {
  const rows = (owner, row) => fields.filter((field) => field.owner === owner).map(row).join('\n');
  return cppHeader('engine/model/field_table.h', `#include <span>

#include "engine/model/fields.h"

namespace sextant {

constexpr CellField kCellFields[] = {
${rows('cell', cellRow)}
};

constexpr ScenarioField kScenarioFields[] = {
${rows('scenario', scenarioRow)}
};

${shownRow(shown, fields, 'cell')}
${shownRow(shown, fields, 'scenario')}
}  // namespace sextant
`);
}

function columnRow({ id, of, minimum = 0, maximum = 0, default: usual, required, link }) {
  return `    {"${id}", '${link}', Column::k${capitalise(of ?? 'number')}, ${!!required}, ` +
    `${[minimum, maximum].map(numberText).join(', ')}, ${usual === undefined ? 'kLeftOut' : numberText(usual)}},`;
}

/** Only for lists.cpp. */
export function listTableHeader({ lists }) {
  const names = lists.map(({ id }) => capitalise(id.replace(/\.(.)/, (_, letter) => letter.toUpperCase())));
  return cppHeader('engine/model/list_table.h', `#include "engine/model/lists.h"

namespace sextant {

${lists.map(({ columns }, i) => `constexpr Column k${names[i]}Columns[] = {\n${columns.map(columnRow).join('\n')}\n};\n`).join('\n')}
constexpr List kLists[] = {
${lists.map(({ id, link, capacity }, i) => `    {"${dotted(id)}", "${id.slice(dotted(id).length)}", "${link}", ${capacity}, k${names[i]}Columns},`).join('\n')}
};

// Positions in kLists.
enum ListPosition : size_t { ${names.map((name) => `k${name}`).join(', ')} };

}  // namespace sextant
`);
}

/** Only for the code that names teams. A field that no team controls has kNobody. */
export function teamsHeader({ fields, teams }) {
  const names = teams.map((team) => `k${capitalise(team)}`);
  const rows = (owner) => fields.filter((field) => field.owner === owner)
    .map(({ id, team }) => `    Team::k${team ? capitalise(team) : 'Nobody'},  // ${id}`).join('\n');
  return cppHeader('engine/model/teams.h', `namespace sextant {

enum class Team { ${names.join(', ')}, kNobody };
inline constexpr const char* kTeamIds[] = {${teams.map((team) => `"${team}"`).join(', ')}};
inline constexpr int kTeamCount = ${teams.length};

// In the order of CellFields() and ScenarioFields().
inline constexpr Team kTeamsOfCellFields[] = {
${rows('cell')}
};
inline constexpr Team kTeamsOfScenarioFields[] = {
${rows('scenario')}
};

}  // namespace sextant
`);
}

// --- JavaScript ------------------------------------------------------------------------------------

function taker(name, keys) {
  const numbers = keys.filter((key) => key !== 'id');
  const isOther = keys.map((key) => (key === 'id' ? 'id !== shape.items[0]' : `typeof ${key} !== 'number'`));
  return `function take${name}(object, shape, numbers, at) {
  const { ${keys.join(', ')} } = object;
  if (Object.getPrototypeOf(object) !== Object.prototype ||
    ${isOther.join(' ||\n    ')} || !hasKeys(object, shape.keys)) return -1;
${numbers.map((key, i) => `  numbers[at${i ? ` + ${i}` : ''}] = ${key};`).join('\n')}
  return at + ${numbers.length};
}
`;
}

/**
 * For repeated_value.mjs: writes the numbers of the objects that a scenario has several of, by their names, which takes
 * half the time of going from key to key.
 */
export function takers({ fields }) {
  const cell = ['id', ...fields.filter(({ owner }) => owner === 'cell').map(({ id }) => id)];
  const segment = fields.filter((field) => field.segment === SEGMENTS[0]).map(({ id }) => id.split('.').at(-1));
  return `// Whether these are the object's keys, in this order.
function hasKeys(object, keys) {
  let i = 0;
  for (const key in object) if (key !== keys[i++]) return false;
  return i === keys.length;
}

${taker('Cell', cell)}
${taker('Segment', segment)}
/** By the keys of the object. */
export const TAKERS = new Map([['${cell}', takeCell], ['${segment}', takeSegment]]);
`;
}

// --- TypeScript ------------------------------------------------------------------------------------

/** Where fields are shown: place → ids. */
export function shownLists({ shown }) {
  const lists = Object.entries(shown).map(([place, ids]) => `  ${place}: [${ids.map((id) => `'${id}'`).join(', ')}],`);
  return `export const SHOWN_FIELDS = {\n${lists.join('\n')}\n} as const;\n`;
}
