// Adds up test reports (GoogleTest's JSON or node's TAP) and names the slowest tests.
//
//   node scripts/count_tests.mjs <report>...
//
// Prints "<passed> <failed>"; the slowest tests go to standard error. A missing report counts as one failure,
// because the test program must have crashed; so does a test of GoogleTest that more than one shard ran.
import { existsSync, readFileSync } from 'node:fs';

const SHOWN = 10;

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** @returns {{passed: number, failed: number, tests: {name: string, seconds: number}[]}} */
function readGoogleTest(text) {
  const { tests, failures, disabled, testsuites } = JSON.parse(text);
  return {
    passed: tests - failures - disabled,
    failed: failures,
    tests: testsuites.flatMap(({ name: suite, testsuite }) =>
      testsuite.map(({ name, time }) => ({ name: `${suite}.${name}`, seconds: parseFloat(time) }))),
  };
}

/** @returns {{passed: number, failed: number, tests: {name: string, seconds: number}[]}} */
function readTap(text) {
  const count = (what) => sum([...text.matchAll(new RegExp(`^# ${what} (\\d+)`, 'gm'))].map(([, number]) => Number(number)));
  const timed = text.matchAll(/^ *(?:not )?ok \d+ - (.*)\n *---\n *duration_ms: ([\d.]+)/gm);
  return {
    passed: count('pass'),
    failed: count('(?:fail|cancelled)'),
    tests: [...timed].map(([, name, milliseconds]) => ({ name, seconds: Number(milliseconds) / 1000 })),
  };
}

function read(file) {
  if (!existsSync(file)) {
    console.error(`${file}: no report, the program did not reach its end`);
    return { passed: 0, failed: 1, tests: [] };
  }
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.json') ? readGoogleTest(text) : readTap(text);
}

const files = process.argv.slice(2);
const reports = files.map(read);
if (files.every((file) => file.endsWith('.json'))) {
  const names = reports.flatMap(({ tests }) => tests.map(({ name }) => name));
  if (new Set(names).size < names.length) {
    console.error('shards ran the same tests');
    reports.push({ passed: 0, failed: 1, tests: [] });
  }
}
const slowest = reports.flatMap(({ tests }) => tests).sort((a, b) => b.seconds - a.seconds).slice(0, SHOWN);
if (slowest.length) console.error('the slowest tests, in seconds:');
for (const { name, seconds } of slowest) console.error(`${seconds.toFixed(1).padStart(7)}  ${name}`);
console.log(`${sum(reports.map(({ passed }) => passed))} ${sum(reports.map(({ failed }) => failed))}`);
