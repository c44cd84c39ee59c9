// Where Sextant is published: every script is in assets/ below this address.
export const HOME = new URL('..', import.meta.url).href;

// A link begins with its version and "~", however those may have been written since. What it looks for first excludes what
// it looks for next, or long texts would take minutes.
const LINK = /^[^\w０-９]*[\d０-９]+[^\w０-９]*?(~|～|∼|〜|%(25)*7E)/i;

/**
 * The link in the hash of an address, readable or not. '' if the hash is none, such as that of a heading, or the
 * "#?secret=…" of WordPress.
 */
export function linkIn(hash: string): string {
  let text = hash.slice(1);
  try {
    text = decodeURIComponent(text);
  } catch {
    // Some messengers escape characters that need no escape, and others write "%" as it is.
  }
  return LINK.test(text) ? text : '';
}

/** The address of the page with a scenario. */
export function pageAddress(link: string, search = ''): string {
  return `${HOME}${search}#${link}`;
}
