// Mouse, touch and pen on the canvas. A vertical swipe scrolls the page, except
// where the application drags in both directions.
import type { App, PointerEventType } from './app_module';

export interface PointerHandler {
  locate(event: { clientX: number; clientY: number }): [x: number, y: number];
  /** Called before a press reaches the application. */
  pressed(x: number, y: number, touch: boolean): void;
  moved(): void;
  /** Called when a press has ended; `touch` if it was a finger. */
  released(touch: boolean): void;
}

export class PointerInput {
  #app: App;
  #canvas: HTMLCanvasElement;
  #handler: PointerHandler;
  // The one pointer that is pressed.
  #pressed: number | undefined;

  constructor(app: App, canvas: HTMLCanvasElement, handler: PointerHandler, signal: AbortSignal) {
    this.#app = app;
    this.#canvas = canvas;
    this.#handler = handler;
    const on = <Type extends keyof HTMLElementEventMap>(type: Type, listener: (event: HTMLElementEventMap[Type]) => void) =>
      canvas.addEventListener(type, listener, { signal, passive: false });

    on('pointermove', (event) => {
      if (this.#foreign(event)) return;
      this.#send('move', event);
      handler.moved();
    });
    on('pointerdown', (event) => {
      if (this.#pressed !== undefined || event.button !== 0) return;
      this.#pressed = event.pointerId;
      canvas.setPointerCapture(event.pointerId);
      canvas.dataset.drag = app.dragAxis(...handler.locate(event)).replace('none', '');
      handler.pressed(...handler.locate(event), event.pointerType !== 'mouse');
      this.#send('down', event);
      handler.moved();
    });
    on('pointerup', (event) => this.#release('up', event));
    on('pointercancel', (event) => this.#release('cancel', event));
    on('pointerleave', (event) => {
      if (this.#pressed !== undefined) return;
      this.#send('leave', event);
      handler.moved();
    });
    // The focus stays where `pressed` put it, instead of moving to the page's body.
    on('mousedown', (event) => event.preventDefault());
    on('touchstart', (event) => {
      if (event.touches.length > 1 || !event.cancelable) return;
      if (app.dragAxis(...handler.locate(event.touches[0])) === 'both') event.preventDefault();
    });
  }

  get dragging(): boolean {
    return this.#pressed !== undefined;
  }

  /** Call after a frame, because the item under the pointer may have changed. */
  updateCursor(): void {
    const cursor = this.#app.cursor();
    if (this.#canvas.style.cursor !== cursor) this.#canvas.style.cursor = cursor;
  }

  #foreign(event: PointerEvent): boolean {
    return this.#pressed !== undefined && this.#pressed !== event.pointerId;
  }

  #send(type: PointerEventType, event: PointerEvent): void {
    this.#app.pointer(type, ...this.#handler.locate(event), event.pointerType !== 'mouse', event.shiftKey);
  }

  #release(type: 'up' | 'cancel', event: PointerEvent): void {
    if (this.#pressed !== event.pointerId) return;
    this.#pressed = undefined;
    this.#send(type, event);
    // A lifted finger does not hover.
    if (type === 'up' && event.pointerType === 'touch') this.#send('leave', event);
    this.#handler.released(event.pointerType === 'touch');
  }
}
