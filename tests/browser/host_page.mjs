// Another site's page with Sextant in it, on another origin and with its own
// security policy. A test fails when either page reports an error, violates a
// policy or sends a request to a third origin.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { openChromium } from './chromium.mjs';
import { FEW_PIXELS } from './sextant_page.mjs';

// An article with text above and below.
export const article = (content) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>
<body><h1>An article</h1><p>Before.</p>${content}<p id="after">After.</p></body></html>`;

/** Serves one page at a time on its own origin. */
export async function serveHost() {
  let page = { html: '', policy: null, headers: {} };
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html;charset=utf-8');
    if (page.policy) response.setHeader('Content-Security-Policy', page.policy);
    for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
    response.end(page.html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // Another host name is another site: its frames are third parties.
    url: `http://localhost:${server.address().port}/`,
    show({ html, policy = null, headers = {} }) {
      page = { html, policy, headers };
    },
    close: () => server.close(),
  };
}

/** Registers a browser for the test file; returns a function that opens articles in it. */
export function useHost({ headers } = {}) {
  let browser;
  let sextant;
  let host;
  before(async () => {
    [browser, sextant, host] = await Promise.all([
      openChromium(),
      serve({ base: '/some/folder/', root: process.env.SEXTANT_DIST, headers }),
      serveHost(),
    ]);
  });
  after(async () => {
    await browser?.close();
    await sextant?.close();
    host?.close();
  });

  /**
   * `content(base)` is the article's HTML, where `base` is the address of Sextant, and `hostHeaders` go with it. `before`
   * runs in every page before its own scripts.
   */
  return async function open(t, { content, policy = null, hostHeaders, before: script, ...options }) {
    const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: FEW_PIXELS, locale: 'en-US', ...options });
    const problems = [];
    const requests = [];
    const known = [new URL(sextant.url).origin, new URL(host.url).origin];
    context.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    context.on('weberror', (error) => problems.push(String(error.error())));
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (['data:', 'blob:'].includes(protocol)) return;
      requests.push(request);
      if (!known.includes(origin)) problems.push(`request to ${request.url()}`);
    });
    await context.addInitScript(() => addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)));
    if (script) await context.addInitScript(script);
    t.after(async () => {
      await context.close();
      assert.deepEqual(problems, []);
    });
    host.show({ html: article(content(sextant.url)), policy, headers: hostHeaders });
    const page = await context.newPage();
    await page.goto(host.url);
    /** Opens another article in the same window, which takes less time than a new one. */
    const show = async (other) => {
      requests.length = 0;
      host.show({ html: article(other(sextant.url)), policy, headers: hostHeaders });
      await page.goto(host.url);
    };
    return Object.assign(page, { show, base: sextant.url, host: host.url, problems, requests });
  };
}
