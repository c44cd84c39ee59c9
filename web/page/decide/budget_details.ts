// What is behind "Where the money goes" for who asks: how visits follow spend, which bound holds a cell, and a check of the
// answer that does not use how it was found.
import { make, setText } from '../../dom/dom';
import { svgElement } from '../../dom/svg';
import type { Scenario } from '../../engine/index.d.ts';
import type { Allocation, CellAllocation } from '../../engine/tools';
import { type Details, makeSentence, type Wording } from './part';

const WIDTH = 160;
const HEIGHT = 72;
const POINTS = 32;
const MOST = 3; // times today's spend, as the panel's answer goes
const SPLITS = 10_000;

/** A paid cell whose visits follow its spend. */
const canMove = ({ bound }: CellAllocation) => bound !== 'fixed';
const elasticityOf = ({ averageRoas, marginalRoas }: CellAllocation) => marginalRoas.before! / averageRoas.before!;
const visitsAt = (cell: CellAllocation, spend: number) => cell.visits.before * (spend / cell.spend.before) ** elasticityOf(cell);

/** Visits by spend, with today's point and the best. */
function curve(cell: CellAllocation, label: string): SVGElement {
  const most = Math.max(MOST * cell.spend.before, cell.spend.after);
  const x = (spend: number) => WIDTH * spend / most;
  const y = (visits: number) => HEIGHT - HEIGHT * visits / visitsAt(cell, most);
  const line = Array.from({ length: POINTS + 1 }, (_, i) => i * most / POINTS).map((spend) => `${x(spend)},${y(visitsAt(cell, spend))}`);
  const dot = ({ spend, visits }: { spend: number; visits: number }, name: string) => `<circle class="${name}" cx="${x(spend)}" cy="${y(visits)}" r="5"/>`;
  const svg = svgElement(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 ${WIDTH + 12} ${HEIGHT + 12}" role="img"><polyline points="${line.join(' ')}"/>
    ${dot({ spend: cell.spend.before, visits: cell.visits.before }, 'before')}${dot({ spend: cell.spend.after, visits: cell.visits.after }, 'after')}</svg>`);
  svg.setAttribute('aria-label', label);
  return svg;
}

/** How visits of each paid cell follow its spend. */
export function makeCurves(words: Wording, found: () => Allocation): Details {
  const why = makeSentence();
  const curves = make('div', { class: 'curves' });
  const money = (value: number) => words.amount('cpa', value);

  function makeFigure(cell: CellAllocation): HTMLElement {
    const average = (when: 'before' | 'after') => cell.visits[when] ? money(cell.spend[when] / cell.visits[when]) : '—';
    const marginal = (when: 'before' | 'after') => cell.visits[when] ? money(cell.spend[when] / cell.visits[when] / elasticityOf(cell)) : '—';
    const bound = cell.bound && cell.bound !== 'fixed' ? words.text(`budget.bound.${cell.bound}`) : '';
    const worth = cell.worth ? words.text('budget.bound.worth', { worth: words.fineAmount(cell.worth) }) : '';
    return make('figure', {},
      curve(cell, words.text('budget.curve', { cell: words.cell(cell.id), before: money(cell.spend.before), after: money(cell.spend.after) })),
      make('figcaption', {}, make('strong', {}, words.cell(cell.id)),
        make('span', {}, words.text('budget.cpc', { before: average('before'), after: average('after') })),
        make('span', {}, words.text('budget.nextCpc', { before: marginal('before'), after: marginal('after') })),
        ...bound ? [make('span', {}, bound + worth)] : []));
  }

  return {
    content: [why, curves],
    show() {
      setText(why, words.text('budget.curves.why'));
      curves.replaceChildren(...found().cells.filter(canMove).map(makeFigure));
    },
  };
}

/** The same numbers in every run: what is said does not flicker. */
function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What the best of random splits of the same money earns less than the answer. At most three times today's spend each. */
function bestOfRandom({ cells, budget, unspent }: Allocation, grossMargin: number): number {
  const free = cells.filter((cell) => canMove(cell) && cell.bound !== 'locked');
  const kept = cells.filter((cell) => !free.includes(cell)).reduce((sum, { spend }) => sum + spend.after, 0);
  const whole = budget - unspent - kept;
  const profitOf = (spends: readonly number[]) => free.reduce((sum, cell, i) => {
    const revenueOfVisit = cell.averageRoas.before! * cell.spend.before / cell.visits.before;
    return sum + grossMargin * revenueOfVisit * visitsAt(cell, spends[i]) - spends[i];
  }, 0);
  const random = randomNumbers();
  let best = -Infinity;
  for (let tried = 0; tried < SPLITS; ++tried) {
    const parts = free.map(() => -Math.log(random() || 1));
    const sum = parts.reduce((a, b) => a + b, 0);
    const spends = parts.map((part) => whole * part / sum);
    if (spends.every((spend, i) => spend <= MOST * free[i].spend.before)) best = Math.max(best, profitOf(spends));
  }
  return profitOf(free.map(({ spend }) => spend.after)) - best;
}

export function makeCheck(words: Wording, found: () => Allocation): Details {
  const why = makeSentence();
  return {
    content: [why],
    show({ grossMargin }: Scenario) {
      const free = found().cells.filter((cell) => canMove(cell) && cell.bound !== 'locked');
      const less = free.length > 1 ? bestOfRandom(found(), grossMargin) : Infinity;
      setText(why, Number.isFinite(less) ? words.text('budget.check.why', { splits: words.count(SPLITS), less: words.fineAmount(less) }) : words.text('budget.check.nothing'));
    },
  };
}
