// What an embedded calculator shows until it is loaded, or if it cannot load: the
// picture of a preset, or a placeholder for any other scenario.
import { embeddedText } from './embedded_texts';
import { hash, titles } from 'sextant-posters';
import { make } from '../dom/make';
import { HOME, pageAddress } from '../face/page_address';
import type { Query } from '../face/query';

const DEFAULT_PRESET = Object.keys(titles)[0];
const SIZE = { width: '640', height: '400' };

export class Poster {
  readonly element = make('div', { class: 'poster' });
  #scenario: string | null;
  #choices: Query;
  #button: HTMLButtonElement | undefined;
  #progress = make('progress');

  /** `scenario` is a link, an address with one, the id of a preset, or ''; null: a scenario without a link. */
  constructor(scenario: string | null, choices: Query) {
    this.#scenario = scenario;
    this.#choices = choices;
    this.element.dataset.theme = choices.theme;
    this.element.lang = choices.language;
    this.#progress.setAttribute('aria-label', embeddedText(choices.language, 'element.loading'));
    const preset = scenario || DEFAULT_PRESET;
    if (scenario !== null && preset in titles) this.element.append(this.#picture(preset));
    else this.element.append(make('p', {}, embeddedText(choices.language, 'element.own')));
    // The author's own content of the element: a picture or a link.
    this.element.append(make('slot'));
  }

  /** Adds a button that starts the calculator. */
  showButton(start: () => void): void {
    this.#button = make('button', { type: 'button' }, embeddedText(this.#choices.language, 'element.start'));
    this.#button.addEventListener('click', start);
    this.element.append(this.#button);
  }

  /** Shows that `bytes` of the application have loaded. */
  showProgress(bytes?: number): void {
    this.#button?.remove();
    if (!this.#progress.isConnected) this.element.append(this.#progress);
    if (bytes) this.#progress.value = bytes / APP_BYTES;
  }

  showFailure(message: string): void {
    this.#progress.remove();
    const page = make('a', { href: this.#pageAddress() }, embeddedText(this.#choices.language, 'bar.page'));
    this.element.append(make('p', { role: 'alert' }, message, ' ', page));
  }

  #pageAddress(): string {
    const search = `?lang=${this.#choices.language}`;
    if (!this.#scenario) return HOME + search;
    if (this.#scenario in titles) return `${HOME}${this.#scenario}/${search}`;
    return pageAddress(this.#scenario.slice(this.#scenario.indexOf('#') + 1), search);
  }

  #picture(preset: string): HTMLPictureElement {
    const { theme, language } = this.#choices;
    const address = (shown: 'light' | 'dark') => new URL(`${preset}-${language}-${shown}-${hash}.svg`, import.meta.url).href;
    const alt = embeddedText(language, 'element.poster', { title: titles[preset][language] });
    const image = make('img', { ...SIZE, src: address(theme === 'dark' ? theme : 'light'), alt });
    // A host's Cross-Origin-Embedder-Policy may want it. A sandboxed frame has no origin to ask with, and no need to.
    if (new URL(HOME).origin !== location.origin) image.crossOrigin = '';
    if (theme !== 'auto') return make('picture', {}, image);
    return make('picture', {}, make('source', { srcset: address('dark'), media: '(prefers-color-scheme: dark)' }), image);
  }
}
