// The engine package in apps of Vite, built and on its development server.
import assert from 'node:assert/strict';
import path from 'node:path';
import test, { before } from 'node:test';
import { expectedResults, useBrowser } from './built_app.mjs';
import { openProject } from './project.mjs';

const { assertApp, readPage } = useBrowser();
const PAGES = ['index.html', 'inline.html', 'given.html'];
let project;

before(async () => {
  project = await openProject('vite');
});

const command = (tool) => path.join(project.folder, 'node_modules', tool, 'bin/vite.js');

async function startDevelopment(t, tool, excluded) {
  const [, address] = await project.start(t, /(http:\/\/127\.0\.0\.1:\d+\/)/, 'env', `EXCLUDED=${excluded}`, 'node', command(tool),
    '--host', '127.0.0.1', '--port', '0', '--force');
  return address;
}

for (const tool of ['vite', 'vite-7', 'vite-6', 'vite-5', 'vite-4']) {
  test(`${tool}: the built app computes, and nothing of Node was left out`, async () => {
    const said = await project.run('node', command(tool), 'build', '--outDir', `dist-${tool}`);
    assert.doesNotMatch(said, /externalized|warn/i);
    for (const name of PAGES) await assertApp(path.join(project.folder, `dist-${tool}`), name);
  });

  test(`${tool}: the app computes on the development server`, async (t) => {
    // Vite 8 needs no exclusion.
    const address = await startDevelopment(t, tool, tool === 'vite' ? '' : '1');
    for (const name of PAGES) {
      const { text } = await readPage(address + name);
      assert.deepEqual(JSON.parse(text.replace(/^failed: .*/, JSON.stringify)), await expectedResults(), name);
    }
  });
}

test('vite-7: without the exclusion the app says what to do', async (t) => {
  const { text } = await readPage(await startDevelopment(t, 'vite-7', ''));
  assert.match(text, /^failed: Sextant cannot load http:.*sextant-(engine|tools)\.wasm \(200, text\/html\): .*with Vite, put sextant-engine into optimizeDeps\.exclude/);
});
