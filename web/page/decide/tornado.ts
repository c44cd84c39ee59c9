// What matters most: how far each input moves a metric, and whose lever it is.
import { make, setText } from '../../dom/dom';
import type { DecisionMetric, TornadoBar } from '../../engine/tools';
import type { Scenario } from '../../engine/index.d.ts';
import { type Context, type DecidePart, isCost, makeMetricChoice, makePart, makeRow, makeSentence, makeTable, type Wording } from './part';

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

  function makeBar({ id, low, high }: TornadoBar, metric: DecisionMetric, least: number, most: number): HTMLElement {
    const at = (value: number) => most > least ? 100 * (value - least) / (most - least) : 0;
    const bar = make('i', { class: high < low ? 'falls' : 'rises' });
    bar.style.marginInlineStart = `${Math.min(at(low), at(high))}%`;
    bar.style.width = `${Math.abs(at(high) - at(low))}%`;
    const apply = make('button', { type: 'button', 'aria-label': words.text('tornado.applyTo', { lever: words.lever(id), metric: words.metric(metric) }) }, words.text('tornado.apply'));
    apply.addEventListener('click', () => {
      const better = high > low !== isCost(metric) ? high : low;
      const reached = tools.goalSeek(scenario, { metric, target: better, lever: id });
      if (reached.ok) context.apply(reached.value.scenario);
    });
    return makeRow([words.lever(id), words.amount(metric, low), make('span', { class: 'track', 'aria-hidden': 'true' }, bar), words.amount(metric, high), apply]);
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
    head.replaceChildren(makeRow([words.text('tornado.lever'), words.text('tornado.low'), '', words.text('tornado.high'), ''], 'th'));
    keepFocus(bars, () => bars.replaceChildren(...shown.map((bar) => makeBar(bar, metric, Math.min(...ends), Math.max(...ends)))));
    teamHead.replaceChildren(makeRow([words.text('team'), words.text('team.moves', { metric: name })], 'th'));
    teams.replaceChildren(...value.teams.filter(({ swing }) => swing > 0)
      .map(({ team, swing }) => makeRow([words.text(`team.${team}`), words.amount(metric, swing)])));
  }

  metrics.addEventListener('change', show);
  return {
    element,
    update(next) {
      scenario = next;
      show();
    },
  };
}

/** The rows are made anew; whoever was on the button of a row stays on that of the same place. */
function keepFocus(rows: HTMLElement, change: () => void): void {
  const buttons = () => [...rows.querySelectorAll('button')];
  const at = buttons().findIndex((button) => button.matches(':focus'));
  change();
  if (at >= 0) buttons()[at]?.focus({ preventScroll: true });
}
