// The declarations of the modules in wasm name exactly their functions, with the same number of arguments.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = path.join(ROOT, 'build/wasm-release/src/wasm');

/** Function → number of its parameters, of an interface in web/. */
function declaredFunctions(file, name) {
  const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, 'web', file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const found = source.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name);
  return Object.fromEntries(found.members.filter(ts.isMethodSignature).map((member) => [member.name.text, member.parameters.length]));
}

// Embind reports how many arguments a function has when it gets too many.
function argumentCount(method) {
  try {
    method.apply({}, Array(50).fill(0));
  } catch (error) {
    const [, count] = /expected (\d+) args/.exec(error.message) ?? [];
    if (count !== undefined) return Number(count);
  }
  return assert.fail('Embind takes any number of arguments');
}

test('the declared functions are exactly those of the canvas’s module', async () => {
  const { default: createModule } = await import(pathToFileURL(path.join(BUILT, 'sextant-app.mjs')).href);
  const { App } = await createModule({ wasmBinary: readFileSync(path.join(BUILT, 'sextant-app.wasm')) });
  const names = Object.getOwnPropertyNames(App.prototype).filter((name) => name !== 'constructor');
  assert.ok(names.length > 40);
  const { delete: ownDelete, ...declared } = { ...declaredFunctions('face/session.ts', 'SessionCalls'), ...declaredFunctions('canvas/app_module.d.ts', 'App') };
  assert.equal(ownDelete, 0); // of Embind's own
  assert.deepEqual(Object.fromEntries(names.map((name) => [name, argumentCount(App.prototype[name])])), declared);
});

/** Function → number of its parameters, of a module without generated JavaScript. */
async function functionsOf(name) {
  const module = await WebAssembly.compile(readFileSync(path.join(BUILT, name)));
  const { exports } = await WebAssembly.instantiate(module, { env: { host_number_text() {}, host_nearest_double() {} } });
  const own = /^(__errno_location|stack[A-Z].*)$/; // Emscripten's
  return Object.fromEntries(Object.entries(exports).filter(([key, value]) => typeof value === 'function' && !own.test(key))
    .map(([key, { length }]) => [key, length]));
}

test('the declared functions are exactly those of the form’s module', async () => {
  const declared = { ...declaredFunctions('engine/memory.d.mts', 'ModuleMemory'), ...declaredFunctions('form/form_module.d.ts', 'FormModule') };
  assert.ok(Object.keys(declared).length > 40);
  assert.deepEqual(await functionsOf('sextant-form.wasm'), declared);
});

test('the declared functions are exactly those of the module of tools', async () => {
  const { set_usual_language: first, customers_by_month: second, ...ofFaces } = await functionsOf('sextant-tools.wasm');
  assert.deepEqual([first, second], [2, 2]); // of the package
  assert.deepEqual(ofFaces, { ...declaredFunctions('engine/memory.d.mts', 'ModuleMemory'), ...declaredFunctions('tools/tools_module.d.ts', 'ToolsModule') });
});
