// The whole scenario and its results as texts: a row per cell, then the totals.
import { TABLE_RESULTS } from 'sextant-tables';
import type { Table } from '../canvas/app_module';
import type { NumberUnit, Report, Scenario } from '../engine/index.mjs';
import type { Language } from '../dom/texts';
import type { Result } from './results';
import { cellName, quadrantName, word } from './words';

type Format = (value: number | null, unit: NumberUnit) => string;

const COLUMNS: readonly Result[] = TABLE_RESULTS;

type Values = Record<(typeof TABLE_RESULTS)[number]['id'], number | null>;

export function sessionTable(language: Language, scenario: Scenario, report: Report, format: Format): Table {
  const texts = (values: Values) => TABLE_RESULTS.map(({ id, unit }) => format(values[id], unit));
  const { total } = report;
  const shareOfAll = total.revenue > 0 ? 1 : null;
  return {
    columns: [...COLUMNS.map(({ label, short }) => word(language, short ?? label)), word(language, 'ui.quadrant')],
    rows: [
      ...scenario.cells.map((cell, at) => ({
        name: cellName(language, scenario, at),
        values: [...texts({ ...cell, ...report.cells[at] }), report.cells[at].quadrant ? quadrantName(language, report.cells[at].quadrant) : '—'],
      })),
      { name: word(language, 'ui.totals'), values: [...texts({ ...total, revenueShare: shareOfAll }), '—'] },
    ],
  };
}
