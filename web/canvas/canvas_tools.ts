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

  drawCustomers(scenario: number, size: number, prefix: string, suffix: string, width: number, height: number): Uint8Array {
    return this.tools!.drawCustomers({
      scenario: new Uint8Array(this.#module.HEAPU8.buffer, scenario, size),
      language: this.#language(),
      money: `${prefix}\n${suffix}`,
    }, width, height);
  }
}
