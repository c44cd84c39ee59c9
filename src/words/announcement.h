// What is read out after an edit, for those who listen.
#ifndef SEXTANT_WORDS_ANNOUNCEMENT_H_
#define SEXTANT_WORDS_ANNOUNCEMENT_H_

#include <string>

#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "locales/number_format.h"

namespace sextant {

// What an edit from one scenario to another has moved: revenue, or only what
// comes after the order.
enum class Moved { kRevenue, kCustomers, kRemarketing };
Moved WhatMoved(const Scenario& before, const Scenario& now);

// ExplainRevenue against the baseline; where the edit from `before` to `now`
// has moved only what comes after the order, the sentences about that. `report`
// is that of `now`; `baseline` may be nullptr.
std::string Announce(const Scenario& before, const Scenario& now,
                     const Report& report, const Report* baseline,
                     const NumberFormat& format);

}  // namespace sextant

#endif  // SEXTANT_WORDS_ANNOUNCEMENT_H_
