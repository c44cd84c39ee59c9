// The package as npm would publish it, installed in another folder.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { PACKAGE, ROOT, createSextant } from './engine.mjs';

const NAME = 'sextant-engine';
const FILES = ['README.md', 'browser.mjs', 'error_code.d.ts', 'index.d.mts', 'index.d.ts', 'index.mjs', 'inline.d.ts', 'inline.mjs',
  'package.json', 'scenario.schema.json', 'sextant-engine.wasm', 'sextant-engine.wasm.d.ts', 'sextant-tools.wasm',
  'sextant-tools.wasm.d.ts', 'tables.d.ts', 'tools.d.mts', 'tools.d.ts', 'tools.mjs', 'tools/inline.d.ts', 'tools/inline.mjs',
  'tools_browser.mjs'];
let folder;
let listed;

const run = (command, args, options) => execFileSync(command, args, { encoding: 'utf8', cwd: folder, ...options });

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sextant-package-'));
  // An address without a server: packing needs no registry.
  const env = { ...process.env, npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: path.join(folder, 'cache') };
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--offline', '--pack-destination', folder], { cwd: PACKAGE, env }));
  listed = packed.files.map((file) => file.path).sort();
  const target = path.join(folder, 'node_modules', NAME);
  mkdirSync(target, { recursive: true });
  run('tar', ['-xzf', path.join(folder, packed.filename), '--strip-components=1', '-C', target]);
  writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}');
});

after(() => rmSync(folder, { recursive: true, force: true }));

test('the package contains exactly the files it needs', () => {
  assert.deepEqual(listed, FILES);
  const { files, dependencies, main, types, engines } = JSON.parse(readFileSync(path.join(folder, 'node_modules', NAME, 'package.json'), 'utf8'));
  assert.deepEqual([...files].sort(), FILES.filter((name) => name !== 'package.json'));
  assert.equal(dependencies, undefined);
  assert.deepEqual([main, types, engines], ['./index.mjs', './index.d.ts', { node: '>=18' }]);
});

test('a new project can import it by name', async () => {
  writeFileSync(path.join(folder, 'use.mjs'), `
    import createSextant from '${NAME}';
    import createTools from '${NAME}/tools';
    import { createRequire } from 'node:module';
    import { existsSync } from 'node:fs';
    const require = createRequire(import.meta.url);
    const sextant = await createSextant();
    const tools = await createTools();
    console.log(JSON.stringify({
      report: sextant.evaluate({}),
      customers: tools.customersByMonth({}).ok,
      wasm: existsSync(require.resolve('${NAME}/sextant-engine.wasm')),
      name: require('${NAME}/package.json').name,
    }));`);
  const { report, customers, wasm, name } = JSON.parse(run(process.execPath, ['use.mjs']));
  assert.deepEqual(report, (await createSextant()).evaluate({}));
  assert.equal(customers, true);
  assert.equal(wasm, true);
  assert.equal(name, NAME);
});

test('each entry gives the same results', async () => {
  writeFileSync(path.join(folder, 'entries.mjs'), `
    const started = async (name, ...given) => (await (await import('${NAME}' + name)).default(...given));
    console.log(JSON.stringify([
      (await started('')).evaluate({}), (await started('/inline')).evaluate({}),
      (await started('/tools')).customersByMonth({}), (await started('/tools/inline')).customersByMonth({}),
    ]));`);
  const [report, inline, customers, customersInline] = JSON.parse(run(process.execPath, ['entries.mjs']));
  assert.deepEqual(report, (await createSextant()).evaluate({}));
  assert.deepEqual(inline, report);
  assert.equal(customers.ok, true);
  assert.deepEqual(customersInline, customers);
});

test('browsers and bundles find nothing of Node, and the inline entries need no address', () => {
  const read = (name) => readFileSync(path.join(folder, 'node_modules', NAME, name), 'utf8');
  const { exports } = JSON.parse(read('package.json'));
  for (const entry of ['.', './tools']) {
    assert.equal(exports[entry].browser, exports[entry].default);
    assert.doesNotMatch(read(exports[entry].browser), /node:/);
    assert.match(read(exports[entry].browser), /new URL\("\.\/[\w-]+\.wasm",\s*import\.meta\.url\)/, 'as bundlers look for it');
    assert.match(read(exports[entry].node), /node:fs/);
    const inline = exports[entry === '.' ? './inline' : `${entry}/inline`];
    assert.doesNotMatch(read(inline.default), /node:|import\.meta/);
  }
});

