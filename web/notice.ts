// A sentence above the calculator that cannot be missed: why a link was not
// loaded, and a way out.
import { element } from './elements';

export class Notice {
  #box = element('notice');

  constructor(startAfresh: () => void) {
    this.#box.querySelector('button')!.addEventListener('click', startAfresh);
  }

  /** '' takes it away. */
  show(sentence: string): void {
    this.#box.hidden = !sentence;
    this.#box.querySelector('p')!.textContent = sentence;
  }
}
