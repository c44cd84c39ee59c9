// Profit against spread: the budget's best splits, from the one that earns most to the most even one, to drag along.
import { make, setText } from '../../dom/dom';
import { svgElement } from '../../dom/svg';
import type { Scenario } from '../../engine/index.d.ts';
import type { Allocation, FrontierPoint } from '../../engine/tools';
import { type Context, type Details, makeRow, makeSentence, makeTable, type Wording } from './part';

const WIDTH = 480;
const HEIGHT = 140;
const POINTS = 41;

const squares = (spends: readonly number[]) => spends.reduce((sum, spend) => sum + spend * spend, 0);
/** As if so many cells spent the same. */
const effectiveCells = (spends: readonly number[]) => spends.reduce((sum, spend) => sum + spend, 0) ** 2 / squares(spends);

type Point = Pick<FrontierPoint, 'profit'> & { effectiveCells: number };

function picture(points: readonly Point[], at: Point, today: Point, label: string): SVGElement {
  const all = [...points, today];
  const scale = (values: readonly number[], size: number) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (value: number) => most > least ? size * (value - least) / (most - least) : size / 2;
  };
  const x = scale(all.map((point) => point.effectiveCells), WIDTH);
  const y = scale(all.map(({ profit }) => -profit), HEIGHT);
  const dot = (point: Point, name: string) => `<circle class="${name}" cx="${x(point.effectiveCells)}" cy="${y(-point.profit)}" r="7"/>`;
  const svg = svgElement(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-9 -9 ${WIDTH + 18} ${HEIGHT + 18}" role="img">
    <polyline points="${points.map((point) => `${x(point.effectiveCells)},${y(-point.profit)}`).join(' ')}"/>${dot(today, 'before')}${dot(at, 'after')}</svg>`);
  svg.setAttribute('aria-label', label);
  return svg;
}

/** `found`: the answer for the budget; `locked`: cells that keep their spend. */
export function makeFrontier(context: Context, words: Wording, found: () => Allocation, locked: () => string[]): Details {
  const why = makeSentence();
  const figure = make('figure');
  const slider = make('input', { id: 'decide-spread', type: 'range', min: '0', max: String(POINTS - 1), step: '1', value: '0' });
  const body = make('tbody');
  const head = make('thead', {}, makeRow([words.text('budget.cell'), words.text('budget.today'), words.text('budget.here')], 'th'));
  const apply = make('button', { type: 'button' }, words.text('budget.apply'));
  const label = make('label', { class: 'wide' }, make('span', {}, words.text('budget.spread')), slider);
  const money = (value: number) => words.amount('profit', value);
  let scenario: Scenario;
  let points: FrontierPoint[] = [];

  function show(): void {
    const { budget, cells, profit } = found();
    const at = points[Number(slider.value)];
    const today = { profit: profit.before, effectiveCells: effectiveCells(cells.map(({ spend }) => spend.before)) };
    const sentence = words.text('budget.frontier.why', {
      cells: words.ratio(at.effectiveCells ?? 0), profit: money(at.profit), less: money(points[0].profit - at.profit), budget: money(budget),
    });
    setText(why, sentence);
    slider.setAttribute('aria-valuetext', sentence);
    figure.replaceChildren(picture(points as Point[], at as Point, today, words.text('budget.frontier')));
    body.replaceChildren(...cells.map(({ id, spend }) =>
      makeRow([words.cell(id), money(spend.before), money(at.spend.find((one) => one.id === id)!.spend)])));
  }

  slider.addEventListener('input', show);
  apply.addEventListener('click', () => {
    const { spend } = points[Number(slider.value)];
    const bounds = Object.fromEntries(spend.map((one) => [one.id, { minimum: one.spend, maximum: one.spend }]));
    const { value } = context.tools.allocate(scenario, { budget: spend.reduce((sum, one) => sum + one.spend, 0), bounds });
    if (value) context.apply(value.scenario);
  });
  return {
    content: [why, figure, label, makeTable(words.text('budget.frontier'), head, body), apply],
    show(next) {
      scenario = next;
      points = context.tools.frontier(scenario, { budget: found().budget - found().unspent, locked: locked(), points: POINTS }).value ?? [];
      const hasChoice = points.length > 0 && points.every((point) => point.effectiveCells !== null);
      for (const element of [figure, label, apply]) element.hidden = !hasChoice;
      if (hasChoice) show();
      else setText(why, words.text('budget.check.nothing'));
    },
  };
}
