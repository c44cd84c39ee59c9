// On narrow screens the totals are far from the inputs, so the most important ones
// stay at the top. They repeat numbers from the list of totals.
import { setAttribute, setText } from '../dom/dom';
import { make } from '../dom/make';
import type { Form, Part } from './form';
import { difference } from './result_list';
import { TOTALS, type TotalResult } from './results';
import { word } from './words';

const SHOWN = ['revenue', 'roas', 'cpa', 'profit'].map((id) => TOTALS.find((result) => result.id === id)!);

export class TotalsLine implements Part {
  readonly element = make('div', { class: 'line', 'aria-hidden': 'true' });
  #form: Form;
  #items = SHOWN.map((result) => ({ result, name: make('span'), value: make('b'), change: make('span', { class: 'change' }) }));

  constructor(form: Form) {
    this.#form = form;
    this.element.append(...this.#items.map(({ name, value, change }) => make('div', {}, name, value, change)));
  }

  update(): void {
    for (const item of this.#items) this.#show(item);
  }

  #show({ result, name, value, change }: { result: TotalResult; name: Element; value: Element; change: Element }): void {
    const { session } = this.#form;
    const now = session.report.total[result.id];
    setText(name, word(session.language, result.short ?? result.label));
    setText(value, session.format(now, result.unit));
    const since = session.comparison && difference(this.#form, result, now, session.comparison.report.total[result.id]);
    setText(change, since?.text ?? '');
    setAttribute(change, 'data-verdict', since?.verdict);
  }
}
