// What became of revenue since the baseline, as src/words/change_explanation.cpp
// says it.
import type { NumberUnit, Report, Scenario } from '../engine/index.mjs';
import type { Language } from '../dom/texts';
import { cellName, word } from './words';

type Format = (value: number, unit: NumberUnit) => string;

function isSameRevenue(a: number, b: number): boolean {
  // Less than the smallest amount that a price tag shows is no change.
  return Math.abs(a - b) <= Math.max(1e-9 * Math.max(a, b), 0.005);
}

/** The cell whose revenue changed most in the direction of the total. */
function largestMover(report: Report, baseline: Report, direction: number): { cell: number; change: number } {
  const changes = report.cells.map(({ revenue }, cell) => revenue - (baseline.cells[cell]?.revenue ?? 0));
  const cell = changes.reduce((best, change, at) => change * direction > changes[best] * direction ? at : best, 0);
  return { cell, change: changes[cell] };
}

/** Both reports are about the same media. */
export function changeSentence(language: Language, scenario: Scenario, report: Report, baseline: Report, format: Format): string {
  const before = baseline.total.revenue;
  const revenue = format(report.total.revenue, 'money');
  if (isSameRevenue(report.total.revenue, before)) return word(language, 'explain.revenue.same', { revenue });
  const difference = report.total.revenue - before;
  const { cell, change } = largestMover(report, baseline, Math.sign(difference));
  const direction = difference > 0 ? 'explain.revenue.above' : 'explain.revenue.below';
  return word(language, before > 0 ? direction : 'explain.revenue.fromNothing', {
    revenue,
    difference: format(Math.abs(difference), 'money'),
    percent: before > 0 ? format(difference / before, 'signedShare') : '',
    cell: cellName(language, scenario, cell),
    change: (change < 0 ? '−' : '+') + format(Math.abs(change), 'money'),
  });
}
