/** The bytes at a `file:` address, which fetch() does not read in Node. */
export const readFile = async (url) => (await import(/* webpackIgnore: true */ 'node:fs/promises')).readFile(url);
