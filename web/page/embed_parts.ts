// The parts of the calculator as the embed dialog shows them to choose from.
import { svgElement } from '../dom/svg';
import { make } from '../dom/dom';
import type { View } from '../face/query';
import type { OwnChart, Session } from '../face/session';

/** No part is higher by default, in CSS pixels: then an article shows it whole on a phone. */
export const MAXIMUM_HEIGHT = 640;

const SIZE = { width: 300, height: 180 };
const ICON = `viewBox="0 0 ${SIZE.width} ${SIZE.height}" fill="currentColor" stroke="currentColor" stroke-width="0"`;
const bars = (...rects: readonly string[]) => rects.map((rect) => {
  const [x, y, width, height] = rect.split(' ');
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`;
}).join('');
const slider = (y: number, x: number) => `<g opacity=".4">${bars(`60 ${y - 4} 180 8`)}</g><circle cx="${x}" cy="${y}" r="14"/>`;

/** The engine's chart of the part, of the reader's own scenario, or the inside of a simple picture. */
const PICTURES: Record<View, { chart: OwnChart } | { icon: string }> = {
  all: { icon: `${bars('30 20 240 24')}<g opacity=".4">${bars('30 60 130 16', '30 90 130 16', '30 120 130 16', '30 150 130 16')}</g><g opacity=".2">${bars('176 60 94 106')}</g><circle cx="206" cy="96" r="14"/><circle cx="240" cy="130" r="20"/>` },
  kpi: { icon: `<g opacity=".4">${bars('40 34 50 10', '130 34 50 10', '220 34 50 10', '40 104 50 10', '130 104 50 10', '220 104 50 10')}</g>${bars('40 54 60 20', '130 54 60 20', '220 54 50 20', '40 124 60 20', '130 124 50 20', '220 124 60 20')}` },
  cells: { icon: slider(45, 130) + slider(90, 200) + slider(135, 100) },
  quadrant: { chart: 'quadrant' },
  drag: { icon: `<g opacity=".2">${bars('40 14 220 84')}</g><circle cx="110" cy="66" r="14"/><circle cx="180" cy="44" r="20"/>${slider(122, 120)}${slider(156, 190)}` },
  matrix: { chart: 'matrix' },
  formula: { icon: '<text x="150" y="106" text-anchor="middle" font-size="44" font-weight="600">F × R × V</text>' },
  shocks: { icon: `<g opacity=".4">${bars('50 40 60 110')}</g>${bars('190 90 60 60')}<path d="M122 60 L170 84 M170 84 l-6 -18 M170 84 l-19 4" fill="none" stroke-width="8" stroke-linecap="round"/>` },
  wheel: { chart: 'wheel' },
  flywheel: { icon: `<path d="M90 45 A45 45 0 1 1 46 100 M46 100 l-14 -18 M46 100 l18 -14" fill="none" stroke-width="14" stroke-linecap="round"/>${bars('170 36 90 16')}<g opacity=".4">${bars('170 66 90 10', '170 90 90 10')}</g><path d="M170 150 L200 140 L230 124 L262 96" fill="none" stroke-width="8" stroke-linecap="round"/>` },
  remarketing: { icon: `<circle cx="60" cy="50" r="14"/><g opacity=".2"><circle cx="100" cy="50" r="14"/><circle cx="140" cy="50" r="14"/><circle cx="60" cy="90" r="14"/><circle cx="140" cy="90" r="14"/></g><circle cx="100" cy="90" r="14"/><path d="M190 60 H226 a32 32 0 0 1 0 64 H80 M80 124 l16 -14 M80 124 l16 14" fill="none" stroke-width="8" stroke-linecap="round"/>` },
  story: { icon: `<g opacity=".4">${bars('30 130 240 10')}</g>${[0, 1, 2, 3, 4, 5, 6].map((at) => `<circle cx="${54 + at * 32}" cy="50" r="${at ? 8 : 12}" opacity="${at ? 0.4 : 1}"/>`).join('')}<text x="150" y="112" text-anchor="middle" font-size="40" font-weight="600">?</text>` },
};

/** The part as it looks with the session's scenario. */
export function drawPart(view: View, theme: 'light' | 'dark', session: Session): Element {
  const picture = PICTURES[view];
  if ('icon' in picture) return svgElement(`<svg xmlns="http://www.w3.org/2000/svg" ${ICON} aria-hidden="true">${picture.icon}</svg>`);
  // As an image, it has its identifiers and its text to itself.
  const image = make('img', { alt: '' });
  const draw = () => {
    const source = session.svg(picture.chart, SIZE.width, SIZE.height, theme);
    if (source) image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
  };
  draw();
  if (!image.src) session.complete?.().then(draw, () => undefined); // the part has its name
  return image;
}
