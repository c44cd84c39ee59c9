// Keys, gestures and words, on one sheet.
import { make } from '../dom/dom';
import { loadDefinitions } from '../explain/definitions';
import type { Query } from '../face/query';
import type { Session } from '../face/session';
import { Dialog } from './dialog';
import { word } from './dialog_texts';
import { glossary } from './glossary';
import { loadWords } from './shared_words';

const ACTIONS = ['drag', 'fine', 'type', 'next', 'arrows', 'ends', 'double', 'undo', 'escape', 'sheet'] as const;

export async function openHelpSheet(_: Session, { language }: Query): Promise<void> {
  const [definitions, shared] = await Promise.all([loadDefinitions(language), loadWords(language)]);
  const dialog = new Dialog('help', language, 'help.heading');
  // Focused first, so that the arrow keys scroll it.
  dialog.append(make('div', { role: 'region', tabindex: '0', 'aria-labelledby': 'help-heading' },
    make('dl', {}, ...ACTIONS.flatMap((id) => [make('dt', {}, word(language, `help.${id}`)), make('dd', {}, word(language, `help.${id}.does`))])),
    make('h3', {}, word(language, 'help.words')),
    ...glossary(definitions, shared)));
  dialog.open();
}
