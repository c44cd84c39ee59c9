// Uses every declaration of the engine's index.d.ts; only compiled, by declarations.test.mjs.
import createSextant, {
  type Assist, type Cell, type CellElasticity, type CellExplanation, type CellRanges, type CellMetrics, type CompiledModule, type Concentration, type CreateOptions, type CustomerValue,
  type ChartName, type CustomerValues, type ErrorCode, type Explanations, type Field, type FlywheelInputs, type FlywheelMonth,
  type FlywheelReport, type FormatOptions, type Language, type Medium, type MonthFactors, type NamedTotals, type NumberUnit, type Options,
  type PartialScenario, type Preset, type Ratio, type Remarketing, type RemarketingInputs, type Report, type ResponseInputs, type Result,
  type Retention, type Scenario, type SeasonInputs, type Segment, type Segments, type Sextant, type SextantError, type Shock,
  type ShockOutcome, type ShockPreset, type SteadyState, type SvgOptions, type Thresholds, type Totals, type UncertaintyInputs, type WasmAddress,
  type WasmResponse, type WasmSource,
} from 'sextant-engine';

const chart: ChartName = 'wheel';
const language: Language = 'zh-TW';
const other: Language = 'zh-Hant';
const createOptions: CreateOptions = { lang: language, wasm: new URL('https://example.org/sextant-engine.wasm') };
const started: Promise<Sextant> = createSextant(createOptions);
void createSextant();
void createSextant({ wasm: new Uint8Array(8) });
void createSextant({ wasm: new ArrayBuffer(8) });
void createSextant({ wasm: './sextant-engine.wasm' });
const compiled: CompiledModule = {} as WebAssembly.Module;
const address: WasmAddress = new URL('https://example.org/sextant-engine.wasm');
const response: WasmResponse = new Response();
const sources: WasmSource[] = [compiled, address, response, new DataView(new ArrayBuffer(8)), ''];
for (const wasm of sources) void createSextant({ wasm });
void createSextant({ wasm: fetch('/sextant-engine.wasm') });
void createSextant({ wasm: WebAssembly.compile(new Uint8Array(8)) });
void createSextant({ wasm: Promise.resolve(address) });
// @ts-expect-error a number is no file
void createSextant({ wasm: 7 });
// @ts-expect-error nor is a function
void createSextant({ wasm: () => address });
// @ts-expect-error nor an instance
void createSextant({ wasm: {} as WebAssembly.Instance });

/** Only narrowing by `ok` gives the value or the error. */
function unpack<T>(result: Result<T>): T {
  if (result.ok) {
    const none: undefined = result.error;
    void none;
    return result.value;
  }
  const { code, field, message }: SextantError = result.error;
  const exact: ErrorCode = code;
  const none: undefined = result.value;
  void none;
  throw new Error(`${exact} ${field} ${message}`);
}

/** The same with the members apart. */
function unpackApart<T>({ ok, value, error }: Result<T>): T {
  // @ts-expect-error it may be missing
  void error.message;
  if (!ok) throw new Error(error.message);
  return value;
}

const medium: Medium = { id: 'social', label: '' };
const cell: Cell = {
  id: 'social.paid', visits: 1, conversionRate: 0.1, orderValue: 1, costPerClick: 1, fixedCost: 1, newCustomerShare: 1,
  engagedShare: 0.1,
};
const thresholds: Thresholds = { mode: 'target', cpc: 10, cpa: 100 };
const retention: Retention = { repeatOrders: 0.25, churn: 0.1, discount: 0.01 };
const segment: Segment = { share: 1, churn: 0.1, repeatOrders: 0.2, referralVisits: 0.5 };
const segments: Segments = { promoter: segment, passive: { ...segment, share: 0 }, detractor: { ...segment, share: 0 } };
const flywheel: FlywheelInputs = { months: 12, organicGrowth: 0.01, referralConversionRate: 0.02, segments };
const remarketing: RemarketingInputs = { engagedConversionRate: 0.1, costPerClick: 5 };
const elasticity: CellElasticity = { id: 'social.paid', elasticity: 0.5 };
const spending: ResponseInputs = { elasticity: 0.7, cells: [elasticity] };
const ranges: CellRanges = { id: 'social.paid', visits: 0, conversionRate: 0.3, orderValue: 0.1, costPerClick: 0.2 };
const uncertainty: UncertaintyInputs = { range: 0.2, correlation: 0.3, cells: [ranges] };
const november: MonthFactors = { month: 11, visits: 1.8, conversionRate: 1.2, orderValue: 1, costPerClick: 1.3 };
const season: SeasonInputs = { startMonth: 1, months: [november, { month: 12 }] };
const assist: Assist = { from: 'social.organic', to: 'social.paid', share: 0.2 };
const scenario: Scenario = {
  title: '', currency: 'TWD', grossMargin: 0.5, media: [medium], cells: [cell, cell], thresholds, retention, flywheel, remarketing,
  response: spending, uncertainty, season, assists: [assist],
};
const partial: PartialScenario = {
  cells: [{ visits: 1 }], media: [{ label: 'A' }], thresholds: {}, retention: { churn: 0.2 },
  flywheel: { months: 6, segments: { passive: { churn: 0.2 } } }, remarketing: {},
};
// @ts-expect-error there is no such segment
const fans: PartialScenario = { flywheel: { segments: { fan: {} } } };
// @ts-expect-error an unset rate is left out, not null
const nothing: PartialScenario = { flywheel: { referralConversionRate: null } };
const empty: PartialScenario = {};
// @ts-expect-error there is no such key
const misspelt: PartialScenario = { grossmargin: 0.5 };
// @ts-expect-error a number, not a text
const text: PartialScenario = { grossMargin: '0.5' };
// @ts-expect-error there is no such mode
const mode: Thresholds = { mode: 'average' };

