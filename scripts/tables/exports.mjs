// src/tables/exports.json: what the exports of other tools call things.
import { capitalise, cppHeader, isId, isList, isObject, isOneOf, isText } from './table.mjs';

const LANGUAGES = ['en', 'zh-TW', 'ja', 'de'];
const KINDS = ['ga4', 'googleAds', 'meta', 'table'];
const ROLES = ['none', 'channel', 'sourceMedium', 'campaignType', 'campaign', 'visits', 'orders', 'revenue', 'cost', 'keyEvents',
  'currency', 'rangeStart', 'rangeEnd', 'dateRange', 'day', 'firstUser', 'event', 'order'];
const CELLS = ['social.organic', 'social.paid', 'search.organic', 'search.paid', 'integrated.organic', 'integrated.paid'];
const SITES = ['search', 'social', 'shopping'];

const isSubsetOf = (names) => (list) =>
  (Array.isArray(list) && list.length && list.every((name) => names.includes(name)) ? undefined : `a list of ${names.join(', ')}`);
const isRank = (value) => (Number.isInteger(value) && value >= 1 && value <= 9 ? undefined : 'a whole number, 1 to 9');

/** As NameKey() in src/exchange/import/names.cpp: without case, blanks and punctuation. */
export function nameKey(name) {
  return [...name].map((sign) => {
    const code = sign.codePointAt(0);
    const plain = code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : sign;
    if (plain < '\x80') return /[A-Za-z0-9]/.test(plain) ? plain.toLowerCase() : '';
    if (code < 0xc0 || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f)) return '';
    if (code === 0x30fb || code === 0xfeff) return '';
    return code <= 0xde ? String.fromCodePoint(code + 0x20) : sign;
  }).join('');
}

/** FNV-1a, as HashOf() there. */
export function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

// Each name once, by its key; the same name of another meaning is a mistake.
function meanings(table, rows) {
  const found = new Map();
  for (const { name, value } of rows) {
    const key = nameKey(name);
    const hash = hashOf(key);
    if (!key) table.complain(name, 'has neither letters nor digits');
    const other = found.get(hash);
    if (other && (other.value !== value || other.key !== key)) table.complain(name, `means '${other.value}' already`);
    found.set(hash, { key, name, value });
  }
  return [...found].sort(([a], [b]) => a - b).map(([hash, { name, value }]) => ({ hash, name, value }));
}

const namesIn = (rows, valueOf) => rows.flatMap((row) => row.names.map((name) => ({ name, value: valueOf(row) })));

export function readExports(table) {
  const { content } = table;
  table.check('the file', content, {
    about: isList, columns: isList, channels: isList, campaignTypes: isList, sources: isList, totals: isList, totalBeginnings: isList, otherLanguages: isList,
  });
  table.finish();
  for (const column of content.columns) {
    table.check(column.id, column, { id: isId, role: isOneOf(ROLES), rank: isRank, kinds: isSubsetOf(KINDS), names: isObject });
    for (const language of LANGUAGES) if (!Array.isArray(column.names?.[language])) table.complain(column.id, `has no names in ${language}`);
  }
  for (const row of [...content.channels, ...content.campaignTypes]) table.check(row.cell, row, { cell: isOneOf(CELLS), names: isList });
  for (const row of content.sources) table.check(row.site, row, { site: isOneOf(SITES), names: isList });
  for (const row of content.otherLanguages) table.check(row.name, row, { name: isText, headers: isList });
  table.checkUnique('the id', content.columns, ({ id }) => id, ({ id }) => id);
  table.finish();
  const columnNames = content.columns.flatMap(({ id, names }) => LANGUAGES.flatMap((language) => names[language].map((name) => ({ name, value: id, language }))));
  const languages = content.otherLanguages.map(({ name, headers }) => ({ name, names: headers }));
  const german = new Set(columnNames.filter(({ language }) => language === 'de').map(({ name }) => nameKey(name)));
  for (const { name, language } of columnNames) if (language !== 'de') german.delete(nameKey(name));
  const tables = {
    columns: content.columns,
    headers: meanings(table, [...columnNames, ...namesIn(languages, ({ name }) => name)]),
    german,
    channels: meanings(table, namesIn(content.channels, ({ cell }) => cell)),
    campaignTypes: meanings(table, namesIn(content.campaignTypes, ({ cell }) => cell)),
    sources: meanings(table, namesIn(content.sources, ({ site }) => site)),
    totals: content.totals,
    totalBeginnings: content.totalBeginnings,
    languages: languages.map(({ name }) => name),
  };
  table.finish();
  return tables;
}

