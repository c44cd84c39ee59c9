// What is behind "How sure?" for who asks: what decides profit, the months, shocks, and ranges of single inputs.
import { make, setText } from '../../dom/dom';
import { svgElement } from '../../dom/svg';
import type { Scenario } from '../../engine/index.d.ts';
import type { Uncertainty } from '../../engine/tools';
import { type Context, type Details, makeChoice, makeRow, makeSentence, makeTable, type Wording } from './part';

const MOST_DRIVERS = 8;
const WIDTH = 480;
const HEIGHT = 160;
const FIELDS = ['visits', 'conversionRate', 'orderValue', 'costPerClick'] as const;
const SHOCK_WORDS: Record<string, string> = {
  'social-algorithm': 'shock.social-algorithm.title', auction: 'shock.auction.title', outage: 'shock.outage.title',
};

type Month = NonNullable<Uncertainty['flywheel']>[number];
type Range = Scenario['uncertainty']['cells'][number];
const PERCENTILES = ['p5', 'p50', 'p95'] as const;

const details = (content: readonly HTMLElement[], show: Details['show']): Details => ({ content, show });

export function makeDrivers(context: Context, words: Wording): Details {
  const body = make('tbody');
  const head = make('thead', {}, makeRow([words.text('tornado.lever'), '', words.text('uncertainty.share')], 'th'));
  return details([makeTable(words.text('uncertainty.drivers'), head, body, 'shares')], (scenario) => {
    const drivers = context.tools.uncertainty(scenario).value?.drivers ?? [];
    const most = drivers[0]?.share ?? 1;
    body.replaceChildren(...drivers.slice(0, MOST_DRIVERS).map(({ id, share }) => {
      const bar = make('i');
      bar.style.width = `${100 * share / most}%`;
      return makeRow([words.lever(id), make('span', { class: 'track', 'aria-hidden': 'true' }, bar), words.share(share)]);
    }));
  });
}

