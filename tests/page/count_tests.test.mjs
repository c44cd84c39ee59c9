// What scripts/test says last: how many tests have passed, and why the others have not.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../scripts/count_tests.mjs', import.meta.url));

/** Resolves with the output, however the program ends. */
function run(...given) {
  // Else a test in a test would report to this one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return new Promise((resolve) => execFile(process.execPath, given, { env }, (_error, output) => resolve(output)));
}

function folderFor(t) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sextant-count-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Counts a report with this name and content. */
async function count(t, name, content) {
  const folder = folderFor(t);
  const [report, failures] = [path.join(folder, name), path.join(folder, 'failures')];
  writeFileSync(report, content);
  writeFileSync(failures, '');
  const sums = await run(PROGRAM, failures, report);
  return { sums: sums.trim(), failures: readFileSync(failures, 'utf8') };
}

async function countNode(t, source) {
  const file = path.join(folderFor(t), 'some.test.mjs');
  writeFileSync(file, `import assert from 'node:assert/strict'; import test from 'node:test';\n${source}`);
  return count(t, 'report.tap', await run('--test', '--test-reporter=tap', file));
}

test('a failed test is there with its message and its place', async (t) => {
  const { sums, failures } = await countNode(t, `
    test('good', () => {});
    test('one line', () => assert.fail('CPC: still 8'));
    test('two values', () => assert.equal('this', 'that'));
    test('at its end', (t) => t.after(() => assert.deepEqual(['a problem'], [])));`);
  assert.equal(sums, '1 3');
  assert.match(failures, /^one line\n {4}CPC: still 8\n {8}at file:.*some\.test\.mjs:4:\d+\ntwo values\n/);
  assert.match(failures, /'this' !== 'that'/);
  assert.match(failures, /^at its end\n[^]*a problem/m);
  assert.ok(!failures.includes('good'));
});

test('of a long message the beginning is there', async (t) => {
  const { failures } = await countNode(t, `test('long', () => assert.fail(Array.from({ length: 100 }, (_, line) => 'line ' + line).join('\\n')));`);
  assert.match(failures, /^ {4}line 0\n/m);
  assert.ok(failures.split('\n').length < 20, failures);
});

test('a file that cannot run says why', async (t) => {
  const { sums, failures } = await countNode(t, `import './missing.mjs';`);
  assert.equal(sums, '0 1');
  assert.match(failures, /Cannot find module .*missing\.mjs/);
});

test('a failed part of a test is there, and the whole is not there again', async (t) => {
  const { failures } = await countNode(t, `test('whole', (t) => t.test('part', () => assert.fail('not so')));`);
  assert.match(failures, /^part\n {4}not so\n/);
  assert.ok(!failures.includes('whole'));
});

test('a failed test of GoogleTest is there with its message', async (t) => {
  const { sums, failures } = await count(t, 'report.json', JSON.stringify({
    tests: 2, failures: 1, disabled: 0,
    testsuites: [{ name: 'Payback', testsuite: [
      { name: 'IsShort', time: '0.1s' },
      { name: 'IsLong', time: '0.2s', failures: [{ failure: 'some_test.cpp:12\nExpected equality', type: '' }] },
    ] }],
  }));
  assert.equal(sums, '1 1');
  assert.equal(failures, 'Payback.IsLong\n    some_test.cpp:12\n    Expected equality\n');
});

test('a program without a report has failed', async (t) => {
  const folder = folderFor(t);
  const failures = path.join(folder, 'failures');
  assert.equal((await run(PROGRAM, failures, path.join(folder, 'none.json'))).trim(), '0 1');
  assert.match(readFileSync(failures, 'utf8'), /none\.json\n {4}no report/);
});
