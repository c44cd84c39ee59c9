// Printed instead of the calculator: scenario, results, charts, explanations and
// the link on one page. Created when the browser is about to print.
import css from './print_report.css?text';
import { adoptStyle } from '../dom/adopt_style';
import type { Explained, OwnChart, Session } from '../face/session';
import { make } from '../dom/dom';
import { pageAddress } from '../face/page_address';
import { svgElement } from '../dom/svg';
import { tableElement, type Table } from '../dom/table';
import type { Language } from '../dom/language';
import { text } from '../dom/texts';

const CHART_WIDTH = 480;
// More would not fit on the page.
const MOST_CELLS_WITH_REASONS = 8;
const MOST_CELLS_WITH_ALL_CHARTS = 6;

/** Undefined while the session is not complete. */
function report(session: Session, language: Language): HTMLElement | undefined {
  const { revenue, concentration, cells, customer, flywheel, momentum } = JSON.parse(session.explain()) as Explained;
  if (!revenue) return undefined;
  const link = pageAddress(session.link());
  const reasons = cells.length > MOST_CELLS_WITH_REASONS ? [] : cells.map(({ sentence }) => sentence);
  const many = cells.length > MOST_CELLS_WITH_ALL_CHARTS;
  const chart = (name: OwnChart, height: number) => svgElement(session.svg(name, CHART_WIDTH, height, 'light'));
  return make('section', { class: many ? 'print-report many' : 'print-report' },
    make('h1', {}, session.title() || text(language, 'header.untitled')),
    make('p', {}, revenue),
    tableElement(JSON.parse(session.table()) as Table),
    make('div', { class: 'print-charts' }, chart('quadrant', 360), chart('matrix', 360)),
    make('ul', {}, ...[...reasons, concentration].map((sentence) => make('li', {}, sentence))),
    make('ul', {}, ...[customer, flywheel, momentum].map((sentence) => make('li', {}, sentence))),
    make('p', {}, make('a', { href: link }, link)));
}

/** Keeps a report in `host` while printing; the style sheet shows it only on paper. */
export class PrintReport {
  #shown: HTMLElement | undefined;

  constructor(host: HTMLElement, session: () => Session, language: () => Language, signal: AbortSignal) {
    adoptStyle(host.getRootNode() as Document | ShadowRoot, css);
    const show = (shown: HTMLElement | undefined) => {
      this.#shown?.remove();
      this.#shown = shown;
      host.toggleAttribute('data-printed', !!shown);
      if (shown) host.append(shown);
    };
    addEventListener('beforeprint', () => show(report(session(), language())), { signal });
    addEventListener('afterprint', () => show(undefined), { signal });
  }
}
