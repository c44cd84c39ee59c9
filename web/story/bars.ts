// Bars for what no chart shows: each is a row with a name, parts, and a text.
import { make, setChildren, setText } from '../dom/dom';

export interface Part {
  /** Position of the medium, for its colour. */
  hue: number;
  organic?: boolean;
  value: number;
  /** Only its outline is shown. */
  lost?: boolean;
}

export interface BarRow {
  id: string;
  name: string;
  parts: Part[];
  text: string;
}

export interface Legend {
  hue: number;
  name: string;
}

export class Bars {
  #list = make('ul');
  #legend = make('p');
  readonly element = make('div', { class: 'bars' }, this.#list, this.#legend);
  #rows = new Map<string, [row: HTMLLIElement, name: HTMLElement, track: HTMLElement, text: HTMLElement]>();

  /** Each bar is as long as the sum of its parts; the longest fills its row. */
  show(rows: readonly BarRow[], legend: readonly Legend[] = []): void {
    const lengthOf = ({ parts }: BarRow) => parts.reduce((sum, { value }) => sum + value, 0);
    const longest = Math.max(...rows.map(lengthOf));
    setChildren(this.#list, rows.map((row) => {
      const [element, name, track, text] = this.#rowOf(row.id);
      setText(name, row.name);
      setText(text, row.text);
      while (track.children.length < row.parts.length) track.append(make('i'));
      row.parts.forEach(({ hue, organic, value, lost }, at) => {
        const part = track.children[at] as HTMLElement;
        Object.assign(part.dataset, { hue, kind: organic ? 'organic' : 'paid' });
        part.classList.toggle('lost', !!lost);
        part.style.width = `${longest ? 100 * value / longest : 0}%`;
      });
      return element;
    }));
    while (this.#legend.children.length < legend.length) this.#legend.append(make('span', {}, make('i'), make('span')));
    this.#legend.hidden = !legend.length;
    legend.forEach(({ hue, name }, at) => {
      const [swatch, words] = this.#legend.children[at].children;
      (swatch as HTMLElement).dataset.hue = String(hue);
      setText(words, name);
    });
  }

  #rowOf(id: string) {
    let row = this.#rows.get(id);
    if (!row) {
      const [name, track, text] = ['name', 'track', 'text'].map((part) => make('span', { class: part }));
      this.#rows.set(id, row = [make('li', {}, name, track, text), name, track, text]);
    }
    return row;
  }
}
