// readTable() and what applyTable() passes on: bytes to UTF-8, and rows from the memory of the module
// (src/exchange/import/row_list.h).

const ROWS_PER_BLOCK = 4096;
const NUMBERS_PER_ROW = 6; // 48 bytes: four numbers, then line, name and cell as 32 bits each, and four bytes of no use here
const SAMPLE = 65536; // bytes that decide the encoding
const MAX_LISTED = 100;
const NUL_SHARE = 0.1; // UTF-16 of a table has far more: every delimiter, digit and line end is half a NUL

const encoder = new TextEncoder();

/** The bytes of a buffer or view of any realm; undefined for other values. */
function bytesOf(given) {
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  return /ArrayBuffer\]$/.test(Object.prototype.toString.call(given)) ? new Uint8Array(given) : undefined;
}

const beginsWith = (bytes, ...start) => start.every((byte, i) => bytes[i] === byte);

/** By the byte order mark or by where the NULs are; undefined if it is not UTF-16. */
function utf16Of(bytes) {
  if (beginsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (beginsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const nuls = [0, 0];
  sample.forEach((byte, i) => {
    if (!byte) nuls[i % 2] += 1;
  });
  const [even, odd] = nuls;
  if (Math.max(even, odd) < NUL_SHARE * sample.length) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** The text, or undefined if the bytes are not in this encoding. */
function decoded(encoding, bytes, isSample = false) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isSample });
  } catch {
    return undefined;
  }
}

/** Whether most bytes above ASCII are followed by an ASCII letter, as accented letters are and halves of ideographs are not. */
function hasSingleLetters(bytes) {
  let high = 0;
  let single = 0;
  for (let i = 0; i < bytes.length; ++i) {
    if (bytes[i] < 0x80) continue;
    high += 1;
    const next = bytes[i + 1] | 0x20;
    if (next >= 0x61 && next <= 0x7a) single += 1;
  }
  return single > 0.6 * high;
}

/** The encoding without byte order mark in which most names of columns are known. `knownNames(text)` counts them. */
function legacyEncoding(bytes, knownNames) {
  const sample = bytes.subarray(0, SAMPLE);
  const usual = hasSingleLetters(sample) ? ['windows-1252', 'big5', 'shift_jis'] : ['big5', 'shift_jis', 'windows-1252'];
  let best = { known: -1 };
  for (const encoding of usual) {
    const text = decoded(encoding, sample, true);
    const known = text === undefined ? -1 : knownNames(text);
    if (known > best.known && decoded(encoding, bytes) !== undefined) best = { encoding, known };
  }
  return best.encoding;
}

function rowsOf(wasm, names, cellIds) {
  const rows = new Array(wasm.table_row_count());
  const { buffer } = wasm.memory;
  const numbers = new Float64Array(buffer);
  const integers = new Int32Array(buffer);
  const stated = (value) => (Number.isNaN(value) ? null : value);
  for (let i = 0; i < rows.length; ++i) {
    const at = i % ROWS_PER_BLOCK;
    const start = wasm.table_rows((i - at) / ROWS_PER_BLOCK) / 8 + at * NUMBERS_PER_ROW;
    const after = (start + 4) * 2;
    rows[i] = {
      line: integers[after],
      name: names[integers[after + 1]],
      cell: cellIds[integers[after + 2]] ?? null,
      visits: stated(numbers[start]),
      orders: stated(numbers[start + 1]),
      revenue: stated(numbers[start + 2]),
      cost: stated(numbers[start + 3]),
    };
  }
  return rows;
}

/** `ask(bytes)`: gives the module a table as UTF-8, and returns its Result. */
function readBytes(wasm, bytes, ask, knownNames) {
  const utf16 = utf16Of(bytes);
  if (utf16) {
    const text = decoded(utf16, bytes);
    if (text !== undefined) return [ask(encoder.encode(text)), utf16];
  }
  const answer = ask(beginsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes);
  if (answer.error?.code !== 'badText') return [answer, 'utf-8'];
  const encoding = legacyEncoding(bytes, knownNames);
  return encoding ? [ask(encoder.encode(decoded(encoding, bytes))), encoding] : [answer, 'utf-8'];
}

/** The Result of readTable(); `given`: bytes or text. */
export function readTable(wasm, given, ask, knownNames) {
  const bytes = bytesOf(given);
  // A text has no byte order mark that counts; what is neither is refused with its type.
  const [answer, encoding] = bytes ? readBytes(wasm, bytes, ask, knownNames) :
    [ask(typeof given === 'string' ? encoder.encode(given.replace(/^\ufeff/, '')) : null), 'utf-8'];
  if (!answer.ok) return answer;
  const { table, names, cellIds } = answer.value;
  table.encoding = encoding;
  table.rows = rowsOf(wasm, names, cellIds);
  return { ok: true, value: table };
}

const withoutNulls = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));

/** What applyTable() needs of an answer of readTable(); another value as it is, to be refused. */
function essence(table) {
  const { kind, currency, cells, asks = [], warnings = [], rows = [] } = table;
  const codes = warnings.map(({ code }) => code);
  return withoutNulls({
    kind,
    currency: currency ?? null,
    cells: Array.isArray(cells) ? cells.map((cell) => (cell && typeof cell === 'object' ? withoutNulls(cell) : cell)) : cells,
    askedRows: asks.reduce((sum, ask) => sum + ask.rows, 0),
    hasUnreadableRows: codes.includes('unreadableRows'),
    revenueIsZero: codes.includes('revenueZero'),
    moreOrders: rows.filter(({ cell, orders, visits }) => cell && visits !== null && orders > visits).slice(0, MAX_LISTED)
      .map(({ cell, line }) => ({ cell, line })),
  });
}

/** The options of applyTable() with its tables, as C++ reads them. */
export function withTables(options, tables) {
  try {
    if (!options || typeof options !== 'object' || Array.isArray(options)) return options;
    return { ...options, tables: Array.isArray(tables) ? tables.map((table) => (table && typeof table === 'object' ? essence(table) : table)) : tables ?? null };
  } catch {
    return { tables: () => {} }; // where asking throws, it is refused
  }
}
