// Compares the compressed sizes in dist/ with budgets.json; prints a table, fails when one is over.
//
//   node scripts/budget.mjs
//
// budgets.json: [{"name": "…", "files": ["sextant.js", "engine/*"], "brotli": 12345}]. A file counts
// with its .br where there is one, as a visitor's browser gets it.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');

function expand(pattern) {
  if (!pattern.endsWith('/*')) return [pattern];
  const folder = pattern.slice(0, -1);
  return readdirSync(path.join(dist, folder)).filter((name) => !/\.(br|gz)$/.test(name)).map((name) => folder + name);
}

function transferSize(name) {
  const file = path.join(dist, name);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}

let failures = 0;
const row = (name, size, limit, remark) =>
  console.log(`${name.padEnd(40)}${String(size).padStart(9)} of ${String(limit).padStart(9)}  ${remark}`);
const budgets = JSON.parse(readFileSync(path.join(root, 'budgets.json'), 'utf8'));
for (const { name, files, brotli: limit } of budgets) {
  const names = files.flatMap(expand);
  const missing = names.filter((file) => !existsSync(path.join(dist, file)));
  const size = names.filter((file) => !missing.includes(file)).reduce((sum, file) => sum + transferSize(file), 0);
  const good = !missing.length && size <= limit;
  if (!good) failures += 1;
  row(name, size, limit, good ? 'ok' : missing.length ? `MISSING ${missing.join(', ')}` : 'OVER');
}
console.log(`budgets: ${budgets.length - failures} passed, ${failures} failed`);
process.exit(failures ? 1 : 0);
