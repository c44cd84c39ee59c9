// The bar below an embedded calculator: undo, redo, reset, and a link to the page
// with the current scenario.
import css from './bar.css?text';
import { adoptStyle } from '../dom/adopt_style';
import type { Calculator } from '../calculator/calculator';
import { make, setEnabled } from '../dom/dom';
import { pageAddress } from '../face/page_address';
import { withParameter } from '../face/query';
import type { Language } from '../dom/language';
import { text, type TextKey } from '../dom/texts';
import { embeddedText } from './embedded_texts';

export class Bar {
  readonly element = make('div', { class: 'bar', role: 'group' });
  #calculator: Calculator;
  #undo = this.#button('header.undo', () => this.#calculator.act((session) => session.undo()));
  #redo = this.#button('header.redo', () => this.#calculator.act((session) => session.redo()));
  #reset = this.#button('header.reset', () => this.#calculator.reset());
  #page = make('a', { target: '_blank', rel: 'noopener' });
  // A sandbox may silently forbid new windows; then readers can still copy the address.
  #address = make('input', { readonly: '' });
  #language: Language;

  constructor(calculator: Calculator, language: Language) {
    this.#calculator = calculator;
    this.#language = language;
    adoptStyle(calculator.element.getRootNode() as Document | ShadowRoot, css);
    this.element.append(this.#undo, this.#redo, this.#reset, self.origin === 'null' ? this.#address : this.#page);
    this.#address.addEventListener('focus', () => this.#address.select());
    this.setLanguage(language);
  }

  setLanguage(language: Language): void {
    this.#language = language;
    this.element.setAttribute('aria-label', text(language, 'bar.label'));
    this.#page.textContent = embeddedText(language, 'bar.page');
    this.#address.setAttribute('aria-label', embeddedText(language, 'bar.page'));
    for (const button of [this.#undo, this.#redo, this.#reset]) button.textContent = text(language, button.value as TextKey);
    this.update();
  }

  /** Shows the current scenario. */
  update(): void {
    const { session } = this.#calculator;
    setEnabled(this.#undo, session.canUndo());
    setEnabled(this.#redo, session.canRedo());
    this.#page.href = this.#address.value = pageAddress(session.link(), withParameter('', 'lang', this.#language));
  }

  #button(key: TextKey, act: () => void): HTMLButtonElement {
    const button = make('button', { type: 'button', value: key });
    button.addEventListener('click', act);
    return button;
  }
}
