// A prominent message above the calculator: why a link was not loaded, with a
// button to continue.
import { element } from '../dom/dom';

export class Notice {
  #box = element('notice');
  #button = this.#box.querySelector('button')!;

  constructor(startAfresh: () => void) {
    this.#button.addEventListener('click', startAfresh);
  }

  /** '' removes it. */
  show(sentence: string): void {
    this.#box.hidden = !sentence;
    this.#box.querySelector('p')!.textContent = sentence;
    this.#button.hidden = false;
  }

  /** A message that does not concern a link. */
  tell(sentence: string): void {
    this.show(sentence);
    this.#button.hidden = true;
  }
}
