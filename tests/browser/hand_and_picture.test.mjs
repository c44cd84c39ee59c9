// The input that a reader changes and the bubble that answers are on the screen together, in both faces.
import assert from 'node:assert/strict';
import test from 'node:test';
import { useHost } from './host_page.mjs';
import { eventually, nameOf, scenarioOf, useBrowser } from './sextant_page.mjs';

const openPage = useBrowser();
const openHost = useHost();

const CELLS = ['social', 'search', 'integrated'].flatMap((medium) => [`${medium}.organic`, `${medium}.paid`]);
const FIELDS = ['visits', 'conversionRate', 'orderValue', 'costPerClick', 'fixedCost', 'newCustomerShare'];
const SCREENS = [{ width: 1280, height: 800 }, { width: 1440, height: 900 }, { width: 768, height: 1024 }, { width: 390, height: 844 }];
const PHONE = { viewport: SCREENS[3], hasTouch: true, isMobile: true, deviceScaleFactor: 1 };

const slider = (page, cell, field) => page.getByRole('slider', { name: nameOf(cell, `field.${field}`) });
const locate = (page, cell) => page.evaluate((id) => sextant.locate(id), cell);

/** What is wrong with the places of the input and of its cell's bubble; '' if nothing. */
async function wrong(page, cell, field) {
  const [box, bubble] = [await slider(page, cell, field).boundingBox(), await locate(page, cell)];
  return page.evaluate(({ box, bubble }) => {
    if (!bubble) return 'no bubble on the screen';
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (box.y < 0 || box.y + box.height > innerHeight) return `input at ${box.y}`;
    if (bubble.y - bubble.radius < 0 || bubble.y + bubble.radius > innerHeight) return `bubble at ${bubble.y}`;
    if (Math.hypot(Math.max(0, Math.abs(bubble.x - x) - box.width / 2), Math.max(0, Math.abs(bubble.y - y) - box.height / 2)) < bubble.radius) return 'bubble over the input';
    // The canvas is one element; what it paints over what is tested natively.
    const [hand, picture] = [document.elementFromPoint(x, y), document.elementFromPoint(bubble.x, bubble.y)];
    if (!hand?.matches('canvas, input[type=range]')) return `${hand?.outerHTML.slice(0, 60)} over the input`;
    return picture?.matches('canvas, .chart *') ? '' : `${picture?.outerHTML.slice(0, 60)} over the bubble`;
  }, { box, bubble });
}

for (const mode of ['canvas', 'form']) {
  for (const viewport of SCREENS) {
    test(`every input and its bubble are on the screen together, before and during a drag: ${mode}, ${viewport.width}`, async (t) => {
      const page = await openPage(t, { address: `?lang=en&mode=${mode}`, viewport });
      for (const [row, cell] of CELLS.entries()) {
        if (viewport.width < 600 && mode === 'canvas') await page.evaluate((id) => document.querySelector(`[data-id="switch/${id}"]`).click(), cell);
        for (const [column, field] of FIELDS.entries()) {
          await slider(page, cell, field).focus();
          await eventually(() => wrong(page, cell, field), (found) => !found, `${cell} ${field}`);
          if (row !== column) continue;
          const { x, y, width, height } = await slider(page, cell, field).boundingBox();
          const before = await locate(page, cell);
          await page.mouse.move(x + width / 2, y + height * (mode === 'canvas' && viewport.width < 600 ? 0.65 : 0.5));
          await page.mouse.down();
          await page.mouse.move(x + width / 2 + 12, y + height / 2, { steps: 3 });
          await eventually(() => wrong(page, cell, field), (found) => !found, `${cell} ${field} during a drag`);
          if (field === 'costPerClick') await eventually(() => locate(page, cell), (now) => now.x !== before.x, 'bubble');
          await page.mouse.up();
          await page.keyboard.press('Control+z');
        }
      }
    });
  }

  test(`one source alone has its inputs and its bubble on a phone together: ${mode}`, async (t) => {
    const page = await openPage(t, { address: `?lang=en&view=drag&mode=${mode}`, viewport: SCREENS[3] });
    for (const field of ['costPerClick', 'conversionRate', 'visits', 'orderValue']) {
      await eventually(() => wrong(page, 'social.paid', field), (found) => !found, field);
    }
    const before = await locate(page, 'social.paid');
    const { x, y, width, height } = await slider(page, 'social.paid', 'costPerClick').boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 30, y + height / 2, { steps: 3 });
    await eventually(() => locate(page, 'social.paid'), (now) => now.x < before.x - 4, 'bubble of a dearer click');
    await page.mouse.up();
    assert.equal(await page.evaluate(() => scrollY), 0);
  });

  test(`a bubble is where locate() says: ${mode}`, async (t) => {
    const page = await openPage(t, { address: `?lang=en&mode=${mode}`, deviceScaleFactor: 1 });
    await page.evaluate(() => sextant.setScenario({ cells: [{ id: 'social.paid', visits: 9000, conversionRate: 0.02, orderValue: 900, costPerClick: 9 }] }));
    await eventually(() => locate(page, 'search.paid'), (place) => place === null, 'a cell without a bubble');
    const { x, y, radius } = await eventually(() => locate(page, 'social.paid'), (place) => place?.radius > 8, 'bubble');
    const clip = { x: x - radius - 6, y: y - radius - 6, width: 2 * radius + 12, height: 2 * radius + 12 };
    const pixels = await page.evaluate(async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context.drawImage(bitmap, 0, 0);
      return [[0.5, 0.5], [0.02, 0.02]].map(([across, down]) => [...context.getImageData(bitmap.width * across, bitmap.height * down, 1, 1).data].slice(0, 3));
    }, (await page.screenshot({ clip })).toString('base64'));
    // Blue in the middle, and not at the corner.
    const isBlue = ([red, , blue]) => blue - red > 80;
    assert.deepEqual(pixels.map(isBlue), [true, false], JSON.stringify(pixels));
    assert.equal(await locate(page, 'no such cell'), null);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await eventually(() => locate(page, 'social.paid'), (place) => place === null, 'nothing on the screen');
  });
}

