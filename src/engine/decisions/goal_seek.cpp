#include "engine/decisions/goal_seek.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/exponential.h"
#include "base/inline_vector.h"
#include "base/insertion_sort.h"

namespace sextant {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

// A value of the lever that was tried.
struct Trial {
  double value = 0;
  MeasuredMetric metric;

  bool is_defined() const { return metric.value.has_value(); }
};

double Distance(const Trial& a, const Trial& b) {
  return std::abs(a.value - b.value);
}

// One goal and one lever.
class Search {
 public:
  Search(const Scenario& scenario, const Goal& goal, const Lever& lever)
      : scenario_(scenario), moved_(scenario), goal_(goal), lever_(lever) {}

  GoalResult Run() {
    now_ = best_ = Try(LeverValue(scenario_, lever_));
    if (IsReached(now_)) return ResultOf(now_);
    ListPoints();
    ScanUpwards();
    ScanDownwards();
    if (!has_root_) SearchTurningPoint();
    if (has_root_) return ResultOf(root_);
    return ResultOf(IsInsensitive() && !IsReached(best_) ? now_ : best_);
  }

 private:
  static constexpr size_t kMaxPoints = 23;

  // --- The metric

  Trial Try(double value) {
    SetLever(moved_, lever_, value, scenario_);
    const Trial trial{value, MeasureMetric(moved_, goal_.metric)};
    if (trial.is_defined()) {
      least_ = std::min(least_, *trial.metric.value);
      most_ = std::max(most_, *trial.metric.value);
    }
    return trial;
  }
  // Above 0: beyond the target.
  double Excess(const Trial& trial) const {
    return *trial.metric.value - goal_.target;
  }
  bool AreOnBothSides(const Trial& a, const Trial& b) const {
    return a.is_defined() && b.is_defined() &&
           (*a.metric.value < goal_.target) != (*b.metric.value < goal_.target);
  }
  bool IsWithin(const Trial& trial, double relative, double last_bits) const {
    return trial.is_defined() &&
           std::abs(Excess(trial)) <=
               std::max(relative * std::max(1.0, std::abs(goal_.target)),
                        last_bits * trial.metric.size);
  }
  bool IsReached(const Trial& trial) const {
    return IsWithin(trial, 1e-9, 512 * kEpsilon);
  }
  // Not worth coming closer.
  bool IsExact(const Trial& trial) const {
    return IsWithin(trial, 1e-13, 2 * kEpsilon);
  }

  // On one side of the target by the metric itself, because the difference from
  // a huge target is rounded.
  bool IsCloser(const Trial& a, const Trial& b) const {
    if (!a.is_defined() || !b.is_defined()) return a.is_defined();
    if (AreOnBothSides(a, b)) return std::abs(Excess(a)) < std::abs(Excess(b));
    return *a.metric.value < goal_.target ? *a.metric.value > *b.metric.value
                                          : *a.metric.value < *b.metric.value;
  }
  bool IsInsensitive() const {
    return !(most_ - least_ >
             1e-14 * std::max(std::abs(most_), std::abs(least_)));
  }

  // --- Where there may be a root

  // Ascending, from bound to bound.
  void ListPoints() {
    const FieldDefinition& field = lever_.field();
    double unit = now_.value;
    if (unit <= 0) unit = field.slider_start;
    if (unit <= 0) unit = field.slider_maximum / 16;
    const auto add = [&](double value) {
      if (value > field.minimum && value < field.maximum) {
        points_.push_back({value, {}});
      }
    };
    points_.push_back({field.minimum, {}});
    for (int power = 512; power > 0; power /= 2) add(std::ldexp(unit, -power));
    now_at_ = points_.size();
    add(unit);
    for (int power = 1; power <= 512; power *= 2) add(std::ldexp(unit, power));
    points_.push_back({field.maximum, {}});
    if (now_.value <= field.minimum) now_at_ = 0;
    if (now_.value >= field.maximum) now_at_ = points_.size() - 1;
    points_[now_at_] = now_;
  }
  void ScanUpwards() {
    for (size_t i = now_at_ + 1; i < points_.size(); ++i) {
      if (Visit(points_[i], points_[i - 1])) return;
    }
  }
  // Not beyond a root that is nearer.
  void ScanDownwards() {
    for (size_t i = now_at_; i > 0; --i) {
      if (has_root_ && Distance(points_[i], now_) >= Distance(root_, now_))
        return;
      if (Visit(points_[i - 1], points_[i])) return;
    }
  }
  // `before` is nearer to the value now. True when the target is between them.
  bool Visit(Trial& point, const Trial& before) {
    point = Try(point.value);
    // Next to a bound, rounding may hide the last difference: then the bound.
    const bool is_bound =
        &point == points_.begin() || &point + 1 == points_.end();
    if (is_bound ? !IsCloser(best_, point) : IsCloser(point, best_)) {
      best_ = point;
    }
    if (AreOnBothSides(point, before)) {
      KeepRoot(FindRoot(before, point));
    }
    return has_root_ && Distance(root_, now_) <= Distance(point, now_);
  }
  void KeepRoot(const Trial& root) {
    if (IsCloser(root, best_)) best_ = root;
    if (!IsReached(root)) return;
    if (has_root_ && Distance(root, now_) >= Distance(root_, now_)) return;
    has_root_ = true;
    root_ = root;
  }

