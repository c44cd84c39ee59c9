// Two scenarios side by side: which inputs differ, what that does to the totals, and which cause moved revenue the most.
import { make, setText } from '../../dom/dom';
import { pageAddress } from '../../face/page_address';
import { withParameter } from '../../face/query';
import type { Scenario } from '../../engine/index.d.ts';
import type { Compare } from '../../engine/tools';
import { type Context, type DecidePart, makePart, makeRow, makeSentence, makeTable, METRICS, type Wording } from './part';

const MOST_CAUSES = 8;
const FACTOR_FIELDS = { visits: 'visits', conversionRate: 'conversionRate', orderValue: 'orderValue' } as const;
const SHOWN = METRICS.filter((metric) => metric !== 'flywheelProfit' && metric !== 'ltvToCac');

type Cause = Compare['causes'][number];

export interface ComparePart extends DecidePart {
  /** With the scenario of a link: as if a reader had pasted it. */
  compareWith(link: string): void;
}

export function makeCompare(context: Context, words: Wording): ComparePart {
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
    make('thead', {}, makeRow([words.text('compare.cause'), words.text('compare.change')], 'th')), causes, 'bars');
  const totalsTable = makeTable(words.text('compare.totals'),
    make('thead', {}, makeRow([words.text('uncertainty.result'), words.text('compare.a'), words.text('compare.b'), words.text('compare.change')], 'th')), totals);
  const element = makePart('compare', words.text('compare'), pin,
    make('label', {}, make('span', {}, words.text('compare.link')), link), refusal, why, inputsTable, causesTable, totalsTable);
  const address = make('input', { id: 'decide-compare-address', readonly: '' });
  const copy = make('button', { type: 'button' }, words.text('compare.copy'));
  const copied = make('span', { role: 'status' });
  element.append(make('div', { class: 'choices' }, make('label', {}, make('span', {}, words.text('compare.address')), address), copy, copied));
  let a: Scenario | undefined;
  let linkOfA = '';
  let b: Scenario;

  const money = (value: number) => words.amount('profit', value);
  const signed = (value: number) => `${value > 0 ? '+' : ''}${money(value)}`;

  const causeOf = ({ cell, factor }: Cause) => words.lever(`${cell}/${FACTOR_FIELDS[factor]}`);

  // The steps from A to B: each bar begins where the last one ended.
  function showSteps(before: number, largest: readonly Cause[]): void {
    const others = largest.slice(MOST_CAUSES);
    const steps = largest.slice(0, MOST_CAUSES).map((cause) => ({ name: causeOf(cause), change: cause.change }));
    if (others.length) steps.push({ name: words.text('compare.others', { count: String(others.length) }), change: others.reduce((sum, { change }) => sum + change, 0) });
    const levels = steps.reduce((found, { change }) => [...found, found.at(-1)! + change], [before]);
    const [least, most] = [Math.min(...levels), Math.max(...levels)];
    const at = (level: number) => most > least ? 10 + 90 * (level - least) / (most - least) : 100;
    const makeStep = (name: string, amount: string, from: number, to: number, className: string) => {
      const bar = make('i', { class: className });
      bar.style.insetInlineStart = `${Math.min(from, to)}%`;
      bar.style.width = `${Math.abs(to - from)}%`;
      return [makeRow([name, amount]), make('tr', { 'aria-hidden': 'true' }, make('td', { colspan: '2' }, make('div', { class: 'track' }, bar)))];
    };
    const whole = (which: 'a' | 'b', level: number) =>
      makeStep(words.text('compare.whole', { which: words.text(`compare.${which}`) }), money(level), 0, at(level), 'whole');
    causes.replaceChildren(...whole('a', before),
      ...steps.flatMap(({ name, change }, i) => makeStep(name, signed(change), at(levels[i]), at(levels[i + 1]), change < 0 ? 'falls' : 'rises')),
      ...whole('b', levels.at(-1)!));
  }

  function showCauses({ causes: all, metrics }: Compare): void {
    const largest = [...all].sort((one, other) => Math.abs(other.change) - Math.abs(one.change));
    const [first] = largest;
    setText(why, first ? words.text('compare.why', {
      cause: causeOf(first), change: signed(first.change), whole: signed(all.reduce((sum, { change }) => sum + change, 0)),
    }) : words.text('compare.same'));
    showSteps(metrics.find(({ id }) => id === 'revenue')!.a!, largest);
  }

  function showAddress(): void {
    address.value = pageAddress(context.session().link(), withParameter('?view=compare', 'a', linkOfA));
    setText(copied, '');
  }

  function show(): void {
    if (!a) return;
    const { value } = tools.compare(a, b);
    if (!value) return;
    showCauses(value);
    showAddress();
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

  function compareWith(text: string): void {
    const { refusal: sentence, ...read } = context.read(text);
    setText(refusal, sentence);
    if (sentence) return;
    [a, linkOfA] = [read.scenario, read.link];
    show();
  }

  function pinNow(): void {
    [a, linkOfA] = [b, context.session().link()];
  }

  pin.addEventListener('click', () => {
    pinNow();
    link.value = '';
    setText(refusal, '');
    show();
  });
  link.addEventListener('change', () => compareWith(link.value));
  address.addEventListener('focus', () => address.select());
  copy.addEventListener('click', () => {
    address.select();
    navigator.clipboard.writeText(address.value).then(() => setText(copied, words.text('compare.copied')), () => undefined);
  });
  return {
    element,
    update(next) {
      b = next;
      if (!a) pinNow(); // what there was when the panel was opened
      show();
    },
    compareWith(text) {
      link.value = text;
      compareWith(text);
      element.scrollIntoView({ block: 'start' });
    },
  };
}
