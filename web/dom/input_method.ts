/** Whether the input method handles this key. WebKit tells only by the legacy key code. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
