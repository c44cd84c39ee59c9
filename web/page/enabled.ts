/** A button that has nothing to do keeps the focus: who has just pressed it goes on from there. */
export function setEnabled(button: HTMLButtonElement, enabled: boolean): void {
  button.setAttribute('aria-disabled', String(!enabled));
}
