// The smallest Dear ImGui page, which the benchmarks compare the page with.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { minify } from 'terser';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A folder with it, compressed like ours. */
export async function writeFloor() {
  const folder = path.join(root, 'build/floor');
  mkdirSync(folder, { recursive: true });
  const built = path.join(root, 'build/wasm-release/tests/bench/imgui_floor');
  const { code } = await minify(readFileSync(`${built}.js`, 'utf8'), { toplevel: true });
  writeFileSync(path.join(folder, 'imgui_floor.js'), code);
  copyFileSync(`${built}.wasm`, path.join(folder, 'imgui_floor.wasm'));
  writeFileSync(path.join(folder, 'index.html'), `<!doctype html><title>Floor</title><link rel="icon" href="data:,">
<canvas id="canvas"></canvas><script>var Module={canvas:document.getElementById('canvas')}</script><script async src="imgui_floor.js"></script>`);
  for (const name of ['imgui_floor.js', 'imgui_floor.wasm', 'index.html']) {
    writeFileSync(path.join(folder, `${name}.br`), brotliCompressSync(readFileSync(path.join(folder, name))));
  }
  return folder;
}
