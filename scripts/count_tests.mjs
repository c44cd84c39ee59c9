// Adds up the GoogleTest reports of a build folder.
//
//   node scripts/count_tests.mjs <build folder> <test>...
//
// Prints "<passed> <failed>". A test program without a report has crashed: one failure.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [folder, ...names] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const name of names) {
  const file = path.join(folder, 'reports', `${name}.json`);
  if (!existsSync(file)) {
    console.error(`${name}: no report, the program did not reach its end`);
    failed += 1;
    continue;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  failed += report.failures;
  passed += report.tests - report.failures - report.disabled;
}
console.log(`${passed} ${failed}`);
