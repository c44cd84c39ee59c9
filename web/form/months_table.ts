// The flywheel month by month as texts. Of a long time, months apart, and the
// last.
import type { Table } from '../canvas/app_module';
import type { FlywheelMonth, FlywheelReport, NumberUnit } from '../engine/index.mjs';
import { text, type Language } from '../dom/texts';
import { word } from './words';

type Format = (value: number | null, unit: NumberUnit) => string;

const STEPS = [{ upTo: 24, step: 1 }, { upTo: 72, step: 3 }, { upTo: Infinity, step: 6 }];

const VALUES: readonly [value: (month: FlywheelMonth) => number | null, unit: NumberUnit][] = [
  [({ newCustomersBought }) => newCustomersBought, 'count'],
  [({ newCustomersReferred }) => newCustomersReferred, 'count'],
  [({ activePromoters }) => activePromoters, 'count'],
  [({ activePassives }) => activePassives, 'count'],
  [({ activeDetractors }) => activeDetractors, 'count'],
  [({ repeatOrders }) => repeatOrders, 'count'],
  [({ revenue }) => revenue, 'money'],
  [({ shareNotBought }) => shareNotBought, 'share'],
  [({ cac }) => cac, 'money'],
  [({ profit }) => profit, 'money'],
  [({ cumulativeProfit }) => cumulativeProfit, 'money'],
];

function columns(language: Language): string[] {
  const cumulative = word(language, 'chart.flywheel.height');
  const of = (whole: string, part: string) => `${whole} · ${part}`;
  return [
    text(language, 'form.customersBought'),
    text(language, 'form.customersReferred'),
    word(language, 'segment.promoter'),
    word(language, 'segment.passive'),
    word(language, 'segment.detractor'),
    word(language, 'field.repeatOrders.short'),
    word(language, 'metric.revenue'),
    word(language, 'metric.shareNotBought.short'),
    word(language, 'metric.cac.short'),
    word(language, 'metric.profit'),
    of(word(language, 'chart.flywheel.flywheel'), cumulative),
    of(word(language, 'chart.flywheel.funnel'), cumulative),
  ];
}

export function monthsTable(language: Language, { months, funnel }: FlywheelReport, format: Format): Table {
  const { step } = STEPS.find(({ upTo }) => months.length <= upTo)!;
  const shown = months.filter(({ month }) => month % step === 0 || month === months.length - 1);
  return {
    columns: columns(language),
    rows: shown.map((month) => ({
      name: word(language, 'ui.paybackMonth', { month: String(month.month) }),
      values: [...VALUES.map(([value, unit]) => format(value(month), unit)), format(funnel[month.month].cumulativeProfit, 'money')],
    })),
  };
}
