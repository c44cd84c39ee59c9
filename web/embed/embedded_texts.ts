// Texts that only frames and elements have.
import { embedded as en } from '../../src/locales/en.json';
import { embedded as zhTW } from '../../src/locales/zh-TW.json';
import { reader } from '../dom/texts';

export const embeddedText = reader({ en, 'zh-TW': zhTW });
