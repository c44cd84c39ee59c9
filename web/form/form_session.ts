// The session of a form, in its own instance of sextant-form.wasm. Passes on
// what a reader does, and what is to be shown; decides nothing. What is below
// the first screen comes from the module sextant-later.
import type { ChartName } from 'sextant-tables';
import { writeValue } from '../engine/boundary.mjs';
import { connectMemory, createImports } from '../engine/memory.mjs';
import type { Language } from '../dom/language';
import type { Explained, NumberUnit, Session } from '../face/session';
import type { Asked, Tools } from '../tools/tools';
import type { FormModule } from './form_module';
import type { AnsweredShown, Labels, Shown, ShownLater, ShownShock } from './shown';

export class FormSession implements Session {
  language: Language;
  #wasm: FormModule;
  #memory: ReturnType<typeof connectMemory>;
  #fields: Shown['fields'] = {};
  #shown: Shown | undefined;
  #later: ShownLater | undefined;
  #labels: Labels | undefined;
  #startTools: () => Promise<Tools>;
  #starting: Promise<void> | undefined;
  #tools: Tools | undefined;

  /** `startTools`: loads the module sextant-later. */
  constructor(wasm: FormModule, language: Language, texts: Uint8Array, startTools: () => Promise<Tools>) {
    this.#wasm = wasm;
    this.#startTools = startTools;
    this.#memory = connectMemory(wasm);
    this.language = language;
    this.setLanguage(language, texts);
  }

  // --- What there is.

  /** Of the present scenario, in the present language. */
  get shown(): Shown {
    return this.#shown ??= this.#readShown();
  }

  /** What is below the first screen; only after complete(). */
  get later(): ShownLater {
    return this.#later ??= JSON.parse(this.#tools!.shownLater(this.#asked)) as ShownLater;
  }

