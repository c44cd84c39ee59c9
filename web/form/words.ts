// Texts that the form shares with the canvas, and names of media and cells.
import { shared as en } from '../../src/locales/en.json';
import { shared as zhTW } from '../../src/locales/zh-TW.json';
import type { Medium, Scenario } from '../engine/index.mjs';
import type { Language } from '../dom/texts';

export type WordKey = keyof typeof en;

const WORDS: Record<Language, Record<WordKey, string>> = { en, 'zh-TW': zhTW };

/** The text with its {placeholders} filled in. */
export function word(language: Language, key: WordKey, values?: Record<string, string>): string {
  const template = WORDS[language][key];
  return values ? template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole) : template;
}

const MEDIA: Record<string, WordKey> = { social: 'medium.social', search: 'medium.search', integrated: 'medium.integrated' };

/** The language's default name for a medium, ignoring its label. */
export function ownMediumName(language: Language, { id }: Medium, position: number): string {
  const key = Object.hasOwn(MEDIA, id) ? MEDIA[id] : undefined;
  return key ? word(language, key) : word(language, 'medium.other', { number: String(position + 1) });
}

export function mediumName(language: Language, { media }: Scenario, position: number): string {
  return media[position].label || ownMediumName(language, media[position], position);
}

/** `cell` is the position in the scenario: organic before paid. */
export function kindName(language: Language, cell: number): string {
  return word(language, cell % 2 ? 'kind.paid' : 'kind.organic');
}

export function cellName(language: Language, scenario: Scenario, cell: number): string {
  return `${mediumName(language, scenario, Math.floor(cell / 2))} · ${kindName(language, cell)}`;
}

const NUMERALS = ['', 'I', 'II', 'III', 'IV'];

export function quadrantName(language: Language, quadrant: number | null): string {
  return quadrant ? word(language, 'quadrant.name', { numeral: NUMERALS[quadrant] }) : word(language, 'quadrant.none');
}
