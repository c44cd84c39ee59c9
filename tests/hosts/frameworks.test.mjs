// <sextant-calculator> in frameworks: each fixture shows window.initial in an article and offers window.app:
// give(scenario), remove(), and the types of the events it has heard.
import assert from 'node:assert/strict';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import createSextant from '../../dist/engine/index.mjs';
import { serve } from '../../scripts/serve.mjs';
import { openChromium } from '../browser/chromium.mjs';
import { eventually } from '../browser/sextant_page.mjs';
import { openProject } from './project.mjs';

const DIST = process.env.SEXTANT_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
const GIVEN = { title: 'given', cells: [{ id: 'social.paid', visits: 5000, conversionRate: 0.02, orderValue: 1000, costPerClick: 8 }] };
const OTHER = { ...GIVEN, title: 'other' };
const BALANCED = (await createSextant()).presets().value.find(({ id }) => id === 'balanced').scenario.cells;
const BAD = { title: 'bad', grossMargin: 2 };
const FRAMEWORKS = {
  'React 18': ['react18', 'react'],
  'React 19': ['frameworks', 'react'],
  Vue: ['frameworks', 'vue'],
  Svelte: ['frameworks', 'svelte'],
  Lit: ['frameworks', 'lit'],
  Angular: ['frameworks', 'angular'],
};

const projects = {};
const pages = new Map();
let browser;
let site;
let host;
before(async () => {
  for (const name of ['frameworks', 'react18']) {
    projects[name] = await openProject(name);
    await projects[name].run('node', 'build.mjs');
  }
  site = await serve({ root: DIST });
  host = createServer(async (request, response) => {
    const page = pages.get(request.url);
    response.setHeader('Content-Type', page === undefined ? 'text/javascript' : 'text/html;charset=utf-8');
    response.end(page ?? await readFile(path.join(projects[request.url.split('/')[1]].folder, request.url.split('/').slice(2).join('/'))).catch(() => ''));
  });
  await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
  browser = await openChromium();
});
after(async () => {
  await browser?.close();
  await site?.close();
  host?.close();
});

/** Opens the fixture; `late`: the script of the element comes when the framework has rendered. */
async function open(t, [project, name], { initial = GIVEN, root = '', late = false } = {}) {
  pages.set('/', `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,">
    <div id="root">${root}</div><script>window.initial = ${JSON.stringify(initial)}</script>
    <script type="module">
      ${late ? '' : `await import('${site.url}sextant-element.js'); await customElements.whenDefined('sextant-calculator');`}
      await import('/${project}/built/${name}.js');
    </script>`);
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: 0.5, locale: 'en-US' });
  const problems = [];
  context.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
  context.on('weberror', (error) => problems.push(String(error.error())));
  t.after(async () => {
    await context.close();
    // Chromium's own, about drawing by software, and Lit's about itself.
    assert.deepEqual(problems.filter((problem) => !/GPU stall|swiftshader|too many active WebGL|Lit is in dev mode/i.test(problem)), []);
  });
  const page = await context.newPage();
  await page.goto(`http://localhost:${host.address().port}/`);
  if (late) {
    await page.locator('sextant-calculator').waitFor({ state: 'attached' });
    await page.evaluate((address) => import(address), `${site.url}sextant-element.js`);
  }
  return page;
}

const calculator = (page) => page.locator('sextant-calculator');
const titleOf = (page) => calculator(page).evaluate((element) => element.scenario?.title ?? null);
const shows = (page, title) => eventually(() => titleOf(page), (now) => now === title, 'title of the scenario');
const heard = (page) => page.evaluate(() => app.heard);
const alive = (page) => page.locator('#alive').count();

