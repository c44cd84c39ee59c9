// A calculator in its element. It loads with the calculator, which is when the element needs it.
import { element as en } from '../../src/locales/en.json';
import { element as zhTW } from '../../src/locales/zh-TW.json';
import type { Change } from '../calculator/api';
import { Calculator } from '../calculator/calculator';
import { reader, type Language } from '../dom/language';
import { text } from '../dom/texts';
import type { Query } from '../face/query';
import { Bar } from './bar';
import { ContextKeeper, inTurn } from './contexts';
import { tellError } from './element_error';
import { embeddedText } from './embedded_texts';
import type { Given } from './given';
import { Refusal } from './refusal';

const elementText = reader({ en, 'zh-TW': zhTW });
// What a framework makes of an object that it can only write as text.
const LOST_OBJECT = String({});

// Charts follow the width of their places a frame later.
const MOST_FRAMES = 10;
const FRAME_MILLISECONDS = 50;

/** Resolves when the element's height no longer changes. A hidden page gets no frames. */
async function rest(element: HTMLElement): Promise<void> {
  let height = -1;
  for (let frame = 0; frame < MOST_FRAMES && height !== element.offsetHeight; ++frame) {
    height = element.offsetHeight;
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
      setTimeout(resolve, FRAME_MILLISECONDS);
    });
  }
}

/** What the calculator needs of its element. */
export interface Surroundings {
  element: Element;
  /** Within the shadow root. */
  inside: Element;
  /** What the attributes say now. */
  choices(): Query;
  /** The view or the face is another one. */
  rearranged(): void;
  /** What the element shows before it is loaded; of another scenario there is no picture. */
  picture(isAnother: boolean): Element;
}

export class Running {
  readonly calculator: Calculator;
  #around: Surroundings;
  #followed: Query;
  #bar: Bar;
  #refusal: Refusal;
  #contexts: ContextKeeper;

  private constructor(calculator: Calculator, around: Surroundings, choices: Query, contexts: ContextKeeper) {
    this.calculator = calculator;
    this.#around = around;
    this.#followed = choices;
    this.#contexts = contexts;
    this.#refusal = new Refusal(around.inside, calculator);
    this.#bar = new Bar(calculator, choices.language);
  }

  /** Rejects when the calculator could not be loaded. `progress` gets the number of bytes loaded so far. */
  static async open(around: Surroundings, progress: (bytes: number) => void): Promise<Running> {
    const choices = around.choices();
    const contexts = new ContextKeeper(around.element, () => around.choices().mode);
    const { mode } = contexts;
    const open = async () => {
      const calculator = await Calculator.open({ ...choices, mode, parent: around.inside, progress });
      contexts.keep(calculator, () => around.picture(calculator.session.canUndo()));
      return new Running(calculator, around, choices, contexts);
    };
    try {
      return await (mode === 'form' ? open() : inTurn(open));
    } catch (error) {
      contexts.destroy();
      throw error;
    }
  }

  /** Resolves when it is on screen. `newCurrency`: that of the attribute counts, not that of `given`. */
  async begin(given: Given | undefined, newCurrency: boolean): Promise<void> {
    const { calculator } = this;
    if (given) this.report(this.take(given));
    const { currency } = this.#around.choices();
    if (currency && newCurrency) calculator.update((session) => session.setCurrency(currency));
    calculator.update((session) => session.forgetHistory());
    this.#bar.update();
    calculator.element.append(this.#bar.element);
    calculator.onchange = () => this.#changed();
    this.follow(); // attributes may have changed since
    await calculator.shown;
    await rest(calculator.element);
  }

  /** '' or a sentence why the scenario was refused. */
  take({ scenario }: Given): string {
    const { calculator } = this;
    if (scenario === LOST_OBJECT) return elementText(this.#around.choices().language, 'element.object');
    const refusal = typeof scenario === 'string' ? calculator.load(scenario) : calculator.setScenario(scenario)?.message ?? '';
    if (!refusal) this.#refusal.show('');
    return refusal;
  }

  /** Shows why a scenario was refused; '' removes it. */
  report(refusal: string): void {
    this.#refusal.show(refusal);
    // While frameworks render, and set properties, their listeners may be away.
    if (refusal) queueMicrotask(() => tellError(this.#around.element, { code: 'refused', message: refusal }));
  }

  /** Applies changed attributes. */
  follow(): void {
    const { calculator } = this;
    const before = this.#followed;
    const now = this.#followed = this.#around.choices();
    const failed = () => tellError(this.#around.element, { code: 'notLoaded', message: embeddedText(now.language, 'element.failed') });
    if (now.step !== before.step) calculator.setStep(now.step);
    if (now.view !== before.view || now.mode !== before.mode) this.#around.rearranged();
    if (now.view !== before.view) calculator.setView(now.view).catch(failed);
    if (now.theme !== before.theme) calculator.appearance.choice = now.theme;
    const { currency } = now;
    if (currency && currency !== before.currency) calculator.update((session) => session.setCurrency(currency));
    if (now.language !== before.language) this.#speak(now.language, before.language);
    if (now.mode !== before.mode) calculator.setMode(now.mode).then(() => this.#bar.update(), failed);
  }

  focus(): void {
    this.calculator.element.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
  }

  /** Removes everything; returns the link of the reader's scenario, not that of the story. */
  destroy(): string {
    const link = this.calculator.update((session) => session.link());
    this.#contexts.destroy();
    this.calculator.destroy();
    return link;
  }

  #speak(language: Language, before: Language): void {
    this.calculator.setLanguage(language).then(() => this.#bar.setLanguage(language), () =>
      tellError(this.#around.element, { code: 'languageNotLoaded', message: text(before, 'notice.language') }));
  }

  #changed(): void {
    const { scenario, report, session } = this.calculator;
    this.#refusal.update();
    this.#bar.update();
    const detail: Change = { scenario, report, link: session.link() };
    this.#around.element.dispatchEvent(new CustomEvent<Change>('sextant-change', { bubbles: true, composed: true, detail }));
  }
}
