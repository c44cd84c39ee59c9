// The texts that C++ shows, a file for each language: only that of the reader is
// downloaded. For the form, those that it does not use are empty.
import formEn from 'sextant-form-texts-en.txt';
import formZhTW from 'sextant-form-texts-zh-TW.txt';
import en from 'sextant-texts-en.txt';
import zhTW from 'sextant-texts-zh-TW.txt';
import type { Language } from './language';
import { loadFile } from './asset_file';

const FILES = { canvas: { en, 'zh-TW': zhTW }, form: { en: formEn, 'zh-TW': formZhTW } };
const loaded = new Map<string, Promise<Uint8Array>>();

// They go into the memory of a module as they are, so a host's page about a missing file must not pass for them.
function checked(bytes: Uint8Array, size: number): Uint8Array {
  if (bytes.length !== size) throw new Error('these are not the texts');
  return bytes;
}

/**
 * In UTF-8, in the order of TextId in C++, each ended by a zero. Rejects if they
 * could not be loaded; the next call tries again.
 */
export function loadTexts(language: Language, face: 'canvas' | 'form'): Promise<Uint8Array> {
  const file = FILES[face][language];
  let texts = loaded.get(file);
  if (!texts) {
    texts = loadFile(file).then((bytes) => checked(bytes, TEXT_BYTES[face][language]));
    loaded.set(file, texts);
    texts.catch(() => loaded.delete(file));
  }
  return texts;
}
