// Pointer events between two frames. Dear ImGui reads the pointer once per
// frame: a tap whose down and up arrive before one frame would be lost, so at
// most one change of the button is delivered per frame.
#ifndef SEXTANT_PLATFORM_INPUT_QUEUE_H_
#define SEXTANT_PLATFORM_INPUT_QUEUE_H_

#include <vector>

namespace sextant {

enum class PointerEventType { kMove, kDown, kUp, kCancel, kLeave };

struct PointerEvent {
  PointerEventType type = PointerEventType::kMove;
  float x = 0;  // view coordinates, CSS pixels
  float y = 0;
  bool touch = false;
  bool shift = false;
};

// The pointer in one frame.
struct PointerState {
  bool inside = false;  // whether a pointer is over the view
  float x = 0;
  float y = 0;
  bool down = false;
  bool touch = false;
  bool shift = false;      // the key is held
  bool cancelled = false;  // the browser cancelled the gesture in this frame
};

class InputQueue {
 public:
  void Push(const PointerEvent& event);

  // The state for the next frame: everything up to and including the next
  // change of the button.
  PointerState Next();

  bool empty() const { return events_.empty(); }

 private:
  std::vector<PointerEvent> events_;
  PointerState state_;
};

}  // namespace sextant

#endif  // SEXTANT_PLATFORM_INPUT_QUEUE_H_
