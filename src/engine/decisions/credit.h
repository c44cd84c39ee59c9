// Who deserves credit for the revenue when cells assist each other (DOMAIN.md,
// section 9). A fair split under stated assists, not a causal measurement.
#ifndef SEXTANT_ENGINE_DECISIONS_CREDIT_H_
#define SEXTANT_ENGINE_DECISIONS_CREDIT_H_

#include <vector>

#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

struct CellCredit {
  double own = 0;             // the cell's revenue
  double credit = 0;          // its Shapley value
  double removal_effect = 0;  // revenue that is lost without the cell
  Ratio orders;  // by credit: credit / order value; undefined if that is 0
  Ratio cpa;     // spend / orders by credit
};

struct CreditReport {
  std::vector<CellCredit> cells;  // in the order of Scenario::cells
  double total = 0;               // revenue, and the sum of the credits
};

// The Shapley value of the game in which a set S of live cells is worth
// v(S) = Σ_{j∈S} revenue_j·Π_{(i→j), i∉S}(1 − share_ij) (Shapley, "A value for
// n-person games", 1953), exact apart from rounding. Assists may form cycles.
CreditReport ShareCredit(const Scenario& scenario);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_CREDIT_H_
