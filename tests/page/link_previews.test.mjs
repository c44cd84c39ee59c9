// Link previews: reads the files of dist/ as an editor or a chat does, without running scripts.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import { FirstPaint } from '../../scripts/first_paint.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = path.resolve(process.env.SEXTANT_DIST ?? path.join(ROOT, 'dist'));
const { default: createSextant } = await import(pathToFileURL(path.join(DIST, 'engine', 'index.mjs')).href);
const sextant = await createSextant();

const LANGUAGES = ['en', 'zh-TW'];
const MOST_PICTURE_BYTES = 60_000;
const presetsIn = (lang) => sextant.presets({ lang }).value;
const IDS = presetsIn('en').map(({ id }) => id);

// Every page: its folder, its preset ('' without), its language.
const PAGES = ['', ...IDS].flatMap((preset) => LANGUAGES.map((lang) =>
  ({ preset, lang, folder: (preset && `${preset}/`) + (lang === 'en' ? '' : `${lang}/`) })));

const read = (name) => readFileSync(path.join(DIST, name), 'utf8');
const pageOf = ({ folder }) => read(`${folder}index.html`);
const oembedOf = ({ folder }) => JSON.parse(read(`${folder}oembed.json`));

const unescape = (text) => text.replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name]);

/** Every element of a name with its attributes; fails if its HTML is not in the style of this project. */
function elementsOf(html, tag) {
  return [...html.matchAll(new RegExp(`<${tag}\\b((?:[^">]|"[^"]*")*)>`, 'g'))].map(([whole, list]) => {
    const rest = list.replace(/\s+([\w:-]+)(?:="([^"<>]*)")?/g, '');
    assert.equal(rest, '', whole);
    return Object.fromEntries([...list.matchAll(/\s+([\w:-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name, unescape(value)]));
  });
}

function headOf(html) {
  const [, head] = html.match(/<head>([\s\S]*?)<\/head>/);
  const title = unescape(head.match(/<title>([^<]*)<\/title>/)[1]);
  const metas = elementsOf(head, 'meta');
  const one = (name, value, from = metas, what = 'content') => {
    const found = from.filter((element) => element[name] === value);
    assert.equal(found.length, 1, `${value}: ${JSON.stringify(found)}`);
    return found[0][what];
  };
  return { title, metas, links: elementsOf(head, 'link'), named: (name) => one('name', name), graph: (name) => one('property', `og:${name}`), one };
}

// The address at which the pages say they are published.
const ADDRESS = headOf(pageOf(PAGES[0])).graph('url');
const fileAt = (address) => {
  assert.ok(address.startsWith(ADDRESS), address);
  const name = new URL(address).pathname.slice(new URL(ADDRESS).pathname.length);
  return path.join(DIST, name === '' || name.endsWith('/') ? `${name}index.html` : name);
};

/** Width, height and pixels, one palette index each, of a PNG without interlacing. */
function decodePng(bytes) {
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const chunks = {};
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    chunks[type] = Buffer.concat([chunks[type] ?? Buffer.alloc(0), bytes.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  const [width, height] = [chunks.IHDR.readUInt32BE(0), chunks.IHDR.readUInt32BE(4)];
  assert.deepEqual([...chunks.IHDR.subarray(8)], [8, 3, 0, 0, 0], '8 bits, palette, no interlacing');
  const raw = inflateSync(chunks.IDAT);
  const pixels = Buffer.alloc(width * height);
  const pixel = (x, y) => x < 0 || y < 0 ? 0 : pixels[y * width + x];
  const paeth = (left, up, corner) => {
    const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
    if (a <= b && a <= c) return left;
    return b <= c ? up : corner;
  };
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (width + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, up, corner] = [pixel(x - 1, y), pixel(x, y - 1), pixel(x - 1, y - 1)];
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      pixels[y * width + x] = (raw[y * (width + 1) + 1 + x] + predicted) & 255;
    }
  }
  return { width, height, pixel, color: (x, y) => chunks.PLTE.subarray(3 * pixel(x, y), 3 * pixel(x, y) + 3).toString('hex') };
}

test('every preset has a page in every language', () => {
  assert.ok(IDS.length >= 4);
  for (const page of PAGES) {
    const [html] = elementsOf(pageOf(page), 'html');
    const ownLanguage = page.folder ? { 'data-lang': page.lang } : {};
    assert.deepEqual(html, { lang: page.lang, ...ownLanguage, ...(page.preset && { 'data-preset': page.preset }) });
  }
});

test('every file that a page refers to exists', () => {
  for (const page of PAGES) {
    const html = pageOf(page);
    const names = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, name]) => name).filter((name) => !/^https?:/.test(name));
    assert.ok(names.length >= 5, String(names));
    for (const name of names) {
      assert.ok(!name.startsWith('/'), `${name}: a host may have the page under any path`);
      if (name.startsWith('#')) assert.ok(html.includes(`id="${name.slice(1)}"`), `${page.folder}: ${name}`);
      else assert.ok(existsSync(path.join(DIST, page.folder, name)), `${page.folder}: ${name}`);
    }
    assert.ok(!/\{[\w.-]+\}|<base\b|<!--/.test(html), page.folder);
  }
});

