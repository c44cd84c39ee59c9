// The totals, the baseline they are compared with, and the inputs that belong to
// no cell.
import { setText } from '../dom/dom';
import { make } from '../dom/make';
import { CurrencyChoice } from './currency_choice';
import type { Form, Part } from './form';
import { NumberRow } from './number_row';
import { difference, ResultItem } from './result_list';
import { TOTALS, type TotalResult } from './results';
import { word } from './words';

export class TotalsSection implements Part {
  readonly element: HTMLElement;
  #form: Form;
  #heading = make('h2');
  #items: ResultItem<TotalResult>[];
  #compared = make('span', { class: 'compared' });
  #margin: NumberRow;
  #currency: CurrencyChoice;
  #baseline = make('button', { type: 'button' });

  constructor(form: Form) {
    this.#form = form;
    this.#items = TOTALS.map((result) => new ResultItem(form, result));
    this.#items[0].element.classList.add('leading');
    this.#items[0].element.lastElementChild!.append(' ', this.#compared);
    this.#margin = new NumberRow(form, { field: 'grossMargin' });
    this.#currency = new CurrencyChoice(form);
    this.#baseline.addEventListener('click', () => form.act((session) => {
      if (session.baseline) session.clearBaseline();
      else session.pinBaseline();
    }));
    this.element = make('section', { class: 'totals card', 'data-part': 'kpi' },
      this.#heading,
      make('dl', {}, ...this.#items.map(({ element }) => element)),
      make('div', { class: 'settings' }, this.#margin.element, this.#currency.element, this.#baseline));
  }

  update(): void {
    const { session } = this.#form;
    const { language, comparison, report } = session;
    setText(this.#heading, word(language, 'ui.totals'));
    for (const item of this.#items) {
      const { id } = item.result;
      const value = report.total[id];
      item.show(value, { change: comparison && difference(this.#form, item.result, value, comparison.report.total[id]) });
    }
    setText(this.#compared, comparison ? word(language, comparison.with === 'baseline' ? 'ui.versusBaseline' : 'ui.versusBefore') : '');
    this.#margin.update();
    this.#currency.update();
    setText(this.#baseline, word(language, session.baseline ? 'ui.clearBaseline' : 'ui.pinBaseline'));
  }
}
