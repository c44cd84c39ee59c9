// For those who import the file by its path: TypeScript looks for this name beside index.mjs.
export type * from './index.js';
export { default } from './index.js';
