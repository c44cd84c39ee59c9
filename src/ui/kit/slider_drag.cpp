#include "ui/kit/slider_drag.h"

#include <algorithm>
#include <cmath>

#include "engine/model/fields.h"

namespace sextant {
namespace {

// How far a finger has to move before it drags the slider.
constexpr float kTouchSlop = 6;
constexpr float kMouseSlop = 1;

}  // namespace

void SliderDrag::Apply(Session& session, const PointerState& pointer) {
  if (!drag_) return;
  if (pointer.cancelled || !session.in_gesture()) {
    drag_.reset();
    return;
  }
  if (!pointer.inside) return;
  const float slop = pointer.touch ? kTouchSlop : kMouseSlop;
  if (std::abs(pointer.x - drag_->start_x) >= slop) drag_->moves = true;
  if (drag_->moves) MoveTo(session, pointer.x);
}

bool SliderDrag::Update(Session& session, const std::string& id,
                        const FieldAddress& address, const SliderTravel& travel,
                        const Interaction& touch, const PointerState& pointer) {
  if (touch.double_clicked && first_press_.address == address) {
    drag_.reset();
    session.CancelGesture();
    (void)session.Apply(edit::SetField{address, first_press_.value});
    return true;
  }
  if (touch.began) Begin(session, id, address, travel, pointer);
  if (!drag_ || drag_->id != id) return false;
  drag_->travel = travel;
  if (!touch.ended) return false;
  const bool is_tap =
      pointer.touch && touch.pressed && !drag_->moves && drag_->offset == 0;
  if (is_tap && session.in_gesture()) MoveTo(session, pointer.x);
  drag_.reset();
  return false;
}

void SliderDrag::Begin(Session& session, const std::string& id,
                       const FieldAddress& address, const SliderTravel& travel,
                       const PointerState& pointer) {
  session.BeginGesture();
  const double value = GetField(session.scenario(), address);
  first_press_ = {address, value};
  const float from_thumb = travel.X(address.definition(), value) - pointer.x;
  // A thumb that is grabbed does not jump; otherwise it moves to the pointer.
  const bool by_thumb = std::abs(from_thumb) <= travel.thumb_radius + 4;
  drag_ = {.id = id,
           .travel = travel,
           .start_x = pointer.x,
           .offset = by_thumb ? from_thumb : 0,
           .moves = !pointer.touch && (!by_thumb || from_thumb == 0)};
  if (drag_->moves) MoveTo(session, pointer.x);
}

void SliderDrag::MoveTo(Session& session, float pointer_x) const {
  const auto address = FindField(session.scenario(), drag_->id);
  if (!address) return;
  const float along = pointer_x + drag_->offset - drag_->travel.left;
  const double position =
      std::clamp(static_cast<double>(along / drag_->travel.length), 0.0, 1.0);
  // Bounds come from the table, so the value cannot be refused.
  (void)session.Apply(
      edit::SetField{*address, SliderValue(address->definition(), position)});
}

}  // namespace sextant
