// What it would take: the value of one input with which a metric reaches a
// target (DOMAIN.md, section 8).
#ifndef SEXTANT_ENGINE_DECISIONS_GOAL_SEEK_H_
#define SEXTANT_ENGINE_DECISIONS_GOAL_SEEK_H_

#include <vector>

#include "base/optional_number.h"
#include "engine/decisions/decision_metrics.h"
#include "engine/decisions/levers.h"
#include "engine/model/scenario.h"

namespace sextant {

struct Goal {
  DecisionMetric metric = DecisionMetric::kProfit;
  double target = 0;  // finite
};

enum class Shortfall {
  kNone,         // the target is reached
  kBounds,       // no value within the field's bounds reaches it
  kInsensitive,  // the lever does not change the metric
};

struct GoalResult {
  Lever lever;
  double value = 0;         // of the lever: the best there is
  OptionalNumber achieved;  // the metric then; empty if it is never defined
  Shortfall shortfall = Shortfall::kNone;
  // Of the lever: (value − value now) / value now; empty if it is 0 now.
  OptionalNumber relative_change;

  bool reached() const { return shortfall == Shortfall::kNone; }
};

// Reached: the metric is within 1e-9 · max(1, |target|) of the target, or
// within the last bits of what it is a difference of. Of several values that
// reach it, the one next to the value now.
//
// The metrics are smooth in every lever, and most are monotone or have one
// turning point. So the range is searched at points whose distance from the
// value now grows geometrically; then a bracketed root is found by
// Chandrupatla's method (Advances in Engineering Software 28, 1997), begun with
// a secant, which is the closed form of a linear metric. Where no two points
// lie on both sides of the target, a turning point between them may.
GoalResult SeekGoal(const Scenario& scenario, const Goal& goal,
                    const Lever& lever);

struct GoalSearch {
  // The levers that reach the goal, smallest |relative_change| first; those
  // that are 0 now are last; equal ones are in the order of LeversOf.
  std::vector<GoalResult> options;
  // The first of them; without any, the one that comes closest.
  GoalResult best;
};

GoalSearch SeekGoalWithAnyLever(const Scenario& scenario, const Goal& goal);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_GOAL_SEEK_H_
