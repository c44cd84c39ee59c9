// What a reader asks a face for after the first screen: the module sextant-later. Both faces ask it about their scenario. In
// one file, because whoever loads a part of it loads the whole.
import type { ChartName } from 'sextant-tables';
import wasm from 'sextant-later.wasm';
import { Compiled } from '../dom/asset_file';
import type { Language } from '../dom/language';
import type { CustomerValues, Remarketing } from '../engine/index.mjs';
import { connectMemory, createImports } from '../engine/memory.mjs';
import type { ToolsModule } from './tools_module';

const compiled = new Compiled(wasm);

/** Those below the first screen. */
export type LaterChart = Exclude<ChartName, 'quadrant'>;

/** What a face asks about. */
export interface Asked {
  /** The bytes of its scenario. */
  scenario: Uint8Array;
  /** Those of the scenario that it is compared with. */
  before?: Uint8Array;
  language: Language;
}

/** What follows from the scenario after the order; null where undefined. */
export interface AfterOrder {
  /** Of all months together. */
  flywheelProfit: number;
  customers: CustomerValues;
  remarketing: Remarketing;
}

export class Tools {
  #module: ToolsModule;
  #memory: ReturnType<typeof connectMemory>;

  constructor(module: ToolsModule) {
    this.#module = module;
    this.#memory = connectMemory(module);
  }

  /** As src/charts/kit/drawing_bytes.h writes it. `money`: as in ToolsModule. */
  drawChart(asked: Asked, money: string, customers: boolean, width: number, height: number): Uint8Array {
    this.#prepare(asked);
    this.#module.chart_drawing(this.#memory.sendText(money), customers, width, height);
    return this.#memory.readBytes();
  }

  /** A complete <svg> element. */
  svg(asked: Asked, chart: LaterChart, width: number, height: number, theme: 'light' | 'dark'): string {
    return this.#ask(asked, () => this.#module.chart_svg(this.#memory.sendText(chart), width, height, theme === 'dark'));
  }

  /** JSON text of a Table: the flywheel, month by month. */
  monthsTable(asked: Asked): string {
    return this.#ask(asked, () => this.#module.months_table());
  }

  /** JSON text of ShownLater in web/form/shown.ts. */
  shownLater(asked: Asked): string {
    return this.#ask(asked, () => this.#module.shown_later());
  }

  /** JSON text of ShownShock in web/form/shown.ts. If it is applied, `before` and `after` are the scenarios of then. */
  shock(asked: Asked, after: Uint8Array | undefined, preset: number, medium: number): string {
    if (after) this.#put(after, this.#module.shocked_bytes());
    return this.#ask(asked, () => this.#module.shock(preset, medium));
  }

  afterOrder(asked: Asked): AfterOrder {
    return JSON.parse(this.#ask(asked, () => this.#module.after_order_json())) as AfterOrder;
  }

  /** Calls a function that leaves a text. */
  #ask(asked: Asked, call: () => void): string {
    this.#prepare(asked);
    call();
    return this.#memory.readText();
  }

  #prepare({ scenario, before, language }: Asked): void {
    const module = this.#module;
    module.set_language(this.#memory.sendText(language));
    this.#put(scenario, module.scenario_bytes());
    if (before) this.#put(before, module.before_bytes());
    module.compare(!!before);
  }

  #put(scenario: Uint8Array, address: number): void {
    new Uint8Array(this.#module.memory.buffer, address, scenario.length).set(scenario);
  }
}

/** Rejects if the module could not be loaded. */
export async function startTools(): Promise<Tools> {
  const module = await compiled.load();
  const imports = createImports(() => started.memory);
  const { exports } = await WebAssembly.instantiate(module, imports);
  const started = exports as unknown as ToolsModule;
  started._initialize();
  return new Tools(started);
}

export type ToolsState = 'closed' | 'loading' | 'ready' | 'failed';

/** The tools of one calculator, loaded when the first of them is opened. */
export class LazyTools {
  state: ToolsState = 'closed';
  /** There when the state is 'ready'. */
  tools: Tools | undefined;
  #changed: () => void;

  /** `changed` is called after every change of the state. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Loads them, unless that has begun. After a failure it tries again. */
  open(): void {
    if (this.state === 'loading' || this.state === 'ready') return;
    this.#become('loading');
    // The script itself is there: browsers do not ask again for a module script that has failed.
    startTools().then((tools) => {
      this.tools = tools;
      this.#become('ready');
    }, () => this.#become('failed'));
  }

  #become(state: ToolsState): void {
    this.state = state;
    this.#changed();
  }
}
