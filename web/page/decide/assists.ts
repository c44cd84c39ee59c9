// Who helps whom: cells that lead to the orders of others, and how revenue is divided when that counts.
import { make, setChildren, setEnabled, setText } from '../../dom/dom';
import type { CellMetrics, Scenario } from '../../engine/index.d.ts';
import type { CellCredit } from '../../engine/tools';
import { assistPicture } from './assist_picture';
import { AssistRow } from './assist_row';
import { type Context, type DecidePart, Drag, makeHint, makePart, makeRow, makeSentence, makeTable, type Wording } from './part';

export interface Assist {
  from: string;
  to: string;
  share: number;
}

const SUGGESTED_SHARE = 0.2;
const NUMERALS = ['', 'I', 'II', 'III', 'IV'];
const HEAD = ['cell', 'own', 'credit', 'removal', 'quadrant', 'cpa'] as const;

/** The cells of a circle of assists, in its order; empty without one. */
export function circleOf(assists: readonly Assist[]): string[] {
  const given = assists.filter(({ share }) => share > 0);
  const follow = (path: string[]): string[] => {
    for (const { to } of given.filter(({ from }) => from === path.at(-1))) {
      const begin = path.indexOf(to);
      const found = begin < 0 ? follow([...path, to]) : path.slice(begin);
      if (found.length) return found;
    }
    return [];
  };
  for (const { from } of given) {
    const circle = follow([from]);
    if (circle.length) return circle;
  }
  return [];
}

/** The quadrant of a cell whose orders are those by credit; its CPC is what it was. */
function quadrantByCredit({ quadrant }: CellMetrics, cpa: number | null, limit: number | null): CellMetrics['quadrant'] {
  if (quadrant === null) return null;
  const buys = cpa !== null && limit !== null && cpa <= limit;
  const isCheap = quadrant === 1 || quadrant === 4;
  return buys ? (isCheap ? 1 : 2) : (isCheap ? 4 : 3);
}

