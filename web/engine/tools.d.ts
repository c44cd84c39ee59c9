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
import type { CreateOptions, Options, PartialScenario, Ratio, Result, Scenario, Shock, Totals } from './index.js';
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

/**
 * What decisions are made by. `flywheelProfit`: the cumulative profit after the flywheel's last month. The others as in
 * `evaluate` and `customerValue`.
 */
export type DecisionMetric = 'revenue' | 'profit' | 'roas' | 'roi' | 'cpa' | 'cac' | 'ltvToCac' | 'flywheelProfit';

/** Whose lever it is. */
export type Team = 'marketing' | 'content' | 'product' | 'service' | 'community';

export interface TornadoOptions extends Options {
  /** Default `profit`. */
  metric?: DecisionMetric;
  /** How far each input moves, as a fraction: above 0, at most 0.9 (else `outOfBounds`). Default 0.1. */
  change?: number;
}

export interface TornadoBar {
  /** The lever: `social.paid/costPerClick`, `retention.churn`. */
  id: string;
  /** Null for an input of the scenario. */
  cell: string | null;
  field: string;
  team: Team;
  /** The metric with the lower input, and with the higher one. */
  low: number;
  high: number;
  /** |high − low|, above 0. */
  swing: number;
}

export interface Tornado {
  metric: DecisionMetric;
  /** The metric as the scenario is; null where undefined. */
  base: number | null;
  /** Largest swing first. A lever that moves nothing, or with which the metric is undefined, has none. */
  bars: TornadoBar[];
  /** Every team with the sum of its swings, largest first. */
  teams: { team: Team; swing: number }[];
}

export interface GoalSeekOptions extends Options {
  /** Default `profit`. */
  metric?: DecisionMetric;
  /** A finite number in the unit of the metric (else `notFinite`, or `wrongType` if it is missing). */
  target: number;
  /** As in `TornadoBar.id` (else `unknownOption`). Left out: every lever is tried. */
  lever?: string;
}

export interface GoalSeek {
  /** Whether the metric is within 1e-9 · max(1, |target|) of the target, or within the last bits of its terms. */
  reached: boolean;
  lever: string;
  /** Of the lever: of several that reach the target the nearest to now; without any the best there is. */
  value: number;
  /** The metric with that value; null if it is undefined. */
  achieved: number | null;
  /** (value − value now) / value now; null for a lever that is 0 now. */
  relativeChange: number | null;
  /** Why it is not reached: no value within the bounds does, or the lever does not change the metric. */
  reason: null | 'bounds' | 'insensitive';
  /** The complete scenario with that value. */
  scenario: Scenario;
  /** Without `lever`: those that reach the target, smallest |relativeChange| first, those that are 0 now last. */
  options?: { lever: string; value: number; relativeChange: number | null }[];
}

export type RevenueFactor = 'visits' | 'conversionRate' | 'orderValue';
export type ProfitFactor = RevenueFactor | 'costPerClick' | 'fixedCost' | 'grossMargin';

export interface Compare {
  /** The totals of both; `change` is b − a, null if one of them is undefined. */
  metrics: { id: Exclude<keyof Totals, 'id'>; a: number | null; b: number | null; change: number | null }[];
  /** What changed revenue, by cell and factor (LMDI-I); they sum to `change`. Those of 0 are left out. */
  causes: { cell: string; factor: RevenueFactor; change: number }[];
  /** The sums of `causes` by factor. */
  factors: Record<RevenueFactor, number>;
  /** Of revenue: b − a. */
  change: number;
  /** The same for profit; `cell` is null for the gross margin. */
  profitCauses: { cell: string | null; factor: ProfitFactor; change: number }[];
  /** The inputs that differ, numbers only; null where a scenario leaves one unset. */
  changed: { id: string; a: number | null; b: number | null }[];
}

export interface TrialOptions extends Options {
  /** How many: a power of two, 1024..1048576 (`notPowerOfTwo`); default 16384. */
  trials?: number;
  /** The same seed gives the same draws, to the last bit and everywhere. Whole, 0..4294967295; default 1. */
  seed?: number;
}

