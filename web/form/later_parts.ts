// The parts below the first screen. They are made when the session is complete.
import { adoptStyle } from '../dom/adopt_style';
import type { Chart } from './chart';
import { ChartSection } from './chart_section';
import { FlywheelSection } from './flywheel_section';
import type { Form, Part } from './form';
import { FormulaSection } from './formula_section';
import css from './later_parts.css?text';
import { Remarketing } from './remarketing';
import { ShocksSection } from './shocks_section';

export interface LaterParts {
  /** In their order on the page. */
  parts: readonly Part[];
  charts: readonly Chart[];
  /** One of them, which is also a picture of the story. */
  matrix: Chart;
}

export function createLaterParts(form: Form): LaterParts {
  adoptStyle(form.element.getRootNode() as Document | ShadowRoot, css);
  const { session } = form;
  const matrix = new ChartSection(form, { chart: 'matrix', title: 'ui.revenueTitle', part: 'matrix', table: () => session.table() });
  const flywheel = new FlywheelSection(form);
  return {
    parts: [
      { element: matrix.element, update: () => matrix.update(session.later.sentences.concentration) },
      new FormulaSection(form), flywheel, new Remarketing(form), new ShocksSection(form)],
    charts: [matrix.chart, ...flywheel.charts],
    matrix: matrix.chart,
  };
}
