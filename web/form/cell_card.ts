// One cell: its results, its inputs, and why it is in its quadrant.
import { CARD_RESULTS, SHOWN_FIELDS } from 'sextant-tables';
import { make, setAttribute, setText } from '../dom/dom';
import type { Form } from './form';
import { NumberRow } from './number_row';
import { ResultItem } from './result_list';
import type { ShownCell } from './shown';
import { word } from './words';

export class CellCard {
  readonly element: HTMLFieldSetElement;
  #form: Form;
  #medium = make('span', { class: 'unseen' });
  #kind = make('span');
  #chip = make('output', { class: 'chip', 'aria-live': 'off' });
  #results: ResultItem[];
  #rows: NumberRow[];
  #sentence = make('p');
  #advice = make('p', { class: 'advice' });

  constructor(form: Form, cell: string) {
    this.#form = form;
    this.#results = CARD_RESULTS.map((result) => new ResultItem(form, result));
    const [revenue, share, ...others] = this.#results;
    this.#rows = SHOWN_FIELDS.card.map((field) => new NumberRow(form, { field, cell }));
    const [, kind] = cell.split('.');
    this.element = make('fieldset', { class: 'cell card', 'data-cell': cell, 'data-kind': kind },
      make('legend', {}, make('span', { class: 'swatch', 'data-kind': kind }), this.#medium, this.#kind),
      this.#chip,
      make('dl', { class: 'leading' }, revenue.element, share.element),
      make('dl', { class: 'results' }, ...others.map(({ element }) => element)),
      make('div', { class: 'numbers' }, ...this.#rows.map(({ element }) => element)),
      make('div', { class: 'why' }, this.#sentence, this.#advice));
  }

  update(medium: string, { name, kind, quadrant, story, results, sentence, advice }: ShownCell): void {
    setText(this.#medium, `${medium} · `);
    setText(this.#kind, kind);
    setText(this.#chip, story);
    setAttribute(this.#chip, 'title', story);
    setAttribute(this.#chip, 'aria-label', `${name} · ${word(this.#form.session.language, 'ui.quadrant')}`);
    setAttribute(this.#chip, 'data-quadrant', quadrant ? String(quadrant) : undefined);
    for (const item of this.#results) item.show(results[item.result.id], name);
    for (const row of this.#rows) row.update(name);
    setText(this.#sentence, sentence);
    setText(this.#advice, advice);
  }

  /** Shows only these fields; without an argument, all. */
  setFields(fields: readonly string[] | undefined): void {
    for (const { element, address } of this.#rows) element.hidden = !!fields && !fields.includes(address.field);
  }
}
