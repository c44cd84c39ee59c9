// A drag along a slider. It is remembered from the frame that began it and
// applied at the beginning of each that follows, before anything is laid out:
// what is painted then shows one scenario.
#ifndef SEXTANT_UI_KIT_SLIDER_DRAG_H_
#define SEXTANT_UI_KIT_SLIDER_DRAG_H_

#include <optional>
#include <string>

#include "app/session.h"
#include "charts/kit/drawing.h"
#include "platform/input_queue.h"
#include "ui/kit/controls.h"

namespace sextant {

// Where a slider's thumb may be: the middle of it, from `left` to the right.
struct SliderTravel {
  float left = 0;
  float length = 1;
  float thumb_radius = 0;

  float X(const FieldDefinition& field, double value) const {
    return left + length * static_cast<float>(SliderPosition(field, value));
  }
};

class SliderDrag {
 public:
  // Before layout. A field that is gone, or whose gesture has ended, ends the
  // drag.
  void Apply(Session& session, const PointerState& pointer);

  // What `touch` says about the slider of the field `id` in this pass. Returns
  // true for a double click, which asks to type: the value is then what it was
  // before the first of the two clicks.
  bool Update(Session& session, const std::string& id,
              const FieldAddress& address, const SliderTravel& travel,
              const Interaction& touch, const PointerState& pointer);

 private:
  struct Drag {
    std::string id;
    SliderTravel travel;
    float start_x = 0;  // a finger has to move away from it
    float offset = 0;   // from the pointer to the thumb's middle
    bool moves = false;
  };
  void Begin(Session& session, const std::string& id,
             const FieldAddress& address, const SliderTravel& travel,
             const PointerState& pointer);
  void MoveTo(Session& session, float pointer_x) const;

  std::optional<Drag> drag_;
  // The first of two clicks: where, and what the value was before it.
  struct Press {
    FieldAddress address;
    double value = 0;
  };
  Press first_press_;
};

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_SLIDER_DRAG_H_
