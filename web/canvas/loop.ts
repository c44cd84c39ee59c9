// Asks for an animation frame only when the application wants one. At rest
// there is neither a frame nor a timer.

export interface LoopStats {
  frames: number;
  lastFrameMilliseconds: number;
}

export interface LoopHandler {
  /** Seconds until the next frame is wanted: 0 at once, negative: not at all. */
  when(seconds: number): number;
  frame(seconds: number): void;
  /** No frame is due at once: time for what must not be done on every frame. */
  settled(): void;
}

const clock = (): number => performance.now() / 1000;

export class Loop {
  readonly stats: LoopStats = { frames: 0, lastFrameMilliseconds: 0 };
  #handler: LoopHandler;
  #animation = 0;
  #timer = 0;
  #visible = true;
  #stopped = false;

  constructor(handler: LoopHandler) {
    this.#handler = handler;
  }

  /** To be called after every event: it may have made a frame necessary. */
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

  /** Builds frames that are due inside the event, at most so many; none while hidden, unless `anyway`. */
  flush(count: number, anyway = false): void {
    while ((this.#visible || anyway) && count-- > 0 && this.#handler.when(clock()) === 0) this.#frame();
    // What was asked for before may be done, and off the screen never comes.
    cancelAnimationFrame(this.#animation);
    this.#animation = 0;
    this.wake();
  }

  /** A hidden calculator paints nothing. */
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
