// The short way of the quadrants' axes to another range.
#ifndef SEXTANT_UI_SECTIONS_SCALE_MOTION_H_
#define SEXTANT_UI_SECTIONS_SCALE_MOTION_H_

#include "base/exponential.h"
#include "charts/quadrant_chart.h"

namespace sextant {

class ScaleMotion {
 public:
  static constexpr double kSeconds = 0.2;

  // What to show at `now`, in seconds, on the way to `target`; `at_once`: the
  // target itself.
  QuadrantScale Toward(const QuadrantScale& target, double now, bool at_once) {
    if (at_once || start_ < 0) {
      start_ = now - kSeconds;
    } else if (!SameRange(target, to_)) {
      from_ = At(now);
      start_ = now;
    }
    to_ = target;
    return At(now);
  }

  bool IsMoving(double now) const { return now < start_ + kSeconds; }

 private:
  static bool SameRange(const QuadrantScale& a, const QuadrantScale& b) {
    return a.minimum_cpc == b.minimum_cpc && a.maximum_cpc == b.maximum_cpc &&
           a.minimum_cpa == b.minimum_cpa && a.maximum_cpa == b.maximum_cpa;
  }

  // Axes are logarithmic, so a bound moves by equal factors.
  QuadrantScale At(double now) const {
    if (!IsMoving(now)) return to_;
    const double rest = 1 - (now - start_) / kSeconds;
    QuadrantScale shown = to_;
    const auto blend = [rest](double& to, double from) {
      to *= Exp(rest * rest * Log(from / to));
    };
    blend(shown.minimum_cpc, from_.minimum_cpc);
    blend(shown.maximum_cpc, from_.maximum_cpc);
    blend(shown.minimum_cpa, from_.minimum_cpa);
    blend(shown.maximum_cpa, from_.maximum_cpa);
    return shown;
  }

  QuadrantScale from_;
  QuadrantScale to_;
  double start_ = -1;  // nothing has been shown yet
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_SCALE_MOTION_H_
