// What a step of the story knows about a scenario, and how it writes numbers.
import type { Report, Scenario } from '../engine/index.mjs';
import type { Session } from '../face/session';
import type { AfterOrder } from '../tools/tools';

export interface Facts {
  scenario: Scenario;
  report: Report;
  /** Of a step that needs the module sextant-later; undefined until it is there. */
  later?: AfterOrder;
}

export function readFacts(session: Session): Facts {
  return { scenario: JSON.parse(session.scenarioJson()) as Scenario, report: JSON.parse(session.reportJson()) as Report };
}

export const cellOf = ({ report }: Facts, id: string) => report.cells.find((cell) => cell.id === id)!;
export const inputOf = ({ scenario }: Facts, id: string) => scenario.cells.find((cell) => cell.id === id)!;

/** Numbers as they are written everywhere; "—" where undefined. */
export class Writer {
  #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  money = (value: number | null): string => this.#write('money', value);
  count = (value: number | null): string => this.#write('count', value);
  share = (value: number | null): string => this.#write('share', value);
  months = (value: number): string => this.#write('months', value);

  /** By how much it has changed: "+20%". */
  change(now: number, before: number): string {
    return this.#write('signedShare', now / before - 1);
  }

  #write(unit: 'money' | 'count' | 'share' | 'months' | 'signedShare', value: number | null): string {
    return this.#session.format(unit, value ?? NaN);
  }
}
