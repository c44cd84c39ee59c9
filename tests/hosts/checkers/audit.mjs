// Prints what Lighthouse gives pages, as JSON: address → {scores, faults}, of the run with the median performance.
//
//   node audit.mjs <chromium> desktop|mobile <runs> <address>...
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader', '--disable-background-networking'];

const [chromePath, formFactor, runs, ...addresses] = process.argv.slice(2);
const config = formFactor === 'desktop' ? desktopConfig : undefined;

/** The audits that take something from a score, and what they say. */
const faultsOf = ({ categories, audits }) => Object.values(categories).flatMap(({ id, auditRefs }) =>
  auditRefs.filter(({ weight }) => weight > 0).map((ref) => audits[ref.id]).filter(({ score }) => score !== null && score < 1)
    .map((audit) => `${id} ${audit.id} ${audit.score} ${audit.displayValue ?? ''} ${JSON.stringify(audit.details?.items?.slice(0, 3) ?? '').slice(0, 300)}`));

async function audit(address) {
  const results = [];
  for (let run = 0; run < Number(runs); ++run) {
    const chrome = await launch({ chromePath, chromeFlags: FLAGS, logLevel: 'silent' });
    try {
      results.push((await lighthouse(address, { port: chrome.port, logLevel: 'silent' }, config)).lhr);
    } finally {
      chrome.kill();
    }
  }
  const performance = ({ categories }) => categories.performance.score ?? 0;
  const lhr = results.sort((a, b) => performance(a) - performance(b))[Math.floor(results.length / 2)];
  const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
  return { scores, faults: faultsOf(lhr), runs: results.map((one) => Math.round(performance(one) * 100)), error: lhr.runtimeError?.message };
}

const found = {};
for (const address of addresses) found[address] = await audit(address);
console.log(JSON.stringify(found));
