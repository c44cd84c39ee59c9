// Chromium, Firefox and WebKit behind one small interface, so that a test is
// written only once. Firefox and WebKit run on their own display, because they
// have no WebGL 2 without one.
//
//   const browser = await launch('firefox');    // one of ENGINES
//   const page = await browser.newPage({ width: 1024, height: 720 });
//   await page.goto(url);                       // the document has loaded; its modules may still run
//   await page.close();
//   await browser.close();
//
// A page has a fresh window with the focus. Points and sizes are CSS pixels,
// points from the viewport's top left corner, also over frames.
//
//   engine                         its name
//   address()                      of the page as it is now
//   evaluate(call, ...given)       calls a function in the page. Arguments and result are JSON; waits for
//                                  a promise; rethrows errors here
//   frame(selector)                { evaluate } inside an <iframe>, also of another origin
//   resize(width, height)          the viewport; WebKit's window is at least 450 wide
//   screenshot()                   of the viewport: a PNG in a Buffer, equal for equal pictures
//   move(x, y), down(), up()       the mouse, and its left button
//   click(x, y), doubleClick(x, y)
//   tap?(x, y)                     a finger: in the engines of TOUCHING, in a newPage({ touch: true })
//   swipe?(from, to)               a finger from one [x, y] to another; it scrolls only in Chromium
//   press(key)                     one key as KeyboardEvent.key calls it, after modifiers: 'Shift+ArrowUp'
//   type(text)                     character by character, as from a keyboard
//
// No engine's driver reports errors in the same way; site.mjs does that.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import puppeteer from 'puppeteer-core';
import { Builder, By, Capabilities, Key } from 'selenium-webdriver';
import { openChromium } from '../browser/chromium.mjs';
import { eventually } from '../browser/sextant_page.mjs';

const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const WEBKIT_DRIVER = process.env.WEBKIT_DRIVER ?? 'WebKitWebDriver';
const SCREEN = '1600x1200x24';
const SIZE = { width: 1024, height: 720 };
const SWIPE_STEPS = 10;
// For a call in the page on a busy machine; WebDriver's own limit is 30 s.
const MOST_MILLISECONDS = 120_000;

/** Splits 'Control+Shift+z' into the modifiers and the key. */
function readKey(text) {
  const parts = text.split(/\+(?=.)/);
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) };
}

/** A child process that ends with this process, however that ends. */
function spawnBound(command, args, options) {
  return spawn('setpriv', ['--pdeathsig', 'KILL', command, ...args], options);
}

