// For imports by path: TypeScript looks for this name next to tools.mjs.
export * from './tools.js';
export { default } from './tools.js';
