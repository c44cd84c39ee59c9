/**
 * Sextant's engine: revenue split by medium and kind of traffic, quadrants of cost per click against
 * cost per acquisition, concentration, shocks, links and charts. Runs in browsers, workers and Node 18
 * or later (ES2022).
 *
 * ```js
 * import createSextant from 'sextant-engine';
 * const sextant = await createSextant();
 * const { ok, value, error } = sextant.evaluate({ cells: [{ id: 'social.paid', visits: 15000,
 *   conversionRate: 0.0229, orderValue: 1180, costPerClick: 8 }] });
 * ```
 *
 * Units, everywhere: rates and shares are fractions in 0..1, money is in the scenario's currency, flows
 * and money are per period (a month, unless you choose another). "Section" refers to docs/DOMAIN.md in the
 * source repository.
 */
import type { ErrorCode } from './error_code.js';
import type {
  CellMetricsValues, CellNumbers, ChartName, ConcentrationValues, FlywheelMonthValues, PartialScenarioNumbers, ScenarioNumbers,
  SteadyStateValues, ThresholdValues, TotalsValues,
} from './tables.js';

export type { ChartName, ErrorCode };
export type {
  Assist, CellElasticity, CellRanges, FlywheelInputs, MonthFactors, RemarketingInputs, ResponseInputs, Retention, SeasonInputs, Segment,
  Segments, Thresholds, UncertaintyInputs,
} from './tables.js';

/** `en` and `zh-TW`; any tag that starts with `en` or `zh` is accepted. */
export type Language = 'en' | 'zh-TW' | (string & {});

/** Why an input was refused. Nothing of a refused input has any effect. */
export interface SextantError {
  code: ErrorCode;
  /** Where: `cells[1].conversionRate`, `shocks[0].factor`, `lang`. Empty: the input itself. */
  field: string;
  /** A sentence in the requested language. */
  message: string;
}

/** No call throws; every call says whether it worked. Only one of `value` and `error` is there. */
export type Result<T> = { ok: true; value: T; error?: undefined } | { ok: false; value?: undefined; error: SextantError };

// --- Inputs (section 2) ---------------------------------------------------------------------------

/** A source of traffic. */
export interface Medium {
  /** 1 to 16 of a–z, 0–9 and "-", starting with a letter; unique. */
  id: string;
  /** At most 20 characters; empty: the language's name for the id. */
  label: string;
}

/**
 * One medium × one kind of traffic. Refused: numbers out of bounds (`outOfBounds`), NaN and infinities
 * (`notFinite`), anything that is not a number (`wrongType`), unknown keys (`unknownField`).
 */
export interface Cell extends CellNumbers {
  /** `social.paid`: medium, dot, `organic` or `paid`. */
  id: string;
}

/** A complete scenario, as the calls return it. */
export interface Scenario extends ScenarioNumbers {
  /** At most 80 characters. Default "". */
  title: string;
  /** ISO 4217, three capital letters. Default TWD. */
  currency: string;
  /** 1 to 8. Default social, search, integrated. */
  media: Medium[];
  /** Two per medium, organic before paid, in the order of `media`. */
  cells: Cell[];
}

/**
 * The input of the calls: anything left out takes its default. Without `cells`, media with the same id as in
 * the default scenario have its cells. With `cells`, a cell that is not listed is zero, and one without `id` is
 * identified by its position.
 */
export interface PartialScenario extends PartialScenarioNumbers {
  title?: string;
  currency?: string;
  media?: Partial<Medium>[];
  cells?: Partial<Cell>[];
}

// --- Results (sections 3 to 5) --------------------------------------------------------------------

/** Null: undefined, because of a division by zero. Never NaN, never infinite. */
export type Ratio = number | null;

export interface CellMetrics extends CellMetricsValues {
  id: string;
  /**
   * 1: cheap clicks that buy. 2: expensive clicks, cheap orders. 3: both expensive. 4: cheap clicks, expensive orders.
   * Null without visits or spend; spend without orders counts as a high CPA (section 4).
   */
  quadrant: 1 | 2 | 3 | 4 | null;
}

/** Sums, and the ratios of the sums: visits · conversionRate · orderValue is revenue again. */
export interface Totals extends TotalsValues {}

