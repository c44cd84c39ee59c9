// Instances: how they start, and that they keep neither state nor memory between calls.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';
import { PACKAGE, assertRefused, createRandom, createSextant, randomScenario, valueOf } from './engine.mjs';

const WASM = path.join(PACKAGE, 'sextant-engine.wasm');

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc');

/** Calls of every kind, valid and invalid, in any order. */
function randomCalls(sextant, random, count) {
  const fields = valueOf(sextant.fields());
  const pool = Array.from({ length: 25 }, () => randomScenario(random, fields));
  const links = pool.map((scenario) => valueOf(sextant.encodeLink(scenario)));
  const bad = [null, { surprise: 1 }, { grossMargin: NaN }, { cells: [{ id: 'x' }] }, { media: [] }, 7];
  const lang = () => (random.oneIn(2) ? { lang: random.pick(['en', 'zh-TW', 'xx']) } : undefined);
  const scenario = () => (random.oneIn(6) ? random.pick(bad) : random.pick(pool));
  const makers = [
    () => ['evaluate', scenario(), lang()],
    () => ['evaluate', { ...random.pick(pool), grossMargin: random.unit() }],
    () => ['shock', scenario(), [{ target: random.pick(['paid', 'social', 'x']), field: 'visits', factor: random.unit() }], lang()],
    () => ['encodeLink', scenario(), lang()],
    () => ['decodeLink', random.pick(links).slice(random.oneIn(4) ? 1 : 0), lang()],
    () => ['svg', scenario(), { chart: random.pick(['quadrant', 'matrix', 'flywheel', 'customers', 'wheel']), width: 100 + random.below(900), ...lang() }],
    () => [random.pick(['presets', 'shockPresets', 'fields']), lang()],
    () => ['explain', scenario(), lang()],
    () => [random.pick(['customerValue', 'flywheel', 'remarketing', 'normalise']), scenario(), lang()],
    () => ['format', random.unit() * 1e6, random.pick(['money', 'share', 'x']), lang()],
    () => ['parseNumber', random.pick(['1.2萬', '5', 'x']), random.pick(['visits', 'orderValue', 'x']), lang()],
    () => ['stepValue', 'fixedCost', random.unit() * 1e6, random.below(20) - 10, lang()],
    () => ['evaluate', random.pick(pool), lang()],
  ];
  return Array.from({ length: count }, () => random.pick(makers)());
}

const perform = (sextant, [name, ...args]) => JSON.stringify(sextant[name](...args));

test('results do not depend on earlier calls', async () => {
  const sextant = await createSextant();
  const random = createRandom(1);
  const calls = randomCalls(sextant, random, 600);
  const forward = calls.map((call) => perform(sextant, call));
  assert.ok(new Set(forward).size > 200);
  const other = await createSextant();
  for (let i = calls.length - 1; i >= 0; --i) assert.equal(perform(other, calls[i]), forward[i], JSON.stringify(calls[i]));
  for (let i = 0; i < 600; ++i) {
    const at = random.below(calls.length);
    assert.equal(perform(sextant, calls[at]), forward[at]);
  }
});

test('a result does not change after later calls', async () => {
  const sextant = await createSextant();
  const presets = valueOf(sextant.presets());
  const kept = presets.map(({ scenario }) => valueOf(sextant.evaluate(scenario)));
  const copies = structuredClone(kept);
  valueOf(sextant.evaluate({ media: [{ id: 'tv' }], cells: [] }));
  assert.deepEqual(kept, copies);
  presets[0].scenario.cells[0].visits = -1; // the caller's own copy
  assert.equal(valueOf(sextant.presets())[0].scenario.cells[0].visits, 9000);
});

