// Gives the scenario as a link.
import { CopyFields } from './copy_fields';
import { element } from '../dom/dom';
import { pageAddress } from '../face/page_address';
import type { Query } from '../face/query';
import { text, type Language } from '../dom/texts';

/** The scenario to share or embed, read whenever a dialog opens. */
export interface Shared {
  link: string;
  title: string;
  language: Language;
  view: Query['view'];
  theme: Query['theme'];
}

export class ShareDialog {
  #dialog = element<HTMLDialogElement>('share-dialog');
  #link = element<HTMLInputElement>('share-link');
  #fields: CopyFields;

  constructor(shared: () => Shared) {
    this.#fields = new CopyFields(this.#dialog, element('share-status'), () => shared().language);
    element('share').addEventListener('click', () => this.#open(shared()));
    const send = element<HTMLButtonElement>('share-send');
    send.hidden = !navigator.share;
    send.addEventListener('click', () => {
      // Rejects when the reader cancels.
      navigator.share({ title: document.title, url: this.#link.value }).catch(() => undefined);
    });
  }

  #open({ link, language }: Shared): void {
    this.#link.value = pageAddress(link, location.search);
    element('share-length').textContent = text(language, 'share.length', { count: String(this.#link.value.length) });
    this.#fields.reset();
    this.#dialog.showModal();
  }
}
