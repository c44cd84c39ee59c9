// Passes a JavaScript value to C++ (src/exchange/json_reader.h, compact form).
//
// The value is written as JSON text in which every number is `#` and every value that JSON cannot express (a
// function, a Date, a cycle) is `?`. The numbers follow in an array, so that NaN, infinities and −0 are
// passed unchanged and C++ refuses them by name. Nothing here throws: getters and proxies that throw are
// written as `?`.

const MAX_DEPTH = 16;
const MAX_LENGTH = 2000; // items of a list that are written; C++ refuses any list as too long before that
const ENDLESS = 1000000; // a longer list is written as `?`
const MAX_TEXT = 100000; // characters of a text; the longest valid one is far shorter
// The largest number of pieces and characters for one value. Otherwise an object with several cycles would
// be written once for every path through it.
const MAX_SIZE = 1000000;
const MAX_REMEMBERED_TEXTS = 500;

// Text that is too long is refused anyway, so only its beginning is passed. The mark shows C++ that it is
// not complete.
function shorten(text) {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT).replace(/[\ud800-\udbff]$/, '')}…`;
}

// Caches quoted texts, because every call has the same keys and ids.
function remember(makeText) {
  const texts = new Map();
  return (word) => {
    let text = texts.get(word);
    if (text !== undefined) return text;
    text = makeText(shorten(word));
    if (word.length <= 32) {
      if (texts.size >= MAX_REMEMBERED_TEXTS) texts.clear();
      texts.set(word, text);
    }
    return text;
  };
}

export const quote = remember((word) => JSON.stringify(word));
const firstKey = remember((key) => `{${JSON.stringify(key)}:`);
const nextKey = remember((key) => `,${JSON.stringify(key)}:`);

// True for object literals, also of another window, and for objects without prototype. False for instances of
// classes, whose values may not be own properties.
function isPlain(object) {
  const prototype = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Writes one value after another. */
export class BoundaryWriter {
  #pieces = [];
  #pieceCount = 0;
  #room = 0;

  /** The numbers that the `#` stand for; only the first `numberCount` are used. */
  numbers = new Float64Array(256);
  numberCount = 0;

  /** Returns the structure of the value. */
  write(value) {
    this.numberCount = 0;
    this.#pieceCount = 0;
    this.#room = MAX_SIZE;
    this.#write(value, 0);
    this.#pieces.length = this.#pieceCount;
    return this.#pieces.join('');
  }

  #append(text) {
    this.#pieces[this.#pieceCount++] = text;
  }

  #writeNumber(value) {
    if (this.numberCount === this.numbers.length) {
      const longer = new Float64Array(this.numberCount * 2);
      longer.set(this.numbers);
      this.numbers = longer;
    }
    this.numbers[this.numberCount++] = value;
    this.#append('#');
  }

  #writeList(list, depth) {
    if (list.length > ENDLESS) return this.#append('?');
    const length = Math.min(list.length, MAX_LENGTH);
    this.#append('[');
    for (let i = 0; i < length; ++i) {
      if (i) this.#append(',');
      this.#write(list[i], depth + 1);
      if (this.#room < 0) {
        this.#append(',?');
        break;
      }
    }
    this.#append(']');
  }

  #writeObject(object, depth) {
    if (!isPlain(object)) return this.#append('?');
    let isEmpty = true;
    for (const key of Object.keys(object)) {
      const value = object[key];
      if (value === undefined) continue;
      this.#append(isEmpty ? firstKey(key) : nextKey(key));
      isEmpty = false;
      if (typeof value === 'number') {
        this.#writeNumber(value);
      } else {
        this.#write(value, depth + 1);
        if (this.#room < 0) break; // larger than any valid object: C++ refuses it
      }
    }
    this.#append(isEmpty ? '{}' : '}');
  }

  #write(value, depth) {
    switch (typeof value) {
      case 'number':
        return this.#writeNumber(value);
      case 'string':
        this.#room -= Math.min(value.length, MAX_TEXT);
        return this.#append(quote(value));
      case 'boolean':
        return this.#append(value ? 'true' : 'false');
      case 'object':
        if (value === null) return this.#append('null');
        break;
      default:
        return this.#append('?');
    }
    if (depth >= MAX_DEPTH || this.#room < 0) return this.#append('?');
    const pieceCount = this.#pieceCount;
    const numberCount = this.numberCount;
    try {
      if (Array.isArray(value)) this.#writeList(value, depth);
      else this.#writeObject(value, depth);
    } catch {
      this.#pieceCount = pieceCount;
      this.numberCount = numberCount;
      this.#append('?');
    }
    this.#room -= 1 + this.#pieceCount - pieceCount;
  }
}

/** The structure text and the numbers of one value. */
export function writeValue(value) {
  const writer = new BoundaryWriter();
  const structure = writer.write(value);
  return { structure, numbers: writer.numbers.subarray(0, writer.numberCount) };
}
