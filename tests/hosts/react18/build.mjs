import { build } from 'esbuild';

await build({ bundle: true, format: 'esm', outdir: 'built', jsx: 'automatic', entryPoints: ['react.jsx'] });
