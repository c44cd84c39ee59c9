// The application in its own instance of sextant-app.wasm (src/wasm/app_bindings.cpp).
import { writeValue } from '../engine/boundary.mjs';
import { connectMemory, createImports, type ModuleMemory } from '../engine/memory.mjs';
import type { App, AppCalls, GlyphHost, ToolsHost } from './app_module';

interface AppModule extends ModuleMemory {
  _initialize(): void;
}

type Place = [left: number, top: number, x: number, y: number, width: number, height: number, shift: number];

const decoder = new TextDecoder();

/** What the module exports, as AppCalls: a text goes through the memory, and so does one that "…_text" leaves. */
function callsOf(module: AppModule, { sendText, readText }: ReturnType<typeof connectMemory>): AppCalls {
  return Object.fromEntries(Object.entries(module).map(([name, call]) => {
    const leavesText = name.endsWith('_text');
    return [
      name.replace(/_text$/, '').replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      (...given: unknown[]) => {
        const answer = call(...given.map((value) => typeof value === 'string' ? sendText(value) : value));
        return leavesText ? readText() : answer;
      },
    ];
  })) as unknown as AppCalls;
}

/** An application in a new instance of the module, before its start(). */
export async function instantiateApp(compiled: WebAssembly.Module): Promise<App> {
  let glyphs: GlyphHost;
  let tools: ToolsHost;
  const bytesAt = (address: number, size: number) => new Uint8Array(module.memory.buffer, address, size);
  const textAt = (address: number, size: number) => decoder.decode(bytesAt(address, size));
  const put = (address: number, bytes: Uint8Array) => bytesAt(address, bytes.length).set(bytes);

  const imports = createImports(() => module.memory);
  Object.assign(imports.env!, {
    glyph_measure(text: number, size: number, fontPixels: number, bold: number) {
      memory.sendNumbers({ numbers: glyphs.measure(textAt(text, size), fontPixels, !!bold), numberCount: 5 });
    },
    glyph_draw(text: number, size: number, fontPixels: number, bold: number, ...place: Place) {
      glyphs.draw(textAt(text, size), fontPixels, !!bold, ...place);
    },
    glyph_reset: (size: number) => glyphs.reset(size),
    tools_open: () => tools.open(),
    tools_draw(customers: number, scenario: number, before: number, size: number, money: number, moneySize: number, width: number, height: number) {
      const compared = before ? bytesAt(before, size) : undefined;
      const drawn = tools.drawChart(!!customers, bytesAt(scenario, size), compared, textAt(money, moneySize), width, height);
      put(module.structure_buffer(drawn.length), drawn);
      return drawn.length;
    },
  });
  const module = (await WebAssembly.instantiate(compiled, imports)).exports as unknown as AppModule;
  module._initialize();
  const memory = connectMemory(module);
  const calls = callsOf(module, memory);
  const sessionBytes = () => bytesAt(calls.sessionBytes(), calls.sessionSize());
  return {
    ...calls,
    memory: module.memory,
    start(givenGlyphs, givenTools) {
      glyphs = givenGlyphs;
      tools = givenTools;
      calls.start();
    },
    bringTexts(language, texts) {
      put(calls.textRoom(language), texts);
      calls.textsReplaced();
    },
    svg: (chart, width, height, theme) => calls.svg(chart, width, height, theme === 'dark'),
    canUndo: () => !!calls.canUndo(),
    canRedo: () => !!calls.canRedo(),
    replaceScenario(scenario) {
      const { structure, numbers } = writeValue(scenario);
      memory.sendNumbers({ numbers, numberCount: numbers.length });
      return calls.setScenario(structure, numbers.length);
    },
    scenarioBytes: () => bytesAt(calls.scenarioBytes(), calls.scenarioSize()),
    save: () => sessionBytes().slice(),
    restore(saved) {
      const seen = calls.revision();
      sessionBytes().set(saved);
      calls.sessionReplaced(seen);
    },
  };
}
