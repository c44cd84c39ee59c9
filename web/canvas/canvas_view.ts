// The calculator on a canvas: connects the application in wasm with the canvas,
// its mirror of HTML controls and the reader's input.
import css from './canvas.css?text';
import { adoptStyle } from '../dom/adopt_style';
import { Announcer } from '../face/announcer';
import { loadApp } from './app_loader';
import type { App } from './app_module';
import { CanvasTools } from './canvas_tools';
import type { CalculatorView, FrameStats, Place, ViewOptions } from '../face/calculator_view';
import { Editor } from './editor';
import { GlyphAtlas } from './glyph_atlas';
import { Loop } from './loop';
import { Mirror } from './mirror';
import { moneyStyle } from './money';
import { Painter } from './painter';
import { PointerInput } from './pointer';
import type { Theme, View } from '../face/query';
import { listenForUndo } from '../face/shortcuts';
import type { Language } from '../dom/language';
import { Viewport } from './viewport';

// A tap needs a frame for the press, one for the release and one for the result.
// They are built inside the event, because a phone shows its keyboard only for
// an input that gets the focus during the gesture.
const TAP_FRAMES = 3;
// Enough frames for everything to settle.
const FIRST_FRAMES = 10;
// In CSS pixels.
const WIDEST_SCROLL_BAR = 24;

let instances = 0;

class CanvasView implements CalculatorView {
  readonly mode = 'canvas';
  readonly element = document.createElement('div');
  readonly session: App;
  readonly shown: Promise<void>;
  onchange: (() => void) | undefined;
  onpaint: (() => void) | undefined;

  #canvas = document.createElement('canvas');
  #tools: CanvasTools;
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
  /** What #height was found for, in CSS pixels. */
  #measured = { content: 0, width: 0, windowWidth: 0 };
  /** The height that it keeps although its content is lower: #neededHeight() says when. */
  #keptHeight = 0;
  #covered = 0;
  #revision: number | undefined;
  #resolveShown!: () => void;

