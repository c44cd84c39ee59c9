/** The tools with their WebAssembly inside the script: for bundles that cannot carry a second file. */
export * from '../tools.js';
export { default } from '../tools.js';
