// Where the labels and results of a face are. The canvas has them in its mirror, at the places where it draws them.
import { definitionOf } from './definitions';

export interface Label {
  /** Its definition, if there is one of that name. */
  definition: string;
  /** In full: "Cost per acquisition (CPA)". */
  name: string;
  /** Why it has no value; may be empty. */
  reason: string;
  /** What the definition must not cover, in client pixels. */
  box: DOMRect;
  /** The control or the result that has the name. */
  control: Element;
}

// A heading is as high as everything under it; its words are at the top.
const HEADING_HEIGHT = 40;

/** Without what it is of: "Social · Paid · Profit". */
const lastOf = (name: string): string => name.split(' · ').at(-1)!;

function nameOf(control: Element): string {
  const [by] = control.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const label = by ? (control.getRootNode() as Document | ShadowRoot).getElementById(by)?.textContent : undefined;
  return lastOf(label ?? control.getAttribute('aria-label') ?? control.textContent ?? '');
}

const isIn = ({ left, top, right, bottom }: DOMRect, x: number, y: number): boolean => x >= left && x < right && y >= top && y < bottom;

const isSame = (a: DOMRect, b: DOMRect | undefined): boolean =>
  !!b && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const areaOf = ({ width, height }: DOMRect): number => width * height;

// --- The canvas ---

function labelOfNode(node: HTMLElement, box: DOMRect): Label {
  const control = node.querySelector('output') ?? node;
  return { definition: definitionOf(node.dataset.id!), name: nameOf(control), reason: node.dataset.reason ?? '', box, control };
}

/** At a point of the canvas, where it does not react to a press there. */
function onCanvas(mirror: Element, x: number, y: number): Label | undefined {
  const nodes = [...mirror.querySelectorAll<HTMLElement>('[data-id]')];
  const boxes = new Map(nodes.map((node) => [node, node.getBoundingClientRect()]));
  const stuck = mirror.querySelector('.mirror-stuck')!;
  const cards = new Map(nodes.filter(({ tagName }) => tagName === 'H2').map((node) => [node.dataset.id, boxes.get(node)!]));
  const found = nodes.filter((node) => {
    const box = boxes.get(node)!;
    // What is not drawn on its own has the place of its group; a card has a label beside what else is in its heading.
    const isDrawn = node.tagName === 'H2' ? y < box.top + HEADING_HEIGHT && !node.dataset.id!.includes('.') : !isSame(box, cards.get(node.closest('section')?.dataset.group));
    return isDrawn && isIn(box, x, y);
  }).reduce<HTMLElement | undefined>((best, node) => {
    const isNearer = !best || stuck.contains(node) || (!stuck.contains(best) && areaOf(boxes.get(node)!) < areaOf(boxes.get(best)!));
    return isNearer ? node : best;
  }, undefined);
  if (!found) return undefined;
  const box = boxes.get(found)!;
  return labelOfNode(found, found.tagName === 'H2' ? new DOMRect(box.x, box.y, box.width, HEADING_HEIGHT) : box);
}

// --- The form ---

function inForm(element: Element): Label | undefined {
  const row = element.closest<HTMLElement>('[data-field]');
  const result = element.closest<HTMLElement>('[data-result]');
  const title = element.closest<HTMLElement>('h2, h3');
  if (row) {
    const control = element.matches('input') ? element : row.querySelector('[type=text], select')!;
    return { definition: definitionOf(row.dataset.field!), name: control.matches('select') ? row.firstElementChild!.textContent! : nameOf(control), reason: '', box: row.getBoundingClientRect(), control };
  }
  if (result) {
    const output = result.querySelector('output');
    const name = output ? nameOf(output) : result.firstElementChild!.textContent!;
    const reason = result.querySelector('.unseen')?.textContent ?? '';
    return { definition: definitionOf(result.dataset.result!), name, reason, box: result.getBoundingClientRect(), control: output ?? result };
  }
  const part = title?.closest<HTMLElement>('[data-part]');
  if (!title || !part) return undefined;
  return { definition: definitionOf(title.dataset.term ?? part.dataset.part!), name: title.textContent!, reason: '', box: title.getBoundingClientRect(), control: title };
}

/** What a pointer rests on, or has tapped; not a control, which reacts in another way. */
export function labelAt(root: Element, target: Element, { clientX, clientY }: MouseEvent): Label | undefined {
  if (target.matches('canvas')) return onCanvas(root.querySelector('.mirror')!, clientX, clientY);
  return target.matches('input, select, button, [title]') ? undefined : inForm(target);
}

export function labelOf(control: Element): Label | undefined {
  return control.closest('.mirror') ? labelOfNode(control as HTMLElement, control.getBoundingClientRect()) : inForm(control);
}
