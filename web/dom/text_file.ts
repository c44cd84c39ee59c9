// The texts that C++ shows, a file for each language: only that of the reader is
// downloaded.
import en from 'sextant-texts-en.txt';
import zhTW from 'sextant-texts-zh-TW.txt';
import type { Language } from './texts';
import { loadFile } from './asset_file';

const FILES: Record<Language, string> = { en, 'zh-TW': zhTW };
const loaded = new Map<Language, Promise<Uint8Array>>();

/**
 * In UTF-8, in the order of TextId in C++, each ended by a zero. Rejects if they
 * could not be loaded; the next call tries again.
 */
export function loadTexts(language: Language): Promise<Uint8Array> {
  let texts = loaded.get(language);
  if (!texts) {
    texts = loadFile(FILES[language]);
    loaded.set(language, texts);
    texts.catch(() => loaded.delete(language));
  }
  return texts;
}