/** Resolves with the display's name; fails with the server's output. */
async function startDisplay() {
  const server = spawnBound('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let said = '';
  server.stderr.on('data', (data) => { said += data; });
  const display = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Xvfb has ended: ${said}`)));
    server.stdio[3].once('data', (data) => resolve(`:${String(data).trim()}`));
  });
  return { environment: { ...process.env, DISPLAY: display }, close: () => end(server) };
}

function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill();
  });
}

// --- Chromium, through the DevTools protocol -------------------------------------------------------

/** Intermediate points, without the first. */
const between = ([x, y], [toX, toY]) => Array.from({ length: SWIPE_STEPS }, (_, step) =>
  [x + (toX - x) * (step + 1) / SWIPE_STEPS, y + (toY - y) * (step + 1) / SWIPE_STEPS]);

const asExpression = (call, given) => `(${call})(...${JSON.stringify(given)})`;

async function launchChromium() {
  const browser = await openChromium();
  return {
    engine: 'chromium',
    async newPage({ width = SIZE.width, height = SIZE.height, touch = false } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, locale: 'en-US', hasTouch: touch });
      return chromiumPage(await context.newPage());
    },
    close: () => browser.close(),
  };
}

function chromiumPage(page) {
  return {
    engine: 'chromium',
    goto: (url) => page.goto(url),
    address: async () => page.url(),
    evaluate: (call, ...given) => page.evaluate(asExpression(call, given)),
    frame: (selector) => ({
      async evaluate(call, ...given) {
        const frame = await (await page.waitForSelector(selector, { state: 'attached' })).contentFrame();
        return frame.evaluate(asExpression(call, given));
      },
    }),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    move: (x, y) => page.mouse.move(x, y),
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    click: (x, y) => page.mouse.click(x, y),
    doubleClick: (x, y) => page.mouse.dblclick(x, y),
    tap: (x, y) => page.touchscreen.tap(x, y),
    async swipe(from, to) {
      const session = await page.context().newCDPSession(page);
      const send = (type, ...points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
      await send('touchStart', from);
      for (const point of between(from, to)) await send('touchMove', point);
      await send('touchEnd');
      await session.detach();
    },
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    close: () => page.context().close(),
  };
}

// --- Firefox, through WebDriver BiDi ---------------------------------------------------------------

async function launchFirefox() {
  const display = await startDisplay();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: false,
    env: { ...display.environment, HOME: process.env.HOME ?? '/tmp' },
    extraPrefsFirefox: { 'intl.accept_languages': 'en-US, en' },
  });
  return {
    engine: 'firefox',
    async newPage({ width = SIZE.width, height = SIZE.height } = {}) {
      const page = await (await browser.createBrowserContext()).newPage();
      await page.setViewport({ width, height });
      await page.bringToFront();
      return firefoxPage(page);
    },
    async close() {
      await browser.close();
      await display.close();
    },
  };
}

function firefoxPage(page) {
  const send = (call, given) => (target) => target.evaluate(asExpression(call, given));
  return {
    engine: 'firefox',
    goto: (url) => page.goto(url),
    address: async () => page.url(),
    evaluate: (call, ...given) => send(call, given)(page),
    frame: (selector) => ({
      async evaluate(call, ...given) {
        return send(call, given)(await (await page.waitForSelector(selector)).contentFrame());
      },
    }),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async () => Buffer.from(await page.screenshot()),
    move: (x, y) => page.mouse.move(x, y),
    down: () => page.mouse.down(),
    up: () => page.mouse.up(),
    click: (x, y) => page.mouse.click(x, y),
    doubleClick: (x, y) => page.mouse.click(x, y, { count: 2 }),
    tap: (x, y) => page.touchscreen.tap(x, y),
    async swipe(from, to) {
      const finger = await page.touchscreen.touchStart(...from);
      for (const point of between(from, to)) await finger.move(...point);
      await finger.end();
    },
    async press(text) {
      const { modifiers, key } = readKey(text);
      for (const modifier of modifiers) await page.keyboard.down(modifier);
      await page.keyboard.press(key);
      for (const modifier of modifiers.reverse()) await page.keyboard.up(modifier);
    },
    type: (text) => page.keyboard.type(text),
    close: () => page.browserContext().close(),
  };
}

// --- WebKit, through classic WebDriver -------------------------------------------------------------

const WEBKIT_KEYS = {
  ArrowDown: Key.ARROW_DOWN, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, ArrowUp: Key.ARROW_UP,
  Alt: Key.ALT, Backspace: Key.BACK_SPACE, Control: Key.CONTROL, Delete: Key.DELETE, End: Key.END, Enter: Key.ENTER,
  Escape: Key.ESCAPE, Home: Key.HOME, Meta: Key.META, PageDown: Key.PAGE_DOWN, PageUp: Key.PAGE_UP, Shift: Key.SHIFT,
  Tab: Key.TAB,
};

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function launchWebKit() {
  const [display, port] = await Promise.all([startDisplay(), freePort()]);
  const service = spawnBound(WEBKIT_DRIVER, [`--port=${port}`], { stdio: 'ignore', env: display.environment });
  const url = `http://127.0.0.1:${port}`;
  await eventually(() => fetch(`${url}/status`).then(({ ok }) => ok, () => false), Boolean, WEBKIT_DRIVER);
  const driver = await new Builder().usingServer(url).withCapabilities(new Capabilities({ browserName: 'MiniBrowser' })).build();
  await driver.manage().setTimeouts({ script: MOST_MILLISECONDS });
  const first = await driver.getWindowHandle(); // closing the last one would end the session
  let current = first;
  const select = async (handle) => {
    if (handle !== current) await driver.switchTo().window(handle);
    current = handle;
    return driver;
  };
  return {
    engine: 'webkit',
    async newPage({ width = SIZE.width, height = SIZE.height } = {}) {
      await select(first);
      await driver.switchTo().newWindow('window');
      const handle = current = await driver.getWindowHandle();
      const page = webkitPage({
        select: () => select(handle),
        async close() {
          await (await select(handle)).close();
          current = undefined;
        },
      });
      await page.resize(width, height);
      return page;
    },
    async close() {
      await driver.quit();
      await end(service);
      await display.close();
    },
  };
}

async function callInWebKit(driver, call, given) {
  const { value, error } = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    (async () => (${call})(...JSON.parse(arguments[0])))().then(
      (value) => done({ value }), (error) => done({ error: String(error) }));`, JSON.stringify(given));
  if (error) throw new Error(error);
  return value;
}

/** `window.select()` gives the driver, switched to the page's own window. */
function webkitPage(window) {
  const evaluate = async (call, ...given) => callInWebKit(await window.select(), call, given);
  const perform = async (fill) => fill((await window.select()).actions({ async: true })).perform();
  const at = (x, y) => ({ x: Math.round(x), y: Math.round(y), duration: 0 });
  return {
    engine: 'webkit',
    goto: async (url) => (await window.select()).get(url),
    address: async () => (await window.select()).getCurrentUrl(),
    evaluate,
    frame: (selector) => ({
      async evaluate(call, ...given) {
        const driver = await window.select();
        await driver.switchTo().frame(await driver.findElement(By.css(selector)));
        try {
          return await callInWebKit(driver, call, given);
        } finally {
          await driver.switchTo().defaultContent();
        }
      },
    }),
    // The window has a toolbar, too. A new one may still change its size after it was measured.
    async resize(width, height) {
      const measure = () => evaluate(() => ({ width: innerWidth, height: innerHeight }));
      const isRight = (size) => size.width === width && size.height === height;
      const frame = (await window.select()).manage().window();
      await eventually(async () => {
        const [outer, inner] = [await frame.getRect(), await measure()];
        if (isRight(inner)) return inner;
        await frame.setRect({ width: outer.width - inner.width + width, height: outer.height - inner.height + height });
        return measure();
      }, isRight, 'size of the window');
    },
    screenshot: async () => Buffer.from(await (await window.select()).takeScreenshot(), 'base64'),
    move: (x, y) => perform((actions) => actions.move(at(x, y))),
    down: () => perform((actions) => actions.press()),
    up: () => perform((actions) => actions.release()),
    click: (x, y) => perform((actions) => actions.move(at(x, y)).press().release()),
    doubleClick: (x, y) => perform((actions) => actions.move(at(x, y)).press().release().press().release()),
    press(text) {
      const { modifiers, key } = readKey(text);
      const held = modifiers.map((name) => WEBKIT_KEYS[name]);
      const pressed = WEBKIT_KEYS[key] ?? key;
      return perform((actions) => {
        for (const modifier of held) actions.keyDown(modifier);
        actions.keyDown(pressed).keyUp(pressed);
        for (const modifier of held.reverse()) actions.keyUp(modifier);
        return actions;
      });
    },
    type: (text) => perform((actions) => [...text].reduce((all, character) => all.keyDown(character).keyUp(character), actions)),
    close: () => window.close(),
  };
}

// ---------------------------------------------------------------------------------------------------

const LAUNCHERS = { chromium: launchChromium, firefox: launchFirefox, webkit: launchWebKit };

/** The engines to test: all three, or those in SEXTANT_ENGINES, such as "firefox,webkit". */
export const ENGINES = (process.env.SEXTANT_ENGINES || Object.keys(LAUNCHERS).join()).split(',');

/** Engines whose driver supports touch. */
export const TOUCHING = new Set(['chromium', 'firefox']);

export function launch(engine) {
  if (!(engine in LAUNCHERS)) throw new Error(`unknown engine "${engine}"; there are: ${Object.keys(LAUNCHERS).join(', ')}`);
  return LAUNCHERS[engine]();
}
