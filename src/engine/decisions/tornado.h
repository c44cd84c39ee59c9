// What matters most: how far each input moves a metric (DOMAIN.md, section 8).
#ifndef SEXTANT_ENGINE_DECISIONS_TORNADO_H_
#define SEXTANT_ENGINE_DECISIONS_TORNADO_H_

#include <array>
#include <vector>

#include "base/optional_number.h"
#include "engine/decisions/decision_metrics.h"
#include "engine/decisions/levers.h"
#include "engine/model/scenario.h"

namespace sextant {

struct TornadoBar {
  Lever lever;
  double low = 0;    // the metric with the lower input,
  double high = 0;   // and with the higher one
  double swing = 0;  // |high − low|, above 0
};

struct TeamSwing {
  Team team = Team::kNobody;
  double swing = 0;  // the sum of its bars
};

// Both lists have the largest swing first; equal ones are in the order of
// LeversOf, and of the enumerators.
struct Tornado {
  OptionalNumber base;  // the metric as the scenario is
  std::vector<TornadoBar> bars;
  std::vector<TeamSwing> teams;  // all of them
};

inline constexpr double kUsualChange = 0.1;
inline constexpr double kLargestChange = 0.9;

// Moves one lever at a time to (1 − change) and (1 + change) times its value,
// within the bounds of its field. 0 < change ≤ kLargestChange. A lever that
// moves nothing, or with which the metric is undefined, has no bar.
Tornado MakeTornado(const Scenario& scenario, DecisionMetric metric,
                    double change);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_TORNADO_H_
