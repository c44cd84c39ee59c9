// The panel that helps to decide, below the calculator, whichever face it has. It follows the calculator, also during a
// drag, and what it applies is one step of the history. Loaded when it is opened.
import css from './panel.css?text';
import type { Refusal } from '../../calculator/api';
import type { Calculator } from '../../calculator/calculator';
import { adoptStyle } from '../../dom/adopt_style';
import { make } from '../../dom/dom';
import type { Language } from '../../dom/language';
import type { Report, Scenario } from '../../engine/index.d.ts';
import { parametersIn, type Query } from '../../face/query';
import { startPackageTools } from '../../tools/package_tools';
import { makeAssists } from './assists';
import { makeBudget } from './budget';
import { type ComparePart, makeCompare } from './compare';
import { makeGoal } from './goal';
import { monthlyProfit } from './monthly_profit';
import { type Context, type DecidePart, Wording } from './part';
import { makeSeason } from './season';
import { loadDecideTexts } from './texts';
import { makeTornado } from './tornado';
import { makeUncertainty } from './uncertainty';
import { loadWords } from '../shared_words';

// What a reader does that may change the scenario before it has settled.
const GESTURES = ['pointermove', 'pointerup', 'keydown', 'keyup', 'input', 'change', 'click'];

export class DecidePanel {
  readonly element = make('section', { id: 'decide', tabindex: '-1', 'aria-labelledby': 'decide-heading' });
  #calculator: Calculator;
  #parts: DecidePart[] = [];
  #compare!: ComparePart;
  #words!: Wording;
  #revision = -1;
  #asked = false;
  /** Whether what was applied last is a step: dragged back to where it began, it is none. */
  #stepped = false;
  #end = new AbortController();

  private constructor(calculator: Calculator) {
    this.#calculator = calculator;
  }

  /** Rejects if something of it could not be loaded. */
  static async open(calculator: Calculator, query: Query): Promise<DecidePanel> {
    const panel = new DecidePanel(calculator);
    adoptStyle(document, css);
    await panel.#speak(query.language);
    panel.#follow(query);
    return panel;
  }

  async #speak(language: Language): Promise<void> {
    const calculator = this.#calculator;
    const [text, tools, others, shared] = await Promise.all([
      loadDecideTexts(language), startPackageTools(language), startPackageTools(language), loadWords(language),
    ]);
    if (language !== document.documentElement.lang) return; // the reader has chosen another one meanwhile
    const context: Context = {
      tools, language, text, shared,
      session: () => calculator.session,
      read: (link) => calculator.update((session) => {
        const own = session.save();
        const refusal = session.loadLink(link);
        const found = { scenario: JSON.parse(session.scenarioJson()) as Scenario, link: session.link(), refusal };
        session.restore(own);
        return found;
      }),
      apply: (scenario, goesOn = false) => {
        let refused = '';
        calculator.act((session) => {
          const replaces = goesOn && this.#stepped;
          if (replaces) session.undo();
          const before = session.revision();
          refused = session.replaceScenario(scenario);
          if (replaces && refused) session.redo();
          else this.#stepped = session.revision() !== before;
        });
        this.#update();
        return refused && (JSON.parse(refused) as Refusal).message;
      },
      report: () => calculator.report as unknown as Report,
      monthlyProfit: (scenario) => monthlyProfit(others, scenario),
    };
    const words = this.#words = new Wording(context);
    words.refresh();
    this.#compare = makeCompare(context, words);
    this.#parts = [makeTornado(context, words), makeGoal(context, words), makeBudget(context, words), makeUncertainty(context, words),
      makeSeason(context, words), makeAssists(context, words), this.#compare];
    const close = make('button', { type: 'button' }, words.text('close'));
    close.addEventListener('click', () => this.destroy());
    this.element.replaceChildren(
      make('div', { class: 'head' }, make('h2', { id: 'decide-heading' }, words.text('heading')), make('p', {}, words.text('about')), close),
      ...this.#parts.map(({ element }) => element));
    this.#revision = -1;
    this.#update();
  }

  /** Compares with the scenario of the address (?a=…), if that has one. */
  followAddress(): void {
    const a = parametersIn(location.search).get('a');
    if (a) this.#compare.compareWith(a);
  }

  /** Called when it is gone. */
  onclose: (() => void) | undefined;

  destroy(): void {
    this.#end.abort();
    this.element.remove();
    this.onclose?.();
  }

  #follow(query: Query): void {
    const { signal } = this.#end;
    const ofLanguage = new MutationObserver(() => void this.#speak(query.language).catch(() => undefined)); // then it keeps its own
    ofLanguage.observe(document.documentElement, { attributeFilter: ['lang'] });
    signal.addEventListener('abort', () => ofLanguage.disconnect());
    addEventListener('sextant-change', () => this.#update(), { signal });
    const ask = () => {
      if (this.#asked) return;
      this.#asked = true;
      requestAnimationFrame(() => {
        this.#asked = false;
        if (!signal.aborted) this.#update();
      });
    };
    for (const type of GESTURES) addEventListener(type, ask, { signal, passive: true });
  }

  #update(): void {
    const { session } = this.#calculator;
    const revision = session.revision();
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.#words.refresh();
    const scenario = this.#calculator.scenario as unknown as Scenario;
    for (const part of this.#parts) part.update(scenario);
  }
}
