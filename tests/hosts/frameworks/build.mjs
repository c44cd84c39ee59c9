import { build } from 'esbuild';
import { compile } from 'svelte/compiler';
import { readFile } from 'node:fs/promises';

const svelte = {
  name: 'svelte',
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => ({ contents: compile(await readFile(path, 'utf8'), { filename: path }).js.code }));
  },
};
const options = {
  bundle: true, format: 'esm', outdir: 'built', jsx: 'automatic', plugins: [svelte],
  define: { __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true' },
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
};
// As while developing, when frameworks warn.
await build({ ...options, conditions: ['development', 'browser'], entryPoints: ['react.jsx', 'vue.js', 'svelte.js', 'lit.js', 'angular.ts', 'react_hydrate.jsx', 'vue_hydrate.js'] });
await build({ ...options, platform: 'node', packages: 'external', entryPoints: ['server.jsx'], outExtension: { '.js': '.mjs' } });
