/** A picture drawn by the engine, as an element. */
export function svgElement(source: string): SVGElement {
  const { documentElement } = new DOMParser().parseFromString(source, 'image/svg+xml');
  return document.importNode(documentElement, true) as unknown as SVGElement;
}
