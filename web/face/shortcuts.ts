// Undo and redo by keyboard, except in text fields, which have their own.
import { isTextField } from '../dom/dom';

/** Listens while the focus is inside one of `hosts`. */
export function listenForUndo(hosts: HTMLElement[], undo: () => void, redo: () => void, signal: AbortSignal): void {
  const act = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
    if (isTextField(event)) return;
    const key = event.key.toLowerCase();
    if (key === 'z') (event.shiftKey ? redo : undo)();
    else if (key === 'y' && event.ctrlKey && !event.shiftKey) redo();
    else return;
    event.preventDefault();
  };
  for (const host of hosts) host.addEventListener('keydown', act, { signal });
}
