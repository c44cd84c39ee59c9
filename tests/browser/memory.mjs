// Measures how much memory a page uses.

/** Runs in the page before its own scripts: records every WebAssembly memory, and keeps none. */
export function noteMemories() {
  window.memories = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const result = await instantiate(...given);
    for (const exported of Object.values((result.instance ?? result).exports)) {
      if (exported instanceof WebAssembly.Memory) window.memories.push(new WeakRef(exported));
    }
    return result;
  };
}

/** Bytes of JavaScript and WebAssembly, DOM nodes and listeners, after garbage collection. */
export async function memoryOf(page) {
  const session = await page.context().newCDPSession(page);
  // Twice: the second round frees what the first one finalised.
  for (let round = 0; round < 2; ++round) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  const wasm = await page.evaluate(() => window.memories.reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0));
  return { heap: usedSize, nodes, listeners: jsEventListeners, wasm };
}
