// The cells with the assists between them as arrows: a row per medium, organic left and paid right. Arrows are as thick as
// their share, and go through the middle.
import type { Assist } from './assists';

const WIDTH = 480;
const ROW = 60;
const BOX = { width: 176, height: 48 };
const PORT = 9; // arrows leave above the middle of a box and arrive below it
const HEAD = 12;
const BEND = 66;
const THICKEST = 8;

function draw(tag: string, attributes: Record<string, string | number>, ...children: (Element | string)[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** `cells`: ids and names, organic before paid; a name is "medium · kind". `label` says what the arrows say. */
export function assistPicture(cells: readonly { id: string; name: string }[], assists: readonly Assist[], label: string): SVGElement {
  const isPaid = (at: number) => at % 2 === 1;
  const middle = (at: number) => (at >> 1) * ROW + ROW / 2;

  function box(name: string, at: number): SVGElement[] {
    const x = isPaid(at) ? WIDTH - BOX.width : 0;
    const parts = name.split(' · ');
    const lines = [parts.slice(0, -1).join(' · ') || name, ...parts.slice(-1)].slice(0, parts.length);
    return [
      draw('rect', { x: x + 0.5, y: middle(at) - BOX.height / 2, width: BOX.width - 1, height: BOX.height, rx: 8 }),
      ...lines.map((line, row) => draw('text', {
        x: x + BOX.width / 2, y: middle(at) + 5 + (row - (lines.length - 1) / 2) * 18, 'text-anchor': 'middle',
      }, line)),
    ];
  }

  function arrow({ from, to, share }: Assist): SVGElement[] {
    const place = (id: string) => cells.findIndex((cell) => cell.id === id);
    // The edge of a box, and which way the middle is.
    const port = (at: number) => isPaid(at) ? { x: WIDTH - BOX.width, inward: -1 } : { x: BOX.width, inward: 1 };
    const [begin, end] = [place(from), place(to)];
    const [out, into] = [port(begin), port(end)];
    const [y, toY] = [middle(begin) - PORT, middle(end) + PORT];
    const width = 1.5 + THICKEST * share;
    const [tip, base] = [into.x, into.x + into.inward * HEAD];
    const half = Math.max(5, width);
    return [
      draw('path', {
        d: `M${out.x} ${y}C${out.x + out.inward * BEND} ${y} ${base + into.inward * BEND} ${toY} ${base} ${toY}`, 'stroke-width': width,
      }),
      draw('polygon', { points: `${tip},${toY} ${base},${toY - half} ${base},${toY + half}` }),
    ];
  }

  return draw('svg', { viewBox: `0 0 ${WIDTH} ${Math.ceil(cells.length / 2) * ROW}`, role: 'img', 'aria-label': label, class: 'assist-arrows' },
    ...cells.flatMap(({ name }, at) => box(name, at)), ...assists.filter(({ share }) => share > 0).flatMap(arrow));
}
