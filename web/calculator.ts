// One calculator in one place of a page: wires the application in wasm to a
// canvas, its mirror of HTML controls and the reader's input. Knows nothing of
// the page around it, and leaves nothing behind when it is destroyed.
import './calculator.css';
import { Announcer } from './announcer';
import type { App, AppModule } from './app_module';
import { Editor } from './editor';
import { GlyphAtlas } from './glyph_atlas';
import { Loop, type LoopStats } from './loop';
import { Mirror } from './mirror';
import { moneyStyle } from './money';
import { Painter } from './painter';
import { PointerInput } from './pointer';
import type { Theme, View } from './query';
import { listenForUndo } from './shortcuts';
import type { Language } from './texts';
import { Viewport } from './viewport';

export interface CalculatorOptions {
  /** Where it goes; it takes the whole width and the height it needs. */
  parent: Element | ShadowRoot;
  language: Language;
  theme: Theme;
  view: View;
  /** Controls elsewhere that belong to it: undo by keyboard works there, too. */
  controls?: HTMLElement;
}

// A tap is two edges, each of which wants a frame, and one to show the result.
// They are built in the event: a phone shows its keyboard only for an input
// that gets the focus in the gesture itself.
const TAP_FRAMES = 3;

let instances = 0;

export class Calculator {
  readonly element = document.createElement('div');
  readonly app: App;
  /** Resolves when the calculator is on screen and complete. */
  readonly shown: Promise<void>;
  /** After every change of the scenario, once it has come to rest. */
  onchange: (() => void) | undefined;

  #module: AppModule;
  #canvas = document.createElement('canvas');
  #painter: Painter;
  #loop: Loop;
  #viewport: Viewport;
  #pointer: PointerInput;
  #mirror: Mirror;
  #editor: Editor;
  #announcer: Announcer;
  #end = new AbortController();
  #language: Language;
  #money = '';
  #height = 0;
  #revision: number | undefined;
  #resolveShown!: () => void;

  /** Throws where the browser has no WebGL 2. */
  constructor(module: AppModule, options: CalculatorOptions) {
    this.#module = module;
    this.#language = options.language;
    this.element.className = 'sextant';
    this.element.setAttribute('role', 'group');
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.element.append(this.#canvas);
    options.parent.append(this.element);

    const atlas = new GlyphAtlas(getComputedStyle(this.element).fontFamily);
    try {
      this.#painter = new Painter(this.#canvas, atlas);
    } catch (error) {
      this.element.remove();
      throw error;
    }
    this.app = new module.App(atlas);
    this.app.setLanguage(options.language);
    this.app.setTheme(options.theme);
    this.app.setView(options.view);
    this.#updateMoney();

    this.shown = new Promise((resolve) => {
      this.#resolveShown = resolve;
    });
    const prefix = `sextant-${++instances}-`;
    const acted = () => this.#acted();
    const wake = () => this.#loop.wake();
    this.#mirror = new Mirror(this.app, prefix, { acted, focused: wake });
    this.#editor = new Editor(this.app, prefix, { acted, returnFocus: () => this.#mirror.refocus() });
    this.#announcer = new Announcer(this.app);
    this.element.append(this.#mirror.element, this.#editor.element, this.#announcer.element);

    this.#loop = new Loop({
      when: (seconds) => this.app.when(seconds),
      frame: (seconds) => this.#frame(seconds),
      settled: () => this.#settled(),
    });
    const { signal } = this.#end;
    this.#viewport = new Viewport(this.element, this.#canvas, this.#painter.largestSide, {
      resized: (width, height, ratio) => {
        this.app.resize(width, height, ratio);
        this.#loop.flush(1); // a canvas that changes its size is blank until it is painted
      },
      scrolled: (top) => {
        this.app.setScroll(top);
        wake();
      },
      visibilityChanged: (visible) => this.#loop.setVisible(visible),
    }, signal);
    this.#pointer = new PointerInput(this.app, this.#canvas, {
      locate: (event) => this.#viewport.locate(event),
      pressed: (x, y, touch) => this.#press(x, y, touch),
      moved: wake,
      released: (touch) => {
        if (touch) this.#loop.flush(TAP_FRAMES);
        this.#acted();
      },
    }, signal);
    this.#listen(options.controls ? [options.controls] : [], signal);
  }

  /** Names the whole for who does not see it; `help` says how to use it. */
  describe(label: string, help: string): void {
    this.element.setAttribute('aria-label', label);
    this.element.setAttribute('aria-description', help);
  }

  get stats(): LoopStats {
    return { ...this.#loop.stats };
  }

  /** Whether a pointer holds something: what is seen now is on its way. */
  get dragging(): boolean {
    return this.#pointer.dragging;
  }

  /** Height of the whole content in CSS pixels; 0 before the first frame. */
  get height(): number {
    return this.#height;
  }

  /** Does something to the application that the reader asked for. */
  act<Answer>(action: (app: App) => Answer): Answer {
    const answer = action(this.app);
    this.#acted();
    return answer;
  }

  /** Does something to the application that the reader need not be told of. */
  update<Answer>(action: (app: App) => Answer): Answer {
    const answer = action(this.app);
    this.#updateMoney();
    this.#loop.wake();
    return answer;
  }

  setLanguage(language: Language): void {
    this.#language = language;
    this.update((app) => app.setLanguage(language));
  }

  setTheme(theme: Theme): void {
    this.update((app) => app.setTheme(theme));
  }

  /** Takes everything off the page. The instance is of no use afterwards. */
  destroy(): void {
    this.#end.abort();
    this.#loop.stop();
    // First the element: a field that loses the focus with it may still act.
    this.element.remove();
    this.#announcer.stop();
    this.#painter.destroy();
    this.app.delete();
  }

  #listen(controls: HTMLElement[], signal: AbortSignal): void {
    listenForUndo([this.element, ...controls], () => this.act((app) => app.undo()), () => this.act((app) => app.redo()), signal);

    this.#canvas.addEventListener('webglcontextlost', (event) => event.preventDefault(), { signal });
    this.#canvas.addEventListener('webglcontextrestored', () => {
      this.#painter.restore();
      this.#paint();
    }, { signal });
  }

  #press(x: number, y: number, touch: boolean): void {
    this.#editor.leave();
    // A finger has no keyboard to go on with.
    if (!touch) this.#mirror.focusAt(x, y, this.#viewport.top);
  }

  #acted(): void {
    this.#updateMoney();
    this.#announcer.acted();
    this.#loop.wake();
  }

  #frame(seconds: number): void {
    this.app.frame(seconds);
    const height = this.app.contentHeight();
    if (height !== this.#height) {
      this.#height = height;
      this.element.style.height = `${height}px`;
    }
    this.#paint();
    this.#pointer.updateCursor();
    this.#editor.update();
  }

  #paint(): void {
    this.#painter.paint(this.#module, this.app, this.#viewport.ratio);
  }

  #settled(): void {
    this.#mirror.update();
    const revision = this.app.revision();
    if (revision === this.#revision) return;
    const first = this.#revision === undefined;
    this.#revision = revision;
    if (first) this.#resolveShown();
    else this.onchange?.();
  }

  // Asking Intl takes a while, and the answer seldom changes.
  #updateMoney(): void {
    const money = `${this.#language} ${this.app.currency()}`;
    if (money === this.#money) return;
    this.#money = money;
    const { prefix, suffix } = moneyStyle(this.#language, this.app.currency());
    this.app.setMoneyStyle(prefix, suffix);
  }
}