const WAYS = [[0, -28], [0, 40], [-46, 0], [46, 0], [-30, -24], [30, 30]];

async function touchDrag(page, from, [dx, dy]) {
  const session = await page.context().newCDPSession(page);
  const send = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await send('touchStart', [from]);
  for (let step = 1; step <= 8; ++step) await send('touchMove', [{ x: from.x + dx * step / 8, y: from.y + dy * step / 8 }]);
  await send('touchEnd', []);
  await session.detach();
}

/** `scenario` returns the present one, `place` the bubble's in the window, `reset` restores the first. */
async function dragEveryWay(page, { scenario, place, reset }) {
  const first = JSON.stringify(await scenario());
  for (const way of WAYS) {
    const scrolled = await page.evaluate(() => scrollY);
    const before = await place();
    await touchDrag(page, before, way);
    await eventually(async () => JSON.stringify(await scenario()), (now) => now !== first, `dragged by ${way}`);
    const { x, y } = await eventually(place, (now) => Math.abs(now.x - before.x) > 8 || Math.abs(now.y - before.y) > 8, `bubble dragged by ${way}`);
    assert.ok(Math.sign(Math.round((x - before.x) / 16)) === Math.sign(way[0]) || !way[0], `x by ${way}: ${x - before.x}`);
    assert.ok(Math.sign(Math.round((y - before.y) / 16)) === Math.sign(way[1]) || !way[1], `y by ${way}: ${y - before.y}`);
    assert.equal(await page.evaluate(() => scrollY), scrolled, `the page scrolls by ${way}`);
    await reset();
    await eventually(async () => JSON.stringify(await scenario()), (now) => now === first, 'first scenario');
    await eventually(place, (now) => Math.hypot(now.x - before.x, now.y - before.y) < 2, 'first place');
  }
}

const CELL = 'social.paid';

for (const view of ['all', 'quadrant']) {
  test(`a finger drags a bubble in every direction: the page, ${view}`, async (t) => {
    const page = await openPage(t, { ...PHONE, address: `?lang=en&view=${view}` });
    await dragEveryWay(page, {
      scenario: () => scenarioOf(page),
      place: () => locate(page, CELL),
      reset: () => page.locator('#undo').click(),
    });
  });
}

test('a finger drags a bubble in every direction: a frame', async (t) => {
  const page = await openHost(t, {
    ...PHONE,
    content: (base) => `<p>Long.</p><iframe title="Sextant" width="100%" height="620" src="${base}embed.html?lang=en&view=quadrant"></iframe><p style="height: 2000px">After.</p>`,
  });
  const inside = await eventually(() => page.frames()[1], Boolean, 'frame');
  await inside.waitForFunction(() => window.sextant);
  await inside.evaluate(() => window.sextant.ready);
  const first = await scenarioOf(inside);
  await dragEveryWay(page, {
    scenario: () => scenarioOf(inside),
    async place() {
      const box = await page.locator('iframe').boundingBox();
      const { x, y } = await eventually(() => locate(inside, CELL), Boolean, 'bubble');
      return { x: box.x + x, y: box.y + y };
    },
    reset: () => inside.evaluate((scenario) => sextant.setScenario(scenario), first),
  });
});

test('a finger drags a bubble in every direction: the element', async (t) => {
  const page = await openHost(t, {
    ...PHONE,
    content: (base) => `<sextant-calculator lang="en" view="quadrant" loading="eager"></sextant-calculator><p style="height: 2000px">After.</p>
<script type="module" src="${base}sextant-element.js"></script>`,
  });
  const element = page.locator('sextant-calculator');
  await eventually(() => element.evaluate((node) => node.locate?.('social.paid')), Boolean, 'calculator');
  const first = await element.evaluate((node) => node.scenario);
  await dragEveryWay(page, {
    scenario: () => element.evaluate((node) => node.scenario),
    place: () => element.evaluate((node) => node.locate('social.paid')),
    reset: () => element.evaluate((node, scenario) => node.setScenario(scenario), first),
  });
});
