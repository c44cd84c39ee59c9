// Browsers keep few WebGL contexts (Chromium 16, on a phone 8), also counting those of the host page, and take
// them from the canvas that has been there longest, though it may be the one that the reader looks at. So
// canvases out of sight give theirs up first and get them back when they come near. Of many on one screen, those
// that come last are forms, and so is one that the reader sees and that stays without a context. An empty canvas
// is behind the picture of its element.
import type { Calculator } from '../calculator/calculator';
import { adoptStyle } from '../dom/adopt_style';
import type { Mode } from '../face/query';
import css from './cover.css?text';

/** From so many on, canvases out of sight give theirs up. */
const MOST = 6;
/** As many as the canvases on one screen get: phones have no more. */
const MOST_SEEN = 8;
/** From the screen, so that a canvas is painted before it is seen. */
const NEAR = '200px';
/** A browser may give back a context by itself. */
const PATIENCE_MILLISECONDS = 2000;

/** The one that has been out of sight longest comes first. */
const keepers = new Set<ContextKeeper>();

const held = () => [...keepers].filter((keeper) => keeper.hasContext).length;

/** Before another canvas is made. */
function makeRoom(): void {
  let kept = held();
  for (const keeper of keepers) {
    if (kept < MOST) return;
    if (keeper.giveUp()) --kept;
  }
}

let turn: Promise<unknown> = Promise.resolve();

/** Opens one after the other: of contexts made at once the browser takes some before others could give theirs up. */
export function inTurn<Opened>(open: () => Promise<Opened>): Promise<Opened> {
  const opened = turn.then(open);
  turn = opened.catch(() => undefined); // the next one tries
  return opened;
}

export class ContextKeeper {
  #mode: () => Mode;
  #near: boolean;
  #isReplaced = false;
  #isComing = true;
  #calculator: Calculator | undefined;
  #picture!: () => Element;
  #canvas: HTMLCanvasElement | undefined;
  #gl: WebGL2RenderingContext | undefined;
  // A lost context does not tell it.
  #switch: WEBGL_lose_context | null = null;
  #gaveUp = false;
  // In the place of an empty canvas.
  #cover: Element | undefined;
  #sight: IntersectionObserver;
  #end = new AbortController();

  /** To be made before the calculator in `element` is opened. `mode`: the author's choice. */
  constructor(element: Element, mode: () => Mode) {
    this.#mode = mode;
    const { top, bottom } = element.getBoundingClientRect();
    this.#near = top < innerHeight && bottom >= 0;
    this.#isReplaced = this.#near && mode() !== 'form' && !this.#hasRoom();
    this.#sight = new IntersectionObserver((entries) => this.#seen(entries[entries.length - 1].isIntersecting), { rootMargin: NEAR });
    this.#sight.observe(element);
    keepers.add(this);
    makeRoom();
  }

  /** How the calculator is to be opened. */
  get mode(): Mode {
    return this.#isReplaced ? 'form' : this.#mode();
  }

  /** It is open. `picture` makes what is shown in the place of an empty canvas. */
  keep(calculator: Calculator, picture: () => Element): void {
    this.#calculator = calculator;
    this.#picture = picture;
    this.#isComing = false;
    adoptStyle(calculator.element.getRootNode() as ShadowRoot, css);
    const options = { capture: true, signal: this.#end.signal }; // these events do not bubble
    calculator.element.addEventListener('webglcontextlost', () => this.#lost(), options);
    calculator.element.addEventListener('webglcontextrestored', () => this.#restored(), options);
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

  /** Whether one more canvas on the screen gets a context. */
  #hasRoom(): boolean {
    const taken = [...keepers].filter((keeper) => keeper.#near && !keeper.#isReplaced && (keeper.#isComing || keeper.hasContext));
    return taken.length < MOST_SEEN;
  }

  // The canvas is another one after a switch to the form and back.
  #find(): void {
    const canvas = this.#calculator?.element.querySelector('canvas') ?? undefined;
    if (canvas === this.#canvas) return;
    this.#canvas = canvas;
    this.#gl = canvas?.getContext('webgl2') ?? undefined;
    this.#switch = this.#gl?.getExtension('WEBGL_lose_context') ?? null;
    this.#gaveUp = false;
    this.#cover = undefined;
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
    if (this.#isComing || this.#end.signal.aborted) return;
    if (this.#isReplaced) {
      if (this.#hasRoom()) this.#show(this.#mode());
    } else if (this.#gl?.isContextLost()) {
      // A context can be given back only after its loss has been told.
      if (this.#gaveUp && this.#cover) {
        this.#gaveUp = false;
        this.#switch!.restoreContext();
      }
      this.#waitForContext();
    }
  }

  #lost(): void {
    this.#find();
    this.#cover?.remove();
    this.#cover = this.#picture();
    this.#cover.setAttribute('aria-hidden', 'true'); // the controls of the canvas are still there
    this.#canvas?.parentElement?.append(this.#cover);
    setTimeout(() => this.#near && this.#comeBack());
  }

  #restored(): void {
    this.#cover?.remove();
    this.#cover = undefined;
    makeRoom();
  }

  #waitForContext(): void {
    setTimeout(() => {
      if (this.#near && !this.#end.signal.aborted && this.#canvas?.isConnected && !this.hasContext) this.#show('form');
    }, PATIENCE_MILLISECONDS);
  }

  #show(mode: Mode): void {
    this.#isReplaced = mode === 'form';
    this.#isComing = true;
    this.#calculator!.setMode(mode).catch(() => {
      this.#isReplaced = !this.#isReplaced; // what is there stays
    }).finally(() => {
      this.#isComing = false;
      this.#find();
    });
  }
}
