// Pages for link previews. Editors and chats read a pasted address without running its scripts, and show a
// title, a sentence and a picture or, by oEmbed, the calculator itself. So every preset has its own folder
// in every language, with a page that starts with that preset, and an oembed.json.
//
// And so does every step of the story.
//
//   index.html  zh-TW/index.html  <preset>/index.html  <preset>/zh-TW/index.html
//   story/<step>/index.html  story/<step>/zh-TW/index.html
//
// Beside each is its picture.png: people paste its address, which therefore stays the same in later versions.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { escapeHtml } from './html.mjs';
import { drawPreviewPicture, PICTURE_SIZE } from './preview_picture.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const MARKER = '<!-- link preview -->';
const NAME = 'Sextant';
// The first language has no folder of its own.
const LANGUAGES = ['en', 'zh-TW'];
const OPEN_GRAPH_LOCALES = { en: 'en_US', 'zh-TW': 'zh_TW' };
// The size of the iframe in oEmbed, in CSS pixels.
const FRAME = { width: 800, height: 740 };
const STORY_FRAME = { width: 800, height: 640 };

const texts = Object.fromEntries(LANGUAGES.map((lang) =>
  [lang, JSON.parse(readFileSync(path.join(root, `src/locales/${lang}.json`), 'utf8'))]));

function textOf(lang, key, values = {}) {
  const { page, embedded, dialogs, story, linkPreview } = texts[lang];
  return ({ ...page, ...embedded, ...dialogs, ...story, ...linkPreview })[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Where the page will be published: oEmbed and Open Graph need absolute URLs. */
export function addressToPublish(text) {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || !address.pathname.endsWith('/') || address.search || address.hash) {
    throw new Error(`SEXTANT_ADDRESS must begin with http:// or https:// and end with "/", such as https://shop.example/sextant/: ${text}`);
  }
  return address.href;
}

// web/page/embed_markup.ts, run as if the page were published there.
async function importMarkup(address) {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'web/page/embed_markup.ts')],
    bundle: true, format: 'esm', write: false, logLevel: 'warning',
    define: { 'import.meta.url': JSON.stringify(`${address}assets/embed_markup.js`) },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

// The steps of the story: their names and presets.
async function importSteps() {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'web/story/steps.ts')], bundle: true, format: 'esm', write: false, logLevel: 'warning',
  });
  const { STEPS } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return STEPS;
}

const STEPS = await importSteps();

// --- Which pages -----------------------------------------------------------------------------------

// One per preset and language, and the page itself with the first preset. `languages` are those that the
// page is written in.
function listPages(sextant) {
  const presetsIn = Object.fromEntries(LANGUAGES.map((lang) => {
    const { ok, value, error } = sextant.presets({ lang });
    if (!ok) throw new Error(error.message);
    return [lang, value];
  }));
  const ids = presetsIn[LANGUAGES[0]].map(({ id }) => id);
  const steps = STEPS.flatMap(({ id, preset }, at) => !ids.includes(preset) ? [] : LANGUAGES.map((lang, index) => {
    const folder = `story/${at + 1}/`;
    const title = textOf(lang, `step.${id}.title`);
    const { scenario } = presetsIn[lang].find((one) => one.id === preset);
    return {
      base: folder, folder: folder + (index && `${lang}/` || ''), lang, languages: [lang], story: at + 1, title,
      fullTitle: textOf(lang, 'document.titled', { title }), description: textOf(lang, 'story.description'), scenario,
    };
  }));
  return [...steps, ...['', ...ids].flatMap((preset) => LANGUAGES.map((lang, index) => {
    const { title, description, scenario } = presetsIn[lang].find((one) => !preset || one.id === preset);
    const folder = (preset && `${preset}/`) + (index && `${lang}/` || '');
    const base = preset && `${preset}/`;
    if (preset) return { preset, base, folder, lang, languages: [lang], title, fullTitle: textOf(lang, 'document.titled', { title }), description, scenario };
    // The page in the root folder is for readers of every language.
    const languages = folder ? [lang] : LANGUAGES;
    const sentence = languages.map((one) => textOf(one, 'description')).join(' ');
    const name = textOf(lang, 'document.title');
    return { preset, base, folder, lang, languages, title: name, fullTitle: name, description: sentence, scenario };
  }))];
}

