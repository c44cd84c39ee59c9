// node build.mjs <tool> <entry> [format]: the entry as dist/<tool>-<entry>[-format]/main.js, with what belongs to it.
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [tool, entry, format = ''] = process.argv.slice(2);
const input = path.resolve(`${entry}.js`);
const folder = path.resolve('dist', [tool, entry, format].filter(Boolean).join('-'));
const engine = (name) => path.resolve('node_modules/sextant-engine', name);

async function withWebpack(webpack) {
  const compiler = webpack({
    mode: 'production', entry: { main: input }, target: format === 'node' ? 'node' : 'web',
    output: { path: folder, filename: format === 'node' ? '[name].cjs' : '[name].js' },
  });
  const stats = await new Promise((resolve, reject) => compiler.run((error, result) => error ? reject(error) : resolve(result)));
  const said = stats.toString({ all: false, errors: true, warnings: true });
  if (stats.hasErrors()) throw new Error(said);
  // Sizes are what webpack always says something about.
  console.log(said.split(/\n(?=WARNING)/).filter((text) => !/size|performance/.test(text)).join('\n'));
}

async function withEsbuild() {
  const { build } = await import('esbuild');
  const forNode = format === 'node' || format === 'cjs';
  await build({
    entryPoints: { main: input }, bundle: true, outdir: folder, platform: forNode ? 'node' : 'browser', target: forNode ? 'node18' : 'es2022',
    format: { node: 'esm', cjs: 'cjs', iife: 'iife' }[format] ?? 'esm', loader: { '.wasm': format === 'cjs' || format === 'iife' ? 'binary' : 'file' },
    outExtension: { '.js': { cjs: '.cjs', node: '.mjs' }[format] ?? '.js' },
  });
}

async function withRollup() {
  const { rollup } = await import('rollup');
  const { nodeResolve } = await import('@rollup/plugin-node-resolve');
  const bundle = await rollup({ input, plugins: [nodeResolve({ browser: true })], onwarn: ({ message }) => console.log(message) });
  await bundle.write({ dir: folder, entryFileNames: 'main.js' });
  // Rollup itself copies no files.
  if (entry === 'app') for (const name of ['sextant-engine.wasm', 'sextant-tools.wasm']) cpSync(engine(name), path.join(folder, name));
}

async function withParcel() {
  const { Parcel } = await import('@parcel/core');
  const options = { entries: path.resolve(`${entry}.html`), defaultConfig: '@parcel/config-default', mode: 'production', shouldDisableCache: true };
  await new Parcel({ ...options, defaultTargetOptions: { distDir: folder, publicUrl: './' } }).run();
}

const TOOLS = {
  webpack: async () => withWebpack((await import('webpack')).default),
  'webpack-5.99': async () => withWebpack((await import('webpack-5.99')).default),
  rspack: async () => withWebpack((await import('@rspack/core')).rspack),
  esbuild: withEsbuild,
  rollup: withRollup,
  parcel: withParcel,
};

await TOOLS[tool]();
if (tool !== 'parcel') {
  const type = format === 'iife' ? 'defer' : 'type="module"';
  writeFileSync(path.join(folder, 'index.html'), `<!doctype html><meta charset="utf-8"><title>App</title><link rel="icon" href="data:,"><body><script ${type} src="main.js"></script>`);
}
