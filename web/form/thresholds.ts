// The thresholds of the quadrants: the averages, break-even, or the reader's own targets.
import { make, setText } from '../dom/dom';
import { text } from '../dom/texts';
import type { Form, Part } from './form';
import { NumberRow } from './number_row';
import { word } from './words';

const MODES = ['ui.thresholdsAverage', 'ui.thresholdsBreakEven', 'ui.thresholdsTarget'] as const;
const OWN = 2;

export class Thresholds implements Part {
  readonly element: HTMLFieldSetElement;
  #form: Form;
  #legend = make('legend');
  #choices;
  #targets: NumberRow[];

  constructor(form: Form) {
    this.#form = form;
    this.#choices = MODES.map((key, mode) => {
      const input = make('input', { type: 'radio', name: `${form.prefix}thresholds` });
      const label = make('span');
      input.addEventListener('change', () => form.act((session) => session.setThresholdMode(mode)));
      return { key, input, label };
    });
    this.#targets = ['thresholds.cpc', 'thresholds.cpa'].map((field) => new NumberRow(form, { field }));
    this.element = make('fieldset', { class: 'thresholds' }, this.#legend,
      make('div', { class: 'segments' }, ...this.#choices.map(({ input, label }) => make('label', {}, input, label))),
      ...this.#targets.map(({ element }) => element));
  }

  update(): void {
    const { language, shown: { thresholdMode } } = this.#form.session;
    setText(this.#legend, text(language, 'form.thresholds'));
    for (const [mode, { key, input, label }] of this.#choices.entries()) {
      setText(label, word(language, key));
      if (input.checked !== (mode === thresholdMode)) input.checked = mode === thresholdMode;
    }
    for (const row of this.#targets) {
      row.element.hidden = thresholdMode !== OWN;
      row.update();
    }
  }
}
