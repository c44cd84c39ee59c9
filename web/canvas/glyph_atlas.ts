// Draws glyphs with the page's fonts into a canvas that the painter uploads. The
// application decides where each glyph goes.
import type { GlyphHost } from './app_module';

export interface DirtyRectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

// A white area: filled shapes take their texture coordinates from it.
const WHITE_SIZE = 4;

export class GlyphAtlas implements GlyphHost {
  readonly canvas = document.createElement('canvas');
  /** The area that changed since the painter's last upload, if any. */
  dirty: DirtyRectangle | undefined;
  #context: CanvasRenderingContext2D;
  #families: string;
  #font = '';

  /** `families` as in CSS. */
  constructor(families: string) {
    this.#families = families;
    this.canvas.width = this.canvas.height = 1;
    // Kept in main memory, where uploads read it and it cannot be lost.
    this.#context = this.canvas.getContext('2d', { willReadFrequently: true })!;
  }

  measure(text: string, fontPixels: number, bold: boolean): [number, number, number, number, number] {
    this.#setFont(fontPixels, bold);
    const metrics = this.#context.measureText(text);
    const advance = metrics.width;
    const inked = metrics.actualBoundingBoxRight + metrics.actualBoundingBoxLeft;
    if (!(inked > 0)) return [advance, 0, 0, 0, 0];
    const left = Math.floor(-metrics.actualBoundingBoxLeft) - 1;
    const top = Math.floor(-metrics.actualBoundingBoxAscent) - 1;
    // One more pixel on the right, for the shift.
    const right = Math.ceil(metrics.actualBoundingBoxRight) + 2;
    const bottom = Math.ceil(metrics.actualBoundingBoxDescent) + 1;
    return [advance, left, top, right - left, bottom - top];
  }

  draw(text: string, fontPixels: number, bold: boolean, left: number, top: number,
       x: number, y: number, width: number, height: number, shift: number): void {
    this.#setFont(fontPixels, bold);
    const context = this.#context;
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    context.fillText(text, x - left + shift, y - top);
    context.restore();
    this.#touch(x, y, width, height);
  }

  reset(size: number): void {
    this.canvas.width = this.canvas.height = size;
    this.#font = '';
    this.#context.fillStyle = '#fff';
    this.#context.fillRect(0, 0, WHITE_SIZE, WHITE_SIZE);
    this.#touch(0, 0, size, size);
  }

  #setFont(fontPixels: number, bold: boolean): void {
    const font = `${bold ? '600 ' : ''}${fontPixels}px ${this.#families}`;
    if (font === this.#font) return;
    this.#font = this.#context.font = font;
  }

  #touch(x: number, y: number, width: number, height: number): void {
    const dirty = this.dirty;
    this.dirty = {
      left: Math.min(dirty?.left ?? x, x),
      top: Math.min(dirty?.top ?? y, y),
      right: Math.max(dirty?.right ?? 0, x + width),
      bottom: Math.max(dirty?.bottom ?? 0, y + height),
    };
  }
}
