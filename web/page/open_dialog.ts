// Opens the scenario of a link, in whatever form others pass it on. Most of that the reader of links knows; here
// is what rewrites the address.
import type { Calculator } from '../calculator/calculator';
import { element, make } from '../dom/dom';
import { isComposing } from '../dom/input_method';
import type { Language } from '../dom/language';
import type { Notice } from '../face/notice';
import { linkIn } from '../face/page_address';
import { withParameter, type Query } from '../face/query';
import type { Session } from '../face/session';
import { readGiven } from '../embed/given';
import type { Address } from './address';
import { Dialog } from './dialog';
import { word } from './dialog_texts';
import type { Header } from './header';

/** What opening a scenario needs of the page. */
export interface Opening {
  calculator: Calculator;
  header: Header;
  notice: Notice;
  address: Address;
}

// Of the sender's text only this much is repeated.
const MOST_CHARACTERS = 30;

// Proofpoint, version 2: "-23" for "#", "_" for "/".
function unfolded(address: string): string {
  const given = /https:\/\/urldefense\.(?:proofpoint\.)?com\/v2\/url\?u=([^&\s]+)/.exec(address)?.[1];
  return given ? given.replace(/_/g, '/').replace(/-([0-9A-F]{2})/gi, '%$1') : address;
}

// Proofpoint, version 3: "__address__;replaced!!…", where each "*" of the address stands for the next of the replaced
// characters, in Base64; "**" and a letter for as many of them as the letter says, from 2.
function refilled(address: string): string {
  const [, given, packed] = /https:\/\/urldefense\.com\/v3\/__(.+?)__;([\w+/=-]*)/.exec(address) ?? [];
  if (!given) return address;
  const RUNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const replaced = atob(packed!.replace(/-/g, '+').replace(/_/g, '/'));
  let next = 0;
  return given.replace(/\*\*([\w-])|\*/g, (_, run?: string) => {
    const from = next;
    next += run ? RUNS.indexOf(run) + 2 : 1;
    return replaced.slice(from, next);
  });
}

/** The address inside one that a gateway for mail has rewritten. */
function unwrapped(text: string): string {
  try {
    return refilled(unfolded(text.trim()));
  } catch {
    return text;
  }
}

/** Says up to where `link` was read; `rest` stood behind it. */
export function readTo(notice: Notice, language: Language, link: string, rest: string): void {
  const said = rest.length > MOST_CHARACTERS ? `${rest.slice(0, MOST_CHARACTERS)}…` : rest;
  notice.tell(word(language, 'open.readTo', { end: link.slice(-6), rest: said }));
}

export function openLinkDialog(_: Session, { language }: Query, { calculator, header, notice, address }: Opening): void {
  const dialog = new Dialog('open', language, 'open.heading');
  const field = make('textarea', { id: 'open-link', rows: '3', spellcheck: 'false', autocomplete: 'off', 'aria-describedby': 'open-help open-refusal' });
  const refusal = make('p', { id: 'open-refusal', role: 'alert' });
  let compares = false;
  dialog.append(
    make('label', { for: field.id }, word(language, 'open.link')), field, refusal,
    make('p', { id: 'open-help' }, word(language, 'open.help')));
  // The second becomes the reader's scenario, the first is what it is compared with.
  const openTwo = (first: string, second: string): string => {
    const refused = calculator.update((session) => {
      const own = session.save();
      const refusal = session.loadLink(first);
      session.restore(own);
      return refusal;
    }) || calculator.load(second);
    if (refused) return refused;
    address.flush();
    const search = withParameter(withParameter(location.search, 'view', 'compare'), 'a', first);
    history.replaceState(history.state, '', location.pathname + search + location.hash);
    compares = true;
    return '';
  };
  const open = (): string => {
    if (!field.value.trim()) return word(language, 'open.empty');
    const [first, second, third] = field.value.split(/\s+/).map((one) => linkIn(`#${unwrapped(one).split('#').at(-1)}`)).filter(Boolean);
    if (second && !third) return openTwo(first, second);
    const text = unwrapped(field.value);
    const { scenario } = readGiven(text);
    if (typeof scenario !== 'string') return calculator.setScenario(scenario)?.message ?? '';
    const refused = calculator.load(scenario);
    if (refused) return refused;
    address.flush(); // which takes away what was said before
    const rest = address.restBehind(text);
    if (rest) readTo(notice, language, calculator.session.link(), rest);
    return '';
  };
  const tryToOpen = () => {
    refusal.textContent = open();
    field.setAttribute('aria-invalid', String(!!refusal.textContent));
    if (refusal.textContent) return field.focus();
    header.forgetStory();
    dialog.element.close();
    if (compares) return document.querySelector<HTMLElement>('#parts [value="decide"]')?.click();
    // What has come is above; the button is at the end of the page.
    element('presets').focus();
    scrollTo(0, 0);
  };
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    tryToOpen();
  });
  dialog.addButton('open-now', 'open.now', tryToOpen, true);
  dialog.open();
}
