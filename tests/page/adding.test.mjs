// docs/adding.md is correct: in a copy of the source, adding an input, a result and a chart changes as few
// files as it says, and everything generated from the tables includes them.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const LANGUAGES = ['src/locales/en.json', 'src/locales/zh-TW.json'];
const GENERATED = 'build/wasm-release/generated';

let copy;
const at = (name) => path.join(copy, name);
const read = (name) => readFileSync(at(name), 'utf8');

before(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'sextant-adding-'));
  for (const name of ['src', 'web', 'scripts', 'tsconfig.json']) cpSync(path.join(ROOT, name), at(name), { recursive: true });
});

after(() => rmSync(copy, { recursive: true, force: true }));

const touched = new Set();

function edit(name, change) {
  touched.add(name);
  const content = read(name);
  const changed = change(content);
  assert.notEqual(changed, content, `${name}: nothing to change where this test looks`);
  writeFileSync(at(name), changed);
}

const editTable = (name, change) => edit(`src/tables/${name}.json`, (content) => {
  const table = JSON.parse(content);
  change(table);
  return JSON.stringify(table, null, 2);
});

function addWords(words) {
  for (const name of LANGUAGES) {
    edit(name, (content) => {
      const texts = JSON.parse(content);
      Object.assign(texts.shared, words);
      return JSON.stringify(texts, null, 2);
    });
  }
}

/** The number of files changed since the last call, not counting texts. */
function countFiles() {
  const files = [...touched].filter((name) => !LANGUAGES.includes(name));
  touched.clear();
  return files.length;
}

const withLineAfter = (content, line, addition) => content.replace(line, (found) => `${found}\n${addition}`);

async function generate() {
  const script = (name, ...args) => run(process.execPath, [at(`scripts/${name}`), ...args], { cwd: copy });
  await script('generate_tables.mjs', '--out', GENERATED, 'src/tables', LANGUAGES[0]);
  const users = ['engine/model/field_table.h', 'charts/chart_list.h', 'words/result_lists.h'].map((name) => `${GENERATED}/${name}`);
  await script('generate_texts.mjs', '--out', GENERATED, 'src', 'web', 'scripts', ...users, ...LANGUAGES);
}

const compile = (...sources) => run(process.env.CXX ?? 'c++', ['-std=c++20', '-fsyntax-only', '-Wall', '-Wextra', '-Werror',
  '-Wno-maybe-uninitialized', '-Wno-restrict', '-I', at('src'), '-I', at(GENERATED), ...sources.map((name) => at(`src/${name}`))]);

test('an input takes four files at most', async () => {
  edit('src/engine/model/scenario.h', (content) => withLineAfter(content, /  double fixed_cost = 0;.*/,
    '  double return_rate = 0;         // orders sent back, per order'));
  editTable('fields', ({ fields, shown }) => {
    fields.splice(3, 0, {
      id: 'returnRate', owner: 'cell', unit: 'share', minimum: 0, maximum: 1, default: 0,
      slider: { scale: 'linear', start: 0, maximum: 0.5 }, link: 'b', team: 'product', doc: 'Orders sent back, per order',
    });
    shown.card.push('returnRate');
  });
  edit('src/engine/metrics/metrics.cpp', (content) => content.replace('metrics.orders * cell.order_value;',
    'metrics.orders * cell.order_value * (1 - cell.return_rate);'));
  addWords({ 'field.returnRate': 'Return rate', 'field.returnRate.short': 'Returns' });
  assert.ok(countFiles() <= 4);
  await generate();
  assert.match(read(`${GENERATED}/tables.d.ts`), /Orders sent back, per order: 0\.\.1\. Default 0\. \*\/\n {2}returnRate: number;/);
  assert.match(read(`${GENERATED}/web_tables.ts`), /card: \[.*'returnRate'\]/);
  const schema = JSON.parse(read(`${GENERATED}/scenario.schema.json`));
  assert.equal(schema.properties.cells.items.properties.returnRate.maximum, 1);
  await compile('engine/model/fields.cpp', 'engine/model/presets.cpp', 'engine/metrics/metrics.cpp', 'exchange/link.cpp', 'exchange/scenario_json.cpp');
});

