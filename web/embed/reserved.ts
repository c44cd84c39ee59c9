// The room that an element keeps from the start for what it will show, so that the text below it never moves:
// as much as a view needs in either language with three media. tests/browser/element_layout.test.mjs
// compares it with the views.
import type { Mode, View } from '../face/query';

type Heights = readonly number[];

// The widths at which a view is arranged in another way, and others between which it grows.
const WIDTHS = [320, 599, 600, 800, 999, 1000];
// More than a screen: what follows is out of sight before and after.
const TALL: Heights = [1200];

// In CSS pixels, at each of the widths; the last one also at those that follow.
const CANVAS: Record<View, Heights> = {
  all: TALL,
  kpi: [638, 638, 511, 511, 511, 449],
  cells: [852, 852, 1181, 1181, 1181, 739],
  quadrant: [810, 895, 710, 806, 816],
  drag: [726, 726, 561],
  matrix: [616, 616, 606, 706, 708],
  formula: [736, 680, 478, 478, 478, 395],
  wheel: [604, 604, 596, 652, 652, 588],
  flywheel: [1200, 1200, 1200, 1200, 1200, 1079],
  remarketing: [940, 900, 506, 506, 506, 372],
  shocks: [706, 706, 399],
  story: [553, 553, 549],
};

const FORM: Partial<Record<View, Heights>> = {
  kpi: [790, 590, 588, 522, 475, 458],
  cells: TALL,
  quadrant: TALL,
  drag: [836, 790, 648, 626, 626, 965],
  matrix: [668, 690, 693, 808, 808, 779],
  formula: TALL,
  wheel: [569, 569, 659, 624, 610, 596],
  flywheel: TALL,
  remarketing: [1340, 1240, 751, 703],
  shocks: [781, 692, 564, 495, 480],
};

function between(heights: Heights, width: number): number {
  const after = WIDTHS.findIndex((at) => width <= at);
  const last = heights.length - 1;
  if (after < 1 || after > last) return heights[after ? last : 0];
  const part = (width - WIDTHS[after - 1]) / (WIDTHS[after] - WIDTHS[after - 1]);
  return heights[after - 1] + part * (heights[after] - heights[after - 1]);
}

/** In CSS pixels, for an element that is `width` of them wide. */
export function reservedHeight(view: View, mode: Mode, width: number): number {
  const isForm = mode === 'form' || (mode === 'auto' && matchMedia('(forced-colors: active)').matches);
  return Math.ceil(between((isForm && FORM[view]) || CANVAS[view], width));
}
