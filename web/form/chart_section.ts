// A chart with its settings, its message in a sentence, and its numbers as a
// table.
import type { ChartName } from 'sextant-tables';
import { make, setText } from '../dom/dom';
import type { View } from '../face/query';
import { Chart } from './chart';
import { DataTable } from './data_table';
import type { Form, Part } from './form';
import type { FormSession } from './form_session';
import { word, type WordKey } from './words';

export interface ChartSectionOptions {
  chart: ChartName;
  title: WordKey;
  /** Set if it is a part of the calculator that can be shown alone. */
  part?: View;
  settings?: Part;
  /** Below the chart and its message. */
  below?: Part;
  /** Its numbers, as JSON text of a Table. */
  table?: (session: FormSession) => string;
  /** What the table is about, if not about the title. */
  subject?: WordKey;
}

export class ChartSection {
  readonly element: HTMLElement;
  readonly chart: Chart;
  #form: Form;
  #title: WordKey;
  #subject: WordKey;
  #heading: HTMLHeadingElement;
  #settings: Part | undefined;
  #point = make('p', { class: 'point' });
  #below: Part | undefined;
  #table: DataTable | undefined;

  constructor(form: Form, { chart, title, part, settings, below, table, subject = title }: ChartSectionOptions) {
    this.#form = form;
    this.#title = title;
    this.#subject = subject;
    this.#settings = settings;
    this.#below = below;
    this.chart = new Chart(form, chart);
    this.#heading = make(part ? 'h2' : 'h3');
    this.#table = table && new DataTable(form, table);
    this.element = make('section', part ? { class: 'chart-section card', 'data-part': part } : { class: 'chart-section' },
      this.#heading, ...settings ? [settings.element] : [], this.chart.element, ...below ? [below.element] : [], this.#point, ...this.#table ? [this.#table.element] : []);
  }

  /** Puts the chart back into its place after it was elsewhere. */
  takeChart(): void {
    this.element.insertBefore(this.chart.element, this.#below?.element ?? this.#point);
  }

  /** Everything but the chart. */
  update(point: string): void {
    const { language } = this.#form.session;
    const title = word(language, this.#title);
    setText(this.#heading, title);
    this.#settings?.update();
    setText(this.#point, point);
    this.#below?.update();
    this.#table?.update(word(language, this.#subject));
  }
}
