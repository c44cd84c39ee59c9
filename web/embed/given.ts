// What authors give as the scenario: a link, the id of a preset or an object, and also what they paste: an
// address of the page or of a preset, with what editors make of it.
import { titles } from 'sextant-posters';
import { HOME, linkIn } from '../face/page_address';

export interface Given {
  /** A link or an address with one, the id of a preset, '' for the default scenario; anything else: as evaluate() takes it. */
  scenario: unknown;
  /** The parameters `view` and `story` of an address. */
  parameters: URLSearchParams;
}

// Blanks, quotation marks, and what stands beside it in a sentence.
const AROUND = /^[^\w{[?]+|[^\w}\]/-]+$/g;

/** What `make` returns, undefined if it throws. */
export function attempt<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** What the page at this address shows; undefined if it is none of ours. */
function shownAt({ href, pathname }: URL, parameters: URLSearchParams): string | undefined {
  const [, step] = /\/story\/(\d)\//.exec(`${pathname}/`) ?? [];
  if (step) parameters.set('story', step);
  const names = [parameters.get('preset') ?? '', ...pathname.split('/').reverse()];
  const preset = names.map((name) => name.toLowerCase()).find((name) => name in titles);
  return preset ?? (parameters.has('story') || href.startsWith(HOME) && /\/(index\.html|zh-TW\/)?$/.test(pathname) ? '' : undefined);
}

/** Never refuses: links, in whatever form they come, and what it does not know, it leaves as they are to the reader of links. */
export function readGiven(given: unknown): Given {
  const parameters = new URLSearchParams();
  if (typeof given !== 'string') return { scenario: given ?? '', parameters };
  const text = given.replace(AROUND, '').replace(/&(amp;)+/g, '&');
  if (text.startsWith('{')) return { scenario: attempt(() => JSON.parse(text) as unknown) ?? text, parameters };
  const address = attempt(() => new URL(text, HOME));
  const isLink = linkIn(given.slice(given.lastIndexOf('#')).replace(/^#?/, '#'));
  if (isLink || !address) return { scenario: given, parameters: address?.searchParams ?? parameters };
  return { scenario: shownAt(address, address.searchParams) ?? given, parameters: address.searchParams };
}
