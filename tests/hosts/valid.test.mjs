// The HTML of all pages is valid, as it is published and after its scripts have run.
import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';
import { openChromium } from '../browser/chromium.mjs';
import { openProject } from './project.mjs';

const DIST = path.resolve(process.env.SEXTANT_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)));
// A face each, the story, and the pages around them.
const RUN = { canvas: '?mode=canvas', form: '?mode=form', frame: 'embed.html?preset=balanced', story: 'story/3/', learn: 'learn/', examples: 'examples/' };

let project;
before(async () => {
  project = await openProject('checkers');
});

/** What html-validate says about files: a line each. */
async function faultsIn(files) {
  const report = path.join(project.folder, 'report.json');
  const refused = await project.run('html-validate', '--config=.htmlvalidate.json', `--formatter=json=${report}`, ...files).then(() => null, (error) => error);
  const results = JSON.parse(await readFile(report, 'utf8'));
  assert.equal(refused === null, results.length === 0, refused?.message);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId, message }) => `${path.relative(DIST, filePath)}:${line} ${ruleId} ${message}`));
}

test('html-validate finds a fault where there is one', async () => {
  const file = path.join(project.folder, 'faulty.html');
  await writeFile(file, '<!doctype html><html lang="en"><head><title>A</title></head><body><p><div></div></p></body></html>');
  assert.match((await faultsIn([file])).join(), /faulty\.html:1 /);
});

test('the HTML of every published page is valid', async () => {
  const files = (await readdir(DIST, { recursive: true })).filter((name) => name.endsWith('.html'));
  assert.ok(files.includes('index.html') && files.includes('embed.html') && files.includes('learn/index.html'));
  assert.deepEqual(await faultsIn(files.map((name) => path.join(DIST, name))), []);
});

test('the HTML is also valid after its scripts have run', async (t) => {
  const [browser, { url, close }] = await Promise.all([openChromium(), serve({ root: DIST })]);
  t.after(async () => {
    await browser.close();
    await close();
  });
  const folder = path.join(project.folder, 'run');
  await mkdir(folder);
  const page = await browser.newPage();
  for (const [name, address] of Object.entries(RUN)) {
    await page.goto(url + address);
    await page.evaluate(() => window.sextant?.ready);
    await writeFile(path.join(folder, `${name}.html`), `<!doctype html>${await page.evaluate(() => document.documentElement.outerHTML)}`);
  }
  assert.deepEqual(await faultsIn(Object.keys(RUN).map((name) => path.join(folder, `${name}.html`))), []);
});
