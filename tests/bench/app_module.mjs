// The interface's module as it ships, under Node. What a browser has and Node lacks, its loader does not need
// when it is given the file.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

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
  const file = path.resolve(folder, 'sextant-app');
  const { default: createSextantApp } = await import(pathToFileURL(`${file}.mjs`));
  const module = await createSextantApp({ wasmBinary: readFileSync(`${file}.wasm`) });
  module.HEAPU8.set(readFileSync(path.resolve(folder, '../../generated/hosted_texts/sextant-texts-en.txt')), module.textRoom('en'));
  module.textsReplaced();
  const app = new module.App(boxes, { open() {} }); // without tools: their chart is drawn elsewhere
  app.resize(1280, 1800, 2);
  return app;
}
