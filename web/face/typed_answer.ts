// What a field says to a number that was typed: nothing, a refusal, or a question.
import { make } from '../dom/dom';

/** What is shown for an answer of the application, and the number that may have been meant: to be typed instead; '' if there is no question. */
export function showAnswer(place: HTMLElement, answer: string, take: () => void): string {
  const [sentence, meant = '', label = '', again = ''] = answer.split('\n');
  if (!meant) {
    if (place.textContent !== sentence) place.textContent = sentence;
    return '';
  }
  const button = make('button', { type: 'button' }, label);
  // The field keeps the focus, and the on-screen keyboard stays.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', take);
  place.replaceChildren(`${sentence} ${again} `, button);
  return meant;
}
