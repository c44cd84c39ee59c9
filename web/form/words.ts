// Texts that the form shares with the canvas. Their keys stand in web/form as they are, or in sextant-tables:
// scripts/bundle.mjs knows no others.
import positions from 'sextant-words';
import type { Language } from '../dom/language';

/** A key of `shared` in src/locales. */
export type WordKey = keyof typeof positions;

const texts = new Map<Language, string[]>();

/** `file`: from loadTexts(), before the first word in that language. */
export function readWords(language: Language, file: Uint8Array): void {
  if (!texts.has(language)) texts.set(language, new TextDecoder().decode(file).split('\0'));
}

/** The text with its {placeholders} filled in. */
export function word(language: Language, key: WordKey, values?: Record<string, string>): string {
  const template = texts.get(language)![positions[key]];
  return values ? template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole) : template;
}
