// window.sextant: the page's API for scripts. Uses the plain objects of the engine
// module; nothing throws.
import type { Calculator } from './calculator';
import type { Place } from '../face/calculator_view';
import type { Language } from '../dom/language';
import { text } from '../dom/texts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Refusal {
  /** One of the engine's error codes, or 'notReady'. */
  code: string;
  /** The path of the invalid input: "cells[1].conversionRate". */
  field: string;
  /** In the page's language. */
  message: string;
}

export interface PageApi {
  /** Resolves when the calculator is on screen; rejects if it cannot be shown. */
  readonly ready: Promise<void>;
  /** Null before `ready`. */
  getScenario(): Json;
  /** Takes what engine.evaluate() takes; on refusal nothing changes. */
  setScenario(scenario: unknown): { ok: true; value: Json } | { ok: false; error: Refusal };
  /** What engine.evaluate() returns for the scenario; null before `ready`. */
  getReport(): Json;
  /**
   * Where the bubble of a cell ("social.paid") is, in client pixels: {x, y, radius}. Null if there is none on the
   * screen, for an unknown cell, and before `ready`.
   */
  locate(cell: string): Place | null;
  /** Frames painted so far, and how long the last one took to build. */
  stats(): { frames: number; lastFrameMilliseconds: number };
}

/** The `detail` of a `sextant-change` event. */
export interface Change {
  scenario: Json;
  report: Json;
  link: string;
}

declare global {
  interface Window {
    sextant: PageApi;
  }
  interface WindowEventMap {
    'sextant-change': CustomEvent<Change>;
  }
}

export function createApi(ready: Promise<Calculator>, language: () => Language): PageApi {
  let calculator: Calculator | undefined;
  const shown = ready.then((arrived) => {
    calculator = arrived;
  });
  // Avoid an unhandled rejection when the page never awaits `ready`.
  shown.catch(() => undefined);
  const getScenario = () => calculator?.scenario ?? null;
  return {
    ready: shown,
    getScenario,
    setScenario(scenario) {
      if (!calculator) {
        return { ok: false, error: { code: 'notReady', field: '', message: text(language(), 'notice.notReady') } };
      }
      const error = calculator.setScenario(scenario);
      return error ? { ok: false, error } : { ok: true, value: getScenario() };
    },
    locate: (cell) => calculator?.locate(cell) ?? null,
    getReport: () => calculator?.report ?? null,
    stats: () => calculator?.stats ?? { frames: 0, lastFrameMilliseconds: 0 },
  };
}

/** Fires the event for a change that has settled. */
export function announceChange({ scenario, report, session }: Calculator): Change {
  const detail = { scenario, report, link: session.link() };
  dispatchEvent(new CustomEvent('sextant-change', { detail }));
  return detail;
}
