// Adds up test reports (GoogleTest's JSON or node's TAP) and names the slowest tests.
//
//   node scripts/count_tests.mjs <file for the failures> <report>...
//
// Prints "<passed> <failed>"; the slowest tests go to standard error. The name and the message of each failed
// test are appended to the file. A missing report counts as one failure, because the test program must have
// crashed; so does a test of GoogleTest that more than one shard ran.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

const SHOWN = 10;
// Of a message; a difference between two reports can have hundreds.
const MAXIMUM_LINES = 15;

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * @typedef {{
 *   passed: number, failed: number, tests: {name: string, seconds: number}[],
 *   failures: {name: string, message: string}[],
 * }} Report
 */

/** @returns {Report} */
function readGoogleTest(text) {
  const { tests, failures, disabled, testsuites } = JSON.parse(text);
  const all = testsuites.flatMap(({ name: suite, testsuite }) =>
    testsuite.map(({ name, ...test }) => ({ name: `${suite}.${name}`, ...test })));
  return {
    passed: tests - failures - disabled,
    failed: failures,
    tests: all.map(({ name, time }) => ({ name, seconds: parseFloat(time) })),
    failures: all.filter((test) => test.failures).map((test) =>
      ({ name: test.name, message: test.failures.map(({ failure }) => failure).join('\n') })),
  };
}

/** The value of a key in the lines below a result: in quotes, or a block of lines. */
function readValue(details, key) {
  const [, quoted, block] = details.match(new RegExp(`^${key}: (?:(["'\`].*)|\\|-\\n((?: .*\\n|\\n)*))`, 'm')) ?? [];
  if (quoted) return quoted.trim().slice(1, -1);
  return block?.replace(/^ {2}/gm, '').trimEnd();
}

/** What is wrong, and where. `before` is the text above: there is what a file has said that could not run. */
function readMessage(details, before) {
  const [place = readValue(details, 'location')] = readValue(details, 'stack')?.match(/file:.*?:\d+:\d+/) ?? [];
  const said = /^exitCode: /m.test(details) ? before.match(/((?:^#.*\n)*)^# Subtest: .*\n$/m)?.[1].replace(/^# ?/gm, '') : '';
  return `${said || readValue(details, 'error')}\n    at ${place}`;
}

/** @returns {Report} */
function readTap(text) {
  const count = (what) => sum([...text.matchAll(new RegExp(`^# ${what} (\\d+)`, 'gm'))].map(([, number]) => Number(number)));
  const results = [...text.matchAll(/^( *)(not )?ok \d+ - (.*)\n *---\n([^]*?)^ *\.\.\.$/gm)]
    .map(({ index, 1: indent, 2: failed, 3: name, 4: details }) => ({
      failed,
      name: name.replace(/\\(.)/g, '$1'),
      details: details.replace(new RegExp(`^ {${indent.length + 2}}`, 'gm'), ''),
      before: text.slice(0, index),
    }));
  return {
    passed: count('pass'),
    failed: count('(?:fail|cancelled)'),
    tests: results.map(({ name, details }) => ({ name, seconds: Number(details.match(/^duration_ms: ([\d.]+)/m)?.[1]) / 1000 })),
    // What has only failed because of its parts says nothing itself.
    failures: results.filter(({ failed, details }) => failed && !details.includes("failureType: 'subtestsFailed'"))
      .map(({ name, details, before }) => ({ name, message: readMessage(details, before) })),
  };
}

/** @returns {Report} */
function failure(name, message) {
  return { passed: 0, failed: 1, tests: [], failures: [{ name, message }] };
}

/** @returns {Report} */
function read(file) {
  if (!existsSync(file)) return failure(file, 'no report, the program did not reach its end');
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.json') ? readGoogleTest(text) : readTap(text);
}

function shortened(message) {
  const lines = message.split('\n');
  // The place is the last line.
  return lines.length > MAXIMUM_LINES ? [...lines.slice(0, MAXIMUM_LINES - 2), '…', lines.at(-1)] : lines;
}

const [failuresFile, ...files] = process.argv.slice(2);
const reports = files.map(read);
if (files.every((file) => file.endsWith('.json'))) {
  const names = reports.flatMap(({ tests }) => tests.map(({ name }) => name));
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  if (repeated) reports.push(failure(repeated, 'shards ran the same tests'));
}
for (const { name, message } of reports.flatMap(({ failures }) => failures)) {
  appendFileSync(failuresFile, [name, ...shortened(message).map((line) => `    ${line}`)].join('\n') + '\n');
}
const slowest = reports.flatMap(({ tests }) => tests).sort((a, b) => b.seconds - a.seconds).slice(0, SHOWN);
if (slowest.length) console.error('the slowest tests, in seconds:');
for (const { name, seconds } of slowest) console.error(`${seconds.toFixed(1).padStart(7)}  ${name}`);
console.log(`${sum(reports.map(({ passed }) => passed))} ${sum(reports.map(({ failed }) => failed))}`);
