// Why an element has refused a scenario. The message stays until something changes.
import css from './refusal.css?text';
import { adoptStyle } from '../dom/adopt_style';
import type { Calculator } from '../calculator/calculator';
import { make } from '../dom/make';

export class Refusal {
  #inside: Element;
  #calculator: Calculator;
  #shownAt = '';

  constructor(inside: Element, calculator: Calculator) {
    this.#inside = inside;
    this.#calculator = calculator;
    adoptStyle(inside.getRootNode() as ShadowRoot, css);
  }

  /** '' removes it. */
  show(message: string): void {
    this.#inside.querySelector('.refusal')?.remove();
    this.#shownAt = message && this.#calculator.session.link();
    if (message) this.#inside.prepend(make('p', { class: 'refusal', role: 'alert', 'data-theme': this.#calculator.appearance.theme }, message));
  }

  update(): void {
    if (this.#shownAt && this.#calculator.session.link() !== this.#shownAt) this.show('');
  }
}
