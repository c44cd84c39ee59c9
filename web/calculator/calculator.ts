// One calculator in one place of a page or of a shadow root, on a canvas or as
// a form. Its surroundings use it only through this class.
import css from './calculator.css?text';
import { adoptStyle } from '../dom/adopt_style';
import type { Json, Refusal } from './api';
import { Appearance } from '../face/appearance';
import type { CalculatorView, FrameStats, Place, ViewOptions } from '../face/calculator_view';
import type { Mode, ThemeChoice, View } from '../face/query';
import type { Session } from '../face/session';
import { loadTexts } from '../dom/text_file';
import type { Story } from '../story/story';
import type { Language } from '../dom/language';
import { text } from '../dom/texts';
import { canUseWebGL } from '../face/webgl';

export interface CalculatorOptions {
  /** Its container; it takes the full width and the height it needs. */
  parent: Element | ShadowRoot;
  language: Language;
  theme: ThemeChoice;
  view: View;
  /** Of the view "story": where it begins, 1…7. */
  step?: number;
  /** Called when the reader has gone to another step of the story. */
  onstep?(step: number): void;
  /** What the last step of the story leads to; without it, that has no button. */
  onend?(): void;
  /** 'auto': a canvas, if there is WebGL 2 and the reader does not use forced colours. */
  mode: Mode;
  /** The currency of the initial, default scenario. */
  currency?: string;
  /** Other elements in which its keyboard shortcuts for undo and redo work. */
  controls?: HTMLElement[];
  /** Gets the number of WebAssembly bytes loaded so far, after decompression. */
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

/** The story is around a view, which shows little until then. */
const partOf = (view: View): View => view === 'story' ? 'quadrant' : view;

export class Calculator {
  readonly element = document.createElement('div');
  readonly appearance: Appearance;
  /** Called after every change of the scenario, once it has settled. */
  onchange: (() => void) | undefined;
  /** Called after the theme or the contrast has changed. */
  onappearance: (() => void) | undefined;
  #options: CalculatorOptions;
  #language: Language;
  /** The last language asked for. */
  #wanted: Language | undefined;
  #view!: CalculatorView;
  #story: Story | undefined;
  /** The reader's session while the story is told, which has scenarios of its own. */
  #own: Uint8Array | undefined;
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
   * Resolves before the first frame. Rejects when WebAssembly is missing or could
   * not be loaded, and then leaves nothing on the page.
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
    return this.#view.shown.then(() => this.#story?.shown);
  }

  get mode(): 'canvas' | 'form' {
    return this.#view.mode;
  }

  get session(): Session {
    return this.#view.session;
  }

  /** In the form that engine.evaluate() takes. */
  get scenario(): Json {
    return JSON.parse(this.session.scenarioJson()) as Json;
  }

  /** What engine.evaluate() returns for the scenario. */
  get report(): Json {
    return JSON.parse(this.session.reportJson()) as Json;
  }

  get stats(): FrameStats {
    return this.#view.stats;
  }

  /** Whether a drag is going on, so that the state is not final. */
  get dragging(): boolean {
    return this.#view.dragging;
  }

  /** Where the bubble of a cell ("social.paid") is; null if it has none on the screen. */
  locate(cell: string): Place | null {
    return this.#view.locate(cell);
  }

  /** Runs an action of the reader on the scenario and announces its result. */
  act<Answer>(action: (session: Session) => Answer): Answer {
    return this.#view.act(action);
  }

