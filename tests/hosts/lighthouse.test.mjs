// What Lighthouse says about the pages, with WebGL by software.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { OPTIONS } from '../browser/chromium.mjs';
import { openProject } from './project.mjs';

const LEAST = 95;
// What else the machine does takes from the performance: the best of some counts.
const ATTEMPTS = 3;
const PAGES = { 'the page': '', 'a preset': 'balanced/', 'the article': 'learn/', 'the Chinese article': 'learn/zh-TW/' };

let project;
let site;
before(async () => {
  [project, site] = await Promise.all([openProject('checkers'), serve({ root: process.env.SEXTANT_DIST })]);
});
after(() => site?.close());

for (const [name, folder] of Object.entries(PAGES)) {
  test(`Lighthouse gives ${name} at least ${LEAST} for everything`, async () => {
    const { executablePath, args } = OPTIONS;
    let tooLow;
    let faults;
    for (let attempt = 1; attempt <= ATTEMPTS && tooLow !== ''; ++attempt) {
      const result = JSON.parse(await project.run('node', 'audit.mjs', executablePath, site.url + folder, ...args));
      faults = result.faults;
      tooLow = Object.entries(result.scores).filter(([, score]) => score < LEAST).map((score) => score.join(' ')).join(', ');
    }
    assert.equal(tooLow, '', faults.join('\n'));
  });
}
