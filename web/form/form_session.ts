// What a reader is working on, on the engine alone: the scenario, how it came
// about, and what it is compared with. Behaves as src/app/session.h does behind
// src/wasm/app_bindings.cpp.
import { SHOWN_FIELDS, type ChartName } from 'sextant-tables';
import type { Session } from '../face/calculator_view';
import type {
  CustomerValue, Explanations, Field, FlywheelReport, NumberUnit, Remarketing, Report, Result, Scenario, Sextant, Shock, ShockOutcome, ShockPreset,
} from '../engine/index.mjs';
import type { Language } from '../dom/texts';
import { changeSentence } from './change_sentence';
import { History } from './history';
import { monthsTable } from './months_table';
import { earnsTheSame, fieldValue, isSame, MAXIMUM_MEDIA, pathOf, segmentOfShare, withField, withNewMedium, withoutMedium, withShare, withShocks, type FieldAddress } from './scenario';
import { sessionTable } from './session_table';
import { ownMediumName, word } from './words';

/** What comes after the order. */
export interface AfterOrder {
  customer: CustomerValue;
  flywheel: FlywheelReport;
  remarketing: Remarketing;
}

/** What the present is compared with. */
export interface Comparison {
  scenario: Scenario;
  report: Report;
  with: 'baseline' | 'before';
}

interface State {
  scenario: Scenario;
  report: Report;
  /** Equal for equal scenarios. */
  link: string;
}

// Of an engine call that the callers have made sure of.
function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const mediaIds = ({ media }: Scenario): string => media.map(({ id }) => id).join(' ');

export class FormSession implements Session {
  #engine: Sextant;
  #language: Language;
  #state: State;
  #revision = 1;
  #history = new History<State>();
  #announced: Scenario | undefined;
  #baseline: State | undefined;
  #origin = '';
  #fields = new Map<Language, Field[]>();
  #afterOrders = new WeakMap<Scenario, AfterOrder>();
  #presetLinks: { id: string; link: string }[];

  constructor(engine: Sextant, language: Language) {
    this.#engine = engine;
    this.#language = language;
    const presets = valueOf(engine.presets());
    this.#presetLinks = presets.map(({ id, scenario }) => ({ id, link: this.#anonymousLinkOf(scenario) }));
    this.#state = this.#evaluate(presets[0].scenario);
  }

  // --- What there is.

  get language(): Language {
    return this.#language;
  }

  get scenario(): Scenario {
    return this.#state.scenario;
  }

  get report(): Report {
    return this.#state.report;
  }

