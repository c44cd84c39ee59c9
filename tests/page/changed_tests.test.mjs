// Which tests scripts/test --changed selects.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { testsFor } from '../../scripts/changed_tests.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ALL = ['lint', 'native', 'wasm', 'fuzz', 'api', 'page', 'engines', 'browser', 'budget'];
const foldersOf = (area) => readdirSync(`${ROOT}${area}`, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

test('a changed test selects itself', () => {
  assert.deepEqual(testsFor(['tests/browser/phone.test.mjs']), [['lint', []], ['browser', ['tests/browser/phone.test.mjs']]]);
  assert.deepEqual(testsFor(['tests/ui/text_clusters_test.cpp']), [['lint', []], ['native', ['TextClusters']]]);
  assert.deepEqual(testsFor(['tests/app/session_test.cpp']), [['lint', []], ['native', ['Session']], ['wasm', ['Session']]]);
});

test('a folder of the product selects the tests of everything that uses it', () => {
  const steps = new Map(testsFor(['src/words/names.cpp']));
  assert.ok(steps.get('native').includes('ExplainCell') && steps.get('native').includes('Layout'));
  assert.ok(!steps.get('native').includes('Link'));
  assert.deepEqual([...steps.keys()], ['lint', 'native', 'api', 'budget']);
});

test('every known folder of the product selects some steps, an unknown one selects all', () => {
  for (const area of ['src', 'web']) {
    for (const folder of foldersOf(area)) {
      const steps = testsFor([`${area}/${folder}/some_file`]).map(([step]) => step);
      assert.ok(steps.length > 2 && steps.length < ALL.length, `${area}/${folder}: ${steps}`);
    }
  }
  assert.deepEqual(testsFor(['src/new/some_file']).map(([step]) => step), ALL);
});

test('a document selects nothing, a file that everything needs selects all', () => {
  assert.deepEqual(testsFor(['README.md', 'docs/decisions.md']), []);
  assert.deepEqual(testsFor(['README.md', 'package-lock.json']), ALL.map((step) => [step, []]));
});
