// Results by name: label, unit, whether more is better, and why a result may be
// undefined. The lists come from src/tables.
import { AFTER_ORDER_RESULTS as AFTER_ORDER, CARD_RESULTS, KPI_RESULTS } from 'sextant-tables';
import type { NumberUnit, Totals } from '../engine/index.mjs';
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

/** Revenue comes first. */
export const TOTALS: readonly TotalResult[] = KPI_RESULTS;

export type CellResult = Result & { id: (typeof CARD_RESULTS)[number]['id'] };

/** Revenue and its share come first. */
export const CELL_RESULTS: readonly CellResult[] = CARD_RESULTS;

type AfterOrderId = (typeof AFTER_ORDER)[number]['id'];

const AFTER_ORDER_VALUES: Record<AfterOrderId, (afterOrder: AfterOrder) => number | null> = {
  ltv: ({ customer }) => customer.ltv,
  ltvToCac: ({ customer }) => customer.ltvToCac,
  paybackMonth: ({ customer }) => customer.paybackMonth,
  nps: ({ flywheel }) => flywheel.nps,
  momentum: ({ flywheel }) => flywheel.momentum,
  longRunMultiplier: ({ flywheel }) => flywheel.longRunMultiplier,
  // Rounded as in the sentence.
  shareNotBought: ({ flywheel }) => {
    const { shareNotBought } = flywheel.months.at(-1)!;
    return shareNotBought === null ? null : Math.round(shareNotBought * 1000) / 1000;
  },
};

export interface AfterOrderResult extends Result {
  of(afterOrder: AfterOrder): number | null;
}

export const AFTER_ORDER_RESULTS: readonly AfterOrderResult[] = AFTER_ORDER.map((result) => ({ ...result, of: AFTER_ORDER_VALUES[result.id] }));
