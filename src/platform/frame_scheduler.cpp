#include "platform/frame_scheduler.h"

#include <algorithm>

namespace sextant {

void FrameScheduler::WakeAt(double seconds) {
  deadline_ = deadline_ < 0 ? seconds : std::min(deadline_, seconds);
}

double FrameScheduler::When(double now) const {
  if (frames_left_ > 0) return 0;
  if (deadline_ < 0) return -1;
  return std::max(0.0, deadline_ - now);
}

bool FrameScheduler::BeginFrame(double now) {
  if (deadline_ >= 0 && now >= deadline_) {
    deadline_ = -1;
    frames_left_ = std::max(frames_left_, 2);
  }
  frames_left_ = std::max(0, frames_left_ - 1);
  return frames_left_ == 0;
}

}  // namespace sextant
