// One medium: its editable name and its two cells.
import { make, setAttribute, setText } from '../dom/dom';
import { isComposing } from '../dom/input_method';
import { CellCard } from './cell_card';
import type { Form } from './form';
import { icon } from './icon';
import { word } from './words';

const KINDS = ['organic', 'paid'];
// More than a label may have, so that a longer one is refused instead of cut off.
const MAXIMUM_TYPED = '80';

export class MediumGroup {
  readonly element: HTMLElement;
  readonly id: string;
  #form: Form;
  #position = 0;
  #present = '';
  #name = make('span');
  #heading = make('h3', { tabindex: '-1' }, make('span', { class: 'dot' }), this.#name);
  #rename = make('button', { type: 'button', class: 'quiet' }, icon('pencil'));
  #remove = make('button', { type: 'button', class: 'quiet remove' }, icon('cross'));
  #input: HTMLInputElement;
  #error: HTMLElement;
  #cards: CellCard[];

  constructor(form: Form, id: string, removed: (position: number) => void) {
    this.#form = form;
    this.id = id;
    const path = `${form.prefix}${id}/label`;
    this.#input = make('input', { type: 'text', id: path, enterkeyhint: 'done', autocomplete: 'off', maxlength: MAXIMUM_TYPED });
    this.#error = make('p', { class: 'error', id: `${path}-error`, role: 'alert' });
    this.#input.hidden = true;
    this.#cards = KINDS.map((kind) => new CellCard(form, `${id}.${kind}`));
    this.element = make('div', { class: 'medium' },
      make('div', { class: 'medium-head' }, this.#heading, this.#input, this.#rename, this.#remove, this.#error),
      ...this.#cards.map(({ element }) => element));
    this.#remove.addEventListener('click', () => removed(this.#position));
    this.#listenToLabel();
  }

  update(position: number): void {
    const { language, shown: { media, cells } } = this.#form.session;
    const { name, hue } = media[position];
    this.#remove.hidden = media.length === 1;
    this.#cards.forEach((card, at) => card.update(name, cells[position * KINDS.length + at]));
    // Making the names of the buttons takes longer than the cards when these have not changed.
    const present = [language, position, name, hue].join('\n');
    if (present === this.#present) return;
    this.#present = present;
    this.#position = position;
    this.element.dataset.hue = String(hue);
    setText(this.#name, name);
    for (const [button, key] of [[this.#rename, 'ui.rename'], [this.#remove, 'ui.remove']] as const) {
      const label = word(language, key, { name });
      setAttribute(button, 'aria-label', label);
      setAttribute(button, 'title', label);
    }
    setAttribute(this.#input, 'aria-label', word(language, 'ui.rename', { name }));
  }

  /** Shows only these fields; without an argument, all. */
  setFields(fields: readonly string[] | undefined): void {
    for (const card of this.#cards) card.setFields(fields);
  }

  /** Of its cells, only this one; without an argument, all. */
  showOnly(cell: string | undefined): void {
    for (const { element } of this.#cards) element.hidden = !!cell && element.dataset.cell !== cell;
    this.element.hidden = !!cell && this.#cards.every(({ element }) => element.hidden);
  }

  focus(): void {
    this.#heading.focus({ preventScroll: true });
  }

  #listenToLabel(): void {
    const input = this.#input;
    this.#rename.addEventListener('click', () => {
      this.#show(true);
      input.value = this.#name.textContent ?? '';
      input.focus();
      input.select();
    });
    input.addEventListener('input', () => this.#showError(''));
    // Not when the window itself loses the focus: the reader may return.
    input.addEventListener('blur', () => {
      if (document.hasFocus() && !input.hidden) this.#commit();
    });
    input.addEventListener('keydown', (event) => {
      if (isComposing(event)) return;
      if (event.key === 'Enter') {
        if (this.#commit()) this.#rename.focus({ preventScroll: true });
      } else if (event.key === 'Escape') {
        this.#show(false);
        this.#rename.focus({ preventScroll: true });
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  #commit(): boolean {
    const text = this.#input.value;
    const refusal = text === this.#name.textContent ? ''
      : this.#form.act((session) => session.setMediumLabel(this.#position, text));
    if (refusal) this.#showError(refusal);
    else this.#show(false);
    return !refusal;
  }

  /** `typing`: shows the input instead of the name. */
  #show(typing: boolean): void {
    this.#showError('');
    this.#input.hidden = !typing;
    this.#heading.hidden = this.#rename.hidden = typing;
  }

  #showError(sentence: string): void {
    setText(this.#error, sentence);
    setAttribute(this.#input, 'aria-invalid', sentence ? 'true' : undefined);
    setAttribute(this.#input, 'aria-describedby', sentence ? this.#error.id : undefined);
  }
}
