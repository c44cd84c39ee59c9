/**
 * Sextant's tools: what takes more than the engine, in a module of its own, so that programs that only evaluate
 * scenarios do not load it. Runs in browsers, workers and Node 18 or later.
 *
 * ```js
 * import createTools from 'sextant-engine/tools';
 * const tools = await createTools();
 * const { value } = tools.customersByMonth({ flywheel: { months: 12 } }, { width: 480, height: 300 });
 * ```
 *
 * Units, scenarios and refusals are those of the engine (index.d.ts).
 */
import type { CreateOptions, Options, PartialScenario, Result } from './index.js';
import type { InkName } from './tables.js';

export type { InkName };

/** A colour by what it is for (`positive`), and how opaque it is, 0..1. */
export type Paint = [ink: InkName, alpha: number];

/**
 * A part of a picture. Lengths are points, x to the right and y down; `points` are x and y in turn. What is left out
 * is not painted, or has the value given as usual.
 *
 * `line` goes from its first point to its last, `polyline` through all of them. `polygon` is convex, its last point
 * joins the first. `circle` has its centre as its point. `area` lies between two lines: each point of `lower` is
 * directly below the same point of `points`. `text` has its anchor as its point, on the baseline.
 */
export interface Shape {
  type: 'line' | 'polygon' | 'circle' | 'polyline' | 'area' | 'text';
  points: number[];
  lower?: number[];
  /** Of a circle. */
  radius?: number;
  fill?: Paint;
  /** How it is filled; usually solid. Organic traffic is hatched, so that colour is not the only difference. */
  pattern?: 'hatched';
  stroke?: Paint;
  /** Of the stroke; usually 1. */
  width?: number;
  /** The length of dashes and gaps; usually the stroke is solid. */
  dash?: number;
  text?: string;
  /** 14 or 22 points; left out: 12. */
  size?: 'body' | 'heading';
  /** Where the anchor of a text is; usually at its start. */
  align?: 'center' | 'end';
  weight?: 'bold';
}

/** What can be named and pointed at. */
export interface Mark {
  /** The position of a cell in the scenario; left out if it is not of a cell. */
  cell?: number;
  /** For screen readers. */
  label: string;
  /** x, y, width and height. */
  bounds: [number, number, number, number];
}

/** A picture as data: the shapes are painted in their order, the last mark is on top. */
export interface Drawing {
  width: number;
  height: number;
  shapes: Shape[];
  marks: Mark[];
}

/** Numbers as a person reads them; "—" where undefined. */
export interface Table {
  columns: string[];
  rows: { name: string; values: string[] }[];
}

export interface PictureOptions extends Options {
  /** In points, 100..10000; 640 × 480 by default. */
  width?: number;
  height?: number;
  /** Of the SVG. Default light. */
  theme?: 'light' | 'dark';
}

export interface CustomersByMonth {
  /** The active customers by segment. */
  drawing: Drawing;
  /** The same as a complete <svg> element, without scripts or references. */
  svg: string;
  /** The flywheel month by month: customers, repeat orders, revenue, CAC, profits. Of a long time, months apart. */
  table: Table;
}

/** All calls are synchronous, keep no state, and need no `this`. */
export interface Tools {
  /** The flywheel's customers (section 7). */
  customersByMonth(scenario: PartialScenario, options?: PictureOptions): Result<CustomersByMonth>;
}

export interface CreateToolsOptions extends Pick<CreateOptions, 'lang'> {
  /** The file sextant-tools.wasm, as the engine takes its own. */
  wasm?: CreateOptions['wasm'];
}

/**
 * Loads and starts the tools. Each call creates a separate instance. Rejects if the file cannot be loaded, and with a
 * RangeError if `lang` is unknown.
 */
export default function createTools(options?: CreateToolsOptions): Promise<Tools>;
