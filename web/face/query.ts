// The query parameters of an address: ?view= ?story= ?lang= ?theme= ?mode= ?currency=.
// These choices are stored nowhere else. Unknown values are ignored.
import { VIEWS, type View } from 'sextant-views';
import { languageFor, preferredLanguage, type Language } from '../dom/language';

export type Theme = 'light' | 'dark' | 'light-contrast' | 'dark-contrast';
/** 'auto' follows the reader's system. */
export type ThemeChoice = 'light' | 'dark' | 'auto';
export const MODES = ['auto', 'canvas', 'form'] as const;
export type Mode = (typeof MODES)[number];
export { VIEWS };
export type { View };

export interface Query {
  view: View;
  /** Of the view "story", 1…7. */
  step: number;
  language: Language;
  theme: ThemeChoice;
  mode: Mode;
  /** For the default scenario; a link has its own. */
  currency?: string;
}

/** `value` returns the value of a name, or null if it is not given. */
export function readChoices(value: (name: string) => string | null, languages: readonly string[]): Query {
  const theme = value('theme');
  const currency = value('currency')?.toUpperCase();
  const step = /^[1-7]$/.exec(value('story') ?? '')?.[0];
  return {
    view: step ? 'story' : VIEWS.find((name) => name === value('view')) ?? 'all',
    step: Number(step ?? 1),
    language: languageFor(value('lang') ?? '') ?? preferredLanguage(languages),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    mode: MODES.find((name) => name === value('mode')) ?? 'auto',
    currency: currency && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
  };
}

/** The parameters in `search`. An editor that escapes an address once too often makes "&amp;" of its "&". */
export function parametersIn(search: string): URLSearchParams {
  return new URLSearchParams(search.replace(/&(amp(;|%3B))+/gi, '&'));
}

export function readQuery(search: string, languages: readonly string[]): Query {
  const parameters = parametersIn(search);
  return readChoices((name) => parameters.get(name), languages);
}

/** `search` with one parameter set, or removed when the value is ''. */
export function withParameter(search: string, name: string, value: string): string {
  const parameters = parametersIn(search);
  if (value) parameters.set(name, value);
  else parameters.delete(name);
  const changed = parameters.toString();
  return changed ? `?${changed}` : '';
}
