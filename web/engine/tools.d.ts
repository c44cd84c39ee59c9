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

/** Before: as the scenario is. After: as the answer has it. */
export interface BeforeAfter<T = number> {
  before: T;
  after: T;
}

/**
 * What a budget must keep to. A *paid cell* follows its variable spend S as visits = F0·(S/S0)^elasticity, with the
 * `response` of the scenario; fixed costs stay. A directional answer under that assumption, not a forecast.
 */
export interface BudgetRules extends Options {
  /**
   * By the id of a paid cell (else `unknownCell` or `notPaid`): the least and the most it may spend, money 0..1e16
   * (else `outOfBounds`). Default: 0 and three times today's spend, or the minimum if that is more. A minimum above the
   * maximum is refused (`minimumAboveMaximum`). At most, visits and cost per click reach the bounds of their fields.
   */
  bounds?: Record<string, { minimum?: number; maximum?: number }>;
  /** Ids of paid cells that keep today's spend, whatever their bounds. Listed twice: `duplicate`. */
  locked?: string[];
}

export interface AllocateOptions extends BudgetRules {
  /**
   * The variable spend of all paid cells, locked ones included: money 0..1e16. Default: today's. One that bounds and
   * locked cells do not allow is refused with the least and the most (`budgetOutOfReach`); half a cent does not count.
   */
  budget?: number;
  /** Default true. False: money that would lose stays unspent, and so does what does not fit. */
  spendAll?: boolean;
}

export interface CellAllocation {
  id: string;
  /** Variable spend. */
  spend: BeforeAfter;
  visits: BeforeAfter;
  /** Revenue / variable spend; null without spend. */
  averageRoas: BeforeAfter<Ratio>;
  /** Of the next NT$: elasticity · average. Null without spend. */
  marginalRoas: BeforeAfter<Ratio>;
  /** What holds the cell's spend; `fixed`: without visits or spend it cannot be scaled, and keeps what it has. */
  bound: null | 'minimum' | 'maximum' | 'locked' | 'fixed';
  /**
   * Profit that one NT$ more of room would earn, at least 0: the money comes from the cell that makes the least of it,
   * or is unspent. Null without a bound, where no money can move, and where the first NT$ earns without limit.
   */
  worth: Ratio;
}

export interface Allocation {
  /** Spends and `unspent` sum to it. */
  budget: number;
  unspent: number;
  /**
   * Profit of one more NT$: gross margin · marginal ROAS − 1. 0 while money is unspent; null where no cell can spend
   * more.
   */
  multiplier: Ratio;
  /** Of the whole scenario, as in `evaluate`. Not below before if today's split is allowed. */
  profit: BeforeAfter;
  /** Of the whole scenario. */
  revenue: BeforeAfter;
  /**
   * Why nothing changed; null if something did. `optimal`: no other split earns more. `bounds`: one would, but for
   * bounds. `locked`, `oneCell`: the budget is today's, and at most one cell is not locked, or can be scaled at all.
   * `noPaidSpend`: none can.
   */
  reason: null | 'optimal' | 'bounds' | 'locked' | 'oneCell' | 'noPaidSpend';
  /** Every paid cell, in the scenario's order. */
  cells: CellAllocation[];
  /** With visits and cost per click of each changed cell; one without spend keeps its cost per click. */
  scenario: Scenario;
}

/** Exactly one of the three targets (else `notOneOf`); at most 1e9, at least 0, a marginal profit at least −1. */
export interface BudgetForOptions extends BudgetRules {
  /** Revenue of all paid cells / their variable spend. */
  averageRoas?: number;
  /** Revenue of the next NT$. */
  marginalRoas?: number;
  /** Profit of the next NT$: gross margin · marginal ROAS − 1. 0: spend while it earns. */
  marginalProfit?: number;
}

export interface BudgetFor {
  reached: boolean;
  /** The largest whose best split reaches the target; not reached: the one that comes nearest. */
  budget: number;
  /** Of that budget, all spent. */
  allocation: Allocation;
}

