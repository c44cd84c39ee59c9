// The imports that scripts/bundle.mjs resolves and TypeScript cannot.

/** The file's name, relative to the script. */
declare module '*.wasm' {
  const name: string;
  export default name;
}

/** The same: the texts of a language. */
declare module 'sextant-texts-*' {
  const name: string;
  export default name;
}

/** The same: those of them that the form uses. */
declare module 'sextant-form-texts-*' {
  const name: string;
  export default name;
}

/** The same: the definitions in a language, in JSON. */
declare module 'sextant-definitions-*' {
  const name: string;
  export default name;
}

/** The style sheet's text. */
declare module '*.css?text' {
  const css: string;
  export default css;
}

/** Pictures of the presets: the titles of the scenarios, by preset and language, and the hash in the names of all pictures (scripts/posters.mjs). */
declare module 'sextant-posters' {
  export const hash: string;
  export const titles: Record<string, Record<import('./language').Language, string>>;
}

/** Where texts that the dialogs share with the calculator are in the file of a language, by key. */
declare module 'sextant-page-words' {
  const positions: Record<string, number>;
  export default positions;
}

/** Sizes of the files with texts, by face. */
declare const TEXT_BYTES: Record<'canvas' | 'form', Record<import('./language').Language, number>>;

/** Size of sextant-app.wasm. */
declare const APP_BYTES: number;
