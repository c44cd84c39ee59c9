// When it happens: what each month of the year multiplies the inputs by, and what that does to the profit of all months.
import { make, setText } from '../../dom/dom';
import type { Scenario } from '../../engine/index.d.ts';
import { beginsNumber } from '../../face/slider_keys';
import { type Context, type DecidePart, Drag, makeChoice, makeHint, makePart, makeSentence, type Wording } from './part';
import { type Month, SEASON_PRESETS } from './season_presets';

const QUANTITIES = ['visits', 'conversionRate', 'orderValue', 'costPerClick'] as const;
type Quantity = typeof QUANTITIES[number];

const YEAR = Array.from({ length: 12 }, (_, at) => at + 1);
const STEP = 0.05;
// Where the columns end; typed factors may be larger, and then the columns are.
const USUAL_TOP = 3;

interface Column {
  element: HTMLElement;
  slider: HTMLInputElement;
  said: HTMLElement;
}

export function makeSeason(context: Context, words: Wording): DecidePart {
  const { language } = context;
  const drag = new Drag(context);
  const nameOf = (style: 'long' | 'short') => {
    const format = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
    return (month: number) => format.format(Date.UTC(2000, month - 1, 1));
  };
  const [monthName, shortName] = [nameOf('long'), nameOf('short')];
  const [quantityChoice, quantities] = makeChoice('decide-season-quantity', words.text('season.quantity'), QUANTITIES.map((id) => [id, words.lever(id)]));
  const [startChoice, start] = makeChoice('decide-season-start', words.text('season.start'), YEAR.map((month) => [String(month), monthName(month)]));
  const why = makeSentence();
  const refusal = make('p', { class: 'refusal', role: 'alert' });
  const factorName = make('span');
  const factor = make('input', { id: 'decide-factor', inputmode: 'decimal', autocomplete: 'off' });
  const columns = YEAR.map(makeColumn);
  const same = make('button', { type: 'button' }, words.text('season.same'));
  const element = makePart('season', words.text('season'), makeHint(words.text('season.about')),
    make('div', { class: 'choices' }, quantityChoice, startChoice), why,
    make('div', { class: 'months' }, ...columns.map((column) => column.element)),
    make('div', { class: 'choices' }, make('label', {}, factorName, factor), same), refusal,
    ...SEASON_PRESETS.map(({ name, why: reason, months }) => {
      const button = make('button', { type: 'button' }, words.text(name));
      button.addEventListener('click', () => context.apply(withMonths(months)));
      return make('div', { class: 'preset' }, button, make('p', {}, words.text(reason)));
    }));
  let scenario: Scenario;
  let chosen = 11; // the month that a typed number is for

  const quantity = () => quantities.value as Quantity;
  const money = (value: number) => words.amount('profit', value);

  function factorOf(month: number): number {
    return scenario.season.months.find((row) => row.month === month)?.[quantity()] ?? 1;
  }

  /** The scenario with these months instead of its own of that name. */
  function withMonths(given: readonly Month[]): Scenario {
    const others = scenario.season.months.filter(({ month }) => !given.some((row) => row.month === month));
    return { ...scenario, season: { ...scenario.season, months: [...others, ...given] } } as Scenario;
  }

  function withFactor(month: number, value: number): Scenario {
    const row = scenario.season.months.find((row) => row.month === month);
    return withMonths([{ ...row, month, [quantity()]: value }]);
  }

  function makeColumn(month: number): Column {
    const slider = make('input', { type: 'range', min: '0', max: String(USUAL_TOP), step: String(STEP) });
    const said = make('span', { 'aria-hidden': 'true' });
    slider.addEventListener('input', () => drag.move(withFactor(month, Number(slider.value))));
    slider.addEventListener('change', () => drag.end());
    slider.addEventListener('focus', () => choose(month));
    slider.addEventListener('keydown', (event) => {
      if (!beginsNumber(event)) return;
      factor.value = ''; // the digit arrives there
      factor.focus();
    });
    return { element: make('div', {}, said, slider, make('span', { 'aria-hidden': 'true' }, shortName(month))), slider, said };
  }

  function choose(month: number): void {
    chosen = month;
    showFactor();
  }

  function showFactor(): void {
    setText(factorName, words.text('season.factor', { month: monthName(chosen), quantity: words.lever(quantity()) }));
    if (factor !== document.activeElement) factor.value = String(factorOf(chosen));
  }

  function enter(): void {
    const value = words.numberIn(factor.value, 'ratio');
    setText(refusal, Number.isNaN(value) ? words.text('goal.notANumber', { text: factor.value }) : context.apply(withFactor(chosen, value)));
  }

  function showColumns(): void {
    const factors = YEAR.map(factorOf);
    const top = Math.max(USUAL_TOP, Math.ceil(Math.max(...factors)));
    columns.forEach(({ slider, said }, at) => {
      slider.max = String(top);
      slider.value = String(factors[at]);
      slider.setAttribute('aria-label', words.text('season.factor', { month: monthName(at + 1), quantity: words.lever(quantity()) }));
      slider.setAttribute('aria-valuetext', `${factors[at].toFixed(2)} ×`);
      setText(said, String(Number(factors[at].toFixed(2))));
    });
  }

  function show(): void {
    start.value = String(scenario.season.startMonth);
    showColumns();
    showFactor();
    setText(why, sentence());
  }

  function sentence(): string {
    const plain = context.monthlyProfit({ ...scenario, season: { ...scenario.season, months: [] } });
    const months = words.count(plain.length);
    const sum = (profits: readonly number[]) => profits.reduce((whole, profit) => whole + profit, 0);
    if (!scenario.season.months.length) return words.text('season.none', { months, profit: money(sum(plain)) });
    const seasonal = context.monthlyProfit(scenario);
    const gained = sum(seasonal) - sum(plain);
    const values = { months, profit: money(sum(seasonal)), plain: money(sum(plain)), change: money(Math.abs(gained)) };
    const ends = seasonal.slice(0, YEAR.length).map((profit, at) => ({ month: (scenario.season.startMonth - 1 + at) % 12 + 1, change: profit - plain[at] }))
      .sort((one, other) => other.change - one.change);
    const [best, worst] = [ends[0], ends.at(-1)!];
    return [
      words.text(gained < 0 ? 'season.less' : 'season.more', values),
      best.change > 0 ? words.text('season.best', { month: monthName(best.month), change: money(best.change) }) : '',
      worst.change < 0 ? words.text('season.worst', { month: monthName(worst.month), change: money(-worst.change) }) : '',
    ].filter(Boolean).join(language === 'en' ? ' ' : '');
  }

  quantities.addEventListener('change', show);
  start.addEventListener('change', () => context.apply({ ...scenario, season: { ...scenario.season, startMonth: Number(start.value) } }));
  same.addEventListener('click', () => context.apply({ ...scenario, season: { ...scenario.season, months: [] } }));
  factor.addEventListener('change', enter);
  factor.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') columns[chosen - 1].slider.focus();
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
