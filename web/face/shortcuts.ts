// Undo and redo by keyboard, except in text fields, which have their own.

function isTextField(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'range' && target.type !== 'radio';
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/** Listens while the focus is inside one of `hosts`. */
export function listenForUndo(hosts: HTMLElement[], undo: () => void, redo: () => void, signal: AbortSignal): void {
  const act = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
    if (isTextField(event.composedPath()[0])) return;
    const key = event.key.toLowerCase();
    if (key === 'z') (event.shiftKey ? redo : undo)();
    else if (key === 'y' && event.ctrlKey && !event.shiftKey) redo();
    else return;
    event.preventDefault();
  };
  for (const host of hosts) host.addEventListener('keydown', act, { signal });
}
