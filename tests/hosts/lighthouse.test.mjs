// What Lighthouse says about the pages. Its performance is printed, not judged: it is the time that this machine takes,
// with WebGL by software and whatever else runs on it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { OPTIONS } from '../browser/chromium.mjs';
import { openProject } from './project.mjs';

const LEAST = 95;
const JUDGED = ['accessibility', 'best-practices', 'seo'];
const PAGES = { 'the page': '', 'a preset': 'balanced/', 'the article': 'learn/', 'the Chinese article': 'learn/zh-TW/' };

let project;
let site;
before(async () => {
  [project, site] = await Promise.all([openProject('checkers'), serve({ root: process.env.SEXTANT_DIST })]);
});
after(() => site?.close());

for (const [name, folder] of Object.entries(PAGES)) {
  test(`Lighthouse gives ${name} at least ${LEAST} for ${JUDGED.join(', ')}`, async (t) => {
    const { executablePath, args } = OPTIONS;
    const { scores, faults } = JSON.parse(await project.run('node', 'audit.mjs', executablePath, site.url + folder, ...args));
    for (const category of JUDGED) assert.ok(scores[category] >= LEAST, `${category} ${scores[category]}\n${faults.join('\n')}`);
    t.diagnostic(`performance ${scores.performance} ${faults.filter((fault) => fault.startsWith('performance')).join(', ')}`);
  });
}
