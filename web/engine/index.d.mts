// For imports by path: TypeScript looks for this name next to index.mjs.
export * from './index.js';
export { default } from './index.js';
