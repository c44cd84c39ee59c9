// Says the result once a change by hand has come to rest, and not before:
// holding an arrow key down is one sentence, not fifty.
import type { Session } from './calculator_view';

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

  /** The reader has done something that may have changed the scenario. */
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
