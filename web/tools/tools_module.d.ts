// The module sextant-later: src/wasm/later_bindings.cpp, function by
// function. A text is given by its length, after it has been put into the
// memory; "leaves" means: readText() of the memory's connection has it.
import type { ModuleMemory } from '../engine/memory.mjs';

export interface ToolsModule extends ModuleMemory {
  /** Call it once, first. */
  _initialize(): void;
  /** Where the bytes of a scenario go: they are the same in the module of a face. */
  scenario_bytes(): number;
  /** The same for the scenario that it is compared with, if compare(true) says that there is one. */
  before_bytes(): number;
  compare(withBefore: boolean): void;
  /** The given text is "en" or "zh-TW". */
  set_language(tag: number): void;

  /**
   * Leaves the bytes of a Drawing: src/charts/kit/drawing_bytes.h. `money`: the style of money: what comes before an
   * amount, a line break, and what comes after it; '' is the usual style of the currency. `customers`: the chart of the
   * customers, not of the profits.
   */
  chart_drawing(money: number, customers: boolean, width: number, height: number): void;
  /** Leaves JSON text of AfterOrder in tools.ts. */
  after_order_json(): void;

  // For the form.
  /** Leaves a complete <svg> element. The given text is the chart's name. */
  chart_svg(name: number, width: number, height: number, dark: boolean): void;
  /** Leaves JSON text of a Table. */
  months_table(): void;
  /** Leaves JSON text of ShownLater in web/form/shown.ts. */
  shown_later(): void;
  /**
   * Leaves JSON text of ShownShock: the preset at this position; `medium`: the position of the one that a shock of one
   * medium is aimed at. If the shock is applied, the scenario compared with is the one before it, and shocked_bytes() is
   * where the one after it goes.
   */
  shock(preset: number, medium: number): void;
  shocked_bytes(): number;
}
