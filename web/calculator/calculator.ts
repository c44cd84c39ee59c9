// One calculator in one place of a page or of a shadow root, on a canvas or as
// a form. What is around it talks to it through this class alone.
import css from './calculator.css?text';
import { adoptStyle } from '../dom/adopt_style';
import type { Json, Refusal } from './api';
import { Appearance } from '../face/appearance';
import type { CalculatorView, Session, ViewOptions } from '../face/calculator_view';
import type { LoopStats } from '../canvas/loop';
import type { Mode, ThemeChoice, View } from '../face/query';
import { PrintReport } from './print_report';
import { text, type Language } from '../dom/texts';
import { canUseWebGL } from '../canvas/webgl';

export interface CalculatorOptions {
  /** Where it goes; it takes the whole width and the height it needs. */
  parent: Element | ShadowRoot;
  language: Language;
  theme: ThemeChoice;
  view: View;
  /** 'auto': a canvas, where there is WebGL 2 and the reader has not chosen colours of their own. */
  mode: Mode;
  /** Of the scenario to begin with, the default one. */
  currency?: string;
  /** Controls elsewhere that belong to it: undo by keyboard works there, too. */
  controls?: HTMLElement[];
  /** Bytes of WebAssembly that have arrived, as they are after decompression. */
  progress?(bytes: number): void;
}

function chosenMode(mode: Mode): 'canvas' | 'form' {
  if (mode === 'form' || !canUseWebGL()) return 'form';
  return mode === 'auto' && matchMedia('(forced-colors: active)').matches ? 'form' : 'canvas';
}

async function openView(mode: 'canvas' | 'form', options: ViewOptions): Promise<CalculatorView> {
  if (mode === 'form') return (await import('../form/form_view')).openFormView(options);
  return (await import('../canvas/canvas_view')).openCanvasView(options);
}

export class Calculator {
  readonly element = document.createElement('div');
  readonly appearance: Appearance;
  /** After every change of the scenario, once it has come to rest. */
  onchange: (() => void) | undefined;
  /** After light and dark, or the contrast, have changed. */
  onappearance: (() => void) | undefined;
  #options: CalculatorOptions;
  #language: Language;
  #view!: CalculatorView;
  #stage = document.createElement('div');
  #end = new AbortController();
  #turn = 0;

