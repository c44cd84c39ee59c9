#include "engine/decisions/frontier.h"

#include <algorithm>

#include "engine/metrics/evaluate.h"
#include "engine/metrics/metrics.h"

namespace sextant {
namespace {

FrontierPoint Describe(const Scenario& scenario, const SpendRoom& room,
                       const Spends& spends, Ratio weight) {
  const double budget = SumOf(spends);
  double spread = 0;
  for (double spend : spends) {
    const double share = Divide(spend, budget).value_or(0);
    spread += share * share;
  }
  FrontierPoint point;
  point.weight = weight;
  point.profit =
      Evaluate(WithSpends(scenario, room.cells, spends)).total.profit;
  point.effective_cells = Divide(1, spread);
  point.spends = spends;
  return point;
}

// The weight at which an even split is worth about as much as the best one
// earns: margin · ROAS.
double UsualWeight(const SpendRoom& room, const Spends& spends,
                   double gross_margin) {
  double revenue = 0;
  for (size_t i = 0; i < room.cells.size(); ++i) {
    revenue += room.cells[i].RevenueAt(spends[i]);
  }
  const double weight =
      gross_margin * Divide(revenue, SumOf(spends)).value_or(0);
  return weight > 0 ? weight : 1;
}

}  // namespace

Result<Frontier> FindFrontier(const Scenario& scenario,
                              const BudgetRules& rules,
                              OptionalNumber given_budget, int points) {
  const SpendRoom room = RoomOf(scenario, rules);
  const double least = SumOf(room.least);
  const double most = SumOf(room.most);
  double budget = given_budget.value_or(SumOf(room.today));
  if (auto error = CheckBudget(least, most, budget, "budget")) return *error;
  budget = std::clamp(budget, least, most);

  Frontier frontier;
  frontier.cells = room.cells;
  const Spends best = BestSplit(room, budget, SplitGoal{});
  frontier.points.push_back(Describe(scenario, room, best, 0));
  const double usual = UsualWeight(room, best, scenario.gross_margin);
  for (int i = 1; i < points - 1; ++i) {
    const double weight = usual * i / (points - 1 - i);
    const SplitGoal goal = {scenario.gross_margin, 2 * weight / budget};
    frontier.points.push_back(
        Describe(scenario, room, BestSplit(room, budget, goal), weight));
  }
  const Spends even = BestSplit(room, budget, SplitGoal{0, 1});
  frontier.points.push_back(Describe(scenario, room, even, {}));
  return frontier;
}

}  // namespace sextant