  /** Throws if the browser has no WebGL 2. */
  constructor(app: App, options: ViewOptions) {
    this.session = app;
    this.#language = options.language;
    this.element.className = 'canvas-view';
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.element.append(this.#canvas);
    adoptStyle(options.parent.getRootNode() as Document | ShadowRoot, css);
    options.parent.append(this.element);

    const atlas = new GlyphAtlas(getComputedStyle(this.element).fontFamily);
    try {
      this.#painter = new Painter(this.#canvas, atlas);
    } catch (error) {
      this.element.remove();
      throw error;
    }
    this.#tools = new CanvasTools(() => this.#language, () => this.#toolsChanged());
    app.start(atlas, this.#tools);
    this.session.setLanguage(options.language);
    this.session.setTheme(options.theme);
    this.session.setView(options.view);
    this.#updateMoney();

    this.shown = new Promise((resolve) => {
      this.#resolveShown = resolve;
    });
    const prefix = `sextant-${++instances}-`;
    const acted = () => this.#acted();
    const wake = () => this.#loop.wake();
    this.#mirror = new Mirror(this.session, prefix, { acted, focused: wake, opened: () => this.#loop.flush(TAP_FRAMES) });
    this.#editor = new Editor(this.session, prefix, { acted, returnFocus: (opensNext) => this.#mirror.refocus(opensNext) });
    this.#announcer = new Announcer(this.session);
    this.element.append(this.#mirror.element, this.#editor.element, this.#announcer.element);

    this.#loop = new Loop({
      when: (seconds) => this.session.when(seconds),
      frame: (seconds) => this.#frame(seconds),
      settled: () => this.#settled(),
    });
    const { signal } = this.#end;
    this.#viewport = new Viewport(this.element, this.#canvas, this.#painter.largestSide, {
      resized: (width, height, ratio) => {
        this.session.resize(width, height, ratio);
        // A resized canvas is blank until it is painted. The first frames are
        // built even off the screen: the page needs the height, and screen
        // readers need the controls.
        this.#loop.flush(this.#height ? 1 : FIRST_FRAMES, !this.#height);
      },
      scrolled: (top) => {
        this.session.setScroll(top);
        wake();
      },
      visibilityChanged: (visible) => this.#loop.setVisible(visible),
    }, signal);
    this.#pointer = new PointerInput(this.session, this.#canvas, {
      locate: (event) => this.#viewport.locate(event),
      pressed: (x, y, touch) => this.#press(x, y, touch),
      moved: wake,
      released: (touch) => {
        if (touch) this.#loop.flush(TAP_FRAMES);
        this.#acted();
      },
    }, signal);
    this.#listen(options.controls, signal);
  }

  get stats(): FrameStats {
    return { ...this.#loop.stats };
  }

  get dragging(): boolean {
    return this.#pointer.dragging;
  }

  locate(cell: string): Place | null {
    this.#mirror.update();
    const node = this.#mirror.node(`${cell}/bubble`);
    if (!node) return null;
    const [left, top, width, height] = node.rect;
    return this.#viewport.placeOf(left + width / 2, top + height / 2 - (node.sticky ? 0 : this.#viewport.top), width / 2);
  }

  act<Answer>(action: (session: App) => Answer): Answer {
    const answer = action(this.session);
    this.#acted();
    return answer;
  }

  update<Answer>(action: (session: App) => Answer): Answer {
    const answer = action(this.session);
    this.#updateMoney();
    this.#loop.wake();
    return answer;
  }

  setLanguage(language: Language, texts: Uint8Array): void {
    this.session.bringTexts(language, texts);
    this.#language = language;
    this.update((session) => session.setLanguage(language));
  }

  setTheme(theme: Theme): void {
    this.update((session) => session.setTheme(theme));
  }

  setView(view: View): void {
    this.update((session) => session.setView(view));
  }

  setPicture(view: View, handles: readonly string[]): undefined {
    this.update((session) => session.setPicture(`${view}\n${handles.join('\n')}`));
  }

  destroy(): void {
    this.#end.abort();
    this.#loop.stop();
    // Remove the element first: a field that loses the focus may still act.
    this.element.remove();
    this.#editor.destroy();
    this.#announcer.stop();
    this.#painter.destroy();
  }

  #listen(controls: HTMLElement[], signal: AbortSignal): void {
    listenForUndo([this.element, ...controls], () => this.act((session) => session.undo()), () => this.act((session) => session.redo()), signal);

    const stillness = matchMedia('(prefers-reduced-motion: reduce)');
    const keepStill = () => this.session.setReducedMotion(stillness.matches);
    stillness.addEventListener('change', keepStill, { signal });
    keepStill();

    this.#canvas.addEventListener('webglcontextlost', (event) => event.preventDefault(), { signal });
    this.#canvas.addEventListener('webglcontextrestored', () => {
      this.#painter.restore();
      this.#paint();
    }, { signal });
  }

  // The tools may still be loading when the calculator is destroyed.
  #toolsChanged(): void {
    if (!this.#end.signal.aborted) this.update((session) => session.setToolsState(this.#tools.state));
  }

  #press(x: number, y: number, touch: boolean): void {
    this.#editor.leave();
    // After a touch there is no keyboard to continue with.
    if (!touch) this.#mirror.focusAt(x, y, this.#viewport.top);
  }

  #acted(): void {
    this.#updateMoney();
    this.#announcer.acted();
    this.#loop.wake();
  }

  #frame(seconds: number): void {
    this.session.frame(seconds);
    const height = this.#neededHeight();
    if (height !== this.#height) {
      this.#height = height;
      this.element.style.height = `${height}px`;
    }
    const covered = this.session.covered();
    if (covered !== this.#covered) {
      this.#covered = covered;
      this.element.style.setProperty('--covered', `${covered}px`);
    }
    this.#paint();
    this.#pointer.updateCursor();
    this.#editor.update();
    this.onpaint?.();
  }

  // Where a scroll bar makes the view narrower and thereby lower, the page may do without, which makes the view
  // wider and higher, and so on for ever. So it gets no lower when one has come.
  #neededHeight(): number {
    const content = this.session.contentHeight();
    const { width } = this.#viewport;
    const before = this.#measured;
    if (content !== before.content || width !== before.width) {
      const lost = before.width - width;
      const isScrollBar = innerWidth === before.windowWidth && lost > 0 && lost <= WIDEST_SCROLL_BAR;
      this.#keptHeight = isScrollBar ? this.#height : 0;
      this.#measured = { content, width, windowWidth: innerWidth };
    }
    return Math.max(content, this.#keptHeight);
  }

  #paint(): void {
    this.#painter.paint(this.session, this.#viewport.ratio);
  }

  #settled(): void {
    this.#mirror.update();
    const revision = this.session.revision();
    // A drag may end without changing a number again, but then there is a step to undo.
    if (revision === this.#revision || this.dragging) return;
    const first = this.#revision === undefined;
    this.#revision = revision;
    if (first) this.#resolveShown();
    else this.onchange?.();
  }

  // Intl is slow and its result seldom changes.
  #updateMoney(): void {
    const money = `${this.#language} ${this.session.currency()}`;
    if (money === this.#money) return;
    this.#money = money;
    const { prefix, suffix } = moneyStyle(this.#language, this.session.currency());
    this.session.setMoneyStyle(`${prefix}\n${suffix}`);
  }
}

/** Loads the application and shows it on a canvas. Rejects if the browser has no WebGL 2. */
export async function openCanvasView(options: ViewOptions): Promise<CalculatorView> {
  const [app, texts] = await Promise.all([loadApp(options.progress), options.texts]);
  app.bringTexts(options.language, texts);
  return new CanvasView(app, options);
}
