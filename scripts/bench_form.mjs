// One step of a slider in the form (dist/?mode=form), warm: the time that the page's own code takes to answer
// an "input" event. Layout and painting come after it and are not counted.
//
//   node scripts/bench_form.mjs [--check]
import { openChromium } from '../tests/browser/chromium.mjs';
import { compareWithTargets, median } from './bench_targets.mjs';
import { serve } from './serve.mjs';

const WARM_UP = 300;
const STEPS = 300;

const [browser, server] = await Promise.all([openChromium(), serve({ base: '/sextant/' })]);
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(`${server.url}?mode=form&lang=en`);
await page.evaluate(() => window.sextant.ready);

// In batches, with a frame between them: charts may be drawn there, as during a real drag. A timer has too
// few digits for one step, so a batch is timed as a whole.
const batches = await page.evaluate(async ({ warmUp, steps }) => {
  const PER_BATCH = 10;
  const slider = document.querySelector('input[type=range]');
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const times = [];
  for (let i = 0; i < warmUp + steps; i += PER_BATCH) {
    const start = performance.now();
    for (let j = 0; j < PER_BATCH; ++j) {
      slider.value = String(0.3 + (((i + j) * 7) % 100) / 250);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (i >= warmUp) times.push((performance.now() - start) / PER_BATCH);
    await nextFrame();
  }
  return times;
}, { warmUp: WARM_UP, steps: STEPS });

await Promise.all([browser.close(), server.close()]);
console.log(`\nOne step of a slider in the form: ${median(batches).toFixed(2)} ms, fastest ${Math.min(...batches).toFixed(2)} ms`);
compareWithTargets({ form: median(batches) });
