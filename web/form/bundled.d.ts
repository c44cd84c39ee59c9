// What scripts/bundle.mjs resolves and TypeScript cannot.

/** The position of each shared text among all. */
declare module 'sextant-words' {
  const positions: Record<keyof typeof import('../../src/locales/en.json')['shared'], number>;
  export default positions;
}
