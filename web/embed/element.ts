// <sextant-calculator>: a calculator in any page. Until it is near the screen or
// the reader starts it, it is a picture of a few kilobytes.
import { adoptStyle } from '../dom/adopt_style';
import type { Change, Json, Refusal } from '../calculator/api';
import type { Calculator } from '../calculator/calculator';
import type { Place } from '../face/calculator_view';
import { make } from '../dom/dom';
import { readChoices, type Query } from '../face/query';
import { text } from '../dom/texts';
import type { Bar } from './bar';
import css from './element.css?text';
import { Poster } from './poster';

// The distance from the screen at which loading begins.
const NEAR = '400px';

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
  static readonly observedAttributes = ['scenario', 'view', 'story', 'lang', 'theme', 'currency', 'mode', 'loading'];

  #root = this.attachShadow({ mode: 'open' });
  #poster: Poster | undefined;
  #near: IntersectionObserver | undefined;
  #opening: Promise<void> | undefined;
  #calculator: Calculator | undefined;
  #bar: Bar | undefined;
  // The initial scenario, instead of the attribute's.
  #beginning: unknown;
  #followed: Query | undefined;
  #refusedAt = '';
  // The currency attribute changed after the initial scenario, which has its own currency.
  #newCurrency = false;

  /** The complete scenario; null before it is loaded. */
  get scenario(): Json {
    return this.#calculator?.scenario ?? null;
  }

  /**
   * Takes a link, an address with one, the id of a preset, or a scenario as
   * evaluate() of the engine takes it. After loading, an invalid scenario throws a
   * RangeError with the reason, and nothing changes. Before loading, it causes a
   * `sextant-error` event when the element loads.
   */
  set scenario(scenario: unknown) {
    if (!this.#calculator) {
      this.#beginning = scenario;
      this.#showPoster();
      return;
    }
    const refusal = this.#take(scenario);
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
      if (name === 'scenario') this.#report(this.#take(value ?? ''));
      this.#follow();
    } else {
      this.#newCurrency ||= name === 'currency';
      if (!this.isConnected || this.#opening) return;
      this.#showPoster();
      if (name === 'loading') this.#schedule();
    }
  }

  // Attributes mean the same as the page's parameters. The default language is that
  // of the surrounding text.
  #choices(): Query {
    return readChoices((name) => name === 'lang' ? languageAround(this) : this.getAttribute(name), navigator.languages);
  }

  /** A link or the id of a preset; '' for the default scenario, and if a scenario was set as an object. */
  get #scenarioText(): string {
    return typeof this.#beginning === 'string' ? this.#beginning : this.getAttribute('scenario') ?? '';
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
    const poster = new Poster(this.#scenarioText, this.#choices());
    if (waitsForClick) poster.showButton(() => this.#start());
    if (this.#poster) this.#poster.element.replaceWith(poster.element);
    else this.#root.append(poster.element);
    this.#poster = poster;
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
      const [{ Calculator }, { Bar }] = await Promise.all([import('../calculator/calculator'), import('./bar')]);
      const calculator = await Calculator.open({
        ...choices,
        parent: this.#root,
        progress: (bytes) => this.#poster?.showProgress(bytes),
      });
      if (!this.isConnected) {
        calculator.destroy();
        this.#opening = undefined;
        return;
      }
      this.#calculator = calculator;
      this.#followed = choices;
      const scenario = this.#beginning ?? this.getAttribute('scenario');
      if (scenario) this.#report(this.#take(scenario));
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
    const message = text(this.#choices().language, 'element.failed');
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
    calculator.destroy();
    this.#root.replaceChildren();
    this.#calculator = this.#bar = this.#opening = this.#poster = undefined;
  }

  /** Applies changed attributes to the calculator. */
  #follow(): void {
    const calculator = this.#calculator;
    if (!calculator) return;
    const before = this.#followed!;
    const now = this.#followed = this.#choices();
    if (now.step !== before.step) calculator.setStep(now.step);
    if (now.view !== before.view) {
      calculator.setView(now.view).catch(() => this.#tell({ code: 'notLoaded', message: text(now.language, 'element.failed') }));
    }
    if (now.theme !== before.theme) calculator.appearance.choice = now.theme;
    const { currency } = now;
    if (currency && currency !== before.currency) calculator.update((session) => session.setCurrency(currency));
    if (now.language !== before.language) {
      calculator.setLanguage(now.language).then(() => this.#bar?.setLanguage(now.language), () =>
        this.#tell({ code: 'languageNotLoaded', message: text(before.language, 'notice.language') }));
    }
    if (now.mode !== before.mode) {
      calculator.setMode(now.mode).then(() => this.#bar?.update(), () =>
        this.#tell({ code: 'notLoaded', message: text(now.language, 'element.failed') }));
    }
  }

  /** '' or the reason why the scenario was refused. */
  #take(scenario: unknown): string {
    const refusal = typeof scenario === 'string' ? this.#calculator!.load(scenario) : this.#calculator!.setScenario(scenario)?.message ?? '';
    if (!refusal) this.#report('');
    return refusal;
  }

  // An error message stays until something changes.
  #report(refusal: string): void {
    this.#root.querySelector('.refusal')?.remove();
    this.#refusedAt = refusal && this.#calculator!.session.link();
    if (!refusal) return;
    const alert = make('p', { class: 'refusal', role: 'alert', 'data-theme': this.#calculator!.appearance.theme }, refusal);
    this.#root.prepend(alert);
    this.#tell({ code: 'refused', message: refusal });
  }

  #tell(detail: ElementError): void {
    this.dispatchEvent(new CustomEvent<ElementError>('sextant-error', { bubbles: true, composed: true, detail }));
  }

  #changed(): void {
    const link = this.#calculator!.session.link();
    if (this.#refusedAt && link !== this.#refusedAt) this.#report('');
    this.#bar?.update();
    const detail: Change = { scenario: this.scenario, report: this.report, link };
    this.dispatchEvent(new CustomEvent<Change>('sextant-change', { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get('sextant-calculator')) customElements.define('sextant-calculator', SextantCalculator);
