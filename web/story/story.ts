// The story: seven steps around a calculator that shows only what a step is about. Words, switch and results are HTML above
// and below it, the same for both faces; picture and sliders are those of the face.
import css from './story.css?text';
import { adoptStyle } from '../dom/adopt_style';
import { make, setAttribute, setText } from '../dom/dom';
import type { Language } from '../dom/language';
import type { CalculatorView } from '../face/calculator_view';
import { pageAddress } from '../face/page_address';
import type { Explained } from '../face/session';
import { LazyTools } from '../tools/tools';
import { Bars } from './bars';
import { cellOf, readFacts, Writer } from './facts';
import { Hand } from './hand';
import { CORNERS, STEPS, type Moment, type Step, type Told } from './steps';
import { storyText, type StoryKey } from './story_texts';

export interface StoryOptions {
  /** Where the view is; the story puts itself around it. */
  stage: HTMLElement;
  view: CalculatorView;
  language: Language;
  /** 1…7 */
  step: number;
  /** Called when the reader has gone to another step. */
  onstep(step: number): void;
  /** What the last step leads to; without it, that has no button. */
  onend?: () => void;
}

export class Story {
  /** Resolves when the picture and the sliders of the step are there. */
  shown: Promise<void> | undefined;
  #options: StoryOptions;
  #view: CalculatorView;
  #language: Language;
  #at = 0;
  #moment!: Moment;
  #visited = new Set<number>();
  #guessed: number | undefined;
  #done = false;
  #revision: number | undefined;
  #tools = new LazyTools(() => this.#toolsChanged());
  #hand: Hand;
  #bars = new Bars();
  /** By cell, in the language. */
  #names = new Map<string, string>();

  #head = make('div', { class: 'story-head' });
  #dots = STEPS.map((_, at) => this.#button('dot', () => this.#go(at)));
  #title = make('h2', { tabindex: '-1' });
  #say = make('p');
  #task = make('p', { class: 'task', role: 'status' });
  /** Unseen in the same places: the step's other words, so that the picture stays where it is under a hand. */
  #twins = ['', 'strong'].map((name) => make('p', { class: `twin ${name}`, 'aria-hidden': 'true' }));
  #guesses = [0, 1].map((at) => this.#button('', () => this.#guess(at)));
  #choices = make('div', { class: 'guess', role: 'group' }, ...this.#guesses);
  #lever = this.#button('lever', () => this.#pull());
  #foot = make('div', { class: 'story-foot' });
  #rows = make('dl');
  #corners = make('ol', { class: 'corners' }, ...CORNERS.map(() => make('li')));
  #again = this.#button('again', () => this.restart());
  #next = this.#button('primary', () => this.#goOn());
  /** To the whole calculator: here, or on the page. */
  #page = make('a', { class: 'away', target: '_blank', rel: 'noopener' });
  #leave = this.#button('away', () => this.#options.onend?.());

