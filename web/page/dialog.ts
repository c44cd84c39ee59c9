// A dialog that is made when it is opened, and gone when it is closed.
import { adoptStyle } from '../dom/adopt_style';
import { make } from '../dom/dom';
import type { Language } from '../dom/language';
import { word, type WordKey } from './dialog_texts';
import css from './dialogs.css?text';

export class Dialog {
  readonly element: HTMLDialogElement;
  #language: Language;
  #status: HTMLElement;
  #content = make('div', { class: 'content' });
  #buttons: HTMLElement;

  constructor(id: string, language: Language, heading: WordKey) {
    this.#language = language;
    this.#status = make('p', { id: `${id}-status`, role: 'status' });
    this.#buttons = make('div', { class: 'row' }, this.#status);
    this.element = make('dialog', { id: `${id}-dialog`, 'aria-labelledby': `${id}-heading` },
      make('form', { method: 'dialog' }, make('h2', { id: `${id}-heading` }, word(language, heading)), this.#content, this.#buttons));
    this.element.addEventListener('close', () => this.element.remove());
  }

  append(...content: readonly HTMLElement[]): void {
    this.#content.append(...content);
  }

  /** A button at the end of the dialog, before the one that closes it. `isMain`: what the dialog is for. */
  addButton(id: string, key: WordKey, press: () => void, isMain = false): void {
    const button = make('button', { id, type: 'button', class: isMain ? 'primary' : '' }, word(this.#language, key));
    button.addEventListener('click', press);
    this.#buttons.append(button);
  }

  /** The field with a button that copies its text. */
  copyable(field: HTMLInputElement | HTMLTextAreaElement): HTMLElement {
    const button = make('button', { type: 'button' }, word(this.#language, 'share.copy'));
    field.addEventListener('focus', () => field.select());
    button.addEventListener('click', () => void this.#copy(field));
    return make('div', { class: 'copy' }, field, button);
  }

  open(): void {
    adoptStyle(document, css);
    const isMain = !this.#buttons.querySelector('.primary');
    this.#buttons.append(make('button', { class: isMain ? 'primary' : '' }, word(this.#language, 'share.close')));
    document.body.append(this.element);
    this.element.showModal();
  }

  async #copy(field: HTMLInputElement | HTMLTextAreaElement): Promise<void> {
    let copied = true;
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select();
      copied = document.execCommand('copy'); // for iframes without clipboard permission
    }
    this.#status.textContent = word(this.#language, copied ? 'share.copied' : 'share.notCopied');
  }
}
