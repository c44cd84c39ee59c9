// Bundles the page's service worker, web/offline/service_worker.ts, with the list of files it caches.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BROWSERS } from './bundle.mjs';

const source = fileURLToPath(new URL('../web/offline/service_worker.ts', import.meta.url));

/** The file that the host sends for a folder's address. */
const addressOf = (name) => path.basename(name) === 'index.html' ? name.slice(0, -'index.html'.length) : name;

/**
 * @param {Map<string, Buffer>} files by their name in dist/
 * @param {string[]} names of the files to cache
 * @returns {Promise<Buffer>} differs whenever a cached file differs
 */
export async function serviceWorker(files, names) {
  const list = [...new Set(names)].sort().map((name) =>
    [addressOf(name), createHash('sha256').update(files.get(name)).digest('base64')]);
  const version = createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 16);
  const { outputFiles } = await build({
    entryPoints: [source], bundle: true, format: 'iife', minify: true, target: BROWSERS, charset: 'utf8', write: false,
    logLevel: 'warning', define: { FILES: JSON.stringify(list), VERSION: JSON.stringify(version) },
  });
  return Buffer.from(outputFiles[0].contents);
}