  constructor(options: StoryOptions) {
    this.#options = options;
    this.#view = options.view;
    this.#language = options.language;
    const { stage } = options;
    this.#hand = new Hand(stage);
    adoptStyle(stage.getRootNode() as Document | ShadowRoot, css);
    this.#lever.setAttribute('role', 'switch');
    this.#next.append(make('span'));
    this.#again.append(make('span', { 'aria-hidden': 'true' }, '↺'));
    this.#head.append(make('nav', {}, ...this.#dots, this.#again, options.onend ? this.#leave : this.#page), this.#title, make('div', {}, this.#say, this.#twins[0]), make('div', {}, this.#task, this.#twins[1]), this.#choices, this.#lever, this.#bars.element);
    this.#foot.append(this.#rows, this.#corners, this.#next);
    stage.before(this.#head);
    stage.after(this.#foot);
    stage.parentElement!.classList.add('telling');
    this.#begin(options.step - 1);
  }

  get step(): number {
    return this.#at + 1;
  }

  /** The step from its beginning. */
  restart(): void {
    this.#begin(this.#at);
    this.#view.act(() => undefined);
  }

  /** Goes to a step without telling anybody. */
  setStep(step: number): void {
    if (step !== this.step) this.#begin(step - 1);
  }

  /** Goes on with another face. */
  setView(view: CalculatorView): void {
    this.#view.onpaint = undefined;
    this.#view = view;
    this.#attach();
  }

  setLanguage(language: Language): void {
    this.#language = language;
    this.#learnNames();
    this.#show();
  }

  /** Shows the scenario if it has changed. */
  update(): void {
    if (this.#view.session.revision() !== this.#revision) this.#update();
  }

  /** Removes it; the view shows what it likes. */
  destroy(): void {
    this.#view.onpaint = undefined;
    this.#head.remove();
    this.#foot.remove();
    this.#hand.destroy();
    this.#options.stage.hidden = false;
    this.#options.stage.parentElement!.classList.remove('telling');
  }

  get #step(): Step {
    return STEPS[this.#at];
  }

  #text(key: string, values: Record<string, string> = {}): string {
    return storyText(this.#language, key as StoryKey, values);
  }

  #button(name: string, press: () => void): HTMLButtonElement {
    const button = make('button', name ? { type: 'button', class: name } : { type: 'button' });
    button.addEventListener('click', press);
    return button;
  }

  #begin(at: number): void {
    this.#at = at;
    this.#visited.clear();
    this.#guessed = undefined;
    this.#done = false;
    const { preset, prepare, other, needsTools } = this.#step;
    this.#view.update((session) => {
      const seen = other ? this.#tryOn(other) : undefined;
      session.loadPreset(preset);
      const original = readFacts(session);
      if (prepare) {
        const { scenario } = readFacts(session);
        prepare(scenario);
        session.replaceScenario(scenario);
      }
      const before = prepare ? readFacts(session) : original;
      session.forgetHistory(); // the step begins here
      this.#moment = {
        preset: original, before, now: before, write: new Writer(session), visited: this.#visited, isOn: false, other: seen,
        text: (key) => this.#text(key), nameOf: (cell) => this.#names.get(cell)!,
      };
    });
    if (needsTools) this.#tools.open();
    this.#hand.reset();
    this.#attach();
  }

  // What the same shock does to another shop.
  #tryOn(preset: string): Moment['other'] {
    const { session } = this.#view;
    const saved = session.save();
    session.loadPreset(preset);
    const before = readFacts(session);
    session.switchShock(this.#step.lever!.shock!, 0);
    const after = readFacts(session);
    session.restore(saved);
    return { before, after };
  }

  #attach(): void {
    const { picture, handles } = this.#step;
    this.#moment.write = new Writer(this.#view.session);
    this.shown = this.#view.setPicture(picture ?? 'story', handles);
    this.#options.stage.hidden = !picture && !handles.length;
    this.#learnNames();
    this.#view.onpaint = () => this.#painted();
    this.#revision = undefined;
    this.#update();
  }

  #painted(): void {
    this.update();
    const bubble = this.#step.picture === 'quadrant' ? this.#view.locate(this.#step.cell) : null;
    this.#hand.show(this.#hasMoved || this.#asks || this.#view.mode === 'form' ? null : bubble, this.#text('drag'));
  }

  get #hasMoved(): boolean {
    const { before, now } = this.#moment;
    return this.#done || !this.#step.handles.length || JSON.stringify(before.scenario) !== JSON.stringify(now.scenario);
  }

  #toolsChanged(): void {
    if (this.#head.isConnected) this.#update();
  }

  /** Reads the scenario again. */
  #update(): void {
    const { session } = this.#view;
    this.#revision = session.revision();
    const moment = this.#moment;
    moment.now = readFacts(session);
    this.#addLater(moment);
    if (this.#hasMoved) {
      // The first move may be a leap.
      for (const facts of [moment.before, moment.now]) this.#visited.add(cellOf(facts, this.#step.cell).quadrant ?? 0);
    }
    this.#show();
  }

  #addLater({ before, now }: Moment): void {
    const { tools } = this.#tools;
    if (!this.#step.needsTools || !tools) return;
    const { session } = this.#view;
    now.later = tools.afterOrder({ scenario: session.scenarioBytes(), language: this.#language });
    if (before.later) return;
    const saved = session.save();
    session.replaceScenario(before.scenario);
    before.later = tools.afterOrder({ scenario: session.scenarioBytes(), language: this.#language });
    session.restore(saved);
    this.#revision = session.revision();
  }

  #show(): void {
    const { id, guess, lever, cell } = this.#step;
    this.#moment.isOn = !!lever && this.#isOn;
    const told = this.#step.tell(this.#moment);
    this.#done ||= told.done;
    const asks = this.#asks;
    const verdict = this.#guessed === undefined ? '' : this.#text(this.#guessed === guess!.right ? 'guess.right' : 'guess.wrong');
    const values = { ...told.values, verdict, cell: this.#names.get(cell)! };
    setText(this.#title, this.#text(`step.${id}.title`));
    setText(this.#say, this.#advice || this.#text(guess && !asks ? `step.${id}.answer` : `step.${id}.say`, values).trim());
    const requests = [this.#text(this.#request, values), this.#text(`step.${id}.done`, values)];
    setText(this.#task, asks ? '' : requests[+this.#done]);
    setText(this.#twins[0], guess ? '' : this.#text(`step.${id}.say`, values));
    setText(this.#twins[1], asks ? '' : requests[+!this.#done]);
    this.#task.classList.toggle('done', this.#done);
    this.#showGuess(asks);
    this.#lever.hidden = !lever;
    if (lever) {
      setText(this.#lever, this.#text(lever.label));
      setAttribute(this.#lever, 'aria-checked', String(this.#isOn));
    }
    this.#bars.element.hidden = !told.bars;
    if (told.bars) this.#bars.show(told.bars, told.legend);
    this.#showRows(told.rows);
    this.#showCorners();
    this.#showTurn();
  }

  /** The switch: what it does to the scenario can be undone, too. */
  get #isOn(): boolean {
    const { preset, shock } = this.#step.lever!;
    return shock ? this.#moment.now.report.media[0].visits === 0 : this.#view.session.presetId() === preset;
  }

  /** The reader is to guess first. */
  get #asks(): boolean {
    return !!this.#step.guess && this.#guessed === undefined && !this.#done;
  }

  /** Bubbles of a form cannot be dragged. */
  get #request(): string {
    const { id, picture, handles } = this.#step;
    return this.#view.mode === 'form' && picture === 'quadrant' && handles.length > 1 ? `step.${id}.slide` : `step.${id}.do`;
  }

  #explanations(): Explained {
    return JSON.parse(this.#view.session.explain()) as Explained;
  }

  #learnNames(): void {
    this.#names = new Map(this.#explanations().cells.map(({ id, name }) => [id, name]));
  }

  /** What to do with the cell, where that is what the step is about. */
  get #advice(): string {
    if (this.#step.id !== 'corners' || !this.#hasMoved) return '';
    const { name, advice } = this.#explanations().cells.find(({ id }) => id === this.#step.cell)!;
    return advice ? `${name}${this.#language === 'en' ? ': ' : '：'}${advice}` : '';
  }

  #showGuess(asks: boolean): void {
    this.#choices.hidden = !asks;
    this.#step.guess?.options.forEach((key, at) => setText(this.#guesses[at], this.#text(key)));
    setAttribute(this.#choices, 'aria-label', this.#title.textContent!);
  }

  #showRows(rows: Told['rows']): void {
    this.#rows.hidden = !rows.length;
    while (this.#rows.children.length < rows.length) this.#rows.append(make('div', {}, make('dt'), make('dd', {}, make('s'), make('b'))));
    [...this.#rows.children].forEach((item, at) => {
      const row = rows[at];
      (item as HTMLElement).hidden = !row;
      if (!row) return;
      const [label, value] = item.children;
      setText(label, this.#text(row.label, { months: this.#moment.write.months(this.#moment.now.scenario.flywheel.months) }));
      const [before, now] = value.children;
      setText(before, row.before !== undefined && row.before !== row.now && !this.#asks ? row.before : '');
      setText(now, this.#asks ? '?' : row.now);
    });
  }

  #showCorners(): void {
    const shown = this.#step.id === 'corners';
    this.#corners.hidden = !shown;
    if (!shown) return;
    const present = cellOf(this.#moment.now, this.#step.cell).quadrant;
    CORNERS.forEach((corner, at) => {
      const item = this.#corners.children[at];
      const seen = this.#visited.has(corner);
      const name = this.#text(`corners.${corner}`);
      item.classList.toggle('seen', seen);
      setAttribute(item, 'aria-current', corner === present ? 'true' : undefined);
      setText(item, seen ? this.#text('corners.seen', { corner: name }) : name);
    });
  }

  #showTurn(): void {
    setAttribute(this.#head.firstElementChild!, 'aria-label', this.#text('steps'));
    this.#dots.forEach((dot, at) => {
      setText(dot, String(at + 1));
      setAttribute(dot, 'aria-label', this.#text('step', { step: String(at + 1), title: this.#text(`step.${STEPS[at].id}.title`) }));
      setAttribute(dot, 'aria-current', at === this.#at ? 'step' : undefined);
    });
    setAttribute(this.#again, 'aria-label', this.#text('again'));
    this.#again.title = this.#text('again');
    const isLast = this.#at === STEPS.length - 1;
    this.#next.hidden = isLast && !this.#options.onend;
    setText(this.#next.firstElementChild!, this.#text(isLast ? 'end' : 'next'));
    this.#next.classList.toggle('ready', this.#done);
    setText(this.#leave, this.#text('leave'));
    setText(this.#page, this.#text('page'));
    this.#page.href = pageAddress(this.#view.session.link(), `?story=${this.step}&lang=${this.#language}`);
  }

  #guess(at: number): void {
    this.#guessed = at;
    this.#show();
    this.#title.focus({ preventScroll: true }); // the buttons go
  }

  #pull(): void {
    const { lever, preset } = this.#step;
    const on = this.#isOn;
    this.#view.act((session) => {
      if (lever!.shock) session.switchShock(lever!.shock, 0);
      else session.loadPreset(on ? preset : lever!.preset!);
    });
    this.#update();
  }

  #goOn(): void {
    if (this.#at === STEPS.length - 1) this.#options.onend?.();
    else this.#go(this.#at + 1);
  }

  #go(at: number): void {
    this.#begin(at);
    this.#view.act(() => undefined);
    this.#title.focus({ preventScroll: true });
    this.#options.onstep(this.step);
  }
}
