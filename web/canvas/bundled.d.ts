// What scripts/bundle.mjs resolves and TypeScript cannot.

/** Emscripten's JavaScript. */
declare module 'sextant-app' {
  const createAppModule: typeof import('./app_module').default;
  export default createAppModule;
}
