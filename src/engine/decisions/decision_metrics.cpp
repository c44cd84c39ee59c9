#include "engine/decisions/decision_metrics.h"

#include <cmath>

#include "engine/customers/customer_value.h"
#include "engine/customers/flywheel.h"
#include "engine/metrics/evaluate.h"
#include "engine/metrics/metrics.h"

namespace sextant {
namespace {

OptionalNumber RatioOf(const Totals& total, DecisionMetric metric) {
  switch (metric) {
    case DecisionMetric::kRoas:
      return total.roas;
    case DecisionMetric::kRoi:
      return total.roi;
    case DecisionMetric::kCpa:
      return total.cpa;
    default:
      return total.cac;
  }
}

MeasuredMetric FlywheelProfit(const Scenario& scenario, const Report& report) {
  const FlywheelReport flywheel = SimulateFlywheel(scenario, report);
  double size = 0;
  for (const FlywheelMonth& month : flywheel.flywheel()) {
    size += month.revenue + month.spend;
  }
  return {flywheel.flywheel().back().cumulative_profit, size};
}

}  // namespace

MeasuredMetric MeasureMetric(const Scenario& scenario, DecisionMetric metric) {
  const Report report = Evaluate(scenario);
  const Totals& total = report.total;
  const double size = total.revenue + total.spend;
  switch (metric) {
    case DecisionMetric::kRevenue:
      return {total.revenue, size};
    case DecisionMetric::kProfit:
      return {total.profit, size};
    case DecisionMetric::kFlywheelProfit:
      return FlywheelProfit(scenario, report);
    case DecisionMetric::kLtvToCac: {
      const Ratio value = ValueOfCustomer(scenario, report).ltv_to_cac;
      return {value, value.value_or(0)};
    }
    default: {
      const OptionalNumber value = RatioOf(total, metric);
      if (metric != DecisionMetric::kRoi) return {value, value.value_or(0)};
      return {value, Divide(size, total.spend).value_or(0)};
    }
  }
}

}  // namespace sextant