export interface NamedTotals extends Totals {
  id: string;
}

/** How much revenue depends on few cells (section 5). All null without revenue. */
export interface Concentration extends ConcentrationValues {
  largest: { id: string; share: number } | null;
}

export interface Report {
  /** In the order of the scenario's cells. */
  cells: CellMetrics[];
  total: Totals;
  /** In the order of the scenario's media. */
  media: NamedTotals[];
  /** `organic`, then `paid`. */
  kinds: NamedTotals[];
  /** Where the lines between the quadrants are drawn; in mode `breakEven` the averages of the cells' own limits. */
  thresholds: ThresholdValues;
  concentration: Concentration;
}

// --- Customers (sections 6, 7 and 9) ----------------------------------------------------------------

export interface CustomerValue {
  /**
   * Contribution over a customer's lifetime, first order included, discounted:
   * m·(1 + q·s/(1 + d − s)) with m = grossMargin · order value, q = repeatOrders, s = 1 − churn,
   * d = discount (Gupta and Lehmann 2003). Null without orders.
   */
  ltv: Ratio;
  /** ltv / CAC; null without new customers or when nothing is spent on them. */
  ltvToCac: Ratio;
  /** The first month by the end of which CAC is covered; 0 is the month of the first order; null: never. */
  paybackMonth: number | null;
}

export interface CustomerValues {
  /** For the average customer. */
  total: CustomerValue;
  /** With the cell's own order value and CAC, and the scenario's retention. */
  cells: (CustomerValue & { id: string; paysBack: boolean })[];
}

/** One month, counted from 0. */
export interface FlywheelMonth extends FlywheelMonthValues {
  month: number;
}

/** The state in which every month equals the previous one. */
export interface SteadyState extends SteadyStateValues {}

export interface FlywheelReport {
  months: FlywheelMonth[];
  /** The same scenario without repeat orders, referrals and growth. */
  funnel: FlywheelMonth[];
  /** k: the customers that one customer brings in over a lifetime. */
  momentum: number;
  /** 1/(1 − k): the factor on acquisition in the long run; null for k ≥ 1: no limit. */
  longRunMultiplier: Ratio;
  /** The first month whose cumulative profit is above the funnel's; null: none. */
  overtakesInMonth: number | null;
  /** Net promoter score, −100..100. */
  nps: number;
  /** Null for k ≥ 1, with organic growth and with a season, when there is none. */
  steadyState: SteadyState | null;
}

export interface Remarketing {
  /** Engaged visits per visit, 0..1; null without visits. */
  density: Ratio;
  /** density · engagedConversionRate */
  conversionRate: Ratio;
  /** costPerClick / conversionRate; null when nobody buys. */
  cpa: Ratio;
  cells: {
    id: string;
    /** visits · engagedShare */
    engagedVisits: number;
    /** density − density without the cell; below 0: the cell dilutes the pool. */
    densityEffect: Ratio;
    /** cpa − cpa without the cell; above 0: the cell makes remarketing more expensive. */
    cpaEffect: Ratio;
  }[];
}

// --- Shocks (section 5) ---------------------------------------------------------------------------

/** Multiplies one input of some cells. */
export interface Shock {
  /** A cell (`social.organic`), a medium (`social`) or a kind (`paid`). Else `unknownTarget`. */
  target: string;
  field: 'visits' | 'conversionRate' | 'costPerClick';
  /** 0..1e9. A result beyond a field's bound stays at the bound. */
  factor: number;
}

export interface ShockOutcome {
  before: Report;
  after: Report;
  /** before.total.revenue − after.total.revenue */
  revenueAtRisk: number;
}

export interface ShockPreset {
  id: string;
  title: string;
  description: string;
  shocks: Shock[];
}

// --- Presets, fields, explanations ----------------------------------------------------------------

export interface Preset {
  id: string;
  title: string;
  /** One sentence. */
  description: string;
  scenario: Scenario;
}

