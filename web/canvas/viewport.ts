// Which part of the calculator is on screen, how large, and how many device
// pixels it has. The canvas stays at the top of the screen while the host, which
// is as tall as the content, scrolls with the page.

import type { Place } from '../face/calculator_view';
import { onScreen } from '../face/on_screen';

// As many as a canvas of 4096 × 4096 has; a very tall frame gets a lower
// resolution. No side may exceed the GPU's limit.
const MAXIMUM_AREA = 4096 ** 2;

export interface ViewportHandler {
  /** CSS pixels and device pixels per CSS pixel. */
  resized(width: number, height: number, ratio: number): void;
  /** CSS pixels of content above the view's top. */
  scrolled(top: number): void;
  visibilityChanged(visible: boolean): void;
}

export class Viewport {
  ratio = 1;
  /** In CSS pixels; 0 before the canvas has had a size. */
  width = 0;
  #host: HTMLElement;
  #canvas: HTMLCanvasElement;
  #largestSide: number;
  #handler: ViewportHandler;
  #size: ResizeObserver;
  #intersection: IntersectionObserver;
  #top = 0;
  #onScreen = true;
  #animation = 0;
  #pixels: [width: number, height: number] | undefined;
  #given = '';

  /** `largestSide`: the largest width or height of the canvas in device pixels. */
  constructor(host: HTMLElement, canvas: HTMLCanvasElement, largestSide: number, handler: ViewportHandler, signal: AbortSignal) {
    this.#host = host;
    this.#largestSide = largestSide;
    this.#canvas = canvas;
    this.#handler = handler;

    // Not inside the observer's callback: the new height of the content changes the observed element, and
    // the browser would report a loop to the host page as an error.
    this.#size = new ResizeObserver(([entry]) => {
      const box = entry.devicePixelContentBoxSize?.[0];
      this.#pixels = box && [box.inlineSize, box.blockSize];
      this.#animation ||= requestAnimationFrame(() => {
        this.#animation = 0;
        this.#measure();
      });
    });
    try {
      this.#size.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
      this.#size.observe(canvas); // not in every WebKit
    }
    this.#intersection = new IntersectionObserver((entries) => {
      this.#onScreen = entries[entries.length - 1].isIntersecting;
      this.#visibility();
    });
    this.#intersection.observe(host);

    // An iframe off the screen gets no animation frames and no observer calls, but
    // it needs its height, and `ready` has to resolve.
    const first = setTimeout(() => this.#measure());

    // In the capture phase: any element around the host may scroll.
    addEventListener('scroll', () => this.#scroll(), { signal, passive: true, capture: true });
    addEventListener('resize', () => this.#measure(), { signal });
    document.addEventListener('visibilitychange', () => this.#visibility(), { signal });
    signal.addEventListener('abort', () => {
      clearTimeout(first);
      this.#size.disconnect();
      cancelAnimationFrame(this.#animation);
      this.#intersection.disconnect();
    });
  }

  /** Where the view begins in the content. */
  get top(): number {
    return this.#top;
  }

  /** A pointer's position in the view, even if the host page has scaled it. */
  locate(event: { clientX: number; clientY: number }): [x: number, y: number] {
    const box = this.#canvas.getBoundingClientRect();
    const scale = this.#canvas.clientWidth / box.width || 1;
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  }

  /** Where a circle of the view is in the window, in client pixels; null if the view does not show it. */
  placeOf(x: number, y: number, radius: number): Place | null {
    if (y < 0 || y > this.#canvas.clientHeight) return null;
    const box = this.#canvas.getBoundingClientRect();
    const scale = box.width / this.#canvas.clientWidth || 1;
    return onScreen({ x: box.left + x * scale, y: box.top + y * scale, radius: radius * scale });
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (!width || !height) return;
    const real = devicePixelRatio || 1;
    const ratio = Math.min(real, this.#largestSide / Math.max(width, height), Math.sqrt(MAXIMUM_AREA / (width * height)));
    const rounded: [number, number] = [Math.round(width * ratio), Math.round(height * ratio)];
    // Only the observer knows how the browser rounds; under an emulated ratio
    // Chromium gives it the wrong size.
    const exact = this.#pixels?.every((count, axis) => Math.abs(count - rounded[axis]) <= 1);
    const pixels = exact ? this.#pixels! : rounded;
    const given = [width, height, ratio, ...pixels].join();
    if (given !== this.#given) {
      this.#given = given;
      this.ratio = ratio;
      this.width = width;
      [this.#canvas.width, this.#canvas.height] = pixels;
      this.#handler.resized(width, height, ratio);
    }
    this.#scroll();
  }

  #scroll(): void {
    const top = Math.max(0, this.#canvas.getBoundingClientRect().top - this.#host.getBoundingClientRect().top);
    if (top === this.#top) return;
    this.#top = top;
    this.#handler.scrolled(top);
  }

  #visibility(): void {
    this.#handler.visibilityChanged(this.#onScreen && document.visibilityState === 'visible');
  }
}
