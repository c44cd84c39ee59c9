// How sure the results are: what they could be if the inputs are not exactly as given.
import { make, setText } from '../../dom/dom';
import type { Distribution } from '../../engine/tools';
import type { Scenario } from '../../engine/index.d.ts';
import { svgElement } from '../../dom/svg';
import { type Context, type DecidePart, makeMore, makePart, makeRow, makeSentence, makeTable, type Wording } from './part';

const SHOWN = ['profit', 'revenue', 'roas', 'cpa'] as const;
const WIDTH = 480;
const HEIGHT = 120;

// Profit is defined in every trial.
function histogram({ histogram: { counts, ...ends } }: Distribution, label: string): SVGElement {
  const [minimum, maximum] = [ends.minimum ?? 0, ends.maximum ?? 0];
  const most = Math.max(...counts);
  const width = WIDTH / counts.length;
  const zero = maximum > minimum ? -minimum / (maximum - minimum) * WIDTH : -1;
  const bars = counts.map((count, at) => {
    const height = HEIGHT * count / most;
    const loss = (at + 1) * width <= zero ? ' class="loss"' : '';
    return `<rect${loss} x="${at * width}" y="${HEIGHT - height}" width="${width - 1}" height="${height}"/>`;
  });
  const svg = svgElement(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">${bars.join('')}</svg>`);
  svg.setAttribute('aria-label', label);
  return svg;
}

export function makeUncertainty(context: Context, words: Wording): DecidePart {
  const { tools } = context;
  const range = make('input', { id: 'decide-range', type: 'range', min: '0', max: '1', step: '0.05' });
  const said = make('output', { for: 'decide-range' });
  const why = makeSentence();
  const picture = make('div', { class: 'picture' });
  const body = make('tbody');
  const head = makeRow([words.text('uncertainty.result'), words.text('uncertainty.p5'), words.text('uncertainty.p50'), words.text('uncertainty.p95')], 'th');
  const target = make('input', { id: 'decide-revenue', inputmode: 'decimal', autocomplete: 'off' });
  const chance = make('output', { for: 'decide-revenue' });
  const more = [
    makeMore(words, 'uncertainty.drivers', async () => (await import('./details')).makeDrivers(context, words)),
    makeMore(words, 'uncertainty.fan', async () => (await import('./details')).makeFan(context, words)),
    makeMore(words, 'uncertainty.shocks', async () => (await import('./details')).makeShocks(context, words)),
    makeMore(words, 'uncertainty.own', async () => (await import('./details')).makeOwnRanges(context, words)),
  ];
  const element = makePart('uncertainty', words.text('uncertainty'),
    make('label', {}, make('span', {}, words.text('uncertainty.range')), range, said), why, picture,
    makeTable(words.text('uncertainty'), make('thead', {}, head), body),
    make('label', {}, make('span', {}, words.text('uncertainty.target')), target, chance), ...more.map((one) => one.element));
  let scenario: Scenario;

  function showChance(): void {
    const aim = words.amountIn('revenue', target.value);
    const found = tools.uncertainty(scenario, { target: Number.isNaN(aim) ? undefined : aim }).value?.chanceOfTarget;
    chance.value = found == null ? target.value && words.text('goal.notANumber', { text: target.value })
      : words.text('uncertainty.chance', { target: words.amount('revenue', aim), chance: words.share(found) });
  }

  function show(): void {
    const { value } = tools.uncertainty(scenario);
    if (!value) return;
    const { profit } = value.metrics;
    said.value = words.share(scenario.uncertainty.range);
    range.setAttribute('aria-valuetext', said.value);
    const [driver] = value.drivers;
    setText(why, driver ? words.text('uncertainty.why', {
      range: said.value, low: words.amount('profit', profit.p5), high: words.amount('profit', profit.p95),
      loss: words.share(value.chanceOfLoss), driver: words.lever(driver.id),
    }) : words.text('uncertainty.certain', { profit: words.amount('profit', profit.p50) }));
    picture.replaceChildren(histogram(profit, words.text('uncertainty.histogram', {
      trials: words.count(value.trials), low: words.amount('profit', profit.histogram.minimum),
      high: words.amount('profit', profit.histogram.maximum), middle: words.amount('profit', profit.p50),
    })));
    body.replaceChildren(...SHOWN.map((metric) => {
      const found = value.metrics[metric];
      return makeRow([words.metric(metric), ...(['p5', 'p50', 'p95'] as const).map((at) => words.amount(metric, found[at]))]);
    }));
    showChance();
    for (const one of more) one.show(scenario);
  }

  const withRange = () => ({ ...scenario, uncertainty: { ...scenario.uncertainty, range: Number(range.value) } });
  target.addEventListener('input', showChance);
  range.addEventListener('input', () => {
    scenario = withRange();
    show();
  });
  range.addEventListener('change', () => context.apply(withRange())); // one step, when it is let go
  return {
    element,
    update(next) {
      scenario = next;
      range.value = String(scenario.uncertainty.range);
      target.value ||= words.amount('revenue', Number((tools.uncertainty(scenario).value?.metrics.revenue.p50 ?? 0).toPrecision(2)));
      show();
    },
  };
}
