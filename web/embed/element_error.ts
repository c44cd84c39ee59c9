// How an element tells its page what it could not do.
import type { Refusal } from '../calculator/api';

/** The `detail` of a `sextant-error` event; `code` is 'notLoaded' when the calculator could not load, 'languageNotLoaded' when it keeps its language. */
export type ElementError = Pick<Refusal, 'code' | 'message'>;

export function tellError(element: Element, detail: ElementError): void {
  element.dispatchEvent(new CustomEvent<ElementError>('sextant-error', { bubbles: true, composed: true, detail }));
}
