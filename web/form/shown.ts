// Everything that the form shows, as texts: src/wasm/form_state.h and, below the first screen, later_state.h.

/** A result of results.json: its text alone ("NT$1,234,000"), or more. */
export type ShownResult = string | {
  /** "NT$1,234,000", "—" */
  text: string;
  /** Why it is undefined. */
  reason?: string;
  /** "+12%", if it is compared with something. */
  change?: string;
  verdict?: 'better' | 'worse' | 'neither';
};

export const detailsOf = (shown: ShownResult): Exclude<ShownResult, string> => typeof shown === 'string' ? { text: shown } : shown;

export interface ShownCell {
  /** "social.paid" */
  id: string;
  /** "Social · Paid" */
  name: string;
  /** "Paid" */
  kind: string;
  /** 1..4; 0: in none. */
  quadrant: number;
  /** "IV · cheap, but does not buy". */
  story: string;
  sentence: string;
  /** May be empty. */
  advice: string;
  /** By their ids in the list "card". */
  results: Record<string, ShownResult>;
}

/** Its text, the position of its slider, 0..1, and the position from which that is filled. */
export type ShownField = [text: string, position: number, from: number];

/** The first screen. */
export interface Shown {
  media: { id: string; name: string; hue: number }[];
  cells: ShownCell[];
  /** By path: "social.paid/costPerClick", "retention.churn". */
  fields: Record<string, ShownField>;
  /** By their ids in the list "kpi". */
  total: Record<string, ShownResult>;
  /** What the changes are since. */
  comparedWith: '' | 'baseline' | 'before';
  /** What the last change was and did, in lines; '' when there is none. */
  lastChange: string;
  hasBaseline: boolean;
  canAddMedium: boolean;
  /** 0: the averages, 1: break-even, 2: the reader's own. */
  thresholdMode: number;
}

/** All fields, or those that have changed. */
export type AnsweredShown = Omit<Shown, 'fields'> & { fields?: Shown['fields']; changedFields?: Shown['fields'] };

/** What is below it, from the module sextant-later. */
export interface ShownLater {
  /** In the order of `cells` of Shown. */
  cells: {
    formula: string;
    /** What it does to the pool of remarketing. */
    pool: { densityEffect: ShownResult; cpaEffect: ShownResult };
  }[];
  /** By their ids in the lists "profits" and "afterOrder". */
  afterOrder: Record<string, ShownResult>;
  sentences: {
    revenue: string;
    averages: string;
    concentration: string;
    customer: string;
    /** May be empty. */
    payback: string;
    momentum: string;
    flywheel: string;
    remarketing: string;
  };
}

/** By id of the field: "costPerClick". `name` is its accessible name, without the group it is in. */
export type Labels = Record<string, { visible: string; name: string }>;

export interface ShownShock {
  id: string;
  title: string;
  description: string;
  /** The reader chooses the medium. */
  ofOneMedium: boolean;
  outcome: string;
  on: boolean;
  applicable: boolean;
}
