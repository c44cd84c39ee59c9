// How paid cells follow their variable spend (DOMAIN.md, section 8):
// F(S) = F0·(S/S0)^elasticity. Fixed costs stay.
#ifndef SEXTANT_ENGINE_DECISIONS_RESPONSE_H_
#define SEXTANT_ENGINE_DECISIONS_RESPONSE_H_

#include <array>

#include "base/inline_vector.h"
#include "engine/model/scenario.h"

namespace sextant {

// A paid cell of a valid scenario. Money per period.
struct PaidCell {
  int cell = 0;       // position in Scenario::cells
  double spend = 0;   // today's variable spend S0 = F0·CPC0
  double visits = 0;  // today's F0
  double value = 0;   // revenue per visit
  double elasticity = 1;
  // Whether spend can be changed: not from nothing, nor without visits.
  bool can_scale = false;
  // The largest spend at which visits and cost per click are within the bounds
  // of their fields; at least today's.
  double largest_spend = 0;

  // At a spend ≥ 0 of a cell that can scale; today's where it cannot.
  double VisitsAt(double spend) const;
  double RevenueAt(double spend) const { return value * VisitsAt(spend); }
  // Revenue of the next NT$. Infinite at 0 for an elasticity below 1, if visits
  // are worth anything.
  double MarginalRoasAt(double spend) const;
};
using PaidCells = InlineVector<PaidCell, kMaxMedia>;
using Spends = std::array<double, kMaxMedia>;  // in the order of PaidCells

PaidCells PaidCellsOf(const Scenario& scenario);

double SumOf(const Spends& spends);

// The scenario with these spends: visits and cost per click of each cell whose
// spend differs. A cell without spend keeps its cost per click.
Scenario WithSpends(const Scenario& scenario, const PaidCells& cells,
                    const Spends& spends);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_RESPONSE_H_
