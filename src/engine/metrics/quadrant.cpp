#include "engine/metrics/quadrant.h"

#include <cmath>
#include <span>

#include "engine/metrics/metrics.h"

namespace sextant {
namespace {

// The average of three equal cells may be rounded to slightly below their
// value; they still count as at the threshold, not above it.
constexpr double kRoundingAllowance = 1 + 1e-12;
constexpr double kLineWidth = 0.05;

bool IsLow(Ratio value, Ratio threshold) {
  return value && threshold && *value <= *threshold * kRoundingAllowance;
}

}  // namespace

bool IsPlaced(const Cell& cell, const CellMetrics& metrics) {
  return metrics.spend > 0 && cell.visits > 0;
}

ThresholdValues FindThresholds(const Scenario& scenario, const Report& report) {
  const std::span<const CellMetrics> metrics = report.cells();
  if (scenario.thresholds.mode == Thresholds::Mode::kTarget) {
    return {scenario.thresholds.cpc, scenario.thresholds.cpa};
  }
  if (scenario.thresholds.mode == Thresholds::Mode::kBreakEven) {
    const double margin = scenario.gross_margin * report.total.revenue;
    return {Divide(margin, report.total.visits),
            Divide(margin, report.total.orders)};
  }
  double visits = 0;
  double spend = 0;
  double orders = 0;
  for (size_t i = 0; i < metrics.size(); ++i) {
    if (!IsPlaced(scenario.cells[i], metrics[i])) continue;
    visits += scenario.cells[i].visits;
    spend += metrics[i].spend;
    orders += metrics[i].orders;
  }
  return {Divide(spend, visits), Divide(spend, orders)};
}

ThresholdValues LimitsOf(const Scenario& scenario, const Report& report,
                         int cell) {
  if (scenario.thresholds.mode != Thresholds::Mode::kBreakEven) {
    return report.thresholds;
  }
  const double margin = report.cells()[cell].break_even_cpa;
  return {margin * report.total.conversion_rate.value_or(0), margin};
}

std::optional<Quadrant> PlaceCell(const Cell& cell, const CellMetrics& metrics,
                                  const ThresholdValues& thresholds) {
  if (!IsPlaced(cell, metrics)) return std::nullopt;
  const bool low_cpc = IsLow(metrics.effective_cpc, thresholds.cpc);
  const bool low_cpa = IsLow(metrics.cpa, thresholds.cpa);
  if (low_cpa) {
    return low_cpc ? Quadrant::kLowCpcLowCpa : Quadrant::kHighCpcLowCpa;
  }
  return low_cpc ? Quadrant::kLowCpcHighCpa : Quadrant::kHighCpcHighCpa;
}

bool IsOnLine(const Ratio& value, const Ratio& threshold) {
  if (!value || !threshold || *threshold <= 0) return false;
  return std::fabs(*value / *threshold - 1) <= kLineWidth * kRoundingAllowance;
}

}  // namespace sextant