export interface NextSpendOptions extends Options {
  /** Money 0.01..1e16; more than the cells can take is `budgetOutOfReach`. Default 1. */
  amount?: number;
}

export interface NextSpend {
  /** Every paid cell: its share of the amount (the shares sum to 1) and the profit that this part adds. */
  cells: { id: string; share: Ratio; profit: number }[];
  /** What the whole amount adds. */
  profit: number;
}

export interface FrontierOptions extends BudgetRules {
  /** As for `allocate`; all of it is spent. */
  budget?: number;
  /** A whole number, 2..100 (else `outOfBounds` or `notWhole`). Default 20. */
  points?: number;
}

export interface FrontierPoint {
  /** w: the point has the largest profit − w·budget·Σ(spend/budget)². Null: as even as bounds allow. */
  weight: number | null;
  /** Of the whole scenario. */
  profit: number;
  /** 1/Σ(spend/budget)²: as if so many cells spent the same. Null without a budget. */
  effectiveCells: Ratio;
  spend: { id: string; spend: number }[];
}

/** From the allocation (weight 0) to an even split: profit falls, effectiveCells rise. */
export type Frontier = FrontierPoint[];

export interface CellCredit {
  id: string;
  /** The cell's revenue. */
  own: number;
  /** Its fair share of all revenue, given the `assists`: its Shapley value. Without assists its own. */
  credit: number;
  /** Revenue that would be lost without the cell. */
  removalEffect: number;
  /** Credit / the cell's order value; null if that is 0. */
  orders: Ratio;
  /** Spend / orders by credit. */
  cpa: Ratio;
}

export interface Credit {
  /** Every cell, in the scenario's order. The credits sum to the total. */
  cells: CellCredit[];
  /** The scenario's revenue. */
  total: number;
}

/** What a column of a table is. `campaign` names the rows of ads where there is no campaign type. */
export type ColumnMeaning = 'channel' | 'sourceMedium' | 'campaignType' | 'campaign' | 'visits' | 'orders' | 'revenue' | 'cost';

export interface ReadTableOptions extends Options {
  /** The user's answers: the cell (`social.paid`) by the name of a row; '' asks about it. At most 2000. */
  channels?: Record<string, string>;
  /** That of the scenario, for signs such as $ that stand for several. */
  currency?: string;
  /**
   * The user's choice: what a column is, by its header; '' for nothing. No meaning twice (`duplicate`). What is not
   * listed is recognised. With `{}`, a table without known columns is answered with its headers and no rows.
   */
  columns?: Record<string, ColumnMeaning | ''>;
}

/** What is stated; null where it is not, or unknown. */
export interface Stated {
  visits: number | null;
  orders: number | null;
  revenue: number | null;
  cost: number | null;
}

export type TableWarningCode = 'keyEvents' | 'purchaseColumns' | 'twoPeriods' | 'unreadableRows' | 'unknownValues'
  | 'moreOrdersThanVisits' | 'revenueZero' | 'totalsDiffer';

/** An export, read (section 11). */
export interface ImportedTable {
  kind: 'ga4' | 'googleAds' | 'meta' | 'table';
  /** As TextDecoder calls it; `utf-8` for a text. */
  encoding: string;
  delimiter: ',' | ';' | '\t';
  /** The decimal separator, by all numbers of the file. */
  decimal: '.' | ',';
  /** As the file states it; null if it does not. */
  currency: string | null;
  /** Days, as 2024-08-31. */
  period: { start: string; end: string } | null;
  /** Null: not used. `currency`, `rangeStart`, `rangeEnd`, `dateRange` and `day` say what rows are about. */
  columns: { header: string; meaning: ColumnMeaning | 'currency' | 'rangeStart' | 'rangeEnd' | 'dateRange' | 'day' | 'firstUser' | 'event' | 'order' | null }[];
  /** `line`: of the file, from 1. `cell`: null where it is asked about. At most 1,000,000. */
  rows: ({ line: number; name: string; cell: string | null } & Stated)[];
  /** Sums of the rows by cell; only cells that occur. */
  cells: ({ id: string } & Stated)[];
  /** Names that belong to no cell yet, in the order of the file. */
  asks: ({ name: string; rows: number } & Stated)[];
  /** Of all rows, asked ones included. */
  total: Stated;
  /** Totals that the file states; never added. */
  stated: ({ label: string } & Stated)[];
  /** Rows that cannot be read, and other tables of the file; the first 1000. */
  ignored: { line: number; reason: string }[];
  /** `lines`: the first 100. */
  warnings: { code: TableWarningCode; message: string; lines: number[] }[];
}

