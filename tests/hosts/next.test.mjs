// The engine package in apps of Next.js, built and started.
import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { expectedResults, useBrowser } from './built_app.mjs';
import { openProject } from './project.mjs';

const { readPage } = useBrowser();
let project;

before(async () => {
  project = await openProject('next');
});

/** The address of the app, built with the bundler and started. */
async function startApp(t, bundler, external) {
  const settings = ['NEXT_TELEMETRY_DISABLED=1', `EXTERNAL=${external}`];
  await project.run('env', ...settings, 'next', 'build', `--${bundler}`);
  const [, port] = await project.start(t, /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/, 'env', ...settings, 'next', 'start', '--hostname', '127.0.0.1', '--port', '0');
  return `http://127.0.0.1:${port}/`;
}

async function assertComputed(address) {
  const { text, problems } = await readPage(address, 'pre');
  assert.deepEqual(problems, []);
  assert.deepEqual(JSON.parse(text.replace(/^failed: .*/, JSON.stringify)), await expectedResults());
}

for (const bundler of ['turbopack', 'webpack']) {
  test(`${bundler}, serverExternalPackages: client and server components compute`, async (t) => {
    const address = await startApp(t, bundler, '1');
    for (const component of ['client', 'server', 'inline']) await assertComputed(address + component);
  });
}

test('without configuration client components compute, server components do with the inline entry, and else say so', async (t) => {
  const address = await startApp(t, 'turbopack', '');
  for (const component of ['client', 'inline']) await assertComputed(address + component);
  const { text } = await readPage(`${address}server`, 'pre');
  assert.match(text, /^failed: Sextant cannot load .*\. Import sextant-engine(\/tools)?\/inline, which needs no file/);
});
