// Shocks: their outcome, and a switch that applies each of them.
import { make, setAttribute, setChildren, setText } from '../dom/dom';
import { text } from '../dom/texts';
import type { Form, Part } from './form';
import type { ShownShock } from './shown';
import { word } from './words';

/** The choice of the medium that a shock of one medium is aimed at. */
class MediumChoice {
  readonly elements: readonly Element[];
  readonly select: HTMLSelectElement;
  #label: HTMLLabelElement;

  constructor(id: string) {
    this.select = make('select', { id });
    this.#label = make('label', { for: id, class: 'unseen' });
    this.elements = [this.#label, this.select];
  }

  update({ session: { language, shown: { media } } }: Form): void {
    setText(this.#label, text(language, 'form.outageMedium'));
    const present = [...this.select.options];
    setChildren(this.select, media.map(({ id, name }) => {
      const option = present.find(({ value }) => value === id) ?? new Option('', id);
      setText(option, name);
      return option;
    }));
  }
}

class ShockItem {
  readonly element: HTMLElement;
  #title = make('h3');
  #description = make('p', { class: 'muted' });
  #outcome: HTMLOutputElement;
  #switch = make('button', { type: 'button', role: 'switch', class: 'switch' });

  constructor(form: Form, { id, ofOneMedium }: ShownShock, medium: MediumChoice, pressed: () => void) {
    const path = `${form.prefix}shock/${id}`;
    this.#title.id = path;
    this.#outcome = make('output', { 'aria-labelledby': path, 'aria-live': 'off' });
    this.#switch.setAttribute('aria-labelledby', path);
    this.#switch.addEventListener('click', () => {
      if (this.#switch.getAttribute('aria-disabled') !== 'true') pressed();
    });
    this.element = make('li', {},
      make('div', { class: 'about' }, this.#title, this.#description, ...ofOneMedium ? medium.elements : []), this.#outcome, this.#switch);
  }

  update({ title, description, outcome, on, applicable }: ShownShock): void {
    setText(this.#title, title);
    setText(this.#description, description);
    setText(this.#outcome, outcome);
    setAttribute(this.#switch, 'aria-checked', String(on));
    setAttribute(this.#switch, 'aria-disabled', applicable ? undefined : 'true');
  }
}

export class ShocksSection implements Part {
  readonly element: HTMLElement;
  #form: Form;
  #heading = make('h2');
  #medium: MediumChoice;
  #items: ShockItem[];

  constructor(form: Form) {
    this.#form = form;
    this.#medium = new MediumChoice(`${form.prefix}shock/medium`);
    this.#medium.select.addEventListener('change', () => this.update());
    this.#items = form.session.shocks(0).map((shock) => new ShockItem(form, shock, this.#medium, () =>
      form.act((session) => session.switchShock(shock.id, this.#medium.select.selectedIndex))));
    this.element = make('section', { class: 'shocks card', 'data-part': 'shocks' }, this.#heading,
      make('ul', {}, ...this.#items.map(({ element }) => element)));
  }

  update(): void {
    const { session } = this.#form;
    setText(this.#heading, word(session.language, 'ui.shockTitle'));
    this.#medium.update(this.#form);
    session.shocks(this.#medium.select.selectedIndex).forEach((shock, at) => this.#items[at].update(shock));
  }
}
