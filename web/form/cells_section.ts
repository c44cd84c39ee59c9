// The traffic matrix: a group per medium, and a button that adds one.
import { make, setAttribute, setChildren, setText } from '../dom/dom';
import type { Form } from './form';
import { MediumGroup } from './medium_group';
import { word } from './words';

export class CellsSection {
  readonly element: HTMLElement;
  #form: Form;
  #heading = make('h2');
  #media = make('div', { class: 'media' });
  #add = make('button', { type: 'button' });
  /** Where there is one cell at a time. */
  #choice = make('select');
  #label = make('label', { class: 'unseen' });
  #single = false;
  #groups = new Map<string, MediumGroup>();
  #fields: readonly string[] | undefined;
  #chosen = 'social.paid';

  constructor(form: Form) {
    this.#form = form;
    for (const type of ['focusin', 'pointerover']) this.#media.addEventListener(type, ({ target }) => this.#choose(target as Element));
    this.#add.addEventListener('click', () => form.act((session) => session.addMedium()));
    this.element = make('section', { class: 'cells', 'data-part': 'cells' }, this.#heading, this.#label, this.#choice, this.#media, this.#add);
    this.#choice.id = this.#label.htmlFor = `${form.prefix}cell`;
    this.#choice.addEventListener('change', () => {
      this.#chosen = this.#choice.value;
      form.redraw();
    });
  }

  update(): void {
    const { language, shown: { media, cells, canAddMedium } } = this.#form.session;
    setText(this.#heading, word(language, 'ui.trafficMatrix'));
    const groups = media.map(({ id }) => this.#group(id));
    for (const id of this.#groups.keys()) if (!media.some((medium) => medium.id === id)) this.#groups.delete(id);
    setChildren(this.#media, groups.map(({ element }) => element));
    groups.forEach((group, position) => group.update(position));
    if (!cells.some(({ id }) => id === this.#chosen)) this.#chosen = cells[0].id;
    for (const group of groups) group.showOnly(this.#single ? this.#chosen : undefined);
    this.#choice.hidden = this.#label.hidden = !this.#single;
    if (this.#single) {
      setText(this.#label, word(language, 'ui.trafficMatrix'));
      const present = [...this.#choice.options];
      setChildren(this.#choice, cells.map(({ id, name }) => {
        const option = present.find(({ value }) => value === id) ?? new Option('', id);
        setText(option, name);
        return option;
      }));
      this.#choice.value = this.#chosen;
    }
    // Not disabled, because it may have the focus after the last medium was added.
    setText(this.#add, word(language, canAddMedium ? 'ui.addMedium' : 'ui.mediaFull'));
    setAttribute(this.#add, 'aria-disabled', canAddMedium ? undefined : 'true');
  }

  /** Why the cell is where it is that was pointed at or had the focus last. */
  get point(): string {
    const { cells } = this.#form.session.shown;
    const { sentence, advice } = cells.find(({ id }) => id === this.#chosen) ?? cells[0];
    return `${sentence} ${advice}`;
  }

  /** Shows only these fields of each cell, or of one cell at a time; without an argument, everything. */
  setFields(fields: readonly string[] | undefined, single = false): void {
    this.#fields = fields;
    this.#single = single;
    this.element.classList.toggle('reduced', !!fields);
    this.#add.hidden = !!fields;
    for (const group of this.#groups.values()) group.setFields(fields);
  }

  #choose(target: Element): void {
    const cell = target.closest<HTMLElement>('[data-cell]')?.dataset.cell;
    if (!cell || cell === this.#chosen) return;
    this.#chosen = cell;
    this.#form.redraw();
  }

  #group(id: string): MediumGroup {
    let group = this.#groups.get(id);
    if (!group) {
      group = new MediumGroup(this.#form, id, (position) => this.#remove(position));
      group.setFields(this.#fields);
      this.#groups.set(id, group);
    }
    return group;
  }

  #remove(position: number): void {
    this.#form.act((session) => session.removeMedium(position));
    // The button is gone, so the focus moves to what replaces it.
    const { media } = this.#form.session.shown;
    this.#group(media[Math.min(position, media.length - 1)].id).focus();
  }
}
