// After the order: customer value, the flywheel with its levers and compared with
// the funnel, and remarketing.
import { setText } from '../dom/dom';
import { make } from '../dom/make';
import type { Explanations } from '../engine/index.mjs';
import { Chart } from './chart';
import { ChartSection } from './chart_section';
import { DataTable } from './data_table';
import type { Form } from './form';
import { Levers } from './levers';
import { Remarketing } from './remarketing';
import { difference, ResultItem } from './result_list';
import { AFTER_ORDER_RESULTS, type AfterOrderResult } from './results';
import { word, type WordKey } from './words';

const WHEEL_RATIO = 0.82;

export class FlywheelSection {
  readonly element: HTMLElement;
  readonly charts: readonly Chart[];
  #form: Form;
  #heading = make('h2');
  #items: ResultItem<AfterOrderResult>[];
  #value = make('h3', { class: 'unseen' });
  #customer = make('p');
  #question = make('h3');
  #payback = make('p');
  #levers: Levers;
  #profits: ChartSection;
  #customers: ChartSection;
  #months: DataTable;
  #remarketing: Remarketing;

  constructor(form: Form) {
    this.#form = form;
    this.#items = AFTER_ORDER_RESULTS.map((result) => new ResultItem(form, result));
    const wheel = new Chart(form, 'wheel', WHEEL_RATIO);
    this.#levers = new Levers(form);
    this.#profits = new ChartSection(form, { chart: 'flywheel', title: 'chart.flywheel.title' });
    this.#customers = new ChartSection(form, { chart: 'customers', title: 'chart.customers.title' });
    this.#months = new DataTable(form, (session) => session.monthsTable());
    this.#remarketing = new Remarketing(form);
    this.charts = [wheel, this.#profits.chart, this.#customers.chart];
    this.element = make('section', { class: 'flywheel card', 'data-part': 'flywheel' }, this.#heading,
      make('div', { class: 'turning' }, wheel.element,
        make('div', { class: 'worth' }, this.#value,
          make('dl', {}, ...this.#items.map(({ element }) => element)), this.#customer, this.#question, this.#payback)),
      this.#levers.element,
      make('div', { class: 'courses' }, this.#profits.element, this.#customers.element, this.#months.element),
      this.#remarketing.element);
  }

  update({ customer, payback, flywheel, momentum, remarketing }: Explanations): void {
    const { language } = this.#form.session;
    setText(this.#heading, word(language, 'ui.flywheelTitle'));
    this.#updateResults();
    setText(this.#value, word(language, 'ui.customerValue'));
    setText(this.#customer, customer);
    setText(this.#question, word(language, 'ui.whatItTakes'));
    setText(this.#payback, payback);
    this.#question.hidden = !payback;
    this.#levers.update();
    this.#profits.update(flywheel);
    this.#customers.update(momentum);
    this.#months.update(word(language, 'chart.flywheel.title'));
    this.#remarketing.update(remarketing);
  }

  #updateResults(): void {
    const { session } = this.#form;
    const { comparison } = session;
    const now = session.afterOrder();
    const before = comparison && session.afterOrder(comparison.scenario);
    for (const item of this.#items) {
      const { result } = item;
      const value = result.of(now);
      item.show(value, {
        change: before && difference(this.#form, result, value, result.of(before)),
        text: result.id === 'paybackMonth' ? this.#paybackText(value) : undefined,
        reason: this.#reasonFor(result),
      });
    }
  }

  #paybackText(month: number | null): string | undefined {
    const { language } = this.#form.session;
    if (month === null) return undefined;
    return month === 0 ? word(language, 'ui.paybackAtOnce')
      : word(language, 'ui.paybackMonth', { month: this.#form.session.format(month, 'count') });
  }

  // Without new customers the denominator is missing; otherwise the reason is another.
  #reasonFor({ id, reason }: AfterOrderResult): WordKey {
    if (this.#form.session.report.total.cac === null) return reason;
    if (id === 'ltvToCac') return 'reason.noSpend';
    return id === 'paybackMonth' ? 'reason.neverPaysBack' : reason;
  }
}
