import { story as en } from '../../src/locales/en.json';
import { story as zhTW } from '../../src/locales/zh-TW.json';
import { reader } from '../dom/language';

export type StoryKey = keyof typeof en;

export const storyText = reader({ en, 'zh-TW': zhTW });
