// The examples print; nothing else of a browser or of Node is declared.
declare const console: { log(...values: unknown[]): void };
