// Revenue as the sum of its terms, with the scenario's numbers, and what changed
// it.
import { make, setChildren, setText } from '../dom/dom';
import type { Form } from './form';
import { detailsOf } from './shown';
import { word } from './words';

class Term {
  readonly element: HTMLElement;
  #name: HTMLElement;
  #text: HTMLOutputElement;

  constructor(form: Form, cell: string) {
    const id = `${form.prefix}${cell}/term`;
    const [, kind] = cell.split('.');
    this.#name = make('span', { id });
    this.#text = make('output', { 'aria-labelledby': id, 'aria-live': 'off' });
    this.element = make('li', {},
      make('div', { class: 'term-name' }, make('span', { class: 'swatch', 'data-kind': kind }), this.#name), this.#text);
  }

  update(hue: number, name: string, formula: string): void {
    this.element.dataset.hue = String(hue);
    setText(this.#name, name);
    setText(this.#text, formula);
  }
}

export class FormulaSection {
  readonly element: HTMLElement;
  #form: Form;
  #heading = make('h2');
  #sum = make('output', { class: 'sum', 'aria-live': 'off' });
  #list = make('ul', { class: 'terms' });
  #averages = make('p');
  #why = make('p', { class: 'muted steady' });
  #independence = make('p', { class: 'muted' });
  #terms = new Map<string, Term>();

  constructor(form: Form) {
    this.#form = form;
    this.#heading.id = `${form.prefix}formula`;
    this.#sum.setAttribute('aria-labelledby', this.#heading.id);
    this.element = make('section', { class: 'formula card', 'data-part': 'formula' },
      make('div', { class: 'headline' }, this.#heading, this.#sum), this.#list, this.#averages, this.#why, this.#independence);
  }

  update(): void {
    const { session } = this.#form;
    const { language, shown: { total }, later: { sentences } } = session;
    setText(this.#heading, word(language, 'ui.formulaTitle'));
    setText(this.#sum, `= ${detailsOf(total.revenue).text}`);
    this.#updateTerms();
    setText(this.#averages, sentences.averages);
    setText(this.#why, session.changeOfRevenue());
    setText(this.#independence, word(language, 'ui.independence'));
  }

  #updateTerms(): void {
    const { shown: { media, cells }, later } = this.#form.session;
    const terms = cells.map(({ id, name }, at) => {
      let term = this.#terms.get(id);
      if (!term) this.#terms.set(id, term = new Term(this.#form, id));
      term.update(media[Math.floor(at / 2)].hue, name, later.cells[at].formula);
      return term.element;
    });
    for (const id of this.#terms.keys()) if (!cells.some((cell) => cell.id === id)) this.#terms.delete(id);
    setChildren(this.#list, terms);
  }
}
