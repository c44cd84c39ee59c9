// Where Sextant is published: every script is in assets/ below this address.
export const HOME = new URL('..', import.meta.url).href;

// Some messengers escape characters that need no escape.
function decode(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/**
 * The link in the hash of an address, readable or not. '' if the hash is none, such as that of a heading, or the
 * "#?secret=…" of WordPress: a link begins with its version and "~", however those may have been written since.
 */
export function linkIn(hash: string): string {
  const text = decode(hash.slice(1));
  return /^\W*?[\d０-９]+\W*?(~|～|∼|〜|%(25)*7E)/i.test(text) ? text : '';
}

/** The address of the page with a scenario. */
export function pageAddress(link: string, search = ''): string {
  return `${HOME}${search}#${link}`;
}
