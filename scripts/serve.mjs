// A static server that behaves like a well-configured host: correct types, pre-compressed files, a strict
// Content-Security-Policy, and no stale files during development.
//
//   node scripts/serve.mjs [--root dist] [--port 8080] [--base /]
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

// In a sandboxed frame, WebKit's 'self' matches nothing, so the policy also lists the address itself.
function policyAt(address = '') {
  return /^[\w.:[\]-]+$/.test(address) ? CONTENT_SECURITY_POLICY.replace(/'self'/g, `'self' http://${address}`) : CONTENT_SECURITY_POLICY;
}

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // For <sextant-calculator> in pages on other origins.
  'Access-Control-Allow-Origin': '*',
  // For pages that load only what allows it.
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

const distFolder = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * Serves `root` at the path `base`. Port 0 uses any free port. `headers` replaces or adds response
 * headers; null removes one.
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve({ root = distFolder, port = 0, base = '/', host = '127.0.0.1', headers = {} } = {}) {
  if (!/^\/(.*\/)?$/.test(base)) throw new Error(`base must begin and end with "/": ${base}`);

  // `dev` reads the disk for each request; with `etag` it sends Cache-Control: no-cache.
  const files = sirv(root, {
    dev: true,
    etag: true,
    gzip: true,
    brotli: true,
    // As static hosts do.
    onNoMatch(request, response) {
      const page = path.join(root, '404.html');
      const isShown = request.headers.accept?.includes('text/html') && existsSync(page);
      response.writeHead(404, isShown ? { 'Content-Type': 'text/html;charset=utf-8' } : {}).end(isShown ? readFileSync(page) : '');
    },
    setHeaders(response, pathname) {
      // The type table takes .ts for a video format.
      if (pathname.endsWith('.ts')) response.setHeader('Content-Type', 'text/plain;charset=utf-8');
      // A page with this policy shows only frames with this policy, in browsers without <iframe credentialless>.
      if (pathname.endsWith('/embed.html')) response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    },
  });
  const sentFrom = (address) => Object.entries({ 'Content-Security-Policy': policyAt(address), ...HEADERS, ...headers })
    .filter(([, value]) => value !== null);

  const server = createServer((request, response) => {
    for (const [name, value] of sentFrom(request.headers.host)) response.setHeader(name, value);
    if (!['GET', 'HEAD'].includes(request.method)) {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const [pathname, query] = request.url.split(/(?=\?)/, 2);
    if (`${pathname}/` === base) {
      response.writeHead(301, { Location: base + (query ?? '') }).end();
      return;
    }
    if (!pathname.startsWith(base)) {
      response.writeHead(404).end();
      return;
    }
    request.url = request.url.slice(base.length - 1);
    // Relative addresses in a page need the slash at the end of its folder.
    const folder = path.join(root, path.posix.normalize(pathname.slice(base.length - 1)));
    if (!pathname.endsWith('/') && statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      response.writeHead(301, { Location: `${pathname}/${query ?? ''}` }).end();
      return;
    }
    files(request, response);
  });

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${server.address().port}${base}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections?.();
    }),
  };
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: distFolder },
      port: { type: 'string', default: '8080' },
      base: { type: 'string', default: '/' },
    },
  });
  try {
    const { url } = await serve({ ...values, port: Number(values.port) });
    console.log(`Sextant is at ${url}`);
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      console.error(`error: port ${values.port} is in use, choose another one with --port N`);
    } else {
      console.error(`error: ${error.message}`);
    }
    process.exit(1);
  }
}
