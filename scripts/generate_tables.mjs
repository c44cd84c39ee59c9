// Makes C++, TypeScript, JavaScript and a JSON Schema from the tables.
//
//   node scripts/generate_tables.mjs --out <folder> <src/tables> <src/locales/en.json>
//   node scripts/generate_tables.mjs --docs docs <src/tables> <src/locales/en.json> <src/locales/zh-TW.json>
//
// Errors in a table are reported with file and row, and then nothing is written. Unchanged files are not
// touched. docs/adding.md says how to add to the tables.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fieldsPage } from './tables/docs.mjs';
import { exportTableHeader, readExports } from './tables/exports.mjs';
import { inputTypes, scenarioSchema } from './tables/declarations.mjs';
import { fieldCountsHeader, fieldTableHeader, listTableHeader, readFields, shownLists, takers, teamsHeader } from './tables/fields.mjs';
import {
  callNumbers, callsInclude, chartTypes, chartsHeader, readCalls, readCharts, readViews, viewTypes, viewsHeader,
} from './tables/lists.mjs';
import { inkHeader, inkNamesHeader, inkTypes, paletteHeader, readPalette } from './tables/palette.mjs';
import { readResults, readers, recordTypes, recordsHeader, resultListsHeader, webLists } from './tables/results.mjs';
import { BANNER, InputError, Table, runGenerator, writeIfChanged } from './tables/table.mjs';

function readTables(folder, languageFile) {
  const sections = JSON.parse(readFileSync(languageFile, 'utf8'));
  const texts = Object.fromEntries(Object.entries(sections).map(([name, section]) => [name, new Set(Object.keys(section))]));
  const table = (name) => new Table(path.join(folder, `${name}.json`));
  return {
    fields: readFields(table('fields'), texts.shared),
    results: readResults(table('results'), texts.shared),
    views: readViews(table('views'), texts),
    charts: readCharts(table('charts'), texts),
    calls: readCalls(table('calls')),
    inks: readPalette(table('palette')),
    exported: readExports(table('exports')),
  };
}

const script = (...parts) => `// ${BANNER}\n${parts.join('\n')}`;

function outputs({ fields, results, views, charts, calls, inks, exported }) {
  return {
    'engine/model/field_counts.h': fieldCountsHeader(fields),
    'engine/model/field_table.h': fieldTableHeader(fields),
    'engine/model/list_table.h': listTableHeader(fields),
    'engine/model/teams.h': teamsHeader(fields),
    'exchange/export_table.h': exportTableHeader(exported),
    'exchange/records.h': recordsHeader(results),
    'words/result_lists.h': resultListsHeader(results, fields),
    'app/views.h': viewsHeader(views),
    'charts/chart_list.h': chartsHeader(charts),
    'charts/kit/ink.h': inkHeader(inks),
    'charts/kit/ink_names.h': inkNamesHeader(inks),
    'charts/kit/palette_table.h': paletteHeader(inks),
    'wasm/engine_calls.inc': callsInclude(calls),
    'tables.mjs': script(callNumbers(calls), takers(fields), readers(results)),
    'tables.d.ts': script(inputTypes(fields), recordTypes(results), chartTypes(charts), inkTypes(inks)),
    'web_views.ts': script(viewTypes(views)),
    'web_tables.ts': script(chartTypes(charts), shownLists(fields), webLists(results)),
    'scenario.schema.json': scenarioSchema(fields),
  };
}

function pages({ fields }, languageFiles) {
  return Object.fromEntries(languageFiles.map((file) => {
    const language = path.basename(file, '.json');
    const name = language === 'en' ? 'fields.md' : `fields.${language}.md`;
    return [name, fieldsPage(fields, language, JSON.parse(readFileSync(file, 'utf8')).shared)];
  }));
}

function main([mode, target, folder, ...languageFiles]) {
  if (!['--out', '--docs'].includes(mode) || !languageFiles.length) {
    throw new InputError('usage: generate_tables.mjs --out|--docs <folder> <src/tables> <src/locales/en.json> ...');
  }
  const tables = readTables(folder, languageFiles[0]);
  const files = mode === '--out' ? outputs(tables) : pages(tables, languageFiles);
  for (const [name, content] of Object.entries(files)) writeIfChanged(path.join(target, name), content);
}

runGenerator(main);
