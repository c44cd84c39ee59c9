// The HTML that embeds a scenario in another page.
import { HOME, pageAddress } from '../face/page_address';
import { withParameter } from '../face/query';
import { word } from './dialog_texts';
import type { Shared } from './share_dialog';

export type Loading = 'lazy' | 'click' | 'eager';

function escape(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function markup(tag: string, attributes: Record<string, string>, content = ''): string {
  const written = Object.entries(attributes).map(([name, value]) => value ? ` ${name}="${escape(value)}"` : ` ${name}`);
  return `<${tag}${written.join('')}>${content}</${tag}>`;
}

function titleOf({ language, title }: Shared): string {
  return title ? word(language, 'share.frameTitle', { title }) : word(language, 'share.untitled');
}

/** The address of the iframe page. */
export function frameAddress({ link, language, view, theme }: Shared): string {
  let search = withParameter('', 'lang', language);
  if (view !== 'all') search = withParameter(search, 'view', view);
  if (theme !== 'auto') search = withParameter(search, 'theme', theme);
  return `${HOME}embed.html${search}#${link}`;
}

/** The iframe without the script; `height` in CSS pixels. */
export function frame(src: string, title: string, height: number): string {
  return markup('iframe', {
    src, title, width: '100%', height: String(height), loading: 'lazy', frameborder: '0', allow: 'clipboard-write',
  });
}

/** `height` applies until the script in the second line sets the right one; that line is optional. */
export function frameMarkup(shared: Shared, height: number): string {
  return `${frame(frameAddress(shared), titleOf(shared), height)}\n${markup('script', { async: '', src: `${HOME}sextant-frame.js` })}`;
}

export function elementMarkup(shared: Shared, loading: Loading): string {
  const { link, language, view, theme } = shared;
  const element = markup('sextant-calculator', {
    scenario: link,
    lang: language,
    ...(view !== 'all' && { view }),
    ...(theme !== 'auto' && { theme }),
    ...(loading !== 'lazy' && { loading }),
  }, markup('a', { href: pageAddress(link, withParameter('', 'lang', language)) }, escape(titleOf(shared))));
  return `${markup('script', { type: 'module', src: `${HOME}sextant-element.js` })}\n${element}`;
}
