// What it would take: a target for a metric, and the input that reaches it.
import { make, setEnabled, setText } from '../../dom/dom';
import type { DecisionMetric } from '../../engine/tools';
import type { Scenario } from '../../engine/index.d.ts';
import { type Context, type DecidePart, leverOf, makeChoice, makeMetricChoice, makePart, makeSentence, type Wording } from './part';

const SHARES: readonly DecisionMetric[] = ['roi'];

export function makeGoal(context: Context, words: Wording): DecidePart {
  const { tools } = context;
  const [metricChoice, metrics] = makeMetricChoice('decide-goal-metric', words);
  const target = make('input', { id: 'decide-target', inputmode: 'decimal', autocomplete: 'off' });
  const [leverChoice, levers] = makeChoice('decide-lever', words.text('goal.lever'), [['', words.text('goal.cheapest')]]);
  const why = makeSentence();
  const apply = make('button', { type: 'button', class: 'primary' }, words.text('goal.apply'));
  const element = makePart('goal', words.text('goal'),
    make('div', { class: 'choices' }, metricChoice, make('label', {}, make('span', {}, words.text('goal.target')), target), leverChoice), why, apply);
  let scenario: Scenario;
  let reached: Scenario | undefined;

  const metric = () => metrics.value as DecisionMetric;
  const unit = () => SHARES.includes(metric()) ? 100 : 1;

  function offerLevers(): void {
    const { value } = tools.tornado(scenario, { metric: metric() });
    const ids = ['', ...(value?.bars.map(({ id }) => id) ?? [])];
    const before = levers.value;
    if (ids.join() === [...levers.options].map((option) => option.value).join()) return;
    levers.replaceChildren(...ids.map((id) => make('option', { value: id }, id ? words.lever(id) : words.text('goal.cheapest'))));
    levers.value = ids.includes(before) ? before : '';
  }

  // A tenth more than today, until the reader says something else.
  function suggest(): void {
    const { value } = tools.tornado(scenario, { metric: metric() });
    if (value?.base == null) return;
    const aim = (metric() === 'cpa' || metric() === 'cac' ? 0.9 : 1.1) * Math.abs(value.base) * Math.sign(value.base || 1);
    target.value = String(Number((aim * unit()).toPrecision(3)));
  }

  function show(): void {
    reached = undefined;
    const aim = words.amountIn(metric(), target.value);
    if (Number.isFinite(aim)) answer(aim);
    else setText(why, words.text('goal.notANumber', { text: target.value }));
    setEnabled(apply, !!reached);
  }

  function answer(aim: number): void {
    const lever = levers.value || undefined;
    const { value } = tools.goalSeek(scenario, { metric: metric(), target: aim, lever });
    if (!value) return;
    const shown = {
      metric: words.metric(metric()), target: words.amount(metric(), aim), lever: words.lever(value.lever),
      value: words.valueOf(value.lever, value.value), achieved: words.amount(metric(), value.achieved),
      now: words.valueOf(value.lever, leverOf(scenario, value.lever)),
      change: words.change(value.relativeChange ?? 0),
    };
    if (!value.reached) {
      setText(why, words.text(lever ? `goal.${value.reason!}` : 'goal.none', shown));
      return;
    }
    reached = value.scenario;
    setText(why, words.text(value.relativeChange === null ? 'goal.reachedFromNothing' : 'goal.reached', shown));
  }

  metrics.addEventListener('change', () => {
    offerLevers();
    suggest();
    show();
  });
  target.addEventListener('input', show);
  levers.addEventListener('change', show);
  apply.addEventListener('click', () => {
    if (reached) context.apply(reached);
  });
  return {
    element,
    update(next) {
      scenario = next;
      offerLevers();
      if (!target.value) suggest();
      show();
    },
  };
}
