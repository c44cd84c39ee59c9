// <sextant-calculator>: a calculator in anyone's page. Until it is near the
// screen, or asked for, it is a picture and costs a few kilobytes.
import { adoptStyle } from '../adopt_style';
import type { Change, Json, Refusal } from '../api';
import type { Calculator } from '../calculator';
import { make } from '../make';
import { pageAddress } from '../page_address';
import { readChoices, type Query } from '../query';
import { text } from '../texts';
import type { Bar } from './bar';
import css from './element.css?text';
import { Poster } from './poster';

// How far from the screen loading begins.
const NEAR = '400px';

/** What a `sextant-error` event carries in `detail`; `code` is 'notLoaded' when nothing could be shown. */
export type ElementError = Pick<Refusal, 'code' | 'message'>;

export class SextantCalculator extends HTMLElement {
  static readonly observedAttributes = ['scenario', 'view', 'lang', 'theme', 'currency', 'mode', 'loading'];

  #root = this.attachShadow({ mode: 'open' });
  #poster: Poster | undefined;
  #near: IntersectionObserver | undefined;
  #opening: Promise<void> | undefined;
  #calculator: Calculator | undefined;
  #bar: Bar | undefined;
  // What it begins with instead of its attribute.
  #beginning: unknown;

  /** The scenario as the engine gives it; null before it is loaded. */
  get scenario(): Json {
    return this.#calculator ? JSON.parse(this.#calculator.session.scenarioJson()) as Json : null;
  }

  /**
   * Takes a link, an address with one, the id of a preset, or a scenario as
   * evaluate() of the engine takes it. Once it is loaded, a scenario that is
   * refused throws a RangeError that says why, and nothing changes; before,
   * that is a `sextant-error` event when it loads.
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

  /** What evaluate() of the engine says about the scenario; null before it is loaded. */
  get report(): Json {
    return this.#calculator ? JSON.parse(this.#calculator.session.reportJson()) as Json : null;
  }

  /** Loads it now, whatever `loading` says. Resolves when it is on screen. */
  load(): Promise<void> {
    this.#near?.disconnect();
    this.#opening ??= this.#open();
    return this.#opening;
  }

  connectedCallback(): void {
    if (this.#opening) return; // only moved
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
    if (before === value || !this.isConnected) return;
    const choices = this.#choices();
    const calculator = this.#calculator;
    if (name === 'scenario') this.#beginning = undefined;
    if (name === 'loading') this.#schedule();
    if (!calculator) {
      this.#showPoster();
      return;
    }
    const { currency } = choices;
    if (name === 'scenario') this.#report(this.#take(value ?? ''));
    else if (name === 'view') calculator.setView(choices.view);
    else if (name === 'theme') calculator.appearance.choice = choices.theme;
    else if (name === 'mode') void calculator.setMode(choices.mode).then(() => this.#bar?.update());
    else if (name === 'currency' && currency) calculator.update((session) => session.setCurrency(currency));
    else if (name === 'lang') {
      calculator.setLanguage(choices.language);
      this.#bar?.setLanguage(choices.language);
    }
  }

  // Attributes mean what the page's parameters do. The language is also that of
  // the text around.
  #choices(): Query {
    return readChoices((name) => name === 'lang' ? this.closest('[lang]')?.getAttribute('lang') ?? null : this.getAttribute(name),
      navigator.languages);
  }

  get #scenarioText(): string {
    const { scenario = '' } = { scenario: this.getAttribute('scenario') ?? '' };
    return typeof this.#beginning === 'string' ? this.#beginning : scenario;
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

  #showPoster(): void {
    if (!this.isConnected || this.#calculator) return;
    const poster = new Poster(this.#scenarioText, this.#choices(), this.getAttribute('loading') === 'click', () => {
      this.load().then(() => this.#calculator?.element.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true }), () => undefined);
    });
    if (this.#poster) this.#poster.element.replaceWith(poster.element);
    else this.#root.append(poster.element);
    this.#poster = poster;
  }

  async #open(): Promise<void> {
    const choices = this.#choices();
    this.#poster?.showProgress();
    try {
      const [{ Calculator }, { Bar }] = await Promise.all([import('../calculator'), import('./bar')]);
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
      const scenario = this.#beginning ?? this.getAttribute('scenario');
      if (scenario) this.#report(this.#take(scenario));
      calculator.session.forgetHistory();
      this.#bar = new Bar(calculator, choices.language);
      calculator.element.append(this.#bar.element);
      calculator.onchange = () => this.#changed();
      await calculator.shown;
      this.#poster?.element.remove();
      this.#poster = undefined;
      this.dispatchEvent(new Event('sextant-ready', { bubbles: true, composed: true }));
    } catch (error) {
      console.error(error);
      const message = text(choices.language, 'element.failed');
      this.#poster?.showFailure(message, pageAddress(this.#scenarioText));
      this.#tell({ code: 'notLoaded', message });
      throw error;
    }
  }

  #close(): void {
    this.#near?.disconnect();
    const calculator = this.#calculator;
    if (!calculator) return;
    // Where the reader left off is where it begins when it comes back.
    this.#beginning = calculator.session.link();
    calculator.destroy();
    this.#root.replaceChildren();
    this.#calculator = this.#bar = this.#opening = this.#poster = undefined;
  }

  /** '' or why the scenario was refused. */
  #take(scenario: unknown): string {
    if (typeof scenario === 'string') return this.#calculator!.load(scenario);
    return this.#calculator!.setScenario(scenario)?.message ?? '';
  }

  #report(refusal: string): void {
    this.#root.querySelector('.refusal')?.remove();
    if (!refusal) return;
    this.#root.prepend(make('p', { class: 'refusal', role: 'alert' }, refusal));
    this.#tell({ code: 'refused', message: refusal });
  }

  #tell(detail: ElementError): void {
    this.dispatchEvent(new CustomEvent<ElementError>('sextant-error', { bubbles: true, composed: true, detail }));
  }

  #changed(): void {
    this.#report('');
    this.#bar?.update();
    const detail = { scenario: this.scenario, report: this.report, link: this.#calculator!.session.link() } as Change;
    this.dispatchEvent(new CustomEvent<Change>('sextant-change', { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get('sextant-calculator')) customElements.define('sextant-calculator', SextantCalculator);
