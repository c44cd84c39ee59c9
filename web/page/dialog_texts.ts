import { dialogs as en } from '../../src/locales/en.json';
import { dialogs as zhTW } from '../../src/locales/zh-TW.json';
import { reader } from '../dom/language';

export type WordKey = keyof typeof en;

export const word = reader({ en, 'zh-TW': zhTW });
