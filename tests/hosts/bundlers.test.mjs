// The engine package in the builds of bundlers, run in Chromium or Node.
import assert from 'node:assert/strict';
import path from 'node:path';
import test, { before } from 'node:test';
import { expectedResults, useBrowser } from './built_app.mjs';
import { openProject } from './project.mjs';

const { assertApp } = useBrowser();
let project;

before(async () => {
  project = await openProject('bundlers');
});

// Tool, entry, format.
const APPS = [
  ['webpack', 'app'], ['webpack', 'inline'], ['webpack-5.99', 'app'], ['rspack', 'app'], ['rspack', 'inline'], ['parcel', 'inline'],
  ['rollup', 'app'], ['rollup', 'inline'], ['esbuild', 'given'], ['esbuild', 'inline'], ['esbuild', 'given', 'iife'], ['esbuild', 'inline', 'iife'],
];
for (const [tool, entry, ...format] of APPS) {
  test(`${[tool, ...format].join(', ')}: an app with ${entry}.js computes in the browser, and the build has nothing to say`, async () => {
    const said = await project.run('node', 'build.mjs', tool, entry, ...format);
    assert.doesNotMatch(said, /warning|node:|externalized|import\.meta/i);
    await assertApp(path.join(project.folder, 'dist', [tool, entry, ...format].join('-')), tool === 'parcel' ? `${entry}.html` : '');
  });
}

test('parcel: an app with app.js computes where inline scripts are allowed, since that is how Parcel notes addresses', async () => {
  const said = await project.run('node', 'build.mjs', 'parcel', 'app');
  assert.doesNotMatch(said, /warning|node:|import\.meta/i);
  await assertApp(path.join(project.folder, 'dist/parcel-app'), 'app.html', { 'Content-Security-Policy': null });
});

for (const [tool, entry, format, file] of [
  ['webpack', 'inline', 'node', 'main.cjs'], ['webpack', 'app', 'node', 'main.cjs'], ['esbuild', 'inline', 'cjs', 'main.cjs'],
  ['esbuild', 'given', 'cjs', 'main.cjs'], ['esbuild', 'inline', 'node', 'main.mjs'],
]) {
  test(`${tool}, ${format}: a bundle with ${entry}.js computes in Node`, async () => {
    await project.run('node', 'build.mjs', tool, entry, format);
    const printed = await project.run('node', path.join('dist', `${tool}-${entry}-${format}`, file));
    assert.deepEqual(JSON.parse(printed), await expectedResults());
  });
}

test('a bundle that does not know its own address starts, and says what to do', async () => {
  await project.run('node', 'build.mjs', 'esbuild', 'app', 'cjs');
  const printed = await project.run('node', 'dist/esbuild-app-cjs/main.cjs');
  assert.match(printed, /^failed: Sextant cannot load its own file: .*\bImport sextant-engine\/inline, which needs no file/);
});