test('a result takes four files at most', async () => {
  edit('src/engine/model/report.h', (content) => withLineAfter(content, /struct Totals \{/, '  Ratio profit_per_visit;'));
  editTable('results', ({ metrics, records, lists }) => {
    metrics.profitPerVisit = { unit: 'money', better: 'higher', reason: 'reason.noVisits' };
    records.Totals.values.splice(4, 0, { id: 'profitPerVisit', ratio: true });
    lists.kpi.results.push('profitPerVisit');
  });
  edit('src/engine/metrics/metrics.cpp', (content) => withLineAfter(content, /void SetRatios\(Totals& totals\) \{/,
    '  totals.profit_per_visit = Divide(totals.profit, totals.visits);'));
  addWords({ 'metric.profitPerVisit': 'Profit per visit' });
  assert.ok(countFiles() <= 4);
  await generate();
  assert.match(read(`${GENERATED}/tables.d.ts`), /interface TotalsValues \{[^}]*profitPerVisit: number \| null;/);
  assert.match(read(`${GENERATED}/web_tables.ts`), /KPI_RESULTS = \[[^\]]*'profitPerVisit', label: 'metric\.profitPerVisit'/);
  const { readTotals, TOTALS_LENGTH } = await import(`data:text/javascript,${encodeURIComponent(read(`${GENERATED}/tables.mjs`))}`);
  const totals = readTotals(Array.from({ length: TOTALS_LENGTH }, (_, i) => i), 0);
  // In the middle of the struct, and everything is still read where it was written.
  assert.deepEqual([totals.spend, totals.profitPerVisit, totals.profit, totals.cac], [3, 4, 5, TOTALS_LENGTH - 1]);
  await compile('engine/metrics/metrics.cpp', 'exchange/report_json.cpp', 'words/results.cpp');
});

const CHART_HEADER = `#ifndef SEXTANT_CHARTS_SPEND_CHART_H_
#define SEXTANT_CHARTS_SPEND_CHART_H_
#include "charts/kit/drawing.h"
#include "charts/quadrant_chart.h"
namespace sextant {
Drawing SpendChart(const ChartContext& context, float width, float height);
}  // namespace sextant
#endif  // SEXTANT_CHARTS_SPEND_CHART_H_
`;
const CHART_SOURCE = `#include "charts/spend_chart.h"
namespace sextant {
Drawing SpendChart(const ChartContext&, float width, float height) {
  Drawing drawing;
  drawing.width = width;
  drawing.height = height;
  return drawing;
}
}  // namespace sextant
`;

test('a chart takes five files at most', async () => {
  for (const [name, content] of [['src/charts/spend_chart.h', CHART_HEADER], ['src/charts/spend_chart.cpp', CHART_SOURCE]]) {
    touched.add(name);
    writeFileSync(at(name), content);
  }
  edit('src/charts/CMakeLists.txt', (content) => withLineAfter(content, /share_bar\.cpp/, '    spend_chart.cpp'));
  editTable('charts', ({ charts }) => charts.push({ id: 'spend', title: 'chart.spend.title', doc: 'where money goes' }));
  addWords({ 'chart.spend.title': 'Where money goes' });
  await generate();
  // The compiler says what is missing.
  await assert.rejects(compile('charts/chart_svg.cpp'), ({ stderr }) => /kSpend/.test(stderr));
  edit('src/charts/chart_svg.cpp', (content) => withLineAfter(content.replace('#include "charts/wheel.h"', '#include "charts/spend_chart.h"\n#include "charts/wheel.h"'),
    /  switch \(chart\) \{/, '    case Chart::kSpend:\n      return SpendChart(context, width, height);'));
  assert.ok(countFiles() <= 5);
  assert.match(read(`${GENERATED}/web_tables.ts`), /ChartName = .*'spend'/);
  await compile('charts/spend_chart.cpp', 'charts/chart_svg.cpp');
});

test('the page still has its types', async () => {
  await run(process.execPath, [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '--project', at('tsconfig.json')]);
});
