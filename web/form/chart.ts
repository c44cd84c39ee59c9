// A chart drawn in wasm, as wide as its container.
import type { ChartName } from 'sextant-tables';
import { make } from '../dom/dom';
import { svgElement } from '../dom/svg';
import type { Theme } from '../face/query';
import type { Form } from './form';

const LEAST_WIDTH = 240;
const SHAPES = [{ upTo: 480, ratio: 0.84 }, { upTo: 800, ratio: 0.68 }, { upTo: Infinity, ratio: 0.5 }];

export class Chart {
  readonly element = make('div', { class: 'chart' });
  /** In CSS pixels; 0 while it is not shown. */
  width = 0;
  /** In CSS pixels, if it does not follow from the width. */
  height: number | undefined;
  inSight = true;
  #form: Form;
  #kind: ChartName;
  #ratio: number | undefined;
  #shown = '';

  /** `ratio`: height divided by width, if it does not depend on the width. */
  constructor(form: Form, kind: ChartName, ratio?: number) {
    this.#form = form;
    this.#kind = kind;
    this.#ratio = ratio;
  }

  /** Draws it for the current scenario; takes a few milliseconds. */
  draw(theme: Theme): void {
    if (!this.width) return;
    const width = Math.max(LEAST_WIDTH, Math.round(this.width));
    const ratio = this.#ratio ?? SHAPES.find(({ upTo }) => width < upTo)!.ratio;
    const height = this.height ?? Math.round(width * ratio);
    const source = this.#form.session.svg(this.#kind, width, height, theme.startsWith('dark') ? 'dark' : 'light');
    if (source === this.#shown) return;
    this.#shown = source;
    const svg = svgElement(source);
    this.#describe(svg);
    this.element.replaceChildren(svg);
  }

  // Not every screen reader reads <title> and <desc> by itself.
  #describe(svg: SVGElement): void {
    for (const [tag, attribute] of [['title', 'aria-labelledby'], ['desc', 'aria-describedby']]) {
      const element = svg.querySelector(tag);
      if (!element) continue;
      element.id = `${this.#form.prefix}${this.#kind}/${tag}`;
      svg.setAttribute(attribute, element.id);
    }
  }
}
