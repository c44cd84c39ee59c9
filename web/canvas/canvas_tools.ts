// The module of tools for the application on the canvas (src/ui/kit/tools.h).
import type { Language } from '../dom/language';
import { LazyTools } from '../tools/tools';
import type { ToolsHost } from './app_module';

export class CanvasTools extends LazyTools implements ToolsHost {
  #language: () => Language;

  constructor(language: () => Language, changed: () => void) {
    super(changed);
    this.#language = language;
  }

  drawChart(customers: boolean, scenario: Uint8Array, before: Uint8Array | undefined, money: string, width: number, height: number): Uint8Array {
    return this.tools!.drawChart({ scenario, before, language: this.#language() }, money, customers, width, height);
  }
}
