// Requests an animation frame only when the application needs one. At rest there
// is neither a frame nor a timer.

import type { FrameStats } from '../face/calculator_view';

export interface LoopHandler {
  /** Seconds until the next frame is needed. 0: now; negative: no frame needed. */
  when(seconds: number): number;
  frame(seconds: number): void;
  /** Called when no frame is due now: for work that must not run in every frame. */
  settled(): void;
}

const clock = (): number => performance.now() / 1000;

export class Loop {
  readonly stats: FrameStats = { frames: 0, lastFrameMilliseconds: 0 };
  #handler: LoopHandler;
  #animation = 0;
  #timer = 0;
  #visible = true;
  #stopped = false;

  constructor(handler: LoopHandler) {
    this.#handler = handler;
  }

  /** Call after every event, because it may have made a frame necessary. */
  wake(): void {
    if (this.#animation || this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    const wait = this.#handler.when(clock());
    if (this.#visible && wait === 0) {
      this.#animation = requestAnimationFrame(() => {
        this.#animation = 0;
        this.#frame();
        this.wake();
      });
      return;
    }
    if (this.#visible && wait > 0) this.#timer = window.setTimeout(() => this.wake(), wait * 1000);
    this.#handler.settled();
  }

  /** Builds due frames inside the event, at most so many; none while hidden, unless `anyway`. */
  flush(count: number, anyway = false): void {
    while ((this.#visible || anyway) && count-- > 0 && this.#handler.when(clock()) === 0) this.#frame();
    // An earlier request may be obsolete, and off the screen it would never run.
    cancelAnimationFrame(this.#animation);
    this.#animation = 0;
    this.wake();
  }

  /** While hidden, nothing is painted. */
  setVisible(visible: boolean): void {
    if (visible === this.#visible) return;
    this.#visible = visible;
    this.wake();
  }

  stop(): void {
    this.#stopped = true;
    cancelAnimationFrame(this.#animation);
    clearTimeout(this.#timer);
  }

  #frame(): void {
    const start = performance.now();
    this.#handler.frame(start / 1000);
    this.stats.frames += 1;
    this.stats.lastFrameMilliseconds = performance.now() - start;
  }
}