test('titles and descriptions are those of the preset in the language, and all differ', () => {
  const titles = new Set();
  const descriptions = new Set();
  for (const page of PAGES) {
    const { title, named, graph } = headOf(pageOf(page));
    titles.add(title);
    descriptions.add(named('description'));
    assert.equal(graph('description'), named('description'));
    assert.ok(title.includes(graph('title')), title);
    const preset = presetsIn(page.lang).find(({ id }) => id === page.preset);
    if (!preset) continue;
    assert.equal(graph('title'), preset.title);
    assert.equal(graph('description'), preset.description);
  }
  assert.equal(titles.size, PAGES.length);
  assert.equal(descriptions.size, PAGES.length);
});

test('a page names its address and that of the other language', () => {
  for (const page of PAGES) {
    const { links, graph, one, metas } = headOf(pageOf(page));
    const own = ADDRESS + page.folder;
    assert.equal(graph('url'), own);
    assert.equal(one('rel', 'canonical', links, 'href'), own);
    for (const other of PAGES.filter(({ preset }) => preset === page.preset)) {
      assert.equal(one('hreflang', other.lang, links, 'href'), ADDRESS + other.folder);
      if (other.lang === 'en') assert.equal(one('hreflang', 'x-default', links, 'href'), ADDRESS + other.folder);
    }
    assert.equal(graph('locale'), page.lang.replace('-', '_').replace(/^en$/, 'en_US'));
    const alternates = metas.filter(({ property }) => property === 'og:locale:alternate').map(({ content }) => content);
    assert.deepEqual(alternates, [page.lang === 'en' ? 'zh_TW' : 'en_US']);
  }
});

test('the article names its address and that of the other language, in full', () => {
  for (const folder of ['learn/', 'learn/zh-TW/']) {
    const { links, one } = headOf(pageOf({ folder }));
    assert.equal(one('rel', 'canonical', links, 'href'), ADDRESS + folder);
    for (const [lang, other] of [['en', 'learn/'], ['zh-TW', 'learn/zh-TW/'], ['x-default', 'learn/']]) {
      assert.equal(one('hreflang', lang, links, 'href'), ADDRESS + other);
    }
  }
});

test('the picture shown while loading is that of the preset in the language', () => {
  for (const page of PAGES) {
    const [first] = presetsIn(page.lang);
    const { scenario } = presetsIn(page.lang).find(({ id }) => id === page.preset) ?? first;
    const html = pageOf(page);
    const svg = sextant.svg(scenario, { chart: 'quadrant', lang: page.lang, width: 480, height: 400, theme: 'light' }).value;
    assert.ok(html.includes(svg), page.folder);
    assert.equal(html.match(/class="charts"/g).length, page.folder ? 1 : LANGUAGES.length);
  }
});

