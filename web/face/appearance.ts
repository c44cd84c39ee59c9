// Light or dark: what was asked for, else what the reader's system prefers, as
// long as it does. With more contrast for who has asked their system for it.
import type { Theme, ThemeChoice } from './query';

export class Appearance {
  onchange: ((theme: Theme) => void) | undefined;
  #choice: ThemeChoice;
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #contrast = matchMedia('(prefers-contrast: more)');

  constructor(choice: ThemeChoice, signal: AbortSignal) {
    this.#choice = choice;
    for (const preference of [this.#dark, this.#contrast]) {
      preference.addEventListener('change', () => this.onchange?.(this.theme), { signal });
    }
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  set choice(choice: ThemeChoice) {
    this.#choice = choice;
    this.onchange?.(this.theme);
  }

  get dark(): boolean {
    return this.#choice === 'auto' ? this.#dark.matches : this.#choice === 'dark';
  }

  get theme(): Theme {
    return `${this.dark ? 'dark' : 'light'}${this.#contrast.matches ? '-contrast' : ''}`;
  }

  /** Changes over; the choice is 'auto' when it is the system's own again. */
  toggle(): void {
    const dark = !this.dark;
    this.choice = dark === this.#dark.matches ? 'auto' : dark ? 'dark' : 'light';
  }
}
