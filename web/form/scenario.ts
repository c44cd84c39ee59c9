// Scenarios as values: each function answers another one and leaves its own
// alone. The same steps as in src/app/session.cpp and src/engine/metrics/shock.cpp.
import { SHOWN_FIELDS } from 'sextant-tables';
import type { Cell, Field, Scenario, Segments, Shock } from '../engine/index.mjs';

export const KINDS = ['organic', 'paid'] as const;
export const SEGMENTS = ['promoter', 'passive', 'detractor'] as const satisfies readonly (keyof Segments)[];
export type Segment = (typeof SEGMENTS)[number];
export const MAXIMUM_MEDIA = 8;

/** One number of a scenario; without `cell`, one of the scenario itself. */
export interface FieldAddress {
  /** Id of a Field: "costPerClick", "retention.churn". */
  field: string;
  /** Id: "social.paid". */
  cell?: string;
}

/** "social.paid/costPerClick", "retention.churn" */
export function pathOf({ field, cell }: FieldAddress): string {
  return cell === undefined ? field : `${cell}/${field}`;
}

type Branch = Record<string, unknown>;

// "retention.churn" is the churn in the scenario's retention.
function valueAt(branch: unknown, path: string): number | undefined {
  return path.split('.').reduce((at, key) => (at as Branch)[key], branch) as number | undefined;
}

function withValueAt(branch: Branch, [key, ...rest]: readonly string[], value: number): Branch {
  return { ...branch, [key]: rest.length ? withValueAt(branch[key] as Branch, rest, value) : value };
}

const REFERRAL_CONVERSION_RATE = 'flywheel.referralConversionRate';

// What stands in for a field that is left out.
function implied({ media, cells }: Scenario, field: string): number {
  if (field !== REFERRAL_CONVERSION_RATE) return 0;
  const social = media.findIndex(({ id }) => id === 'social');
  return cells[Math.max(social, 0) * KINDS.length].conversionRate;
}

export function fieldValue(scenario: Scenario, { field, cell }: FieldAddress): number {
  if (cell !== undefined) return scenario.cells.find(({ id }) => id === cell)?.[field as keyof Cell] as number ?? 0;
  return valueAt(scenario, field) ?? implied(scenario, field);
}

export function withField(scenario: Scenario, { field, cell }: FieldAddress, value: number): Scenario {
  // Set to what stands in for it, it follows that again.
  if (field === REFERRAL_CONVERSION_RATE && value === implied(scenario, field)) {
    const { referralConversionRate, ...flywheel } = scenario.flywheel;
    return { ...scenario, flywheel };
  }
  if (cell !== undefined) {
    return { ...scenario, cells: scenario.cells.map((other) => other.id === cell ? { ...other, [field]: value } : other) };
  }
  return withValueAt(scenario as unknown as Branch, field.split('.'), value) as unknown as Scenario;
}

export const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Do the two earn the same before customers come back? */
export function earnsTheSame(a: Scenario, b: Scenario): boolean {
  const beforeReturn = ({ grossMargin, media, cells }: Scenario) => [grossMargin, media, cells.map((cell) => SHOWN_FIELDS.card.map((field) => cell[field]))];
  return isSame(beforeReturn(a), beforeReturn(b));
}

/** Which segment's share of the new customers it is, if it is one. */
export function segmentOfShare({ field, cell }: FieldAddress): Segment | undefined {
  return cell === undefined ? SEGMENTS.find((segment) => field === `flywheel.segments.${segment}.share`) : undefined;
}

/** The others give way in proportion to what they had in `before`, so that the three sum to 1 again. */
export function withShare(scenario: Scenario, segment: Segment, share: number, before: Scenario): Scenario {
  const at = SEGMENTS.indexOf(segment);
  const [next, last] = [1, 2].map((step) => SEGMENTS[(at + step) % SEGMENTS.length]);
  const { segments: had } = before.flywheel;
  const others = had[next].share + had[last].share;
  const part = others > 0 ? had[next].share / others : 0.5;
  // Tenths of a percent are what a reader sees.
  const nextShare = Math.min(Math.round((1 - share) * part * 1000) / 1000, 1 - share);
  const lastShare = Math.round((1 - share - nextShare) * 1e12) / 1e12;
  const { flywheel, flywheel: { segments } } = scenario;
  return {
    ...scenario,
    flywheel: {
      ...flywheel,
      segments: {
        ...segments,
        [segment]: { ...segments[segment], share },
        [next]: { ...segments[next], share: nextShare },
        [last]: { ...segments[last], share: lastShare },
      },
    },
  };
}

function newMediumId({ media }: Scenario): string {
  for (let number = media.length + 1; ; ++number) {
    const id = `medium-${number}`;
    if (!media.some((medium) => medium.id === id)) return id;
  }
}

export function withNewMedium(scenario: Scenario, cellFields: readonly Field[]): Scenario {
  const id = newMediumId(scenario);
  const numbers = Object.fromEntries(cellFields.map((field) => [field.id, field.default]));
  const cells = KINDS.map((kind) => ({ id: `${id}.${kind}`, ...numbers }) as Cell);
  return { ...scenario, media: [...scenario.media, { id, label: '' }], cells: [...scenario.cells, ...cells] };
}

export function withoutMedium(scenario: Scenario, position: number): Scenario {
  return {
    ...scenario,
    media: scenario.media.filter((_, at) => at !== position),
    cells: scenario.cells.filter((_, at) => Math.floor(at / KINDS.length) !== position),
  };
}

/** What would pass a field's bound stays at the bound. */
export function withShocks(scenario: Scenario, shocks: readonly Shock[], cellFields: readonly Field[]): Scenario {
  const cells = scenario.cells.map((cell) => {
    const after = { ...cell };
    const [medium, kind] = cell.id.split('.');
    for (const { target, field, factor } of shocks) {
      if (target !== cell.id && target !== medium && target !== kind) continue;
      const { maximum } = cellFields.find(({ id }) => id === field)!;
      after[field] = Math.min(after[field] * factor, maximum);
    }
    return after;
  });
  return { ...scenario, cells };
}
