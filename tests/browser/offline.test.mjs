// Working without a network, and updating to a new version.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { reload, useDeployedSite } from './deployed_site.mjs';
import { article } from './host_page.mjs';
import { CPC, eventually, inputOf, reportOf, scenarioOf, TEXTS } from './sextant_page.mjs';

const visit = useDeployedSite();

const DIST = process.env.SEXTANT_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
const { default: createSextant } = await import(pathToFileURL(path.resolve(DIST, 'engine/index.mjs')).href);
const sextant = await createSextant();

const slider = (page) => page.getByRole('slider', { name: CPC, exact: true });
const cpcOf = (page) => inputOf(page, 'social.paid', 'costPerClick');
const notice = (page) => page.locator('#update');
const accept = (page) => page.locator('#update-now');
const versionOf = (page) => page.evaluate(() => document.documentElement.dataset.version);
const cachesOf = (page) => page.evaluate(() => caches.keys());
const isForm = (page) => page.evaluate(() => !document.querySelector('.sextant canvas'));

/** Waits until the page would load without a network. */
const kept = (page) => page.waitForFunction(() => navigator.serviceWorker.controller);

/** Waits until the worker of a deployed version is installed or has failed. */
async function looked(page) {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => undefined);
    const { installing } = registration;
    if (!installing) return;
    await new Promise((resolve) => installing.addEventListener('statechange', resolve));
  });
}

/** Waits until the window has reloaded itself with this version. */
async function arrived(page, number) {
  const version = () => page.evaluate(() => window.sextant && document.documentElement.dataset.version).catch(() => 'on its way');
  await eventually(version, (found) => found === number, 'version');
  await page.evaluate(() => window.sextant.ready);
}

/** The version numbers of the scripts and styles that the page has loaded. */
const versionsLoaded = (page) => page.evaluate(() => [...new Set(performance.getEntriesByType('resource')
  .map(({ name }) => name.match(/assets\/[^/]+-(\w)\w{7}\.(?:js|css)$/)?.[1]).filter(Boolean))]);

/** Switches between canvas and form; the scripts of the other one have not been loaded before. */
async function showForm(page) {
  assert.equal(await isForm(page), false);
  await page.locator('#mode').click();
  await eventually(() => isForm(page), Boolean, 'the form');
  const visits = page.getByRole('spinbutton').or(page.locator('.sextant input[type=range]')).first();
  await visits.waitFor();
}

test('the second visit works without a network', async (t) => {
  const { site, open } = await visit(t);
  const page = await open();
  await kept(page);
  assert.equal(await notice(page).isVisible(), false, 'the first version is not news');
  await site.stop();
  await reload(page);
  await slider(page).fill('31');
  await eventually(() => cpcOf(page), (value) => value === 31, 'CPC');
  assert.deepEqual(await reportOf(page), sextant.evaluate(await scenarioOf(page)).value);
  await eventually(() => new URL(page.url()).hash, (hash) => hash.startsWith('#1~'), 'address');
  await reload(page);
  assert.equal(await cpcOf(page), 31);
});

test('presets, languages and the form work without a network', async (t) => {
  const { site, open } = await visit(t);
  // A preset's page keeps the whole site.
  await kept(await open('one-platform/'));
  await site.stop();
  const chinese = await open('balanced/zh-TW/?theme=dark');
  assert.equal(await chinese.evaluate(() => document.documentElement.lang), 'zh-TW');
  const { scenario } = sextant.presets().value.find(({ id }) => id === 'balanced');
  assert.deepEqual(await reportOf(chinese), sextant.evaluate(scenario).value);
  const form = await open('index.html?mode=form');
  assert.equal(await isForm(form), true);
  assert.deepEqual(await reportOf(form), sextant.evaluate({}).value);
  await showForm(await open('?lang=en'));
});

test('a new version is offered; accepting it keeps a scenario changed at the last moment', async (t) => {
  const { site, open } = await visit(t);
  const page = await open('?theme=dark');
  await kept(page);
  await site.deploy(await site.version(2));
  await reload(page);
  assert.equal(await versionOf(page), '1');
  await notice(page).waitFor();
  assert.equal(await notice(page).getAttribute('role'), 'status');
  assert.equal(await notice(page).locator('span').textContent(), TEXTS.en['update.ready']);
  assert.equal(await accept(page).textContent(), TEXTS.en['update.reload']);
  assert.equal(new URL(page.url()).hash, '');

  await slider(page).evaluate((input) => {
    input.value = '31';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    document.querySelector('#update-now').click();
  });
  await arrived(page, '2');
  assert.equal(await cpcOf(page), 31);
  assert.equal(new URL(page.url()).search, '?theme=dark');
  assert.deepEqual(await versionsLoaded(page), ['2']);
  assert.equal(await notice(page).isVisible(), false);
  await site.stop();
  await reload(page);
  assert.equal(await versionOf(page), '2');
});

