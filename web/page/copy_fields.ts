// Texts to copy: a field with a button next to it, and a message that says whether
// copying worked.
import { text, type Language } from '../dom/texts';

export class CopyFields {
  #status: HTMLElement;
  #language: () => Language;

  /** `root` holds the elements of class "copy": field, button. */
  constructor(root: HTMLElement, status: HTMLElement, language: () => Language) {
    this.#status = status;
    this.#language = language;
    for (const button of root.querySelectorAll<HTMLButtonElement>('.copy button')) {
      const field = button.previousElementSibling as HTMLInputElement | HTMLTextAreaElement;
      field.addEventListener('focus', () => field.select());
      button.addEventListener('click', () => void this.#copy(field));
    }
  }

  reset(): void {
    this.#status.textContent = '';
  }

  async #copy(field: HTMLInputElement | HTMLTextAreaElement): Promise<void> {
    let copied = true;
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select();
      copied = document.execCommand('copy'); // for iframes without clipboard permission
    }
    this.#status.textContent = text(this.#language(), copied ? 'share.copied' : 'share.notCopied');
  }
}
