// Icons on buttons; the accessible name is set on the button.

const PATHS = {
  pencil: 'M4 16l1-4 8-8 3 3-8 8-4 1zM11.5 5.5l3 3',
  cross: 'M5 5l10 10M15 5L5 15',
};

export function icon(name: keyof typeof PATHS): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