export function makeAssists(context: Context, words: Wording): DecidePart {
  const drag = new Drag(context);
  const why = makeSentence();
  const add = make('button', { type: 'button' }, words.text('assists.add'));
  const refusal = make('p', { class: 'refusal', role: 'alert' });
  const circle = make('p', { class: 'hint' });
  const list = make('ul', { class: 'assists', 'aria-label': words.text('assists') });
  const picture = make('div', { class: 'picture' });
  const body = make('tbody');
  const result = make('div', {}, picture,
    makeTable(words.text('assists.table'), make('thead', {}, makeRow(HEAD.map((id) => words.text(`assists.${id}`)), 'th')), body),
    makeHint(words.text('assists.columns')));
  const element = makePart('assists', words.text('assists'), makeHint(words.text('assists.about')), list, add, refusal, circle, why, result);
  let scenario: Scenario;
  const rows: AssistRow[] = [];

  const money = (value: number) => words.amount('profit', value);
  const withAssists = (assists: Assist[]): Scenario => ({ ...scenario, assists });
  const changed = (at: number, change: Partial<Assist>) =>
    withAssists(scenario.assists.map((assist, place) => place === at ? { ...assist, ...change } : assist));

  /** After a refusal the rows show what there is. */
  function say(refused: string): void {
    setText(refusal, refused);
    if (refused) show();
  }

  const take = (next: Scenario) => say(context.apply(next));

  function remove(at: number): void {
    take(withAssists(scenario.assists.filter((_, place) => place !== at)));
    (rows[Math.min(at, scenario.assists.length - 1)]?.remover ?? add).focus();
  }

  /** Another pair, with a share that leaves room for what others give: the most visited cell assists where most buy. */
  function suggestion(): Assist | undefined {
    const { assists, cells } = scenario;
    const room = (id: string) => 1 - assists.filter(({ to }) => to === id).reduce((sum, { share }) => sum + share, 0);
    const by = (field: 'visits' | 'conversionRate') => [...cells].sort((one, other) => other[field] - one[field]);
    for (const { id: from } of by('visits')) {
      const to = by('conversionRate').find(({ id }) => id !== from && room(id) >= SUGGESTED_SHARE
        && !assists.some((assist) => assist.from === from && assist.to === id || assist.from === id && assist.to === from));
      if (to) return { from, to: to.id, share: SUGGESTED_SHARE };
    }
    return undefined;
  }

  function showRows(): void {
    const cells = scenario.cells.map(({ id }) => ({ id, name: words.cell(id) }));
    while (rows.length < scenario.assists.length) {
      const at = rows.length;
      rows.push(new AssistRow(words, {
        drag: (share) => say(drag.move(changed(at, { share }))),
        drop: () => drag.end(),
        change: (change) => take(changed(at, change)),
        refuse: (sentence) => setText(refusal, sentence),
        remove: () => remove(at),
      }));
    }
    scenario.assists.forEach((assist, at) => rows[at].show(assist, cells));
    setChildren(list, rows.slice(0, scenario.assists.length).map((row) => row.element));
  }

  function showCircle(): void {
    const found = circleOf(scenario.assists);
    setText(circle, found.length ? words.text('assists.circle', { cells: [...found, found[0]].map((id) => words.cell(id)).join(' → ') }) : '');
  }

  function limitOf({ breakEvenCpa }: CellMetrics): number | null {
    return scenario.thresholds.mode === 'breakEven' ? breakEvenCpa : context.report().thresholds.cpa;
  }

  function makeCreditRow({ id, own, credit, removalEffect, cpa }: CellCredit, metrics: CellMetrics): HTMLElement {
    const fromTo = (before: string, after: string) => before === after ? after : `${before} → ${after}`;
    const numeral = (quadrant: CellMetrics['quadrant']) => NUMERALS[quadrant ?? 0] || '—';
    return makeRow([
      words.cell(id), money(own), money(credit), money(removalEffect),
      fromTo(numeral(metrics.quadrant), numeral(quadrantByCredit(metrics, cpa, limitOf(metrics)))),
      fromTo(words.amount('cpa', metrics.cpa), words.amount('cpa', cpa)),
    ]);
  }

  function sentence(cells: readonly CellCredit[]): string {
    if (!scenario.assists.length) return words.text('assists.none');
    const [helper, ...others] = [...cells].sort((one, other) => (other.credit - other.own) - (one.credit - one.own));
    const helped = others.at(-1);
    const gained = helper.credit - helper.own;
    if (!helped || !(gained > 0.5)) return words.text('assists.even');
    return words.text('assists.why', {
      helper: words.cell(helper.id), gained: money(gained), helped: words.cell(helped.id), owed: money(helped.own - helped.credit),
    });
  }

  function show(): void {
    showRows();
    showCircle();
    setEnabled(add, !!suggestion());
    const cells = context.tools.credit(scenario).value?.cells ?? [];
    setText(why, sentence(cells));
    result.hidden = !scenario.assists.length;
    if (result.hidden) return;
    const metrics = context.report().cells;
    body.replaceChildren(...cells.map((cell, at) => makeCreditRow(cell, metrics[at])));
    const named = scenario.assists.map(({ from, to, share }) =>
      words.text('assists.arrow', { from: words.cell(from), to: words.cell(to), share: words.share(share) }));
    const label = words.text('assists.picture', { arrows: named.join(words.text('assists.and')) });
    picture.replaceChildren(assistPicture(scenario.cells.map(({ id }) => ({ id, name: words.cell(id) })), scenario.assists, label));
  }

  add.addEventListener('click', () => {
    const assist = suggestion();
    if (!assist) return;
    take(withAssists([...scenario.assists, assist]));
    rows[scenario.assists.length - 1].focus();
  });
  return {
    element,
    update(next) {
      scenario = next;
      setText(refusal, '');
      show();
    },
  };
}
