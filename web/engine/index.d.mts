// For imports by path: TypeScript looks for this name next to index.mjs.
export type * from './index.js';
export { default } from './index.js';
