// The controls above the calculator: title, presets, undo, redo, reset; and what the preset is about.
import type { Calculator } from '../calculator/calculator';
import { element, setEnabled, setText } from '../dom/dom';
import { isComposing } from '../dom/input_method';
import type { Language } from '../dom/language';
import { text } from '../dom/texts';

interface Preset {
  id: string;
  title: string;
  description: string;
}

// A folder of a preset or of the story has the title in the folder's language.
const { dataset } = document.documentElement;
const folderTitle = dataset.preset || dataset.story ? document.title : '';

// An empty scenario, for the reader's own numbers. It is none of the engine's presets: those illustrate
// something, and each has a page, pictures and a place in the API.
const MINE = 'mine';
const hasNumbers = (scenarioJson: string): boolean => /"(visits|orderValue)":[^0]/.test(scenarioJson);

/** The document's title, with or without a title of the scenario. */
export function documentTitle(language: Language, title = ''): string {
  if (title) return text(language, 'document.titled', { title });
  return folderTitle && language === dataset.lang ? folderTitle : text(language, 'document.title');
}

export class Header {
  #calculator: Calculator;
  #language: Language;
  #title = element<HTMLInputElement>('title');
  #presets = element<HTMLSelectElement>('presets');
  #shownTitle = '';
  #undo = element<HTMLButtonElement>('undo');
  #redo = element<HTMLButtonElement>('redo');
  #story = element('story');
  /** The preset that the scenario began as; '' after another scenario was loaded. */
  #origin = '';
  #closed = false;
  #stories = new Map<string, string>();

  constructor(calculator: Calculator, language: Language) {
    this.#calculator = calculator;
    this.#language = language;
    this.#title.addEventListener('change', () => {
      const refusal = calculator.act((session) => session.setTitle(this.#title.value));
      this.#title.setCustomValidity(refusal);
      this.#title.reportValidity();
    });
    this.#title.addEventListener('input', () => this.#title.setCustomValidity(''));
    this.#title.addEventListener('keydown', (event) => {
      if (isComposing(event)) return;
      if (event.key === 'Enter') this.#title.blur();
      if (event.key === 'Escape') this.#title.value = calculator.session.title();
    });
    this.#presets.addEventListener('change', () => calculator.act((session) => {
      const { value } = this.#presets;
      if (value === MINE) session.replaceScenario({ currency: session.currency(), cells: [] });
      else session.loadPreset(value);
    }));
    this.#undo.addEventListener('click', () => calculator.act((session) => session.undo()));
    this.#redo.addEventListener('click', () => calculator.act((session) => session.redo()));
    element('reset').addEventListener('click', () => calculator.reset());
    this.#story.querySelector(':scope > button')!.addEventListener('click', () => {
      this.#closed = true;
      this.#presets.focus(); // the button goes
      this.update();
    });
    this.setLanguage(language);
    element<HTMLFieldSetElement>('controls').disabled = false;
  }

  setLanguage(language: Language): void {
    this.#language = language;
    const presets = JSON.parse(this.#calculator.session.presets()) as Preset[];
    presets.push({ id: MINE, title: text(language, 'header.mine'), description: text(language, 'story.mine') });
    const own = new Option(text(language, 'header.own'), '');
    own.hidden = true;
    this.#presets.replaceChildren(own, ...presets.map(({ id, title, description }) => {
      const option = new Option(title, id);
      option.title = description;
      return option;
    }));
    this.#stories = new Map(presets.map(({ id, description }) => [id, description]));
    this.update();
  }

  /** Call it after a scenario was loaded that is not a preset. */
  forgetStory(): void {
    this.#origin = '';
    this.update();
  }

  /** Shows the current scenario. */
  update(): void {
    const { session } = this.#calculator;
    const title = session.title();
    // Keep text that is being typed or was refused.
    const typing = document.activeElement === this.#title && this.#title.value !== this.#shownTitle;
    if (this.#title.validity.valid && !typing) this.#title.value = this.#shownTitle = title;
    document.title = documentTitle(this.#language, title);
    const preset = session.presetId() || (hasNumbers(session.scenarioJson()) ? '' : MINE);
    this.#presets.value = preset;
    if (preset && preset !== this.#origin) {
      this.#closed = false;
      this.#origin = preset;
    }
    const story = this.#stories.get(this.#origin);
    this.#story.hidden = !story || this.#closed;
    setText(this.#story.querySelector('p')!, story ?? '');
    setEnabled(this.#undo, session.canUndo());
    setEnabled(this.#redo, session.canRedo());
  }
}
