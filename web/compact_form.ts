// A value of JavaScript as the application reads it (exchange/json_reader.h,
// compact form): JSON in which "#" stands for the next of the numbers, so that
// NaN and infinity arrive as they are and are refused by name, and "?" for
// what JSON has no word for. Objects that throw when they are read are no harm.

export interface CompactForm {
  structure: string;
  numbers: Float64Array;
}

// More than any scenario has.
const MAXIMUM_DEPTH = 16;
const MAXIMUM_ENTRIES = 256;
const MAXIMUM_TEXT = 10_000;

const NOT_JSON = '?';

export function compactForm(value: unknown): CompactForm {
  const numbers: number[] = [];
  const structure = write(value, numbers, 0);
  return { structure, numbers: Float64Array.from(numbers) };
}

function write(value: unknown, numbers: number[], depth: number): string {
  switch (typeof value) {
    case 'number':
      numbers.push(value);
      return '#';
    case 'string':
      return JSON.stringify(value.slice(0, MAXIMUM_TEXT));
    case 'boolean':
      return String(value);
    case 'object':
      break;
    default:
      return NOT_JSON;
  }
  if (value === null) return 'null';
  const count = numbers.length;
  try {
    if (depth < MAXIMUM_DEPTH) return writeEntries(value as object, numbers, depth + 1);
  } catch {
    numbers.length = count; // those of the part that could be read
  }
  return NOT_JSON;
}

function writeEntries(value: object, numbers: number[], depth: number): string {
  if (Array.isArray(value)) {
    if (value.length > MAXIMUM_ENTRIES) return NOT_JSON;
    return `[${Array.from(value, (entry) => write(entry, numbers, depth))}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype as object) !== null) return NOT_JSON; // a Date, say
  const members: string[] = [];
  for (const key of Object.keys(value).slice(0, MAXIMUM_ENTRIES)) {
    const member = (value as Record<string, unknown>)[key];
    // Left out, as JSON.stringify does.
    if (member !== undefined) members.push(`${JSON.stringify(key.slice(0, MAXIMUM_TEXT))}:${write(member, numbers, depth)}`);
  }
  return `{${members}}`;
}
