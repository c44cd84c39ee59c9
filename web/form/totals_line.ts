// The most important totals stay at the top, beside whatever is changed. They repeat
// numbers from the list of totals.
import { KPI_RESULTS } from 'sextant-tables';
import { make, setAttribute, setText } from '../dom/dom';
import type { Form, Part } from './form';
import type { Result } from './result_list';
import { detailsOf } from './shown';
import { word } from './words';

const SHOWN = ['revenue', 'profit', 'valuePerVisit', 'cpa', 'roas', 'conversionRate'].map((id): Result => KPI_RESULTS.find((result) => result.id === id)!);

export class TotalsLine implements Part {
  readonly element = make('div', { class: 'line', 'aria-hidden': 'true' });
  #form: Form;
  #items = SHOWN.map((result) => ({ result, name: make('span'), value: make('b'), change: make('span', { class: 'change' }) }));

  constructor(form: Form) {
    this.#form = form;
    this.element.append(...this.#items.map(({ result, name, value, change }) => make('div', { 'data-result': result.id }, name, value, change)));
  }

  update(): void {
    const { language, shown: { total } } = this.#form.session;
    for (const { result: { id, label, short }, name, value, change } of this.#items) {
      const shown = detailsOf(total[id]);
      setText(name, word(language, id === 'revenue' ? 'ui.revenuePerMonth' : short ?? label));
      setText(value, shown.text);
      setText(change, shown.change ?? '');
      setAttribute(change, 'data-verdict', shown.verdict);
    }
  }
}
