// A chart of the flywheel month by month, from the module of tools, which is loaded when the first of them comes into
// sight.
import { make, setAttribute, setText } from '../dom/dom';
import type { LazyTools, ToolsState } from '../tools/lazy_tools';
import type { LaterChart } from '../tools/tools';
import { ChartSection } from './chart_section';
import type { Chart } from './chart';
import type { Form } from './form';
import { word, type WordKey } from './words';

const SAID: Partial<Record<ToolsState, WordKey>> = { loading: 'tools.loading', failed: 'tools.failed' };

const TITLES: Record<LaterChart, WordKey> = { flywheel: 'chart.flywheel.title', customers: 'chart.customers.title' };

export class MonthsChart {
  readonly element: HTMLElement;
  readonly chart: Chart;
  #form: Form;
  #lazy: LazyTools;
  #title: WordKey;
  #section: ChartSection;
  #state = make('p', { role: 'status' });
  // Also for readers who cannot scroll to the chart.
  #open = make('button', { type: 'button' });
  // In the chart's place until there is one.
  #offer = make('div', { class: 'offer' }, this.#state, this.#open);

  /** The chart of the customers has the table of the months. */
  constructor(form: Form, lazy: LazyTools, chart: LaterChart) {
    this.#form = form;
    this.#lazy = lazy;
    this.#title = TITLES[chart];
    this.#section = new ChartSection(form, {
      chart,
      title: this.#title,
      source: (width, height, theme) => this.#lazy.tools?.svg(this.#asked, chart, width, height, theme) ?? '',
      ...chart === 'customers' && { table: () => this.#lazy.tools?.monthsTable(this.#asked) ?? '', missing: () => this.#said, subject: 'tools.months' },
    });
    this.chart = this.#section.chart;
    this.element = this.#section.element;
    this.chart.element.append(this.#offer);
    this.chart.onsight = () => {
      if (this.#lazy.state === 'closed') this.#lazy.open();
    };
    this.chart.element.tabIndex = -1;
    this.element.querySelector('details')?.addEventListener('toggle', () => this.#lazy.open());
    this.#open.addEventListener('click', () => {
      this.chart.element.focus(); // the button goes
      this.#lazy.open();
    });
  }

  /** `point`: its message in a sentence. */
  update(point: string): void {
    const { language } = this.#form.session;
    const { state } = this.#lazy;
    setText(this.#state, this.#said);
    const label = word(language, state === 'failed' ? 'tools.retry' : 'tools.open');
    setText(this.#open, label);
    setAttribute(this.#open, 'aria-label', `${label}: ${word(language, this.#title)}`);
    this.#open.hidden = state === 'loading';
    this.#section.update(point);
  }

  get #said(): string {
    const key = SAID[this.#lazy.state];
    return key ? word(this.#form.session.language, key) : '';
  }

  get #asked() {
    const { session } = this.#form;
    return { scenario: session.scenarioBytes(), before: session.beforeBytes(), language: session.language };
  }
}
