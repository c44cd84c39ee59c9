// The best profit against the spread of paid spend (DOMAIN.md, section 8).
#ifndef SEXTANT_ENGINE_DECISIONS_FRONTIER_H_
#define SEXTANT_ENGINE_DECISIONS_FRONTIER_H_

#include <vector>

#include "base/optional_number.h"
#include "engine/decisions/best_split.h"
#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

inline constexpr int kFewestFrontierPoints = 2;
inline constexpr int kMostFrontierPoints = 100;

struct FrontierPoint {
  // Profit given up for an even split: the point has the largest profit(S) −
  // weight·B·Σ(S_i/B)². Undefined at the last point, which is as even as the
  // bounds allow.
  Ratio weight;
  double profit = 0;      // of the whole scenario
  Ratio effective_cells;  // 1/Σ(S_i/B)²; undefined without a budget
  Spends spends = {};     // in the order of PaidCells
};

struct Frontier {
  PaidCells cells;
  // From the best profit to the most even split: profit falls, effective cells
  // rise.
  std::vector<FrontierPoint> points;
};

// `budget`: as in Allocate, with spend_all. `points`: kFewestFrontierPoints to
// kMostFrontierPoints.
Result<Frontier> FindFrontier(const Scenario& scenario,
                              const BudgetRules& rules, OptionalNumber budget,
                              int points);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_FRONTIER_H_
