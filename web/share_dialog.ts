// Hands out the scenario: as a link, and as a piece of HTML for a page.
import { element } from './elements';
import { withParameter, type Query } from './query';
import { text, type Language } from './texts';

/** What is shared, asked for whenever the dialog opens. */
export interface Shared {
  link: string;
  title: string;
  language: Language;
  view: Query['view'];
  theme: Query['theme'];
  /** Of the whole page in CSS pixels. */
  height: number;
}

// A frame as high as the page is now, but rounded: other readers have other fonts.
const HEIGHT_STEP = 20;

function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

function pageAddress(): string {
  return location.origin + location.pathname;
}

export function frameMarkup(shared: Shared): string {
  let search = withParameter('', 'lang', shared.language);
  if (shared.view !== 'all') search = withParameter(search, 'view', shared.view);
  if (shared.theme !== 'auto') search = withParameter(search, 'theme', shared.theme);
  const title = shared.title
    ? text(shared.language, 'share.frameTitle', { title: shared.title })
    : text(shared.language, 'share.untitled');
  const height = Math.ceil(shared.height / HEIGHT_STEP) * HEIGHT_STEP;
  return `<iframe src="${escapeAttribute(`${pageAddress()}${search}#${shared.link}`)}" title="${escapeAttribute(title)}" ` +
    `width="100%" height="${height}" loading="lazy" frameborder="0"></iframe>`;
}

export class ShareDialog {
  #dialog = element<HTMLDialogElement>('share-dialog');
  #link = element<HTMLInputElement>('share-link');
  #embed = element<HTMLTextAreaElement>('share-embed');
  #status = element('share-status');
  #shared: () => Shared;
  #language: Language = 'en';

  constructor(shared: () => Shared) {
    this.#shared = shared;
    element('share').addEventListener('click', () => this.#open());
    for (const button of this.#dialog.querySelectorAll<HTMLButtonElement>('.copy button')) {
      const field = button.previousElementSibling as HTMLInputElement | HTMLTextAreaElement;
      field.addEventListener('focus', () => field.select());
      button.addEventListener('click', () => void this.#copy(field));
    }
    const send = element<HTMLButtonElement>('share-send');
    send.hidden = !navigator.share;
    send.addEventListener('click', () => {
      // Refused when the reader thinks better of it.
      navigator.share({ title: document.title, url: this.#link.value }).catch(() => undefined);
    });
  }

  #open(): void {
    const shared = this.#shared();
    this.#language = shared.language;
    this.#link.value = `${pageAddress()}${location.search}#${shared.link}`;
    this.#embed.value = frameMarkup(shared);
    this.#status.textContent = '';
    element('share-length').textContent = text(shared.language, 'share.length', { count: String(this.#link.value.length) });
    this.#dialog.showModal();
  }

  async #copy(field: HTMLInputElement | HTMLTextAreaElement): Promise<void> {
    let copied = true;
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select();
      copied = document.execCommand('copy'); // in frames without permission
    }
    this.#status.textContent = text(this.#language, copied ? 'share.copied' : 'share.notCopied');
  }
}
