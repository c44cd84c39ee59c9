#include "engine/decisions/allocation.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/metrics/evaluate.h"
#include "engine/metrics/metrics.h"

namespace sextant {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool IsClose(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

Ratio Finite(double value) {
  return std::isfinite(value) ? Ratio(value) : std::nullopt;
}

double RevenueOf(const SpendRoom& room, const Spends& spends) {
  double revenue = 0;
  for (size_t i = 0; i < room.cells.size(); ++i) {
    revenue += room.cells[i].RevenueAt(spends[i]);
  }
  return revenue;
}

Spends MostProfitable(const SpendRoom& room, double gross_margin, double budget,
                      bool spend_all) {
  if (!spend_all) {
    const Spends enough = SplitAtMarginalRoas(room, 1 / gross_margin, false);
    if (SumOf(enough) <= budget) return enough;
  }
  return BestSplit(room, budget, SplitGoal{});
}

// What the last NT$ of a split earns where it is, and could earn elsewhere.
class Margins {
 public:
  Margins(const SpendRoom& room, const Spends& spends, double gross_margin,
          bool has_unspent, bool may_leave)
      : room_(room),
        spends_(spends),
        gross_margin_(gross_margin),
        has_unspent_(has_unspent),
        may_leave_(may_leave) {}

  // Margin · marginal ROAS.
  double Of(size_t i) const {
    return gross_margin_ > 0
               ? gross_margin_ * room_.cells[i].MarginalRoasAt(spends_[i])
               : 0;
  }
  // The most that another cell could make of a NT$; −∞ if none can take it.
  double BestUse(size_t except) const {
    double best = may_leave_ ? 1 : -kInfinity;
    for (size_t i = 0; i < room_.cells.size(); ++i) {
      if (i != except && room_.HasRoom(i) && spends_[i] < room_.most[i]) {
        best = std::max(best, Of(i));
      }
    }
    return best;
  }
  // The least that another cell makes of its last NT$; ∞ if none can give it.
  double WorstUse(size_t except) const {
    double worst = has_unspent_ ? 1 : kInfinity;
    for (size_t i = 0; i < room_.cells.size(); ++i) {
      if (i != except && room_.HasRoom(i) && spends_[i] > room_.least[i]) {
        worst = std::min(worst, Of(i));
      }
    }
    return worst;
  }

 private:
  const SpendRoom& room_;
  const Spends& spends_;
  const double gross_margin_;
  const bool has_unspent_;
  const bool may_leave_;
};

constexpr size_t kNoCell = kMaxMedia;

Binding BindingOf(const SpendRoom& room, const BudgetRules& rules,
                  const Spends& spends, const Margins& margins, size_t i) {
  const PaidCell& cell = room.cells[i];
  if (rules.locked[static_cast<size_t>(cell.cell)]) return Binding::kLocked;
  if (!cell.can_scale) return Binding::kFixed;
  if (!room.HasRoom(i)) {
    return margins.Of(i) < margins.BestUse(i) ? Binding::kMinimum
                                              : Binding::kMaximum;
  }
  if (spends[i] <= room.least[i]) return Binding::kMinimum;
  return spends[i] >= room.most[i] ? Binding::kMaximum : Binding::kNone;
}

Ratio WorthOf(const SpendRoom& room, const Margins& margins, Binding binding,
              size_t i) {
  const double own = margins.Of(i);
  double worth = -kInfinity;
  if (binding == Binding::kNone || !room.cells[i].can_scale) return {};
  if (binding != Binding::kMinimum) worth = own - margins.WorstUse(i);
  if (binding != Binding::kMaximum) {
    worth = std::max(worth, margins.BestUse(i) - own);
  }
  return worth == -kInfinity ? Ratio() : Finite(std::max(worth, 0.0));
}

CellAllocation DescribeCell(const SpendRoom& room, const Spends& spends,
                            size_t i) {
  const PaidCell& cell = room.cells[i];
  CellAllocation result;
  result.cell = cell.cell;
  result.spend = {room.today[i], spends[i]};
  result.visits = {cell.visits, cell.VisitsAt(spends[i])};
  for (int after = 0; after < 2; ++after) {
    const double spend = after ? spends[i] : room.today[i];
    const Ratio average = Divide(cell.RevenueAt(spend), spend);
    result.average_roas[after] = average;
    if (average) result.marginal_roas[after] = cell.elasticity * *average;
  }
  return result;
}

Unchanged WhyUnchanged(const SpendRoom& room, const Allocation& allocation,
                       const AllocationRules& rules) {
  int scalable = 0;
  int locked = 0;
  bool binds = false;
  for (size_t i = 0; i < room.cells.size(); ++i) {
    if (!room.cells[i].can_scale) continue;
    const CellAllocation& cell = allocation.cells[i];
    ++scalable;
    if (cell.binding == Binding::kLocked) {
      ++locked;
    } else {
      binds |= cell.worth.value_or(0) > 0;
    }
  }
  const bool can_choose = scalable - locked > (rules.spend_all ? 1 : 0);
  if (scalable == 0) return Unchanged::kNoPaidSpend;
  if (!can_choose) return locked > 0 ? Unchanged::kLocked : Unchanged::kOneCell;
  return binds ? Unchanged::kBounds : Unchanged::kOptimal;
}

bool AllowsToday(const SpendRoom& room, double budget, bool spend_all) {
  for (size_t i = 0; i < room.cells.size(); ++i) {
    if (room.today[i] < room.least[i] || room.today[i] > room.most[i]) {
      return false;
    }
  }
  const double today = SumOf(room.today);
  return IsClose(today, budget) || (!spend_all && today < budget);
}

// More than rounding makes.
bool EarnsMore(const Totals& after, const Totals& before) {
  return after.profit - before.profit >
         1e-13 * (before.revenue + before.spend + after.spend);
}

Allocation Describe(const Scenario& scenario, const SpendRoom& room,
                    const AllocationRules& rules, double budget) {
  const double margin = scenario.gross_margin;
  const Totals before = Evaluate(scenario).total;
  Spends spends = MostProfitable(room, margin, budget, rules.spend_all);
  Allocation result;
  result.scenario = WithSpends(scenario, room.cells, spends);
  Totals after = Evaluate(result.scenario).total;
  if (AllowsToday(room, budget, rules.spend_all) && !EarnsMore(after, before)) {
    spends = room.today;
    result.scenario = scenario;
    after = before;
  }
  result.budget = budget;
  const double unspent = budget - SumOf(spends);
  const bool has_unspent = !rules.spend_all && unspent > 1e-9 * budget;
  if (has_unspent) result.unspent = unspent;
  result.profit = {before.profit, after.profit};
  result.revenue = {before.revenue, after.revenue};
  const Margins margins(room, spends, margin, has_unspent, !rules.spend_all);
  for (size_t i = 0; i < room.cells.size(); ++i) {
    CellAllocation& cell = result.cells.emplace_back() =
        DescribeCell(room, spends, i);
    cell.binding = BindingOf(room, rules, spends, margins, i);
    cell.worth = WorthOf(room, margins, cell.binding, i);
  }
  result.multiplier =
      has_unspent ? Ratio(0) : Finite(margins.BestUse(kNoCell) - 1);
  if (spends == room.today) {
    result.unchanged = WhyUnchanged(room, result, rules);
  }
  return result;
}

// The largest budget above `enough`, at which `reaches` holds, for which it
// does: it holds up to there.
template <typename Reaches>
double LargestBudget(double enough, double too_much, Reaches reaches) {
  if (reaches(too_much)) return too_much;
  for (int i = 0; i < 100; ++i) {
    const double middle = enough + (too_much - enough) / 2;
    if (middle <= enough || middle >= too_much) break;
    (reaches(middle) ? enough : too_much) = middle;
  }
  return enough;
}

// The average falls beyond the budget whose marginal ROAS equals it.
double BudgetForAverage(const SpendRoom& room, double target, bool* reached) {
  // Revenue without spend, of free visits, is more than any average.
  const auto average = [&](const Spends& spends) {
    const double revenue = RevenueOf(room, spends);
    return Divide(revenue, SumOf(spends)).value_or(revenue > 0 ? kInfinity : 0);
  };
  const auto reaches = [&](double budget) {
    return average(BestSplit(room, budget, SplitGoal{})) >= target;
  };
  const double most = SumOf(room.most);
  const double peak = SumOf(SplitAtMarginalRoas(room, target, true));
  *reached = reaches(most) || reaches(peak);
  if (*reached) return LargestBudget(peak, most, reaches);
  // The highest average: where what is spent while the next NT$ brings the
  // average does not raise it any more.
  Spends best = room.most;
  for (int i = 0; i < 100; ++i) {
    const Spends next = SplitAtMarginalRoas(room, average(best), true);
    if (average(next) <= average(best)) break;
    best = next;
  }
  return SumOf(best);
}

double BudgetForMarginal(const SpendRoom& room, double marginal_roas,
                         bool* reached) {
  const Spends spends = SplitAtMarginalRoas(room, marginal_roas, true);
  for (size_t i = 0; i < room.cells.size(); ++i) {
    *reached |= spends[i] > room.least[i];
  }
  return SumOf(spends);
}

// Of the next NT$, for the margin to make this profit of it.
double MarginalRoasFor(double profit, double gross_margin) {
  if (profit <= -1) return 0;
  return gross_margin > 0 ? (profit + 1) / gross_margin : kInfinity;
}

}  // namespace

Result<Allocation> Allocate(const Scenario& scenario,
                            const AllocationRules& rules,
                            OptionalNumber given_budget) {
  const SpendRoom room = RoomOf(scenario, rules);
  const double budget = given_budget.value_or(SumOf(room.today));
  const double least = SumOf(room.least);
  // What cannot be spent may stay unspent.
  const double most =
      rules.spend_all ? SumOf(room.most) : std::max(budget, least);
  if (auto error = CheckBudget(least, most, budget, "budget")) return *error;
  return Describe(scenario, room, rules, std::clamp(budget, least, most));
}

BudgetForTarget BudgetFor(const Scenario& scenario, const BudgetRules& rules,
                          BudgetTarget kind, double target) {
  const SpendRoom room = RoomOf(scenario, rules);
  BudgetForTarget result;
  double budget = 0;
  if (kind == BudgetTarget::kAverageRoas) {
    budget = BudgetForAverage(room, target, &result.reached);
  } else {
    budget =
        BudgetForMarginal(room,
                          kind == BudgetTarget::kMarginalRoas
                              ? target
                              : MarginalRoasFor(target, scenario.gross_margin),
                          &result.reached);
  }
  result.allocation =
      Describe(scenario, room, AllocationRules{rules, true}, budget);
  return result;
}

Result<NextSpend> SpendNext(const Scenario& scenario, double amount) {
  SpendRoom room;
  room.cells = PaidCellsOf(scenario);
  for (size_t i = 0; i < room.cells.size(); ++i) {
    room.today[i] = room.least[i] = room.cells[i].spend;
    room.most[i] = room.cells[i].largest_spend;
  }
  const double today = SumOf(room.today);
  if (auto error = CheckBudget(0, SumOf(room.most) - today, amount, "amount")) {
    return *error;
  }
  const Spends spends = BestSplit(room, today + amount, SplitGoal{});
  double added = 0;  // the amount, apart from rounding
  for (size_t i = 0; i < room.cells.size(); ++i) {
    added += spends[i] - room.today[i];
  }
  NextSpend result;
  for (size_t i = 0; i < room.cells.size(); ++i) {
    const PaidCell& cell = room.cells[i];
    const double more = spends[i] - cell.spend;
    const double revenue =
        cell.RevenueAt(spends[i]) - cell.RevenueAt(cell.spend);
    const double profit = scenario.gross_margin * revenue - more;
    result.cells.push_back({cell.cell, Divide(more, added), profit});
    result.profit += profit;
  }
  return result;
}

}  // namespace sextant
