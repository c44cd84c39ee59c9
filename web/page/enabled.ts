/** Uses aria-disabled, so that a button keeps the focus after the press that disables it. */
export function setEnabled(button: HTMLButtonElement, enabled: boolean): void {
  button.setAttribute('aria-disabled', String(!enabled));
}
