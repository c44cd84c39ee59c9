// Gives the scenario as a link.
import { make } from '../dom/dom';
import { pageAddress } from '../face/page_address';
import type { Query } from '../face/query';
import type { Language } from '../dom/texts';
import { Dialog } from './dialog';
import { word } from './dialog_texts';
import { openEmbedDialog } from './embed_dialog';

/** The scenario to share or embed. */
export interface Shared {
  link: string;
  title: string;
  language: Language;
  view: Query['view'];
  theme: Query['theme'];
}

export function openShareDialog(shared: Shared): void {
  const { link, language } = shared;
  const dialog = new Dialog('share', language, 'share.heading');
  const address = make('input', { id: 'share-link', readonly: '', 'aria-describedby': 'share-length' });
  address.value = pageAddress(link, location.search);
  dialog.append(
    make('label', { for: address.id }, word(language, 'share.link')),
    dialog.copyable(address),
    make('p', { id: 'share-length' }, word(language, 'share.length', { count: String(address.value.length) })));
  dialog.addButton('share-embed', 'share.embed', () => {
    dialog.element.close();
    openEmbedDialog(shared);
  });
  if (navigator.share) {
    dialog.addButton('share-send', 'share.send', () => {
      // Rejects when the reader cancels.
      navigator.share({ title: document.title, url: address.value }).catch(() => undefined);
    });
  }
  dialog.open();
}
