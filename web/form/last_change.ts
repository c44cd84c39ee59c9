// What the reader changed last, and what it did: it stays until the next change.
import { make, setAttribute, setText } from '../dom/dom';
import type { Form, Part } from './form';
import { icon } from './icon';
import { word } from './words';

export class LastChange implements Part {
  readonly element: HTMLElement;
  #form: Form;
  #heading = make('h3', { class: 'unseen' });
  #text = make('output', { 'aria-live': 'off' });
  #close = make('button', { type: 'button', class: 'quiet' }, icon('cross'));

  constructor(form: Form) {
    this.#form = form;
    this.#heading.id = `${form.prefix}lastChange`;
    this.#text.setAttribute('aria-labelledby', this.#heading.id);
    this.#heading.tabIndex = -1;
    this.#close.addEventListener('click', () => {
      this.#heading.focus({ preventScroll: true }); // the button goes
      form.act((session) => session.forgetChange());
    });
    this.element = make('div', { class: 'last-change' }, this.#heading, this.#text, this.#close);
  }

  update(): void {
    const { language, shown: { lastChange } } = this.#form.session;
    this.#close.hidden = !lastChange;
    setText(this.#heading, word(language, 'ui.lastChange'));
    this.#text.classList.toggle('muted', !lastChange);
    setText(this.#text, lastChange || word(language, 'ui.compareHint'));
    setAttribute(this.#close, 'aria-label', word(language, 'ui.forgetChange'));
  }
}
