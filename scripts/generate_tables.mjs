// Makes C++, TypeScript, style sheets and a JSON Schema from the tables.
//
//   node scripts/generate_tables.mjs --out <folder> <src/tables> <src/locales/en.json>
//
// What is wrong with a table is said with its file and row, and nothing is written. Files that stay the same
// are not touched. docs/adding.md says how to add to the tables.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError, Table, writeIfChanged } from './tables/table.mjs';
import { fieldCountsHeader, fieldTableHeader, readFields } from './tables/fields.mjs';

function readTables(folder, languageFile) {
  const texts = new Set(Object.keys(JSON.parse(readFileSync(languageFile, 'utf8')).shared));
  const table = (name) => new Table(path.join(folder, `${name}.json`));
  return { fields: readFields(table('fields'), texts) };
}

function outputs({ fields }) {
  return {
    'engine/model/field_counts.h': fieldCountsHeader(fields),
    'engine/model/field_table.h': fieldTableHeader(fields),
  };
}

function main([mode, target, folder, languageFile]) {
  if (mode !== '--out' || !languageFile) {
    throw new InputError('usage: generate_tables.mjs --out <folder> <src/tables> <src/locales/en.json>');
  }
  for (const [name, content] of Object.entries(outputs(readTables(folder, languageFile)))) {
    writeIfChanged(path.join(target, name), content);
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exit(1);
}
