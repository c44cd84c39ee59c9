import { decide as en } from '../../../src/locales/en.json';
import { decide as zhTW } from '../../../src/locales/zh-TW.json';
import { reader } from '../../dom/language';

export type DecideKey = keyof typeof en;

export const decideText = reader({ en, 'zh-TW': zhTW });
