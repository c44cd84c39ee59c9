// A chart with what belongs to it: its settings, its point in a sentence, and
// its numbers as a table.
import { make } from '../make';
import { Chart } from './chart';
import { DataTable } from './data_table';
import { setText } from './dom';
import type { Form, Part } from './form';
import { word, type WordKey } from './words';

export interface ChartSectionOptions {
  chart: 'quadrant' | 'matrix';
  title: WordKey;
  settings?: Part;
}

export class ChartSection {
  readonly element: HTMLElement;
  readonly chart: Chart;
  #form: Form;
  #title: WordKey;
  #heading = make('h2');
  #settings: Part | undefined;
  #point = make('p', { class: 'point' });
  #table: DataTable;

  constructor(form: Form, { chart, title, settings }: ChartSectionOptions) {
    this.#form = form;
    this.#title = title;
    this.#settings = settings;
    this.chart = new Chart(form, chart);
    this.#table = new DataTable(form);
    this.element = make('section', { class: 'chart-section card', 'data-part': chart },
      this.#heading, ...settings ? [settings.element] : [], this.chart.element, this.#point, this.#table.element);
  }

  /** Everything but the chart. */
  update(point: string): void {
    const title = word(this.#form.session.language, this.#title);
    setText(this.#heading, title);
    this.#settings?.update();
    setText(this.#point, point);
    this.#table.update(title);
  }
}
