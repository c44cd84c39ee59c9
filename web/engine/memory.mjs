// Texts and numbers in the memory of a module that has no JavaScript of its own: src/wasm/boundary.h.
const BYTES_OF_NUMBER = 8;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The functions that C++ imports: src/wasm/host_decimal.cpp. */
export function createImports(getMemory) {
  let bytes = new Uint8Array(0);
  return {
    env: {
      host_number_text(value, address) {
        const { buffer } = getMemory();
        if (bytes.buffer !== buffer) bytes = new Uint8Array(buffer);
        const text = String(value);
        for (let i = 0; i < text.length; ++i) bytes[address + i] = text.charCodeAt(i);
        return text.length;
      },
      host_nearest_double(address, size) {
        return Number(decoder.decode(new Uint8Array(getMemory().buffer, address, size)));
      },
    },
  };
}

/** `wasm`: the exports of a started module. */
export function connectMemory(wasm) {
  const numbersStart = wasm.numbers() / BYTES_OF_NUMBER;
  const numberCapacity = wasm.number_capacity();
  let bytes = new Uint8Array(0);
  let doubles = new Float64Array(0);

  // Growing the memory replaces its buffer, and the views of the old one are empty. Asking them takes less time than
  // asking the memory for its buffer.
  function refreshViews() {
    if (bytes.length) return;
    bytes = new Uint8Array(wasm.memory.buffer);
    doubles = new Float64Array(wasm.memory.buffer);
  }

  function readBytes() {
    const address = wasm.answer();
    const size = wasm.answer_size();
    refreshViews();
    return bytes.subarray(address, address + size);
  }

  return {
    /** Where numbers for C++ begin in doubles(). */
    numbersStart,

    /** The memory as numbers; until the next call of the module. */
    doubles() {
      refreshViews();
      return doubles;
    },

    /** `writer`: a BoundaryWriter. */
    sendNumbers({ numbers, numberCount }) {
      refreshViews();
      const count = Math.min(numberCount, numberCapacity); // C++ refuses the rest
      for (let i = 0; i < count; ++i) doubles[numbersStart + i] = numbers[i];
    },

    /** Copies the text to where C++ reads it; returns its length in bytes. Earlier answers are gone. */
    sendText(text) {
      const capacity = text.length * 3;
      const address = wasm.structure_buffer(capacity);
      refreshViews();
      return encoder.encodeInto(text, bytes.subarray(address, address + capacity)).written;
    },

    /** The text that the last call has left, in UTF-8. */
    readBytes,

    /** The same as a string. */
    readText: () => decoder.decode(readBytes()),
  };
}