test('instances are independent of each other', async () => {
  const [english, chinese] = await Promise.all([createSextant(), createSextant({ lang: 'zh-TW' })]);
  assert.notEqual(english, chinese);
  const one = { media: [{ id: 'a' }], cells: [{ visits: 5 }] };
  const two = { media: [{ id: 'b' }, { id: 'c' }], cells: [{}, {}, { visits: 7 }] };
  for (let i = 0; i < 10; ++i) {
    assert.deepEqual(valueOf(english.evaluate(one)).media.map(({ id, visits }) => [id, visits]), [['a', 5]]);
    assert.deepEqual(valueOf(chinese.evaluate(two)).media.map(({ id, visits }) => [id, visits]), [['b', 0], ['c', 7]]);
    assertRefused(english.evaluate(null), 'wrongType', '');
    assertRefused(chinese.evaluate(null), 'wrongType', '', { lang: 'zh-TW' });
    assertRefused(chinese.evaluate(null, { lang: 'en' }), 'wrongType', '');
  }
  assert.match(valueOf(chinese.presets())[0].title, /\p{Script=Han}/u);
  assert.match(valueOf(chinese.presets({ lang: 'en' }))[0].title, /^Cheap/);
});

const wasmBytes = await readFile(WASM);
const exact = wasmBytes.buffer.slice(wasmBytes.byteOffset, wasmBytes.byteOffset + wasmBytes.length);

/** The same bytes in shared memory. */
function shared() {
  const bytes = new Uint8Array(new SharedArrayBuffer(wasmBytes.length));
  bytes.set(wasmBytes);
  return bytes;
}

const response = (body, type, status = 200) => new Response(body, { status, headers: { 'Content-Type': type } });
const SOURCES = {
  'nothing': () => undefined,
  'a URL': () => pathToFileURL(WASM),
  'an absolute address': () => pathToFileURL(WASM).href,
  'a relative address': () => './sextant-engine.wasm',
  'a Buffer': () => wasmBytes,
  'an ArrayBuffer': () => exact,
  'a Uint8Array': () => new Uint8Array(exact),
  'a DataView': () => new DataView(exact),
  'a part of a larger buffer': () => new Uint8Array([7, 7, ...wasmBytes, 7]).subarray(2, -1),
  'shared memory': () => shared().buffer,
  'a view of shared memory': () => shared(),
  'an ArrayBuffer of another realm': () => vm.runInNewContext('Uint8Array.from(bytes).buffer', { bytes: [...wasmBytes] }),
  'a view of another realm': () => vm.runInNewContext('Uint8Array.from(bytes)', { bytes: [...wasmBytes] }),
  'a compiled module': () => new WebAssembly.Module(wasmBytes),
  'a compiled module of another realm': () => vm.runInNewContext('new WebAssembly.Module(bytes)', { bytes: exact }),
  'a Response': () => response(exact, 'application/wasm'),
  'a Response of another type': () => response(exact, 'application/octet-stream'),
};

test('the wasm file can be given in every form, or as a promise of it', async () => {
  const expected = valueOf((await createSextant()).evaluate({}));
  for (const [name, make] of Object.entries(SOURCES)) {
    assert.deepEqual(valueOf((await createSextant({ wasm: make() })).evaluate({})), expected, name);
    if (make() === undefined) continue;
    assert.deepEqual(valueOf((await createSextant({ wasm: Promise.resolve(make()) })).evaluate({})), expected, `a promise of ${name}`);
  }
});

test('anything else is refused by name', async () => {
  const others = [[null, 'Null'], [7, 'Number'], [true, 'Boolean'], ['', 'String'], [{}, 'Object'], [[], 'Array'], [() => {}, 'Function'],
    [Symbol('x'), 'Symbol'], [5n, 'BigInt'], [new Date(), 'Date'], [Promise.resolve(), 'Undefined'], [Promise.resolve(null), 'Null']];
  for (const [wasm, name] of others) {
    await assert.rejects(createSextant({ wasm }), (error) => error instanceof TypeError && error.message.startsWith(
      `Sextant cannot load ${name}: wasm may be an address, bytes, a WebAssembly.Module, a Response, or a promise of one. `), name);
  }
});