  /** Runs an action on the scenario without an announcement; while the story is told, on what it leads back to. */
  update<Answer>(action: (session: Session) => Answer): Answer {
    return this.#view.update((session) => {
      if (!this.#own) return action(session);
      const told = session.save();
      session.restore(this.#own);
      const answer = action(session);
      this.#own = session.save();
      session.restore(told);
      return answer;
    });
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

  /** Rejects if the language could not be loaded; then the calculator stays as it is. */
  async setLanguage(language: Language): Promise<void> {
    this.#wanted = language;
    const texts = await loadTexts(language, this.mode);
    if (this.#wanted !== language || this.#end.signal.aborted) return;
    this.#language = language;
    this.#describe();
    this.#view.setLanguage(language, texts);
    this.#story?.setLanguage(language);
  }

  /** Rejects when the story could not be loaded; then the view stays. */
  async setView(view: View): Promise<void> {
    const before = this.#options.view;
    if (view === before) return;
    this.#options.view = view;
    this.#endStory();
    if (view !== 'story') return this.#view.setView(view);
    try {
      await this.#tell();
    } catch (error) {
      if (this.#options.view === view) this.#options.view = before;
      throw error;
    }
  }

  /** Of the story, 1…7. */
  setStep(step: number): void {
    this.#options.step = step;
    this.#story?.setStep(step);
  }

  /** The scenario, or the step of the story, as it began. */
  reset(): void {
    if (this.#story) this.#story.restart();
    else this.act((session) => session.reset());
  }

  /**
   * Switches between canvas and form; the session goes on. The last call wins.
   * Rejects when the other view cannot be loaded; then the current one stays.
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
    opened.update((session) => session.restore(before.session.save()));
    this.#show(opened);
    this.#story?.setView(opened);
    before.destroy();
    await opened.shown;
  }

  /** Removes everything from the page. The instance cannot be used afterwards. */
  destroy(): void {
    this.#end.abort();
    this.#story?.destroy();
    this.element.remove();
    this.#view?.destroy();
  }

  async #open(mode: 'canvas' | 'form'): Promise<void> {
    const { parent, currency } = this.#options;
    adoptStyle(parent.getRootNode() as Document | ShadowRoot, css);
    this.element.append(this.#stage);
    parent.append(this.element);
    this.#showTheme();
    const script = this.#options.view === 'story' ? import('../story/story') : undefined;
    script?.catch(() => undefined);
    const opened = await this.#openView(mode);
    this.#show(opened);
    if (currency) opened.update((session) => session.setCurrency(currency));
    if (script) await this.#tell();
    void this.#preparePrinting().catch(() => undefined); // then paper shows what the screen shows
    this.#explain();
  }

  // Only readers who point, tap or go through the controls need what explains them.
  #explain(): void {
    const waiting = new AbortController();
    let loading: Promise<void> | undefined;
    let last: [event: Event, target: EventTarget | null];
    for (const type of ['pointerdown', 'pointermove', 'click', 'focusin', 'keydown']) {
      this.element.addEventListener(type, (event) => {
        last = [event, event.target]; // later the target is the host of a shadow root
        loading ??= import('../explain/explainer').then(({ explain }) => {
          waiting.abort();
          explain(this.element, this.#end.signal, ...last);
        }, () => waiting.abort()); // then nothing is explained
      }, { signal: waiting.signal });
    }
  }

  async #openView(mode: 'canvas' | 'form'): Promise<CalculatorView> {
    const { view, controls = [], progress } = this.#options;
    const { theme } = this.appearance;
    const language = this.#language;
    const opened = await openView(mode, { parent: this.#stage, language, texts: loadTexts(language, mode), theme, view: partOf(view), controls, progress });
    // Apply the choices made while it was loading.
    if (this.#language !== language) opened.setLanguage(this.#language, await loadTexts(this.#language, mode));
    if (this.#options.view !== view) opened.setView(partOf(this.#options.view));
    if (this.appearance.theme !== theme) opened.setTheme(this.appearance.theme);
    return opened;
  }

  #show(opened: CalculatorView): void {
    this.#view = opened;
    // For paper; nobody prints before there is something on the screen.
    void opened.shown.then(() => opened.session.complete?.()).catch(() => undefined); // then it shows what the screen shows
    opened.onchange = () => {
      this.#story?.update(); // also where nothing is painted
      this.onchange?.();
    };
    this.#describe();
  }

  // Nobody prints before there is something on the screen.
  async #preparePrinting(): Promise<void> {
    await this.shown;
    const { PrintReport } = await import('./print_report');
    if (!this.#end.signal.aborted) new PrintReport(this.element, () => this.session, () => this.#language, this.#end.signal);
  }

  async #tell(): Promise<void> {
    const { Story } = await import('../story/story');
    if (this.#options.view !== 'story' || this.#story || this.#end.signal.aborted) return;
    const { step = 1, onstep, onend } = this.#options;
    this.#own = this.session.save();
    this.#story = new Story({
      stage: this.#stage, view: this.#view, language: this.#language, step, onend,
      onstep: (now) => {
        this.#options.step = now;
        onstep?.(now);
      },
    });
  }

  #endStory(): void {
    this.#story?.destroy();
    this.#story = undefined;
    const own = this.#own;
    this.#own = undefined;
    if (own) this.#view.update((session) => session.restore(own));
  }

  #showTheme(): void {
    const { theme } = this.appearance;
    if (this.element.dataset.theme === theme) return;
    this.element.dataset.theme = theme;
    this.#view?.setTheme(theme);
  }

  // Sets the accessible name and description.
  #describe(): void {
    this.element.lang = this.#language;
    this.element.setAttribute('aria-label', text(this.#language, 'calculator.label'));
    this.element.setAttribute('aria-description', text(this.#language, this.mode === 'form' ? 'form.help' : 'calculator.help'));
  }
}
