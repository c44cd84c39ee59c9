// A sentence above the calculator that cannot be missed: why a link was not
// loaded, and a way out.
import { element } from './elements';

export class Notice {
  #box = element('notice');
  #button = this.#box.querySelector('button')!;

  constructor(startAfresh: () => void) {
    this.#button.addEventListener('click', startAfresh);
  }

  /** '' takes it away. */
  show(sentence: string): void {
    this.#box.hidden = !sentence;
    this.#box.querySelector('p')!.textContent = sentence;
    this.#button.hidden = false;
  }

  /** What has nothing to do with a link. */
  tell(sentence: string): void {
    this.show(sentence);
    this.#button.hidden = true;
  }
}
