// The texts that C++ shows, a file for each language: only that of the reader is
// downloaded.
import en from 'sextant-texts-en.txt';
import zhTW from 'sextant-texts-zh-TW.txt';
import type { Language } from './language';
import { loadFile } from './asset_file';

const FILES: Record<Language, string> = { en, 'zh-TW': zhTW };
const loaded = new Map<Language, Promise<Uint8Array>>();

// They go into the memory of a module as they are, so a host's page about a missing file must not pass for them.
function checked(bytes: Uint8Array, size: number): Uint8Array {
  if (bytes.length !== size) throw new Error('these are not the texts');
  return bytes;
}

/**
 * In UTF-8, in the order of TextId in C++, each ended by a zero. Rejects if they
 * could not be loaded; the next call tries again.
 */
export function loadTexts(language: Language): Promise<Uint8Array> {
  let texts = loaded.get(language);
  if (!texts) {
    texts = loadFile(FILES[language]).then((bytes) => checked(bytes, TEXT_BYTES[language]));
    loaded.set(language, texts);
    texts.catch(() => loaded.delete(language));
  }
  return texts;
}
