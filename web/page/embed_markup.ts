// What embeds a scenario in another page: HTML, and Markdown for pages that take none. Many pages remove the frame,
// the script or the component; a link with the scenario's title is left.
import { HOME, pageAddress } from '../face/page_address';
import { withParameter, type ThemeChoice, type View } from '../face/query';
import { word } from './dialog_texts';
import type { Language } from '../dom/language';

/** What to embed, and how. */
export interface Embedded {
  link: string;
  /** Whose scenario it is, title and all; '' if it is none's. */
  preset: string;
  /** Of the scenario, in the language; may be empty. */
  title: string;
  language: Language;
  view: View;
  /** Of the story, 1…7; its scenario is its own. */
  step: number;
  theme: ThemeChoice;
}

export type Loading = 'lazy' | 'click' | 'eager';

function escape(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function markup(tag: string, attributes: Record<string, string>, content = ''): string {
  const written = Object.entries(attributes).map(([name, value]) => value ? ` ${name}="${escape(value)}"` : ` ${name}`);
  // In MDX, an image must be closed.
  return `<${tag}${written.join('')}${tag === 'img' ? ' />' : `>${content}</${tag}>`}`;
}

const titleOf = ({ language, title, view }: Embedded): string =>
  view === 'story' ? word(language, 'embed.view.story') : title || word(language, 'embed.untitled');

/** The page with the scenario, or with the step of the story. */
function pageOf({ link, language, view, step }: Embedded): string {
  const search = withParameter('', 'lang', language);
  return view === 'story' ? HOME + withParameter(search, 'story', String(step)) : pageAddress(link, search);
}

/** What to do, and whose it is. */
const textsOf = ({ language, view }: Embedded): string[] => [word(language, `embed.task.${view}`), word(language, 'embed.source')];

/** What it is, what to do, whose it is, and the whole calculator. */
function caption(embedded: Embedded): string {
  const { language } = embedded;
  const linked = (text: string) => markup('a', { href: pageOf(embedded) }, escape(text));
  return markup('p', { lang: language }, [
    markup('strong', {}, linked(titleOf(embedded))), ...textsOf(embedded).map(escape), linked(word(language, 'embed.open')),
  ].join(' '));
}

/** The link preview's picture (scripts/link_previews.mjs); '' for a scenario of somebody's own, which has none. */
function pictureOf({ preset, language, view, step }: Embedded): string {
  const folder = view === 'story' ? `story/${step}` : preset;
  return folder && `${HOME}${folder}/${language === 'en' ? '' : `${language}/`}picture.png`;
}

// Pages that remove the frame and the component remove "hidden", too.
function hiddenPicture(embedded: Embedded): string[] {
  const src = pictureOf(embedded);
  if (!src) return [];
  const picture = markup('img', { src, alt: titleOf(embedded), width: '600', height: '315', loading: 'lazy' });
  return [markup('p', { hidden: '' }, markup('a', { href: pageOf(embedded) }, picture))];
}

/** The address of the iframe page. */
export function frameAddress({ link, language, view, step, theme }: Embedded): string {
  let search = withParameter('', 'lang', language);
  if (view === 'story') search = withParameter(search, 'story', String(step));
  else if (view !== 'all') search = withParameter(search, 'view', view);
  if (theme !== 'auto') search = withParameter(search, 'theme', theme);
  return `${HOME}embed.html${search}${view === 'story' ? '' : `#${link}`}`;
}

/**
 * The iframe without the script; `height` in CSS pixels. A style would be what the standard wants in place of `width`
 * and `frameborder`, but policies, sanitisers and MDX refuse it.
 */
export function frame(src: string, title: string, height: number): string {
  return markup('iframe', {
    src, title, width: '100%', height: String(height), loading: 'lazy', frameborder: '0', allow: 'clipboard-write',
    // For pages with a Cross-Origin-Embedder-Policy. With a value, because MDX drops it without.
    credentialless: 'true',
  });
}

/** `height` applies until the script in the last line sets the right one; the script is optional. */
export function frameMarkup(embedded: Embedded, height: number): string {
  const { view, language } = embedded;
  const title = [...new Set([titleOf(embedded), word(language, `embed.view.${view}`)])].join(' · ');
  const script = markup('script', { async: '', crossorigin: 'anonymous', src: `${HOME}sextant-frame.js` });
  return [frame(frameAddress(embedded), title, height), ...hiddenPicture(embedded), caption(embedded), script].join('\n');
}

export function elementMarkup(embedded: Embedded, loading: Loading): string {
  const { link, language, view, step, theme } = embedded;
  const element = markup('sextant-calculator', {
    ...(view === 'story' ? { story: String(step) } : { scenario: link }),
    lang: language,
    ...(view !== 'all' && view !== 'story' && { view }),
    ...(theme !== 'auto' && { theme }),
    ...(loading !== 'lazy' && { loading }),
  });
  // React runs the script of a page that a reader comes to from another page of the site only when it is async.
  const script = markup('script', { type: 'module', async: '', crossorigin: 'anonymous', src: `${HOME}sextant-element.js` });
  return [script, element, ...hiddenPicture(embedded), caption(embedded)].join('\n');
}

// Every character with a meaning within a line, also in the dialects with emoji, formulas and tables.
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>&~|$^]|:(?=[\w+-]+:)/g, '\\$&');

/** The picture, if there is one, and the title with a link; for places that show neither frame nor component. */
export function markdown(embedded: Embedded): string {
  const { language } = embedded;
  const title = escapeMarkdown(titleOf(embedded));
  const linked = (text: string) => `[${text}](${pageOf(embedded)})`;
  const picture = pictureOf(embedded);
  const texts = [`**${linked(title)}**`, ...textsOf(embedded).map(escapeMarkdown), linked(escapeMarkdown(word(language, 'embed.open')))];
  return [...picture ? [linked(`![${title}](${picture})`)] : [], texts.join(' ')].join('\n\n');
}
