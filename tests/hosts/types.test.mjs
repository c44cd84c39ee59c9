// The declarations of the package in other people's TypeScript, and what checkers of packages say.
import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test, { before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openProject } from './project.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TEXTS = ['README.md', 'README.zh-TW.md', 'web/engine/README.md'];
let project;
let examples; // from TEXTS: the code that imports the package

before(async () => {
  project = await openProject('types');
  const texts = await Promise.all(TEXTS.map((name) => readFile(path.join(ROOT, name), 'utf8')));
  examples = texts.map((text) => [...text.matchAll(/^```js\n([\s\S]*?)^```/gm)].map(([, code]) => code)
    .filter((code) => /^import .*['/](sextant-engine|dist\/engine)['/]/m.test(code)));
  for (const [i, code] of examples.flat().entries()) await writeFile(path.join(project.folder, `example_${i}.ts`), code);
  // Where the examples of README.md have it.
  await mkdir(path.join(project.folder, 'dist'));
  await symlink('../node_modules/sextant-engine', path.join(project.folder, 'dist/engine'));
});

test('each text has its examples, in both languages', () => {
  assert.deepEqual(examples.map(({ length }) => length), [1, 1, 2]);
});

for (const [version, ...resolutions] of [['4.7', 'node', 'node16'], ['5.0', 'node', 'node16', 'bundler'],
  ['5.9', 'node', 'node16', 'bundler'], ['7', 'node16', 'bundler']]) {
  for (const resolution of resolutions) {
    test(`TypeScript ${version}, ${resolution}: the examples of the texts and a strict program without DOM compile, its errors are found, libraries are checked`, async () => {
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
