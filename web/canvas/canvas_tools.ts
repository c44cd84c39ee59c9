// The module of tools for the application on the canvas (src/ui/kit/tools.h).
import type { Language } from '../dom/texts';
import { LazyTools } from '../tools/lazy_tools';
import type { AppModule, ToolsHost } from './app_module';

export class CanvasTools extends LazyTools implements ToolsHost {
  #module: AppModule;
  #language: () => Language;

  constructor(module: AppModule, language: () => Language, changed: () => void) {
    super(changed);
    this.#module = module;
    this.#language = language;
  }

  drawChart(customers: boolean, scenario: number, before: number, size: number, prefix: string, suffix: string, width: number, height: number): Uint8Array {
    const bytes = (address: number) => new Uint8Array(this.#module.HEAPU8.buffer, address, size);
    return this.tools!.drawChart({
      scenario: bytes(scenario),
      before: before ? bytes(before) : undefined,
      language: this.#language(),
      money: `${prefix}\n${suffix}`,
    }, customers, width, height);
  }
}