test('the offer follows the language and can be postponed', async (t) => {
  const { site, open } = await visit(t, { locale: 'zh-TW' });
  const page = await open();
  await kept(page);
  await site.deploy(await site.version(2));
  await looked(page);
  await notice(page).waitFor();
  assert.equal(await notice(page).locator('span').textContent(), TEXTS['zh-TW']['update.ready']);
  await page.locator('#language').click();
  await eventually(() => notice(page).locator('span').textContent(), (text) => text === TEXTS.en['update.ready'], 'language');
  await page.locator('#update-later').click();
  assert.equal(await notice(page).isVisible(), false);
  assert.equal(await versionOf(page), '1');
});

test('until it is accepted everything comes from the old version, also files loaded later', async (t) => {
  const { site, open } = await visit(t);
  const page = await open();
  await kept(page);
  await site.deploy(await site.version(2));
  await looked(page);
  await notice(page).waitFor();
  await showForm(page);
  assert.deepEqual(await versionsLoaded(page), ['1']);
  const other = await open('balanced/');
  assert.equal(await versionOf(other), '1');
  await showForm(other);
  assert.deepEqual(await versionsLoaded(other), ['1']);
});

test('other windows keep their version after one has accepted; afterwards the old version is deleted', async (t) => {
  const { site, open } = await visit(t);
  const left = await open();
  await kept(left);
  const page = await open();
  await site.deploy(await site.version(2));
  await looked(page);
  await notice(page).waitFor();
  await accept(page).click();
  await arrived(page, '2');

  await left.bringToFront();
  assert.equal(await versionOf(left), '1');
  await slider(left).fill('31');
  await showForm(left);
  assert.deepEqual(await versionsLoaded(left), ['1']);
  assert.equal(await cpcOf(left), 31);
  assert.equal((await cachesOf(page)).length, 2);

  // The new version is still offered.
  await notice(left).waitFor();
  await accept(left).click();
  await arrived(left, '2');
  assert.equal(await cpcOf(left), 31);
  await reload(page);
  await eventually(() => cachesOf(page), ({ length }) => length === 1, 'caches');
  await showForm(page);
  assert.deepEqual(await versionsLoaded(page), ['2']);
});

test('after two accepted updates nothing of earlier versions is left', async (t) => {
  const { site, open } = await visit(t);
  const page = await open();
  await kept(page);
  for (const number of ['2', '3', '1']) {
    await site.deploy(await site.version(number));
    await looked(page);
    await notice(page).waitFor();
    await accept(page).click();
    await arrived(page, number);
  }
  await reload(page);
  await eventually(() => cachesOf(page), ({ length }) => length === 1, 'caches');
  await site.stop();
  await reload(page);
  assert.equal(await versionOf(page), '1');
});

test('a mix of two versions is refused, and accepted once it is complete', async (t) => {
  const { site, open } = await visit(t);
  const page = await open();
  await kept(page);
  const [first, second] = [await site.version(1), await site.version(2)];
  const stale = new Map([...second, ['index.html', first.get('index.html')]]);
  const missing = new Map([...second].filter(([name]) => !/^assets\/form_view-/.test(name)));
  assert.equal(missing.size, second.size - 1);
  for (const mix of [stale, missing]) {
    await site.deploy(mix);
    await looked(page);
    assert.equal((await cachesOf(page)).length, 1);
    await reload(page);
    assert.equal(await notice(page).isVisible(), false);
    assert.equal(await versionOf(page), '1');
    assert.deepEqual(await versionsLoaded(page), ['1']);
  }
  await site.deploy(second);
  await looked(page);
  await notice(page).waitFor();
});

test('without an idle moment the page is kept, too', async (t) => {
  const { context, open } = await visit(t);
  await context.addInitScript(() => {
    window.requestIdleCallback = (run, { timeout } = {}) => timeout && setTimeout(run, timeout);
  });
  await kept(await open());
});

