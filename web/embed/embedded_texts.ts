// The texts of frames and elements; the page shares some of them.
import { embedded as en } from '../../src/locales/en.json';
import { embedded as zhTW } from '../../src/locales/zh-TW.json';
import { reader } from '../dom/language';

export const embeddedText = reader({ en, 'zh-TW': zhTW });
