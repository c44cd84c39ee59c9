// The choice of currency; amounts are not converted.
import { make, setChildren, setText } from '../dom/dom';
import type { Form, Part } from './form';
import { word } from './words';

const COMMON = ['TWD', 'USD', 'JPY', 'EUR', 'GBP', 'CNY', 'HKD', 'KRW', 'SGD'];

export class CurrencyChoice implements Part {
  readonly element: HTMLElement;
  #form: Form;
  #label: HTMLLabelElement;
  #select: HTMLSelectElement;
  #shown = '';

  constructor(form: Form) {
    this.#form = form;
    const id = `${form.prefix}currency`;
    this.#label = make('label', { for: id });
    this.#select = make('select', { id });
    this.#select.addEventListener('change', () => form.act((session) => session.setCurrency(this.#select.value)));
    this.element = make('div', { class: 'choice' }, this.#label, this.#select);
  }

  update(): void {
    const { session } = this.#form;
    const { language } = session;
    const currency = session.currency();
    setText(this.#label, word(language, 'field.currency'));
    const codes = COMMON.includes(currency) ? COMMON : [currency, ...COMMON];
    const shown = `${language} ${codes.join(' ')}`;
    if (shown !== this.#shown) {
      this.#shown = shown;
      const names = new Intl.DisplayNames(language, { type: 'currency' });
      // An unknown code is its own name.
      const nameOf = (code: string) => names.of(code) === code ? code : `${code} · ${names.of(code)}`;
      setChildren(this.#select, codes.map((code) => new Option(nameOf(code), code)));
    }
    if (this.#select.value !== currency) this.#select.value = currency;
  }
}