/** One numeric input, with the bounds and slider that the calculator itself uses. */
export interface Field {
  /** `costPerClick`, `grossMargin`, `flywheel.segments.promoter.churn`. */
  id: string;
  owner: 'cell' | 'scenario';
  /** `share` is a fraction that people see as a percentage. */
  unit: 'count' | 'money' | 'share' | 'ratio' | 'months';
  /** Bounds of what is accepted, inclusive. */
  minimum: number;
  maximum: number;
  default: number;
  /** `start` is the smallest value above 0 of a logarithmic slider; typing may pass `maximum`. */
  slider: { scale: 'linear' | 'logarithmic'; start: number; maximum: number };
  label: string;
  shortLabel: string;
}

/** A cell's quadrant and numbers in words. */
export interface CellExplanation {
  id: string;
  /** `Social · Paid`: the medium's label, or the language's name for it, and the kind. */
  name: string;
  /** One sentence: why the cell is in its quadrant, or why it is in none. */
  sentence: string;
  /**
   * Advice for a cell in this quadrant; null without quadrant. In quadrant III it says if lifetime value pays
   * the cell back (section 4).
   */
  advice: string | null;
  /** The cell's term of the revenue formula: `9,000 × 1.2% × NT$1,200 = NT$129,600`. */
  formula: string;
}

/** The results in complete sentences with numbers. */
export interface Explanations {
  /** The formula of revenue, or what is missing for it. */
  revenue: string;
  /** How much revenue depends on few cells (section 5). */
  concentration: string;
  /** What a customer is worth, and when one is paid back (section 6). */
  customer: string;
  /** What it would take for payback within 12 months; "" without orders or spend. */
  payback: string;
  /** The effect of referrals in the long run (section 7). */
  momentum: string;
  /** The flywheel compared with the funnel. */
  flywheel: string;
  /** The cost of remarketing, and which cell makes it expensive (section 9). */
  remarketing: string;
  /** In the order of the scenario's cells. */
  cells: CellExplanation[];
}

/**
 * How to write a number. `count`: 12,345, up to two decimals below 10. `money`: NT$4,812,300, below 100
 * with two decimals unless whole. `exactMoney`: two decimals unless whole, however large. `share`: a
 * fraction as a percentage, 0.0682 is 6.82%. `signedShare`: the same, always with a sign, for changes.
 * `ratio`: up to two decimals. `months`: 24 months. A `unit` of a Field is one of these.
 */
export type NumberUnit = 'count' | 'money' | 'exactMoney' | 'share' | 'signedShare' | 'ratio' | 'months';

export interface Options {
  /** The language of texts and messages. Default: that given to createSextant. Else `unknownOption`. */
  lang?: Language;
}

export interface SvgOptions extends Options {
  chart?: ChartName;
  /** In points, 100..10000; 640 × 480 by default. */
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
}

export interface FormatOptions extends Options {
  /** For `money` and `exactMoney`: ISO 4217, three capital letters (else `badCurrency`). Default TWD. */
  currency?: string;
}

/** All calls are synchronous, keep no state, and need no `this`. */
export interface Sextant {
  /** Every metric of sections 3 to 5. */
  evaluate(scenario: PartialScenario, options?: Options): Result<Report>;

  /** The value of customers, on average and per cell (section 6). */
  customerValue(scenario: PartialScenario, options?: Options): Result<CustomerValues>;
  /** The flywheel and the funnel, month by month (section 7). */
  flywheel(scenario: PartialScenario, options?: Options): Result<FlywheelReport>;
  /** How many visits are worth following up, and what an order from them costs (section 9). */
  remarketing(scenario: PartialScenario, options?: Options): Result<Remarketing>;
  /**
   * The complete scenario with the shares of its segments divided by their sum (three equal shares if all are
   * 0). Useful after a call has returned `sharesDoNotSum`.
   */
  normalise(scenario: PartialScenario, options?: Options): Result<Scenario>;

  /** The metrics before and after all shocks, applied in order. */
  shock(scenario: PartialScenario, shocks: Shock[], options?: Options): Result<ShockOutcome>;
  shockPresets(options?: Options): Result<ShockPreset[]>;

  /** The part of an address after "#": legible, safe in a URL, with a checksum. Starts with `1~`. */
  encodeLink(scenario: PartialScenario, options?: Options): Result<string>;
  /**
   * Exactly the scenario that was encoded. Takes the link, with or without "#", or a text of at most 100,000 bytes
   * with it: an address, also wrapped in another or escaped; with words around it, and blanks and full-width signs in
   * it. What follows is left out, unless it could have been more of the link.
   * `notALink`, `linkDamaged` (cut off or changed) or `linkNewer` (of a later version) otherwise.
   */
  decodeLink(text: string, options?: Options): Result<Scenario>;

