// The interface's module as it ships, under Node.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { outputFiles: [bundle] } = await build({
  entryPoints: [fileURLToPath(new URL('../../web/canvas/app.ts', import.meta.url))],
  bundle: true, format: 'esm', platform: 'neutral', write: false,
});
const { instantiateApp } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);

/** An application of the module in `folder`, with English texts, before its start(). */
export async function newApp(folder) {
  const app = await instantiateApp(await WebAssembly.compile(readFileSync(path.resolve(folder, 'sextant-app.wasm'))));
  app.bringTexts('en', readFileSync(path.resolve(folder, '../../generated/hosted_texts/sextant-texts-en.txt')));
  return app;
}

// What tests/platform/box_rasterizer.h draws instead of glyphs.
const boxes = {
  measure(text, fontPixels) {
    let width = 0;
    for (const character of text) {
      const code = character.codePointAt(0);
      if (code < 0x80) width += fontPixels * (character === '1' ? 0.4 : 0.55);
      else width += fontPixels * 0.334 * (code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
    }
    return [width, 0, -fontPixels, text === ' ' ? 0 : Math.trunc(width) + 1, fontPixels];
  },
  draw() {},
  reset() {},
};

/** An application of the module in `folder`, 1280 by 1800 points at two pixels per point. */
export async function startApp(folder = 'build/wasm-release/src/wasm') {
  const app = await newApp(folder);
  app.start(boxes, { open() {} }); // without tools: their chart is drawn elsewhere
  app.resize(1280, 1800, 2);
  return app;
}