const hex = (hash) => `0x${hash.toString(16).padStart(8, '0').toUpperCase()}`;
const enumeration = (ids) => ids.map((id) => `k${capitalise(id)}`).join(', ');

// Two lists: of sorted hashes, and of what is found at the same place.
function lookup(name, rows, valueOf, doc) {
  return `// ${doc}
inline constexpr uint32_t k${name}Hashes[] = {
${rows.map((row) => `    ${hex(row.hash)},  // ${row.name}`).join('\n')}
};
inline constexpr uint8_t k${name}Values[] = {${rows.map(valueOf).join(', ')}};
`;
}

export function exportTableHeader({ columns, headers, german, channels, campaignTypes, sources, totals, totalBeginnings, languages }) {
  const ids = columns.map(({ id }) => id);
  const headerValue = ({ name, value }) => {
    const at = ids.indexOf(value);
    return at < 0 ? 128 + languages.indexOf(value) : at + (german.has(nameKey(name)) ? 64 : 0);
  };
  const kinds = (list) => list.reduce((bits, kind) => bits | (1 << KINDS.indexOf(kind)), 0);
  const texts = (list) => list.map((text) => `"${text}"`).join(', ');
  return cppHeader('exchange/export_table.h', `#include <cstdint>

namespace sextant {

// Which tool an export is from; kTable: any other table.
enum class ExportKind : uint8_t { ${enumeration(KINDS)} };
inline constexpr const char* kExportKindNames[] = {${texts(KINDS)}};

// What a column gives.
enum class ColumnRole : uint8_t { ${enumeration(ROLES)} };
inline constexpr const char* kColumnRoleNames[] = {${texts(ROLES)}};

enum class ExportColumn : uint8_t { ${enumeration(ids)} };

struct ExportColumnInfo {
  ColumnRole role;
  uint8_t rank;   // of several with one role, the least is taken
  uint8_t kinds;  // bits by ExportKind
};

// By ExportColumn.
inline constexpr ExportColumnInfo kExportColumns[] = {
${columns.map(({ role, rank, kinds: list, id }) => `    {ColumnRole::k${capitalise(role)}, ${rank}, ${kinds(list)}},  // ${id}`).join('\n')}
};

inline constexpr uint8_t kGermanName = 64;
inline constexpr uint8_t kOtherLanguage = 128;

${lookup('Header', headers, headerValue, 'An ExportColumn, with kGermanName if only German says so; or kOtherLanguage and which.')}
${lookup('Channel', channels, ({ value }) => CELLS.indexOf(value), 'A cell of the three media of the model, in their order.')}
${lookup('CampaignType', campaignTypes, ({ value }) => CELLS.indexOf(value), 'The same.')}
enum class Site : uint8_t { kNone, ${enumeration(SITES)} };

${lookup('Source', sources, ({ value }) => SITES.indexOf(value) + 1, 'A Site.')}
inline constexpr const char* kOtherLanguages[] = {${texts(languages)}};
inline constexpr const char* kTotals[] = {${texts(totals)}};
inline constexpr const char* kTotalBeginnings[] = {${texts(totalBeginnings)}};

}  // namespace sextant
`);
}