export async function useEverything(): Promise<unknown[]> {
  const sextant = await started;
  const options: Options = { lang: other };
  const report: Report = unpackApart(sextant.evaluate(partial, options));
  const metrics: CellMetrics[] = report.cells;
  const quadrant: 1 | 2 | 3 | 4 | null = metrics[0]!.quadrant;
  const totals: Totals = report.total;
  const named: NamedTotals[] = [...report.media, ...report.kinds];
  const ratio: Ratio = totals.cpa;
  // @ts-expect-error a ratio may be null
  const certain: number = totals.cpa;
  const concentration: Concentration = report.concentration;
  const largest: { id: string; share: number } | null = concentration.largest;

  const customers: CustomerValues = unpack(sextant.customerValue(partial, options));
  const average: CustomerValue = customers.total;
  const value: Ratio = average.ltv ?? customers.cells[0]!.ltvToCac;
  const paysBack: boolean = customers.cells[0]!.paysBack;
  const turned: FlywheelReport = unpack(sextant.flywheel(partial, options));
  const months: FlywheelMonth[] = [...turned.months, ...turned.funnel];
  const rest: SteadyState | null = turned.steadyState;
  // @ts-expect-error the steady state may be null
  const customersAtRest: number = turned.steadyState.newCustomers;
  const pool: Remarketing = unpack(sextant.remarketing(partial, options));
  const effect: Ratio = pool.cells[0]!.densityEffect ?? pool.cells[0]!.cpaEffect;
  const mended: Scenario = unpack(sextant.normalise(partial, options));

  const shock: Shock = { target: 'paid', field: 'costPerClick', factor: 1.3 };
  // @ts-expect-error shocks cannot change this field
  const wrongShock: Shock = { target: 'paid', field: 'orderValue', factor: 1.3 };
  const outcome: ShockOutcome = unpack(sextant.shock(scenario, [shock], options));
  const shockPresets: ShockPreset[] = unpack(sextant.shockPresets());

  const link: string = unpack(sextant.encodeLink(empty));
  const decoded: Scenario = unpack(sextant.decodeLink(link));
  const presets: Preset[] = unpack(sextant.presets(options));
  const fields: Field[] = unpack(sextant.fields(options));
  const svgOptions: SvgOptions = { chart, width: 800, height: 600, theme: 'dark', lang: 'en' };
  const svg: string = unpack(sextant.svg(scenario, svgOptions));
  const said: Explanations = unpack(sextant.explain(partial, options));
  const cells: CellExplanation[] = said.cells;
  const advice: string | null = cells[0]!.advice;
  const sentences: string[] = [said.revenue, said.concentration, cells[0]!.name, cells[0]!.sentence, cells[0]!.formula,
    said.customer, said.payback, said.momentum, said.flywheel, said.remarketing];
  const unit: NumberUnit = fields[0]!.unit;
  const formatOptions: FormatOptions = { currency: 'EUR', lang: 'en' };
  const written: string = unpack(sextant.format(ratio, unit, formatOptions));
  // @ts-expect-error there is no such unit
  sextant.format(1, 'percent');
  const parsed: number = unpack(sextant.parseNumber('1.2萬', 'visits', options));
  const position: number = unpack(sextant.sliderPosition('visits', parsed));
  const moved: number = unpack(sextant.stepValue('visits', unpack(sextant.sliderValue('visits', position)), -10, options));
  // @ts-expect-error the scenario is required
  sextant.evaluate();
  return [
    quadrant, named, ratio, certain, largest, wrongShock, outcome, shockPresets, decoded, presets, fields, svg,
    misspelt, text, mode, advice, sentences, written, moved, fans, nothing, value, paysBack, months, rest, customersAtRest,
    effect, mended,
  ];
}
