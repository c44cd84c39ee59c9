// Gives the HTML that embeds the scenario in another page, with a preview. Loaded when it is first opened.
import { CopyFields } from './copy_fields';
import { elementMarkup, frameAddress, frameMarkup, type Loading } from './embed_markup';
import { MESSAGE_VERSION } from '../embed/messages';
import { element, make } from '../dom/dom';
import { pageAddress } from '../face/page_address';
import { VIEWS, type ThemeChoice, type View } from '../face/query';
import type { Shared } from './share_dialog';
import { languageFor, text, type Language } from '../dom/texts';

// The height before the preview has reported its own, and the step to which that
// is rounded up, because other readers have other fonts.
const FIRST_HEIGHT = 640;
const HEIGHT_STEP = 20;

const choice = (id: string) => element<HTMLSelectElement>(`embed-${id}`);

export class EmbedDialog {
  #dialog = element<HTMLDialogElement>('embed-dialog');
  #preview = element('embed-preview');
  #markup = element<HTMLTextAreaElement>('embed-markup');
  #frame: HTMLIFrameElement | undefined;
  #height = FIRST_HEIGHT;
  #now: () => Shared;
  #shared: Shared | undefined;
  #fields: CopyFields;

  constructor(shared: () => Shared) {
    this.#now = shared;
    this.#fields = new CopyFields(this.#dialog, element('embed-status'), () => shared().language);
    for (const id of ['kind', 'view', 'lang', 'theme', 'loading']) choice(id).addEventListener('change', () => this.#update());
    this.#dialog.addEventListener('close', () => {
      this.#preview.replaceChildren();
      this.#frame = undefined;
    });
    addEventListener('message', ({ source, data }) => {
      if (!this.#frame || source !== this.#frame.contentWindow || data?.sextant !== MESSAGE_VERSION || data.type !== 'height') return;
      this.#height = Math.ceil(Number(data.height) / HEIGHT_STEP) * HEIGHT_STEP;
      this.#frame.style.height = `${this.#height}px`;
      this.#write();
    });
  }

  open(): void {
    // Pressed twice while the script was loading.
    if (this.#dialog.open) return;
    this.#shared = this.#now();
    const { language, view, theme } = this.#shared;
    choice('view').replaceChildren(...VIEWS.map((view) => new Option(text(language, `embed.view.${view}`), view)));
    choice('view').value = view;
    choice('lang').value = language;
    choice('theme').value = theme;
    this.#fields.reset();
    this.#dialog.showModal();
    this.#update();
  }

  get #chosen(): Shared {
    return {
      ...this.#shared!,
      view: choice('view').value as View,
      language: languageFor(choice('lang').value) as Language,
      theme: choice('theme').value as ThemeChoice,
    };
  }

  #update(): void {
    choice('loading').disabled = choice('kind').value === 'frame';
    this.#height = FIRST_HEIGHT;
    this.#frame = make('iframe', { src: frameAddress(this.#chosen), title: text(this.#shared!.language, 'embed.preview') });
    this.#preview.replaceChildren(this.#frame);
    this.#write();
  }

  #write(): void {
    const chosen = this.#chosen;
    this.#markup.value = choice('kind').value === 'frame'
      ? frameMarkup(chosen, this.#height)
      : elementMarkup(chosen, choice('loading').value as Loading);
    element('embed-help').textContent = text(this.#shared!.language, 'embed.length', {
      count: String(pageAddress(chosen.link).length),
      total: String(this.#markup.value.length),
    });
  }
}
