// One numeric input: a label, a slider and a text field.
import { make, setAttribute, setText } from '../dom/dom';
import { isComposing } from '../dom/input_method';
import { isBlock } from '../face/paste';
import { beginsNumber, sliderMove } from '../face/slider_keys';
import { showAnswer } from '../face/typed_answer';
import type { Form, Part } from './form';
import type { Labels, ShownField } from './shown';

// The longest text that the engine reads; far more than a number needs.
const MAXIMUM_LENGTH = '64';
// How far above or below its beginning a finger drags finely, in CSS pixels, and how much of the distance then counts.
const AWAY = 48;
const FINE = 0.1;
// In milliseconds.
const LATE = 100;

/** One number of a scenario; without `cell`, one of the scenario itself. */
export interface FieldAddress {
  /** Id of a field: "costPerClick", "retention.churn". */
  field: string;
  /** "social.paid" */
  cell?: string;
}

export class NumberRow implements Part {
  readonly element: HTMLElement;
  readonly address: FieldAddress;
  #path: string;
  #form: Form;
  #label: HTMLLabelElement;
  #slider = make('input', { type: 'range', min: '0', max: '1', step: 'any' });
  #input = make('input', { type: 'text', inputmode: 'decimal', enterkeyhint: 'done', autocomplete: 'off', spellcheck: 'false', maxlength: MAXIMUM_LENGTH });
  #error: HTMLElement;
  // What the text field shows unless something is typed.
  #shownText = '';
  #shown: ShownField | undefined;
  #words: Labels[string] | undefined;
  #group = '';
  #held = false;
  /** What may have been meant, while that is the question. */
  #meant = '';