  /** Undefined when none is pinned, or while the scenario has other media. */
  get baseline(): Report | undefined {
    if (!this.#baseline || mediaIds(this.#baseline.scenario) !== mediaIds(this.scenario)) return undefined;
    return this.#baseline.report;
  }

  /** With how things were before the drag in progress, else with the baseline. */
  get comparison(): Comparison | undefined {
    const before = this.#history.gestureStart;
    if (before && before.link !== this.link() && mediaIds(before.scenario) === mediaIds(this.scenario)) {
      return { scenario: before.scenario, report: before.report, with: 'before' };
    }
    return this.baseline && this.#baseline && { scenario: this.#baseline.scenario, report: this.#baseline.report, with: 'baseline' };
  }

  /** What comes after the order in this scenario, or in one that it is compared with. */
  afterOrder(scenario = this.scenario): AfterOrder {
    let afterOrder = this.#afterOrders.get(scenario);
    if (!afterOrder) {
      this.#afterOrders.set(scenario, afterOrder = {
        customer: valueOf(this.#engine.customerValue(scenario)).total,
        flywheel: valueOf(this.#engine.flywheel(scenario)),
        remarketing: valueOf(this.#engine.remarketing(scenario)),
      });
    }
    return afterOrder;
  }

  get cellFields(): Field[] {
    return this.#allFields().filter(({ owner }) => owner === 'cell');
  }

  /** Those of a cell's own card: what is worth following up stands with the remarketing. */
  get cardFields(): Field[] {
    return SHOWN_FIELDS.card.map((id) => this.field(id));
  }

  field(id: string): Field {
    return this.#allFields().find((field) => field.id === id)!;
  }

  value(address: FieldAddress): number {
    return fieldValue(this.scenario, address);
  }

  /** A field's value as it was typed: money with its cents, however much it is. */
  formatField(address: FieldAddress): string {
    const { unit } = this.field(address.field);
    return this.format(this.value(address), unit === 'money' ? 'exactMoney' : unit);
  }

  format(value: number | null, unit: NumberUnit): string {
    return valueOf(this.#engine.format(value, unit, { lang: this.#language, currency: this.scenario.currency }));
  }

  /** 0..1 */
  sliderPosition(address: FieldAddress): number {
    return valueOf(this.#engine.sliderPosition(address.field, this.value(address)));
  }

  explanations(): Explanations {
    return valueOf(this.#engine.explain(this.scenario, { lang: this.#language }));
  }

  shockPresets(): ShockPreset[] {
    return valueOf(this.#engine.shockPresets({ lang: this.#language }));
  }

  /** Undefined when the scenario has nothing that they could hit. */
  shock(shocks: Shock[]): ShockOutcome | undefined {
    const outcome = this.#engine.shock(this.scenario, shocks);
    return outcome.ok ? outcome.value : undefined;
  }

  // --- Editing. Every function is one undo step, unless it belongs to a gesture.

  setLanguage(language: Language): void {
    this.#language = language;
  }

  /** '' or a sentence why the text was refused. */
  typeField(address: FieldAddress, text: string): string {
    const value = this.#engine.parseNumber(text, address.field, { lang: this.#language });
    if (!value.ok) return value.error.message;
    this.#history.endRun();
    this.#setField(address, value.value);
    this.#history.endRun();
    return '';
  }

  /** `position`: of the field's slider, 0..1. */
  slideField(address: FieldAddress, position: number): void {
    this.#setField(address, valueOf(this.#engine.sliderValue(address.field, position)));
  }

  stepField(address: FieldAddress, steps: number): void {
    this.#setField(address, valueOf(this.#engine.stepValue(address.field, this.value(address), steps)));
  }

  /** '' or a sentence why the label was refused. */
  setMediumLabel(position: number, text: string): string {
    const { media } = this.scenario;
    // The language's own word is kept as no label, so that it is translated.
    const label = text === ownMediumName(this.#language, media[position], position) ? '' : text;
    return this.#take({ ...this.scenario, media: media.map((medium, at) => at === position ? { ...medium, label } : medium) });
  }

  addMedium(): void {
    if (this.scenario.media.length < MAXIMUM_MEDIA) this.#change(withNewMedium(this.scenario, this.cellFields));
  }

  removeMedium(position: number): void {
    if (this.scenario.media.length > 1) this.#change(withoutMedium(this.scenario, position));
  }

  setThresholdMode(mode: 'portfolio' | 'target'): void {
    const { thresholds } = this.scenario;
    if (thresholds.mode === mode) return;
    // Own thresholds start at the average, rounded, not at zero.
    const start = (own: number | undefined, average: number | null, id: string) => {
      if (own || average === null) return own;
      const { minimum, maximum } = this.field(id);
      return Math.min(Math.max(Number(average.toPrecision(3)), minimum), maximum);
    };
    const { cpc, cpa } = this.report.thresholds;
    this.#change({
      ...this.scenario,
      thresholds: { mode, cpc: start(thresholds.cpc, cpc, 'thresholds.cpc') ?? 0, cpa: start(thresholds.cpa, cpa, 'thresholds.cpa') ?? 0 },
    });
  }

  applyShocks(shocks: Shock[]): void {
    this.#load(withShocks(this.scenario, shocks, this.cellFields));
  }

  /** The next change is a step of its own. */
  endRun(): void {
    this.#history.endRun();
  }

  beginGesture(): void {
    this.#history.beginGesture(this.#state);
  }

  endGesture(): void {
    this.#history.endGesture(({ link }) => link !== this.link());
  }

  /** The browser took the pointer away: as if nothing had been touched. */
  cancelGesture(): void {
    const start = this.#history.cancelGesture();
    if (start && start !== this.#state) this.#replace(start);
  }

  pinBaseline(): void {
    this.#baseline = this.#state;
  }

  clearBaseline(): void {
    this.#baseline = undefined;
  }

  // --- Session, as app_module.d.ts describes it.

  revision(): number {
    return this.#revision;
  }

  link(): string {
    return this.#state.link;
  }

  loadLink(text: string): string {
    const scenario = this.#engine.decodeLink(text, { lang: this.#language });
    if (!scenario.ok) return scenario.error.message;
    this.#load(scenario.value);
    return '';
  }

  loadPreset(id: string): string {
    const known = this.#presetLinks.some((preset) => preset.id === id);
    if (!known) return word(this.#language, 'error.unknownOption', { field: 'preset', detail: id });
    this.#origin = id;
    this.reset();
    return '';
  }

  origin(): string {
    return this.#origin;
  }

  reset(): void {
    const presets = valueOf(this.#engine.presets());
    const { scenario } = presets.find(({ id }) => id === this.#origin) ?? presets[0];
    // The currency says how money is called and not how much it is.
    this.#load({ ...scenario, currency: this.currency() });
  }

  presets(): string {
    const presets = valueOf(this.#engine.presets({ lang: this.#language }));
    return JSON.stringify(presets.map(({ id, title, description }) => ({ id, title, description })));
  }

  presetId(): string {
    const link = this.#anonymousLinkOf(this.scenario);
    return this.#presetLinks.find((preset) => preset.link === link)?.id ?? '';
  }

  title(): string {
    return this.scenario.title;
  }

  setTitle(title: string): string {
    return this.#take({ ...this.scenario, title });
  }

  currency(): string {
    return this.scenario.currency;
  }

  setCurrency(currency: string): string {
    return this.#take({ ...this.scenario, currency });
  }

  canUndo(): boolean {
    return this.#history.canUndo;
  }

  canRedo(): boolean {
    return this.#history.canRedo;
  }

  forgetHistory(): void {
    this.#history.forget();
  }

  undo(): void {
    const state = this.#history.undo(this.#state);
    if (state) this.#replace(state);
  }

  redo(): void {
    const state = this.#history.redo(this.#state);
    if (state) this.#replace(state);
  }

  scenarioJson(): string {
    return JSON.stringify(valueOf(this.#engine.decodeLink(this.link())));
  }

  replaceScenario(scenario: unknown): string {
    const link = this.#engine.encodeLink(scenario as Scenario, { lang: this.#language });
    return link.ok ? this.loadLink(link.value) : JSON.stringify(link.error);
  }

  reportJson(): string {
    return JSON.stringify(this.report);
  }

  explain(): string {
    return JSON.stringify(this.explanations());
  }

  svg(chart: ChartName, width: number, height: number, theme: 'light' | 'dark'): string {
    return valueOf(this.#engine.svg(this.scenario, { chart, width, height, theme, lang: this.#language }));
  }

  table(): string {
    return JSON.stringify(sessionTable(this.#language, this.scenario, this.report, (value, unit) => this.format(value, unit)));
  }

  /** JSON text of a Table: the flywheel, month by month. */
  monthsTable(): string {
    return JSON.stringify(monthsTable(this.#language, this.afterOrder().flywheel, (value, unit) => this.format(value, unit)));
  }

  announcement(): string {
    const { baseline, scenario } = this;
    const before = this.#announced ?? this.#history.last?.scenario ?? scenario;
    this.#announced = scenario;
    // Revenue says nothing about what moves after the order.
    if (earnsTheSame(before, scenario)) {
      const { customer, flywheel, remarketing } = this.explanations();
      const same = (part: 'retention' | 'flywheel' | 'remarketing' | 'cells') => isSame(before[part], scenario[part]);
      if (!same('retention') || !same('flywheel')) return `${customer} ${flywheel}`;
      if (!same('remarketing') || !same('cells')) return remarketing;
    }
    return baseline ? this.changeSince(baseline) : this.explanations().revenue;
  }

  /** What became of revenue, and which cell moved it most. */
  changeSince(before: Report): string {
    return changeSentence(this.#language, this.scenario, this.report, before, (value, unit) => this.format(value, unit));
  }

  #allFields(): Field[] {
    let fields = this.#fields.get(this.#language);
    if (!fields) this.#fields.set(this.#language, fields = valueOf(this.#engine.fields({ lang: this.#language })));
    return fields;
  }

  #linkOf(scenario: Scenario): string {
    return valueOf(this.#engine.encodeLink(scenario));
  }

  // The same for scenarios that differ in title and currency only.
  #anonymousLinkOf(scenario: Scenario): string {
    return this.#linkOf({ ...scenario, title: '', currency: 'TWD' });
  }

  #evaluate(scenario: Scenario): State {
    return { scenario, report: valueOf(this.#engine.evaluate(scenario)), link: this.#linkOf(scenario) };
  }

  #setField(address: FieldAddress, value: number): void {
    if (this.value(address) === value) return;
    const segment = segmentOfShare(address);
    const path = pathOf(address);
    // From where the gesture or the run began: what has been squeezed to nothing on the way comes back with it.
    const { scenario: before } = this.#history.startOf(path) ?? this.#state;
    this.#change(segment ? withShare(this.scenario, segment, value, before) : withField(this.scenario, address, value), path);
  }

  /** '' or why the engine refuses it. */
  #take(scenario: Scenario): string {
    const link = this.#engine.encodeLink(scenario, { lang: this.#language });
    if (!link.ok) return link.error.message;
    this.#change(scenario);
    return '';
  }

  #load(scenario: Scenario): void {
    // A drag in progress ends here: what it may take back later is its own.
    this.endGesture();
    this.#change(scenario);
  }

  #change(scenario: Scenario, path?: string): void {
    const next = this.#evaluate(scenario);
    if (next.link === this.link()) return;
    this.#history.beforeChange(this.#state, path);
    this.#replaceWith(next);
  }

  // A step of the history: the next change is not part of what came before.
  #replace(state: State): void {
    this.#history.endRun();
    this.#replaceWith(state);
  }

  #replaceWith(state: State): void {
    this.#state = state;
    ++this.#revision;
  }
}
