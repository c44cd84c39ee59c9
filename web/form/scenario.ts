// Scenarios as values: each function answers another one and leaves its own
// alone. The same steps as in src/app/session.cpp and src/engine/shock.cpp.
import type { Cell, Field, Scenario, Shock } from '../engine/index.mjs';

export const KINDS = ['organic', 'paid'] as const;
export const MAXIMUM_MEDIA = 8;

/** One number of a scenario; without `cell`, one of the scenario itself. */
export interface FieldAddress {
  field: string;
  /** Id: "social.paid". */
  cell?: string;
}

/** "social.paid/costPerClick", "grossMargin" */
export function pathOf({ field, cell }: FieldAddress): string {
  return cell === undefined ? field : `${cell}/${field}`;
}

export function fieldValue(scenario: Scenario, { field, cell }: FieldAddress): number {
  if (cell !== undefined) return scenario.cells.find(({ id }) => id === cell)?.[field as keyof Cell] as number ?? 0;
  if (field === 'grossMargin') return scenario.grossMargin;
  return scenario.thresholds[field === 'thresholds.cpc' ? 'cpc' : 'cpa'] ?? 0;
}

export function withField(scenario: Scenario, { field, cell }: FieldAddress, value: number): Scenario {
  if (cell !== undefined) {
    return { ...scenario, cells: scenario.cells.map((other) => other.id === cell ? { ...other, [field]: value } : other) };
  }
  if (field === 'grossMargin') return { ...scenario, grossMargin: value };
  return { ...scenario, thresholds: { ...scenario.thresholds, [field === 'thresholds.cpc' ? 'cpc' : 'cpa']: value } };
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
