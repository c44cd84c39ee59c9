#include "ui/kit/controls.h"

#include <algorithm>

#include "imgui.h"

namespace sextant {

void Controls::BeginPass() {
  cursor_ = "default";
  drag_zones_.clear();
}

// If no widget has claimed the id, the widget is gone.
void Controls::EndFrame() { activation_.clear(); }

void Controls::CoverDragZones(Rect view_rect) {
  drag_zones_.push_back({view_rect, DragAxis::kNone});
}

Interaction Controls::Interact(const std::string& id, Rect rect,
                               DragAxis axis) {
  const Rect view = canvas_.ToView(rect);
  ImGui::SetCursorScreenPos({view.x, view.y});
  Interaction result;
  result.pressed = ImGui::InvisibleButton(
      id.c_str(), {std::max(1.0f, view.width), std::max(1.0f, view.height)});
  result.hovered = ImGui::IsItemHovered();
  result.held = ImGui::IsItemActive();
  result.began = ImGui::IsItemActivated();
  result.ended = ImGui::IsItemDeactivated();
  result.double_clicked = result.hovered && ImGui::IsMouseDoubleClicked(0);
  result.focused = focused_ == id;
  if (pointer_.cancelled) result.pressed = false;
  if (activation_ == id) {
    activation_.clear();
    result.pressed = true;
  }
  if (axis != DragAxis::kNone) drag_zones_.push_back({view, axis});
  return result;
}

Point Controls::Pointer() const {
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  return {pointer.x, pointer.y + canvas_.offset()};
}

bool Controls::PointerIn(Rect rect) const {
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  return canvas_.ToView(rect).contains({pointer.x, pointer.y}) &&
         ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
}

bool Controls::PointerPressed() const { return ImGui::IsMouseClicked(0); }

DragAxis Controls::AxisAt(float x, float y) const {
  for (auto zone = drag_zones_.rbegin(); zone != drag_zones_.rend(); ++zone) {
    if (zone->rect.contains({x, y})) return zone->axis;
  }
  return DragAxis::kNone;
}

bool Controls::HasFocusWithin(std::string_view id) const {
  return focused_.size() > id.size() && focused_[id.size()] == '/' &&
         focused_.compare(0, id.size(), id) == 0;
}

}  // namespace sextant
