// The parts below the charts: what readers of the first screen do not need yet.
import { adoptStyle } from '../dom/adopt_style';
import type { Chart } from './chart';
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
}

export function createLaterParts(form: Form): LaterParts {
  adoptStyle(form.element.getRootNode() as Document | ShadowRoot, css);
  const flywheel = new FlywheelSection(form);
  return { parts: [new FormulaSection(form), flywheel, new Remarketing(form), new ShocksSection(form)], charts: flywheel.charts };
}
