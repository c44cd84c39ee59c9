#include "words/cell_state.h"

#include "engine/metrics/quadrant.h"

namespace sextant {
namespace {

bool ConvertsWell(const CellMetrics& metrics, const ThresholdValues& limits) {
  if (!limits.cpc || !limits.cpa || !metrics.cpa) return false;
  return *metrics.effective_cpc * *limits.cpa >= *metrics.cpa * *limits.cpc;
}

}  // namespace

CellState StateOf(const Scenario& scenario, const Report& report, int cell) {
  const CellMetrics& metrics = report.cells()[static_cast<size_t>(cell)];
  const ThresholdValues limits = LimitsOf(scenario, report, cell);
  return {metrics.quadrant.value_or(Quadrant::kHighCpcHighCpa),
          KindOf(cell),
          limits,
          metrics.profit >= -1e-9 * metrics.spend,
          ConvertsWell(metrics, limits),
          metrics.cpa && IsOnLine(metrics.effective_cpc, limits.cpc),
          IsOnLine(metrics.cpa, limits.cpa)};
}

}  // namespace sextant
