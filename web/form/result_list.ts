// Results with their names, changes and, where there is none, the reason.
import { make, setAttribute, setText } from '../dom/dom';
import type { Form } from './form';
import { detailsOf, type ShownResult } from './shown';
import { word, type WordKey } from './words';

/** What src/tables/results.json says about it. */
export interface Result {
  id: string;
  label: WordKey;
  /** The label for narrow places. */
  short?: WordKey;
}

/** One result: a <div> for a <dl>. */
export class ResultItem {
  readonly result: Result;
  readonly element: HTMLElement;
  #form: Form;
  #name = make('dt');
  // Only the live region announces, not every number.
  #value = make('output', { 'aria-live': 'off' });
  #change = make('span', { class: 'change' });
  #reason = make('span', { class: 'unseen' });
  #present = '';

  constructor(form: Form, result: Result) {
    this.#form = form;
    this.result = result;
    this.element = make('div', { class: 'result', 'data-result': result.id }, this.#name, make('dd', {}, this.#value, this.#reason, ' ', this.#change));
  }

  /** `group` is the context for screen readers: "Social · Paid". */
  show(shown: ShownResult, group = ''): void {
    const { text, reason = '', change = '', verdict } = detailsOf(shown);
    const { language } = this.#form.session;
    // Most results stay as they are in most steps of a drag.
    const present = [language, group, text, reason, change, verdict].join('\n');
    if (present === this.#present) return;
    this.#present = present;
    const { label, short } = this.result;
    const name = word(language, label);
    setText(this.#name, word(language, short ?? label));
    setAttribute(this.#value, 'aria-label', group ? `${group} · ${name}` : name);
    setText(this.#value, text);
    setText(this.#reason, reason && word(language, 'ui.undefinedBecause', { reason }));
    setText(this.#change, change);
    setAttribute(this.#change, 'data-verdict', verdict);
  }
}