/** What a user can agree to; a warning of the same code asks for it. */
export type Agreement = 'otherCurrency' | 'costWithoutVisits' | 'unreadableRows';

export interface ApplyTableOptions extends Options {
  /**
   * `otherCurrency`: amounts of another currency are taken as they are. `costWithoutVisits`: becomes the fixed cost of
   * its cell, instead of the one before. `unreadableRows`: the other rows of such a table are taken.
   */
  agree?: Agreement[];
}

export interface AppliedTables {
  scenario: Scenario;
  /** `id` is the lever: `social.paid/visits`. */
  changed: { id: string; before: number; after: number }[];
  /** `table`: its position; `cell`: its id; null where a warning is about all. */
  warnings: {
    code: Agreement | 'askedRows' | 'moreOrdersThanVisits' | 'unknownCell' | 'secondTraffic' | 'outOfBounds' | 'claimedOrders';
    message: string;
    table: number | null;
    cell: string | null;
    lines: number[];
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
  /** Where the money of paid cells goes: the most profitable split of a budget (section 8). */
  allocate(scenario: PartialScenario, options?: AllocateOptions): Result<Allocation>;
  /** How much may be spent until an average or the next NT$ earns no more than a target (section 8). */
  budgetFor(scenario: PartialScenario, options: BudgetForOptions): Result<BudgetFor>;
  /** Where an amount goes best on top of today's spend (section 8). */
  nextSpend(scenario: PartialScenario, options?: NextSpendOptions): Result<NextSpend>;
  /** The best profit for every spread of paid spend (section 8). */
  frontier(scenario: PartialScenario, options?: FrontierOptions): Result<Frontier>;
  /** Who deserves credit under the stated assists (section 9): a fair split, not a causal measurement. */
  credit(scenario: PartialScenario, options?: Options): Result<Credit>;
  /**
   * Reads an export of GA4, Google Ads or Meta Ads Manager, or any table whose columns say what they are (section 11):
   * bytes of a .csv or .txt in UTF-8, UTF-16, Big5, Shift_JIS or Windows-1252, or a text; at most 32 MB as UTF-8. A
   * file that cannot be used is refused with what to export instead (`tableWithoutChannel`, …).
   */
  readTable(table: ArrayBuffer | ArrayBufferView | string, options?: ReadTableOptions): Result<ImportedTable>;
  /**
   * Puts at most 20 tables that were read into a scenario (section 11). What they do not state stays as it is. Tables of
   * ads give their cost, and visits, orders and revenue only to cells that no table of traffic has.
   */
  applyTable(scenario: PartialScenario, tables: ImportedTable[], options?: ApplyTableOptions): Result<AppliedTables>;
  /**
   * What a person typed for a target or a budget: as parseNumber() of the engine reads it, in a unit instead of a field
   * ("12%" is 0.12 as a share). At most 64 bytes; anything else is `notANumber` at `text`. No bounds.
   */
  parseNumber(text: string, options?: ParseNumberOptions): Result<number>;
}

export interface ParseNumberOptions extends Options {
  /** Default: money. */
  unit?: 'count' | 'money' | 'share' | 'ratio';
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