  // All points are on one side of the target. Between the neighbours of the
  // closest one, by golden sections.
  void SearchTurningPoint() {
    size_t at = 0;
    while (at < points_.size() && points_[at].value != best_.value) ++at;
    if (at == 0 || at + 1 >= points_.size() || IsInsensitive()) return;
    const Trial closest = best_;
    const double from = points_[at - 1].value;
    const double to = points_[at + 1].value;
    const auto trial_at = [&](double part) {
      const double value = from > 0 ? from * Exp(part * Log(to / from))
                                    : from + part * (to - from);
      const Trial trial = Try(std::clamp(value, from, to));
      if (IsCloser(trial, best_)) best_ = trial;
      return trial;
    };
    constexpr double kGolden = 0.6180339887498949;
    constexpr int kSections = 40;
    double low = 0;
    double high = 1;
    Trial lower = trial_at(1 - kGolden);
    Trial upper = trial_at(kGolden);
    for (int i = 0; i < kSections && !AreOnBothSides(best_, closest); ++i) {
      if (IsCloser(lower, upper)) {
        high = low + kGolden * (high - low);
        upper = lower;
        lower = trial_at(high - kGolden * (high - low));
      } else {
        low = high - kGolden * (high - low);
        lower = upper;
        upper = trial_at(low + kGolden * (high - low));
      }
    }
    if (AreOnBothSides(best_, closest)) {
      KeepRoot(FindRoot(InnerNeighbour(best_, at), best_));
    }
  }
  // The point next to `trial` on the side of the value now.
  const Trial& InnerNeighbour(const Trial& trial, size_t at) const {
    const bool is_above = trial.value > points_[at].value;
    const Trial& inner = trial.value > now_.value
                             ? points_[is_above ? at : at - 1]
                             : points_[is_above ? at + 1 : at];
    return inner.is_defined() ? inner : points_[at];
  }

  // --- The root

  // Between two trials on both sides of the target: Chandrupatla's method.
  Trial FindRoot(Trial a, Trial b) {
    constexpr int kMaxSteps = 200;
    double part = Excess(a) / (Excess(a) - Excess(b));  // a secant
    for (int i = 0; i < kMaxSteps; ++i) {
      const double value = Between(a.value, b.value, part);
      if (value == a.value || value == b.value) break;
      const Trial trial = Try(value);
      if (!trial.is_defined()) break;
      Trial old = a;
      if (AreOnBothSides(trial, a)) {
        old = b;
        b = a;
      }
      a = trial;
      if (IsExact(a)) return a;
      part = NextPart(a, b, old);
    }
    return IsCloser(a, b) ? a : b;
  }
  // Inverse quadratic interpolation through three trials where that is safe;
  // otherwise kHalf.
  double NextPart(const Trial& a, const Trial& b, const Trial& old) const {
    const double fa = Excess(a);
    const double fb = Excess(b);
    const double fo = Excess(old);
    const double xi = (a.value - b.value) / (old.value - b.value);
    const double phi = (fa - fb) / (fo - fb);
    if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return kHalf;
    return fa / (fb - fa) * (fo / (fb - fo)) +
           (old.value - a.value) / (b.value - a.value) * (fa / (fo - fa)) *
               (fb / (fo - fb));
  }
  // At least two units in the last place from both, if there is room.
  static double Between(double a, double b, double part) {
    if (part == kHalf) {
      const double low = std::min(a, b);
      const double high = std::max(a, b);
      // Halves the exponent of a wide range.
      if (low > 0 && high / low > 4) return std::sqrt(low) * std::sqrt(high);
      return low + (high - low) / 2;
    }
    const double least =
        2 * kEpsilon * std::max(std::abs(a), std::abs(b)) / std::abs(b - a);
    if (!(least < 0.5)) return a + (b - a) / 2;
    return a + std::clamp(part, least, 1 - least) * (b - a);
  }

  GoalResult ResultOf(const Trial& trial) const {
    GoalResult result{
        lever_, trial.value, trial.metric.value, Shortfall::kNone, {}};
    if (now_.value != 0) {
      result.relative_change = (trial.value - now_.value) / now_.value;
    }
    if (!IsReached(trial)) {
      result.shortfall =
          IsInsensitive() ? Shortfall::kInsensitive : Shortfall::kBounds;
    }
    return result;
  }

  static constexpr double kHalf = 0.5;

  const Scenario& scenario_;
  Scenario moved_;
  Goal goal_;
  Lever lever_;
  InlineVector<Trial, kMaxPoints> points_;
  size_t now_at_ = 0;
  Trial now_;
  Trial best_;
  Trial root_;  // the nearest that was found
  bool has_root_ = false;
  double least_ = std::numeric_limits<double>::max();
  double most_ = std::numeric_limits<double>::lowest();
};

bool IsSmallerChange(const GoalResult& a, const GoalResult& b) {
  if (!a.relative_change || !b.relative_change) {
    return a.relative_change && !b.relative_change;
  }
  return std::abs(*a.relative_change) < std::abs(*b.relative_change);
}

// Whether `a` falls less short of the target than `b`.
bool ComesCloser(const GoalResult& a, const GoalResult& b, double target) {
  if (!a.achieved || !b.achieved) return a.achieved.has_value();
  return std::abs(*a.achieved - target) < std::abs(*b.achieved - target);
}

}  // namespace

GoalResult SeekGoal(const Scenario& scenario, const Goal& goal,
                    const Lever& lever) {
  return Search(scenario, goal, lever).Run();
}

GoalSearch SeekGoalWithAnyLever(const Scenario& scenario, const Goal& goal) {
  GoalSearch search;
  bool is_first = true;
  for (const Lever& lever : LeversOf(scenario)) {
    const GoalResult result = SeekGoal(scenario, goal, lever);
    if (result.reached()) search.options.push_back(result);
    if (is_first || ComesCloser(result, search.best, goal.target)) {
      search.best = result;
    }
    is_first = false;
  }
  InsertionSort(search.options, IsSmallerChange);
  if (!search.options.empty()) search.best = search.options.front();
  return search;
}

}  // namespace sextant
