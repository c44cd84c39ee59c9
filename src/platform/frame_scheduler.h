// Decides when the next frame is due; at rest there is none.
#ifndef SEXTANT_PLATFORM_FRAME_SCHEDULER_H_
#define SEXTANT_PLATFORM_FRAME_SCHEDULER_H_

namespace sextant {

class FrameScheduler {
 public:
  // Dear ImGui needs a few frames until hover, layout and release have
  // settled after an event.
  static constexpr int kSettleFrames = 3;

  // Call after an event: paints now and until settled.
  void Wake() { frames_left_ = kSettleFrames; }

  // Requests a frame for later (a tooltip). The earliest deadline wins.
  void WakeAt(double seconds);

  // Seconds from `now` until the next frame is needed. 0: now; negative: no
  // frame needed.
  double When(double now) const;

  // Call when a frame begins. Returns true for the last one before rest, in
  // which semantics are recorded.
  bool BeginFrame(double now);

 private:
  int frames_left_ = kSettleFrames;
  double deadline_ = -1;  // negative: none
};

}  // namespace sextant

#endif  // SEXTANT_PLATFORM_FRAME_SCHEDULER_H_
