// <sextant-calculator>: a calculator in any page. Until it is near the screen or
// the reader starts it, it is a picture of a few kilobytes.
import { embeddedText } from './embedded_texts';
import { adoptStyle } from '../dom/adopt_style';
import type { Change, Json, Refusal } from '../calculator/api';
import type { Calculator } from '../calculator/calculator';
import type { Place } from '../face/calculator_view';
import { make, setAttribute } from '../dom/dom';
import { readChoices, type Query } from '../face/query';
import type { Bar } from './bar';
import type { ContextKeeper } from './contexts';
import css from './element.css?text';
import { attempt, readGiven, type Given } from './given';
import { Poster } from './poster';
import type { Refusal as ShownRefusal } from './refusal';
import { reservedHeight } from './reserved';

// The distance from the screen at which loading begins.
const NEAR = '400px';

// These properties are the attributes: frameworks set properties where there are some.
const VIEW_PARAMETERS = ['view', 'story'];
const REFLECTED = ['view', 'story', 'theme', 'currency', 'mode', 'loading'];

/** The `detail` of a `sextant-error` event; `code` is 'notLoaded' when the calculator could not load, 'languageNotLoaded' when it keeps its language. */
export type ElementError = Pick<Refusal, 'code' | 'message'>;

/** The language of the nearest ancestor that has one, also outside the shadow root of `element`. */
function languageAround(element: Element): string | null {
  const found = element.closest('[lang]');
  if (found) return found.getAttribute('lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : null;
}

export class SextantCalculator extends HTMLElement {
  static readonly observedAttributes = ['scenario', 'lang', ...REFLECTED];

  #root = this.attachShadow({ mode: 'open' });
  // Everything is in it: what a host's styles must not reach (element.css).
  #inside = make('div', { class: 'inside' });
  // Only as wide as the element.
  #ruler = make('div');
  #width = 0;
  #resize = new ResizeObserver(([{ contentRect: { width } }]) => {
    this.#width = width;
    this.#reserve();
  });
  #poster: Poster | undefined;
  #near: IntersectionObserver | undefined;
  #opening: Promise<void> | undefined;
  #calculator: Calculator | undefined;
  #bar: Bar | undefined;
  #refusal: ShownRefusal | undefined;
  #contexts: ContextKeeper | undefined;
  #parts: typeof import('./element_parts') | undefined;
  // The initial scenario, instead of the attribute's.
  #beginning: unknown;
  /** The object that was last set as the property, in JSON. */
  #set: string | undefined;
  #followed: Query | undefined;
  // The currency attribute changed after the initial scenario, which has its own currency.
  #newCurrency = false;

  /** The complete scenario; null before it is loaded. */
  get scenario(): Json {
    return this.#calculator?.scenario ?? null;
  }

  /**
   * Takes a link, an address of the page or of a preset, the id of a preset, or a scenario as evaluate() of the
   * engine takes it; null and undefined: what the attribute says. An invalid one shows a message, causes a
   * `sextant-error` event and changes nothing; before loading, it does so when the element loads. Frameworks set
   * an object again whenever they render: one that equals the last one changes nothing.
   */
  set scenario(scenario: unknown) {
    const written = typeof scenario === 'object' ? attempt(() => JSON.stringify(scenario)) : undefined;
    if (written && written === this.#set) return;
    const refusal = this.#give(scenario);
    this.#set = written;
    if (refusal) this.#report(refusal);
  }

  /**
   * The same, but an invalid scenario throws a RangeError with the reason. Before loading, it causes a
   * `sextant-error` event when the element loads.
   */
  setScenario(scenario: unknown): void {
    this.#set = undefined;
    const refusal = this.#give(scenario);
    if (refusal) throw new RangeError(refusal);
  }

  /** What evaluate() of the engine returns for the scenario; null before it is loaded. */
  get report(): Json {
    return this.#calculator?.report ?? null;
  }

  /** Where the bubble of a cell ("social.paid") is, in client pixels; null if there is none on the screen. */
  locate(cell: string): Place | null {
    return this.#calculator?.locate(cell) ?? null;
  }

  /** Loads it now, whatever `loading` says. Resolves when it is on screen. */
  load(): Promise<void> {
    this.#near?.disconnect();
    this.#opening ??= this.#open();
    return this.#opening;
  }

  connectedCallback(): void {
    if (this.#opening) { // only moved
      this.#follow();
      return;
    }
    adoptStyle(this.#root, css);
    this.#root.append(this.#ruler, this.#inside);
    this.#width = this.#ruler.clientWidth;
    this.#resize.observe(this.#ruler);
    for (const name of ['scenario', ...REFLECTED]) this.#takeEarly(name as 'scenario');
    this.#showPoster();
    this.#schedule();
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value) return;
    if (name === 'scenario') this.#beginning = undefined;
    if (this.#calculator) {
      if (name === 'scenario') this.#report(this.#take(this.#given));
      this.#follow();
    } else {
      this.#newCurrency ||= name === 'currency';
      if (!this.#poster || this.#opening) return; // an upgrade tells the attributes before connectedCallback()
      this.#showPoster();
      if (name === 'loading') this.#schedule();
    }
  }

  // A property that was set before the script arrived hides the one of the class.
  #takeEarly(name: 'scenario'): void {
    if (!Object.hasOwn(this, name)) return;
    const value: unknown = this[name];
    delete (this as Partial<this>)[name];
    this[name] = value as null;
  }

  // Attributes mean the same as the page's parameters. The default language is that of the surrounding text, the
  // default view that of the address given as the scenario.
  #choices(): Query {
    const choosesView = this.hasAttribute('view') || this.hasAttribute('story');
    const { parameters } = this.#given;
    return readChoices((name) => {
      if (name === 'lang') return languageAround(this);
      return this.getAttribute(name) ?? (choosesView || !VIEW_PARAMETERS.includes(name) ? null : parameters.get(name));
    }, navigator.languages);
  }

  /** The initial scenario. */
  get #given(): Given {
    return readGiven(this.#beginning ?? this.getAttribute('scenario'));
  }

  #schedule(): void {
    if (this.#opening) return;
    this.#near?.disconnect();
    const loading = this.getAttribute('loading');
    if (loading === 'eager') {
      this.load().catch(() => undefined);
      return;
    }
    if (loading === 'click') return;
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.load().catch(() => undefined);
    }, { rootMargin: NEAR });
    this.#near.observe(this);
  }

  #showPoster(waitsForClick = this.getAttribute('loading') === 'click'): void {
    if (!this.isConnected || this.#calculator) return;
    const { scenario } = this.#given;
    const poster = new Poster(typeof scenario === 'string' ? scenario : null, this.#choices());
    if (waitsForClick) poster.showButton(() => this.#start());
    if (this.#poster) this.#poster.element.replaceWith(poster.element);
    else this.#inside.append(poster.element);
    this.#poster = poster;
    this.#reserve();
  }

  // While the picture is there; a calculator keeps that room until it is arranged in another way.
  #reserve(): void {
    const { view, mode } = this.#choices();
    this.#inside.style.minHeight = this.#poster && this.#width ? `${reservedHeight(view, mode, this.#width)}px` : '';
  }

  // Move the focus into the calculator after the button was pressed.
  async #start(): Promise<void> {
    try {
      await this.load();
    } catch {
      return; // the poster shows the reason
    }
    this.#calculator?.element.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
  }

  async #open(): Promise<void> {
    const choices = this.#choices();
    this.#poster?.showProgress();
    try {
      const { Calculator, Bar, Refusal, ContextKeeper, makeRoom } = this.#parts = await import('./element_parts');
      makeRoom();
      const calculator = await Calculator.open({
        ...choices,
        parent: this.#inside,
        progress: (bytes) => this.#poster?.showProgress(bytes),
      });
      if (!this.isConnected) {
        calculator.destroy();
        this.#opening = undefined;
        return;
      }
      this.#calculator = calculator;
      this.#followed = choices;
      this.#refusal = new Refusal(this.#inside, calculator);
      this.#contexts = new ContextKeeper(calculator, () => this.#choices().mode);
      if (this.#beginning ?? this.getAttribute('scenario')) this.#report(this.#take(this.#given));
      const { currency } = this.#choices();
      if (currency && this.#newCurrency) calculator.update((session) => session.setCurrency(currency));
      calculator.session.forgetHistory();
      this.#bar = new Bar(calculator, choices.language);
      calculator.element.append(this.#bar.element);
      calculator.onchange = () => this.#changed();
      this.#follow(); // attributes may have changed since
      await calculator.shown;
      this.#poster?.element.remove();
      this.#poster = undefined;
      this.dispatchEvent(new Event('sextant-ready', { bubbles: true, composed: true }));
    } catch (error) {
      console.error(error);
      this.#opening = undefined;
      this.#fail();
      throw error;
    }
  }

  // The picture stays, with the reason, a retry button and a link to the page.
  #fail(): void {
    const message = embeddedText(this.#choices().language, 'element.failed');
    this.#showPoster(true);
    this.#poster?.showFailure(message);
    this.#tell({ code: 'notLoaded', message });
  }

  #close(): void {
    this.#near?.disconnect();
    const calculator = this.#calculator;
    if (!calculator) return;
    // If inserted again, it continues with the reader's scenario.
    this.#beginning = calculator.update((session) => session.link()); // not that of the story
    this.#newCurrency = false;
    this.#contexts!.destroy();
    calculator.destroy();
    this.#resize.disconnect();
    this.#inside.replaceChildren();
    this.#calculator = this.#bar = this.#opening = this.#poster = undefined;
  }

  /** Applies changed attributes to the calculator. */
  #follow(): void {
    const calculator = this.#calculator;
    if (!calculator) return;
    const before = this.#followed!;
    const now = this.#followed = this.#choices();
    if (now.step !== before.step) calculator.setStep(now.step);
    if (now.view !== before.view || now.mode !== before.mode) this.#reserve();
    if (now.view !== before.view) {
      calculator.setView(now.view).catch(() => this.#tell({ code: 'notLoaded', message: embeddedText(now.language, 'element.failed') }));
    }
    if (now.theme !== before.theme) calculator.appearance.choice = now.theme;
    const { currency } = now;
    if (currency && currency !== before.currency) calculator.update((session) => session.setCurrency(currency));
    if (now.language !== before.language) {
      calculator.setLanguage(now.language).then(() => this.#bar?.setLanguage(now.language), () =>
        this.#tell({ code: 'languageNotLoaded', message: embeddedText(before.language, 'notice.language') }));
    }
    if (now.mode !== before.mode) {
      calculator.setMode(now.mode).then(() => this.#bar?.update(), () =>
        this.#tell({ code: 'notLoaded', message: embeddedText(now.language, 'element.failed') }));
    }
  }

  /** '' or the reason why the scenario was refused. */
  #give(scenario: unknown): string {
    if (this.#calculator) return this.#take(readGiven(scenario ?? this.getAttribute('scenario')));
    this.#beginning = scenario ?? undefined;
    this.#showPoster();
    return '';
  }

  #take({ scenario }: Given): string {
    const refusal = this.#parts!.takeScenario(this.#calculator!, scenario, this.#choices().language);
    if (!refusal) this.#refusal!.show('');
    return refusal;
  }

  #report(refusal: string): void {
    this.#refusal!.show(refusal);
    if (refusal) this.#tell({ code: 'refused', message: refusal });
  }

  #tell(detail: ElementError): void {
    this.dispatchEvent(new CustomEvent<ElementError>('sextant-error', { bubbles: true, composed: true, detail }));
  }

  #changed(): void {
    const link = this.#calculator!.session.link();
    this.#refusal!.update();
    this.#bar?.update();
    const detail: Change = { scenario: this.scenario, report: this.report, link };
    this.dispatchEvent(new CustomEvent<Change>('sextant-change', { bubbles: true, composed: true, detail }));
  }
}

for (const name of REFLECTED) {
  Object.defineProperty(SextantCalculator.prototype, name, {
    get(this: SextantCalculator) {
      return this.getAttribute(name) ?? '';
    },
    set(this: SextantCalculator, value: unknown) {
      setAttribute(this, name, value == null ? undefined : String(value));
    },
  });
}

if (!customElements.get('sextant-calculator')) customElements.define('sextant-calculator', SextantCalculator);
