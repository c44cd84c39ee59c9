// What it would take for a customer to be paid back within a year: one lever
// moved, the others as they are.
#ifndef SEXTANT_ENGINE_CUSTOMERS_PAYBACK_H_
#define SEXTANT_ENGINE_CUSTOMERS_PAYBACK_H_

#include <optional>

#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

inline constexpr int kPaybackGoal = 12;  // months

// Each is the value that just suffices; undefined where none within the field's
// bounds does.
struct PaybackNeeds {
  // Of retention: contribution within kPaybackGoal months covers CAC.
  Ratio churn;
  // The other two bring in customers who cost nothing, so that a new customer
  // costs CAC · (1 − momentum) in the long run; that has to be covered. Nothing
  // more is needed of them when it is already.
  bool by_referral = false;
  Ratio referral_visits;  // of promoters
  Ratio nps;  // detractors become promoters, then passives do; −100..100
};

// Nothing without orders or new customers, and when they are paid back in time
// as it is.
std::optional<PaybackNeeds> FindPaybackNeeds(const Scenario& scenario,
                                             const Report& report);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_CUSTOMERS_PAYBACK_H_
