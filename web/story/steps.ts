// The seven claims of docs/DOMAIN.md, section 1, as steps: what there is at the
// beginning, what the reader moves, and what it shows.
import type { Scenario } from '../engine/index.mjs';
import type { View } from '../face/query';
import type { BarRow, Legend } from './bars';
import { cellOf, inputOf, type Facts, type Writer } from './facts';
import type { StoryKey } from './story_texts';

export interface Row {
  label: StoryKey;
  /** As written at the beginning, if it can change. */
  before?: string;
  now: string;
}

/** What is to be said at the moment. */
export interface Told {
  /** For the placeholders of the step's sentences. */
  values: Record<string, string>;
  rows: Row[];
  /** Of a step whose picture no chart shows. */
  bars?: BarRow[];
  legend?: Legend[];
  /** Whether the reader has done what was asked. */
  done: boolean;
}

export interface Moment {
  /** The preset, before it was changed into the step's beginning. */
  preset: Facts;
  /** At the beginning of the step. */
  before: Facts;
  now: Facts;
  write: Writer;
  /** The quadrants that the bubble has been in; 0: none. */
  visited: ReadonlySet<number>;
  /** Whether the step's switch is on. */
  isOn: boolean;
  /** The same of the other shop, with the switch off and on. */
  other?: { before: Facts; after: Facts };
  /** In the reader's language. */
  text(key: StoryKey): string;
  nameOf(cell: string): string;
}

interface Asked {
  options: readonly [StoryKey, StoryKey];
  /** The position of the right one. */
  right: 0 | 1;
}

export interface Step {
  id: 'price' | 'corners' | 'organic' | 'outage' | 'mix' | 'together' | 'wheel';
  preset: string;
  /** Changes the preset into the step's beginning. */
  prepare?(scenario: Scenario): void;
  /** The part whose picture is shown; without it, `bars` are. */
  picture?: View;
  /** Paths of the sliders. */
  handles: readonly string[];
  /** The cell that the story is about. */
  cell: string;
  guess?: Asked;
  /** A switch instead of sliders. */
  lever?: {
    label: StoryKey;
    /** A shock of the first medium, or a preset that goes on with the same cells. */
    shock?: string;
    preset?: string;
  };
  /** A second shop to which the same happens. */
  other?: string;
  needsTools?: boolean;
  tell(moment: Moment): Told;
}

export const CORNERS = [1, 2, 3, 4] as const;

const ADS = 'social.paid';
const SEARCH = 'search.paid';
const POSTS = 'social.organic';

/** The part of what is asked for that counts as done. */
const NEAR_ENOUGH = 0.75;

/** Empties the other cells, so that nothing else is in the picture. */
function keepOnly({ cells }: Scenario, ...ids: string[]): void {
  for (const cell of cells) if (!ids.includes(cell.id)) Object.assign(cell, { visits: 0, fixedCost: 0 });
}

const price: Step = {
  id: 'price',
  preset: 'cheap-clicks',
  prepare: (scenario) => keepOnly(scenario, ADS, SEARCH),
  picture: 'quadrant',
  handles: [`${ADS}/costPerClick`, `${ADS}/conversionRate`],
  cell: ADS,
  guess: { options: ['guess.social', 'guess.search'], right: 1 },
  tell({ before, now, write }) {
    const cpa = (facts: Facts, id: string) => cellOf(facts, id).cpa;
    const social = write.money(cpa(before, ADS));
    const search = write.money(cpa(now, SEARCH));
    return {
      values: {
        socialCpc: write.money(inputOf(before, ADS).costPerClick), searchCpc: write.money(inputOf(before, SEARCH).costPerClick), social, search,
      },
      rows: [{ label: 'price.social', before: social, now: write.money(cpa(now, ADS)) }, { label: 'price.search', now: search }],
      done: (cpa(now, ADS) ?? Infinity) <= cpa(now, SEARCH)!,
    };
  },
};

const corners: Step = {
  id: 'corners',
  preset: 'cheap-clicks',
  prepare(scenario) {
    keepOnly(scenario, ADS);
    // Lines that stay where they are.
    scenario.thresholds = { mode: 'target', cpc: 10, cpa: 300 };
  },
  picture: 'quadrant',
  handles: [`${ADS}/costPerClick`, `${ADS}/conversionRate`],
  cell: ADS,
  tell: ({ visited }) => ({ values: {}, rows: [], done: CORNERS.every((corner) => visited.has(corner)) }),
};

