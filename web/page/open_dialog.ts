// Opens the scenario of a link, in whatever form others pass it on. Most of that the reader of links knows; here
// is what rewrites the address.
import { make } from '../dom/dom';
import type { Language } from '../dom/language';
import type { Query } from '../face/query';
import type { Session } from '../face/session';
import { readGiven } from '../embed/given';
import { Dialog } from './dialog';
import { word } from './dialog_texts';

/** '' or a sentence why it was refused. `scenario`: a link, or the id of a preset. */
export type OpenScenario = (scenario: string) => string;

// "~" and six characters.
const CHECKSUM = 7;

// Proofpoint, version 2: "-23" for "#", "_" for "/".
function unfolded(address: string): string {
  const given = /^https:\/\/urldefense\.(?:proofpoint\.com|com)\/v2\/url\?u=([^&]+)/.exec(address)?.[1];
  return given ? given.replace(/_/g, '/').replace(/-([0-9A-F]{2})/gi, '%$1') : address;
}

// Proofpoint, version 3: "__address__;replaced!!…", where each "*" of the address stands for the next of the replaced
// characters, in Base64; "**" and a letter for as many of them as the letter says, from 2.
function refilled(address: string): string {
  const [, given, packed] = /^https:\/\/urldefense\.com\/v3\/__(.+?)__;([\w+/=-]*)/.exec(address) ?? [];
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
export function unwrapped(text: string): string {
  try {
    return refilled(unfolded(text.trim()));
  } catch {
    return text;
  }
}

/** What to say when `text` was read as `link`: '' if nothing but blanks and what others add to addresses was left. */
export function readTo(language: Language, link: string, text: string): string {
  const end = link.slice(-CHECKSUM);
  const rest = text.slice(text.lastIndexOf(end) + end.length);
  return text.includes(end) && /^[^?&#]*[\p{L}\p{N}]/u.test(rest) ? word(language, 'open.readTo', { end, rest }) : '';
}

export function openLinkDialog(_: Session, { language }: Query, open: OpenScenario): void {
  const dialog = new Dialog('open', language, 'open.heading');
  const field = make('textarea', { id: 'open-link', rows: '3', spellcheck: 'false', autocomplete: 'off', 'aria-describedby': 'open-help open-refusal' });
  const refusal = make('p', { id: 'open-refusal', role: 'alert' });
  dialog.append(
    make('label', { for: field.id }, word(language, 'open.link')), field, refusal,
    make('p', { id: 'open-help' }, word(language, 'open.help')));
  const attempt = () => {
    const { scenario } = readGiven(unwrapped(field.value));
    refusal.textContent = field.value.trim() ? open(String(scenario)) : word(language, 'open.empty');
    field.setAttribute('aria-invalid', String(!!refusal.textContent));
    if (refusal.textContent) field.focus();
    else dialog.element.close();
  };
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    attempt();
  });
  dialog.addButton('open-now', 'open.now', attempt, true);
  dialog.open();
}
