// How many columns fit. Of the form's own width, not the window's: it may be a
// guest in a narrow column of a wide page.

const ARRANGEMENTS = [
  { name: 'phone', upTo: 600 },
  { name: 'tablet', upTo: 1000 },
  { name: 'desk', upTo: 1200 },
  // The totals beside everything else.
  { name: 'wide', upTo: Infinity },
];

export function arrangementFor(width: number): string {
  return ARRANGEMENTS.find(({ upTo }) => width < upTo)!.name;
}
