// Prints what Lighthouse gives a page on a desktop, as JSON: the score of each category, and what takes from them.
//
//   node audit.mjs <chromium> <address> <argument of chromium>...
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const [chromePath, address, ...chromeFlags] = process.argv.slice(2);

/** The audits that take something from a score. */
const faultsOf = ({ categories, audits }) => Object.values(categories).flatMap(({ id, auditRefs }) =>
  auditRefs.filter(({ weight }) => weight > 0).map((ref) => audits[ref.id]).filter(({ score }) => score !== null && score < 1)
    .map((audit) => `${id}: ${audit.id} ${audit.displayValue ?? ''}`));

const chrome = await launch({ chromePath, chromeFlags: ['--headless', ...chromeFlags], logLevel: 'silent' });
try {
  const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: 'silent' }, desktopConfig);
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
  console.log(JSON.stringify({ scores, faults: faultsOf(lhr) }));
} finally {
  chrome.kill();
}
