#include "engine/decisions/shock_range.h"

#include <algorithm>

#include "engine/metrics/evaluate.h"

namespace sextant {

Distribution MeasureRisk(const Scenario& before, const Scenario& after,
                         UncertaintyModel& model, std::span<double> risks) {
  model.Update(before);
  const auto kept = model.Trials(Outcome::kRevenue);
  std::copy(kept.begin(), kept.end(), risks.begin());
  model.Update(after);
  const auto left = model.Trials(Outcome::kRevenue);
  for (size_t i = 0; i < risks.size(); ++i) risks[i] -= left[i];
  return model.Distribute(
      risks, Evaluate(before).total.revenue - Evaluate(after).total.revenue);
}

}  // namespace sextant
