// Gives the HTML that embeds the scenario in another page, with a preview.
import { elementMarkup, frameAddress, frameMarkup, type Loading } from './embed_markup';
import { MESSAGE_VERSION } from '../embed/messages';
import { make } from '../dom/dom';
import { pageAddress } from '../face/page_address';
import { VIEWS, type ThemeChoice, type View } from '../face/query';
import { Dialog } from './dialog';
import { word, type WordKey } from './dialog_texts';
import type { Shared } from './share_dialog';
import { languageFor, type Language } from '../dom/texts';

// The height before the preview has reported its own, and the step to which that
// is rounded up, because other readers have other fonts.
const FIRST_HEIGHT = 640;
const HEIGHT_STEP = 20;

const LANGUAGES: readonly [tag: Language, name: string][] = [['zh-TW', '繁體中文'], ['en', 'English']];

type Choice = 'kind' | 'view' | 'lang' | 'theme' | 'loading';

class EmbedDialog {
  #shared: Shared;
  #choices = {} as Record<Choice, HTMLSelectElement>;
  #preview = make('div', { id: 'embed-preview', role: 'region', tabindex: '0', 'aria-labelledby': 'embed-preview-heading' });
  #markup = make('textarea', { id: 'embed-markup', readonly: '', rows: '6', spellcheck: 'false', 'aria-describedby': 'embed-help' });
  #help = make('p', { id: 'embed-help' });
  #frame!: HTMLIFrameElement;
  #height = FIRST_HEIGHT;

  constructor(shared: Shared) {
    this.#shared = shared;
    const { language } = shared;
    const dialog = new Dialog('embed', language, 'embed.heading');
    dialog.append(
      this.#makeChoices(),
      make('label', { for: this.#markup.id }, word(language, 'embed.markup')),
      dialog.copyable(this.#markup),
      this.#help,
      make('h3', { id: 'embed-preview-heading' }, word(language, 'embed.preview')),
      this.#preview);
    const end = new AbortController();
    addEventListener('message', (event) => this.#hear(event), { signal: end.signal });
    dialog.element.addEventListener('close', () => end.abort());
    dialog.open();
    this.#update();
  }

  #makeChoices(): HTMLElement {
    const { language, view, theme } = this.#shared;
    const choice = (id: Choice, label: WordKey, options: readonly HTMLOptionElement[], chosen = options[0].value) => {
      const select = this.#choices[id] = make('select', { id: `embed-${id}` }, ...options);
      select.value = chosen;
      select.addEventListener('change', () => this.#update());
      return make('label', {}, make('span', {}, word(language, label)), select);
    };
    const options = <Name extends string>(names: readonly Name[], keyOf: (name: Name) => WordKey) =>
      names.map((name) => new Option(word(language, keyOf(name)), name));
    return make('div', { class: 'choices' },
      choice('kind', 'embed.kind', options(['frame', 'element'], (name) => `embed.${name}`)),
      choice('view', 'embed.view', options(VIEWS, (name) => `embed.view.${name}`), view),
      choice('lang', 'embed.language', LANGUAGES.map(([tag, name]) => make('option', { value: tag, lang: tag }, name)), language),
      choice('theme', 'embed.theme', options(['auto', 'light', 'dark'], (name) => `embed.theme.${name}`), theme),
      choice('loading', 'embed.loading', options(['lazy', 'click', 'eager'], (name) => `embed.loading.${name}`)));
  }

  get #chosen(): Shared {
    const { view, lang, theme } = this.#choices;
    return {
      ...this.#shared,
      view: view.value as View,
      language: languageFor(lang.value) as Language,
      theme: theme.value as ThemeChoice,
    };
  }

  #hear({ source, data }: MessageEvent): void {
    if (source !== this.#frame.contentWindow || data?.sextant !== MESSAGE_VERSION || data.type !== 'height') return;
    this.#height = Math.ceil(Number(data.height) / HEIGHT_STEP) * HEIGHT_STEP;
    this.#frame.style.height = `${this.#height}px`;
    this.#write();
  }

  #update(): void {
    const { kind, loading } = this.#choices;
    loading.disabled = kind.value === 'frame';
    this.#height = FIRST_HEIGHT;
    this.#frame = make('iframe', { src: frameAddress(this.#chosen), title: word(this.#shared.language, 'embed.preview') });
    this.#preview.replaceChildren(this.#frame);
    this.#write();
  }

  #write(): void {
    const chosen = this.#chosen;
    const { kind, loading } = this.#choices;
    this.#markup.value = kind.value === 'frame'
      ? frameMarkup(chosen, this.#height)
      : elementMarkup(chosen, loading.value as Loading);
    this.#help.textContent = word(this.#shared.language, 'embed.length', {
      count: String(pageAddress(chosen.link).length),
      total: String(this.#markup.value.length),
    });
  }
}

export function openEmbedDialog(shared: Shared): void {
  new EmbedDialog(shared);
}
