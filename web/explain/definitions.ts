// What the words mean. A definition has the id of the input, result or term that it is of; its text is in a file for
// each language, which is downloaded when the first of them is asked for.
import en from 'sextant-definitions-en.txt';
import zhTW from 'sextant-definitions-zh-TW.txt';
import { loadFile } from '../dom/asset_file';
import type { Language } from '../dom/language';

export type Definition = keyof typeof import('../../src/locales/en.json').definitions;

const FILES: Record<Language, string> = { en, 'zh-TW': zhTW };

const loaded = new Map<Language, Promise<Record<Definition, string>>>();

/** By definition. Rejects if they could not be loaded; the next call tries again. */
export function loadDefinitions(language: Language): Promise<Record<Definition, string>> {
  let definitions = loaded.get(language);
  if (!definitions) {
    definitions = loadFile(FILES[language]).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Record<Definition, string>);
    loaded.set(language, definitions);
    definitions.catch(() => loaded.delete(language));
  }
  return definitions;
}

// The inputs, results and headings that do not have the name of their definition.
const OTHERS: Record<string, Definition> = {
  'remarketing.costPerClick': 'remarketingCostPerClick',
  'thresholds.cpc': 'thresholdCpc',
  'thresholds.cpa': 'thresholdCpa',
  'thresholds/mode/0': 'average',
  'thresholds/mode/1': 'breakEven',
  'thresholds/mode/2': 'targets',
  share: 'segmentShare',
  cells: 'trafficMatrix',
  switch: 'trafficMatrix',
  quadrant: 'quadrants',
  profits: 'funnel',
};

/** The definition for the id of an input, a result or a heading: "social.paid/costPerClick", "total/profit", "retention.churn". */
export function definitionOf(id: string): string {
  const ownName = id.replace(/^.*\//, '');
  const field = ownName.replace(/^.*\./, '');
  return OTHERS[id] ?? OTHERS[ownName] ?? OTHERS[field] ?? field;
}
