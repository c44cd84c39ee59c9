// What it would take for a customer to be paid back within a year, changing one
// lever at a time.
#ifndef SEXTANT_ENGINE_CUSTOMERS_PAYBACK_H_
#define SEXTANT_ENGINE_CUSTOMERS_PAYBACK_H_

#include <optional>

#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

inline constexpr int kPaybackGoal = 12;  // months

// Each number is just enough; undefined if no value within the field's bounds
// is enough.
struct PaybackNeeds {
  // With this churn, the contribution within kPaybackGoal months covers CAC.
  Ratio churn;
  // The other two bring in customers who cost nothing, so that a new customer
  // costs CAC · (1 − momentum) in the long run; that has to be covered.
  // True when it already is; then the other two are undefined.
  bool by_referral = false;
  Ratio referral_visits;  // of promoters
  Ratio nps;  // detractors become promoters, then passives do; −100..100
};

// Empty without orders or new customers, and when customers are already paid
// back in time.
std::optional<PaybackNeeds> FindPaybackNeeds(const Scenario& scenario,
                                             const Report& report);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_CUSTOMERS_PAYBACK_H_
