// The page's own texts. Those of the application and the engine are in their wasm, those of dialogs, frames and elements come with them.
import { page as en } from '../../src/locales/en.json';
import { page as zhTW } from '../../src/locales/zh-TW.json';
import { reader, type Language } from './language';

export type TextKey = keyof typeof en;

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
