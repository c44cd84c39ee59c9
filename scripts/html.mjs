// Shared by the scripts that write HTML.

/** Escapes text content or an attribute value in double quotes, for HTML and XML. */
export function escapeHtml(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
