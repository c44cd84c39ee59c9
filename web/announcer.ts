// Says the result once a change by hand has come to rest, and not before:
// holding an arrow key down is one sentence, not fifty.
import type { App } from './app_module';

const QUIET_MILLISECONDS = 700;

export class Announcer {
  readonly element = document.createElement('p');
  #app: App;
  #timer = 0;
  #revision: number;

  constructor(app: App) {
    this.#app = app;
    this.#revision = app.revision();
    this.element.className = 'announcer';
    this.element.setAttribute('role', 'status');
  }

  /** The reader has done something that may have changed the scenario. */
  acted(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const revision = this.#app.revision();
      if (revision === this.#revision) return;
      this.#revision = revision;
      this.element.textContent = this.#app.announcement();
    }, QUIET_MILLISECONDS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