  /** Scenarios to start from; the first is the default one. */
  presets(options?: Options): Result<Preset[]>;
  fields(options?: Options): Result<Field[]>;

  /** A chart as a complete <svg> element, without scripts or references. */
  svg(scenario: PartialScenario, options?: SvgOptions): Result<string>;

  /** The results in sentences, with numbers as `format` writes them. */
  explain(scenario: PartialScenario, options?: Options): Result<Explanations>;

  /**
   * A number as usual in the language; "—" for null, undefined and NaN. Another type is refused with
   * `wrongType`, another unit with `unknownOption`. Above 1.8e19 and for infinities: `1.80e308`.
   */
  format(value: number | null, unit: NumberUnit, options?: FormatOptions): Result<string>;

  /**
   * What a person typed into the field, in the field's own unit: "12,000", "NT$12,000", "1.2萬", "兩萬", "12k",
   * "1億2000萬", full-width digits and signs. A comma is a decimal one where it cannot be one between thousands:
   * "8,5" and "1.234,56", while "12,000" is 12000. In a field of unit `share` the number is a percentage, with or
   * without its sign: "6.82%" and "6.82" are 0.0682. It asks nothing: a number that can be read in two ways ("0.068"
   * as a share, "12.000") is taken as it stands, and the sign of any currency is passed over; the page asks its
   * reader about both. `fieldId` is the `id` of a Field (else
   * `unknownField` at `fieldId`). At most 64 bytes; anything else is `notANumber`, numbers beyond the
   * field's bounds are `outOfBounds`; the error's `field` is then the field's id, and its message has
   * the field's label.
   */
  parseNumber(text: string, fieldId: string, options?: Options): Result<number>;

  /**
   * The position of the field's slider for a value within the field's bounds (else `outOfBounds` or
   * `notFinite` at `value`): 0..1, and 1 for values above the slider's `maximum`.
   */
  sliderPosition(fieldId: string, value: number, options?: Options): Result<number>;
  /**
   * The value for a position of the field's slider, 0..1 (else `outOfBounds` or `notFinite` at
   * `position`), rounded to a number that a person would choose: 12,300 and not 12,287.31.
   */
  sliderValue(fieldId: string, position: number, options?: Options): Result<number>;
  /**
   * A value within the field's bounds moved by so many steps of the keyboard: ±1 for an arrow key, ±10
   * with Shift. `steps` is any finite number (else `notFinite`); the result is never out of bounds. A
   * step is a twentieth of the leading digit's unit (8 → 8.05) on logarithmic sliders, a hundredth of
   * the travel on linear ones, a month on months.
   */
  stepValue(fieldId: string, value: number, steps: number, options?: Options): Result<number>;
}

/** A WebAssembly.Module, whatever the libraries of the program call it. */
export interface CompiledModule {
  /** Those of an instance, which is something else. */
  readonly exports?: undefined;
}

/** A URL, whatever the libraries of the program call it. */
export interface WasmAddress {
  readonly href: string;
  readonly searchParams: object;
}

/** A Response of fetch(), whatever the libraries of the program call it. */
export interface WasmResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A WebAssembly file: its address, its bytes, the compiled module, or the answer to a request for it. */
export type WasmSource = string | WasmAddress | ArrayBuffer | ArrayBufferView | CompiledModule | WasmResponse;

export interface CreateOptions {
  /** Language of texts and messages unless a call says otherwise. Default `en`. */
  lang?: Language;
  /**
   * The file sextant-engine.wasm, or a promise of it, if it is not beside the script. A relative address starts from
   * the script; from the page, if the script is a bundle without an address of its own. Anything else rejects with a
   * TypeError that says what is allowed; a file that cannot be loaded, or is not WebAssembly, with an error that names it.
   */
  wasm?: WasmSource | PromiseLike<WasmSource>;
}

/**
 * Loads and starts the engine. Each call creates a separate instance. Rejects if the file cannot be loaded,
 * and with a RangeError if `lang` is unknown.
 */
export default function createSextant(options?: CreateOptions): Promise<Sextant>;
