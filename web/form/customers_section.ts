// The active customers by month: the chart and the table of the module of tools,
// which is loaded when the chart comes into sight.
import { make, setText } from '../dom/dom';
import { LazyTools, type ToolsState } from '../tools/lazy_tools';
import { ChartSection } from './chart_section';
import type { Chart } from './chart';
import type { Form } from './form';
import { word, type WordKey } from './words';

const SAID: Partial<Record<ToolsState, WordKey>> = { loading: 'tools.loading', failed: 'tools.failed' };

export class CustomersSection {
  readonly element: HTMLElement;
  readonly chart: Chart;
  #form: Form;
  #lazy: LazyTools;
  #section: ChartSection;
  #state = make('p', { role: 'status' });
  // Also for readers who cannot scroll to the chart.
  #open = make('button', { type: 'button' });
  // In the chart's place until there is one.
  #offer = make('div', { class: 'offer' }, this.#state, this.#open);

  constructor(form: Form) {
    this.#form = form;
    this.#lazy = new LazyTools(() => form.redraw());
    this.#section = new ChartSection(form, {
      chart: 'customers',
      title: 'chart.customers.title',
      source: (width, height, theme) => this.#tools?.customersSvg(this.#asked, width, height, theme) ?? '',
      table: () => this.#tools?.customersTable(this.#asked) ?? '',
      missing: () => this.#said,
      subject: 'tools.months',
    });
    this.chart = this.#section.chart;
    this.element = this.#section.element;
    this.chart.element.append(this.#offer);
    this.chart.onsight = () => {
      if (this.#lazy.state === 'closed') this.#lazy.open();
    };
    this.chart.element.tabIndex = -1;
    this.element.querySelector('details')!.addEventListener('toggle', () => this.#lazy.open());
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
    setText(this.#open, word(language, state === 'failed' ? 'tools.retry' : 'tools.open'));
    this.#open.hidden = state === 'loading';
    this.#section.update(point);
  }

  get #said(): string {
    const key = SAID[this.#lazy.state];
    return key ? word(this.#form.session.language, key) : '';
  }

  get #tools() {
    return this.#lazy.tools;
  }

  get #asked() {
    const { session } = this.#form;
    return { scenario: session.scenarioBytes(), language: session.language };
  }
}
