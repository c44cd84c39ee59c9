// Drags a slider over the canvas page, and one over the smallest Dear ImGui page, in Chromium with its
// processor slowed down four times. Both have the same steps, taking turns.
//
//   node scripts/bench_drag.mjs [--check]
import { openChromium } from '../tests/browser/chromium.mjs';
import { compareWithTargets, median } from './bench_targets.mjs';
import { writeFloor } from './imgui_floor.mjs';
import { serve } from './serve.mjs';

const STEPS = 90;
const ROUNDS = 3;
const SLOWDOWN = 4;

// Notes how long the page's own code runs in every frame, and how long it is from frame to frame.
function noteFrames() {
  const frames = [];
  window.takeFrames = () => frames.splice(0);
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => request((time) => {
    const start = performance.now();
    callback(time);
    frames.push({ script: performance.now() - start, at: time });
  });
}

async function openPage(browser, url, isReady) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(noteFrames);
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(isReady);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return page;
}

async function drag(page, { x, y, length }) {
  await page.bringToFront();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => window.takeFrames());
  for (let step = 1; step <= STEPS; ++step) await page.mouse.move(x + (length * step) / STEPS, y);
  const frames = await page.evaluate(() => window.takeFrames());
  await page.mouse.up();
  return {
    script: median(frames.map(({ script }) => script)),
    interval: median(frames.slice(1).map(({ at }, i) => at - frames[i].at)),
  };
}

// A slider of the canvas page lies where the HTML control that mirrors it does.
async function findSlider(page) {
  const box = await page.locator('input[type=range]').first().boundingBox();
  return { x: box.x + box.width * 0.3, y: box.y + box.height / 2, length: box.width * 0.4 };
}

const [browser, sextant, floor] = await Promise.all([
  openChromium(),
  serve({ base: '/sextant/' }),
  writeFloor().then((folder) => serve({ root: folder, headers: { 'Content-Security-Policy': null } })),
]);
const ours = await openPage(browser, `${sextant.url}?mode=canvas&lang=en`, () => window.sextant?.getScenario?.());
const least = await openPage(browser, floor.url, () => window.interactive);
const slider = await findSlider(ours);
const rounds = [];
for (let round = 0; round < ROUNDS; ++round) {
  rounds.push({ ours: await drag(ours, slider), least: await drag(least, { x: 90, y: 90, length: 80 }) });
}
await Promise.all([browser.close(), sextant.close(), floor.close()]);

const of = (whose, what) => median(rounds.map((round) => round[whose][what]));
const row = (name, a, b) => console.log(`  ${name.padEnd(46)}${a.padStart(14)}${b.padStart(14)}`);
console.log(`\n${STEPS} steps of a drag, processor slowed down ${SLOWDOWN} times, medians`);
row('', "page's code", 'frame to frame');
for (const [name, whose] of [['Sextant', 'ours'], ['floor: Dear ImGui and six sliders', 'least']]) {
  row(name, `${of(whose, 'script').toFixed(1)} ms`, `${of(whose, 'interval').toFixed(1)} ms`);
}
row('Sextant against the floor', ...['script', 'interval'].map((what) => `${(of('ours', what) / of('least', what)).toFixed(2)}×`));
compareWithTargets({ drag: of('ours', 'interval') / of('least', 'interval') });
