// The flywheel's profit month by month.
import type { Scenario } from '../../engine/index.d.ts';
import type { PackageTools } from '../../tools/package_tools';

const FEWEST_TRIALS = 1024;

/**
 * Where nothing is uncertain, every trial is the flywheel itself. `tools` keep the draws of their last call, so these are
 * not those of the part about uncertainty.
 */
export function monthlyProfit(tools: PackageTools, scenario: Scenario): number[] {
  const certain = { ...scenario, uncertainty: { range: 0, correlation: 0, cells: [] } };
  const months = tools.uncertainty(certain, { trials: FEWEST_TRIALS, flywheel: true }).value?.flywheel ?? [];
  return months.map(({ p50 }, at) => p50 - (at ? months[at - 1].p50 : 0));
}
