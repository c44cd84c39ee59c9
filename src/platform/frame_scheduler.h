// Nothing moves unless something happens: says when the next frame is due.
#ifndef SEXTANT_PLATFORM_FRAME_SCHEDULER_H_
#define SEXTANT_PLATFORM_FRAME_SCHEDULER_H_

namespace sextant {

class FrameScheduler {
 public:
  // Dear ImGui needs a few frames until hover, layout and release have
  // settled after an event.
  static constexpr int kSettleFrames = 3;

  // Something happened: paint now and until settled.
  void Wake() { frames_left_ = kSettleFrames; }

  // Something is due later (a tooltip). The earliest deadline wins.
  void WakeAt(double seconds);

  // Seconds from `now` until the next frame is wanted: 0 at once, negative:
  // not at all.
  double When(double now) const;

  // A frame begins. Returns true when it is the last one before rest, the one
  // in which semantics are recorded.
  bool BeginFrame(double now);

 private:
  int frames_left_ = kSettleFrames;
  double deadline_ = -1;  // negative: none
};

}  // namespace sextant

#endif  // SEXTANT_PLATFORM_FRAME_SCHEDULER_H_
