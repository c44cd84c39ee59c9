/** The engine with its WebAssembly inside the script: for bundles that cannot carry a second file. */
export * from './index.js';
export { default } from './index.js';
