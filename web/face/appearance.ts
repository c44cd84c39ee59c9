// Light or dark: as chosen, otherwise as the reader's system prefers, also when
// that changes. With more contrast if the system asks for it.
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

  /** Switches the theme; the choice becomes 'auto' when it equals the system's. */
  toggle(): void {
    const dark = !this.dark;
    this.choice = dark === this.#dark.matches ? 'auto' : dark ? 'dark' : 'light';
  }
}