function fan(months: readonly Month[], label: string): SVGElement {
  const least = Math.min(0, ...months.map(({ p5 }) => p5));
  const most = Math.max(0, ...months.map(({ p95 }) => p95));
  const y = (value: number) => most > least ? HEIGHT * (most - value) / (most - least) : HEIGHT / 2;
  const point = (value: number, at: number) => `${months.length > 1 ? at * WIDTH / (months.length - 1) : 0},${y(value)}`;
  const line = (percentile: 'p5' | 'p50' | 'p95') => months.map((month, at) => point(month[percentile], at));
  const svg = svgElement(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">
    <polygon class="band" points="${[...line('p95'), ...line('p5').reverse()].join(' ')}"/>
    <polyline points="${line('p50').join(' ')}"/><path class="zero" d="M0 ${y(0)}H${WIDTH}"/></svg>`);
  svg.setAttribute('aria-label', label);
  return svg;
}

export function makeFan(context: Context, words: Wording): Details {
  const why = makeSentence();
  const picture = make('div', { class: 'picture' });
  const body = make('tbody');
  const head = make('thead', {}, makeRow([words.text('uncertainty.month'), ...PERCENTILES.map((at) => words.text(`uncertainty.${at}`))], 'th'));
  const content = [why, picture, makeTable(words.text('uncertainty.fan'), head, body)];
  return details(content, (scenario) => {
    const months = context.tools.uncertainty(scenario, { flywheel: true }).value?.flywheel ?? [];
    const last = months.at(-1);
    if (!last) return;
    const sentence = words.text('uncertainty.fan.why', {
      months: words.months(months.length), low: words.amount('profit', last.p5), high: words.amount('profit', last.p95), middle: words.amount('profit', last.p50),
    });
    setText(why, sentence);
    picture.replaceChildren(fan(months, sentence));
    body.replaceChildren(...months.map(({ month, p5, p50, p95 }) => makeRow([String(month), ...[p5, p50, p95].map((value) => words.amount('profit', value))])));
  });
}

export function makeShocks(context: Context, words: Wording): Details {
  const why = makeSentence();
  const body = make('tbody');
  const head = make('thead', {}, makeRow([words.text('uncertainty.shock'), ...PERCENTILES.map((at) => words.text(`uncertainty.${at}`))], 'th'));
  return details([why, makeTable(words.text('uncertainty.shocks'), head, body)], (scenario) => {
    const shocks = (context.tools.shockRange(scenario).value?.shocks ?? []).map(({ id, medium, revenueAtRisk }) => {
      const shock = context.shared(SHOCK_WORDS[id!]);
      return { name: medium ? words.text('uncertainty.shockOf', { shock, medium: words.medium(medium) }) : shock, risk: revenueAtRisk };
    }).filter(({ risk }) => risk.p95);
    shocks.sort((a, b) => b.risk.p50! - a.risk.p50!);
    const [first] = shocks;
    setText(why, first ? words.text('uncertainty.shocks.why', {
      shock: first.name, low: words.amount('revenue', first.risk.p5), high: words.amount('revenue', first.risk.p95),
    }) : words.text('uncertainty.shocks.nothing'));
    body.replaceChildren(...shocks.map(({ name, risk: { p5, p50, p95 } }) => makeRow([name, ...[p5, p50, p95].map((value) => words.amount('revenue', value))])));
  });
}

/** Ranges of single inputs, instead of the one that all others have. */
export function makeOwnRanges(context: Context, words: Wording): Details {
  const [choice, levers] = makeChoice('decide-own-lever', words.text('tornado.lever'), []);
  const amount = make('input', { id: 'decide-own-range', inputmode: 'decimal', autocomplete: 'off', size: '6' });
  const set = make('button', { type: 'button' }, words.text('uncertainty.own.set'));
  const why = makeSentence();
  const refusal = make('p', { class: 'refusal', role: 'alert' });
  const body = make('tbody');
  const content = [why, make('div', { class: 'choices' }, choice, make('label', {}, make('span', {}, words.text('uncertainty.own.range')), amount), set),
    refusal, makeTable(words.text('uncertainty.own'), make('thead'), body)];
  setText(why, words.text('uncertainty.own.why'));
  let scenario: Scenario;

  const withRange = (lever: string, range: number | undefined) => {
    const [id, field] = lever.split('/') as [string, typeof FIELDS[number]];
    const others = scenario.uncertainty.cells.filter((cell) => cell.id !== id);
    const own: Range = { ...scenario.uncertainty.cells.find((cell) => cell.id === id), id };
    if (range === undefined) delete own[field];
    else own[field] = range;
    const cells = FIELDS.some((name) => own[name] !== undefined) ? [...others, own] : others;
    return { ...scenario, uncertainty: { ...scenario.uncertainty, cells } };
  };
  set.addEventListener('click', () => {
    const range = words.numberIn(amount.value, 'share');
    const refused = Number.isNaN(range) ? words.text('goal.notANumber', { text: amount.value }) : context.apply(withRange(levers.value, range));
    setText(refusal, refused);
  });

  function makeOwn(lever: string, range: number): HTMLElement {
    const remove = make('button', { type: 'button', 'aria-label': words.text('uncertainty.own.removeOf', { lever: words.lever(lever) }) }, words.text('uncertainty.own.remove'));
    remove.addEventListener('click', () => {
      context.apply(withRange(lever, undefined));
      levers.focus();
    });
    return makeRow([words.lever(lever), words.share(range), remove]);
  }

  return details(content, (next) => {
    scenario = next;
    const ids = scenario.cells.flatMap(({ id }) => FIELDS.filter((field) => field !== 'costPerClick' || id.endsWith('.paid')).map((field) => `${id}/${field}`));
    if (ids.join() !== [...levers.options].map(({ value }) => value).join()) {
      levers.replaceChildren(...ids.map((id) => make('option', { value: id }, words.lever(id))));
    }
    amount.value ||= words.share(scenario.uncertainty.range);
    body.replaceChildren(...scenario.uncertainty.cells.flatMap((cell) =>
      FIELDS.filter((field) => cell[field] !== undefined).map((field) => makeOwn(`${cell.id}/${field}`, cell[field]!))));
  });
}
