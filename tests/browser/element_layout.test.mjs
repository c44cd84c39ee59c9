// <sextant-calculator> in the layout of a host page: the room it keeps, the styles that reach it, and many of
// them on one page.
import assert from 'node:assert/strict';
import test from 'node:test';
import createSextant from '../../dist/engine/index.mjs';
import { useHost } from './host_page.mjs';
import { eventually } from './sextant_page.mjs';

const open = useHost();
const engine = await createSextant();
const OWN = engine.encodeLink({ title: 'own', cells: [{ id: 'search.paid', visits: 900, conversionRate: 0.03, orderValue: 700, costPerClick: 5 }] }).value;
const VIEWS = ['all', 'kpi', 'cells', 'quadrant', 'drag', 'matrix', 'formula', 'wheel', 'flywheel', 'remarketing', 'shocks', 'story'];
const WIDTHS = [340, 600, 720, 1000];

const script = (base) => `<script type="module" src="${base}sextant-element.js"></script>`;
const element = (page, index = 0) => page.locator('sextant-calculator').nth(index);
const ready = (page, index = 0) => eventually(
  () => element(page, index).evaluate((node) => !!node.scenario && !node.shadowRoot.querySelector('.poster')), Boolean, 'calculator');
const frames = (page, count) => page.evaluate(async (wanted) => {
  for (let frame = 0; frame < wanted; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}, count);

// From before anything is on the page.
function watchShifts() {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      if (sources.every(({ node }) => !node)) continue; // within an element
      window.shifts.push({ value, moved: sources.map(({ node, previousRect: { y: from }, currentRect: { y: to } }) => `${node?.id || node?.className || node?.nodeName}: ${from} → ${to}`) });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
// What a page says until the script is there (README).
const waiting = (heights) => `<style>body { margin: 0 } ${heights.map((height, at) => `#c${at}:not(:defined) { display: block; min-height: ${height}px }`).join(' ')}</style>`;
// Higher than any screen, so that what follows is out of sight before and after.
const TALL = { canvas: ['all', 'flywheel'], form: ['all', 'cells', 'quadrant', 'formula', 'flywheel'] };

for (const mode of ['canvas', 'form']) {
  const tag = (view, width, at) => `<sextant-calculator id="c${at}" style="width:${width}px" mode="${mode}" lang="en" view="${view}" scenario="${at % 2 ? OWN : 'balanced'}"></sextant-calculator>`;
  const low = VIEWS.filter((view) => !TALL[mode].includes(view));

  test(`no view moves the text below it while it comes, as ${mode === 'form' ? 'a form' : 'a canvas'}`, async (t) => {
    const page = await open(t, { viewport: { width: 1100, height: 800 }, before: watchShifts, content: () => '' });
    for (const width of WIDTHS) {
      // On one screen, so that every shift of any counts.
      await page.setViewportSize({ width: 1100, height: 9000 });
      const all = low.map((view, at) => `${tag(view, width, at)}<p>Below.</p>`).join('');
      await page.show((base) => all.replaceAll('mode=', 'loading="click" mode=') + script(base));
      await element(page).locator('.poster').waitFor();
      const heights = await page.evaluate(() => [...document.querySelectorAll('sextant-calculator')].map(({ offsetHeight }) => offsetHeight));
      await page.show((base) => waiting(heights) + all + script(base));
      for (const at of low.keys()) await ready(page, at);
      await frames(page, 5);
      assert.deepEqual(await page.evaluate(() => window.shifts), [], `at ${width}`);
      await page.setViewportSize({ width: 1100, height: 1000 });
      for (const [at, view] of (width === 720 ? TALL[mode] : ['all']).entries()) {
        await page.show((base) => `${waiting(TALL[mode].map(() => 1200))}${tag(view, width, at)}<p>Below.</p>${script(base)}`);
        await ready(page);
        await frames(page, 5);
        assert.deepEqual(await page.evaluate(() => window.shifts), [], `${view} at ${width}`);
      }
    }
  });

  test(`the room kept for a view is little more than it needs, as ${mode === 'form' ? 'a form' : 'a canvas'}`, async (t) => {
    const page = await open(t, {
      viewport: { width: 1100, height: 1000 },
      content: (base) => `<sextant-calculator mode="${mode}" lang="en" loading="eager"></sextant-calculator>${script(base)}`,
    });
    await ready(page);
    for (const width of WIDTHS) {
      for (const view of VIEWS) {
        await element(page).evaluate((node, part) => node.setAttribute('view', part), view);
        await eventually(() => element(page).evaluate(({ shadowRoot }) => !!shadowRoot.querySelector('.story-head')), (told) => told === (view === 'story'), view);
        const { kept, needed } = await element(page).evaluate(async (shown, [size, part, face]) => {
          const waiting = document.createElement('sextant-calculator');
          for (const [name, value] of Object.entries({ loading: 'click', mode: face, view: part, style: `width:${size}px` })) waiting.setAttribute(name, value);
          shown.style.width = `${size}px`;
          document.body.append(waiting);
          let last = 0;
          for (let same = 0; same < 8; same = shown.offsetHeight === last ? same + 1 : 0) {
            last = shown.offsetHeight;
            await new Promise((resolve) => requestAnimationFrame(resolve));
          }
          const { offsetHeight } = waiting;
          waiting.remove();
          return { kept: offsetHeight, needed: last };
        }, [width, view, mode]);
        if (needed > 1200) assert.equal(kept, 1200, `${view} at ${width}`);
        else assert.ok(kept >= needed && kept <= needed * 1.3, `${view} at ${width}: ${kept} for ${needed}`);
      }
    }
  });
}

// Every inherited property that could make it unreadable, and what applies to the element itself.
const HOSTILE = `<style>
  html { direction: rtl; writing-mode: vertical-rl }
  article { white-space: pre; text-indent: 80px; text-transform: uppercase; text-shadow: 2px 2px red; font: italic small-caps 900 40px/1.5 monospace; text-align: right;
    cursor: wait; color: red; -webkit-text-fill-color: lime; -webkit-text-stroke: 3px blue; word-break: break-all; overflow-wrap: anywhere; hyphens: auto;
    list-style: square inside; quotes: "x" "y"; font-variant-numeric: ordinal; font-stretch: 200%; font-feature-settings: "smcp"; tab-size: 20;
    text-orientation: upright; text-align-last: justify; text-emphasis: dot; text-underline-position: under; line-break: anywhere; border-collapse: collapse;
    caption-side: bottom; empty-cells: hide; caret-color: red; accent-color: red; user-select: none; -webkit-user-select: none; font-size-adjust: 2;
    fill: red; stroke: red; stroke-width: 9px; text-anchor: end; dominant-baseline: hanging; shape-rendering: crispEdges; image-rendering: pixelated }
  * { border-spacing: 40px; --text: red; --surface: red; --background: red }
</style>`;
const READ = ['whiteSpace', 'textIndent', 'textTransform', 'textShadow', 'fontStyle', 'fontVariant', 'fontWeight', 'fontSize', 'fontFamily', 'textAlign', 'direction', 'writingMode', 'cursor',
  'color', 'webkitTextFillColor', 'webkitTextStrokeWidth', 'wordBreak', 'overflowWrap', 'hyphens', 'listStyleType', 'quotes', 'fontStretch', 'fontFeatureSettings', 'tabSize', 'textAlignLast',
  'lineBreak', 'userSelect', 'fill', 'stroke', 'textAnchor', 'borderSpacing', 'accentColor', 'backgroundColor', 'lineHeight', 'letterSpacing', 'wordSpacing'];

for (const mode of ['canvas', 'form']) {
  test(`the styles of a host’s text do not come in, as ${mode === 'form' ? 'a form' : 'a canvas'}`, async (t) => {
    const seen = [];
    for (const style of ['', HOSTILE]) {
      const page = await open(t, {
        content: (base) => `${style}<article><div style="direction:ltr;writing-mode:horizontal-tb;width:700px"></div>
          <section style="writing-mode:horizontal-tb;width:700px;line-height:1.5"><sextant-calculator mode="${mode}" lang="en" loading="eager" view="drag"></sextant-calculator></section></article>${script(base)}`,
      });
      await ready(page);
      await frames(page, 3);
      seen.push(await element(page).evaluate(({ shadowRoot }, names) => [...shadowRoot.querySelectorAll('.sextant, .sextant *')]
        .filter((node) => !node.closest('svg svg')).map((node) => {
          const style = getComputedStyle(node);
          const { width, height } = node.getBoundingClientRect();
          return [`${node.nodeName}.${node.getAttribute('class') ?? ''} ${Math.round(width)}×${Math.round(height)}`, ...names.map((name) => `${name}: ${style[name]}`)];
        }), READ));
    }
    assert.ok(seen[0].length > 10, `${seen[0].length} elements`);
    assert.deepEqual(seen[1], seen[0]);
  });

  test(`hidden with its surroundings, it stays hidden, as ${mode === 'form' ? 'a form' : 'a canvas'}`, async (t) => {
    const page = await open(t, { content: (base) => `<div id="tab"><sextant-calculator mode="${mode}" lang="en" loading="eager" view="kpi"></sextant-calculator></div>${script(base)}` });
    await ready(page);
    const visible = () => element(page).locator('.sextant').evaluate((node) => node.checkVisibility({ visibilityProperty: true }));
    assert.equal(await visible(), true);
    await page.evaluate(() => {
      document.getElementById('tab').style.visibility = 'hidden';
    });
    assert.equal(await visible(), false);
  });
}

// WCAG 1.4.12, at the largest values it names.
const SPACED = '<style>article { line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em; font-size: 16px }</style>';

for (const width of [340, 600, 1000]) {
  test(`with wide letters, words and lines nothing in the form or the bar is cut off, ${width} px wide`, async (t) => {
    const page = await open(t, {
      viewport: { width: 1100, height: 900 },
      content: (base) => `${SPACED}<article style="width:${width}px"><sextant-calculator mode="form" lang="en" loading="eager"></sextant-calculator></article>${script(base)}`,
    });
    await ready(page);
    await element(page).locator('.later:not([hidden])').waitFor({ state: 'detached' });
    await frames(page, 3);
    const { spacing, cut } = await element(page).evaluate(({ shadowRoot }) => {
      const hides = (style) => ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
      const found = [];
      for (const node of shadowRoot.querySelectorAll('.sextant :not(svg *)')) {
        const style = getComputedStyle(node);
        const text = node.textContent.trim();
        if (!text || !node.clientWidth || node.clientWidth < 2 || !hides(style) || node.tagName.toLowerCase() === 'svg' || node.closest('.announcer')) continue;
        // A row that shows as many as fit hides the others as a whole.
        const box = node.getBoundingClientRect();
        const whole = [...node.children].every((child) => {
          const { top, right, bottom } = child.getBoundingClientRect();
          return top >= box.bottom - 1 || (bottom <= box.bottom + 1 && right <= box.right + 1);
        });
        const tooLarge = node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1;
        if (tooLarge && !(node.children.length && whole)) found.push(`${node.className}: ${text.slice(0, 40)}`);
      }
      const bar = shadowRoot.querySelector('.bar');
      const { right } = bar.getBoundingClientRect();
      for (const control of bar.children) if (control.getBoundingClientRect().right > right + 1) found.push(`bar: ${control.textContent}`);
      return { spacing: getComputedStyle(shadowRoot.querySelector('h2, h3')).letterSpacing, cut: found };
    });
    assert.ok(parseFloat(spacing) > 1, spacing);
    assert.deepEqual(cut, []);
  });
}

test('the lines of a host that are higher come in, and narrower ones do not', async (t) => {
  const lineOf = async (page) => parseFloat(await element(page).locator('.bar').evaluate((bar) => getComputedStyle(bar).lineHeight));
  let page;
  for (const [given, wanted] of [['2', 28], ['1', 21], ['normal', 21], ['30px', 30], ['0', 21]]) {
    const content = (base) => `<div style="line-height:${given}"><sextant-calculator mode="form" lang="en" loading="eager" view="kpi"></sextant-calculator></div>${script(base)}`;
    if (page) await page.show(content);
    else page = await open(t, { content });
    await ready(page);
    assert.equal(await lineOf(page), wanted, given);
  }
});

test('of twenty elements none is blank, wherever the reader scrolls', async (t) => {
  const page = await open(t, {
    content: (base) => Array.from({ length: 20 }, (_, at) => `<sextant-calculator id="e${at}" mode="canvas" lang="en" loading="eager" view="kpi"></sextant-calculator>`).join('<p>Between.</p>') + script(base),
  });
  for (let at = 0; at < 20; at += 1) await ready(page, at);
  const shown = (at) => element(page, at).evaluate((node) => {
    node.scrollIntoView({ block: 'center' });
    const canvas = node.shadowRoot.querySelector('canvas');
    return canvas ? !canvas.getContext('webgl2').isContextLost() : !!node.shadowRoot.querySelector('.form-view');
  });
  for (const at of [0, 19, 10, 1, 18, 5, 0]) await eventually(() => shown(at), Boolean, `element ${at}`);
  const kept = await page.evaluate(() => [...document.querySelectorAll('sextant-calculator')]
    .filter(({ shadowRoot }) => shadowRoot.querySelector('canvas')?.getContext('webgl2').isContextLost() === false).length);
  assert.ok(kept <= 10, `${kept} contexts`);
});

test('of twenty elements on one screen, those without a context are forms, and canvases again when there is room', async (t) => {
  const page = await open(t, {
    viewport: { width: 1600, height: 3000 },
    content: (base) => `<style>body { display: grid; grid-template-columns: repeat(5, 310px) } sextant-calculator { height: 640px; overflow: hidden }</style>
      ${Array.from({ length: 20 }, () => '<sextant-calculator mode="canvas" lang="en" loading="eager" view="kpi"></sextant-calculator>').join('')}${script(base)}`,
  });
  const faces = () => page.evaluate(() => [...document.querySelectorAll('sextant-calculator')].map(({ shadowRoot }) => {
    if (shadowRoot?.querySelector('.form-view')) return 'form';
    return shadowRoot?.querySelector('canvas')?.getContext('webgl2').isContextLost() === false ? 'canvas' : 'blank';
  }));
  const all = await eventually(faces, (now) => now.length === 20 && !now.includes('blank'), 'faces');
  assert.ok(all.includes('form') && all.includes('canvas'), String(all));
  await page.evaluate(() => [...document.querySelectorAll('sextant-calculator')].slice(0, 17).forEach((node) => node.remove()));
  await eventually(faces, (now) => now.length === 3 && now.every((face) => face === 'canvas'), 'faces of the last three');
});