  private constructor(options: CalculatorOptions) {
    this.#options = options;
    this.#language = options.language;
    this.element.className = 'sextant';
    this.element.setAttribute('role', 'group');
    this.appearance = new Appearance(options.theme, this.#end.signal);
    this.appearance.onchange = () => {
      this.#showTheme();
      this.onappearance?.();
    };
  }

  /**
   * Resolves before the first frame; rejects when WebAssembly is missing or did
   * not arrive, having left nothing on the page.
   */
  static async open(options: CalculatorOptions): Promise<Calculator> {
    const calculator = new Calculator(options);
    try {
      await calculator.#open(chosenMode(options.mode));
    } catch (error) {
      calculator.destroy();
      throw error;
    }
    return calculator;
  }

  /** Resolves when it is on screen and complete. */
  get shown(): Promise<void> {
    return this.#view.shown;
  }

  get mode(): 'canvas' | 'form' {
    return this.#view.mode;
  }

  get session(): Session {
    return this.#view.session;
  }

  /** As engine.evaluate() takes it. */
  get scenario(): Json {
    return JSON.parse(this.session.scenarioJson()) as Json;
  }

  /** What engine.evaluate() says about the scenario. */
  get report(): Json {
    return JSON.parse(this.session.reportJson()) as Json;
  }

  get stats(): LoopStats {
    return this.#view.stats;
  }

  /** Whether a pointer holds something: what is seen now is on its way. */
  get dragging(): boolean {
    return this.#view.dragging;
  }

  /** Does something to the scenario that the reader asked for, and says what came of it. */
  act<Answer>(action: (session: Session) => Answer): Answer {
    return this.#view.act(action);
  }

  /** Does something to the scenario that the reader need not be told of. */
  update<Answer>(action: (session: Session) => Answer): Answer {
    return this.#view.update(action);
  }

  /** Takes a link, an address with one, or the id of a preset ('': the first); '' or a sentence why not. */
  load(scenario: string): string {
    return this.update((session) => {
      const presets = JSON.parse(session.presets()) as { id: string }[];
      const id = scenario || presets[0].id;
      return presets.some((preset) => preset.id === id) ? session.loadPreset(id) : session.loadLink(scenario);
    });
  }

  /** Takes what evaluate() of the engine takes; on refusal nothing changes. */
  setScenario(scenario: unknown): Refusal | undefined {
    const refusal = this.update((session) => session.replaceScenario(scenario));
    return refusal ? JSON.parse(refusal) as Refusal : undefined;
  }

  setLanguage(language: Language): void {
    this.#language = language;
    this.#describe();
    this.#view.setLanguage(language);
  }

  setView(view: View): void {
    this.#options.view = view;
    this.#view.setView(view);
  }

  /**
   * Changes over to the other face with the scenario as it is, but without its
   * history. The last call counts. Rejects when the other face cannot be
   * loaded; then the present one stays.
   */
  async setMode(mode: Mode): Promise<void> {
    const turn = ++this.#turn;
    const chosen = chosenMode(mode);
    if (chosen === this.mode) return;
    const opened = await this.#openView(chosen);
    if (turn !== this.#turn || this.#end.signal.aborted) {
      opened.destroy();
      return;
    }
    const before = this.#view;
    const origin = before.session.origin();
    const link = before.session.link();
    opened.update((session) => {
      if (origin) session.loadPreset(origin); // what Reset goes back to
      session.loadLink(link);
    });
    // What the reader came with is where undo ends.
    opened.session.forgetHistory();
    this.#show(opened);
    before.destroy();
    await opened.shown;
  }

  /** Takes everything off the page. The instance is of no use afterwards. */
  destroy(): void {
    this.#end.abort();
    this.element.remove();
    this.#view?.destroy();
  }

  async #open(mode: 'canvas' | 'form'): Promise<void> {
    const { parent, currency } = this.#options;
    adoptStyle(parent.getRootNode() as Document | ShadowRoot, css);
    this.element.append(this.#stage);
    parent.append(this.element);
    this.#showTheme();
    const opened = await this.#openView(mode);
    this.#show(opened);
    if (currency) opened.update((session) => session.setCurrency(currency));
    new PrintReport(this.element, () => this.session, () => this.#language, this.#end.signal);
  }

  async #openView(mode: 'canvas' | 'form'): Promise<CalculatorView> {
    const { view, controls = [], progress } = this.#options;
    const { theme } = this.appearance;
    const language = this.#language;
    const opened = await openView(mode, { parent: this.#stage, language, theme, view, controls, progress });
    // What was chosen while it was being loaded counts.
    if (this.#language !== language) opened.setLanguage(this.#language);
    if (this.#options.view !== view) opened.setView(this.#options.view);
    if (this.appearance.theme !== theme) opened.setTheme(this.appearance.theme);
    return opened;
  }

  #show(opened: CalculatorView): void {
    this.#view = opened;
    opened.onchange = () => this.onchange?.();
    this.#describe();
  }

  #showTheme(): void {
    const { theme } = this.appearance;
    if (this.element.dataset.theme === theme) return;
    this.element.dataset.theme = theme;
    this.#view?.setTheme(theme);
  }

  // Names the whole for who does not see it, and says how to use it.
  #describe(): void {
    this.element.lang = this.#language;
    this.element.setAttribute('aria-label', text(this.#language, 'calculator.label'));
    this.element.setAttribute('aria-description', text(this.#language, this.mode === 'form' ? 'form.help' : 'calculator.help'));
  }
}
