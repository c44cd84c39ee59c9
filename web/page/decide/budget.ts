// Where the money goes: the best split of the paid budget, and what more or less of it would bring.
import { make, setEnabled, setText } from '../../dom/dom';
import type { Allocation, CellAllocation } from '../../engine/tools';
import type { Scenario } from '../../engine/index.d.ts';
import { type Context, type DecidePart, makeMore, makePart, makeRow, makeSentence, makeTable, type Wording } from './part';

const STEPS = [-0.2, -0.1, 0, 0.1, 0.2];

export function makeBudget(context: Context, words: Wording): DecidePart {
  const { tools } = context;
  const budget = make('input', { id: 'decide-budget-amount', inputmode: 'decimal', autocomplete: 'off' });
  const why = makeSentence();
  const apply = make('button', { type: 'button', class: 'primary' }, words.text('budget.apply'));
  const body = make('tbody');
  const gains = make('tbody');
  const head = makeRow((['cell', 'lock', 'today', 'best', 'roas', 'nextRoas'] as const).map((id) => words.text(`budget.${id}`)), 'th');
  const gainsHead = makeRow([words.text('budget.budget'), words.text('budget.profit')], 'th');
  let found: Allocation;
  const answered = () => found;
  const more = [
    makeMore(words, 'budget.curves', async () => (await import('./details')).makeCurves(words, answered)),
    makeMore(words, 'budget.frontier', async () => (await import('./details')).makeFrontier(context, words, answered, locked)),
    makeMore(words, 'budget.check', async () => (await import('./details')).makeCheck(words, answered)),
  ];
  const element = makePart('budget', words.text('budget'),
    make('label', {}, make('span', {}, words.text('budget.amount')), budget), why,
    makeTable(words.text('budget'), make('thead', {}, head), body), apply,
    makeTable(words.text('budget.gains'), make('thead', {}, gainsHead), gains), ...more.map((one) => one.element));
  const locks = new Map<string, HTMLInputElement>();
  let scenario: Scenario;
  let best: Scenario | undefined;
  let own = ''; // what the reader typed; '' is today's spend

  const money = (value: number) => words.amount('profit', value);
  // A medium may have been removed.
  function locked(): string[] {
    return scenario.cells.map(({ id }) => id).filter((id) => locks.get(id)?.checked);
  }

  function lockOf(id: string): HTMLInputElement {
    let lock = locks.get(id);
    if (!lock) {
      lock = make('input', { type: 'checkbox' });
      lock.addEventListener('change', show);
      locks.set(id, lock);
    }
    lock.setAttribute('aria-label', words.text('budget.lockOf', { cell: words.cell(id) }));
    return lock;
  }

  function sentence({ reason, profit, cells, budget: whole }: Allocation): string {
    if (reason) return words.text(`budget.${reason}`, { budget: money(whole) });
    const moved = [...cells].sort((a, b) => (a.spend.after - a.spend.before) - (b.spend.after - b.spend.before));
    const change = ({ spend }: CellAllocation) => spend.after - spend.before;
    const [least, most] = [moved[0], moved.at(-1)!];
    const values = {
      gain: money(Math.abs(profit.after - profit.before)), to: words.cell(most.id), more: money(change(most)),
      from: words.cell(least.id), less: money(-change(least)),
    };
    const direction = profit.after < profit.before ? 'costs' : 'earns';
    if (change(least) < 0 && change(most) > 0) return words.text(`budget.${direction}`, values);
    return words.text(change(most) > 0 ? `budget.${direction}More` : `budget.${direction}Less`, values);
  }

  function show(): void {
    best = undefined;
    const asked = own ? words.numberIn(own, 'money') : undefined;
    if (Number.isNaN(asked)) setText(why, words.text('goal.notANumber', { text: own }));
    else answer(asked);
    setEnabled(apply, !!best);
  }

  function answer(asked: number | undefined): void {
    const { value, error } = tools.allocate(scenario, { budget: asked, locked: locked(), lang: context.language });
    if (!value) {
      setText(why, error!.message);
      return;
    }
    if (!value.reason) best = value.scenario;
    found = value;
    for (const one of more) one.show(scenario);
    if (!own) budget.value = String(Math.round(value.budget));
    setText(why, sentence(value));
    body.replaceChildren(...value.cells.map(({ id, spend, averageRoas, marginalRoas }) => makeRow([
      words.cell(id), lockOf(id), money(spend.before), money(spend.after), words.amount('roas', averageRoas.after), words.amount('roas', marginalRoas.after),
    ])));
    gains.replaceChildren(...STEPS.map((step) => {
      const amount = value.budget * (1 + step);
      const other = tools.allocate(scenario, { budget: amount, locked: locked() }).value;
      const gain = other && words.text('budget.gain', { profit: money(other.profit.after), change: words.change((other.profit.after - value.profit.before) / Math.abs(value.profit.before || 1)) });
      return makeRow([`${money(amount)} (${words.change(step)})`, gain ?? '—']);
    }));
  }

  budget.addEventListener('input', () => {
    own = budget.value.trim();
    show();
  });
  apply.addEventListener('click', () => {
    own = '';
    if (best) context.apply(best);
  });
  return {
    element,
    update(next) {
      scenario = next;
      show();
    },
  };
}
