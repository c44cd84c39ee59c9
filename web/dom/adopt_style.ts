// Adds a style sheet to a document or a shadow root. A constructed sheet works
// even where the page's security policy forbids <style>.
const sheets = new Map<string, CSSStyleSheet>();

export function adoptStyle(root: Document | ShadowRoot, css: string): void {
  if (!root.adoptedStyleSheets) { // WebKit before 16.4
    const style = document.createElement('style');
    style.textContent = css;
    const parent = root instanceof Document ? root.head : root;
    if (![...parent.querySelectorAll('style')].some(({ textContent }) => textContent === css)) parent.append(style);
    return;
  }
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
