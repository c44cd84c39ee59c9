// Gives the HTML or Markdown that embeds the scenario in another page, with a preview.
import { elementMarkup, frameAddress, frameMarkup, markdown, type Embedded, type Loading } from './embed_markup';
import { drawPart, MAXIMUM_HEIGHT } from './embed_parts';
import { MESSAGE_VERSION } from '../embed/messages';
import { make } from '../dom/dom';
import { pageAddress } from '../face/page_address';
import { VIEWS, type Query, type ThemeChoice, type View } from '../face/query';
import type { Session } from '../face/session';
import { Dialog } from './dialog';
import { word, type WordKey } from './dialog_texts';
import { loadWords } from './shared_words';
import { languageFor, type Language } from '../dom/language';

// The step to which the height that the preview reports is rounded up, because
// other readers have other fonts.
const HEIGHT_STEP = 20;

const LANGUAGES: readonly [tag: Language, name: string][] = [['zh-TW', '繁體中文'], ['en', 'English']];

type Choice = 'kind' | 'lang' | 'theme' | 'loading';

class EmbedDialog {
  #session: Session;
  #language: Language;
  #choices = {} as Record<Choice, HTMLSelectElement>;
  #parts = make('div', { class: 'parts', role: 'radiogroup', 'aria-labelledby': 'embed-view-label' });
  #view: View;
  #step: number;
  #result = make('div', { id: 'embed-result' });
  #preview = make('div', { id: 'embed-preview', role: 'region', tabindex: '0', 'aria-labelledby': 'embed-preview-heading' });
  #markup = make('textarea', { id: 'embed-markup', readonly: '', rows: '4', spellcheck: 'false', 'aria-describedby': 'embed-help' });
  #help = make('p', { id: 'embed-help' });
  #frame!: HTMLIFrameElement;
  #height = MAXIMUM_HEIGHT;
  /** Of the preset, in the languages that have arrived. */
  #titles: Partial<Record<Language, string>> = {};

  constructor(session: Session, { language, view, step }: Query) {
    this.#session = session;
    this.#language = language;
    this.#step = step;
    // A single part is what an article has room for.
    this.#view = view === 'all' ? 'quadrant' : view;
    const dialog = new Dialog('embed', language, 'embed.heading');
    dialog.append(
      make('div', { id: 'embed-settings' },
        make('h3', { id: 'embed-view-label' }, word(language, 'embed.view')),
        this.#parts,
        this.#makeChoices(),
        make('label', { for: this.#markup.id }, word(language, 'embed.markup')),
        dialog.copyable(this.#markup),
        this.#help),
      this.#result);
    this.#result.append(make('h3', { id: 'embed-preview-heading' }, word(language, 'embed.preview')), this.#preview);
    const end = new AbortController();
    addEventListener('message', (event) => this.#hear(event), { signal: end.signal });
    dialog.element.addEventListener('close', () => end.abort());
    this.#drawParts();
    dialog.open();
    this.#update();
    for (const [tag] of LANGUAGES) this.#learnTitle(tag);
  }

  #makeChoices(): HTMLElement {
    const language = this.#language;
    const choice = (id: Choice, label: WordKey, options: readonly HTMLOptionElement[], chosen = options[0].value) => {
      const select = this.#choices[id] = make('select', { id: `embed-${id}` }, ...options);
      select.value = chosen;
      select.addEventListener('change', () => this.#update());
      return make('label', {}, make('span', {}, word(language, label)), select);
    };
    const options = <Name extends string>(names: readonly Name[], keyOf: (name: Name) => WordKey) =>
      names.map((name) => new Option(word(language, keyOf(name)), name));
    const choices = make('div', { class: 'choices' },
      choice('kind', 'embed.kind', options(['frame', 'element', 'markdown'], (name) => `embed.${name}`)),
      choice('lang', 'embed.language', LANGUAGES.map(([tag, name]) => make('option', { value: tag, lang: tag }, name)), language),
      choice('theme', 'embed.theme', options(['light', 'dark', 'auto'], (name) => `embed.theme.${name}`)),
      choice('loading', 'embed.loading', options(['lazy', 'click', 'eager'], (name) => `embed.loading.${name}`)));
    this.#choices.theme.addEventListener('change', () => this.#drawParts());
    return choices;
  }

  /** The parts to choose from, as they look in the chosen theme. */
  #drawParts(): void {
    const theme = this.#choices.theme.value === 'dark' ? 'dark' : 'light';
    this.#parts.replaceChildren(...VIEWS.map((view) => {
      const radio = make('input', { type: 'radio', name: 'embed-view', value: view });
      radio.checked = radio.autofocus = view === this.#view;
      radio.addEventListener('change', () => {
        this.#view = view;
        this.#update();
      });
      const picture = make('span', { class: 'sextant', 'data-theme': theme }, drawPart(view, theme, this.#session));
      return make('label', {}, radio, picture, make('span', {}, word(this.#language, `embed.view.${view}`)));
    }));
  }

  async #learnTitle(language: Language): Promise<void> {
    const preset = this.#session.presetId();
    if (!preset) return;
    try {
      this.#titles[language] = (await loadWords(language))(`preset.${preset}.title`);
    } catch {
      return; // the scenario is embedded without a title
    }
    this.#write();
  }

  get #chosen(): Embedded {
    const { lang, theme } = this.#choices;
    const language = languageFor(lang.value) as Language;
    return {
      link: this.#session.link(),
      preset: this.#session.title() ? '' : this.#session.presetId(),
      title: this.#session.title() || this.#titles[language] || '',
      view: this.#view,
      step: this.#step,
      language,
      theme: theme.value as ThemeChoice,
    };
  }

  #hear({ source, data }: MessageEvent): void {
    if (source !== this.#frame.contentWindow || data?.sextant !== MESSAGE_VERSION || data.type !== 'height') return;
    const height = Math.ceil(Number(data.height) / HEIGHT_STEP) * HEIGHT_STEP;
    this.#frame.style.height = `${height}px`;
    this.#height = this.#view === 'all' ? height : Math.min(height, MAXIMUM_HEIGHT);
    this.#write();
  }

  #update(): void {
    const { kind, theme, loading } = this.#choices;
    loading.disabled = kind.value !== 'element';
    theme.disabled = kind.value === 'markdown';
    // Markdown shows no calculator.
    this.#result.hidden = theme.disabled;
    this.#height = MAXIMUM_HEIGHT;
    this.#frame = make('iframe', { src: frameAddress(this.#chosen), title: word(this.#language, 'embed.preview') });
    this.#frame.style.height = `${this.#height}px`; // until it says its own
    this.#preview.replaceChildren(this.#frame);
    this.#write();
  }

  #write(): void {
    const chosen = this.#chosen;
    const { kind, loading } = this.#choices;
    const write: Record<string, () => string> = {
      frame: () => frameMarkup(chosen, this.#height),
      element: () => elementMarkup(chosen, loading.value as Loading),
      markdown: () => markdown(chosen),
    };
    this.#markup.value = write[kind.value]();
    const help = [word(this.#language, 'embed.length', {
      count: String(pageAddress(chosen.link).length),
      total: String(this.#markup.value.length),
    })];
    if (kind.value === 'frame' && this.#height > MAXIMUM_HEIGHT) {
      help.push(word(this.#language, 'embed.height', { height: this.#height.toLocaleString('en') }));
    }
    this.#help.textContent = help.join(this.#language === 'en' ? ' ' : '');
  }
}

export function openEmbedDialog(session: Session, query: Query): void {
  new EmbedDialog(session, query);
}
