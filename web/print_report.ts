// What is printed instead of the calculator: scenario, results, charts, reasons
// and the link on one page. Made when the browser is about to print.
import type { Table } from './app_module';
import type { Session } from './calculator_view';
import type { Explanations } from './engine/index.d.ts';
import { make } from './make';
import { pageAddress } from './page_address';
import { svgElement } from './svg';
import { text, type Language } from './texts';

const CHARTS = ['quadrant', 'matrix'] as const;
const CHART_SIZE = [480, 360] as const;
const MOST_REASONS = 8;

function table({ columns, rows }: Table): HTMLTableElement {
  const row = (first: string, values: string[], tag: 'td' | 'th') =>
    make('tr', {}, make('th', { scope: tag === 'th' ? 'col' : 'row' }, first), ...values.map((value) => make(tag, {}, value)));
  return make('table', {},
    make('thead', {}, row('', columns, 'th')),
    make('tbody', {}, ...rows.map(({ name, values }) => row(name, values, 'td'))));
}

function report(session: Session, language: Language): HTMLElement {
  const { revenue, concentration, cells } = JSON.parse(session.explain()) as Explanations;
  const link = pageAddress(session.link());
  // More would not fit on the page.
  const reasons = cells.length > MOST_REASONS ? [] : cells.map(({ sentence }) => sentence);
  return make('section', { class: 'print-report' },
    make('h1', {}, session.title() || text(language, 'header.untitled')),
    make('p', {}, revenue),
    table(JSON.parse(session.table()) as Table),
    make('div', { class: 'print-charts' }, ...CHARTS.map((chart) => svgElement(session.svg(chart, ...CHART_SIZE, 'light')))),
    make('ul', {}, ...[...reasons, concentration].map((sentence) => make('li', {}, sentence))),
    make('p', {}, make('a', { href: link }, link)));
}

/** Keeps a report in `host` while something is printed; its style sheet shows it on paper only. */
export class PrintReport {
  #shown: HTMLElement | undefined;

  constructor(host: HTMLElement, session: () => Session, language: () => Language, signal: AbortSignal) {
    addEventListener('beforeprint', () => {
      this.#shown?.remove();
      this.#shown = report(session(), language());
      host.append(this.#shown);
    }, { signal });
    addEventListener('afterprint', () => this.#shown?.remove(), { signal });
  }
}
