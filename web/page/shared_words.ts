// Texts of the calculator that the dialogs show as well: they come from the file of that language, which the canvas has loaded already.
import positions from 'sextant-page-words';
import { loadTexts } from '../dom/text_file';
import type { Language } from '../dom/language';

/** Of keys of `shared` in src/locales that stand in web/page as they are, and of the presets' titles; rejects if they could not be loaded. */
export async function loadWords(language: Language): Promise<(key: string) => string> {
  const texts = new TextDecoder().decode(await loadTexts(language, 'canvas')).split('\0');
  return (key) => texts[positions[key]];
}
