// <sextant-calculator>: a calculator in any page. Until it is near the screen or
// the reader starts it, it is a picture of a few kilobytes.
import { embeddedText } from './embedded_texts';
import { adoptStyle } from '../dom/adopt_style';
import type { Json } from '../calculator/api';
import type { Place } from '../face/calculator_view';
import { make, setAttribute } from '../dom/make';
import { readChoices, type Query } from '../face/query';
import css from './element.css?text';
import { tellError } from './element_error';
import { attempt, readGiven, type Given } from './given';
import { Poster } from './poster';
import { reservedHeight } from './reserved';
import type { Running } from './running';

// The distance from the screen at which loading begins.
const NEAR = '400px';

// These properties are the attributes: frameworks set properties where there are some.
const VIEW_PARAMETERS = ['view', 'story'];
const REFLECTED = ['view', 'story', 'theme', 'currency', 'mode', 'loading'];

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
  #running: Running | undefined;
  // The initial scenario, instead of the attribute's.
  #beginning: unknown;
  /** The object that was last set as the property, in JSON. */
  #set: string | undefined;
  // The currency attribute changed after the initial scenario, which has its own currency.
  #newCurrency = false;

  /** The complete scenario; null before it is loaded. */
  get scenario(): Json {
    return this.#running?.calculator.scenario ?? null;
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
    if (refusal) this.#running!.report(refusal);
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
    return this.#running?.calculator.report ?? null;
  }

  /** Where the bubble of a cell ("social.paid") is, in client pixels; null if there is none on the screen. */
  locate(cell: string): Place | null {
    return this.#running?.calculator.locate(cell) ?? null;
  }

  /** Loads it now, whatever `loading` says. Resolves when it is on screen. */
  load(): Promise<void> {
    this.#near?.disconnect();
    this.#opening ??= this.#open();
    return this.#opening;
  }

  connectedCallback(): void {
    if (this.#opening) { // only moved
      this.#running?.follow();
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
    if (name === 'scenario') this.#beginning = this.#set = undefined;
    if (this.#running) {
      if (name === 'scenario') this.#running.report(this.#running.take(this.#given));
      this.#running.follow();
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
    const load = () => this.load().catch(() => undefined);
    if (loading === 'eager') {
      void load();
      return;
    }
    if (loading === 'click') return;
    this.#near = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && void load(), { rootMargin: NEAR });
    this.#near.observe(this);
  }

  /** `scenario`: null for another than the given one, of which there is no picture. */
  #makePoster({ scenario }: { scenario: unknown } = this.#given): Poster {
    return new Poster(typeof scenario === 'string' ? scenario : null, this.#choices());
  }

  #showPoster(waitsForClick = this.getAttribute('loading') === 'click'): void {
    if (!this.isConnected || this.#running) return;
    const poster = this.#makePoster();
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
    this.#running?.focus();
  }

  async #open(): Promise<void> {
    this.#poster?.showProgress();
    try {
      const { Running } = await import('./running');
      const running = await Running.open({
        element: this,
        inside: this.#inside,
        choices: () => this.#choices(),
        rearranged: () => this.#reserve(),
        picture: (isAnother) => this.#makePoster(isAnother ? { scenario: null } : undefined).element,
      }, (bytes) => this.#poster?.showProgress(bytes));
      if (!this.isConnected) {
        running.destroy();
        this.#opening = undefined;
        return;
      }
      this.#running = running;
      await running.begin(this.#beginning ?? this.getAttribute('scenario') ? this.#given : undefined, this.#newCurrency);
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
    tellError(this, { code: 'notLoaded', message });
  }

  #close(): void {
    this.#near?.disconnect();
    const running = this.#running;
    if (!running) return;
    // If inserted again, it continues with the reader's scenario.
    this.#beginning = running.destroy();
    this.#newCurrency = false;
    this.#resize.disconnect();
    this.#inside.replaceChildren();
    this.#running = this.#opening = this.#poster = undefined;
  }

  /** '' or the reason why the scenario was refused. */
  #give(scenario: unknown): string {
    if (this.#running) return this.#running.take(readGiven(scenario ?? this.getAttribute('scenario')));
    this.#beginning = scenario ?? undefined;
    this.#showPoster();
    return '';
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
