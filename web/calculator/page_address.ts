// Where Sextant is published: every script lies in assets/ below it.
export const HOME = new URL('..', import.meta.url).href;

/** The whole page with a scenario. */
export function pageAddress(link: string, search = ''): string {
  return `${HOME}${search}#${link}`;
}
