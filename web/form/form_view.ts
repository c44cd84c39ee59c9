// The calculator as a form of plain HTML: no canvas, no WebGL. Numbers are updated within the event that changes them, charts in the
// next frame, and so is what a drag changes out of sight. At rest there is neither a frame nor a timer. The parts below the
// totals (later_parts.ts) are loaded, with the module sextant-later, when the first screen is there, or before it if one of them
// is the only part shown.
import wasm from 'sextant-form.wasm';
import { adoptStyle } from '../dom/adopt_style';
import { Announcer } from '../face/announcer';
import type { CalculatorView, FrameStats, Place, ViewOptions } from '../face/calculator_view';
import { make, setText } from '../dom/dom';
import { Compiled } from '../dom/asset_file';
import { onScreen } from '../face/on_screen';
import type { Theme, View } from '../face/query';
import { listenForUndo } from '../face/shortcuts';
import type { Language } from '../dom/language';
import { arrangementFor } from './arrangement';
import { CellsSection } from './cells_section';
import type { Chart } from './chart';
import { ChartSection } from './chart_section';
import type { Form } from './form';
import css from './form.css?text';
import { startSession, type FormSession } from './form_session';
import { LastChange } from './last_change';
import { Thresholds } from './thresholds';
import { TotalsLine } from './totals_line';
import { TotalsSection } from './totals_section';
import type { Handles } from './handles';
import type { LaterParts } from './later_parts';
import { readWords, word } from './words';

// The inputs shown with a single part: those that its chart depends on.
const INPUTS_OF: Partial<Record<View, readonly string[]>> = {
  quadrant: ['costPerClick', 'conversionRate'],
  formula: ['visits', 'conversionRate', 'orderValue'],
  drag: ['costPerClick', 'conversionRate', 'visits', 'orderValue'],
};

/** Those that are among the later parts. */
const LATER: readonly View[] = ['matrix', 'formula', 'wheel', 'flywheel', 'remarketing', 'shocks'];

const compiled = new Compiled(wasm);

let instances = 0;

interface Updated {
  element: Element;
  update: () => void;
}

class FormView implements CalculatorView, Form {
  readonly mode = 'form';
  readonly element = make('div', { class: 'form-view' });
  readonly session: FormSession;
  readonly prefix = `sextant-form-${++instances}/`;
  readonly shown: Promise<void>;
  onchange: (() => void) | undefined;
  onpaint: (() => void) | undefined;

  #theme: Theme;
  #stats: FrameStats = { frames: 0, lastFrameMilliseconds: 0 };
  #announcer: Announcer;
  #main = make('div', { class: 'main' });
  /** The cells, and the picture that stays as long as they are there. */
  #together = make('div', { class: 'together' });
  #line: TotalsLine;
  #totals: TotalsSection;
  #cells: CellsSection;
  #quadrant: ChartSection;
  /** One of the later parts. */
  #matrix: Chart | undefined;
  #parts: Updated[];
  #charts: Chart[];
  /** In the place of the later parts until they are there. */
  #offer = make('div', { class: 'later offer card' });
  #offerState = make('p', { role: 'status' });
  #offerButton = make('button', { type: 'button' });
  #later: 'loading' | 'ready' | 'failed' | undefined;
  #handles: Handles | undefined;
  #handlesTurn = 0;
  #outOfSight = new Set<Element>();
  /** Those that still show an earlier scenario. */
  #late = new Set<Updated>();
  #end = new AbortController();
  #resize: ResizeObserver;
  #sight = new IntersectionObserver((entries) => this.#seen(entries));
  #width: number;
  #animation = 0;
  #timer = 0;
  #letGo: AbortController | undefined;
  #reported: number | undefined;
  #resolveShown!: () => void;

