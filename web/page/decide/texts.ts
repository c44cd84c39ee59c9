// The panel's texts; only those of the reader's language are loaded.
import type { decide } from '../../../src/locales/en.json';
import { type Language, reader } from '../../dom/language';

export type DecideKey = keyof typeof decide;
export type DecideText = (key: DecideKey, values?: Record<string, string>) => string;

/** Rejects if they could not be loaded. */
export async function loadDecideTexts(language: Language): Promise<DecideText> {
  const { decide: texts } = await (language === 'en' ? import('./decide_texts_en') : import('./decide_texts_zh_tw'));
  const read = reader({ en: texts, 'zh-TW': texts });
  return (key, values) => read(language, key, values);
}
