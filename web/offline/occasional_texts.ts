// Texts that few readers see: those of a new version, and of a page that was opened from a disk.
import { occasional as en } from '../../src/locales/en.json';
import { occasional as zhTW } from '../../src/locales/zh-TW.json';
import { reader } from '../dom/language';

export const occasionalText = reader({ en, 'zh-TW': zhTW });
