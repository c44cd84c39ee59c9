#include "platform/input_queue.h"

#include <cstddef>

namespace sextant {

void InputQueue::Push(const PointerEvent& event) {
  // A frame sees only the last of several moves.
  if (event.type == PointerEventType::kMove && !events_.empty() &&
      events_.back().type == PointerEventType::kMove) {
    events_.back() = event;
    return;
  }
  events_.push_back(event);
}

PointerState InputQueue::Next() {
  state_.cancelled = false;
  size_t taken = 0;
  for (bool edge = false; taken < events_.size() && !edge; ++taken) {
    const PointerEvent& event = events_[taken];
    if (event.type == PointerEventType::kLeave) {
      // A lifted finger is first released and then absent, so that nothing
      // stays hovered.
      if (state_.down) {
        state_.down = false;
        break;  // comes again in the next frame
      }
      state_.inside = false;
      continue;
    }
    state_.touch = event.touch;
    state_.shift = event.shift;
    state_.inside = true;
    if (event.type != PointerEventType::kCancel) {
      state_.x = event.x;
      state_.y = event.y;
    }
    switch (event.type) {
      case PointerEventType::kDown:
        edge = !state_.down;
        state_.down = true;
        break;
      case PointerEventType::kCancel:
        state_.cancelled = true;
        [[fallthrough]];
      case PointerEventType::kUp:
        edge = state_.down;
        state_.down = false;
        break;
      default:
        break;
    }
  }
  events_.erase(events_.begin(), events_.begin() + taken);
  return state_;
}

}  // namespace sextant
