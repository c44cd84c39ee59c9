/**
 * `<sextant-calculator>`, which sextant-element.js defines. The script exports nothing: load it with
 * `<script type="module">` or `import()`; on a server it does nothing.
 *
 * This file needs the folder `engine` beside it, as in `dist/`. Name it in the `include` of your tsconfig.json, or
 * write `/// <reference path="…/sextant-element.d.ts" />`.
 */
import type { PartialScenario, Report, Scenario } from './engine/index.js';

export type { PartialScenario, Report, Scenario };

export type SextantView =
  | 'all' | 'kpi' | 'cells' | 'quadrant' | 'drag' | 'matrix' | 'formula' | 'wheel' | 'flywheel' | 'remarketing' | 'shocks' | 'story';

/**
 * A link, an address of the page or of a preset, the id of a preset, a scenario, or a scenario in JSON. Null and
 * undefined: what the attribute says, or the default scenario.
 */
export type SextantScenario = string | PartialScenario | null | undefined;

/** The `detail` of `sextant-change`. */
export interface SextantChange {
  /** Complete. */
  scenario: Scenario;
  /** What evaluate() of the engine returns for it. */
  report: Report;
  /** The scenario as text; behind `#` it makes an address of the page. */
  link: string;
}

/** The `detail` of `sextant-error`. */
export interface SextantElementError {
  /**
   * `refused`: a scenario; nothing has changed. `notLoaded`: the calculator, or the other view or mode asked for.
   * `languageNotLoaded`: it keeps its language.
   */
  code: 'refused' | 'notLoaded' | 'languageNotLoaded';
  /** A sentence in the language of the element. */
  message: string;
}

export interface SextantEventMap {
  /** After a change of the scenario by the reader or by a script, once it has settled. Bubbles. */
  'sextant-change': CustomEvent<SextantChange>;
  /** The calculator is on screen. Bubbles. */
  'sextant-ready': Event;
  /** Something was refused or could not be loaded, and why. Bubbles. */
  'sextant-error': CustomEvent<SextantElementError>;
}

/** Attributes, and properties of the same names. What is unknown is ignored. */
export interface SextantAttributes {
  scenario?: SextantScenario;
  /** Default: `all`. */
  view?: SextantView;
  /** The story, from this step: 1 to 7. */
  story?: number | `${number}`;
  /** `en` or `zh-TW`. Default: the language of the text around the element. */
  lang?: string;
  /** Default: as the reader's system. */
  theme?: 'light' | 'dark' | 'auto';
  /** ISO 4217. Amounts are not converted. Default: that of the scenario. */
  currency?: string;
  /** Default `auto`: a canvas, or a form where WebGL 2 is missing or the reader uses forced colours. */
  mode?: 'canvas' | 'form' | 'auto';
  /** When the calculator loads; until then the element is a picture. Default: `lazy`, when it comes near the screen. */
  loading?: 'lazy' | 'click' | 'eager';
}

export interface SextantCalculator extends HTMLElement {
  /** The complete scenario; null before it is loaded. */
  get scenario(): Scenario | null;
  /**
   * May be set before the script has arrived. An invalid one shows a message, fires `sextant-error` and changes
   * nothing; before loading, it does so when the element loads. An object that equals the one set last changes
   * nothing, so that frameworks may set it at every rendering.
   */
  set scenario(scenario: SextantScenario);
  /** As the attribute; '' if there is none. The setter also takes null, which removes it. */
  view: string;
  story: string;
  theme: string;
  currency: string;
  mode: string;
  loading: string;
  /** What evaluate() of the engine returns for the scenario; null before it is loaded. */
  readonly report: Report | null;
  /**
   * Takes what the property takes, also what was set last.
   * @throws RangeError with the reason when it is invalid; nothing changes. Before loading, the element fires
   *     `sextant-error` when it loads instead.
   */
  setScenario(scenario: SextantScenario): void;
  /** Where the bubble of a cell ("social.paid") is, in client pixels; null if there is none on the screen. */
  locate(cell: string): { x: number; y: number; radius: number } | null;
  /** Loads it now, whatever `loading` says. Resolves when it is on screen, rejects when it cannot be loaded. */
  load(): Promise<void>;

  addEventListener<Name extends keyof SextantEventMap>(
    type: Name, listener: (this: SextantCalculator, event: SextantEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name, listener: (this: SextantCalculator, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** In JSX. React 19 sets objects as properties and hears events as `onsextant-change`; React 18 does neither: use a ref. */
export interface SextantJsxAttributes extends SextantAttributes {
  id?: string;
  class?: string;
  className?: string;
  style?: object;
  hidden?: boolean;
  key?: string | number | bigint | null;
  // Every React has its own type for it.
  ref?: any;
  children?: any;
  'onsextant-change'?: (event: SextantEventMap['sextant-change']) => void;
  'onsextant-ready'?: (event: SextantEventMap['sextant-ready']) => void;
  'onsextant-error'?: (event: SextantEventMap['sextant-error']) => void;
}

declare global {
  interface HTMLElementTagNameMap {
    'sextant-calculator': SextantCalculator;
  }
  interface HTMLElementEventMap extends SextantEventMap {}
  // React 18, and others with a global JSX.
  namespace JSX {
    interface IntrinsicElements {
      'sextant-calculator': SextantJsxAttributes;
    }
  }
}

// React 19. Without React there is nothing to extend, which is no error.
// @ts-ignore
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'sextant-calculator': SextantJsxAttributes;
    }
  }
}
