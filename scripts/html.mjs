// What scripts that write HTML share.

/** As text or as the value of an attribute in double quotes; XML takes it, too. */
export function escapeHtml(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
