// Texts that the form shares with the canvas. Their keys stand in web/form as they are, or in sextant-tables:
// scripts/bundle.mjs brings no others.
import { shared as en } from '../../src/locales/en.json';
import { shared as zhTW } from '../../src/locales/zh-TW.json';
import type { Language } from '../dom/texts';

export type WordKey = keyof typeof en;

const WORDS: Record<Language, Record<WordKey, string>> = { en, 'zh-TW': zhTW };

/** The text with its {placeholders} filled in. */
export function word(language: Language, key: WordKey, values?: Record<string, string>): string {
  const template = WORDS[language][key];
  return values ? template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole) : template;
}