for (const [framework, fixture] of Object.entries(FRAMEWORKS)) {
  for (const late of [false, true]) {
    // These write an object as text while they do not know the element.
    const asText = late && ['React 19', 'Svelte'].includes(framework);
    test(`${framework}: ${asText ? 'a scenario in JSON' : 'an object'} arrives ${late ? 'though it is set before the script of the element has come' : 'when the element is there first'}`, async (t) => {
      const page = await open(t, fixture, { late, initial: asText ? JSON.stringify(GIVEN) : GIVEN });
      await shows(page, 'given');
      await eventually(() => heard(page), (types) => types.includes('sextant-ready'), 'event');
      assert.equal(await calculator(page).evaluate((element) => element.shadowRoot.querySelectorAll('.refusal').length), 0);
    });
  }

  test(`${framework}: another object is taken, and its change is heard`, async (t) => {
    const page = await open(t, fixture);
    await shows(page, 'given');
    await eventually(() => heard(page), (types) => types.includes('sextant-ready'), 'ready');
    await page.evaluate((scenario) => app.give(scenario), OTHER);
    await shows(page, 'other');
    await eventually(() => page.locator('#alive').textContent(), (link) => link.startsWith('1~'), 'link in the article');
  });

  test(`${framework}: what the reader has changed stays when the article is rendered again`, async (t) => {
    const page = await open(t, fixture);
    await shows(page, 'given');
    await eventually(() => heard(page), (types) => types.includes('sextant-ready'), 'ready');
    const slider = calculator(page).getByRole('slider', { name: /Paid.*CPC|CPC/ }).first();
    await slider.focus();
    await page.keyboard.press('Shift+ArrowRight');
    const link = await eventually(() => page.locator('#alive').textContent(), (text) => text.startsWith('1~'), 'link in the article');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.equal(await page.locator('#alive').textContent(), link);
    const cpc = await calculator(page).evaluate((element) => element.scenario.cells.find(({ id }) => id === 'social.paid').costPerClick);
    assert.notEqual(cpc, 8);
  });

  test(`${framework}: a bad object is refused in the element, and the application goes on`, async (t) => {
    const page = await open(t, fixture);
    await shows(page, 'given');
    await page.evaluate((scenario) => app.give(scenario), BAD);
    await calculator(page).getByRole('alert').filter({ hasText: 'grossMargin' }).waitFor();
    await eventually(() => heard(page), (types) => types.includes('sextant-error'), 'event');
    assert.equal(await titleOf(page), 'given');
    assert.equal(await alive(page), 1);
    await page.evaluate((scenario) => app.give(scenario), OTHER);
    await shows(page, 'other');
  });

  test(`${framework}: when it is no longer rendered, it cleans up after itself`, async (t) => {
    const page = await open(t, fixture);
    await shows(page, 'given');
    await page.evaluate(() => {
      window.kept = document.querySelector('sextant-calculator') ?? document.querySelector('some-article').shadowRoot.querySelector('sextant-calculator');
      app.remove();
    });
    await eventually(() => calculator(page).count(), (count) => count === 0, 'elements');
    await eventually(() => page.evaluate(() => window.kept.shadowRoot.querySelectorAll('canvas, .sextant').length), (count) => count === 0, 'what is left in it');
    assert.equal(await alive(page), 1);
  });
}

for (const framework of ['react', 'vue']) {
  for (const [what, initial, title] of [
    ['the id of a preset', 'balanced', ''], // it has no title of its own
    ['a scenario in JSON', JSON.stringify(GIVEN), 'given'],
    ...(framework === 'vue' ? [['an object', GIVEN, 'given']] : []),
  ]) {
    // Vue sets an object only on an element that it finds to have the property.
    for (const late of initial === GIVEN ? [false] : [false, true]) {
      test(`${framework}, rendered on a server with ${what}, continues in the browser without a mismatch${late ? ', also before the script has come' : ''}`, async (t) => {
        const root = (await projects.frameworks.run('node', 'built/server.mjs', framework, JSON.stringify(initial))).trim();
        assert.match(root, /<sextant-calculator/);
        const page = await open(t, ['frameworks', `${framework}_hydrate`], { root, initial, late });
        await shows(page, title);
        if (initial === 'balanced') assert.deepEqual(await calculator(page).evaluate(({ scenario }) => scenario.cells), BALANCED);
        await page.waitForFunction(() => window.app);
        await calculator(page).getByRole('slider').first().press('End');
        await eventually(() => heard(page), (types) => types.includes('sextant-change'), 'event of a change');
      });
    }
  }
}

for (const [name, files] of [['frameworks', ['types.ts', 'types.tsx']], ['react18', ['types.tsx']]]) {
  test(`the types of the element compile in strict TypeScript (${name})`, async () => {
    const project = projects[name];
    const folder = path.join(project.folder, 'sextant');
    await mkdir(folder, { recursive: true });
    await cp(path.join(DIST, 'sextant-element.d.ts'), path.join(folder, 'sextant-element.d.ts'));
    await cp(path.join(DIST, 'engine'), path.join(folder, 'engine'), { recursive: true });
    for (const resolution of [['--module', 'esnext', '--moduleResolution', 'bundler'], ['--module', 'nodenext']]) {
      await project.run('tsc', '--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--lib', 'es2022,dom', '--jsx', 'react-jsx', ...resolution, ...files);
    }
  });
}

test('without React the types compile, too', async () => {
  const project = projects.frameworks;
  const folder = path.join(project.folder, '../without-react');
  await mkdir(folder, { recursive: true });
  await cp(path.join(project.folder, 'types.ts'), path.join(folder, 'types.ts'));
  await cp(path.join(DIST, 'sextant-element.d.ts'), path.join(folder, 'sextant/sextant-element.d.ts'));
  await cp(path.join(DIST, 'engine'), path.join(folder, 'sextant/engine'), { recursive: true });
  await project.run('tsc', '--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--module', 'esnext', '--moduleResolution', 'bundler', '--typeRoots', 'none',
    path.join(folder, 'types.ts'));
});
