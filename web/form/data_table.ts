// The numbers behind a chart, for those who read them better as a table. Made
// when it is opened.
import type { Table } from '../app_module';
import { make } from '../make';
import { text } from '../texts';
import { setAttribute, setText } from './dom';
import type { Form, Part } from './form';

function tableOf({ columns, rows }: Table): HTMLTableElement {
  return make('table', {},
    make('thead', {}, make('tr', {}, make('td'), ...columns.map((column) => make('th', { scope: 'col' }, column)))),
    make('tbody', {}, ...rows.map(({ name, values }) =>
      make('tr', {}, make('th', { scope: 'row' }, name), ...values.map((value) => make('td', {}, value))))));
}

export class DataTable implements Part {
  readonly element: HTMLDetailsElement;
  #form: Form;
  #summary = make('summary');
  // Wider than a phone: it scrolls by itself, also by keyboard.
  #box = make('div', { class: 'scroller', tabindex: '0', role: 'region' });
  #subject = '';
  #shown = '';

  constructor(form: Form) {
    this.#form = form;
    this.element = make('details', {}, this.#summary, this.#box);
    this.element.addEventListener('toggle', () => this.update());
  }

  /** `subject` is what it is about, for those who come across it alone. */
  update(subject = this.#subject): void {
    this.#subject = subject;
    const { session } = this.#form;
    const title = text(session.language, 'form.table');
    setText(this.#summary, title);
    setAttribute(this.#box, 'aria-label', `${subject} · ${title}`);
    if (!this.element.open) return;
    const table = session.table();
    if (table === this.#shown) return;
    this.#shown = table;
    this.#box.replaceChildren(tableOf(JSON.parse(table) as Table));
  }
}
