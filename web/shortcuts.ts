// Undo and redo by keyboard, where no text field has its own.

function isTextField(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'range' && target.type !== 'radio';
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/** Listens while the focus is inside one of `hosts` or nowhere in particular. */
export function listenForUndo(hosts: HTMLElement[], undo: () => void, redo: () => void, signal: AbortSignal): void {
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
    const path = event.composedPath();
    if (isTextField(path[0]) || (path[0] !== document.body && !hosts.some((host) => path.includes(host)))) return;
    const key = event.key.toLowerCase();
    if (key === 'z') (event.shiftKey ? redo : undo)();
    else if (key === 'y' && event.ctrlKey && !event.shiftKey) redo();
    else return;
    event.preventDefault();
  }, { signal });
}
