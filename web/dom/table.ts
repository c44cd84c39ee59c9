import type { Table } from '../canvas/app_module';
import { make } from './make';

/** The complete table as an element: a header row, then the rows. */
export function tableElement({ columns, rows }: Table): HTMLTableElement {
  return make('table', {},
    make('thead', {}, make('tr', {}, make('td'), ...columns.map((column) => make('th', { scope: 'col' }, column)))),
    make('tbody', {}, ...rows.map(({ name, values }) =>
      make('tr', {}, make('th', { scope: 'row' }, name), ...values.map((value) => make('td', {}, value))))));
}
