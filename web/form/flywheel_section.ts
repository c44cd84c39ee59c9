// After the order: profits over the months, customer value, the flywheel with its levers and compared with the funnel.
// As the view "wheel" it is small: the wheel, the profits month by month and three levers (later_parts.css).
import { AFTER_ORDER_RESULTS } from 'sextant-tables';
import { make, setText } from '../dom/dom';
import { Chart } from './chart';
import { ChartSection } from './chart_section';
import type { Form } from './form';
import { Levers } from './levers';
import { Profits } from './profits';
import { ResultItem } from './result_list';
import { word } from './words';

const WHEEL_RATIO = 0.82;
// Of the chart in the view "wheel", in CSS pixels: all of it is at most 640 high.
const LOW = 256;
const LOW_ON_PHONE = 164;

/** The views whose totals are the profits, in the line at the top instead of the month's. */
const ALONE: readonly string[] = ['wheel', 'flywheel', 'remarketing'];

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
  #profits: ChartSection;
  /** Has the table of the months. */
  #customers: ChartSection;
  #totals: Profits;
  #month: HTMLElement;
  #line = make('div', { class: 'line' });

  constructor(form: Form) {
    this.#form = form;
    this.#items = AFTER_ORDER_RESULTS.map((result) => new ResultItem(form, result));
    const wheel = new Chart(form, 'wheel', WHEEL_RATIO);
    this.#levers = new Levers(form);
    this.#profits = new ChartSection(form, { chart: 'flywheel', title: 'chart.flywheel.title' });
    this.#customers = new ChartSection(form, { chart: 'customers', title: 'chart.customers.title', table: (session) => session.monthsTable(), subject: 'tools.months' });
    this.#totals = new Profits(form);
    this.#month = form.element.firstElementChild as HTMLElement;
    this.#month.after(this.#line);
    this.charts = [wheel, this.#profits.chart, this.#customers.chart];
    this.element = make('section', { class: 'flywheel card', 'data-part': 'flywheel' }, this.#heading,
      make('div', { class: 'turning' }, wheel.element,
        make('div', { class: 'worth' }, this.#value,
          make('dl', {}, ...this.#items.map(({ element }) => element)), this.#customer, this.#question, this.#payback)),
      this.#levers.element,
      make('div', { class: 'courses' }, this.#profits.element, this.#customers.element));
  }

  update(): void {
    const { language, later: { afterOrder, sentences } } = this.#form.session;
    const { customer, payback, flywheel, momentum } = sentences;
    const { view, arrangement } = this.#form.element.dataset;
    const isLow = view === 'wheel';
    setText(this.#heading, word(language, 'ui.flywheelTitle'));
    this.#heading.classList.toggle('unseen', isLow);
    this.#placeTotals(ALONE.includes(view!));
    this.#totals.update();
    this.#profits.chart.height = isLow ? arrangement === 'phone' ? LOW_ON_PHONE : LOW : undefined;
    for (const item of this.#items) item.show(afterOrder[item.result.id]);
    setText(this.#value, word(language, 'ui.customerValue'));
    setText(this.#customer, customer);
    setText(this.#question, word(language, 'ui.whatItTakes'));
    setText(this.#payback, payback);
    this.#question.hidden = !payback;
    this.#levers.update();
    this.#profits.update(flywheel);
    this.#customers.update(momentum);
  }

  #placeTotals(alone: boolean): void {
    this.#month.hidden = alone;
    this.#line.hidden = !alone;
    const { element } = this.#totals;
    if (element.parentNode === (alone ? this.#line : this.element)) return;
    if (alone) this.#line.append(element);
    else this.#heading.after(element);
  }
}
