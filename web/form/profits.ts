// What the flywheel and the funnel earn over the scenario's months.
import { PROFITS_RESULTS } from 'sextant-tables';
import { make, setText } from '../dom/dom';
import type { Form, Part } from './form';
import { ResultItem } from './result_list';
import { word } from './words';

export class Profits implements Part {
  readonly element: HTMLElement;
  #form: Form;
  // No heading: in the line at the top it would come before that of its part.
  #over = make('p');
  #items: ResultItem[];

  constructor(form: Form) {
    this.#form = form;
    this.#items = PROFITS_RESULTS.map((result) => new ResultItem(form, result));
    this.element = make('section', { class: 'profits' }, this.#over, make('dl', {}, ...this.#items.map(({ element }) => element)));
  }

  update(): void {
    const { language, shown: { fields }, later: { afterOrder } } = this.#form.session;
    const over = word(language, 'ui.profitOver', { months: fields['flywheel.months'][0] });
    setText(this.#over, over);
    for (const item of this.#items) item.show(afterOrder[item.result.id], over);
  }
}
