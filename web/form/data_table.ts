// The numbers of a chart as a table, for readers who prefer that. Built, by a script that is loaded then, when it is
// opened.
import { make, setAttribute, setText } from '../dom/dom';
import { text } from '../dom/texts';
import type { Form, Part } from './form';
import type { FormSession } from './form_session';

export class DataTable implements Part {
  readonly element: HTMLDetailsElement;
  #form: Form;
  #source: (session: FormSession) => string;
  #summary = make('summary');
  // Wider than a phone, so it scrolls by itself, also by keyboard.
  #box = make('div', { class: 'scroller', tabindex: '0', role: 'region' });
  #subject = '';
  #shown = '';
  #fill: typeof import('./table_box').fillTable | undefined;

  /** `source` returns the JSON text of a Table. */
  constructor(form: Form, source: (session: FormSession) => string) {
    this.#form = form;
    this.#source = source;
    this.element = make('details', {}, this.#summary, this.#box);
    this.element.addEventListener('toggle', () => void this.#open().catch(() => undefined)); // a next time tries again
  }

  /** `subject` is its topic, for readers who reach it without its context. */
  update(subject = this.#subject): void {
    this.#subject = subject;
    const { session } = this.#form;
    const title = text(session.language, 'form.table');
    setText(this.#summary, title);
    setAttribute(this.#box, 'aria-label', `${subject} · ${title}`);
    if (!this.element.open || !this.#fill) return;
    const table = this.#source(session);
    if (table === this.#shown) return;
    this.#shown = table;
    this.#fill(this.#box, table);
  }

  async #open(): Promise<void> {
    this.#fill ??= (await import('./table_box')).fillTable;
    this.update();
  }
}