const organic: Step = {
  id: 'organic',
  preset: 'cheap-clicks',
  prepare(scenario) {
    keepOnly(scenario, POSTS, ADS, SEARCH);
    scenario.cells.find(({ id }) => id === POSTS)!.fixedCost = 0;
  },
  picture: 'quadrant',
  handles: [`${POSTS}/fixedCost`],
  cell: POSTS,
  tell({ preset, before, now, write }) {
    const cost = inputOf(preset, POSTS).fixedCost;
    const { profit, effectiveCpc, cpa } = cellOf(now, POSTS);
    const was = cellOf(before, POSTS);
    return {
      values: { visits: write.count(inputOf(before, POSTS).visits), cost: write.money(cost), cpc: write.money(effectiveCpc), cpa: write.money(cpa) },
      rows: [
        { label: 'organic.profit', before: write.money(was.profit), now: write.money(profit) },
        { label: 'organic.visit', before: write.money(was.effectiveCpc), now: write.money(effectiveCpc) },
      ],
      done: inputOf(now, POSTS).fixedCost >= NEAR_ENOUGH * cost,
    };
  },
};
const outage: Step = {
  id: 'outage',
  preset: 'one-platform',
  handles: [],
  cell: ADS,
  lever: { label: 'outage.switch', shock: 'outage' },
  other: 'balanced',
  tell({ before, now, write, other, text, isOn: dark }) {
    const { before: was, after } = other!;
    const revenueOf = ({ report }: Facts) => report.total.revenue;
    const lost = (was: Facts, is: Facts) => write.share(Math.round(100 * (1 - revenueOf(is) / revenueOf(was))) / 100);
    const bar = (id: 'outage.one' | 'outage.balanced', { report }: Facts) => ({
      id, name: text(id), text: '', parts: report.media.map(({ revenue }, hue) => ({ hue, value: revenue, lost: dark && hue === 0 })),
    });
    const row = (label: StoryKey, was: Facts, is: Facts) => {
      const before = write.money(revenueOf(was));
      return { label, before, now: dark ? write.money(revenueOf(is)) : before };
    };
    return {
      values: { one: lost(before, now), balanced: lost(was, after) },
      rows: [row('outage.one', before, now), row('outage.balanced', was, after)],
      bars: [bar('outage.one', before), bar('outage.balanced', was)],
      legend: (['outage.social', 'outage.search', 'outage.integrated'] as const).map((key, hue) => ({ hue, name: text(key) })),
      done: dark,
    };
  },
};

const mix: Step = {
  id: 'mix',
  preset: 'cheap-clicks',
  picture: 'matrix',
  handles: [`${ADS}/visits`],
  cell: ADS,
  tell({ before, now, write }) {
    const [was, is] = [before.report.total, now.report.total];
    return {
      values: {
        visits: write.count(inputOf(before, ADS).visits),
        revenueChange: write.change(is.revenue, was.revenue), valueChange: write.change(is.valuePerVisit!, was.valuePerVisit!),
      },
      rows: [
        { label: 'mix.revenue', before: write.money(was.revenue), now: write.money(is.revenue) },
        { label: 'mix.value', before: write.money(was.valuePerVisit), now: write.money(is.valuePerVisit) },
      ],
      done: is.revenue >= 1.2 * was.revenue,
    };
  },
};

const together: Step = {
  id: 'together',
  preset: 'flywheel-turning',
  handles: [`${ADS}/engagedShare`],
  cell: ADS,
  needsTools: true,
  tell({ before, now, write, nameOf }) {
    const [was, is] = [before.later?.remarketing, now.later?.remarketing];
    const cost = (remarketing: typeof is) => write.money(remarketing?.cpa ?? null);
    const share = (remarketing: typeof is) => write.share(remarketing?.density ?? null);
    return {
      values: { share: write.share(inputOf(before, ADS).engagedShare), before: cost(was), now: cost(is) },
      rows: [{ label: 'together.pool', before: share(was), now: share(is) }, { label: 'together.cpa', before: cost(was), now: cost(is) }],
      bars: is?.cells.map(({ id, engagedVisits }, at) => ({
        id, name: nameOf(id), text: write.count(Math.round(engagedVisits)), parts: [{ hue: at >> 1, organic: at % 2 === 0, value: engagedVisits }],
      })),
      done: is?.cpa != null && is.cpa <= 0.9 * was!.cpa!,
    };
  },
};

const wheel: Step = {
  id: 'wheel',
  preset: 'funnel-thinking',
  picture: 'quadrant',
  handles: [],
  cell: ADS,
  lever: { label: 'wheel.switch', preset: 'flywheel-turning' },
  needsTools: true,
  tell({ before, now, write, isOn }) {
    const ltv = ({ later }: Facts) => later?.customers.cells.find(({ id }) => id === ADS)!.ltv ?? null;
    const profit = ({ later }: Facts) => later?.flywheelProfit ?? null;
    const months = write.months(now.scenario.flywheel.months);
    const gain = (profit(now) ?? 0) - (profit(before) ?? 0);
    return {
      values: { cac: write.money(cellOf(now, ADS).cac), first: write.money(ltv(before)), ltv: write.money(ltv(now)), gain: write.money(gain), months },
      rows: [
        { label: 'wheel.ltv', before: write.money(ltv(before)), now: write.money(ltv(now)) },
        { label: 'wheel.profit', before: write.money(profit(before)), now: write.money(profit(now)) },
      ],
      done: isOn && gain > 0,
    };
  },
};

export const STEPS: readonly Step[] = [price, corners, organic, outage, mix, together, wheel];
