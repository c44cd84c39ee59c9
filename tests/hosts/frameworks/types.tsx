/// <reference path="./sextant/sextant-element.d.ts" />
import { useRef } from 'react';
import type { SextantCalculator } from './sextant/sextant-element.js';

export function Article() {
  const calculator = useRef<SextantCalculator>(null);
  return <sextant-calculator ref={calculator} scenario={{ cells: [{ id: 'social.paid', visits: 7 }] }} view="quadrant" story={3}
    onsextant-change={({ detail }) => detail.report.total.revenue.toFixed()} onsextant-error={({ detail: { code } }) => code === 'refused'} />;
}

// @ts-expect-error there is no such view
export const wrong = <sextant-calculator view="quadrants" />;
