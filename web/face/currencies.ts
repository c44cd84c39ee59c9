// What a reader can choose as the currency of the amounts.
import { make } from '../dom/dom';

const COMMON = ['TWD', 'USD', 'JPY', 'EUR', 'GBP', 'CNY', 'HKD', 'KRW', 'SGD'];

/** The options of a <select>, under a heading; the current currency is always among them. */
export function currencyOptions(language: string, current: string, heading: string): HTMLElement {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  // An unknown code is its own name.
  const nameOf = (code: string) => names.of(code) === code ? code : `${code} · ${names.of(code)}`;
  const codes = COMMON.includes(current) ? COMMON : [current, ...COMMON];
  return make('optgroup', { label: heading }, ...codes.map((code) => new Option(nameOf(code), code)));
}