// --- What is in them -------------------------------------------------------------------------------

const element = (tag, attributes) =>
  `<${tag}${Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join('')}>`;

function head(page, address, picture) {
  const { base, lang, folder, title, fullTitle, description } = page;
  const addressIn = (other) => address + base + (other === LANGUAGES[0] ? '' : `${other}/`);
  const property = (name, content) => element('meta', { property: `og:${name}`, content });
  return [
    `<title>${escapeHtml(fullTitle)}</title>`,
    element('meta', { name: 'description', content: description }),
    element('link', { rel: 'canonical', href: address + folder }),
    ...LANGUAGES.map((other) => element('link', { rel: 'alternate', hreflang: other, href: addressIn(other) })),
    element('link', { rel: 'alternate', hreflang: 'x-default', href: addressIn(LANGUAGES[0]) }),
    element('link', { rel: 'alternate', type: 'application/json+oembed', href: `${address}${folder}oembed.json`, title: fullTitle }),
    property('site_name', NAME),
    property('type', 'website'),
    property('url', address + folder),
    property('title', title),
    property('description', description),
    property('locale', OPEN_GRAPH_LOCALES[lang]),
    ...LANGUAGES.filter((other) => other !== lang).map((other) => property('locale:alternate', OPEN_GRAPH_LOCALES[other])),
    property('image', picture.address),
    property('image:type', 'image/png'),
    property('image:width', PICTURE_SIZE.width),
    property('image:height', PICTURE_SIZE.height),
    property('image:alt', picture.alt),
    element('meta', { name: 'twitter:card', content: 'summary_large_image' }),
  ].join('\n');
}

function oembed({ preset, story, lang, fullTitle }, address, picture, frame) {
  const search = new URLSearchParams({ ...(preset && { preset }), ...(story && { story }), lang });
  const size = story ? STORY_FRAME : FRAME;
  return {
    version: '1.0',
    type: 'rich',
    title: fullTitle,
    provider_name: NAME,
    provider_url: address,
    ...size,
    html: frame(`${address}embed.html?${search}`, fullTitle, size.height),
    thumbnail_url: picture.address,
    thumbnail_width: PICTURE_SIZE.width,
    thumbnail_height: PICTURE_SIZE.height,
  };
}

// A host's policy may forbid <base>, so addresses relative to the root are prefixed with the way there.
function moveDown(html, folder) {
  const up = '../'.repeat(folder.split('/').length - 1);
  return html.replace(/(?<=\s(?:href|src)=")(?![a-z]+:|[#/])/g, up);
}

function mark(html, { preset, story, lang, languages }) {
  const attributes = { lang, ...(languages.length === 1 && { 'data-lang': lang }), ...(preset && { 'data-preset': preset }), ...(story && { 'data-story': story }) };
  return html.replace(/<html [^>]*>/, element('html', attributes));
}

/**
 * @param {{template: string, sextant: object, firstPaint: import('./first_paint.mjs').FirstPaint, address: string}} options
 *     `template` is the page with its markers; `sextant` the engine's module
 * @returns {Promise<Map<string, string | Buffer>>} file name → HTML, JSON or a picture
 */
export async function previewPages({ template, sextant, firstPaint, address }) {
  if (!template.includes(MARKER)) throw new Error(`no ${MARKER} in the page`);
  const { frame } = await importMarkup(address);
  const files = new Map();
  await Promise.all(listPages(sextant).map(async (page) => {
    const { preset, story, folder, lang, languages, title, description, scenario } = page;
    const drawing = { title, description: preset || story ? description : textOf(lang, 'description'), scenario, lang };
    const name = `${folder}picture.png`;
    files.set(name, await drawPreviewPicture(sextant, drawing));
    const picture = { address: address + name, alt: textOf(lang, 'element.poster', { title }) };
    const html = mark(moveDown(firstPaint.addTo(template, scenario, languages), folder), page);
    files.set(`${folder}index.html`, html.replace(MARKER, () => head(page, address, picture)));
    files.set(`${folder}oembed.json`, JSON.stringify(oembed(page, address, picture, frame)));
  }));
  return files;
}
