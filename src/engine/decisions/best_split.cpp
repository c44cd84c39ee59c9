#include "engine/decisions/best_split.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/decimal.h"
#include "base/exponential.h"

namespace sextant {
namespace {

constexpr double kUsualMaximum = 3;  // times today's spend

// Derivative of the goal by the spend of a cell.
double Slope(const PaidCell& cell, const SplitGoal& goal, double spend) {
  const double revenue = goal.revenue_weight > 0
                             ? goal.revenue_weight * cell.MarginalRoasAt(spend)
                             : 0;
  return revenue - goal.spread_weight * spend;
}

// The spend between `low` and `high` where a slope that falls from above
// `multiplier` to below it meets it: Newton's method, kept between the two.
double SpendAtSlope(const PaidCell& cell, const SplitGoal& goal,
                    double multiplier, double low, double high) {
  double spend = low + (high - low) / 2;
  for (int i = 0; i < 100; ++i) {
    const double spread = goal.spread_weight * spend;
    const double slope = Slope(cell, goal, spend);
    (slope > multiplier ? low : high) = spend;
    const double fall =
        (1 - cell.elasticity) * (slope + spread) / spend + goal.spread_weight;
    double next = spend + (slope - multiplier) / fall;
    if (!(next > low && next < high)) {
      next = low > 0 ? std::sqrt(low) * std::sqrt(high) : high / 1024;
      if (!(next > low && next < high)) return spend;
    }
    if (std::abs(next - spend) <= 1e-16 * spend) return next;
    spend = next;
  }
  return spend;
}

// The best spend of a cell between `low` and `high`, if a NT$ costs
// `multiplier`. `ties_high`: where all are equally good, the highest.
double SpendAt(const PaidCell& cell, const SplitGoal& goal, double multiplier,
               double low, double high, bool ties_high) {
  if (low >= high) return low;
  const double high_slope = Slope(cell, goal, high);
  if (high_slope > multiplier || (ties_high && high_slope == multiplier)) {
    return high;
  }
  if (Slope(cell, goal, low) <= multiplier) return low;
  if (goal.spread_weight > 0) {
    return SpendAtSlope(cell, goal, multiplier, low, high);
  }
  // The slope is a power of spend.
  const double today = Slope(cell, goal, cell.spend);
  const double spend =
      cell.spend * Exp(Log(today / multiplier) / (1 - cell.elasticity));
  return std::clamp(spend, low, high);
}

double Between(double low, double high, double share) {
  return share >= 1 ? high : low + (high - low) * share;
}

// Brings a multiplier at which too little is spent and one at which enough is
// together.
class Bisection {
 public:
  Bisection(const SpendRoom& room, double budget, const SplitGoal& goal)
      : room_(room), budget_(budget), goal_(goal) {
    // With the budget shared by room, the multiplier is between the slopes.
    const double least = SumOf(room.least);
    const double share = (budget - least) / (SumOf(room.most) - least);
    bool is_first = true;
    for (size_t i = 0; i < room.cells.size(); ++i) {
      shared_[i] = Between(room.least[i], room.most[i], share);
      if (!room.HasRoom(i)) continue;
      const double slope = Slope(room.cells[i], goal, shared_[i]);
      if (is_first || slope < enough_) enough_ = slope;
      if (is_first || slope > short_) short_ = slope;
      is_first = false;
    }
  }

  Spends Solve() {
    if (enough_ == short_) return shared_;
    short_spends_ = SpendsAt(short_, room_.least, room_.most, false);
    enough_spends_ = SpendsAt(enough_, room_.least, room_.most, true);
    for (int i = 0; i < 200; ++i) {
      const double middle = enough_ + (short_ - enough_) / 2;
      if (middle <= enough_ || middle >= short_) break;
      const Spends spends =
          SpendsAt(middle, short_spends_, enough_spends_, false);
      const bool is_short = SumOf(spends) < budget_;
      (is_short ? short_ : enough_) = middle;
      (is_short ? short_spends_ : enough_spends_) = spends;
    }
    return Join();
  }

 private:
  Spends SpendsAt(double multiplier, const Spends& low, const Spends& high,
                  bool ties_high) const {
    Spends spends = {};
    for (size_t i = 0; i < room_.cells.size(); ++i) {
      spends[i] = SpendAt(room_.cells[i], goal_, multiplier, low[i], high[i],
                          ties_high);
    }
    return spends;
  }

  // The two differ by rounding, and by the cells that are equally good
  // whatever they spend.
  Spends Join() const {
    const double low = SumOf(short_spends_);
    const double high = SumOf(enough_spends_);
    const double share =
        high > low ? std::clamp((budget_ - low) / (high - low), 0.0, 1.0) : 0;
    Spends spends = {};
    for (size_t i = 0; i < room_.cells.size(); ++i) {
      spends[i] = Between(short_spends_[i], enough_spends_[i], share);
    }
    return spends;
  }

  const SpendRoom& room_;
  const double budget_;
  const SplitGoal goal_;
  Spends shared_ = {};
  double short_ = 0;   // a multiplier at which at most the budget is spent
  double enough_ = 0;  // one at which at least the budget is spent
  Spends short_spends_ = {};
  Spends enough_spends_ = {};
};

}  // namespace

SpendRoom RoomOf(const Scenario& scenario, const BudgetRules& rules) {
  SpendRoom room;
  room.cells = PaidCellsOf(scenario);
  for (size_t i = 0; i < room.cells.size(); ++i) {
    const PaidCell& cell = room.cells[i];
    const auto position = static_cast<size_t>(cell.cell);
    room.today[i] = room.least[i] = room.most[i] = cell.spend;
    if (!cell.can_scale || rules.locked[position]) continue;
    const auto& [minimum, maximum] = rules.bounds[position];
    const double least = minimum.value_or(0);
    const double usual = std::max(least, kUsualMaximum * cell.spend);
    room.least[i] = std::min(least, cell.largest_spend);
    room.most[i] = std::min(maximum.value_or(usual), cell.largest_spend);
  }
  return room;
}

Spends BestSplit(const SpendRoom& room, double budget, const SplitGoal& goal) {
  if (budget <= SumOf(room.least)) return room.least;
  if (budget >= SumOf(room.most)) return room.most;
  return Bisection(room, budget, goal).Solve();
}

Spends SplitAtMarginalRoas(const SpendRoom& room, double marginal_roas,
                           bool or_equal) {
  Spends spends = {};
  for (size_t i = 0; i < room.cells.size(); ++i) {
    spends[i] = SpendAt(room.cells[i], SplitGoal{}, marginal_roas,
                        room.least[i], room.most[i], or_equal);
  }
  return spends;
}

std::optional<Error> CheckBudget(double least, double most, double budget,
                                 std::string_view field) {
  constexpr double kHalfCent = 0.005;
  constexpr double kRounding = 1e-9;
  const double slack = std::max(kHalfCent, kRounding * budget);
  if (budget >= least - slack && budget <= most + slack) return std::nullopt;
  return Error{ErrorCode::kBudgetOutOfReach, std::string(field),
               NumberText(least) + ".." + NumberText(most)};
}

}  // namespace sextant
