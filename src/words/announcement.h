// What is read out after an edit, for those who listen.
#ifndef SEXTANT_WORDS_ANNOUNCEMENT_H_
#define SEXTANT_WORDS_ANNOUNCEMENT_H_

#include <string>

#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "locales/number_format.h"

namespace sextant {

// ExplainRevenue against the baseline; where the edit from `before` to `now`
// left revenue alone and moved what comes after the order, the sentences about
// that. `report` is that of `now`; `baseline` may be nullptr.
std::string Announce(const Scenario& before, const Scenario& now,
                     const Report& report, const Report* baseline,
                     const NumberFormat& format);

}  // namespace sextant

#endif  // SEXTANT_WORDS_ANNOUNCEMENT_H_
