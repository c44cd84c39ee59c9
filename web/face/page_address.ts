// Where Sextant is published: every script is in assets/ below this address.
export const HOME = new URL('..', import.meta.url).href;

/** The address of the page with a scenario. */
export function pageAddress(link: string, search = ''): string {
  return `${HOME}${search}#${link}`;
}
