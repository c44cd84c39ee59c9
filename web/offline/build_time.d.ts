// The constants that scripts/offline.mjs writes into the service worker.

/** The files of this version: each relative to the root (a page is its folder), and its SHA-256 in base64. */
declare const FILES: [file: string, hash: string][];

/** Differs for every list. */
declare const VERSION: string;
