// What the two faces of the calculator have in common: the canvas
// (canvas_view.ts) and the form of plain HTML (form/form_view.ts). Each is one
// place of a page, knows nothing of what is around it, and leaves nothing
// behind when it is destroyed.
import type { App } from '../canvas/app_module';
import type { LoopStats } from '../canvas/loop';
import type { Theme, View } from './query';
import type { Language } from '../dom/texts';

/** The scenario with its history, as app_module.d.ts describes it. */
export type Session = Pick<App,
  'announcement' | 'canRedo' | 'canUndo' | 'currency' | 'explain' | 'forgetHistory' | 'link' | 'loadLink' | 'loadPreset' | 'origin' |
  'presetId' | 'presets' | 'redo' | 'reportJson' | 'reset' | 'revision' | 'scenarioJson' | 'setCurrency' | 'setTitle' |
  'svg' | 'table' | 'title' | 'undo'> & {
  /** Takes what engine.evaluate() takes. '' or JSON text of a Refusal (nothing changes). */
  replaceScenario(scenario: unknown): string;
};

export interface ViewOptions {
  /** Where it goes; it takes the whole width and the height it needs. */
  parent: Element;
  language: Language;
  theme: Theme;
  view: View;
  /** Controls elsewhere that belong to it: undo by keyboard works there, too. */
  controls: HTMLElement[];
  /** Bytes of WebAssembly that have arrived, as they are after decompression. */
  progress?(bytes: number): void;
}

export interface CalculatorView {
  readonly mode: 'canvas' | 'form';
  readonly element: HTMLElement;
  readonly session: Session;
  /** Resolves when the calculator is on screen and complete. */
  readonly shown: Promise<void>;
  /** After every change of the scenario, once it has come to rest. */
  onchange: (() => void) | undefined;
  readonly stats: LoopStats;
  /** Whether a pointer holds something: what is seen now is on its way. */
  readonly dragging: boolean;

  /** Does something to the scenario that the reader asked for, and says what came of it. */
  act<Answer>(action: (session: Session) => Answer): Answer;
  /** Does something to the scenario that the reader need not be told of. */
  update<Answer>(action: (session: Session) => Answer): Answer;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  setView(view: View): void;
  /** Takes everything off the page. The instance is of no use afterwards. */
  destroy(): void;
}
