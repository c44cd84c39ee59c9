#include "ui/kit/edit_slot.h"

#include <algorithm>

#include "ui/kit/theme.h"

namespace sextant {

void EditSlot::Place(std::string_view id, std::string_view widget, Rect rect) {
  if (!request_ || is_placed_ || request_->id != id) return;
  if (!request_->widget.empty() && request_->widget != widget) return;
  request_->widget = widget;
  request_->rect = rect;
  is_placed_ = true;
}

void EditSlot::EndFrame(float view_width) {
  if (!request_ || is_placed_) return;
  Rect& rect = request_->rect;
  rect.width = std::min(rect.width, view_width);
  rect.x = std::clamp(rect.x, 0.0f, view_width - rect.width);
  rect.height = std::min(rect.height, kTouchTarget);
}

}  // namespace sextant
