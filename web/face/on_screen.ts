import type { Place } from './calculator_view';

/** The place itself, if its middle is in the window. */
export function onScreen(place: Place): Place | null {
  const { x, y } = place;
  return x >= 0 && y >= 0 && x < innerWidth && y < innerHeight ? place : null;
}
