// What an element needs only when its calculator comes.
import { element as en } from '../../src/locales/en.json';
import { element as zhTW } from '../../src/locales/zh-TW.json';
import type { Calculator } from '../calculator/calculator';
import { reader, type Language } from '../dom/language';

export { Calculator } from '../calculator/calculator';
export { Bar } from './bar';
export { ContextKeeper, makeRoom } from './contexts';
export { Refusal } from './refusal';

const text = reader({ en, 'zh-TW': zhTW });
// What a framework makes of an object that it can only write as text.
const LOST_OBJECT = String({});

/** Takes a link, an address with one, the id of a preset or an object; '' or a sentence why not. */
export function takeScenario(calculator: Calculator, scenario: unknown, language: Language): string {
  if (scenario === LOST_OBJECT) return text(language, 'element.object');
  return typeof scenario === 'string' ? calculator.load(scenario) : calculator.setScenario(scenario)?.message ?? '';
}
