// The totals, the baseline they are compared with, and the inputs that belong to
// no cell.
import { KPI_RESULTS } from 'sextant-tables';
import { make, setText } from '../dom/dom';
import { CurrencyChoice } from './currency_choice';
import type { Form, Part } from './form';
import { NumberRow } from './number_row';
import { ResultItem } from './result_list';
import { word } from './words';

export class TotalsSection implements Part {
  readonly element: HTMLElement;
  #form: Form;
  #heading = make('h2');
  #items: ResultItem[];
  #compared = make('span', { class: 'compared' });
  #margin: NumberRow;
  #currency: CurrencyChoice;
  #baseline = make('button', { type: 'button' });

  constructor(form: Form) {
    this.#form = form;
    this.#items = KPI_RESULTS.map((result) => new ResultItem(form, result));
    this.#items[0].element.classList.add('leading');
    this.#items[0].element.lastElementChild!.append(' ', this.#compared);
    this.#margin = new NumberRow(form, { field: 'grossMargin' });
    this.#currency = new CurrencyChoice(form);
    this.#baseline.addEventListener('click', () => form.act((session) => {
      if (session.shown.hasBaseline) session.clearBaseline();
      else session.pinBaseline();
    }));
    this.element = make('section', { class: 'totals card', 'data-part': 'kpi' },
      this.#heading,
      make('dl', {}, ...this.#items.map(({ element }) => element)),
      make('div', { class: 'settings' }, this.#margin.element, this.#currency.element, this.#baseline));
  }

  update(): void {
    const { language, shown: { total, comparedWith, hasBaseline } } = this.#form.session;
    setText(this.#heading, word(language, 'ui.totals'));
    for (const item of this.#items) item.show(total[item.result.id]);
    setText(this.#compared, comparedWith && word(language, comparedWith === 'baseline' ? 'ui.versusBaseline' : 'ui.versusBefore'));
    this.#margin.update();
    this.#currency.update();
    setText(this.#baseline, word(language, hasBaseline ? 'ui.clearBaseline' : 'ui.pinBaseline'));
  }
}
