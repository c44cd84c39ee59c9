export { decide } from '../../../src/locales/en.json';
