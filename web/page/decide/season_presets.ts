// Seasons of Taiwan to begin with. Their factors are assumptions to be changed, not measurements; the texts
// `season.preset.<id>.why` say what they assume.
import type { DecideKey } from './texts';

/** What inputs of every cell are multiplied by in a month; 1 where left out. */
export interface Month {
  /** 1 is January. */
  month: number;
  visits?: number;
  conversionRate?: number;
  orderValue?: number;
  costPerClick?: number;
}

/** Months of different presets differ, so that one can be added to another. */
export const SEASON_PRESETS: readonly { id: string; name: DecideKey; why: DecideKey; months: readonly Month[] }[] = [
  {
    id: 'double11',
    name: 'season.preset.double11',
    why: 'season.preset.double11.why',
    months: [
      { month: 10, conversionRate: 0.9, costPerClick: 1.1 },
      { month: 11, visits: 1.8, conversionRate: 1.2, costPerClick: 1.3 },
      { month: 12, visits: 0.9, conversionRate: 0.9 },
    ],
  },
  {
    id: 'lunarNewYear',
    name: 'season.preset.lunarNewYear',
    why: 'season.preset.lunarNewYear.why',
    months: [
      { month: 1, visits: 1.3, conversionRate: 1.1, orderValue: 1.15, costPerClick: 1.2 },
      { month: 2, visits: 0.7, conversionRate: 0.85, costPerClick: 0.85 },
    ],
  },
];
