// Compares the compressed sizes in dist/ with budgets.json; prints a table, fails when one is over.
//
//   node scripts/budget.mjs
//
// budgets.json: [{"name": "…", "files": ["sextant.js", "engine/*"], "loads": ["index.html"], "brotli": 12345}].
// A file counts with the size of its .br, if there is one, as a browser downloads it. "*" matches any part of
// a name; of the matching files the largest counts. `loads` counts a page or script and everything that it
// loads (build/loads.json, from scripts/build_page.mjs).
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
const loads = JSON.parse(readFileSync(path.join(root, 'build/loads.json'), 'utf8'));

function expand(pattern) {
  if (!pattern.includes('*')) return [pattern];
  const { dir, base } = path.parse(pattern);
  const expression = new RegExp(`^${base.split('*').map((part) => part.replace(/[.]/g, '\\.')).join('.*')}$`);
  const names = readdirSync(path.join(dist, dir)).filter((name) => expression.test(name) && !/\.(br|gz)$/.test(name));
  return names.map((name) => path.join(dir, name)).sort((a, b) => transferSize(b) - transferSize(a)).slice(0, 1);
}

function transferSize(name) {
  const file = path.join(dist, name);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}

let failures = 0;
const row = (name, size, limit, remark) =>
  console.log(`${name.padEnd(40)}${String(size).padStart(9)} of ${String(limit).padStart(9)}  ${remark}`);
const budgets = JSON.parse(readFileSync(path.join(root, 'budgets.json'), 'utf8'));
for (const { name, files = [], loads: entries = [], brotli: limit } of budgets) {
  const names = [...new Set([...files.flatMap(expand), ...entries.flatMap((entry) => loads[entry] ?? [`what ${entry} loads`])])];
  const missing = names.filter((file) => !existsSync(path.join(dist, file)));
  const size = names.filter((file) => !missing.includes(file)).reduce((sum, file) => sum + transferSize(file), 0);
  const good = !missing.length && size <= limit;
  if (!good) failures += 1;
  row(name, size, limit, good ? 'ok' : missing.length ? `MISSING ${missing.join(', ')}` : 'OVER');
}
console.log(`budgets: ${budgets.length - failures} passed, ${failures} failed`);
process.exit(failures ? 1 : 0);