  /** `prefix`: of its id, where the same field has another row. */
  constructor(form: Form, address: FieldAddress, prefix = form.prefix) {
    this.#form = form;
    this.address = address;
    this.#path = address.cell === undefined ? address.field : `${address.cell}/${address.field}`;
    const id = prefix + this.#path;
    this.#input.id = id;
    this.#label = make('label', { for: id });
    this.#error = make('p', { class: 'error', id: `${id}-error`, role: 'alert' });
    this.element = make('div', { class: 'number', 'data-field': address.field }, this.#label, this.#slider, this.#input, this.#error);
    this.#listenToSlider();
    this.#listenToInput();
  }

  /** `group` is the context for screen readers: "Social · Paid". */
  update(group = ''): void {
    const { session } = this.#form;
    const label = session.labels[this.address.field];
    if (label !== this.#words || group !== this.#group) {
      this.#words = label;
      this.#group = group;
      const name = group ? `${group} · ${label.name}` : label.name;
      setText(this.#label, label.visible);
      setAttribute(this.#slider, 'aria-label', name);
      setAttribute(this.#input, 'aria-label', name);
    }

    const shown = session.shown.fields[this.#path];
    const [text, position] = shown;
    const changed = text !== this.#shown?.[0] || position !== this.#shown[1];
    this.#shown = shown;
    if (!changed && this.#input.value === text) return;
    setAttribute(this.#slider, 'aria-valuetext', text);
    if (changed && !this.#held) this.#placeSlider();
    // Keep text that is being typed or was refused.
    const typed = this.#input.value !== this.#shownText;
    if (!typed || !(this.#isFocused() || (this.#error.textContent && !changed))) this.#showText(text);
  }

  #placeSlider(): void {
    const position = String(this.#shown?.[1]);
    if (this.#slider.value !== position) this.#slider.value = position;
    this.#fill();
  }

  #fill(): void {
    const { style, valueAsNumber } = this.#slider;
    const from = this.#shown?.[2] ?? 0;
    style.setProperty('--from', `${Math.min(from, valueAsNumber) * 100}%`);
    style.setProperty('--to', `${Math.max(from, valueAsNumber) * 100}%`);
  }

  #showText(text: string): void {
    this.#shownText = text;
    if (this.#input.value !== text) this.#input.value = text;
    this.#showError('');
  }

  #showError(answer: string): void {
    this.#meant = showAnswer(this.#error, answer, () => this.#takeMeant());
    setAttribute(this.#input, 'aria-invalid', answer ? 'true' : undefined);
    setAttribute(this.#input, 'aria-describedby', answer ? this.#error.id : undefined);
  }

  #isFocused(): boolean {
    return (this.#input.getRootNode() as Document | ShadowRoot).activeElement === this.#input;
  }

  #listenToSlider(): void {
    const slider = this.#slider;
    // The browser moves the thumb to the pointer; while it is fine, a tenth of the way counts.
    let down = 0;
    let fine = false;
    let pressed = false;
    let released = -Infinity;
    let at: { browser: number; slider: number } | undefined;
    slider.addEventListener('pointermove', ({ shiftKey, pointerType, clientY }) => {
      fine = shiftKey || (pointerType !== 'mouse' && Math.abs(clientY - down) > AWAY);
    });
    slider.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      down = event.clientY;
      pressed = true;
      fine = false;
      at = undefined;
      this.#held ||= this.#form.hold(event.pointerId, () => {
        this.#held = false;
        released = performance.now();
        this.#placeSlider();
      });
    });
    for (const type of ['pointerup', 'pointercancel'] as const) {
      slider.addEventListener(type, () => {
        pressed = false;
        released = performance.now();
      });
    }
    slider.addEventListener('input', () => {
      const browser = slider.valueAsNumber;
      const holds = this.#held && this.#form.session.inGesture;
      // Without the gesture the slider is around another number: Firefox's last event of a finger's drag comes after its
      // end, another finger may hold another slider, and a script may load a scenario meanwhile.
      if (!holds && (pressed || performance.now() - released < LATE)) {
        this.#placeSlider();
        return;
      }
      if (holds) {
        if (at) slider.value = String(at.slider + (browser - at.browser) * (fine ? FINE : 1));
        at = { browser, slider: slider.valueAsNumber };
      }
      this.#fill();
      this.#form.slide((session) => session.slideField(this.#path, slider.valueAsNumber));
    });
    // A run of keys is one step of the history.
    slider.addEventListener('blur', () => this.#form.session.endRun());
    slider.addEventListener('keydown', (event) => {
      // The browser types it into what has the focus after this.
      if (beginsNumber(event)) this.#open(this.#input);
      const move = sliderMove(event);
      if (!move) return;
      this.#form.act((session) => {
        if ('steps' in move) session.stepField(this.#path, move.steps);
        else session.setFieldToEnd(this.#path, move.position);
      });
      event.preventDefault();
    });
  }

  #listenToInput(): void {
    const input = this.#input;
    input.addEventListener('focus', () => input.select());
    // The first press selects the text; only a second one may place the caret.
    let entered = false;
    input.addEventListener('pointerdown', () => {
      entered = !this.#isFocused();
      input.dataset.opened = '';
    });
    // WebKit places the caret last, when the button is released.
    input.addEventListener('mouseup', (event) => {
      if (entered) event.preventDefault();
    });
    input.addEventListener('click', () => {
      if (entered && input.selectionStart === input.selectionEnd) input.select();
    });
    input.addEventListener('input', () => this.#showError(''));
    input.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text') ?? '';
      if (!this.address.cell || !isBlock(text)) return;
      event.preventDefault();
      const refusal = this.#form.act((session) => session.pasteBlock(this.#path, text));
      if (refusal) {
        this.#showError(refusal);
        void this.#preview(text).catch(() => undefined); // the sentence says the first reason
      } else {
        this.#restore();
        input.select();
      }
    });
    // Not when the window itself loses the focus: the reader may return.
    input.addEventListener('blur', ({ relatedTarget }) => {
      if (document.hasFocus() && !this.#error.contains(relatedTarget as Node | null)) this.#commit();
      delete input.dataset.opened;
    });
    input.addEventListener('keydown', (event) => {
      // An input method confirms its text with Enter and discards it with Escape.
      if (isComposing(event)) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        if (this.#commit(!!this.#meant)) this.#nextCell();
      } else if (event.key === 'ArrowDown' && this.#meant) {
        event.preventDefault();
        this.#takeMeant();
      } else if (event.key === 'Escape') {
        this.#restore();
        input.select();
      } else return;
      event.stopPropagation();
    });
  }

  #open(input: HTMLInputElement): void {
    input.dataset.opened = '';
    input.focus();
  }

  /**
   * On to the same field of the next cell; not for who came with Tab, and on a phone, Enter is the key that closes the
   * keyboard.
   */
  #nextCell(): void {
    const same = [...this.element.closest('.form-view')!.querySelectorAll<HTMLInputElement>(`.cell [data-field="${this.address.field}"] [type=text]`)];
    const goesOn = this.address.cell && this.#input.dataset.opened !== undefined && !matchMedia('(pointer: coarse)').matches;
    const next = goesOn ? same[same.indexOf(this.#input) + 1] : undefined;
    if (next) this.#open(next);
    else this.#input.select();
  }

  #restore(): void {
    this.#showText(this.#form.session.shown.fields[this.#path][0]);
  }

  async #preview(text: string): Promise<void> {
    const reason = this.#error.textContent;
    const { showPreview } = await import('../face/paste_preview');
    if (this.#error.textContent !== reason) return; // the reader has gone on
    const { session } = this.#form;
    showPreview(this.#error, session.previewPaste(this.#path, text), () => {
      this.#form.act(() => session.pasteOthers(this.#path, text));
      this.#restore();
      this.#open(this.#input);
    });
  }

  #takeMeant(): void {
    this.#input.value = this.#meant;
    this.#commit();
    this.#open(this.#input);
  }

  /** `sure`: the question has been answered with what was typed. */
  #commit(sure = false): boolean {
    // Nothing was typed; the shown text may be rounded and must not be read back.
    if (this.#input.value === this.#shownText) {
      this.#showError('');
      return true;
    }
    const answer = this.#form.act((session) => session.typeField(this.#path, this.#input.value, sure));
    if (answer) this.#showError(answer);
    else this.#restore();
    return !answer;
  }
}
