// Takes the READMEs' pictures of the page in dist/ and puts them into docs/. Needs a built dist/
// (scripts/build) and Chromium (scripts/prerequisites test).
//
//   node scripts/pictures.mjs
//
// Environment: CHROMIUM=<program> instead of /usr/bin/chromium-headless-shell.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const VIEWPORT = { width: 1280, height: 800 };
const MAXIMUM_BYTES = 250_000;
const LOOKS = [
  { lang: 'en', theme: 'light' },
  { lang: 'zh-TW', theme: 'dark' },
];

// WebGL 2 without a graphics chip.
const ARGUMENTS = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
];

// Waits until the page has painted everything and needs no further frame.
async function atRest(page) {
  const QUIET_MILLISECONDS = 400;
  const frames = () => page.evaluate(() => window.sextant.stats().frames);
  for (let before = -1, now = await frames(); now !== before; now = await frames()) {
    before = now;
    await page.waitForTimeout(QUIET_MILLISECONDS);
  }
}

async function takePicture(page, name) {
  await atRest(page);
  const file = path.join(root, 'docs', name);
  await page.screenshot({ path: file });
  const { size } = statSync(file);
  console.log(`docs/${name}: ${size} bytes`);
  if (size > MAXIMUM_BYTES) throw new Error(`docs/${name} is larger than ${MAXIMUM_BYTES} bytes`);
}

async function takePictures(browser, url, { lang, theme }) {
  const texts = JSON.parse(readFileSync(path.join(root, `src/locales/${lang}.json`), 'utf8')).shared;
  const context = await browser.newContext({ viewport: VIEWPORT, locale: lang, colorScheme: theme });
  try {
    const page = await context.newPage();
    await page.goto(`${url}?lang=${lang}&theme=${theme}`);
    await page.evaluate(() => window.sextant.ready);
    await takePicture(page, `page-${lang}.png`);
    await page.getByRole('heading', { name: texts['ui.quadrantTitle'] }).evaluate((heading) => heading.scrollIntoView());
    await takePicture(page, `charts-${lang}.png`);
  } finally {
    await context.close();
  }
}

mkdirSync(path.join(root, 'docs'), { recursive: true });
const server = await serve();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args: ARGUMENTS });
try {
  for (const look of LOOKS) await takePictures(browser, server.url, look);
} finally {
  await browser.close();
  await server.close();
}
