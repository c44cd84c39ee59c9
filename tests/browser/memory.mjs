// How much memory a page holds.

/** To run in the page before its own scripts: notes every memory of WebAssembly that there is. */
export function noteMemories() {
  window.memories = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const result = await instantiate(...given);
    for (const exported of Object.values((result.instance ?? result).exports)) {
      if (exported instanceof WebAssembly.Memory) window.memories.push(exported);
    }
    return result;
  };
}

/** Bytes of JavaScript and WebAssembly, DOM nodes and listeners, once the garbage is collected. */
export async function memoryOf(page) {
  const session = await page.context().newCDPSession(page);
  // Twice: what the first round finishes, the second frees.
  for (let round = 0; round < 2; ++round) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  const wasm = await page.evaluate(() => window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  return { heap: usedSize, nodes, listeners: jsEventListeners, wasm };
}
