// The page's own texts. Those of the application and the engine are in their wasm, those of dialogs, frames and elements come with them.
import { page as en } from '../../src/locales/en.json';
import { page as zhTW } from '../../src/locales/zh-TW.json';

export type Language = 'en' | 'zh-TW';
export type TextKey = keyof typeof en;

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

export const text = reader({ en, 'zh-TW': zhTW });

/**
 * Fills in the texts below `root`: `data-text` names the key of an element's
 * content, `data-label` that of its accessible name and tooltip,
 * `data-placeholder` that of an input's placeholder.
 */
export function translate(root: ParentNode, language: Language): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-text],[data-label],[data-placeholder]')) {
    const { text: content, label, placeholder } = element.dataset;
    if (content) element.textContent = text(language, content as TextKey);
    if (label) {
      element.title = text(language, label as TextKey);
      element.setAttribute('aria-label', element.title);
    }
    if (placeholder) (element as HTMLInputElement).placeholder = text(language, placeholder as TextKey);
  }
}
