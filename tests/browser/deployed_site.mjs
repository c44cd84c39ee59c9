// A host for publishing several versions: a copy of dist/ into which a changed version can be put, completely
// or in part, and whose server can be stopped. The browser keeps its caches between visits.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serviceWorker } from '../../scripts/offline.mjs';
import { serve } from '../../scripts/serve.mjs';
import { openChromium } from './chromium.mjs';
import { serveHost } from './host_page.mjs';

const DIST = path.resolve(process.env.SEXTANT_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)));
const BASE = '/some/folder/';
const TEXT = /\.(html|js)$/;
// Files that change between versions: pages, styles, scripts. The wasm modules stay the same.
const CHANGES = /^assets\/[^.]*-\w{8}\.(js|css)$/;

async function readFolder(folder) {
  const files = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(br|gz)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    files.set(path.relative(folder, file), await readFile(file));
  }
  return files;
}

/** The names in dist/ that a service worker caches. */
const keptBy = (worker) => [...String(worker).matchAll(/\["([^"]*)","[A-Za-z0-9+/]{43}="\]/g)]
  .map(([, name]) => name === '' || name.endsWith('/') ? `${name}index.html` : name);

/** The same page with other hashes in the names, and with the version number in every page. */
async function versionOf(files, number) {
  const renamed = [...files.keys()].filter((name) => CHANGES.test(name)).map((name) => {
    const hash = name.match(/-(\w{8})\.\w+$/)[1];
    return [hash, `${number}${hash.slice(1).split('').reverse().join('')}`];
  });
  const rename = (text) => renamed.reduce((sum, [from, to]) => sum.replaceAll(from, to), text);
  const made = new Map([...files].map(([name, content]) => [
    rename(name),
    TEXT.test(name) ? Buffer.from(rename(String(content)).replace('<html ', `$&data-version="${number}" `)) : content,
  ]));
  const kept = keptBy(files.get('service-worker.js')).map(rename);
  assert.ok(kept.length > 10);
  made.set('service-worker.js', await serviceWorker(made, kept));
  return made;
}

async function openSite() {
  const folder = await mkdtemp(path.join(tmpdir(), 'sextant-deployed-'));
  const original = await readFolder(DIST);
  let server;
  let port = 0;
  const site = {
    url: '',
    /** Version `number`, as a map of files. */
    version: (number) => versionOf(original, number),
    /** Publishes these files and removes all others. */
    async deploy(files) {
      for (const name of await readdir(folder)) await rm(path.join(folder, name), { recursive: true });
      for (const [name, content] of files) {
        await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await writeFile(path.join(folder, name), content);
      }
    },
    /** Another site's page on the same origin. */
    write: (name, html) => writeFile(path.join(folder, name), html),
    async start() {
      server = await serve({ base: BASE, root: folder, port });
      site.url = server.url;
      port = Number(new URL(server.url).port);
    },
    async stop() {
      await server?.close();
      server = undefined;
    },
    async remove() {
      await site.stop();
      await rm(folder, { recursive: true });
    },
  };
  await site.start();
  return site;
}

/**
 * Registers a browser for the test file; returns a function that gives a test a site with version 1 and a reader's
 * first visit. Without a network, failed requests do not count as problems of the page.
 */
export function useDeployedSite() {
  let browser;
  let elsewhere;
  before(async () => {
    [browser, elsewhere] = await Promise.all([openChromium(), serveHost()]);
  });
  after(async () => {
    await browser?.close();
    elsewhere?.close();
  });

  return async function visit(t, options = {}) {
    const site = await openSite();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', ...options });
    const problems = [];
    const responses = [];
    context.on('weberror', (error) => problems.push(String(error.error())));
    context.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (!['127.0.0.1', 'localhost'].includes(hostname) && protocol !== 'data:') problems.push(`request to ${request.url()}`);
    });
    context.on('response', (response) => responses.push(response));
    await context.addInitScript(() => addEventListener('securitypolicyviolation', (event) => {
      throw new Error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    }));
    t.after(async () => {
      await context.close();
      await site.remove();
      assert.deepEqual(problems, []);
    });
    await site.deploy(await site.version(1));
    return {
      site,
      /** A host on another origin. */
      elsewhere,
      context,
      responses,
      /** Opens a window at an address within the site. */
      async open(address = '') {
        const page = await context.newPage();
        await page.goto(site.url + address);
        await page.evaluate(() => window.sextant?.ready);
        return page;
      },
    };
  };
}

/** Reloads in the front window, as a reader would. */
export async function reload(page) {
  await page.bringToFront();
  await page.reload();
  await page.evaluate(() => window.sextant.ready);
}
