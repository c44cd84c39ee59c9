// One cell: its results, its inputs, and why it is in its quadrant.
import { setAttribute, setText } from '../dom/dom';
import { make } from '../dom/make';
import type { CellExplanation, CellMetrics } from '../engine/index.mjs';
import type { Form } from './form';
import { NumberRow } from './number_row';
import { ResultItem } from './result_list';
import { CELL_RESULTS, type CellResult } from './results';
import { kindName, mediumName, quadrantName, word } from './words';

export class CellCard {
  readonly element: HTMLFieldSetElement;
  #form: Form;
  #medium = make('span', { class: 'unseen' });
  #kind = make('span');
  #chip = make('output', { class: 'chip', 'aria-live': 'off' });
  #revenue: ResultItem<CellResult>;
  #share: ResultItem<CellResult>;
  #results: ResultItem<CellResult>[];
  #rows: NumberRow[];
  #sentence = make('p');
  #advice = make('p', { class: 'advice' });

  constructor(form: Form, cell: string) {
    this.#form = form;
    [this.#revenue, this.#share, ...this.#results] = CELL_RESULTS.map((result) => new ResultItem(form, result));
    this.#rows = form.session.cardFields.map(({ id }) => new NumberRow(form, { field: id, cell }));
    const [, kind] = cell.split('.');
    this.element = make('fieldset', { class: 'cell card', 'data-cell': cell, 'data-kind': kind },
      make('legend', {}, make('span', { class: 'swatch', 'data-kind': kind }), this.#medium, this.#kind),
      this.#chip,
      make('dl', { class: 'leading' }, this.#revenue.element, this.#share.element),
      make('dl', { class: 'results' }, ...this.#results.map(({ element }) => element)),
      make('div', { class: 'numbers' }, ...this.#rows.map(({ element }) => element)),
      make('div', { class: 'why' }, this.#sentence, this.#advice));
  }

  /** `at`: its position in the scenario. */
  update(at: number, metrics: CellMetrics, { name, sentence, advice }: CellExplanation): void {
    const { session } = this.#form;
    const { language } = session;
    setText(this.#medium, `${mediumName(language, session.scenario, Math.floor(at / 2))} · `);
    setText(this.#kind, kindName(language, at));
    setText(this.#chip, quadrantName(language, metrics.quadrant));
    setAttribute(this.#chip, 'aria-label', `${name} · ${word(language, 'ui.quadrant')}`);
    setAttribute(this.#chip, 'data-quadrant', metrics.quadrant ? String(metrics.quadrant) : undefined);
    for (const item of [this.#revenue, this.#share, ...this.#results]) item.show(metrics[item.result.id], { group: name });
    for (const row of this.#rows) row.update(name);
    setText(this.#sentence, sentence);
    setText(this.#advice, advice ?? '');
  }

  /** Shows only these fields; without an argument, all. */
  setFields(fields: readonly string[] | undefined): void {
    for (const { element, address } of this.#rows) element.hidden = !!fields && !fields.includes(address.field);
  }
}
