// The short motion of the flywheel after a change.
#ifndef SEXTANT_UI_SECTIONS_WHEEL_MOTION_H_
#define SEXTANT_UI_SECTIONS_WHEEL_MOTION_H_

#include <algorithm>

namespace sextant {

class WheelMotion {
 public:
  static constexpr double kSeconds = 0.2;

  // Starts a motion at `now`, in seconds. It goes further with more momentum,
  // up to kMostMomentum.
  static constexpr float kMostMomentum = 1.5f;
  void Push(double now, double momentum) {
    from_ = Angle(now);
    to_ = from_ + 0.1f +
          1.4f * std::min(static_cast<float>(momentum), kMostMomentum);
    start_ = now;
  }

  // Radians; slows down towards the end.
  float Angle(double now) const {
    const double part = std::clamp((now - start_) / kSeconds, 0.0, 1.0);
    const auto rest = static_cast<float>((1 - part) * (1 - part));
    return to_ + (from_ - to_) * rest;
  }

  bool IsMoving(double now) const {
    return from_ != to_ && now < start_ + kSeconds;
  }

 private:
  float from_ = 0;
  float to_ = 0;
  double start_ = 0;
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_WHEEL_MOTION_H_