export interface UncertaintyOptions extends TrialOptions {
  /** A revenue, 0..1e18, for `chanceOfTarget`. */
  target?: number;
  /** Whether the answer has `flywheel`; default false. */
  flywheel?: boolean;
}

/**
 * What the trials say about a number. Trials in which it is undefined (CPA without orders, ROAS without spend) do not
 * count; all are null when there are no others. Without ranges all are the number of evaluate().
 */
export interface Distribution {
  mean: Ratio;
  /** The standard deviation. */
  deviation: Ratio;
  /** Percentiles: 5% of the trials are at most this. Between the two nearest trials. */
  p5: Ratio;
  p10: Ratio;
  p25: Ratio;
  p50: Ratio;
  p75: Ratio;
  p90: Ratio;
  p95: Ratio;
  /** From the smallest to the largest trial. */
  histogram: {
    minimum: Ratio;
    maximum: Ratio;
    /** How many trials are in each of 40 equally wide bins; all in the first when they are equal. */
    counts: number[];
  };
}

export interface Uncertainty {
  trials: number;
  /** Of the scenario's totals, in its currency. */
  metrics: Record<'revenue' | 'profit' | 'roas' | 'cpa', Distribution>;
  /** The share of trials whose revenue is at least the target; null without one. */
  chanceOfTarget: number | null;
  /** The share of trials with a profit below 0. */
  chanceOfLoss: number;
  /**
   * How much each uncertain input has to do with the uncertainty of profit: the squared rank correlation (of normal
   * scores), as a share of their sum; largest first. Empty when profit is certain. `id` is the lever:
   * `social.paid/visits`.
   */
  drivers: { id: string; share: number }[];
  /** The cumulative profit of the flywheel, month by month, in (at most the first 32768) trials. */
  flywheel?: { month: number; p5: number; p50: number; p95: number }[];
}

export interface ShockRangeOptions extends TrialOptions {
  /** At most 1000; as in shock() of the engine. Left out: each of its presets, those of a medium for every medium. */
  shocks?: Shock[];
}

export interface ShockRange {
  trials: number;
  /** One, with neither id nor medium, for `shocks`; or one for each preset that hits something of the scenario. */
  shocks: {
    /** Of the preset. */
    id: string | null;
    /** Which medium the preset hits, if that is open. */
    medium: string | null;
    /** Revenue before minus revenue after, each trial with the same draws; negative where the shock helps. */
    revenueAtRisk: Distribution;
  }[];
}

/** All calls are synchronous and need no `this`; the answer depends on what is given only. */
export interface Tools {
  /** The flywheel's customers (section 7). */
  customersByMonth(scenario: PartialScenario, options?: PictureOptions): Result<CustomersByMonth>;
  /** What matters most: moves one input at a time, within its bounds (section 8). */
  tornado(scenario: PartialScenario, options?: TornadoOptions): Result<Tornado>;
  /** What it would take: the value of one input with which a metric reaches a target (section 8). */
  goalSeek(scenario: PartialScenario, options: GoalSeekOptions): Result<GoalSeek>;
  /** Why b earns more than a (section 10). Media are matched by id. Errors name the scenario: `b.cells[0].visits`. */
  compare(a: PartialScenario, b: PartialScenario, options?: Options): Result<Compare>;
  /**
   * What revenue, profit, ROAS and CPA could be, given the scenario's `uncertainty` (section 8): a direction under
   * stated assumptions, not a forecast. The draws of the last call are kept: repeated with another scenario, as in a
   * drag, only what has changed is calculated.
   */
  uncertainty(scenario: PartialScenario, options?: UncertaintyOptions): Result<Uncertainty>;
  /** The revenue that shocks put at risk, with its uncertainty (sections 5 and 8). */
  shockRange(scenario: PartialScenario, options?: ShockRangeOptions): Result<ShockRange>;
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
