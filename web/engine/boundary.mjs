// Hands a JavaScript value over to C++ (src/exchange/json_reader.h, compact form).
//
// The value is walked once and written as JSON text in which every number is `#` and every value that
// JSON has no word for (a function, a Date, a cycle) is `?`; the numbers follow in an array, so that
// NaN, infinities and −0 arrive as they are and C++ refuses them by name. Nothing here throws, whatever
// the value does: getters and proxies that throw are written as `?`.
//
// Most calls differ from the one before in numbers only, so the pieces of the text are compared while
// they are written and only joined when one of them has changed.

const MAX_DEPTH = 16;
const MAX_LENGTH = 10000; // of a list; the longest that means something is far shorter
const MAX_TEXT = 100000; // of a text, likewise
// Of pieces and characters of texts that one value becomes. An object that leads back to itself in
// several ways would otherwise be written as often as there are ways through it.
const MAX_SIZE = 1000000;
const MAX_REMEMBERED_TEXTS = 500;

// What is too long is refused whatever it says, so its end is of no interest. The mark keeps the
// beginning from being taken for the whole.
function shorten(text) {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT).replace(/[\ud800-\udbff]$/, '')}…`;
}

// The same keys and ids come with every call.
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

const quote = remember((word) => JSON.stringify(word));
const firstKey = remember((key) => `{${JSON.stringify(key)}:`);
const nextKey = remember((key) => `,${JSON.stringify(key)}:`);

// Object literals, also those of another window, and objects without prototype; not instances of
// classes, whose contents are not their own properties.
function isPlain(object) {
  const prototype = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Writes values, and remembers what it wrote last. */
export class BoundaryWriter {
  #pieces = [];
  #pieceCount = 0;
  #changed = true;
  #structure = '';
  #room = 0;

  /** What C++ gets in place of the `#`; the first `numberCount` count. */
  numbers = new Float64Array(256);
  numberCount = 0;

  begin() {
    this.#changed = false;
    this.numberCount = 0;
    this.#pieceCount = 0;
  }

  /** Text of the structure itself: brackets, names of arguments. */
  append(text) {
    if (this.#pieces[this.#pieceCount] !== text) {
      this.#pieces[this.#pieceCount] = text;
      this.#changed = true;
    }
    ++this.#pieceCount;
  }

  appendValue(value) {
    this.#room = MAX_SIZE;
    this.#write(value, 0);
  }

  /** The structure since begin(), and whether it is another one than before. */
  end() {
    if (this.#pieces.length !== this.#pieceCount) {
      this.#pieces.length = this.#pieceCount;
      this.#changed = true;
    }
    if (this.#changed) this.#structure = this.#pieces.join('');
    return { structure: this.#structure, changed: this.#changed };
  }

  #writeNumber(value) {
    if (this.numberCount === this.numbers.length) {
      const longer = new Float64Array(this.numberCount * 2);
      longer.set(this.numbers);
      this.numbers = longer;
    }
    this.numbers[this.numberCount++] = value;
    this.append('#');
  }

  #writeList(list, depth) {
    if (list.length > MAX_LENGTH) return this.append('?');
    this.append('[');
    for (let i = 0; i < list.length; ++i) {
      if (i) this.append(',');
      this.#write(list[i], depth + 1);
      if (this.#room < 0) {
        this.append(',?');
        break;
      }
    }
    this.append(']');
  }

  #writeObject(object, depth) {
    if (!isPlain(object)) return this.append('?');
    let isEmpty = true;
    for (const key of Object.keys(object)) {
      const value = object[key];
      if (value === undefined) continue;
      this.append(isEmpty ? firstKey(key) : nextKey(key));
      isEmpty = false;
      if (typeof value === 'number') {
        this.#writeNumber(value);
      } else {
        this.#write(value, depth + 1);
        if (this.#room < 0) break; // so much is in no object of known keys: it is refused
      }
    }
    this.append(isEmpty ? '{}' : '}');
  }

  #write(value, depth) {
    switch (typeof value) {
      case 'number':
        return this.#writeNumber(value);
      case 'string':
        this.#room -= Math.min(value.length, MAX_TEXT);
        return this.append(quote(value));
      case 'boolean':
        return this.append(value ? 'true' : 'false');
      case 'object':
        if (value === null) return this.append('null');
        break;
      default:
        return this.append('?');
    }
    if (depth >= MAX_DEPTH || this.#room < 0) return this.append('?');
    const pieceCount = this.#pieceCount;
    const numberCount = this.numberCount;
    try {
      if (Array.isArray(value)) this.#writeList(value, depth);
      else this.#writeObject(value, depth);
    } catch {
      this.#pieceCount = pieceCount;
      this.numberCount = numberCount;
      this.append('?');
    }
    this.#room -= 1 + this.#pieceCount - pieceCount;
  }
}

/** Structure text and numbers of one value. */
export function writeValue(value) {
  const writer = new BoundaryWriter();
  writer.begin();
  writer.appendValue(value);
  const { structure } = writer.end();
  return { structure, numbers: writer.numbers.subarray(0, writer.numberCount) };
}
