// The tools of one calculator: what a reader asks for after the first screen,
// loaded when the first of it is opened.
import { startTools, type Tools } from './tools';

export type ToolsState = 'closed' | 'loading' | 'ready' | 'failed';

export class LazyTools {
  state: ToolsState = 'closed';
  /** There when the state is 'ready'. */
  tools: Tools | undefined;
  #changed: () => void;

  /** `changed` is called after every change of the state. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Loads them, unless that has begun. After a failure it tries again. */
  open(): void {
    if (this.state === 'loading' || this.state === 'ready') return;
    this.#become('loading');
    // The script itself is there: browsers do not ask again for a module script that has failed.
    startTools().then((tools) => {
      this.tools = tools;
      this.#become('ready');
    }, () => this.#become('failed'));
  }

  #become(state: ToolsState): void {
    this.state = state;
    this.#changed();
  }
}
