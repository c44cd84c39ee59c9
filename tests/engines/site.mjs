// Serves dist/ as a well-configured host does, under a sub-path. Every HTML page
// loads one extra script first, which records errors in the page and in its
// frames.
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';

export const DIST = path.resolve(process.env.SEXTANT_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)));
const BASE = '/some/folder/';
const PROBE = 'problem_probe.js';

// Runs in the page.
function probe() {
  const seen = window.problemsSeen = [];
  // Only in some engines does the stack begin with the message.
  const describe = (error) => [error, error?.stack].filter(Boolean).join('\n');
  const note = (problem) => {
    seen.push(problem);
    if (window !== top) top.postMessage({ problemSeen: `in a frame: ${problem}` }, '*');
  };
  addEventListener('message', ({ data }) => data?.problemSeen && note(data.problemSeen));
  addEventListener('error', ({ message, error, target }) =>
    note(target === window ? `error: ${describe(error) || message}` : `not loaded: ${target.outerHTML}`), true);
  addEventListener('unhandledrejection', ({ reason }) => note(`rejection: ${describe(reason)}`));
  addEventListener('securitypolicyviolation', (event) => note(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  const { error } = console;
  console.error = (...words) => {
    note(`console: ${words.join(' ')}`);
    error.apply(console, words);
  };
}

/**
 * Serves dist/ and the test's own pages (with a <head>) and scripts:
 * `{ 'host.html': '<!doctype html>…' }`. Two sites have two origins. The other options are those of serve().
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function openSite({ pages = {}, ...options } = {}) {
  const root = await mkdtemp(path.join(tmpdir(), 'sextant-site-'));
  const withProbe = (html) => html.replace('<head>', `$&<script src="${PROBE}"></script>`);
  await writeFile(path.join(root, PROBE), `(${probe})();\n`);
  const own = { ...pages };
  for (const name of await readdir(DIST)) {
    if (name.endsWith('.html')) own[name] ??= await readFile(path.join(DIST, name), 'utf8');
    else if (!/\.html\.(br|gz)$/.test(name)) await symlink(path.join(DIST, name), path.join(root, name));
  }
  for (const [name, html] of Object.entries(own)) await writeFile(path.join(root, name), withProbe(html));
  const server = await serve({ base: BASE, root, ...options });
  return {
    url: server.url,
    async close() {
      await server.close();
      await rm(root, { recursive: true });
    },
  };
}

/**
 * Another site: articles with another origin and host name than openSite()'s, without a policy.
 * @returns {Promise<{publish: (content: string) => string, close: () => void}>} `publish` returns an address.
 */
export async function openBlog() {
  const articles = [];
  const server = createServer(({ url }, response) => {
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    response.end(articles[Number(url.slice(1))] ?? '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    publish(content) {
      articles.push(`<!doctype html><html lang="en"><head><script>(${probe})()</script><meta charset="utf-8"><title>An article</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>
<body><h1>An article</h1><p>Before.</p>${content}<p id="after">After.</p></body></html>`);
      return `http://localhost:${server.address().port}/${articles.length - 1}`;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The errors in a page since the last call. */
export const takeProblems = (page) => page.evaluate(() => window.problemsSeen?.splice(0) ?? ['the page has no probe']);
