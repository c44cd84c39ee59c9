// The service worker of the page, web/offline/service_worker.ts, with the list of what it keeps.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { BROWSERS } from './bundle.mjs';

const source = fileURLToPath(new URL('../web/offline/service_worker.ts', import.meta.url));

/** Of a page that the host answers at its folder's address. */
const addressOf = (name) => path.basename(name) === 'index.html' ? name.slice(0, -'index.html'.length) : name;

/**
 * @param {Map<string, Buffer>} files by their name in dist/
 * @param {string[]} names of those to keep
 * @returns {Promise<Buffer>} another one whenever a file to keep is another one
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
