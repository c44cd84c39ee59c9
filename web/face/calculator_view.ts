// The interface of the calculator's two views: the canvas (canvas_view.ts) and
// the form of plain HTML (form/form_view.ts). A view fills one place of a page,
// does not depend on its surroundings, and removes everything when destroyed.
import type { Theme, View } from './query';
import type { Language } from '../dom/language';
import type { Session } from './session';

export interface FrameStats {
  frames: number;
  lastFrameMilliseconds: number;
}

/** A circle on the screen, in client pixels. */
export interface Place {
  x: number;
  y: number;
  radius: number;
}

export interface ViewOptions {
  /** Its container; the view takes the full width and the height it needs. */
  parent: Element;
  language: Language;
  /** Those of the language, from loadTexts(). */
  texts: Promise<Uint8Array>;
  theme: Theme;
  view: View;
  /** Other elements in which its keyboard shortcuts for undo and redo work. */
  controls: HTMLElement[];
  /** Gets the number of WebAssembly bytes loaded so far, after decompression. */
  progress?(bytes: number): void;
}

export interface CalculatorView {
  readonly mode: 'canvas' | 'form';
  readonly element: HTMLElement;
  readonly session: Session;
  /** Resolves when the calculator is on screen and complete. */
  readonly shown: Promise<void>;
  /** Called after every change of the scenario, once it has settled. */
  onchange: (() => void) | undefined;
  /** Called in every frame that shows something new, also during a drag. */
  onpaint: (() => void) | undefined;
  readonly stats: FrameStats;
  /** Whether a drag is going on, so that the state is not final. */
  readonly dragging: boolean;

  /** Where the bubble of a cell ("social.paid") is; null if it has none on the screen. */
  locate(cell: string): Place | null;
  /** Runs an action of the reader on the scenario and announces its result. */
  act<Answer>(action: (session: Session) => Answer): Answer;
  /** Runs an action on the scenario without an announcement. */
  update<Answer>(action: (session: Session) => Answer): Answer;
  /** `texts`: those of the language, from loadTexts(). */
  setLanguage(language: Language, texts: Uint8Array): void;
  setTheme(theme: Theme): void;
  setView(view: View): void;
  /**
   * Shows only the picture of a part, and sliders of the fields with these paths ("social.paid/visits"), until
   * setView(). Only quadrant and matrix have one; of 'story' there are the sliders alone. Resolves when they are there, if they load later.
   */
  setPicture(view: View, handles: readonly string[]): Promise<void> | undefined;
  /** Removes everything from the page. The instance cannot be used afterwards. */
  destroy(): void;
}
