// The session in wasm for the form: src/wasm/form_bindings.cpp, function by
// function. A text is given by its length, after it has been put into the
// memory; "leaves" means: readText() of the memory's connection has it.
import type { ModuleMemory } from '../engine/memory.mjs';

export interface FormModule extends ModuleMemory {
  /** Call it once, first. */
  _initialize(): void;
  /** Where the texts of the language with the given tag go, before it is set. */
  text_room(tag: number): number;
  /** Call it after they have been put there. */
  texts_replaced(): void;
  /** The given text is "en" or "zh-TW". */
  set_language(tag: number): void;

  // What is shown. Each leaves JSON text.
  /** AnsweredShown: fields that the last one had and that are the same are left out. */
  shown(): void;
  /** Labels */
  labels(): void;
  /** Table: results by cell. */
  table(): void;
  presets(): void;
  scenario_json(): void;
  report_json(): void;

  // Each leaves a text.
  quadrant_svg(width: number, height: number, dark: boolean): void;
  /** What has moved revenue, or how to get something to compare. */
  change_of_revenue(): void;
  /** Revenue, against the baseline if there is one. */
  revenue_sentence(): void;
  /** The given text is a NumberUnit; '' for another. */
  format(unit: number, value: number): void;
  link_text(): void;
  title(): void;
  currency(): void;
  origin(): void;
  preset_id(): void;

  /** Since mark_announced(), or before the last edit. 0: revenue; else only what comes after the order: 1: of customers, 2: of remarketing. */
  moved(): number;
  mark_announced(): void;

  revision(): number;
  can_undo(): number;
  can_redo(): number;

  // Edits, as in src/app/edit.h.
  /** The field with the given path, for the next edit of one. False: there is none, and the edit does nothing. */
  choose_field(path: number): number;
  /** `position`: of the slider, 0..1. */
  slide_field(position: number): void;
  set_field_to_end(end: number): void;
  paste_block(text: number): void;
  /** Leaves what the block would do: src/app/paste.h. */
  preview_paste(text: number): void;
  paste_others(text: number): void;
  step_field(steps: number): void;
  /** 0: the averages, 1: break-even, 2: the reader's own. */
  set_threshold_mode(mode: number): void;
  add_medium(): void;
  remove_medium(medium: number): void;
  /** The given text is the preset's id. */
  switch_shock(id: number, medium: number): void;
  reset(): void;
  // These leave '' or a sentence why the given text is refused.
  type_field(text: number, sure: boolean): void;
  set_medium_label(medium: number, text: number): void;
  set_title(text: number): void;
  set_currency(text: number): void;
  load_link(text: number): void;
  load_preset(id: number): void;
  /** Leaves '' or JSON text of {code, field, message}. The given text is a structure, after its numbers. */
  set_scenario(structure: number, numberCount: number): void;

  in_gesture(): boolean;
  begin_gesture(): void;
  end_gesture(): void;
  cancel_gesture(): void;
  end_run(): void;
  undo(): void;
  redo(): void;
  forget_history(): void;
  pin_baseline(): void;
  clear_baseline(): void;
  forget_change(): void;

  /** Address of the scenario, whose bytes the module sextant-later takes. */
  scenario_bytes(): number;
  /** 0: there is none. */
  before_bytes(): number;
  scenario_size(): number;
  shock_count(): number;
  /** The same, before and after the shock at this position of the presets; 0: it is not applied, or not to the medium at this position. */
  before_shock(preset: number, medium: number): number;
  after_shock(preset: number, medium: number): number;

  /** Address of the session, which is moved as bytes when the face changes. */
  session_bytes(): number;
  session_size(): number;
  /** Call it after the bytes have been replaced; `seen`: the revision before. */
  session_replaced(seen: number): void;
}
