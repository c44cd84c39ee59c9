// The module of tools, started. Both faces ask it about their scenario.
import wasm from 'sextant-tools.wasm';
import { Compiled } from '../dom/asset_file';
import type { Language } from '../dom/language';
import type { CustomerValues, Remarketing } from '../engine/index.mjs';
import { connectMemory, createImports } from '../engine/memory.mjs';
import type { ToolsModule } from './tools_module';

const compiled = new Compiled(wasm);

/** The charts of the flywheel month by month: those that no face draws itself. */
export type LaterChart = 'flywheel' | 'customers';

/** What a face asks about. */
export interface Asked {
  /** The bytes of its scenario. */
  scenario: Uint8Array;
  /** Those of the scenario that it is compared with. */
  before?: Uint8Array;
  language: Language;
  /** As in ToolsModule; '': the usual style. */
  money?: string;
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

  /** As src/charts/kit/drawing_bytes.h writes it. */
  drawChart(asked: Asked, customers: boolean, width: number, height: number): Uint8Array {
    this.#module.chart_drawing(this.#ask(asked), customers, width, height);
    return this.#memory.readBytes();
  }

  /** The same as a complete <svg> element. */
  svg(asked: Asked, chart: LaterChart, width: number, height: number, theme: 'light' | 'dark'): string {
    this.#module.chart_svg(this.#ask(asked), chart === 'customers', width, height, theme === 'dark');
    return this.#memory.readText();
  }

  /** JSON text of a Table: the flywheel, month by month. */
  monthsTable(asked: Asked): string {
    this.#module.months_table(this.#ask(asked));
    return this.#memory.readText();
  }

  afterOrder(asked: Asked): AfterOrder {
    this.#ask(asked);
    this.#module.after_order_json();
    return JSON.parse(this.#memory.readText()) as AfterOrder;
  }

  #ask({ scenario, before, language, money = '' }: Asked): number {
    const module = this.#module;
    module.set_language(this.#memory.sendText(language));
    new Uint8Array(module.memory.buffer, module.scenario_bytes(), module.scenario_size()).set(scenario);
    if (before) new Uint8Array(module.memory.buffer, module.before_bytes(), module.scenario_size()).set(before);
    module.compare(!!before);
    return this.#memory.sendText(money);
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
