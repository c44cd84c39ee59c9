// The mark at the bubble to drag. It goes as soon as the reader has moved something.
import { make, setText } from '../dom/dom';
import type { Place } from '../face/calculator_view';

export class Hand {
  #stage: HTMLElement;
  #element = make('div', { class: 'hand', 'aria-hidden': 'true' });
  #label = make('span');
  #shown = '';

  constructor(stage: HTMLElement) {
    this.#stage = stage;
    this.#element.append(make('i'), this.#label);
    this.#element.hidden = true;
    stage.append(this.#element);
  }

  /** Null: there is nothing to mark. */
  show(place: Place | null, label: string): void {
    const { left, top } = this.#stage.getBoundingClientRect();
    const now = place ? [...[place.x - left, place.y - top, place.radius + 8].map(Math.round), label].join(' ') : '';
    if (now === this.#shown) return;
    this.#shown = now;
    this.#element.hidden = !now;
    if (!now) return;
    const [x, y, radius] = now.split(' ');
    this.#element.style.transform = `translate(${x}px, ${y}px)`;
    this.#element.style.setProperty('--radius', `${radius}px`);
    setText(this.#label, label);
  }

  reset(): void {
    this.#shown = '';
    this.#element.hidden = true;
  }

  destroy(): void {
    this.#element.remove();
  }
}
