// What the parts of the panel that helps to decide have in common: what they know of the calculator, and how they name and
// write things.
import { make, setText } from '../../dom/dom';
import type { Language } from '../../dom/language';
import type { NumberUnit, Session } from '../../face/session';
import type { DecisionMetric } from '../../engine/tools';
import type { PackageTools } from '../../tools/package_tools';
import type { Report, Scenario } from '../../engine/index.d.ts';
import type { DecideKey, DecideText } from './texts';

/** Keys of `shared`, by the last part of a lever's id. */
const FIELD_WORDS: Record<string, string> = {
  visits: 'field.visits', conversionRate: 'field.conversionRate', orderValue: 'field.orderValue', costPerClick: 'field.costPerClick.short',
  fixedCost: 'field.fixedCost', newCustomerShare: 'field.newCustomerShare', grossMargin: 'field.grossMargin',
  repeatOrders: 'field.repeatOrders', churn: 'field.churn', discount: 'field.discount', organicGrowth: 'field.organicGrowth',
  referralConversionRate: 'field.referralConversionRate', share: 'field.segmentShare', referralVisits: 'field.referralVisits',
};
const SEGMENT_WORDS: Record<string, string> = { promoter: 'segment.promoter', passive: 'segment.passive', detractor: 'segment.detractor' };
const MONEY = ['orderValue', 'costPerClick', 'fixedCost'];
const COUNTS = ['visits'];
const RATIOS = ['repeatOrders', 'referralVisits'];
const METRIC_UNITS: Partial<Record<DecisionMetric, 'ratio' | 'share'>> = { roas: 'ratio', roi: 'share', ltvToCac: 'ratio' };

export const METRICS = ['profit', 'revenue', 'roas', 'roi', 'cpa', 'cac', 'ltvToCac', 'flywheelProfit'] as const satisfies readonly DecisionMetric[];

/** Less is better. */
export const isCost = (metric: DecisionMetric) => metric === 'cpa' || metric === 'cac';

export interface Context {
  tools: PackageTools;
  language: Language;
  session(): Session;
  text: DecideText;
  /** Keys of `shared` in src/locales. */
  shared(key: string): string;
  /** The scenario of a link, or the sentence that refuses it ('': none). Nothing changes. */
  read(link: string): { scenario: Scenario; link: string; refusal: string };
  /**
   * Makes the scenario the reader's: one step of the history. '' or the sentence that refuses it (nothing changes).
   * `goesOn`: it replaces the last step, as during a drag.
   */
  apply(scenario: unknown, goesOn?: boolean): string;
  report(): Report;
  monthlyProfit(scenario: Scenario): number[];
}

/** A part of the panel. */
export interface DecidePart {
  element: HTMLElement;
  update(scenario: Scenario): void;
}

export class Wording {
  #context: Context;
  #cells = new Map<string, string>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** The names of cells may have changed. */
  refresh(): void {
    const { cells } = JSON.parse(this.#context.session().explain()) as { cells: { id: string; name: string }[] };
    this.#cells = new Map(cells.map(({ id, name }) => [id, name]));
  }

  text(key: DecideKey, values?: Record<string, string>): string {
    return this.#context.text(key, values);
  }

  /** "Social · Paid" */
  cell(id: string): string {
    return this.#cells.get(id) ?? id;
  }

  /** "Social": what the names of its cells begin with. */
  medium(id: string): string {
    return this.cell(`${id}.organic`).split(' · ')[0];
  }

  metric(metric: DecisionMetric): string {
    return this.text(`metric.${metric}`);
  }

  /** Whether lever() has a name for it. */
  knows(id: string): boolean {
    const field = id.split('/').at(-1)!;
    return field.split('.').at(-1)! in FIELD_WORDS && !/^(season|assists|uncertainty|response)\./.test(id) && !/^(response|uncertainty|remarketing|thresholds)\./.test(field);
  }

  /** "Social · Paid: Visits" */
  lever(id: string): string {
    const [cell, field] = id.includes('/') ? id.split('/') : ['', id];
    const path = field.split('.');
    const word = this.#context.shared(FIELD_WORDS[path.at(-1)!]);
    const owner = this.#cells.get(cell) ?? (SEGMENT_WORDS[path.at(-2)!] && this.#context.shared(SEGMENT_WORDS[path.at(-2)!]));
    if (!owner) return word;
    if (this.#context.language === 'en') return `${owner}: ${word}`;
    return `${owner}的${/^\w/.test(word) ? ' ' : ''}${word}`;
  }

  /** A value of the lever, as people read it. */
  valueOf(id: string, value: number): string {
    const field = id.split(/[./]/).at(-1)!;
    if (MONEY.includes(field)) return this.#write('money', value);
    if (COUNTS.includes(field)) return this.#write('count', value);
    return RATIOS.includes(field) ? ratio(value) : this.#write('share', value);
  }

  amount(metric: DecisionMetric, value: number | null): string {
    if (value === null) return '—';
    const unit = METRIC_UNITS[metric] ?? 'money';
    return unit === 'ratio' ? ratio(value) : this.#write(unit, value);
  }

  ratio(value: number): string {
    return ratio(value);
  }

  /** Of money that may be less than one. */
  fineAmount(value: number): string {
    return Math.abs(value) < 10 ? this.#write('money', Number(value.toPrecision(2))) : this.#write('money', value);
  }

  share(value: number): string {
    return this.#write('share', value);
  }

  months(value: number): string {
    return this.#write('months', value);
  }

  change(value: number): string {
    return this.#write('signedShare', value);
  }

  count(value: number): string {
    return this.#write('count', value);
  }

  /** What is typed for an amount of the metric: "60萬", "1.2k", "12%". NaN if it is no number. */
  amountIn(metric: DecisionMetric, text: string): number {
    return this.numberIn(text, METRIC_UNITS[metric] ?? 'money');
  }

  numberIn(text: string, unit: 'count' | 'money' | 'share' | 'ratio'): number {
    return this.#context.tools.parseNumber(text, { unit }).value ?? NaN;
  }

  #write(unit: NumberUnit, value: number): string {
    return this.#context.session().format(unit, value);
  }
}

const ratio = (value: number) => String(Number(value.toPrecision(3)));

// Where the scenario has a lever: an object and the key of a number.
function placeOf(scenario: Scenario, lever: string): [owner: Record<string, unknown>, key: string] {
  const [cell, field] = lever.split('/');
  if (field) return [scenario.cells.find(({ id }) => id === cell) as unknown as Record<string, unknown>, field];
  const path = lever.split('.');
  const owner = path.slice(0, -1).reduce((object, key) => object[key] as Record<string, unknown>, scenario as unknown as Record<string, unknown>);
  return [owner, path.at(-1)!];
}

/** The lever's value. One that is not set takes another's: that of social.organic. */
export function leverOf(scenario: Scenario, lever: string): number {
  const [owner, key] = placeOf(scenario, lever);
  const value = owner[key];
  return typeof value === 'number' ? value : (scenario.cells.find(({ id }) => id === 'social.organic') ?? scenario.cells[0]).conversionRate;
}

export function withLever(scenario: Scenario, lever: string, value: number): Scenario {
  const copy = structuredClone(scenario);
  const [owner, key] = placeOf(copy, lever);
  owner[key] = value;
  return copy;
}

/** A part with its heading, and a sentence that says why. */
export function makePart(id: string, heading: string, ...content: HTMLElement[]): HTMLElement {
  const part = make('section', { id: `decide-${id}`, 'aria-labelledby': `decide-${id}-heading` },
    make('h3', { id: `decide-${id}-heading` }, heading), ...content);
  // Only where the reader works is the sentence announced: a slider of the calculator changes those of all parts.
  const why = part.querySelector('.why');
  part.addEventListener('focusin', () => why?.setAttribute('role', 'status'));
  part.addEventListener('focusout', () => why?.removeAttribute('role'));
  return part;
}

/** What the part is about, below its heading. */
export function makeHint(text: string): HTMLElement {
  return make('p', { class: 'hint' }, text);
}

/** What a slider does to the scenario until it is let go is one step of the history. */
export class Drag {
  #goesOn = false;

