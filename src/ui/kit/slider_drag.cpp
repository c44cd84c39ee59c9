#include "ui/kit/slider_drag.h"

#include <cmath>

#include "app/slide.h"

namespace sextant {
namespace {

// How far a finger has to move before it drags the slider.
constexpr float kTouchSlop = 6;
constexpr float kMouseSlop = 1;
// How far above or below its beginning a finger drags finely, and how much of
// the distance then counts.
constexpr float kAway = 48;
constexpr double kFine = 0.1;

}  // namespace

void SliderDrag::Apply(Session& session, const PointerState& pointer) {
  if (!drag_) return;
  if (pointer.cancelled || !session.in_gesture()) {
    drag_.reset();
    return;
  }
  if (!pointer.inside) return;
  Drag& drag = *drag_;
  if (!drag.moves) {
    const float slop = pointer.touch ? kTouchSlop : kMouseSlop;
    if (std::abs(pointer.x - drag.start_x) < slop) return;
    drag.moves = true;
    if (!drag.by_thumb) {
      drag.position = drag.travel.Position(pointer.x);
      drag.last_x = pointer.x;
    }
  }
  const bool is_away =
      pointer.touch && std::abs(pointer.y - drag.start_y) > kAway;
  const double part = pointer.shift || is_away ? kFine : 1;
  const double distance = (pointer.x - drag.last_x) / drag.travel.length;
  drag.last_x = pointer.x;
  MoveTo(session, drag.position + distance * part);
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
      pointer.touch && touch.pressed && !drag_->moves && !drag_->by_thumb;
  if (is_tap && session.in_gesture()) {
    MoveTo(session, travel.Position(pointer.x));
  }
  drag_.reset();
  return false;
}

void SliderDrag::Begin(Session& session, const std::string& id,
                       const FieldAddress& address, const SliderTravel& travel,
                       const PointerState& pointer) {
  session.BeginGesture();
  const double value = GetField(session.scenario(), address);
  first_press_ = {address, value};
  const double position =
      PositionAround(address.definition(), session.SliderPivot(address), value);
  const float from_thumb = travel.X(position) - pointer.x;
  drag_ = {.id = id,
           .travel = travel,
           .start_x = pointer.x,
           .start_y = pointer.y,
           .by_thumb = std::abs(from_thumb) <= travel.thumb_radius + 4,
           .moves = false,
           .last_x = pointer.x,
           .position = position};
  if (pointer.touch || drag_->by_thumb) return;
  drag_->moves = true;
  MoveTo(session, travel.Position(pointer.x));
}

void SliderDrag::MoveTo(Session& session, double position) {
  drag_->position = position;
  const auto address = FindField(session.scenario(), drag_->id);
  if (!address) return;
  // Bounds come from the table, so the value cannot be refused.
  (void)session.Apply(edit::SlideField{*address, position});
}

}  // namespace sextant
