// Typing happens in a real <input> exactly over the field, with the native caret,
// input method, paste and on-screen keyboard.
import type { App, EditRequest } from './app_module';
import { isComposing } from '../dom/input_method';
import { isBlock } from '../face/paste';
import { showAnswer } from '../face/typed_answer';

export interface EditorHandler {
  /** The application's state may have changed. */
  acted(): void;
  /** Typing is over: returns the keyboard focus to the field, or goes on to another one. */
  returnFocus(opensNext?: 'field' | 'cell'): void;
}

export class Editor {
  readonly element = document.createElement('div');
  #app: App;
  #handler: EditorHandler;
  #input = document.createElement('input');
  #error = document.createElement('p');
  #request: EditRequest | undefined;
  #requestText = '';
  /** What may have been meant, while that is the question. */
  #meant = '';
  #open: AbortController | undefined;

  constructor(app: App, prefix: string, handler: EditorHandler) {
    this.#app = app;
    this.#handler = handler;
    this.element.className = 'editor';
    this.element.hidden = true;
    this.#error.id = `${prefix}editor-error`;
    this.#error.setAttribute('role', 'alert');
    this.element.append(this.#input, this.#error);
    this.#input.autocomplete = 'off';
    this.#input.enterKeyHint = 'done';
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('input', () => this.#showError(''));
    this.#input.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text') ?? '';
      if (!this.#request?.id.includes('/') || this.#request.mode !== 'decimal' || !isBlock(text)) return;
      event.preventDefault();
      const refusal = this.#app.pasteBlock(text);
      if (refusal) {
        this.#showError(refusal);
        void this.#preview(text).catch(() => undefined); // the sentence says the first reason
        return;
      }
      this.#close();
      this.#handler.acted();
      this.#handler.returnFocus();
    });
    this.#input.addEventListener('blur', ({ relatedTarget }) => {
      // Not when the window itself loses the focus: the reader may return. Nor on the way to the button of a question.
      if (this.#request && document.hasFocus() && !this.element.contains(relatedTarget as Node | null)) this.#commit();
    });
  }

  /** Opens, moves or closes the input as the application asks. */
  update(): void {
    const text = this.#app.editRequest();
    if (text === this.#requestText) return;
    this.#requestText = text;
    if (!text) {
      this.#close();
      return;
    }
    const request = JSON.parse(text) as EditRequest;
    const same = request.id === this.#request?.id;
    this.#request = request;
    const [left, top, width, height] = request.rect;
    Object.assign(this.element.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    if (same) return;
    this.#input.value = request.text;
    this.#input.inputMode = request.mode;
    this.#input.maxLength = request.maximumLength;
    this.#input.setAttribute('aria-label', request.label);
    this.#showError('');
    this.element.hidden = false;
    // A phone scrolls the field into view above its keyboard by itself.
    this.#input.focus({ preventScroll: !matchMedia('(pointer: coarse)').matches });
    this.#input.select();
    this.#open = new AbortController();
    visualViewport?.addEventListener('resize', () => this.#keepInSight(), { signal: this.#open.signal });
  }

  /** A press outside the input: confirms what was typed, or discards it if it was refused before. */
  leave(): void {
    if (!this.#request) return;
    if (this.#error.textContent) this.#cancel();
    else this.#input.blur();
  }

  destroy(): void {
    this.#open?.abort();
  }

  #key(event: KeyboardEvent): void {
    // An input method confirms its text with Enter and discards it with Escape.
    if (isComposing(event) || !this.#request) return;
    if (event.key === 'ArrowDown' && this.#meant) {
      event.preventDefault();
      this.#takeMeant();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      // On to the button of a question or a preview.
      if (event.key === 'Tab' && this.#error.querySelector('button')) return;
      if (event.key === 'Enter') event.preventDefault();
      // Tab continues from there by itself. On a phone, Enter is the key that closes the keyboard.
      if (this.#commit(!!this.#meant)) this.#handler.returnFocus(event.key === 'Tab' ? 'field' : matchMedia('(pointer: coarse)').matches ? undefined : 'cell');
      else event.preventDefault();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.#cancel();
      this.#handler.returnFocus();
    } else return;
    event.stopPropagation();
  }

  async #preview(text: string): Promise<void> {
    const request = this.#request;
    const { showPreview } = await import('../face/paste_preview');
    if (this.#request !== request || !this.#error.textContent) return;
    showPreview(this.#error, this.#app.previewPaste(text), () => {
      this.#app.pasteOthers(text);
      this.#close();
      this.#handler.acted();
      this.#handler.returnFocus();
    });
  }

  #takeMeant(): void {
    this.#input.value = this.#meant;
    if (this.#commit()) this.#handler.returnFocus();
  }

  /** `sure`: the question has been answered with what was typed. */
  #commit(sure = false): boolean {
    const answer = this.#app.commitEdit(this.#input.value, sure);
    if (answer) {
      this.#showError(answer);
      return false;
    }
    this.#close();
    this.#handler.acted();
    return true;
  }

  #cancel(): void {
    this.#app.cancelEdit();
    this.#close();
    this.#handler.acted();
  }

  // The on-screen keyboard or a rotation may have covered the field.
  #keepInSight(): void {
    const { offsetTop, height } = visualViewport!;
    const { top, bottom } = this.#input.getBoundingClientRect();
    if (top < offsetTop || bottom > offsetTop + height) this.#input.scrollIntoView({ block: 'center' });
  }

  #close(): void {
    this.#open?.abort();
    this.#request = undefined;
    this.#requestText = '';
    this.element.hidden = true;
  }

  #showError(answer: string): void {
    this.#meant = showAnswer(this.#error, answer, () => this.#takeMeant());
    this.#input.setAttribute('aria-invalid', String(!!answer));
    if (answer) this.#input.setAttribute('aria-describedby', this.#error.id);
    else this.#input.removeAttribute('aria-describedby');
  }
}
