// The best split of a budget among paid cells, each with bounds.
#ifndef SEXTANT_ENGINE_DECISIONS_BEST_SPLIT_H_
#define SEXTANT_ENGINE_DECISIONS_BEST_SPLIT_H_

#include <array>

#include "base/optional_number.h"
#include "engine/decisions/response.h"
#include "engine/model/result.h"

namespace sextant {

// What a budget must keep to. By position in Scenario::cells; what is said of
// cells that are not paid does not count.
struct BudgetRules {
  struct Bounds {
    OptionalNumber minimum;  // money; unset: 0
    OptionalNumber maximum;  // unset: three times today's spend
  };
  std::array<Bounds, kMaxCells> bounds;
  // These keep today's spend, whatever their bounds.
  std::array<bool, kMaxCells> locked = {};
};

// The paid cells of a scenario and what each may spend, 0 ≤ least ≤ most. The
// bounds of visits and cost per click lower both.
struct SpendRoom {
  PaidCells cells;
  Spends today = {};
  Spends least = {};
  Spends most = {};

  bool HasRoom(size_t i) const { return least[i] < most[i]; }
};
SpendRoom RoomOf(const Scenario& scenario, const BudgetRules& rules);

// What a split is to maximise: revenue_weight·revenue − ½·spread_weight·ΣS².
// Its derivative by a cell's spend falls, so all cells within their bounds have
// the same one in the best split.
struct SplitGoal {
  double revenue_weight = 1;
  double spread_weight = 0;
};

// The best split that spends the budget, or the nearest sum that the room
// allows. Cells that are equally good in any split share by their room.
Spends BestSplit(const SpendRoom& room, double budget, const SplitGoal& goal);

// Where every cell has been given spend as long as the next NT$ brings more
// revenue than `marginal_roas` ≥ 0; or as long as it brings no less.
Spends SplitAtMarginalRoas(const SpendRoom& room, double marginal_roas,
                           bool or_equal);

// kBudgetOutOfReach at `field`, with the least and the most that can be spent
// as detail, unless the budget is between them. Half a cent beyond is between:
// messages round to cents.
std::optional<Error> CheckBudget(double least, double most, double budget,
                                 std::string_view field);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_BEST_SPLIT_H_
