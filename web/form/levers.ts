// The inputs of the flywheel, grouped by its arcs: Attract, Engage and, for each
// kind of customer, Delight.
import { SHOWN_FIELDS } from 'sextant-tables';
import { make, setText } from '../dom/dom';
import type { Form, Part } from './form';
import { NumberRow } from './number_row';
import { word, type WordKey } from './words';

/** Inputs under a name; screen readers also get the group that the name belongs to. */
class LeverGroup {
  readonly element: HTMLFieldSetElement;
  #whole = make('span', { class: 'unseen' });
  #name = make('span');
  #rows: NumberRow[];

  constructor(form: Form, hue: string, fields: readonly string[]) {
    this.#rows = fields.map((field) => new NumberRow(form, { field }));
    this.element = make('fieldset', { class: 'lever', 'data-turns': hue },
      make('legend', {}, make('span', { class: 'dot' }), this.#whole, this.#name), ...this.#rows.map(({ element }) => element));
  }

  update(name: string, whole = ''): void {
    const prefix = whole && `${whole} · `;
    setText(this.#whole, prefix);
    setText(this.#name, name);
    for (const row of this.#rows) row.update(prefix + name);
  }
}

const ARCS = [['attract', 'chart.wheel.attract'], ['engage', 'chart.wheel.engage']] as const;
const SEGMENTS = [['promoter', 'segment.promoter'], ['passive', 'segment.passive'], ['detractor', 'segment.detractor']] as const;

export class Levers implements Part {
  readonly element = make('div', { class: 'levers' });
  #form: Form;
  #arcs: { group: LeverGroup; name: WordKey }[];
  #segments: { group: LeverGroup; name: WordKey }[];
  #delight = make('span');
  #hint = make('p', { class: 'muted' });

  constructor(form: Form) {
    this.#form = form;
    const groups = (all: readonly (readonly [keyof typeof SHOWN_FIELDS, WordKey])[]) =>
      all.map(([hue, name]) => ({ group: new LeverGroup(form, hue, SHOWN_FIELDS[hue]), name }));
    this.#arcs = groups(ARCS);
    this.#segments = groups(SEGMENTS);
    this.element.append(
      make('div', { class: 'arcs' }, ...this.#arcs.map(({ group }) => group.element)),
      make('div', { class: 'delight', 'data-turns': 'delight' },
        make('h3', {}, make('span', { class: 'dot' }), this.#delight), this.#hint),
      make('div', { class: 'arcs' }, ...this.#segments.map(({ group }) => group.element)));
  }

  update(): void {
    const { language } = this.#form.session;
    for (const { group, name } of this.#arcs) group.update(word(language, name));
    const delight = word(language, 'chart.wheel.delight');
    setText(this.#delight, delight);
    setText(this.#hint, word(language, 'ui.sharesHint'));
    for (const { group, name } of this.#segments) group.update(word(language, name), delight);
  }
}
