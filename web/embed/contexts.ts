// Browsers keep few WebGL contexts (Chromium 16, on a phone 8), also counting those of the host page, and take
// them from the canvas that has been there longest, though it may be the one that the reader looks at. So
// canvases out of sight give theirs up first and get them back when they come near. One that the reader sees
// and that stays without becomes a form.
import type { Calculator } from '../calculator/calculator';
import type { Mode } from '../face/query';

/** As many contexts as are kept out of sight. */
const MOST = 6;
/** From the screen, so that a canvas is painted before it is seen. */
const NEAR = '200px';
/** A browser may give back a context by itself. */
const PATIENCE_MILLISECONDS = 1000;

/** The one that has been out of sight longest comes first. */
const keepers = new Set<ContextKeeper>();

/** Before another canvas is made. */
export function makeRoom(): void {
  let kept = [...keepers].filter((keeper) => keeper.hasContext).length;
  for (const keeper of keepers) {
    if (kept < MOST) return;
    if (keeper.giveUp()) --kept;
  }
}

export class ContextKeeper {
  #calculator: Calculator;
  #mode: () => Mode;
  #near: boolean;
  #canvas: HTMLCanvasElement | undefined;
  #gl: WebGL2RenderingContext | undefined;
  // A lost context does not tell it.
  #switch: WEBGL_lose_context | null = null;
  #gaveUp = false;
  #isReplaced = false;
  #sight: IntersectionObserver;
  #end = new AbortController();

  /** `mode`: the author's choice. */
  constructor(calculator: Calculator, mode: () => Mode) {
    this.#calculator = calculator;
    this.#mode = mode;
    const { top, bottom } = calculator.element.getBoundingClientRect();
    this.#near = top < innerHeight && bottom >= 0;
    this.#sight = new IntersectionObserver((entries) => this.#seen(entries[entries.length - 1].isIntersecting), { rootMargin: NEAR });
    this.#sight.observe(calculator.element);
    const options = { capture: true, signal: this.#end.signal }; // these events do not bubble
    calculator.element.addEventListener('webglcontextlost', () => this.#lost(), options);
    calculator.element.addEventListener('webglcontextrestored', () => makeRoom(), options);
    keepers.add(this);
    this.#find();
    makeRoom();
  }

  get hasContext(): boolean {
    this.#find();
    return !!this.#gl && !this.#gl.isContextLost();
  }

  /** Whether it could. */
  giveUp(): boolean {
    if (this.#near || !this.hasContext || !this.#switch) return false;
    this.#gaveUp = true;
    this.#switch.loseContext();
    return true;
  }

  destroy(): void {
    this.#end.abort();
    this.#sight.disconnect();
    keepers.delete(this);
    for (const keeper of keepers) if (keeper.#near) keeper.#comeBack();
  }

  // The canvas is another one after a switch to the form and back.
  #find(): void {
    const canvas = this.#calculator.element.querySelector('canvas') ?? undefined;
    if (canvas === this.#canvas) return;
    this.#canvas = canvas;
    this.#gl = canvas?.getContext('webgl2') ?? undefined;
    this.#switch = this.#gl?.getExtension('WEBGL_lose_context') ?? null;
    this.#gaveUp = false;
  }

  #seen(near: boolean): void {
    this.#near = near;
    if (!near) {
      keepers.delete(this);
      keepers.add(this);
      return;
    }
    makeRoom();
    this.#comeBack();
  }

  #comeBack(): void {
    if (this.#isReplaced) {
      const kept = [...keepers].filter((keeper) => keeper.hasContext).length;
      if (kept < MOST) this.#show(this.#mode());
    } else if (this.#gl?.isContextLost()) {
      if (this.#gaveUp) {
        this.#gaveUp = false;
        this.#switch!.restoreContext();
      }
      this.#waitForContext();
    }
  }

  #lost(): void {
    if (this.#near) this.#comeBack();
  }

  #waitForContext(): void {
    setTimeout(() => {
      if (this.#near && !this.#end.signal.aborted && this.#canvas?.isConnected && !this.hasContext) this.#show('form');
    }, PATIENCE_MILLISECONDS);
  }

  #show(mode: Mode): void {
    this.#isReplaced = mode === 'form';
    this.#calculator.setMode(mode).then(() => this.#find(), () => {
      this.#isReplaced = !this.#isReplaced; // what is there stays
    });
  }
}
