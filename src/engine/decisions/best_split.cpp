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
    // The step after this one would be its square.
    if (std::abs(next - spend) <= 1e-9 * spend) return next;
    spend = next;
  }
  return spend;
}

// The slopes of a cell at the ends of its room.
struct EndSlopes {
  double least = 0;
  double most = 0;
};

EndSlopes EndSlopesOf(const SpendRoom& room, const SplitGoal& goal, size_t i) {
  return {Slope(room.cells[i], goal, room.least[i]),
          Slope(room.cells[i], goal, room.most[i])};
}

// The best spend of a cell if a NT$ costs `multiplier`, known to be between
// `low` and `high`. `ties_high`: where all are equally good, the highest.
double SpendAt(const PaidCell& cell, const SplitGoal& goal,
               const EndSlopes& slopes, double multiplier, double low,
               double high, bool ties_high) {
  if (low >= high || slopes.most > multiplier ||
      (ties_high && slopes.most == multiplier)) {
    return high;
  }
  if (slopes.least <= multiplier) return low;
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
class Search {
 public:
  Search(const SpendRoom& room, double budget, const SplitGoal& goal)
      : room_(room), budget_(budget), goal_(goal) {
    // With the budget shared by room, the multiplier is between the slopes.
    const double least = SumOf(room.least);
    const double share = (budget - least) / (SumOf(room.most) - least);
    bool is_first = true;
    for (size_t i = 0; i < room.cells.size(); ++i) {
      shared_[i] = Between(room.least[i], room.most[i], share);
      if (!room.HasRoom(i)) continue;
      const double slope = Slope(room.cells[i], goal, shared_[i]);
      slopes_[i] = EndSlopesOf(room, goal, i);
      if (is_first || slope < enough_) enough_ = slope;
      if (is_first || slope > short_) short_ = slope;
      is_first = false;
    }
  }

  Spends Solve() {
    if (enough_ == short_) return shared_;
    // Between these bounds also where rounding makes steps of steep curves.
    short_spends_ = SpendsAt(short_, room_.least, shared_, false);
    enough_spends_ = SpendsAt(enough_, shared_, room_.most, true);
    double missing = budget_ - SumOf(short_spends_);
    double extra = SumOf(enough_spends_) - budget_;
    int run = 0;  // how often the same end has moved, negative for `enough_`
    for (int i = 0; i < 300 && !AreClose(); ++i) {
      const double middle = Next(i, missing, extra);
      if (middle <= enough_ || middle >= short_) break;
      const Spends spends =
          SpendsAt(middle, short_spends_, enough_spends_, false);
      const double more = SumOf(spends) - budget_;
      // The Illinois method: an end that stays twice counts half.
      if (more < 0) {
        short_ = middle;
        short_spends_ = spends;
        missing = -more;
        run = std::max(run, 0) + 1;
        if (run > 1) extra /= 2;
      } else {
        enough_ = middle;
        enough_spends_ = spends;
        extra = more;
        run = std::min(run, 0) - 1;
        if (run < -1) missing /= 2;
      }
    }
    return Join();
  }

 private:
  // Where a line through both ends meets the budget, but not at an end, so that
  // the other end comes closer, too; now and then the middle, because steps are
  // no lines.
  double Next(int i, double missing, double extra) const {
    constexpr double kNear = 1.0 / 64;
    const double share =
        i % 3 == 2 || !(missing + extra > 0)
            ? 0.5
            : std::clamp(extra / (missing + extra), kNear, 1 - kNear);
    const double next = enough_ + (short_ - enough_) * share;
    return next > enough_ && next < short_ ? next
                                           : enough_ + (short_ - enough_) / 2;
  }

  Spends SpendsAt(double multiplier, const Spends& low, const Spends& high,
                  bool ties_high) const {
    Spends spends = {};
    for (size_t i = 0; i < room_.cells.size(); ++i) {
      spends[i] = SpendAt(room_.cells[i], goal_, slopes_[i], multiplier, low[i],
                          high[i], ties_high);
    }
    return spends;
  }

  // So close that the curves between them are lines, to the last bits.
  bool AreClose() const {
    for (size_t i = 0; i < room_.cells.size(); ++i) {
      const double gap = enough_spends_[i] - short_spends_[i];
      if (gap > 1e-10 * enough_spends_[i]) return false;
    }
    return true;
  }

  // The two differ by little, and by the cells that are equally good
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
  std::array<EndSlopes, kMaxMedia> slopes_;
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
  return Search(room, budget, goal).Solve();
}

Spends SplitAtMarginalRoas(const SpendRoom& room, double marginal_roas,
                           bool or_equal) {
  Spends spends = {};
  for (size_t i = 0; i < room.cells.size(); ++i) {
    const SplitGoal goal;
    spends[i] = SpendAt(room.cells[i], goal, EndSlopesOf(room, goal, i),
                        marginal_roas, room.least[i], room.most[i], or_equal);
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
