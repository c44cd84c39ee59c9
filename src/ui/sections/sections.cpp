#include "ui/sections/sections.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>

namespace sextant {
namespace {

// Sections side by side, or one alone.
struct Row {
  View left;
  View right = View::kAll;  // kAll: none
  // The width of the left one: in points or, if that is 0, as a part of the
  // row's width.
  float left_points = 0;
  float left_part = 1;
};

// What follows the inputs and the quadrants.
constexpr Row kDesk[] = {
    {View::kKpi, View::kMatrix, 264},
    {View::kFormula},
    {View::kFlywheel},
    {View::kRemarketing},
    {View::kShocks},
};

constexpr Row kNarrow[] = {
    {View::kKpi},      {View::kMatrix},      {View::kFormula},
    {View::kFlywheel}, {View::kRemarketing}, {View::kShocks},
};

std::span<const Row> RowsOf(const Ui& ui) {
  if (ui.arrangement() == Arrangement::kDesk) return kDesk;
  return kNarrow;
}

// The height of the quadrants above the inputs.
float StripHeight(const Ui& ui) { return ui.is_phone() ? 228 : 316; }

// The place of something that is as high as a screen allows and stays in the
// view while what it belongs to, `whole`, is there.
struct Pinned {
  Rect rect;  // in view coordinates if stuck, else in content coordinates
  bool stuck = false;
};

// Whether there is room for it in the view beside what moves. While something
// is typed on a phone, the keyboard takes that room.
bool CanStay(const Ui& ui, float bottom, bool beside) {
  constexpr float kLeastRoom = 200;
  if (beside) return bottom <= ui.surroundings().height;
  return bottom + kLeastRoom <= ui.surroundings().height &&
         !ui.editor().request();
}

Pinned Pin(const Ui& ui, Rect rect, Rect whole, float view_top) {
  const float scroll = ui.surroundings().scroll;
  const float lowest = whole.bottom() - rect.height;
  if (rect.y - scroll >= view_top) return {rect, false};
  if (lowest - scroll <= view_top) {
    return {{rect.x, lowest, rect.width, rect.height}, false};
  }
  return {{rect.x, view_top, rect.width, rect.height}, true};
}

float LeftWidth(const Row& row, float width) {
  if (row.left_points > 0) return row.left_points;
  return std::floor((width - kGap) * row.left_part);
}

// The height of a section beside another one of height `beside`.
float Match(const Section& section, float height, float beside) {
  return std::clamp(beside, height, height + section.Stretch());
}

}  // namespace

Section* Sections::Of(View view) {
  switch (view) {
    case View::kAll:
    case View::kStory:  // a page's part around one of the others
      return nullptr;
    case View::kKpi:
      return &kpi_;
    case View::kCells:
      return &cells_;
    case View::kQuadrant:
      return &quadrant_;
    case View::kDrag:
      return &drag_;
    case View::kMatrix:
      return &revenue_;
    case View::kFormula:
      return &formula_;
    case View::kWheel:
      return &wheel_;
    case View::kFlywheel:
      return &flywheel_;
    case View::kRemarketing:
      return &remarketing_;
    case View::kShocks:
      return &shocks_;
  }
  return nullptr;
}

float Sections::LayPair(Ui& ui, Section& left, Section& right, float left_width,
                        Rect rect) {
  const float right_width = rect.width - kGap - left_width;
  const float left_needs = left.Lay(ui, {rect.x, rect.y, left_width, 0}, false);
  const float right_needs =
      right.Lay(ui, {rect.x, rect.y, right_width, 0}, false);
  const float left_height =
      Match(left, left_needs, right_needs - right.Tail(ui));
  const float right_height =
      Match(right, right_needs, left_needs - left.Tail(ui));
  left.Lay(ui, {rect.x, rect.y, left_width, left_height}, true);
  right.Lay(ui, {rect.x + left_width + kGap, rect.y, right_width, right_height},
            true);
  return std::max(left_height, right_height);
}

// The inputs, and the quadrants where they can be seen together with any of
// them: at their right on a desk, else above them.
float Sections::LayHandAndPicture(Ui& ui, Rect rect, float view_top) {
  const bool beside = ui.arrangement() == Arrangement::kDesk;
  const float width =
      beside ? std::clamp(rect.width * 0.34f, 320.0f, 520.0f) : rect.width;
  const float height =
      beside ? quadrant_.Lay(ui, {rect.x, rect.y, width, 0}, false)
             : StripHeight(ui);
  Rect cells = rect;
  if (beside) {
    cells.width -= width + kGap;
  } else {
    cells.y += height + kGap;
  }
  const bool can_stay = CanStay(ui, view_top + height, beside);
  if (can_stay && !beside) covered_ += height + kGap;
  const float cells_height = cells_.Lay(ui, cells, true);
  Rect whole = rect;
  whole.height =
      beside ? std::max(height, cells_height) : cells.y - rect.y + cells_height;

  const Rect first = {rect.right() - width, rect.y, width, height};
  const auto [place, stuck] =
      can_stay ? Pin(ui, first, whole, view_top) : Pinned{first};
  // Its window begins where the line at the top ends: nothing shows between.
  const float line_bottom = view_top - kLineGap;
  Rect window = stuck ? place : ui.canvas().ToView(place);
  const float bottom = window.bottom() + kGap / 2;
  window = Inset(window, -kGap / 2);
  window.y = stuck ? line_bottom : std::max(window.y, line_bottom);
  window.height = std::max(1.0f, bottom - window.y);
  ui.BeginSurface("picture", window, stuck);
  if (beside) {
    quadrant_.Lay(ui, place, true);
  } else {
    Rect ground = Inset(place, -kGap / 2);
    if (stuck) {
      ground.height += ground.y - window.y;
      ground.y = window.y;
    }
    ui.canvas().FillRect(ground, {Ink::kBackground, 1});
    ui.canvas().Card(place);
    quadrant_.ShowChart(ui, Inset(place, 8));
  }
  ui.EndSurface();
  if (beside) return whole.height;
  const float rest = whole.height + kGap;
  return rest +
         quadrant_.LayRest(ui, {rect.x, rect.y + rest, rect.width, 0}, true);
}

float Sections::Lay(Ui& ui, View view, Rect rect, float view_top) {
  covered_ = view_top;
  if (Section* section = Of(view)) return section->Lay(ui, rect, true);
  float y = LayHandAndPicture(ui, rect, view_top);
  for (const Row& row : RowsOf(ui)) {
    y += kGap;
    const Rect place = {rect.x, rect.y + y, rect.width, 0};
    Section& left = *Of(row.left);
    Section* right = Of(row.right);
    y += right == nullptr
             ? left.Lay(ui, place, true)
             : LayPair(ui, left, *right, LeftWidth(row, rect.width), place);
  }
  return y;
}

float Sections::LayPicture(Ui& ui, View view, const Handles& handles,
                           Rect rect) {
  covered_ = 0;
  return LayHandles(ui, Of(view), handles, rect);
}

void Sections::ShowLine(Ui& ui, View view, Rect rect, float margin) {
  if (view == View::kWheel || view == View::kFlywheel ||
      view == View::kRemarketing) {
    flywheel_.ShowLine(ui, rect, margin);
  } else {
    ShowKpiLine(ui, rect, margin);
  }
}

void Sections::ApplyDrag(Ui& ui) {
  for (size_t i = 0; i < std::size(kViewNames); ++i) {
    if (Section* section = Of(static_cast<View>(i))) section->ApplyDrag(ui);
  }
}

}  // namespace sextant
