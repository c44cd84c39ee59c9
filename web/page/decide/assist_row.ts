// One assist: which cell helps which, and with what share of its orders.
import { make } from '../../dom/dom';
import { beginsNumber } from '../../face/slider_keys';
import type { Assist } from './assists';
import type { Wording } from './part';

const STEP = 0.01;

interface Hand {
  drag(share: number): void;
  drop(): void;
  change(change: Partial<Assist>): void;
  refuse(sentence: string): void;
  remove(): void;
}

export class AssistRow {
  readonly from = make('select');
  readonly to = make('select');
  readonly remover: HTMLButtonElement;
  readonly element: HTMLElement;
  #slider = make('input', { type: 'range', min: '0', max: '1', step: String(STEP) });
  #typed = make('input', { inputmode: 'decimal', autocomplete: 'off' });
  #words: Wording;
  #shown = '';

  constructor(words: Wording, hand: Hand) {
    this.#words = words;
    this.remover = make('button', { type: 'button' }, words.text('assists.remove'));
    this.element = make('li', {}, this.from, make('span', { 'aria-hidden': 'true' }, '→'), this.to, this.#slider, this.#typed, this.remover);
    this.from.addEventListener('change', () => hand.change({ from: this.from.value }));
    this.to.addEventListener('change', () => hand.change({ to: this.to.value }));
    this.remover.addEventListener('click', () => hand.remove());
    this.#slider.addEventListener('input', () => hand.drag(Number(this.#slider.value)));
    this.#slider.addEventListener('change', () => hand.drop());
    this.#slider.addEventListener('keydown', (event) => {
      if (!beginsNumber(event)) return;
      this.#typed.value = ''; // the digit arrives there
      this.#typed.focus();
    });
    this.#typed.addEventListener('change', () => {
      const value = words.numberIn(this.#typed.value, 'share');
      if (Number.isNaN(value)) hand.refuse(words.text('goal.notANumber', { text: this.#typed.value }));
      else hand.change({ share: value });
    });
    this.#typed.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') this.#slider.focus();
    });
  }

  focus(): void {
    this.from.focus();
  }

  show({ from, to, share }: Assist, cells: readonly { id: string; name: string }[]): void {
    this.#offer(cells);
    this.from.value = from;
    this.to.value = to;
    this.#slider.value = String(share);
    const said = this.#words.share(share);
    if (this.#typed !== document.activeElement) this.#typed.value = said;
    this.#slider.setAttribute('aria-valuetext', said);
    const names = { from: this.#words.cell(from), to: this.#words.cell(to) };
    this.from.setAttribute('aria-label', this.#words.text('assists.from', names));
    this.to.setAttribute('aria-label', this.#words.text('assists.to', names));
    for (const input of [this.#slider, this.#typed]) input.setAttribute('aria-label', this.#words.text('assists.share', names));
    this.remover.setAttribute('aria-label', this.#words.text('assists.removeOf', names));
  }

  #offer(cells: readonly { id: string; name: string }[]): void {
    const names = cells.map(({ name }) => name).join();
    if (names === this.#shown) return;
    this.#shown = names;
    for (const select of [this.from, this.to]) select.replaceChildren(...cells.map(({ id, name }) => make('option', { value: id }, name)));
  }
}
