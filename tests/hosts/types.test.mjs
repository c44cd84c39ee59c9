// The declarations of the package in other people's TypeScript, and what checkers of packages say.
import assert from 'node:assert/strict';
import path from 'node:path';
import test, { before } from 'node:test';
import { openProject } from './project.mjs';

let project;

before(async () => {
  project = await openProject('types');
});

for (const [version, ...resolutions] of [['4.7', 'node', 'node16'], ['5.0', 'node', 'node16', 'bundler'],
  ['5.9', 'node', 'node16', 'bundler'], ['7', 'node16', 'bundler']]) {
  for (const resolution of resolutions) {
    test(`TypeScript ${version}, ${resolution}: a strict program without DOM compiles, its errors are found, libraries are checked`, async () => {
      const tsc = path.join(project.folder, 'node_modules', `typescript-${version}`, 'bin/tsc');
      assert.equal(await project.run('node', tsc, '--project', `tsconfig.${resolution}.json`), '');
    });
  }
}

test('publint has nothing to say, nor has Are the Types Wrong but that it is a module', async () => {
  const { publint, types } = JSON.parse(await project.run('node', 'problems.mjs', 'node_modules/sextant-engine'));
  assert.deepEqual(publint, []);
  // require() of it works where Node allows that.
  assert.deepEqual(types.filter((problem) => !/^CJSResolvesToESM .* node16-cjs$/.test(problem)), []);
});
