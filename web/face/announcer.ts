// Announces the result of an edit once it has settled, so that holding an arrow
// key gives one sentence instead of fifty.
import type { Session } from './session';

const QUIET_MILLISECONDS = 700;

export class Announcer {
  readonly element = document.createElement('p');
  #session: Pick<Session, 'announcement' | 'revision'>;
  #timer = 0;
  #revision: number;

  constructor(session: Pick<Session, 'announcement' | 'revision'>) {
    this.#session = session;
    this.#revision = session.revision();
    this.element.className = 'announcer';
    this.element.setAttribute('role', 'status');
  }

  /** Call after a reader's action that may have changed the scenario. */
  acted(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const revision = this.#session.revision();
      if (revision === this.#revision) return;
      this.#revision = revision;
      this.element.textContent = this.#session.announcement();
    }, QUIET_MILLISECONDS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
