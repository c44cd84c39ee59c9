// A drag along a slider; with Shift, or with a finger drawn away from the
// track, ten times finer. It is applied at the beginning of every frame, before
// anything is laid out, so that everything painted shows the same scenario.
#ifndef SEXTANT_UI_KIT_SLIDER_DRAG_H_
#define SEXTANT_UI_KIT_SLIDER_DRAG_H_

#include <optional>
#include <string>

#include "app/session.h"
#include "charts/kit/drawing.h"
#include "platform/input_queue.h"
#include "ui/kit/controls.h"

namespace sextant {

// The positions of the middle of a slider's thumb: from `left`, in content
// coordinates, over `length` points.
struct SliderTravel {
  float left = 0;
  float length = 1;
  float thumb_radius = 0;

  float X(double position) const {
    return left + length * static_cast<float>(position);
  }
  double Position(float x) const { return (x - left) / length; }
};

class SliderDrag {
 public:
  // Call before layout. The drag ends when its field is gone or its gesture has
  // ended.
  void Apply(Session& session, const PointerState& pointer);

  // Handles `touch` on the slider of the field `id`. Returns true for a double
  // click, which asks to type; it restores the value from before the first of
  // the two clicks.
  bool Update(Session& session, const std::string& id,
              const FieldAddress& address, const SliderTravel& travel,
              const Interaction& touch, const PointerState& pointer);

 private:
  struct Drag {
    std::string id;
    SliderTravel travel;
    // Where it began; a finger has to move away before it drags.
    float start_x = 0;
    float start_y = 0;
    // A thumb that is grabbed does not jump; otherwise it moves to the pointer.
    bool by_thumb = false;
    bool moves = false;
    float last_x = 0;     // of the pointer
    double position = 0;  // of the thumb, also beyond the ends 0 and 1
  };
  void Begin(Session& session, const std::string& id,
             const FieldAddress& address, const SliderTravel& travel,
             const PointerState& pointer);
  void MoveTo(Session& session, double position);

  std::optional<Drag> drag_;
  // The first click of a possible double click, and the value before it.
  struct Press {
    FieldAddress address;
    double value = 0;
  };
  Press first_press_;
};

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_SLIDER_DRAG_H_
