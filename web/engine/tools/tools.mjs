// The calls of the tools, for each way to load them. tools.d.ts describes them. The other side of the boundary is
// src/wasm/tools_bindings.cpp.
import { BoundaryWriter } from '../boundary.mjs';
import { connectMemory } from '../memory.mjs';
import { start, writeArguments } from '../start.mjs';
import { readTable, withTables } from './table.mjs';

const encoder = new TextEncoder();

// Where asking throws, the options are refused.
function languageOf(options) {
  try {
    return options?.lang;
  } catch {
    return undefined;
  }
}

/** The functions of a started module; `lang` is the default language. */
function createApi(wasm, lang) {
  const { sendNumbers, sendText, readText } = connectMemory(wasm);
  const writer = new BoundaryWriter();

  /** `call` is a function of the module that leaves JSON text, and returns whether that is the result. */
  function ask(call, options, named) {
    const structure = writeArguments(writer, options, named);
    sendNumbers(writer);
    const size = sendText(structure);
    const ok = call(size, writer.numberCount);
    const answer = JSON.parse(readText());
    return ok ? { ok: true, value: answer } : { ok: false, error: answer };
  }

  /** A call with options of its own (src/wasm/tools/call.h); `scenarios`: by the name that errors call them. */
  function decide(call, scenarios, options = {}) {
    const lang = languageOf(options);
    return ask(call, undefined, { ...(lang === undefined ? {} : { lang }), ...scenarios, options });
  }

  /** Gives the module a table in UTF-8 after the options; null for what is no table. */
  function askTable(table, options = {}) {
    const lang = languageOf(options);
    const structure = encoder.encode(writeArguments(writer, undefined, { ...(lang === undefined ? {} : { lang }), options: table ? options : null }));
    sendNumbers(writer);
    const size = structure.length;
    const address = wasm.structure_buffer(size + (table?.length ?? 0));
    const bytes = new Uint8Array(wasm.memory.buffer);
    bytes.set(structure, address);
    if (table) bytes.set(table, address + size);
    const ok = wasm.read_table(size, writer.numberCount, table?.length ?? 0);
    const answer = JSON.parse(readText());
    return ok ? { ok: true, value: answer } : { ok: false, error: answer };
  }

  const knownNames = (text) => wasm.known_names(sendText(text));

  const setLanguage = () => ask(wasm.set_usual_language, undefined, { lang });
  const api = {
    customersByMonth: (scenario, options) => decide(wasm.customers_by_month, { scenario }, options),
    tornado: (scenario, options) => decide(wasm.tornado, { scenario }, options),
    goalSeek: (scenario, options) => decide(wasm.goal_seek, { scenario }, options),
    compare: (a, b, options) => decide(wasm.compare_scenarios, { a, b }, options),
    uncertainty: (scenario, options) => decide(wasm.uncertainty, { scenario }, options),
    shockRange: (scenario, options) => decide(wasm.shock_range, { scenario }, options),
    allocate: (scenario, options) => decide(wasm.allocate, { scenario }, options),
    budgetFor: (scenario, options) => decide(wasm.budget_for, { scenario }, options),
    nextSpend: (scenario, options) => decide(wasm.next_spend, { scenario }, options),
    frontier: (scenario, options) => decide(wasm.frontier, { scenario }, options),
    credit: (scenario, options) => decide(wasm.credit, { scenario }, options),
    readTable: (table, options) => readTable(wasm, table, (bytes) => askTable(bytes, options), knownNames),
    applyTable: (scenario, tables, options = {}) => decide(wasm.apply_table, { scenario }, withTables(options, tables)),
    parseNumber: (text, options) => decide(wasm.parse_number, {}, { ...options, text }),
  };
  return { api: Object.freeze(api), setLanguage };
}

/** createTools() for a home (start.mjs). */
export const toolsFrom = (home) => async ({ lang = 'en', wasm } = {}) => {
  const { api, setLanguage } = createApi(await start(wasm, home), lang);
  const result = setLanguage();
  if (!result.ok) throw new RangeError(result.error.message);
  return api;
};
