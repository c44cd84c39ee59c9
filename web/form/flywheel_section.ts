// After the order: customer value, the flywheel with its levers and compared with
// the funnel, and remarketing.
import { AFTER_ORDER_RESULTS } from 'sextant-tables';
import { make, setText } from '../dom/dom';
import { Chart } from './chart';
import { LazyTools } from '../tools/lazy_tools';
import { MonthsChart } from './months_chart';
import type { Form } from './form';
import { Levers } from './levers';
import { Remarketing } from './remarketing';
import { ResultItem } from './result_list';
import { word } from './words';

const WHEEL_RATIO = 0.82;

export class FlywheelSection {
  readonly element: HTMLElement;
  readonly charts: readonly Chart[];
  #form: Form;
  #heading = make('h2');
  #items: ResultItem[];
  #value = make('h3', { class: 'unseen' });
  #customer = make('p');
  #question = make('h3');
  #payback = make('p');
  #levers: Levers;
  #profits: MonthsChart;
  #customers: MonthsChart;
  #remarketing: Remarketing;

  constructor(form: Form) {
    this.#form = form;
    this.#items = AFTER_ORDER_RESULTS.map((result) => new ResultItem(form, result));
    const wheel = new Chart(form, 'wheel', form.drawing('wheel'), WHEEL_RATIO);
    this.#levers = new Levers(form);
    const tools = new LazyTools(() => form.redraw());
    this.#profits = new MonthsChart(form, tools, 'flywheel');
    this.#customers = new MonthsChart(form, tools, 'customers');
    this.#remarketing = new Remarketing(form);
    this.charts = [wheel, this.#profits.chart, this.#customers.chart];
    this.element = make('section', { class: 'flywheel card', 'data-part': 'flywheel' }, this.#heading,
      make('div', { class: 'turning' }, wheel.element,
        make('div', { class: 'worth' }, this.#value,
          make('dl', {}, ...this.#items.map(({ element }) => element)), this.#customer, this.#question, this.#payback)),
      this.#levers.element,
      make('div', { class: 'courses' }, this.#profits.element, this.#customers.element),
      this.#remarketing.element);
  }

  update(): void {
    const { language, shown: { afterOrder, sentences } } = this.#form.session;
    const { customer, payback, flywheel, momentum } = sentences;
    setText(this.#heading, word(language, 'ui.flywheelTitle'));
    for (const item of this.#items) item.show(afterOrder[item.result.id]);
    setText(this.#value, word(language, 'ui.customerValue'));
    setText(this.#customer, customer);
    setText(this.#question, word(language, 'ui.whatItTakes'));
    setText(this.#payback, payback);
    this.#question.hidden = !payback;
    this.#levers.update();
    this.#profits.update(flywheel);
    this.#customers.update(momentum);
    this.#remarketing.update();
  }
}
