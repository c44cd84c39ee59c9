// Remarketing: each cell's share of engaged visits, and its effect on the pool.
import { SHOWN_FIELDS } from 'sextant-tables';
import { make, setChildren, setText } from '../dom/dom';
import type { Form, Part } from './form';
import { NumberRow } from './number_row';
import { ResultItem } from './result_list';
import type { ShownLater } from './shown';
import { word } from './words';

class PoolItem {
  readonly element: HTMLLIElement;
  #form: Form;
  #name = make('span');
  #row: NumberRow;
  #density: ResultItem;
  #cpa: ResultItem;

  constructor(form: Form, cell: string) {
    this.#form = form;
    const [, kind] = cell.split('.');
    this.#row = new NumberRow(form, { cell, field: 'engagedShare' });
    this.#density = new ResultItem(form, { id: 'densityEffect', label: 'metric.densityEffect' });
    this.#cpa = new ResultItem(form, { id: 'cpaEffect', label: 'metric.remarketingCpa' });
    this.element = make('li', {},
      make('div', { class: 'term-name' }, make('span', { class: 'swatch', 'data-kind': kind }), this.#name),
      this.#row.element, make('dl', {}, this.#density.element, this.#cpa.element));
  }

  update(hue: number, name: string, { pool }: ShownLater['cells'][number]): void {
    const { language } = this.#form.session;
    this.element.dataset.hue = String(hue);
    setText(this.#name, name);
    this.#row.update(name);
    this.#density.show(pool.densityEffect, name);
    this.#cpa.show(pool.cpaEffect, `${name} · ${word(language, 'metric.densityEffect')}`);
  }
}

export class Remarketing implements Part {
  readonly element: HTMLElement;
  #form: Form;
  #heading = make('h2');
  #sentence = make('p');
  #rows: NumberRow[];
  #list = make('ul', { class: 'pool' });
  #items = new Map<string, PoolItem>();

  constructor(form: Form) {
    this.#form = form;
    this.#rows = SHOWN_FIELDS.remarketing.map((field) => new NumberRow(form, { field }));
    this.element = make('section', { class: 'remarketing card', 'data-part': 'remarketing' }, this.#heading, this.#sentence,
      make('div', { class: 'arcs' }, ...this.#rows.map(({ element }) => element)), this.#list);
  }

  update(): void {
    const { language, shown: { media, cells }, later } = this.#form.session;
    setText(this.#heading, word(language, 'ui.remarketing'));
    setText(this.#sentence, later.sentences.remarketing);
    for (const row of this.#rows) row.update(word(language, 'ui.remarketing.short'));
    for (const id of this.#items.keys()) if (!cells.some((cell) => cell.id === id)) this.#items.delete(id);
    const items = cells.map(({ id }) => this.#item(id));
    setChildren(this.#list, items.map(({ element }) => element));
    items.forEach((item, at) => item.update(media[Math.floor(at / 2)].hue, cells[at].name, later.cells[at]));
  }

  #item(id: string): PoolItem {
    let item = this.#items.get(id);
    if (!item) this.#items.set(id, item = new PoolItem(this.#form, id));
    return item;
  }
}
