// The interface of the form for its parts.
import type { FormSession } from './form_session';

export interface Form {
  readonly element: HTMLElement;
  readonly session: FormSession;
  /** The prefix of element ids, so that two forms on a page have no id in common. */
  readonly prefix: string;
  /** Shows everything once more, after something else than the scenario has changed. */
  redraw(): void;
  /** Runs an action of the reader on the scenario, then shows and announces the result. */
  act<Answer>(action: (session: FormSession) => Answer): Answer;
  /** The same for a step of a slider's drag, of which there are many: parts out of sight follow in the next frame. */
  slide(action: (session: FormSession) => void): void;
  /**
   * Begins the drag of a slider, which is one undo step. `letGo` is called when the drag ends. Only returns
   * false while another pointer drags one.
   */
  hold(pointer: number, letGo: () => void): boolean;
}

export interface Part {
  readonly element: HTMLElement;
  /** Shows the current scenario in the current language. */
  update(): void;
}
