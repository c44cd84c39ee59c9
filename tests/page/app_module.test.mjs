// app_module.d.ts declares exactly the functions of the application's module, with the same number of arguments.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = path.join(ROOT, 'build/wasm-release/src/wasm');
const DECLARATIONS = path.join(ROOT, 'web/canvas/app_module.d.ts');

/** Function → number of its parameters. */
function declaredFunctions() {
  const source = ts.createSourceFile(DECLARATIONS, readFileSync(DECLARATIONS, 'utf8'), ts.ScriptTarget.ES2022, true);
  const app = source.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'App');
  return Object.fromEntries(app.members.filter(ts.isMethodSignature).map(({ name, parameters }) => [name.text, parameters.length]));
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

test('the declared functions are exactly those of the module', async () => {
  const { default: createModule } = await import(pathToFileURL(path.join(BUILT, 'sextant-app.mjs')).href);
  const { App } = await createModule({ wasmBinary: readFileSync(path.join(BUILT, 'sextant-app.wasm')) });
  const names = Object.getOwnPropertyNames(App.prototype).filter((name) => name !== 'constructor');
  assert.ok(names.length > 40);
  const { delete: ownDelete, ...declared } = declaredFunctions();
  assert.equal(ownDelete, 0); // of Embind's own
  assert.deepEqual(Object.fromEntries(names.map((name) => [name, argumentCount(App.prototype[name])])), declared);
});