test('the example of its README is true', () => {
  const [, example] = readFileSync(path.join(PACKAGE, 'README.md'), 'utf8').match(/```js\n([\s\S]*?)```/);
  writeFileSync(path.join(folder, 'example.mjs'), `${example}
    console.log(JSON.stringify([report.cells, sextant.evaluate({ cells: [{ conversionRate: 2 }] }).error]));`);
  const [cells, error] = JSON.parse(run(process.execPath, ['example.mjs']));
  const said = [...example.matchAll(/([a-z]+\.paid): CPA (\d+), quadrant (\d)/g)];
  assert.equal(said.length, 2);
  for (const [, id, cpa, quadrant] of said) {
    const cell = cells.find((item) => item.id === id);
    assert.deepEqual([Math.round(cell.cpa), cell.quadrant], [Number(cpa), Number(quadrant)]);
  }
  for (const text of [error.code, error.field, error.message]) assert.ok(example.includes(`'${text}'`), text);
});

const MANUALS = ['README.md', 'README.zh-TW.md'].map((name) => [name, readFileSync(path.join(ROOT, name), 'utf8')]);

for (const [name, manual] of MANUALS) {
  test(`the example of ${name} prints what stands there`, () => {
    const [, example, printed] = manual.match(/```js\n(import createSextant from '\.\/dist\/engine[\s\S]*?)```[\s\S]*?```\n([\s\S]*?)```/);
    mkdirSync(path.join(folder, 'dist'), { recursive: true });
    rmSync(path.join(folder, 'dist/engine'), { force: true });
    symlinkSync(path.join(folder, 'node_modules', NAME), path.join(folder, 'dist/engine'));
    writeFileSync(path.join(folder, 'example.mjs'), example);
    assert.equal(run(process.execPath, ['example.mjs']), printed);
  });

  test(`the inline entries are as much larger as ${name} says`, () => {
    const said = Number(manual.match(/^\|.*sextant-engine\/inline'.* (\d+)% ?.*\|$/m)[1]) / 100;
    const size = (file, ending) => statSync(path.join(PACKAGE, file + ending)).size;
    for (const [inline, ...parts] of [['inline.mjs', 'index.mjs', 'sextant-engine.wasm'], ['tools/inline.mjs', 'tools.mjs', 'sextant-tools.wasm']]) {
      for (const ending of ['', '.br']) {
        const larger = size(inline, ending) / parts.reduce((sum, part) => sum + size(part, ending), 0) - 1;
        assert.ok(Math.abs(larger - said) < 0.05, `${inline}${ending}: ${larger}`);
      }
    }
  });
}

test('the README of the package says the same about builds as the README of the project', () => {
  const rows = (text) => text.match(/^\| tool \|[\s\S]*?\n(?=\n)/m)[0];
  assert.equal(rows(readFileSync(path.join(PACKAGE, 'README.md'), 'utf8')), rows(MANUALS[0][1]));
});

test('TypeScript finds its declarations, for Node and for bundlers', () => {
  writeFileSync(path.join(folder, 'use.ts'), `
    import createSextant, { type Report } from '${NAME}';
    const result = (await createSextant()).evaluate({ grossMargin: 0.4 });
    export const report: Report | undefined = result.ok ? result.value : undefined;
    // @ts-expect-error there is no such function
    (await createSextant()).guess();
  `);
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const flags = ['--strict', '--noEmit', '--target', 'es2022', '--lib', 'es2022,dom'];
  for (const module of [['nodenext', 'nodenext'], ['esnext', 'bundler']]) {
    run(process.execPath, [tsc, ...flags, '--module', module[0], '--moduleResolution', module[1], 'use.ts'], { stdio: 'pipe' });
  }
});
