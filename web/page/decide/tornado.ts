// What matters most: how far each input moves a metric, and whose lever it is.
import { make, setText } from '../../dom/dom';
import type { DecisionMetric, TornadoBar } from '../../engine/tools';
import type { Scenario } from '../../engine/index.d.ts';
import { type Context, type DecidePart, isCost, leverOf, makeMetricChoice, makePart, makeRow, makeSentence, makeTable, withLever, type Wording } from './part';

const CHANGE = 0.1;
const MOST_BARS = 10;

export function makeTornado(context: Context, words: Wording): DecidePart {
  const { tools } = context;
  const [choice, metrics] = makeMetricChoice('decide-metric', words);
  const why = makeSentence();
  const bars = make('tbody');
  const teams = make('tbody');
  const head = make('thead');
  const teamHead = make('thead');
  const element = makePart('tornado', words.text('tornado'), choice, why,
    makeTable(words.text('tornado'), head, bars, 'bars'), makeTable(words.text('team'), teamHead, teams));
  let scenario: Scenario;
  let held: Scenario | undefined; // what it was before the drag

  // Dragged, the bar's handle moves the lever from 10% less to 10% more, and the calculator follows.
  function makeSlider({ id, low, high }: TornadoBar): HTMLInputElement {
    const slider = make('input', { type: 'range', min: '-1', max: '1', step: '0.05', value: '0', 'aria-label': words.lever(id), 'data-lever': id });
    if (high < low) slider.classList.add('falls');
    const now = leverOf(scenario, id);
    const say = (value: number) => slider.setAttribute('aria-valuetext', words.valueOf(id, value));
    say(now);
    slider.addEventListener('input', () => {
      const value = now * (1 + CHANGE * Number(slider.value));
      const goesOn = held !== undefined;
      held ??= scenario;
      const refused = context.apply(withLever(held, id, value), goesOn);
      if (refused) setText(why, refused);
      else say(value);
    });
    slider.addEventListener('change', () => {
      held = undefined;
      show();
    });
    return slider;
  }

  function makeBar(found: TornadoBar, metric: DecisionMetric, at: (value: number) => number, base: number): HTMLElement[] {
    const { id, low, high } = found;
    const [from, to] = [Math.min(at(low), at(high)), Math.max(at(low), at(high))];
    const bar = make('i', { class: high < low ? 'falls' : 'rises' });
    const today = make('i', { class: 'today' });
    const slider = makeSlider(found);
    for (const shown of [bar, slider]) {
      shown.style.insetInlineStart = `${from}%`;
      shown.style.width = `${to - from}%`;
    }
    today.style.insetInlineStart = `${at(base)}%`;
    const apply = make('button', { type: 'button', 'aria-label': words.text('tornado.applyTo', { lever: words.lever(id), metric: words.metric(metric) }), 'data-lever': `${id} apply` }, words.text('tornado.apply'));
    apply.addEventListener('click', () => {
      const better = high > low !== isCost(metric) ? high : low;
      const reached = tools.goalSeek(scenario, { metric, target: better, lever: id });
      if (reached.ok) context.apply(reached.value.scenario);
    });
    return [
      makeRow([words.lever(id), words.amount(metric, low), words.amount(metric, high), apply]),
      make('tr', {}, make('td', { colspan: '4' }, make('div', { class: 'track' }, bar, today, slider))),
    ];
  }

  function show(): void {
    const metric = metrics.value as DecisionMetric;
    const { value } = tools.tornado(scenario, { metric, change: CHANGE });
    if (!value) return;
    const shown = value.bars.slice(0, MOST_BARS);
    const [first] = shown;
    const name = words.metric(metric);
    setText(why, first ? words.text('tornado.why', {
      lever: words.lever(first.id), metric: name, low: words.amount(metric, first.low), high: words.amount(metric, first.high),
      team: words.text(`team.${value.teams[0].team}`),
    }) : words.text('tornado.nothing', { metric: name }));
    const ends = shown.flatMap(({ low, high }) => [low, high]);
    const [least, most] = [Math.min(...ends), Math.max(...ends)];
    const at = (amount: number) => most > least ? 100 * (amount - least) / (most - least) : 0;
    head.replaceChildren(makeRow([words.text('tornado.lever'), words.text('tornado.low'), words.text('tornado.high'), ''], 'th'));
    keepFocus(bars, () => bars.replaceChildren(...shown.flatMap((bar) => makeBar(bar, metric, at, value.base ?? least))));
    teamHead.replaceChildren(makeRow([words.text('team'), words.text('team.moves', { metric: name })], 'th'));
    teams.replaceChildren(...value.teams.filter(({ swing }) => swing > 0)
      .map(({ team, swing }) => makeRow([words.text(`team.${team}`), words.amount(metric, swing)])));
  }

  metrics.addEventListener('change', show);
  return {
    element,
    update(next) {
      scenario = next;
      if (!held) show();
    },
  };
}

/** The rows are made anew; whoever was on a control of an input stays on it, or on what has its place now. */
function keepFocus(rows: HTMLElement, change: () => void): void {
  const controls = () => [...rows.querySelectorAll<HTMLElement>('[data-lever]')];
  const before = controls();
  const at = before.findIndex((control) => control.matches(':focus'));
  const lever = before[at]?.dataset.lever;
  change();
  if (at < 0) return;
  const now = controls();
  (now.find((control) => control.dataset.lever === lever) ?? now[at])?.focus({ preventScroll: true });
}
