// Gives the scenario as a link.
import { make } from '../dom/dom';
import { pageAddress } from '../face/page_address';
import { parametersIn, withParameter, type Query } from '../face/query';
import type { Session } from '../face/session';
import { Dialog } from './dialog';
import { word } from './dialog_texts';
import { openEmbedDialog } from './embed_dialog';

// Not what others have added to the address to follow its readers.
const OWN = ['view', 'a', 'story', 'lang', 'theme', 'mode', 'currency'];

function ownParameters(search: string): string {
  const given = parametersIn(search);
  return OWN.reduce((sum, name) => withParameter(sum, name, given.get(name) ?? ''), '');
}

export function openShareDialog(session: Session, query: Query): void {
  const { language } = query;
  const link = session.link();
  const dialog = new Dialog('share', language, 'share.heading');
  const address = make('input', { id: 'share-link', readonly: '', 'aria-describedby': 'share-length' });
  address.value = pageAddress(link, ownParameters(location.search));
  dialog.append(
    make('label', { for: address.id }, word(language, 'share.link')),
    dialog.copyable(address),
    make('p', { id: 'share-length' }, word(language, 'share.length', { count: String(address.value.length) })));
  dialog.addButton('share-embed', 'share.embed', () => {
    dialog.element.close();
    openEmbedDialog(session, query);
  });
  if (navigator.share) {
    dialog.addButton('share-send', 'share.send', () => {
      // Rejects when the reader cancels.
      navigator.share({ title: document.title, url: address.value }).catch(() => undefined);
    });
  }
  dialog.open();
}
