// A few sliders below a picture, chosen by whoever shows them: a step of the story.
import { make, setChildren, setText } from '../dom/dom';
import { adoptStyle } from '../dom/adopt_style';
import type { Form, Part } from './form';
import css from './handles.css?text';
import { NumberRow } from './number_row';

export class Handles implements Part {
  readonly element = make('section', { class: 'handles' });
  #form: Form;
  #heading = make('h3');
  #cell: string | undefined;
  #rows: NumberRow[] = [];

  constructor(form: Form) {
    this.#form = form;
    adoptStyle(form.element.getRootNode() as Document | ShadowRoot, css);
  }

  /** `paths`: "social.paid/visits", "retention.churn"; those of cells are of one cell. */
  setPaths(paths: readonly string[]): void {
    const addresses = paths.map((path) => {
      const [field, cell] = path.split('/').reverse();
      return { field, cell };
    });
    this.#cell = addresses[0]?.cell;
    this.element.hidden = !paths.length;
    this.#rows = addresses.map((address) => new NumberRow(this.#form, address, `${this.#form.prefix}handle/`));
    setChildren(this.element, [this.#heading, ...this.#rows.map(({ element }) => element)]);
  }

  update(): void {
    const { media, cells } = this.#form.session.shown;
    const at = cells.findIndex(({ id }) => id === this.#cell);
    const name = cells[at]?.name ?? '';
    setText(this.#heading, name);
    this.#heading.hidden = !name;
    if (name) this.element.dataset.hue = String(media[at >> 1].hue);
    for (const row of this.#rows) row.update(name);
  }
}