  complete(): Promise<void> {
    return this.#starting ??= this.#startTools().then((tools) => {
      this.#tools = tools;
    }, (error: unknown) => {
      this.#starting = undefined; // the next call tries again
      throw error;
    });
  }

  get labels(): Labels {
    return this.#labels ??= JSON.parse(this.#ask(() => this.#wasm.labels())) as Labels;
  }

  /** Only after complete(). */
  shocks(medium: number): ShownShock[] {
    const { language } = this;
    return Array.from({ length: this.#wasm.shock_count() }, (_, preset) => {
      const before = this.#scenarioAt(this.#wasm.before_shock(preset, medium));
      const after = this.#scenarioAt(this.#wasm.after_shock(preset, medium));
      return JSON.parse(this.#tools!.shock({ scenario: this.scenarioBytes(), before, language }, after, preset, medium)) as ShownShock;
    });
  }

  /** What has moved revenue, or how to get something to compare. */
  changeOfRevenue(): string {
    return this.#ask(() => this.#wasm.change_of_revenue());
  }

  table(): string {
    return this.#ask(() => this.#wasm.table());
  }

  /** JSON text of a Table: the flywheel, month by month. Only after complete(). */
  monthsTable(): string {
    return this.#tools!.monthsTable(this.#asked);
  }

  svg(chart: ChartName, width: number, height: number, theme: 'light' | 'dark'): string {
    if (chart === 'quadrant') return this.#ask(() => this.#wasm.quadrant_svg(width, height, theme === 'dark'));
    return this.#tools?.svg(this.#asked, chart, width, height, theme) ?? '';
  }

  format(unit: NumberUnit, value: number): string {
    return this.#ask((size) => this.#wasm.format(size, value), unit);
  }

  explain(): string {
    const { cells } = this.shown;
    const explained: Explained = this.#tools ? { ...this.later.sentences, cells } : { cells };
    return JSON.stringify(explained);
  }

  announcement(): string {
    const moved = this.#wasm.moved();
    this.#wasm.mark_announced();
    if (!moved || !this.#tools) return this.#ask(() => this.#wasm.revenue_sentence());
    const { customer, flywheel, remarketing } = this.later.sentences;
    return moved === 1 ? `${customer} ${flywheel}` : remarketing;
  }

  presets(): string {
    return this.#ask(() => this.#wasm.presets());
  }

  link(): string {
    return this.#ask(() => this.#wasm.link_text());
  }

  scenarioJson(): string {
    return this.#ask(() => this.#wasm.scenario_json());
  }

  reportJson(): string {
    return this.#ask(() => this.#wasm.report_json());
  }

  title(): string {
    return this.#ask(() => this.#wasm.title());
  }

  currency(): string {
    return this.#ask(() => this.#wasm.currency());
  }

  origin(): string {
    return this.#ask(() => this.#wasm.origin());
  }

  presetId(): string {
    return this.#ask(() => this.#wasm.preset_id());
  }

  revision(): number {
    return this.#wasm.revision();
  }

  canUndo(): boolean {
    return !!this.#wasm.can_undo();
  }

  canRedo(): boolean {
    return !!this.#wasm.can_redo();
  }

  // --- Editing. Those that take a text return '' or a sentence why it was refused.

  /** `texts`: those of the language, from loadTexts(). */
  setLanguage(language: Language, texts: Uint8Array): void {
    this.language = language;
    this.#labels = undefined;
    const wasm = this.#wasm;
    const room = wasm.text_room(this.#memory.sendText(language));
    new Uint8Array(wasm.memory.buffer, room, texts.length).set(texts);
    wasm.texts_replaced();
    this.#do(() => wasm.set_language(this.#memory.sendText(language)));
  }

  /** `path`: "social.paid/costPerClick" */
  typeField(path: string, text: string, sure = false): string {
    this.#choose(path);
    return this.#edit((size) => this.#wasm.type_field(size, sure), text);
  }

  /** A block of a spreadsheet, from this field of a cell on. */
  pasteBlock(path: string, text: string): string {
    this.#choose(path);
    return this.#edit((size) => this.#wasm.paste_block(size), text);
  }

  /** What a block that was refused would do: src/app/paste.h. */
  previewPaste(path: string, text: string): string {
    this.#choose(path);
    return this.#ask((size) => this.#wasm.preview_paste(size), text);
  }

  /** The values of the block that fit. */
  pasteOthers(path: string, text: string): void {
    this.#choose(path);
    this.#do(() => this.#wasm.paste_others(this.#memory.sendText(text)));
  }

  /** `position`: of the field's slider, 0..1, which is around the number before the gesture. */
  slideField(path: string, position: number): void {
    this.#choose(path);
    this.#do(() => this.#wasm.slide_field(position));
  }

  /** `end`: 0 or 1, of the field's whole range. */
  setFieldToEnd(path: string, end: number): void {
    this.#choose(path);
    this.#do(() => this.#wasm.set_field_to_end(end));
  }

  stepField(path: string, steps: number): void {
    this.#choose(path);
    this.#do(() => this.#wasm.step_field(steps));
  }

  setMediumLabel(position: number, text: string): string {
    return this.#edit((size) => this.#wasm.set_medium_label(position, size), text);
  }

  setTitle(title: string): string {
    return this.#edit((size) => this.#wasm.set_title(size), title);
  }

  setCurrency(currency: string): string {
    return this.#edit((size) => this.#wasm.set_currency(size), currency);
  }

  /** As `thresholdMode` of Shown. */
  setThresholdMode(mode: number): void {
    this.#do(() => this.#wasm.set_threshold_mode(mode));
  }

  addMedium(): void {
    this.#do(() => this.#wasm.add_medium());
  }

  removeMedium(position: number): void {
    this.#do(() => this.#wasm.remove_medium(position));
  }

  switchShock(id: string, medium: number): void {
    this.#do(() => this.#wasm.switch_shock(this.#memory.sendText(id), medium));
  }

  loadLink(text: string): string {
    return this.#edit((size) => this.#wasm.load_link(size), text);
  }

  loadPreset(id: string): string {
    return this.#edit((size) => this.#wasm.load_preset(size), id);
  }

  replaceScenario(scenario: unknown): string {
    const { structure, numbers } = writeValue(scenario);
    this.#memory.sendNumbers({ numbers, numberCount: numbers.length });
    return this.#edit((size) => this.#wasm.set_scenario(size, numbers.length), structure);
  }

  reset(): void {
    this.#do(() => this.#wasm.reset());
  }

  undo(): void {
    this.#do(() => this.#wasm.undo());
  }

  redo(): void {
    this.#do(() => this.#wasm.redo());
  }

  forgetHistory(): void {
    this.#do(() => this.#wasm.forget_history());
  }

  /** The next change is a step of its own. */
  endRun(): void {
    this.#wasm.end_run();
  }

  get inGesture(): boolean {
    return !!this.#wasm.in_gesture();
  }

  beginGesture(): void {
    this.#do(() => this.#wasm.begin_gesture());
  }

  endGesture(): void {
    this.#do(() => this.#wasm.end_gesture());
  }

  /** On pointercancel: restores the state before the gesture. */
  cancelGesture(): void {
    this.#do(() => this.#wasm.cancel_gesture());
  }

  pinBaseline(): void {
    this.#do(() => this.#wasm.pin_baseline());
  }

  clearBaseline(): void {
    this.#do(() => this.#wasm.clear_baseline());
  }

  /** The last change is no longer shown. */
  forgetChange(): void {
    this.#do(() => this.#wasm.forget_change());
  }

  // --- For other modules.

  scenarioBytes(): Uint8Array {
    return this.#scenarioAt(this.#wasm.scenario_bytes())!;
  }

  get #asked(): Asked {
    return { scenario: this.scenarioBytes(), before: this.#scenarioAt(this.#wasm.before_bytes()), language: this.language };
  }

  #scenarioAt(address: number): Uint8Array | undefined {
    return address ? new Uint8Array(this.#wasm.memory.buffer, address, this.#wasm.scenario_size()) : undefined;
  }

  // --- Changing the face.

  save(): Uint8Array {
    return this.#bytes().slice();
  }

  restore(saved: Uint8Array): void {
    const seen = this.revision();
    this.#bytes().set(saved);
    this.#do(() => this.#wasm.session_replaced(seen));
  }

  #bytes(): Uint8Array {
    return new Uint8Array(this.#wasm.memory.buffer, this.#wasm.session_bytes(), this.#wasm.session_size());
  }

  /** What the next edit of a field is about; without such a field it does nothing. */
  #choose(path: string): void {
    this.#wasm.choose_field(this.#memory.sendText(path));
  }

  /** Calls a function that leaves a text; earlier ones are gone. */
  #ask(call: (size: number) => void, given = ''): string {
    call(this.#memory.sendText(given));
    return this.#memory.readText();
  }

  #readShown(): Shown {
    const shown = JSON.parse(this.#ask(() => this.#wasm.shown())) as AnsweredShown;
    const fields = this.#fields = shown.fields ?? Object.assign(this.#fields, shown.changedFields);
    return { ...shown, fields };
  }

  #edit(call: (size: number) => void, given: string): string {
    this.#changed();
    return this.#ask(call, given);
  }

  #do(call: () => void): void {
    this.#changed();
    call();
  }

  #changed(): void {
    this.#shown = this.#later = undefined;
  }
}

/** The session in a new instance of the module. */
export async function startSession(
  module: WebAssembly.Module, language: Language, texts: Uint8Array, startTools: () => Promise<Tools>,
): Promise<FormSession> {
  const imports = createImports(() => wasm.memory);
  const { exports } = await WebAssembly.instantiate(module, imports);
  const wasm = exports as unknown as FormModule;
  wasm._initialize();
  return new FormSession(wasm, language, texts, startTools);
}
