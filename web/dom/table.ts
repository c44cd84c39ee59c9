import { make } from './dom';

/** Formatted texts; the names of rows and columns are theirs. */
export interface Table {
  columns: string[];
  rows: { name: string; values: string[] }[];
}

/** The complete table as an element: a header row, then the rows. */
export function tableElement({ columns, rows }: Table): HTMLTableElement {
  return make('table', {},
    make('thead', {}, make('tr', {}, make('td'), ...columns.map((column) => make('th', { scope: 'col' }, column)))),
    make('tbody', {}, ...rows.map(({ name, values }) =>
      make('tr', {}, make('th', { scope: 'row' }, name), ...values.map((value) => make('td', {}, value))))));
}
