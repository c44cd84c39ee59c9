// How many columns fit, by the form's own width and not the window's: the form may
// be in a narrow column of a wide page.

const ARRANGEMENTS = [
  { name: 'phone', upTo: 600 },
  { name: 'tablet', upTo: 1000 },
  // The quadrants beside the cells.
  { name: 'desk', upTo: Infinity },
];

export function arrangementFor(width: number): string {
  return ARRANGEMENTS.find(({ upTo }) => width < upTo)!.name;
}
