// Results by name: label, unit, whether more is better, and why a result may be
// undefined.
import type { CellMetrics, NumberUnit, Totals } from '../engine/index.mjs';
import type { AfterOrder } from './form_session';
import type { WordKey } from './words';

export interface Result {
  id: string;
  label: WordKey;
  /** The label for narrow places. */
  short?: WordKey;
  unit: NumberUnit;
  /** 1: more is better, −1: less is, 0: neither. */
  better: 1 | 0 | -1;
  /** Its change is shown as a difference, not as a percentage. */
  absolute?: true;
  /** Why it may be undefined. */
  reason: WordKey;
}

export interface TotalResult extends Result {
  id: keyof Totals;
}

export const REVENUE: TotalResult = { id: 'revenue', label: 'metric.revenue', unit: 'money', better: 1, reason: 'reason.noOrders' };

/** In the order of the canvas. */
export const TOTALS: readonly TotalResult[] = [
  { id: 'profit', label: 'metric.profit', unit: 'money', better: 1, reason: 'reason.noOrders' },
  { id: 'visits', label: 'metric.visits', unit: 'count', better: 1, reason: 'reason.noVisits' },
  { id: 'orders', label: 'metric.orders', unit: 'count', better: 1, reason: 'reason.noOrders' },
  { id: 'conversionRate', label: 'metric.conversionRate', unit: 'share', better: 1, reason: 'reason.noVisits' },
  { id: 'orderValue', label: 'metric.orderValue', short: 'field.orderValue.short', unit: 'money', better: 1, reason: 'reason.noOrders' },
  { id: 'spend', label: 'metric.spend', unit: 'money', better: 0, reason: 'reason.noSpend' },
  { id: 'roas', label: 'metric.roas', unit: 'ratio', better: 1, reason: 'reason.noSpend' },
  { id: 'roi', label: 'metric.roi', unit: 'share', better: 1, reason: 'reason.noSpend' },
  { id: 'effectiveCpc', label: 'metric.effectiveCpc', unit: 'money', better: -1, reason: 'reason.noVisits' },
  { id: 'cpa', label: 'metric.cpa', short: 'metric.cpa.short', unit: 'money', better: -1, reason: 'reason.noOrders' },
  { id: 'cac', label: 'metric.cac', short: 'metric.cac.short', unit: 'money', better: -1, reason: 'reason.noNewCustomers' },
];

export interface CellResult extends Result {
  id: Exclude<keyof CellMetrics, 'id' | 'quadrant'>;
}

export const CELL_RESULTS: readonly CellResult[] = [
  { id: 'orders', label: 'metric.orders', unit: 'count', better: 1, reason: 'reason.noOrders' },
  { id: 'spend', label: 'metric.spend', unit: 'money', better: 0, reason: 'reason.noSpend' },
  { id: 'profit', label: 'metric.profit', unit: 'money', better: 1, reason: 'reason.noOrders' },
  { id: 'effectiveCpc', label: 'metric.effectiveCpc', unit: 'money', better: -1, reason: 'reason.noVisits' },
  { id: 'cpa', label: 'metric.cpa', short: 'metric.cpa.short', unit: 'money', better: -1, reason: 'reason.noOrders' },
  { id: 'roas', label: 'metric.roas', unit: 'ratio', better: 1, reason: 'reason.noSpend' },
];

export interface AfterOrderResult extends Result {
  of(afterOrder: AfterOrder): number | null;
}

/** In the order of the canvas. */
export const AFTER_ORDER_RESULTS: readonly AfterOrderResult[] = [
  { id: 'ltv', label: 'metric.ltv', short: 'metric.ltv.short', unit: 'money', better: 1, reason: 'reason.noOrders', of: ({ customer }) => customer.ltv },
  { id: 'ltvToCac', label: 'metric.ltvToCac', unit: 'ratio', better: 1, reason: 'reason.noNewCustomers', of: ({ customer }) => customer.ltvToCac },
  { id: 'paybackMonth', label: 'metric.paybackMonth', unit: 'count', better: -1, absolute: true, reason: 'reason.noNewCustomers', of: ({ customer }) => customer.paybackMonth },
  { id: 'nps', label: 'metric.nps', unit: 'count', better: 1, absolute: true, reason: 'reason.noOrders', of: ({ flywheel }) => flywheel.nps },
  { id: 'momentum', label: 'metric.momentum', unit: 'ratio', better: 1, reason: 'reason.noOrders', of: ({ flywheel }) => flywheel.momentum },
  { id: 'longRunMultiplier', label: 'metric.longRunMultiplier', unit: 'ratio', better: 1, reason: 'reason.unbounded', of: ({ flywheel }) => flywheel.longRunMultiplier },
  { id: 'shareNotBought', label: 'metric.shareNotBought', unit: 'share', better: 1, reason: 'reason.noOrders', of: ({ flywheel }) => flywheel.months.at(-1)!.shareNotBought },
];
