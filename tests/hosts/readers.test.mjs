// Link previews: what programs that show pasted addresses find on the pages made for that.
import assert from 'node:assert/strict';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '../../scripts/serve.mjs';
import { TEXTS } from '../browser/sextant_page.mjs';
import { openProject } from './project.mjs';

const DIST = path.resolve(process.env.SEXTANT_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)));
const PICTURE = { width: 1200, height: 630 };
const { default: createSextant } = await import(pathToFileURL(path.join(DIST, 'engine/index.mjs')).href);
const sextant = await createSextant();

// What a page with a preview says, by the folder that it is in. The texts of the steps are in their order.
const PAGES = ['en', 'zh-TW'].flatMap((lang) => {
  const inLanguage = lang === 'en' ? '' : `${lang}/`;
  const presets = sextant.presets({ lang }).value.map(({ id, title, description }) =>
    ({ folder: `${id}/${inLanguage}`, title, description, query: { preset: id, lang } }));
  const stepTitles = Object.entries(TEXTS[lang]).filter(([key]) => /^step\.\w+\.title$/.test(key)).map(([, title]) => title);
  const steps = stepTitles.map((title, at) =>
    ({ folder: `story/${at + 1}/${inLanguage}`, title, description: TEXTS[lang]['story.description'], query: { story: String(at + 1), lang } }));
  return [...presets, ...steps];
});

let site;
let address;
let found;
before(async () => {
  const project = await openProject('readers');
  const published = path.join(project.folder, 'published');
  site = await serve({ root: published, base: '/sextant/' });
  address = site.url.replace('127.0.0.1', 'www.example.com');
  await publish(published);
  const printed = await project.run('node', 'read.mjs', ...PAGES.map(({ folder }) => address + folder));
  found = JSON.parse(printed.slice(0, printed.indexOf('\n')));
});
after(() => site?.close());

/** Copies dist/ as if it had been built with `address` as SEXTANT_ADDRESS. */
async function publish(folder) {
  await cp(DIST, folder, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  const [, built] = (await readFile(path.join(DIST, 'index.html'), 'utf8')).match(/property="og:url" content="([^"]+)"/);
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/index\.html$|oembed\.json$/.test(name)) continue;
    const file = path.join(folder, name);
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll(built, address));
  }
}

/** What the readers named have found under `key`, page by page, is what `expected` says of the page. */
function assertFound(key, readers, expected) {
  for (const page of PAGES) {
    for (const reader of readers) {
      const { error, [key]: actual } = found[address + page.folder][reader];
      assert.equal(error, undefined, `${page.folder} ${reader}`);
      assert.deepEqual(actual, expected(page), `${page.folder} ${reader}`);
    }
  }
}

const OF_PAGES = ['open-graph-scraper', 'unfurl.js', 'metascraper', 'link-preview-js'];
const OF_FRAMES = ['unfurl.js', 'metascraper', 'oembed-extractor'];

test('readers of pages find the title and the description of every preset and every step of the story', () => {
  assertFound('title', OF_PAGES, ({ title }) => title);
  assertFound('description', OF_PAGES, ({ description }) => description);
});

test('readers find the address that pages are published at, and the size of their picture', () => {
  assertFound('url', ['open-graph-scraper', 'unfurl.js', 'metascraper'], ({ folder }) => address + folder);
  assertFound('size', ['open-graph-scraper', 'unfurl.js'], () => [PICTURE.width, PICTURE.height]);
});

test('all readers find the same picture, and it is one of the size named', async () => {
  for (const { folder } of PAGES) {
    const [picture, ...others] = new Set(Object.values(found[address + folder]).map((of) => of.picture));
    assert.deepEqual(others, [], folder);
    const response = await fetch(picture.replace(address, site.url));
    assert.equal(response.headers.get('Content-Type'), 'image/png', picture);
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.deepEqual({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }, PICTURE, picture);
  }
});

test('readers of oEmbed find the title and a frame with the page’s scenario and language', () => {
  assertFound('oembedTitle', ['unfurl.js', 'oembed-extractor'], ({ title, query }) =>
    TEXTS[query.lang]['document.titled'].replace('{title}', title));
  for (const { folder, query } of PAGES) {
    for (const reader of OF_FRAMES) {
      const [, source] = found[address + folder][reader].html.match(/^<iframe src="([^"]+)"/);
      const { origin, pathname, searchParams } = new URL(source.replaceAll('&amp;', '&'));
      assert.equal(origin + pathname, `${address}embed.html`, `${folder} ${reader}`);
      assert.deepEqual(Object.fromEntries(searchParams), query, `${folder} ${reader}`);
    }
  }
});
