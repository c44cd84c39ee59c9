// The inside of a table of numbers.
import { adoptStyle } from '../dom/adopt_style';
import { tableElement, type Table } from '../dom/table';
import css from './table_box.css?text';

/** `table`: JSON text of a Table. */
export function fillTable(box: HTMLElement, table: string): void {
  adoptStyle(box.getRootNode() as Document | ShadowRoot, css);
  box.replaceChildren(tableElement(JSON.parse(table) as Table));
}
