// The generator of tables: unchanged files are not written again, and errors name the file and row.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleStyle } from '../../scripts/bundle.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

function temporaryFolder(t) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sextant-tables-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const generate = (out, tables = path.join(ROOT, 'src/tables')) =>
  run(process.execPath, [path.join(ROOT, 'scripts/generate_tables.mjs'), '--out', out, tables, path.join(ROOT, 'src/locales/en.json')]);

const filesIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => path.join(entry.path, entry.name)).sort();

test('unchanged files are not written again', async (t) => {
  const out = temporaryFolder(t);
  await generate(out);
  const before = filesIn(out).map((file) => [file, statSync(file).mtimeMs, readFileSync(file, 'utf8')]);
  assert.ok(before.length > 10);
  await generate(out);
  assert.deepEqual(filesIn(out).map((file) => [file, statSync(file).mtimeMs, readFileSync(file, 'utf8')]), before);
});

test('docs/fields.md agrees with the table in both languages', async (t) => {
  const out = temporaryFolder(t);
  await run(process.execPath, [path.join(ROOT, 'scripts/generate_tables.mjs'), '--docs', out, path.join(ROOT, 'src/tables'),
    ...['en', 'zh-TW'].map((language) => path.join(ROOT, `src/locales/${language}.json`))]);
  for (const name of ['fields.md', 'fields.zh-TW.md']) {
    assert.equal(readFileSync(path.join(ROOT, 'docs', name), 'utf8'), readFileSync(path.join(out, name), 'utf8'), `run scripts/generate_tables.mjs --docs docs`);
  }
});

const field = (content, id) => content.fields.find((row) => row.id === id);
const MISTAKES = [
  ['fields', (content) => { field(content, 'visits').colour = 'red'; }, /fields\.json: visits: unknown key 'colour'/],
  ['fields', (content) => { delete field(content, 'visits').doc; }, /fields\.json: visits: 'doc' is missing/],
  ['fields', (content) => { field(content, 'visits').unit = 'metres'; }, /fields\.json: visits: 'unit' is "metres", not one of count/],
  ['fields', (content) => { field(content, 'orderValue').link = 'v'; }, /fields\.json: orderValue: the link 'cell v' is that of visits already/],
  ['fields', (content) => { field(content, 'retention.churn').link = 'retention.q'; }, /retention\.churn: the link .* is that of retention\.repeatOrders/],
  ['fields', (content) => { field(content, 'retention.churn').link = 'other.c'; }, /the block of links 'retention\.' has been closed before/],
  ['fields', (content) => { field(content, 'visits').words = 'unheardOf'; }, /fields\.json: visits: there is no text 'field\.unheardOf'/],
  ['fields', (content) => { field(content, 'visits').default = -1; }, /fields\.json: visits: the default is out of bounds/],
  ['fields', (content) => { field(content, 'visits').slider.end = 5; }, /fields\.json: visits, slider: unknown key 'end'/],
  ['fields', (content) => { content.shown.card.pop(); }, /fields\.json: newCustomerShare: is shown nowhere/],
  ['fields', (content) => { content.shown.pool.push('visits'); }, /fields\.json: visits: is shown in card and pool/],
  ['fields', (content) => { content.shown.pool.push('nothing'); }, /shown, pool: there is no field 'nothing'/],
  ['fields', (content) => { content.fields.push({ ...field(content, 'visits'), link: 'z' }); }, /the id 'cell visits' is that of visits already/],
  ['results', (content) => { content.metrics.roas.better = 'bigger'; }, /results\.json: roas: 'better' is "bigger"/],
  ['results', (content) => { content.metrics.roas.reason = 'reason.none'; }, /results\.json: roas: there is no text 'reason\.none'/],
  ['results', (content) => { content.lists.kpi.results.push('luck'); }, /results\.json: kpi: there is no metric 'luck'/],
  ['results', (content) => { content.lists.afterOrder.results.pop(); }, /results\.json: shareNotBought: is in no list/],
  ['results', (content) => { content.lists.kpi.results.push('ltv'); }, /results\.json: kpi: Totals has no 'ltv'/],
  ['results', (content) => { content.records.Totals.values.push({ id: 'visits' }); }, /the id 'visits' is that of Totals, visits already/],
  ['views', (content) => { content.views.push({ id: 'weather' }); }, /views\.json: weather: there is no dialogs text 'embed\.view\.weather'/],
  ['charts', (content) => { content.charts[0].title = 'chart.none'; }, /charts\.json: quadrant: there is no text 'chart\.none'/],
  ['calls', (content) => { content.calls[1].id = content.calls[0].id; }, /calls\.json: language: the id 'language' is that of language already/],
  ['palette', (content) => { content.inks[0].dark = 'black'; }, /palette\.json: background: 'dark' is "black", not a colour/],
];

for (const [name, change, complaint] of MISTAKES) {
  test(`a mistake in ${name}.json is refused: ${complaint.source}`, async (t) => {
    const folder = temporaryFolder(t);
    const tables = path.join(folder, 'tables');
    const out = path.join(folder, 'out');
    cpSync(path.join(ROOT, 'src/tables'), tables, { recursive: true });
    const file = path.join(tables, `${name}.json`);
    const content = JSON.parse(readFileSync(file, 'utf8'));
    change(content);
    writeFileSync(file, JSON.stringify(content));
    await assert.rejects(generate(out, tables), ({ stderr }) => {
      assert.match(stderr, complaint);
      return true;
    });
    assert.deepEqual(readdirSync(folder), ['tables'], 'something was written');
  });
}

// --- Colours -----------------------------------------------------------------------------------------

const INKS = JSON.parse(readFileSync(path.join(ROOT, 'src/tables/palette.json'), 'utf8')).inks;
const property = (id) => `--${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The properties set by the block with exactly this selector. */
function propertiesOf(css, selector) {
  const [, block] = css.split(selector).slice(1).join(selector).match(/^[^{]*\{([^}]*)\}/);
  return Object.fromEntries([...block.matchAll(/(--[\w-]+):\s*([^;]+)/g)].map(([, name, value]) => [name, value]));
}

function expected(sheet, theme, base) {
  const shown = INKS.filter((ink) => ink.sheet === sheet && ink[theme] !== ink[base]);
  return Object.fromEntries(shown.map((ink) => [property(ink.id), ink[theme]]));
}

test('the page has the colours of the charts, in every theme', async () => {
  const css = await bundleStyle(path.join(ROOT, 'web/calculator/theme.css'));
  assert.deepEqual(propertiesOf(css, ':root,:host'), expected('page', 'light'));
  assert.deepEqual(propertiesOf(css, ':root:not([data-theme^=light])'), expected('page', 'dark'));
  assert.deepEqual(propertiesOf(css, '.sextant[data-theme^=dark]'), expected('page', 'dark'));
  assert.deepEqual(propertiesOf(css, '.sextant[data-theme=light-contrast]'), expected('page', 'lightContrast', 'light'));
  assert.deepEqual(propertiesOf(css, '.sextant[data-theme=dark-contrast]'), expected('page', 'darkContrast', 'dark'));
});

test('the form has the hues of the charts, in every theme', async () => {
  const css = await bundleStyle(path.join(ROOT, 'web/form/hues.css'));
  for (const [name, theme] of [['light', 'light'], ['dark', 'dark'], ['light-contrast', 'lightContrast'], ['dark-contrast', 'darkContrast']]) {
    assert.deepEqual(propertiesOf(css, `.sextant[data-theme=${name}]`), expected('form', theme), name);
  }
});
