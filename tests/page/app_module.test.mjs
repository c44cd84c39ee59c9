// The declarations of the modules in wasm name exactly their functions, with the same number of arguments.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = path.join(ROOT, 'build/wasm-release/src/wasm');

/** Function → number of its parameters, of an interface in web/. */
function declaredFunctions(file, name) {
  const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, 'web', file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const found = source.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name);
  return Object.fromEntries(found.members.filter(ts.isMethodSignature).map((member) => [member.name.text, member.parameters.length]));
}

/** Function → number of its parameters, of a module in wasm. */
async function functionsOf(name) {
  const module = await WebAssembly.compile(readFileSync(path.join(BUILT, name)));
  const env = Object.fromEntries(WebAssembly.Module.imports(module).map((imported) => [imported.name, () => 0]));
  const { exports } = await WebAssembly.instantiate(module, { env });
  const own = /^(__errno_location|stack[A-Z].*)$/; // Emscripten's
  return Object.fromEntries(Object.entries(exports).filter(([key, value]) => typeof value === 'function' && !own.test(key))
    .map(([key, { length }]) => [key, length]));
}

test('the declared functions are exactly those of the canvas’s module', async () => {
  const names = (functions) => Object.fromEntries(Object.entries(functions).map(([name, count]) =>
    [name.replace(/_text$/, '').replace(/_(.)/g, (_, letter) => letter.toUpperCase()), count]));
  const declared = {
    ...declaredFunctions('engine/memory.d.mts', 'ModuleMemory'),
    ...declaredFunctions('face/session.ts', 'SessionCalls'),
    ...declaredFunctions('canvas/app_module.d.ts', 'AppCalls'),
  };
  assert.ok(Object.keys(declared).length > 50);
  const { _initialize: first, ...calls } = await functionsOf('sextant-app.wasm');
  assert.equal(first, 0);
  assert.deepEqual(names(calls), names(declared));
});

test('the declared functions are exactly those of the form’s module', async () => {
  const declared = { ...declaredFunctions('engine/memory.d.mts', 'ModuleMemory'), ...declaredFunctions('form/form_module.d.ts', 'FormModule') };
  assert.ok(Object.keys(declared).length > 40);
  assert.deepEqual(await functionsOf('sextant-form.wasm'), declared);
});

test('the declared functions are exactly those of the module of what is asked later', async () => {
  const declared = { ...declaredFunctions('engine/memory.d.mts', 'ModuleMemory'), ...declaredFunctions('tools/tools_module.d.ts', 'ToolsModule') };
  assert.deepEqual(await functionsOf('sextant-later.wasm'), declared);
});

test('the module of the package has all calls, that of the panel those that draw nothing', async () => {
  const CALLS = ['set_usual_language', 'tornado', 'goal_seek', 'compare_scenarios', 'uncertainty', 'shock_range', 'allocate',
    'budget_for', 'next_spend', 'frontier', 'credit', 'parse_number'];
  const memory = declaredFunctions('engine/memory.d.mts', 'ModuleMemory');
  const withCalls = (...names) => ({ ...memory, _initialize: 0, ...Object.fromEntries(names.map((name) => [name, 2])) });
  assert.deepEqual(await functionsOf('sextant-decide.wasm'), withCalls(...CALLS));
  assert.deepEqual(await functionsOf('sextant-tools.wasm'), {
    ...withCalls(...CALLS, 'customers_by_month', 'apply_table'), read_table: 3, table_row_count: 0, table_rows: 1, known_names: 1,
  });
});