  constructor(session: FormSession, options: ViewOptions) {
    this.session = session;
    this.#theme = options.theme;
    this.shown = new Promise((resolve) => {
      this.#resolveShown = resolve;
    });
    this.#line = new TotalsLine(this);
    this.#totals = new TotalsSection(this);
    this.#cells = new CellsSection(this);
    this.#quadrant = new ChartSection(this, { chart: 'quadrant', title: 'ui.quadrantTitle', part: 'quadrant', settings: new Thresholds(this), below: new LastChange(this), table: (session) => session.table() });
    this.#announcer = new Announcer(this.session);
    this.#parts = [this.#line, this.#totals, this.#cells].map((part) => ({ element: part.element, update: () => part.update() }));
    this.#parts.push(
      { element: this.#quadrant.element, update: () => this.#quadrant.update(this.#cells.point) },
      { element: this.#offer, update: () => this.#updateOffer() });
    this.#charts = [this.#quadrant.chart];
    this.#offer.append(this.#offerState, this.#offerButton);
    this.#offerButton.hidden = true;
    this.#offerButton.addEventListener('click', () => this.#loadLater());
    this.#together.append(this.#cells.element, this.#quadrant.element);
    this.#main.append(this.#together, this.#totals.element, this.#offer);
    this.element.append(
      this.#line.element,
      make('div', { class: 'layout' }, this.#main),
      this.#announcer.element);
    adoptStyle(options.parent.getRootNode() as Document | ShadowRoot, css);
    options.parent.append(this.element);

    listenForUndo([this.element, ...options.controls], () => this.act((session) => session.undo()), () => this.act((session) => session.redo()), this.#end.signal);
    this.#width = this.element.clientWidth;
    // The on-screen keyboard needs the room that the picture has.
    for (const type of ['focusin', 'focusout'] as const) {
      this.element.addEventListener(type, ({ target }) =>
        this.element.classList.toggle('typing', type === 'focusin' && (target as Element).matches('[type=text]') && matchMedia('(pointer: coarse)').matches));
    }
    this.#resize = new ResizeObserver((entries) => this.#resized(entries));
    this.#resize.observe(this.element);
    this.setView(options.view);
    this.#observe(this.#parts, this.#charts);
  }

  get stats(): FrameStats {
    return { ...this.#stats };
  }

  get dragging(): boolean {
    return !!this.#letGo;
  }

  locate(cell: string): Place | null {
    const name = this.session.shown.cells.find(({ id }) => id === cell)?.name;
    // The picture's text for screen readers: "Social · Paid: CPC …".
    const text = [...this.#quadrant.chart.element.querySelectorAll('rect > title')]
      .find(({ textContent }) => name && textContent!.startsWith(name) && /^[:：]/.test(textContent!.slice(name.length)));
    if (!text) return null;
    const { x, y, width, height } = text.parentElement!.getBoundingClientRect();
    return width ? onScreen({ x: x + width / 2, y: y + height / 2, radius: width / 2 }) : null;
  }

  redraw(): void {
    if (!this.#end.signal.aborted) this.#show();
  }

  act<Answer>(action: (session: FormSession) => Answer): Answer {
    const answer = this.update(action);
    this.#announcer.acted();
    return answer;
  }

  slide(action: (session: FormSession) => void): void {
    action(this.session);
    this.#show((element) => !this.#outOfSight.has(element));
    this.#announcer.acted();
  }

  update<Answer>(action: (session: FormSession) => Answer): Answer {
    const answer = action(this.session);
    this.#show();
    return answer;
  }

  hold(pointer: number, letGo: () => void): boolean {
    if (this.#letGo) return false;
    this.session.beginGesture();
    this.#letGo = new AbortController();
    const { signal } = this.#letGo;
    const released = ({ pointerId, type }: PointerEvent) => {
      if (pointerId !== pointer) return;
      this.#letGo?.abort();
      this.#letGo = undefined;
      if (type === 'pointercancel') this.session.cancelGesture();
      else this.session.endGesture();
      letGo();
      this.act(() => undefined);
    };
    addEventListener('pointerup', released, { signal });
    addEventListener('pointercancel', released, { signal });
    return true;
  }

  setLanguage(language: Language, texts: Uint8Array): void {
    readWords(language, texts);
    this.update((session) => session.setLanguage(language, texts));
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#schedule();
  }

  setPicture(view: View, handles: readonly string[]): Promise<void> {
    this.setView(view);
    this.element.dataset.picture = '';
    this.#hideOthers();
    return this.#showHandles(handles).catch(() => undefined); // the next step tries again
  }

  async #showHandles(paths: readonly string[]): Promise<void> {
    const turn = ++this.#handlesTurn;
    const { Handles } = await import('./handles');
    if (this.#end.signal.aborted || turn !== this.#handlesTurn) return;
    this.#handles ??= new Handles(this);
    const { element } = this.#handles;
    if (!element.isConnected) {
      this.#main.append(element);
      this.#parts.push({ element, update: () => this.#handles!.update() });
    }
    this.#handles.setPaths(paths);
    this.#show();
  }

  setView(view: View): void {
    this.element.dataset.view = view;
    delete this.element.dataset.picture;
    ++this.#handlesTurn;
    if (this.#handles) this.#handles.element.hidden = true;
    const inputs = INPUTS_OF[view];
    this.#cells.setFields(inputs, view === 'drag');
    // A single part is above its inputs.
    if (inputs) this.#main.append(this.#cells.element);
    else if (this.#cells.element.parentNode !== this.#together) this.#together.prepend(this.#cells.element);
    this.#arrange();
    this.#hideOthers();
    if (LATER.includes(view) || (view === 'all' && this.#reported !== undefined)) void this.#loadLater();
    this.#show();
  }

  destroy(): void {
    this.#end.abort();
    this.#letGo?.abort();
    this.#resize.disconnect();
    this.#sight.disconnect();
    cancelAnimationFrame(this.#animation);
    clearTimeout(this.#timer);
    // Remove the element first: a field that loses the focus may still act.
    this.element.remove();
    cancelAnimationFrame(this.#animation);
    clearTimeout(this.#timer);
    this.#announcer.stop();
  }

  /** Updates everything except the charts immediately, or only some parts and the others in the next frame. */
  #show(now = (_element: Element) => true): void {
    this.#measure(() => {
      for (const part of this.#parts) {
        if (now(part.element)) this.#bring(part);
        else this.#late.add(part);
      }
    });
    this.#schedule();
  }

  #bring(part: Updated): void {
    this.#late.delete(part);
    part.update();
  }

  // A hidden page gets no frames, but its listeners still wait for the change.
  #schedule(): void {
    if (this.#animation || this.#timer || this.#end.signal.aborted) return;
    if (document.hidden) this.#timer = window.setTimeout(() => this.#frame());
    else this.#animation = requestAnimationFrame(() => this.#frame());
  }

  #frame(): void {
    this.#animation = this.#timer = 0;
    this.#measure(() => {
      for (const part of this.#late) this.#bring(part);
      this.#arrange();
      // During a drag, only visible charts; the others when it ends.
      for (const chart of this.#charts) if (chart.inSight || !this.dragging) chart.draw(this.#theme);
    });
    this.onpaint?.();
    if (this.dragging || !this.#isComplete) return;
    const revision = this.session.revision();
    if (revision === this.#reported) return;
    const first = this.#reported === undefined;
    this.#reported = revision;
    if (!first) return this.onchange?.();
    this.#resolveShown();
    if (this.#view === 'all') void this.#loadLater();
  }

  /** The quadrants are seen together with any input: beside the cells or, in a narrow form, above them. */
  #arrange(): void {
    const arrangement = arrangementFor(this.#width);
    const { chart, element } = this.#quadrant;
    const above = this.#view === 'all' && arrangement !== 'desk';
    const place = above ? this.#together : element;
    this.element.dataset.arrangement = arrangement;
    const isPicture = 'picture' in this.element.dataset;
    const picture = isPicture ? arrangement === 'phone' ? 200 : 320 : undefined;
    if (this.#matrix) this.#matrix.height = picture;
    chart.height = picture ?? (this.#view === 'drag' ? (arrangement === 'phone' ? 216 : 360) : above ? (arrangement === 'phone' ? 212 : 300) : undefined);
    chart.element.classList.toggle('card', above);
    // A field within it would lose the focus.
    if (chart.element.parentNode === place) return;
    if (above) {
      this.#together.prepend(chart.element);
      this.#together.after(element);
    } else {
      this.#quadrant.takeChart();
      this.#together.append(element);
    }
  }

  #observe(parts: readonly Updated[], charts: readonly Chart[]): void {
    for (const { element } of charts) this.#resize.observe(element);
    for (const { element } of [...charts, ...parts]) this.#sight.observe(element);
    for (const chart of charts) chart.width = chart.element.clientWidth;
  }

  get #view(): View {
    return this.element.dataset.view as View;
  }

  /** Whether what the view needs at first is there, or cannot be loaded. */
  get #isComplete(): boolean {
    return !LATER.includes(this.#view) || this.#later === 'ready' || this.#later === 'failed';
  }

  #hideOthers(): void {
    const view = this.#view;
    for (const section of this.element.querySelectorAll<HTMLElement>('[data-part]')) {
      const { part } = section.dataset;
      section.hidden = 'picture' in this.element.dataset ? part !== view : view !== 'all' && part !== (view === 'drag' ? 'quadrant' : view === 'wheel' ? 'flywheel' : view) && !(part === 'cells' && INPUTS_OF[view]);
    }
    this.#offer.hidden = view !== 'all' && !LATER.includes(view);
  }

  /** Loads the later parts, unless that has begun. After a failure it tries again. */
  async #loadLater(): Promise<void> {
    if (this.#later === 'loading' || this.#later === 'ready') return;
    this.#later = 'loading';
    const [module] = await Promise.all([import('./later_parts'), this.session.complete()]).catch(() => []);
    if (this.#end.signal.aborted) return;
    this.#later = module ? 'ready' : 'failed';
    if (module) this.#addLater(module.createLaterParts(this));
    this.#show();
  }

  #addLater({ parts, charts, matrix }: LaterParts): void {
    this.#matrix = matrix;
    const wasPressed = this.#offer.contains((this.element.getRootNode() as Document | ShadowRoot).activeElement);
    this.#offer.replaceWith(...parts.map(({ element }) => element));
    const updated = parts.map((part) => ({ element: part.element, update: () => part.update() }));
    this.#parts = [...this.#parts.filter(({ element }) => element !== this.#offer), ...updated];
    this.#charts.push(...charts);
    this.#hideOthers();
    this.#observe(updated, charts);
    if (!wasPressed) return;
    const shown = parts.find(({ element }) => !element.hidden)!.element;
    shown.tabIndex = -1;
    shown.focus();
  }

  #updateOffer(): void {
    const { language } = this.session;
    const failed = this.#later === 'failed';
    // Loading is quick and needs no words; the second time, the reader waits for it. The button keeps the focus.
    this.#offerButton.hidden &&= !failed;
    const said = failed ? 'tools.failed' : 'tools.loading';
    setText(this.#offerState, this.#offerButton.hidden ? '' : word(language, said));
    setText(this.#offerButton, word(language, 'tools.retry'));
  }

  // Reported by the browser after layout; reading a width would force a layout in
  // every frame.
  #resized(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, contentRect: { width } } of entries) {
      const chart = this.#charts.find(({ element }) => element === target);
      if (chart) chart.width = width;
      else this.#width = width;
    }
    this.#schedule();
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#outOfSight.delete(target);
      else this.#outOfSight.add(target);
      const chart = this.#charts.find(({ element }) => element === target);
      if (chart) chart.inSight = isIntersecting;
    }
    if (this.dragging) this.#schedule();
  }

  #measure(render: () => void): void {
    const start = performance.now();
    render();
    this.#stats.frames += 1;
    this.#stats.lastFrameMilliseconds = performance.now() - start;
  }
}

/** Loads the session's module and puts the form on the page. */
export async function openFormView(options: ViewOptions): Promise<CalculatorView> {
  const { language, progress } = options;
  const [module, texts] = await Promise.all([compiled.load(progress), options.texts]);
  readWords(language, texts);
  return new FormView(await startSession(module, language, texts, async () => (await import('../tools/tools')).startTools()), options);
}
