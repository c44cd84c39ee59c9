// Most calls differ from the previous one only in numbers. This recognises such a call, which is faster than
// writing the whole value with boundary.mjs.
import { quote } from './boundary.mjs';
import { TAKERS } from './tables.mjs';

const NUMBER = 0;
const NOT_ALIKE = -1;

// What a value consists of except its numbers: a text is itself, a list has the shapes of its items, and an
// object literal its keys as well. Anything else has no shape.
function shapeOf(value) {
  if (typeof value === 'number') return NUMBER;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return { take: takeList, keys: null, items: value.map(shapeOf) };
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  const keys = Object.keys(value);
  return { take: TAKERS.get(String(keys)) ?? takeObject, keys, items: Object.values(value).map(shapeOf) };
}

// As BoundaryWriter writes it.
function textOf(shape) {
  if (shape === NUMBER) return '#';
  if (typeof shape !== 'object') return typeof shape === 'string' ? quote(shape) : '?';
  const items = shape.items.map(textOf);
  return shape.keys === null ? `[${items}]` : `{${items.map((text, i) => `${quote(shape.keys[i])}:${text}`)}}`;
}

// The next three functions write a value's numbers to `numbers` from `at` on. They return the position after the
// last one, or NOT_ALIKE if the value has another shape.

function takeList(list, { items }, numbers, at) {
  if (!Array.isArray(list) || list.length !== items.length) return NOT_ALIKE;
  for (let i = 0; i < items.length && at !== NOT_ALIKE; ++i) at = takeValue(list[i], items[i], numbers, at);
  return at;
}

function takeObject(object, { keys, items }, numbers, at) {
  if (Object.getPrototypeOf(object) !== Object.prototype) return NOT_ALIKE;
  let i = 0;
  for (const key in object) {
    if (key !== keys[i]) return NOT_ALIKE;
    const value = object[key];
    if (typeof value === 'number') {
      if (items[i] !== NUMBER) return NOT_ALIKE;
      numbers[at++] = value;
    } else if (typeof value === 'string') {
      if (items[i] !== value) return NOT_ALIKE;
    } else {
      at = takeValue(value, items[i], numbers, at);
      if (at === NOT_ALIKE) return NOT_ALIKE;
    }
    ++i;
  }
  return i === keys.length ? at : NOT_ALIKE;
}

function takeValue(value, shape, numbers, at) {
  if (typeof value === 'object' && value !== null && typeof shape === 'object') {
    return shape.take(value, shape, numbers, at);
  }
  if (typeof value === 'string') return value === shape ? at : NOT_ALIKE;
  if (typeof value !== 'number' || shape !== NUMBER) return NOT_ALIKE;
  numbers[at] = value;
  return at + 1;
}

// Whether a page has added properties to Object.prototype: a loop over keys would mistake them for the object's own.
function inheritsKeys() {
  for (const key in Object.prototype) return key !== undefined;
  return false;
}

/** Recognises values that differ from the remembered one only in numbers. */
export class RepeatedValue {
  #shape = null;

  /** `structure` is what BoundaryWriter has written for the value. */
  remember(value, structure) {
    this.forget();
    try {
      const shape = shapeOf(value);
      // Getters and proxies may return something else each time.
      if (typeof shape === 'object' && textOf(shape) === structure) this.#shape = shape;
    } catch {
      this.forget();
    }
  }

  forget() {
    this.#shape = null;
  }

  /** Writes the value's numbers to `numbers` from `start` on and returns their count; −1 if it has another shape. */
  takeNumbers(value, numbers, start) {
    if (this.#shape === null || inheritsKeys()) return NOT_ALIKE;
    try {
      const end = takeValue(value, this.#shape, numbers, start);
      return end === NOT_ALIKE ? NOT_ALIKE : end - start;
    } catch {
      return NOT_ALIKE;
    }
  }
}