// With more contrast the theme is "dark-contrast", which is dark as well.
test('the charts shown while loading are dark when the page is dark', () => {
  const rootsIn = (css, pattern) => [...new Set(css.match(pattern))].map((selector) => selector.replaceAll('"', ''));
  const sheet = readFileSync(path.join(ROOT, 'web/calculator/theme.css'), 'utf8');
  const roots = rootsIn(sheet, /:root\S*\[data-theme\^=\S*?(?=,)/g);
  assert.equal(roots.length, 2);
  const firstPaint = new FirstPaint(sextant);
  firstPaint.addTo('<!-- first paint -->', {}, LANGUAGES);
  assert.deepEqual(rootsIn(firstPaint.darkRules, /:root\S+(?= \.charts)/g), roots);
});

test('every preview picture is a PNG of the right size, and all differ', () => {
  const pictures = new Set();
  for (const page of PAGES) {
    const { graph, named } = headOf(pageOf(page));
    assert.equal(named('twitter:card'), 'summary_large_image');
    const picture = readFileSync(fileAt(graph('image')));
    pictures.add(picture.toString('latin1'));
    assert.ok(picture.length < MOST_PICTURE_BYTES, `${page.folder}: ${picture.length} bytes`);
    const { width, height } = decodePng(picture);
    assert.deepEqual([width, height], [1200, 630]);
    assert.deepEqual([graph('image:width'), graph('image:height'), graph('image:type')], ['1200', '630', 'image/png']);
    assert.ok(graph('image:alt').includes(graph('title')), graph('image:alt'));
  }
  assert.equal(pictures.size, PAGES.length);
});

test('the text of a picture stays in its column', () => {
  const [LEFT, GUTTER, BOTTOM] = [30, 434, 600];
  for (const page of PAGES) {
    const { color, width } = decodePng(readFileSync(fileAt(headOf(pageOf(page)).graph('image'))));
    const background = color(2, 2);
    for (const x of [2, LEFT, GUTTER, width - 3]) {
      for (let y = 0; y < 630; y += 1) assert.equal(color(x, y), background, `${page.folder} at ${x}, ${y}`);
    }
    for (let x = 0; x < GUTTER; x += 1) assert.equal(color(x, BOTTOM), background, `${page.folder} at ${x}, ${BOTTOM}`);
    const words = Array.from({ length: GUTTER }, (_, x) => Array.from({ length: 630 }, (__, y) => color(x, y))).flat();
    assert.ok(words.filter((value) => value !== background).length > 5000, `${page.folder}: there are words`);
  }
});

test('oEmbed gives a frame that shows the preset in the language', () => {
  const titles = new Set();
  for (const page of PAGES) {
    const { links, title, graph } = headOf(pageOf(page));
    const discovered = links.filter(({ type }) => type === 'application/json+oembed');
    assert.equal(discovered.length, 1);
    assert.equal(discovered[0].rel, 'alternate');
    assert.equal(fileAt(discovered[0].href), path.join(DIST, page.folder, 'oembed.json'));

    const answer = oembedOf(page);
    titles.add(answer.title);
    assert.equal(answer.title, title);
    assert.deepEqual([answer.version, answer.type, answer.provider_name, answer.provider_url], ['1.0', 'rich', 'Sextant', ADDRESS]);
    assert.ok(Number.isInteger(answer.width) && Number.isInteger(answer.height));
    assert.deepEqual([answer.thumbnail_url, answer.thumbnail_width, answer.thumbnail_height], [graph('image'), 1200, 630]);

    const [frame, ...others] = elementsOf(answer.html, 'iframe');
    assert.deepEqual(others, []);
    assert.ok(/^<iframe [^<>]*><\/iframe>$/.test(answer.html), answer.html);
    assert.ok(!/&(?!(amp|lt|gt|quot);)/.test(answer.html), answer.html);
    const { src, ...rest } = frame;
    assert.deepEqual(rest, {
      title, width: '100%', height: String(answer.height), loading: 'lazy', frameborder: '0', allow: 'clipboard-write', credentialless: 'true',
    });
    assert.equal(fileAt(src.split('?')[0]), path.join(DIST, 'embed.html'));
    assert.deepEqual(Object.fromEntries(new URL(src).searchParams), { ...(page.preset && { preset: page.preset }), lang: page.lang });
  }
  assert.equal(titles.size, PAGES.length);
});

const script = (code, environment = {}) => spawnSync(process.execPath, ['--input-type=module', '--eval', code],
  { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...environment } });

test('an invalid publication address is refused', () => {
  const ask = (address) => script(`
    import { addressToPublish } from './scripts/link_previews.mjs';
    console.log(addressToPublish(${JSON.stringify(address)}));`);
  for (const good of ['https://shop.example/sextant/', 'http://127.0.0.1:8080/']) assert.equal(ask(good).stdout.trim(), good);
  for (const bad of ['shop.example/', 'ftp://shop.example/', 'https://shop.example/sextant', 'https://shop.example/?a', 'https://shop.example/#a', '/']) {
    const { status, stderr } = ask(bad);
    assert.equal(status, 1, bad);
    assert.match(stderr, /SEXTANT_ADDRESS must begin with http:\/\/ or https:\/\/ and end with "\/"/, bad);
  }
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build_page.mjs'], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, SEXTANT_ADDRESS: 'nowhere' } });
  assert.equal(status, 1);
  assert.match(stderr, /^error: SEXTANT_ADDRESS must .*: nowhere\n$/);
});

test('titles with special characters of HTML and of replacements are kept', () => {
  const code = `
    import createSextant from '${pathToFileURL(path.join(DIST, 'engine', 'index.mjs'))}';
    import { FirstPaint } from './scripts/first_paint.mjs';
    import { previewPages } from './scripts/link_previews.mjs';
    const sextant = await createSextant();
    const title = '<b>"A" & $\\' $& B</b>';
    const presets = ({ lang }) => ({ ok: true, value: sextant.presets({ lang }).value.slice(0, 1).map((preset) => ({ ...preset, title, description: title })) });
    const pages = await previewPages({
      template: '<html lang="en"><head>\\n<!-- link preview -->\\n</head><body><!-- first paint --></body></html>',
      sextant: { ...sextant, presets }, firstPaint: new FirstPaint(sextant), address: 'https://shop.example/a&b/',
    });
    console.log(JSON.stringify(Object.fromEntries([...pages].filter(([name]) => !name.endsWith('.png')))));`;
  const pages = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: ROOT, encoding: 'utf8' }));
  const title = '<b>"A" & $\' $& B</b>';
  const html = pages[`${IDS[0]}/index.html`];
  const { graph, named, title: shown } = headOf(html);
  assert.equal(shown, `${title} · Sextant`);
  assert.deepEqual([graph('title'), graph('description'), named('description')], [title, title, title]);
  assert.equal(html.match(/<head>/g).length, 1);
  const answer = JSON.parse(pages[`${IDS[0]}/oembed.json`]);
  assert.equal(answer.title, `${title} · Sextant`);
  const [frame] = elementsOf(answer.html, 'iframe');
  assert.equal(frame.title, `${title} · Sextant`);
  assert.equal(frame.src, `https://shop.example/a&b/embed.html?preset=${IDS[0]}&lang=en`);
});
