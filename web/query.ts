// What an address asks for before its "#": ?view= ?lang= ?theme= ?currency=.
// Nothing else remembers these choices. Values that mean nothing are ignored.
import { languageFor, preferredLanguage, type Language } from './texts';

export type Theme = 'light' | 'dark';
export const VIEWS = ['all', 'kpi', 'cells', 'quadrant', 'matrix', 'formula', 'shocks'] as const;
export type View = (typeof VIEWS)[number];

export interface Query {
  view: View;
  language: Language;
  /** 'auto' follows the reader's system. */
  theme: Theme | 'auto';
  /** Of the default scenario; a link brings its own. */
  currency?: string;
}

export function readQuery(search: string, languages: readonly string[]): Query {
  const parameters = new URLSearchParams(search);
  const view = VIEWS.find((name) => name === parameters.get('view')) ?? 'all';
  const theme = parameters.get('theme');
  const currency = parameters.get('currency')?.toUpperCase();
  return {
    view,
    language: languageFor(parameters.get('lang') ?? '') ?? preferredLanguage(languages),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    currency: currency && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
  };
}

/** `search` with one parameter set, or removed when the value is ''. */
export function withParameter(search: string, name: string, value: string): string {
  const parameters = new URLSearchParams(search);
  if (value) parameters.set(name, value);
  else parameters.delete(name);
  const changed = parameters.toString();
  return changed ? `?${changed}` : '';
}
