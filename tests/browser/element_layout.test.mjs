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
const WIDTHS = [340, 600, 720, 1000];

const script = (base) => `<script type="module" src="${base}sextant-element.js"></script>`;
const element = (page, index = 0) => page.locator('sextant-calculator').nth(index);
const ready = (page, index = 0) => eventually(
  () => element(page, index).evaluate((node) => !!node.scenario && !node.shadowRoot.querySelector('.inside > .poster')), Boolean, 'calculator');
const frames = (page, count) => page.evaluate(async (wanted) => {
  for (let frame = 0; frame < wanted; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}, count);
const faceOf = (mode) => mode === 'form' ? 'a form' : 'a canvas';

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
// On one screen, so that every shift of any counts; not more than get a context.
const LOW = {
  canvas: [['kpi', 'cells', 'quadrant', 'drag', 'matrix'], ['formula', 'wheel', 'remarketing', 'shocks', 'story']],
  form: [['kpi', 'drag', 'matrix', 'wheel', 'remarketing', 'shocks', 'story']],
};
// Higher than a screen, so that what follows is out of sight before and after.
const TALL = { canvas: ['all', 'flywheel'], form: ['all', 'cells', 'quadrant', 'formula', 'flywheel'] };
// More than a screen, which is enough.
const MOST_KEPT = 1200;

// One without a picture.
const tag = (view, mode, at) => `<sextant-calculator id="c${at}" mode="${mode}" lang="en" view="${view}" scenario="${view === 'matrix' ? OWN : 'balanced'}"></sextant-calculator>`;
const tags = (views, mode) => views.map((view, at) => `${tag(view, mode, at)}<p>Below.</p>`).join('');

/** The heights of the elements while they wait, at each of the widths. */
const heightsKept = (page, html, widths) => page.evaluate(([elements, wide]) => {
  const place = document.body.appendChild(document.createElement('div'));
  place.innerHTML = elements.replaceAll('mode=', 'loading="click" mode=');
  const all = wide.map((width) => {
    place.style.width = `${width}px`;
    return [...place.querySelectorAll('sextant-calculator')].map((waits) => {
      // It measures itself when it comes.
      waits.replaceWith(waits);
      const again = waits.cloneNode();
      waits.replaceWith(again);
      return again.offsetHeight;
    });
  });
  place.remove();
  return all;
}, [html, widths]);

/** Their heights when they stand, at each of the widths. */
const heightsNeeded = (page, widths) => page.evaluate(async (wide) => {
  const elements = [...document.querySelectorAll('#place sextant-calculator')];
  const all = [];
  for (const width of wide) {
    document.getElementById('place').style.width = `${width}px`;
    let heights = [];
    for (let same = 0; same < 5;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = elements.map(({ offsetHeight }) => offsetHeight);
      same = now.join() === heights.join() ? same + 1 : 0;
      heights = now;
    }
    all.push(heights);
  }
  return all;
}, widths);

/** Puts elements in the place of those before and waits until they are there. */
async function bring(page, html, width, count) {
  await page.evaluate(([elements, wide]) => {
    const place = document.createElement('div');
    place.id = 'place';
    place.style.width = `${wide}px`;
    place.innerHTML = elements;
    document.getElementById('place').replaceWith(place);
    window.shifts.length = 0;
  }, [html, width]);
  for (let at = 0; at < count; at += 1) await ready(page, at);
  await frames(page, 5);
}

const shiftsOf = (page) => page.evaluate(() => window.shifts);

for (const mode of ['canvas', 'form']) {
  test(`no view moves the text below it while it comes, and none keeps much more room than it needs, as ${faceOf(mode)}`, async (t) => {
    const page = await open(t, { viewport: { width: 1100, height: 5000 }, before: watchShifts, content: (base) => `<style>#after { display: none }</style><div id="place"></div>${script(base)}` });
    await page.evaluate(() => customElements.whenDefined('sextant-calculator'));
    for (const views of LOW[mode]) {
      const html = tags(views, mode);
      const kept = await heightsKept(page, html, WIDTHS);
      await bring(page, html, 340, views.length);
      assert.deepEqual(await shiftsOf(page), [], views.join());
      const needed = await heightsNeeded(page, WIDTHS);
      for (const [at, width] of WIDTHS.entries()) {
        for (const [index, view] of views.entries()) {
          const [room, height] = [kept[at][index], needed[at][index]];
          assert.ok(room >= height && room <= height * 1.3, `${view} at ${width}: ${room} for ${height}`);
        }
      }
    }
    await page.setViewportSize({ width: 1100, height: 1000 });
    for (const view of TALL[mode]) {
      // At the width at which it is lowest.
      const [[room]] = await heightsKept(page, tags([view], mode), [1000]);
      await bring(page, tags([view], mode), 720, 1);
      assert.deepEqual(await shiftsOf(page), [], view);
      const [[height]] = await heightsNeeded(page, [1000]);
      assert.ok(room >= Math.min(height, MOST_KEPT) && room <= height * 1.3, `${view}: ${room} for ${height}`);
    }
  });

}

test('nothing moves when the script comes after the text', async (t) => {
  const page = await open(t, { viewport: { width: 720, height: 5000 }, before: watchShifts, content: script });
  await page.evaluate(() => customElements.whenDefined('sextant-calculator'));
  const html = tags(LOW.form[0], 'form');
  const [heights] = await heightsKept(page, html, [720]);
  await page.show((base) => waiting(heights) + html + script(base));
  for (const at of heights.keys()) await ready(page, at);
  await frames(page, 5);
  assert.deepEqual(await shiftsOf(page), []);
});

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
  test(`the styles of a host’s text do not come in, and hidden with its surroundings it stays hidden, as ${faceOf(mode)}`, async (t) => {
    const content = (style) => (base) => `${style}<article><div style="direction:ltr;writing-mode:horizontal-tb;width:700px"></div>
      <section style="writing-mode:horizontal-tb;width:700px;line-height:1.5"><sextant-calculator mode="${mode}" lang="en" loading="eager" view="drag"></sextant-calculator></section></article>${script(base)}`;
    const page = await open(t, { content: content('') });
    const seen = [];
    for (const style of ['', HOSTILE]) {
      if (style) await page.show(content(style));
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

    const visible = () => element(page).locator('.sextant').evaluate((node) => node.checkVisibility({ visibilityProperty: true }));
    assert.equal(await visible(), true);
    await page.evaluate(() => {
      document.querySelector('section').style.visibility = 'hidden';
    });
    assert.equal(await visible(), false);
  });
}

// WCAG 1.4.12, at the largest values it names.
const SPACED = '<style>article { line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em; font-size: 16px }</style>';

test('with wide letters, words and lines nothing in the form or the bar is cut off', async (t) => {
  const page = await open(t, {
    viewport: { width: 1100, height: 900 },
    content: (base) => `${SPACED}<article style="width:340px"><sextant-calculator mode="form" lang="en" loading="eager"></sextant-calculator></article>${script(base)}`,
  });
  await ready(page);
  await element(page).locator('.later:not([hidden])').waitFor({ state: 'detached' });
  for (const width of [340, 600, 1000]) {
    await page.evaluate((wide) => {
      document.querySelector('article').style.width = `${wide}px`;
    }, width);
    await frames(page, 5);
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
    assert.deepEqual(cut, [], `${width} px wide`);
  }
});

test('the lines of a host that are higher come in, and narrower ones do not', async (t) => {
  const lines = [['2', 28], ['1', 21], ['normal', 21], ['30px', 30], ['0', 21]];
  const page = await open(t, {
    content: (base) => lines.map(([given]) => `<div style="line-height:${given}"><sextant-calculator mode="form" lang="en" loading="eager" view="kpi"></sextant-calculator></div>`).join('') + script(base),
  });
  for (const [at, [given, wanted]] of lines.entries()) {
    await ready(page, at);
    assert.equal(parseFloat(await element(page, at).locator('.bar').evaluate((bar) => getComputedStyle(bar).lineHeight)), wanted, given);
  }
});

// What the reader sees of an element; the picture of a canvas that is not there counts.
function seesOf({ shadowRoot }) {
  if (!shadowRoot || shadowRoot.querySelector('.poster')) return 'picture';
  if (shadowRoot.querySelector('.form-view')) return 'form';
  return shadowRoot.querySelector('canvas')?.getContext('webgl2').isContextLost() === false ? 'canvas' : 'blank';
}
// In every frame.
const watchBlanks = `window.blanks = [];
  window.seesOf = ${seesOf};
  requestAnimationFrame(function look() {
    for (const element of document.querySelectorAll('sextant-calculator')) {
      const { top, bottom } = element.getBoundingClientRect();
      if (top < innerHeight && bottom > 0 && window.seesOf(element) === 'blank') window.blanks.push(element.id);
    }
    requestAnimationFrame(look);
  });`;
const blanksOf = (page) => page.evaluate(() => window.blanks);
const facesOf = (page) => page.evaluate(() => [...document.querySelectorAll('sextant-calculator')].map(window.seesOf));
const many = (count) => Array.from({ length: count }, (_, at) => `<sextant-calculator id="e${at}" mode="canvas" lang="en" loading="eager" view="kpi"></sextant-calculator>`);

// More than a browser has contexts.
test('of seventeen elements none is blank, wherever the reader scrolls', async (t) => {
  const page = await open(t, { before: watchBlanks, content: (base) => many(17).join('<p>Between.</p>') + script(base) });
  for (let at = 0; at < 17; at += 1) await ready(page, at);
  for (const at of [0, 16, 9, 1, 0]) {
    await element(page, at).evaluate((node) => node.scrollIntoView({ block: 'center' }));
    await eventually(() => element(page, at).evaluate(seesOf), (seen) => seen === 'canvas', `element ${at}`);
  }
  assert.deepEqual(await blanksOf(page), []);
  const kept = await page.evaluate(() => [...document.querySelectorAll('sextant-calculator')]
    .filter(({ shadowRoot }) => shadowRoot.querySelector('canvas')?.getContext('webgl2').isContextLost() === false).length);
  assert.ok(kept <= 10, `${kept} contexts`);
});

test('of many elements on one screen the last ones are forms, and canvases when there is room', async (t) => {
  const page = await open(t, {
    viewport: { width: 1600, height: 2000 },
    before: watchBlanks,
    content: (base) => `<style>body { display: grid; grid-template-columns: repeat(5, 310px) } sextant-calculator { height: 640px; overflow: hidden }</style>
      ${many(10).join('')}${script(base)}`,
  });
  const faces = await eventually(() => facesOf(page), (now) => now.length === 10 && !now.includes('picture'), 'faces');
  assert.deepEqual(faces.toSorted(), [...Array(8).fill('canvas'), ...Array(2).fill('form')]);
  await page.evaluate(() => [...document.querySelectorAll('sextant-calculator')].filter((node) => window.seesOf(node) === 'canvas').slice(0, 2).forEach((node) => node.remove()));
  await eventually(() => facesOf(page), (now) => now.length === 8 && now.every((face) => face === 'canvas'), 'faces of those left');
  assert.deepEqual(await blanksOf(page), []);
});

test('a canvas that the browser has emptied is behind the picture until a form stands', async (t) => {
  const page = await open(t, { before: watchBlanks, content: (base) => many(1).join('') + script(base) });
  await ready(page);
  const height = await element(page).evaluate(({ offsetHeight }) => offsetHeight);
  const covered = await element(page).evaluate(async ({ shadowRoot, offsetHeight }) => {
    const canvas = shadowRoot.querySelector('canvas');
    const lost = new Promise((resolve) => canvas.addEventListener('webglcontextlost', resolve, { once: true }));
    canvas.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext();
    await lost;
    await Promise.resolve();
    const cover = shadowRoot.querySelector('.poster').getBoundingClientRect();
    const under = canvas.parentElement.getBoundingClientRect();
    return { cover: [cover.top, cover.bottom, cover.width], under: [under.top, under.bottom, under.width], height: offsetHeight };
  });
  assert.deepEqual(covered.cover, covered.under);
  assert.equal(covered.height, height);
  await eventually(() => element(page).evaluate(seesOf), (seen) => seen === 'form', 'face');
});
