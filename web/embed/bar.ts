// Below an embedded calculator: undo, redo, back to the beginning, and the way
// to the whole page with the scenario as it is.
import type { Calculator } from '../calculator';
import { make } from '../make';
import { pageAddress } from '../page_address';
import { text, type Language, type TextKey } from '../texts';

export class Bar {
  readonly element = make('div', { class: 'bar', role: 'toolbar' });
  #calculator: Calculator;
  #undo = this.#button('header.undo', () => this.#calculator.act((session) => session.undo()));
  #redo = this.#button('header.redo', () => this.#calculator.act((session) => session.redo()));
  #reset = this.#button('header.reset', () => this.#calculator.act((session) => session.reset()));
  #page = make('a', { target: '_blank', rel: 'noopener' });

  constructor(calculator: Calculator, language: Language) {
    this.#calculator = calculator;
    this.element.append(this.#undo, this.#redo, this.#reset, this.#page);
    this.setLanguage(language);
    this.update();
  }

  setLanguage(language: Language): void {
    this.element.setAttribute('aria-label', text(language, 'bar.label'));
    this.#page.textContent = text(language, 'bar.page');
    for (const button of [this.#undo, this.#redo, this.#reset]) button.textContent = text(language, button.value as TextKey);
  }

  /** Shows the scenario as it is now. */
  update(): void {
    const { session } = this.#calculator;
    this.#undo.disabled = !session.canUndo();
    this.#redo.disabled = !session.canRedo();
    this.#page.href = pageAddress(session.link());
  }

  #button(key: TextKey, act: () => void): HTMLButtonElement {
    const button = make('button', { type: 'button', value: key });
    button.addEventListener('click', act);
    return button;
  }
}
