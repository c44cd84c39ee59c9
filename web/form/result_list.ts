// Results with their names, as a list of terms: "Profit: NT$519,135".
import type { NumberUnit } from '../engine/index.mjs';
import { setAttribute, setText } from '../dom/dom';
import { make } from '../dom/make';
import type { Form } from './form';
import type { Result } from './results';
import { word, type WordKey } from './words';

/** How a result differs from what it is compared with: "+12%". */
export interface Difference {
  text: string;
  verdict: 'better' | 'worse' | 'neither';
}

// Less than this is no change.
const LEAST_CHANGE = 0.0005;

export function difference(form: Form, { better, absolute }: Result, now: number | null, before: number | null | undefined): Difference | undefined {
  if (now === null || before === null || before === undefined || (before === 0 && !absolute)) return undefined;
  const change = absolute ? now - before : (now - before) / Math.abs(before);
  if (Math.abs(change) < LEAST_CHANGE) return { text: absolute ? '±0' : '±0%', verdict: 'neither' };
  const verdict = better === 0 ? 'neither' : (change > 0) === (better > 0) ? 'better' : 'worse';
  return { text: absolute ? signed(form, change, 'count') : form.session.format(change, 'signedShare'), verdict };
}

/** "+12", "−12", "±0" */
export function signed(form: Form, value: number, unit: NumberUnit): string {
  return (value < 0 ? '−' : value > 0 ? '+' : '±') + form.session.format(Math.abs(value), unit);
}

export interface Shown {
  /** The context for screen readers: "Social · Paid". */
  group?: string;
  change?: Difference;
  /** The text to show instead of the value in the result's unit. */
  text?: string;
  /** Why it is undefined, if the reason varies. */
  reason?: WordKey;
}

/** One result: a <div> for a <dl>. */
export class ResultItem<Id extends Result> {
  readonly result: Id;
  readonly element: HTMLElement;
  #form: Form;
  #name = make('dt');
  // Only the live region announces, not every number.
  #value = make('output', { 'aria-live': 'off' });
  #change = make('span', { class: 'change' });
  #reason = make('span', { class: 'unseen' });

  constructor(form: Form, result: Id) {
    this.#form = form;
    this.result = result;
    this.element = make('div', { class: 'result' }, this.#name, make('dd', {}, this.#value, this.#reason, ' ', this.#change));
  }

  show(value: number | null, { group, change, text, reason: why = this.result.reason }: Shown = {}): void {
    const { session } = this.#form;
    const { language } = session;
    const { label, short } = this.result;
    const name = word(language, label);
    setText(this.#name, word(language, short ?? label));
    setAttribute(this.#name, 'title', short && name);
    setAttribute(this.#value, 'aria-label', group ? `${group} · ${name}` : name);
    setText(this.#value, text ?? session.format(value, this.result.unit));
    const reason = value === null ? word(language, why) : '';
    setAttribute(this.#value, 'title', reason || undefined);
    setText(this.#reason, reason && word(language, 'ui.undefinedBecause', { reason }));
    setText(this.#change, change?.text ?? '');
    setAttribute(this.#change, 'data-verdict', change?.verdict);
  }
}
