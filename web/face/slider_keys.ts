// The keys of a slider: Home and End go to its ends, arrows and pages move it by one
// step or, with Shift, by a large one. A digit opens its number.

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
const LARGE_STEP = 10;
const ENDS: Record<string, number> = { Home: 0, End: 1 };

/** Whether the key is the beginning of a number. */
export const beginsNumber = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && /^[\d０-９.]$/.test(key);

/** `position` is that on the slider, 0..1. Undefined for every other key. */
export type SliderMove = { steps: number } | { position: number } | undefined;

export function sliderMove({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): SliderMove {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (Object.hasOwn(ENDS, key)) return { position: ENDS[key] };
  if (!Object.hasOwn(STEPS, key)) return undefined;
  const steps = STEPS[key];
  return { steps: shiftKey ? Math.sign(steps) * LARGE_STEP : steps };
}
