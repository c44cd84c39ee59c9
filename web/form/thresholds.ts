// The thresholds of the quadrants: the averages, or the reader's own targets.
import { make, setText } from '../dom/dom';
import { text } from '../dom/texts';
import type { Form, Part } from './form';
import { NumberRow } from './number_row';
import { word } from './words';

const MODES = [[false, 'ui.thresholdsAverage'], [true, 'ui.thresholdsTarget']] as const;

export class Thresholds implements Part {
  readonly element: HTMLFieldSetElement;
  #form: Form;
  #legend = make('legend');
  #choices;
  #targets: NumberRow[];

  constructor(form: Form) {
    this.#form = form;
    this.#choices = MODES.map(([own, key]) => {
      const input = make('input', { type: 'radio', name: `${form.prefix}thresholds` });
      const label = make('span');
      input.addEventListener('change', () => form.act((session) => session.setOwnThresholds(own)));
      return { own, key, input, label };
    });
    this.#targets = ['thresholds.cpc', 'thresholds.cpa'].map((field) => new NumberRow(form, { field }));
    this.element = make('fieldset', { class: 'thresholds' }, this.#legend,
      make('div', { class: 'segments' }, ...this.#choices.map(({ input, label }) => make('label', {}, input, label))),
      ...this.#targets.map(({ element }) => element));
  }

  update(): void {
    const { language, shownFirst: { ownThresholds } } = this.#form.session;
    setText(this.#legend, text(language, 'form.thresholds'));
    for (const { own, key, input, label } of this.#choices) {
      setText(label, word(language, key));
      if (input.checked !== (own === ownThresholds)) input.checked = own === ownThresholds;
    }
    for (const row of this.#targets) {
      row.element.hidden = !ownThresholds;
      row.update();
    }
  }
}
