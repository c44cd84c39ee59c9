// What shocks put at risk, given how sure the inputs are (DOMAIN.md, sections 5
// and 8).
#ifndef SEXTANT_ENGINE_DECISIONS_SHOCK_RANGE_H_
#define SEXTANT_ENGINE_DECISIONS_SHOCK_RANGE_H_

#include "engine/decisions/uncertainty.h"
#include "engine/model/scenario.h"

namespace sextant {

// Revenue before minus revenue after, trial by trial with the same draws.
// `risks` has room for a number for each trial, of what the model says about
// the scenario before; both scenarios are valid and of the same media.
// Afterwards the model says what it says about `after`.
Distribution MeasureRisk(const Scenario& before, const Scenario& after,
                         UncertaintyModel& model, std::span<double> risks);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_SHOCK_RANGE_H_
