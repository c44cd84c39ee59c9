// The scenario that a reader works on, with its history: src/app/session.h,
// whichever face shows it.
import type { ChartName } from 'sextant-tables';
import type { Explanations } from '../engine/index.d.ts';

/** How to write a number: as NumberUnit in web/engine/index.d.ts. */
export type NumberUnit = 'count' | 'money' | 'share' | 'signedShare' | 'months';

/** The charts that a face draws itself; the module sextant-later draws the others. */
export type OwnChart = Exclude<ChartName, 'flywheel' | 'customers'>;

/** What the modules of both faces offer by these names. */
export interface SessionCalls {
  /** Increases with every change of the scenario. */
  revision(): number;
  link(): string;
  /** '' or a sentence why it was refused (nothing changes). One undo step. */
  loadLink(text: string): string;
  /** '' or a sentence; see engine presets for ids. One undo step. */
  loadPreset(id: string): string;
  /** Back to the preset that was loaded last, or the default scenario. */
  reset(): void;
  /** Id of the preset that reset() goes back to; '' for the default scenario. */
  origin(): string;
  /** JSON text of [{id, title, description}] in the present language. */
  presets(): string;
  /** Id of the preset that the scenario equals, or ''. */
  presetId(): string;
  title(): string;
  /** '' or a sentence why it was refused. */
  setTitle(title: string): string;
  /** ISO 4217 */
  currency(): string;
  /** '' or a sentence why it was refused. Amounts are not converted. */
  setCurrency(code: string): string;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Clears undo and redo; the current scenario becomes the initial state. */
  forgetHistory(): void;
  undo(): void;
  redo(): void;
  scenarioJson(): string;
  reportJson(): string;
  /**
   * JSON text of a Table of formatted texts, "—" where undefined: one row per cell
   * and a last one for the totals.
   */
  table(): string;
  /** A number as it is written everywhere. */
  format(unit: NumberUnit, value: number): string;
  /** Applies the shock of this id, or takes it back. `medium`: which one, of a shock of one medium. */
  switchShock(id: string, medium: number): void;
  /** One sentence for the live region: revenue and how it changed. */
  announcement(): string;
  /** A chart as a complete <svg> element; width and height in points, clamped to 100..10000. See complete(). */
  svg(chart: OwnChart, width: number, height: number, theme: 'light' | 'dark'): string;
  /** JSON text of Explained. See complete(). */
  explain(): string;
}

type Sentences = Pick<Explanations, 'revenue' | 'concentration' | 'customer' | 'momentum' | 'flywheel'>;

/** Parts of Explanations in web/engine/index.d.ts. */
export type Explained = { cells: Pick<Explanations['cells'][number], 'id' | 'name' | 'sentence' | 'advice'>[] }
  & (Sentences | { [Name in keyof Sentences]?: undefined });

export interface Session extends SessionCalls {
  /**
   * Loads what the first screen does without, where there is such a thing: until then svg() has only the quadrants, and
   * '' for others, and explain() only the cells. Rejects if that could not be loaded; the next call tries again.
   */
  complete?(): Promise<void>;
  /** Takes what engine.evaluate() takes. '' or JSON text of a Refusal (nothing changes). */
  replaceScenario(scenario: unknown): string;
  /** The bytes of the scenario for the module sextant-later, until the next call. */
  scenarioBytes(): Uint8Array;
  /** Everything that it holds, for the session of another face. */
  save(): Uint8Array;
  /** Takes what another session has saved: undo, baseline, selection and all. */
  restore(saved: Uint8Array): void;
}
