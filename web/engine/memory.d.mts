// Types of memory.mjs for the page.
export interface ModuleMemory {
  memory: WebAssembly.Memory;
  structure_buffer(size: number): number;
  numbers(): number;
  number_capacity(): number;
  answer(): number;
  answer_size(): number;
}

export function createImports(getMemory: () => WebAssembly.Memory): WebAssembly.Imports;

export function connectMemory(wasm: ModuleMemory): {
  readonly numbersStart: number;
  doubles(): Float64Array;
  sendNumbers(writer: { numbers: ArrayLike<number>; numberCount: number }): void;
  sendText(text: string): number;
  readBytes(): Uint8Array;
  readText(): string;
};