test('a first visit to a mix works and caches nothing', async (t) => {
  const { site, open } = await visit(t);
  const [first, second] = [await site.version(1), await site.version(2)];
  await site.deploy(new Map([...first, ['service-worker.js', second.get('service-worker.js')]]));
  const page = await open();
  const registrations = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await eventually(registrations, (count) => count === 0, 'registrations');
  assert.deepEqual(await cachesOf(page), []);
  await showForm(page);
});

const framesAt = (base) => ['embed.html', ''].map((name) => `<iframe src="${base}${name}" width="900" height="240"></iframe>`).join('');
const elementAt = (base) => `<sextant-calculator lang="en" loading="eager"></sextant-calculator>
<script type="module" src="${base}sextant-element.js"></script>`;

/** Opens an article on the site's own origin, then one on another origin. */
async function* openArticles({ site, elsewhere, context }, contentAt) {
  elsewhere.show({ html: article(contentAt(site.url)) });
  await site.write('article.html', article(contentAt('./')));
  // One after the other, because a window behind another one paints nothing.
  for (const address of [`${site.url}article.html`, elsewhere.url]) {
    const page = await context.newPage();
    await page.goto(address);
    yield page;
  }
}

/** The frames of an article, once they are ready. */
async function framesOf(page) {
  const frames = await eventually(() => page.frames().slice(1), ({ length }) => length === 2, 'frames');
  for (const frame of frames) {
    await eventually(() => frame.evaluate(() => !!window.sextant).catch(() => false), Boolean, 'a script');
    // Below the screen, a frame from another origin paints nothing.
    await (await frame.frameElement()).scrollIntoViewIfNeeded();
    await frame.evaluate(() => window.sextant.ready);
  }
  return frames;
}

test('neither frames nor the element register a worker', async (t) => {
  const visitor = await visit(t);
  await visitor.context.addInitScript(() => {
    window.registered = 0;
    if (!window.ServiceWorkerContainer) return; // a frame before it has an address
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...rest) {
      window.registered += 1;
      return register.apply(this, rest);
    };
  });
  const registered = (frame) => frame.evaluate(() => window.registered);
  for await (const page of openArticles(visitor, (base) => framesAt(base) + elementAt(base))) {
    const frames = await framesOf(page);
    await eventually(() => page.evaluate(() => !!document.querySelector('sextant-calculator').scenario), Boolean, 'the element');
    for (const frame of [page, ...frames]) {
      // Idle tasks have run.
      await frame.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 })));
      assert.equal(await registered(frame), 0);
    }
    assert.deepEqual(await cachesOf(page), []);
  }
  const page = await visitor.open();
  await eventually(() => registered(page), (count) => count === 1, 'the page itself');
});

test('frames are served by the host, not by the worker', async (t) => {
  const visitor = await visit(t);
  const { open, responses } = visitor;
  await kept(await open());
  for await (const page of openArticles(visitor, framesAt)) {
    const frames = await framesOf(page);
    const theirs = responses.filter((response) => !response.request().serviceWorker() && frames.includes(response.frame()));
    assert.ok(theirs.length > 8, `${theirs.length} responses`);
    assert.deepEqual(theirs.filter((response) => response.fromServiceWorker()).map((response) => response.url()), []);
  }
  // The same worker serves the page itself.
  responses.length = 0;
  await open();
  assert.ok(responses.some((response) => response.fromServiceWorker()));
});

test('a frame gets the host\'s version while the page has another one', async (t) => {
  const { site, context, open } = await visit(t);
  const page = await open();
  await kept(page);
  await site.deploy(await site.version(2));
  await site.write('article.html', article(framesAt('./')));
  const host = await context.newPage();
  await host.goto(`${site.url}article.html`);
  for (const frame of await framesOf(host)) assert.deepEqual(await versionsLoaded(frame), ['2']);
  await reload(page);
  assert.equal(await versionOf(page), '1');
});

test('requests for files of no version go to the host', async (t) => {
  const { site, open } = await visit(t);
  const page = await open();
  await kept(page);
  const engine = () => page.evaluate(() => fetch('engine/index.mjs').then((response) => response.text(), () => 'no network'));
  assert.match(await engine(), /export/);
  await site.stop();
  assert.equal(await engine(), 'no network');
});