test('a failed start rejects', async () => {
  await assert.rejects(createSextant({ lang: 'fr' }), RangeError);
  await assert.rejects(createSextant({ lang: null }), RangeError);
  await assert.rejects(createSextant({ wasm: new Uint8Array(8) }), WebAssembly.CompileError);
  await assert.rejects(createSextant({ wasm: new Uint8Array(0) }), WebAssembly.CompileError);
  const promised = new Error('of the promise');
  await assert.rejects(createSextant({ wasm: Promise.reject(promised) }), (error) => error === promised);
  assert.equal((await createSextant({ lang: 'zh-Hant' })).evaluate({}).ok, true);
});

test('a file that is not there, or is none, is named with what helps', async (t) => {
  const cures = /sextant-engine\/inline.*Vite.*optimizeDeps\.exclude/;
  await assert.rejects(createSextant({ wasm: './no-such-file.wasm' }), (error) => error.code === 'ENOENT' &&
    error.message.includes('no-such-file.wasm') && cures.test(error.message));
  const server = createServer((request, answer) => {
    answer.setHeader('Content-Type', request.url === '/typed.wasm' ? 'application/wasm' : 'text/html');
    answer.statusCode = request.url === '/missing.wasm' ? 404 : 200;
    answer.end('<!doctype html>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const host = `http://127.0.0.1:${server.address().port}`;
  for (const [name, said, type] of [['missing.wasm', '(404, text/html)', Error], ['page.wasm', '(200, text/html)', WebAssembly.CompileError],
    ['typed.wasm', '(200, application/wasm)', WebAssembly.CompileError]]) {
    await assert.rejects(createSextant({ wasm: `${host}/${name}` }), (error) => error instanceof type &&
      error.message.includes(`${host}/${name} ${said}`) && cures.test(error.message), name);
  }
  server.close();
  server.closeAllConnections?.();
  await assert.rejects(createSextant({ wasm: `${host}/gone.wasm` }), (error) => error.message.includes(`${host}/gone.wasm`));
});

test('200,000 calls do not increase memory', async (t) => {
  const memories = [];
  const { instantiate } = WebAssembly;
  t.mock.method(WebAssembly, 'instantiate', async (...args) => {
    const result = await instantiate(...args);
    memories.push((result.instance ?? result).exports.memory);
    return result;
  });
  const sextant = await createSextant();
  assert.equal(memories.length, 1);
  const calls = randomCalls(sextant, createRandom(2), 500);
  const round = () => calls.forEach((call) => perform(sextant, call));
  for (let i = 0; i < 3; ++i) round();
  collectGarbage();
  const before = { wasm: memories[0].buffer.byteLength, heap: process.memoryUsage().heapUsed };
  for (let i = 0; i < 10; ++i) round();
  const cell = { visits: 1, conversionRate: 0.1, orderValue: 2 };
  const slid = { cells: [cell] };
  // So many that even one leaked byte per call would show.
  for (let i = 0; i < 200000; ++i) {
    cell.visits = i;
    if (sextant.evaluate(slid).value.total.visits !== i) assert.fail(String(i));
  }
  collectGarbage();
  assert.equal(memories[0].buffer.byteLength, before.wasm);
  const grown = process.memoryUsage().heapUsed - before.heap;
  assert.ok(grown < 1e6, `${grown} bytes more on the heap`);
});

test('the module works in a worker', async () => {
  const source = `
    import { parentPort } from 'node:worker_threads';
    const { default: createSextant } = await import(${JSON.stringify(pathToFileURL(path.join(PACKAGE, 'index.mjs')).href)});
    const sextant = await createSextant({ lang: 'zh-TW' });
    parentPort.postMessage([sextant.evaluate({}), sextant.evaluate(null)]);`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`));
  const [good, bad] = await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  await worker.terminate();
  assert.deepEqual(good, (await createSextant()).evaluate({}));
  assertRefused(bad, 'wrongType', '', { lang: 'zh-TW' });
});
