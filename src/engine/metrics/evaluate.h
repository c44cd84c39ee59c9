// The calculation: Scenario → Report.
#ifndef SEXTANT_ENGINE_METRICS_EVALUATE_H_
#define SEXTANT_ENGINE_METRICS_EVALUATE_H_

#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

// Every metric of DOMAIN.md sections 3 to 5. Pure: no state, no allocation, no
// input or output. The scenario must be valid (engine/model/validation.h); then
// every number in the report is finite.
//
// `kept`: in the mode `portfolio`, thresholds that stay whatever the averages
// are: those from before a drag, so that one cell's drag does not change the
// verdicts on all others.
Report Evaluate(const Scenario& scenario,
                const ThresholdValues* kept = nullptr);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_METRICS_EVALUATE_H_
