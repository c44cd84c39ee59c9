// The languages of the texts, and how their texts are read.

export type Language = 'en' | 'zh-TW';

/** The language that matches a BCP 47 tag, if any. */
export function languageFor(tag: string): Language | undefined {
  if (/^zh\b/i.test(tag)) return 'zh-TW';
  return /^en\b/i.test(tag) ? 'en' : undefined;
}

/** The first of the reader's languages for which there are texts. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = languageFor(tag);
    if (language) return language;
  }
  return 'en';
}

/** A function that returns one of the texts with its {placeholders} filled in. */
export const reader = <Key extends string>(texts: Record<Language, Record<Key, string>>) =>
  (language: Language, key: Key, values: Record<string, string> = {}): string =>
    texts[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
