// Two scenarios side by side: which inputs differ, what that does to the totals, and which cause moved revenue the most.
import { make, setText } from '../../dom/dom';
import type { Scenario } from '../../engine/index.d.ts';
import type { Compare } from '../../engine/tools';
import { type Context, type DecidePart, makePart, makeRow, makeSentence, makeTable, METRICS, type Wording } from './part';

const MOST_CAUSES = 10;
const FACTOR_FIELDS = { visits: 'visits', conversionRate: 'conversionRate', orderValue: 'orderValue' } as const;
const SHOWN = METRICS.filter((metric) => metric !== 'flywheelProfit' && metric !== 'ltvToCac');

export function makeCompare(context: Context, words: Wording): DecidePart {
  const { tools } = context;
  const why = makeSentence();
  const pin = make('button', { type: 'button' }, words.text('compare.pin'));
  const link = make('input', { id: 'decide-link', autocomplete: 'off', spellcheck: 'false' });
  const refusal = make('p', { class: 'refusal', role: 'alert' });
  const totals = make('tbody');
  const inputs = make('tbody');
  const causes = make('tbody');
  const inputsTable = makeTable(words.text('compare.inputs'),
    make('thead', {}, makeRow([words.text('compare.input'), words.text('compare.a'), words.text('compare.b')], 'th')), inputs);
  const causesTable = makeTable(words.text('compare.causes'),
    make('thead', {}, makeRow([words.text('compare.cause'), words.text('compare.change')], 'th')), causes);
  const totalsTable = makeTable(words.text('compare.totals'),
    make('thead', {}, makeRow([words.text('uncertainty.result'), words.text('compare.a'), words.text('compare.b'), words.text('compare.change')], 'th')), totals);
  const element = makePart('compare', words.text('compare'), pin,
    make('label', {}, make('span', {}, words.text('compare.link')), link), refusal, why, inputsTable, causesTable, totalsTable);
  let a: Scenario | undefined;
  let b: Scenario;

  const money = (value: number) => words.amount('profit', value);
  const signed = (value: number) => `${value > 0 ? '+' : ''}${money(value)}`;

  function showCauses({ causes: all }: Compare): void {
    const largest = [...all].sort((one, other) => Math.abs(other.change) - Math.abs(one.change));
    const [first] = largest;
    setText(why, first ? words.text('compare.why', {
      cause: words.lever(`${first.cell}/${FACTOR_FIELDS[first.factor]}`), change: signed(first.change),
      whole: signed(all.reduce((sum, { change }) => sum + change, 0)),
    }) : words.text('compare.same'));
    causes.replaceChildren(...largest.slice(0, MOST_CAUSES).map(({ cell, factor, change }) =>
      makeRow([words.lever(`${cell}/${FACTOR_FIELDS[factor]}`), signed(change)])));
  }

  function show(): void {
    if (!a) return;
    const { value } = tools.compare(a, b);
    if (!value) return;
    showCauses(value);
    const known = value.changed.filter(({ id }) => words.knows(id));
    inputs.replaceChildren(...known.map(({ id, a: before, b: after }) =>
      makeRow([words.lever(id), before === null ? '—' : words.valueOf(id, before), after === null ? '—' : words.valueOf(id, after)])));
    totals.replaceChildren(...SHOWN.flatMap((metric) => {
      const found = value.metrics.find(({ id }) => id === metric);
      return found ? [makeRow([words.metric(metric), words.amount(metric, found.a), words.amount(metric, found.b), words.amount(metric, found.change)])] : [];
    }));
    inputsTable.hidden = !known.length;
    causesTable.hidden = !value.causes.length;
  }

  pin.addEventListener('click', () => {
    a = b;
    link.value = '';
    setText(refusal, '');
    show();
  });
  link.addEventListener('change', () => {
    const { scenario, refusal: sentence } = context.read(link.value);
    setText(refusal, sentence);
    if (sentence) return;
    a = scenario;
    show();
  });
  return {
    element,
    update(next) {
      b = next;
      a ??= next; // what there was when the panel was opened
      show();
    },
  };
}
