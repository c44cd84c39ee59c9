/** `atob` rather than Buffer: browsers, workers and Node have it. */
export const bytesOf = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
