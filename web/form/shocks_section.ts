// Shocks: their outcome, and a button that applies each of them.
import { setAttribute, setChildren, setText } from '../dom/dom';
import { make } from '../dom/make';
import type { Shock, ShockOutcome, ShockPreset } from '../engine/index.mjs';
import { text } from '../dom/texts';
import type { Form, Part } from './form';
import { mediumName, word } from './words';

/** The shock whose medium the reader chooses. */
const OUTAGE = 'outage';

class ShockItem {
  readonly element: HTMLElement;
  #form: Form;
  #title = make('h3');
  #description = make('p', { class: 'muted' });
  #medium: HTMLSelectElement | undefined;
  #mediumLabel: HTMLLabelElement | undefined;
  #outcome: HTMLOutputElement;
  #apply = make('button', { type: 'button' });
  #shocks: Shock[] = [];

  constructor(form: Form, id: string, chosen: () => void) {
    this.#form = form;
    const path = `${form.prefix}shock/${id}`;
    this.#title.id = path;
    this.#outcome = make('output', { 'aria-labelledby': path, 'aria-live': 'off' });
    const about = make('div', { class: 'about' }, this.#title, this.#description);
    if (id === OUTAGE) {
      this.#medium = make('select', { id: `${path}/medium` });
      this.#mediumLabel = make('label', { for: this.#medium.id, class: 'unseen' });
      this.#medium.addEventListener('change', chosen);
      about.append(this.#mediumLabel, this.#medium);
    }
    this.#apply.addEventListener('click', () => {
      if (this.#apply.getAttribute('aria-disabled') !== 'true') form.act((session) => session.applyShocks(this.#shocks));
    });
    this.element = make('li', {}, about, this.#outcome, this.#apply);
  }

  update({ title, description, shocks }: ShockPreset): void {
    const { session } = this.#form;
    const { language } = session;
    setText(this.#title, title);
    setText(this.#description, description);
    this.#updateMedia();
    this.#shocks = this.#medium ? [{ ...shocks[0], target: this.#medium.value }] : shocks;
    const outcome = session.shock(this.#shocks);
    setText(this.#outcome, outcome ? this.#sentence(outcome) : word(language, 'ui.shockNotApplicable'));
    setText(this.#apply, word(language, 'ui.shockApply'));
    setAttribute(this.#apply, 'aria-label', word(language, 'ui.shockApplyTo', { shock: title }));
    setAttribute(this.#apply, 'aria-disabled', outcome ? undefined : 'true');
  }

  #updateMedia(): void {
    if (!this.#medium || !this.#mediumLabel) return;
    const { language, scenario } = this.#form.session;
    setText(this.#mediumLabel, text(language, 'form.outageMedium'));
    const present = [...this.#medium.options];
    setChildren(this.#medium, scenario.media.map(({ id }, position) => {
      const option = present.find(({ value }) => value === id) ?? new Option('', id);
      setText(option, mediumName(language, scenario, position));
      return option;
    }));
  }

  #sentence({ before, after, revenueAtRisk }: ShockOutcome): string {
    const { session } = this.#form;
    const change = (from: number, to: number) => from === to ? '±0%'
      : session.format(from === 0 ? null : (to - from) / Math.abs(from), 'signedShare');
    return word(session.language, 'ui.shockOutcome', {
      atRisk: session.format(revenueAtRisk, 'money'),
      revenueChange: change(before.total.revenue, after.total.revenue),
      profit: session.format(after.total.profit, 'money'),
      profitChange: change(before.total.profit, after.total.profit),
    });
  }
}

export class ShocksSection implements Part {
  readonly element: HTMLElement;
  #form: Form;
  #heading = make('h2');
  #items: Map<string, ShockItem>;

  constructor(form: Form) {
    this.#form = form;
    const presets = form.session.shockPresets();
    this.#items = new Map(presets.map(({ id }) => [id, new ShockItem(form, id, () => this.update())]));
    this.element = make('section', { class: 'shocks card', 'data-part': 'shocks' }, this.#heading,
      make('ul', {}, ...[...this.#items.values()].map(({ element }) => element)));
  }

  update(): void {
    const { session } = this.#form;
    setText(this.#heading, word(session.language, 'ui.shockTitle'));
    for (const preset of session.shockPresets()) this.#items.get(preset.id)?.update(preset);
  }
}
