// What the parts of a form know of the whole.
import type { FormSession } from './form_session';

export interface Form {
  readonly session: FormSession;
  /** Ids of elements begin with it, so that no two forms of a page share one. */
  readonly prefix: string;
  /** Does something to the scenario that the reader asked for, and shows and says what came of it. */
  act<Answer>(action: (session: FormSession) => Answer): Answer;
  /**
   * A pointer holds a slider, and what it does is one undo step. `letGo` is called when it no longer
   * does. False, and nothing more, while another pointer holds one.
   */
  hold(pointer: number, letGo: () => void): boolean;
}

export interface Part {
  readonly element: HTMLElement;
  /** Shows the scenario as it is now, in the present language. */
  update(): void;
}
