// The whole scenario and its results as texts: a row per cell, then the totals.
import type { Table } from '../canvas/app_module';
import type { NumberUnit, Report, Scenario } from '../engine/index.mjs';
import type { Language } from '../dom/texts';
import { cellName, quadrantName, word, type WordKey } from './words';

type Format = (value: number | null, unit: NumberUnit) => string;

const COLUMNS = [
  ['visits', 'metric.visits', 'count'],
  ['conversionRate', 'metric.conversionRate', 'share'],
  ['orderValue', 'metric.orderValue', 'money'],
  ['spend', 'metric.spend', 'money'],
  ['orders', 'metric.orders', 'count'],
  ['revenue', 'metric.revenue', 'money'],
  ['revenueShare', 'metric.revenueShare', 'share'],
  ['effectiveCpc', 'metric.effectiveCpc', 'money'],
  ['cpa', 'metric.cpa.short', 'money'],
  ['roas', 'metric.roas', 'ratio'],
  ['profit', 'metric.profit', 'money'],
] as const satisfies readonly (readonly [string, WordKey, NumberUnit])[];

type Values = Record<(typeof COLUMNS)[number][0], number | null>;

export function sessionTable(language: Language, scenario: Scenario, report: Report, format: Format): Table {
  const texts = (values: Values) => COLUMNS.map(([id, , unit]) => format(values[id], unit));
  const { total } = report;
  const shareOfAll = total.revenue > 0 ? 1 : null;
  return {
    columns: [...COLUMNS.map(([, label]) => word(language, label)), word(language, 'ui.quadrant')],
    rows: [
      ...scenario.cells.map((cell, at) => ({
        name: cellName(language, scenario, at),
        values: [...texts({ ...cell, ...report.cells[at] }), report.cells[at].quadrant ? quadrantName(language, report.cells[at].quadrant) : '—'],
      })),
      { name: word(language, 'ui.totals'), values: [...texts({ ...total, revenueShare: shareOfAll }), '—'] },
    ],
  };
}