  constructor(private readonly context: Context) {}

  /** '' or the sentence that refuses it (nothing changes). */
  move(scenario: unknown): string {
    const refused = this.context.apply(scenario, this.#goesOn);
    if (!refused) this.#goesOn = true;
    return refused;
  }

  end(): void {
    this.#goesOn = false;
  }
}

export function makeSentence(): HTMLElement {
  return make('p', { class: 'why' });
}

/** What is behind a part for who asks. */
export interface Details {
  content: readonly HTMLElement[];
  show(scenario: Scenario): void;
}

/** Loaded when it is opened first, and calculated only while it is open. */
export interface More {
  element: HTMLDetailsElement;
  show(scenario: Scenario): void;
}

export function makeMore(words: Wording, heading: DecideKey, load: () => Promise<Details>): More {
  const element = make('details', {}, make('summary', {}, words.text(heading)));
  const refusal = make('p', { class: 'refusal', role: 'alert' });
  element.append(refusal);
  let details: Details | undefined;
  let latest: Scenario | undefined;
  const show = () => {
    if (element.open && latest) details?.show(latest);
  };
  element.addEventListener('toggle', async () => {
    if (!element.open) return;
    try {
      const loaded = await load();
      if (!details) element.append(...(details = loaded).content);
      setText(refusal, '');
    } catch {
      setText(refusal, words.text('failed'));
    }
    show();
  });
  return {
    element,
    show(scenario) {
      latest = scenario;
      show();
    },
  };
}

/** A list to choose from, with its label. */
export function makeChoice(id: string, label: string, options: readonly [value: string, text: string][]): [HTMLElement, HTMLSelectElement] {
  const select = make('select', { id }, ...options.map(([value, text]) => make('option', { value }, text)));
  return [make('label', {}, make('span', {}, label), select), select];
}

/** The metric that a part judges by. */
export function makeMetricChoice(id: string, words: Wording): [HTMLElement, HTMLSelectElement] {
  return makeChoice(id, words.text('metric'), METRICS.map((metric) => [metric, words.metric(metric)]));
}

export function makeRow(cells: readonly (string | HTMLElement)[], tag: 'td' | 'th' = 'td'): HTMLElement {
  const [first, ...others] = cells;
  return make('tr', {}, make('th', { scope: tag === 'th' ? 'col' : 'row' }, first),
    ...others.map((cell) => tag === 'th' && cell ? make('th', { scope: 'col' }, cell) : make('td', {}, cell)));
}

/** A table that can be scrolled where the screen is narrower. */
export function makeTable(label: string, head: HTMLElement, body: HTMLElement, className = ''): HTMLElement {
  return make('div', { class: 'scroll', role: 'group', tabindex: '0', 'aria-label': label }, make('table', { class: className }, head, body));
}
