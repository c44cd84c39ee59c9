// Elements: making and finding them, and updates that leave the DOM alone when
// nothing has changed.

export { make, setAttribute } from './make';

/** The element of the page with this id; it is there. */
export function element<Type extends HTMLElement = HTMLElement>(id: string): Type {
  return document.getElementById(id) as Type;
}

// Asking an element for its text takes longer than everything else here.
const texts = new WeakMap<Element, string>();

/** The element's text is set by nobody else. */
export function setText(element: Element, text: string): void {
  if (texts.get(element) === text) return;
  texts.set(element, text);
  element.textContent = text;
}

/** Puts the children into this order and removes others; the focus stays on children that remain. */
export function setChildren(parent: Element, children: readonly Element[]): void {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
}

/** Uses aria-disabled, so that a button keeps the focus after the press that disables it. */
export function setEnabled(button: HTMLButtonElement, enabled: boolean): void {
  button.setAttribute('aria-disabled', String(!enabled));
}

/** Whether the event is that of a text field, also in a shadow root. */
export function isTextField(event: Event): boolean {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement) return target.type !== 'range' && target.type !== 'radio';
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
