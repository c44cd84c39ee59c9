// The choice of currency; amounts are not converted.
import { make, setText } from '../dom/dom';
import { currencyOptions } from '../face/currencies';
import type { Form, Part } from './form';
import { word } from './words';

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
    this.element = make('div', { class: 'choice', 'data-field': 'currency' }, this.#label, this.#select);
  }

  update(): void {
    const { session } = this.#form;
    const { language } = session;
    const currency = session.currency();
    setText(this.#label, word(language, 'field.currency'));
    const shown = `${language} ${currency}`;
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#select.replaceChildren(currencyOptions(language, currency, word(language, 'ui.currencyChoice')));
    }
    if (this.#select.value !== currency) this.#select.value = currency;
  }
}
