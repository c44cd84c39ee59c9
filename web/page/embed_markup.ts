// The HTML that embeds a scenario in another page.
import { HOME, pageAddress } from '../face/page_address';
import { withParameter, type ThemeChoice, type View } from '../face/query';
import { word } from './dialog_texts';
import type { Language } from '../dom/texts';

/** What to embed, and how. */
export interface Embedded {
  link: string;
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
  return `<${tag}${written.join('')}>${content}</${tag}>`;
}

const titleOf = ({ language, title, view }: Embedded): string =>
  view === 'story' ? word(language, 'embed.view.story') : title || word(language, 'embed.untitled');

/** What it is, what to do, whose it is, and the whole calculator. */
function caption(embedded: Embedded): string {
  const { link, language, view, step } = embedded;
  const texts = [word(language, `embed.task.${view}`), word(language, 'embed.source')].map(escape);
  const search = withParameter('', 'lang', language);
  const href = view === 'story' ? HOME + withParameter(search, 'story', String(step)) : pageAddress(link, search);
  const page = markup('a', { href }, escape(word(language, 'embed.open')));
  return markup('p', { lang: language }, [markup('strong', {}, escape(titleOf(embedded))), ...texts, page].join(' '));
}

/** The address of the iframe page. */
export function frameAddress({ link, language, view, step, theme }: Embedded): string {
  let search = withParameter('', 'lang', language);
  if (view === 'story') search = withParameter(search, 'story', String(step));
  else if (view !== 'all') search = withParameter(search, 'view', view);
  if (theme !== 'auto') search = withParameter(search, 'theme', theme);
  return `${HOME}embed.html${search}${view === 'story' ? '' : `#${link}`}`;
}

/** The iframe without the script; `height` in CSS pixels. */
export function frame(src: string, title: string, height: number): string {
  return markup('iframe', {
    src, title, width: '100%', height: String(height), loading: 'lazy', frameborder: '0', allow: 'clipboard-write',
  });
}

/** `height` applies until the script in the last line sets the right one; the script is optional. */
export function frameMarkup(embedded: Embedded, height: number): string {
  const { view, language } = embedded;
  const title = [...new Set([titleOf(embedded), word(language, `embed.view.${view}`)])].join(' · ');
  const script = markup('script', { async: '', src: `${HOME}sextant-frame.js` });
  return [frame(frameAddress(embedded), title, height), caption(embedded), script].join('\n');
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
  return [markup('script', { type: 'module', async: '', src: `${HOME}sextant-element.js` }), element, caption(embedded)].join('\n');
}
