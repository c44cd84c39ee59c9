// Light or dark: what the address asks for, else what the reader's system
// prefers, as long as it does.
import { element } from './elements';
import type { Theme } from './query';

export class Appearance {
  choice: Theme | 'auto';
  onchange: ((theme: Theme) => void) | undefined;
  #dark = matchMedia('(prefers-color-scheme: dark)');

  constructor(choice: Theme | 'auto') {
    this.choice = choice;
    this.#dark.addEventListener('change', () => this.#show());
    this.#show();
  }

  get theme(): Theme {
    return this.choice === 'auto' ? this.#system : this.choice;
  }

  /** Changes over; answers what `?theme=` has to be, '' when it is the system's own. */
  toggle(): string {
    const theme = this.theme === 'dark' ? 'light' : 'dark';
    this.choice = theme === this.#system ? 'auto' : theme;
    this.#show();
    return this.choice === 'auto' ? '' : theme;
  }

  get #system(): Theme {
    return this.#dark.matches ? 'dark' : 'light';
  }

  #show(): void {
    const { theme } = this;
    document.documentElement.dataset.theme = theme;
    element('theme').setAttribute('aria-checked', String(theme === 'dark'));
    this.onchange?.(theme);
  }
}
