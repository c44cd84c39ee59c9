// The calculation: Scenario → Report.
#ifndef SEXTANT_ENGINE_METRICS_EVALUATE_H_
#define SEXTANT_ENGINE_METRICS_EVALUATE_H_

#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

// Every metric of DOMAIN.md sections 3 to 5. Pure: no state, no allocation, no
// input or output. The scenario must be valid (engine/model/validation.h); then
// every number in the report is finite.
Report Evaluate(const Scenario& scenario);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_METRICS_EVALUATE_H_
