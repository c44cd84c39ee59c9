// What a shock would do, in one sentence.
#ifndef SEXTANT_WORDS_SHOCK_EXPLANATION_H_
#define SEXTANT_WORDS_SHOCK_EXPLANATION_H_

#include <string>

#include "engine/metrics/shock.h"
#include "engine/model/result.h"
#include "locales/number_format.h"

namespace sextant {

// "Revenue at risk NT$120,000 (−8%); profit NT$90,000 (−12%)."; or that it
// concerns nothing in the scenario, which is the error EvaluateShocks gives.
std::string ExplainShock(const Result<ShockOutcome>& outcome,
                         const NumberFormat& format);

// The same for a shock that is applied: "On: revenue NT$1,884,270 →
// NT$1,349,340 (−28%), profit …".
std::string ExplainAppliedShock(const Report& before, const Report& after,
                                const NumberFormat& format);

}  // namespace sextant

#endif  // SEXTANT_WORDS_SHOCK_EXPLANATION_H_
