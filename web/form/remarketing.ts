// Remarketing: each cell's share of engaged visits, and its effect on the pool.
import { SHOWN_FIELDS } from 'sextant-tables';
import { setChildren, setText } from '../dom/dom';
import { make } from '../dom/make';
import type { Remarketing as RemarketingReport } from '../engine/index.mjs';
import type { Form } from './form';
import { NumberRow } from './number_row';
import { ResultItem, signed } from './result_list';
import type { Result } from './results';
import { cellName, word } from './words';

const DENSITY: Result = { id: 'densityEffect', label: 'metric.densityEffect', unit: 'share', better: 0, reason: 'reason.noVisits' };
const CPA: Result = { id: 'cpaEffect', label: 'metric.remarketingCpa', unit: 'money', better: 0, reason: 'reason.noEngaged' };

class PoolItem {
  readonly element: HTMLLIElement;
  #form: Form;
  #name = make('span');
  #row: NumberRow;
  #density: ResultItem<Result>;
  #cpa: ResultItem<Result>;

  constructor(form: Form, cell: string) {
    this.#form = form;
    const [, kind] = cell.split('.');
    this.#row = new NumberRow(form, { cell, field: 'engagedShare' });
    this.#density = new ResultItem(form, DENSITY);
    this.#cpa = new ResultItem(form, CPA);
    this.element = make('li', {},
      make('div', { class: 'term-name' }, make('span', { class: 'swatch', 'data-kind': kind }), this.#name),
      this.#row.element, make('dl', {}, this.#density.element, this.#cpa.element));
  }

  update(at: number, { densityEffect, cpaEffect }: RemarketingReport['cells'][number]): void {
    const { session } = this.#form;
    const { language } = session;
    const name = cellName(language, session.scenario, at);
    this.element.dataset.hue = String(Math.floor(at / 2) % 8);
    setText(this.#name, name);
    this.#row.update(name);
    const { density, cpa } = session.afterOrder().remarketing;
    const nothingLeft = density === null ? 'reason.noVisits' : 'reason.nothingLeft';
    const points = densityEffect === null ? undefined
      : word(language, 'ui.points', { value: signed(this.#form, densityEffect * 100, 'ratio') });
    this.#density.show(densityEffect, { group: name, text: points, reason: nothingLeft });
    this.#cpa.show(cpaEffect, {
      group: `${name} · ${word(language, 'metric.densityEffect')}`,
      text: cpaEffect === null ? undefined : signed(this.#form, cpaEffect, 'money'),
      reason: cpa === null ? 'reason.noEngaged' : nothingLeft,
    });
  }
}

export class Remarketing {
  readonly element: HTMLElement;
  #form: Form;
  #heading = make('h3');
  #sentence = make('p');
  #rows: NumberRow[];
  #list = make('ul', { class: 'pool' });
  #items = new Map<string, PoolItem>();

  constructor(form: Form) {
    this.#form = form;
    this.#rows = SHOWN_FIELDS.remarketing.map((field) => new NumberRow(form, { field }));
    this.element = make('section', { class: 'remarketing' }, this.#heading, this.#sentence,
      make('div', { class: 'arcs' }, ...this.#rows.map(({ element }) => element)), this.#list);
  }

  update(sentence: string): void {
    const { session } = this.#form;
    const { language, scenario } = session;
    setText(this.#heading, word(language, 'ui.remarketing'));
    setText(this.#sentence, sentence);
    for (const row of this.#rows) row.update(word(language, 'ui.remarketing.short'));
    const { cells } = session.afterOrder().remarketing;
    for (const id of this.#items.keys()) if (!scenario.cells.some((cell) => cell.id === id)) this.#items.delete(id);
    const items = cells.map(({ id }) => this.#item(id));
    setChildren(this.#list, items.map(({ element }) => element));
    items.forEach((item, at) => item.update(at, cells[at]));
  }

  #item(id: string): PoolItem {
    let item = this.#items.get(id);
    if (!item) this.#items.set(id, item = new PoolItem(this.#form, id));
    return item;
  }
}
