// The results that decisions are made by (DOMAIN.md, section 8).
#ifndef SEXTANT_ENGINE_DECISIONS_DECISION_METRICS_H_
#define SEXTANT_ENGINE_DECISIONS_DECISION_METRICS_H_

#include "base/optional_number.h"
#include "engine/model/scenario.h"

namespace sextant {

enum class DecisionMetric {
  kRevenue,
  kProfit,
  kRoas,
  kRoi,
  kCpa,
  kCac,
  kLtvToCac,
  kFlywheelProfit,  // cumulative, after the flywheel's last month
};
inline constexpr const char* kDecisionMetricIds[] = {
    "revenue", "profit", "roas",     "roi",
    "cpa",     "cac",    "ltvToCac", "flywheelProfit"};

struct MeasuredMetric {
  OptionalNumber value;
  // Of the numbers whose difference the value is, such as revenue + spend for
  // profit: it is rounded to the last bits of this.
  double size = 0;
};

// `scenario` is valid; then both are finite.
MeasuredMetric MeasureMetric(const Scenario& scenario, DecisionMetric metric);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_DECISION_METRICS_H_
