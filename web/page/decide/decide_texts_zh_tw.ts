export { decide } from '../../../src/locales/zh-TW.json';
