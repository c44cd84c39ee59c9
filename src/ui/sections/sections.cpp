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

constexpr Row kDesk[] = {
    {View::kKpi, View::kCells, 264},
    {View::kQuadrant, View::kMatrix, 0, 0.56f},
    {View::kFormula},
    {View::kFlywheel},
    {View::kShocks},
};

constexpr Row kTablet[] = {
    {View::kKpi},     {View::kCells},    {View::kQuadrant}, {View::kMatrix},
    {View::kFormula}, {View::kFlywheel}, {View::kShocks},
};

// A phone already shows the most important totals at the top, so the inputs
// come first.
constexpr Row kPhone[] = {
    {View::kCells},   {View::kKpi},      {View::kQuadrant}, {View::kMatrix},
    {View::kFormula}, {View::kFlywheel}, {View::kShocks},
};

std::span<const Row> RowsOf(Arrangement arrangement) {
  switch (arrangement) {
    case Arrangement::kDesk:
      return kDesk;
    case Arrangement::kTablet:
      return kTablet;
    case Arrangement::kPhone:
      return kPhone;
  }
  return kPhone;
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
      return nullptr;
    case View::kKpi:
      return &kpi_;
    case View::kCells:
      return &cells_;
    case View::kQuadrant:
      return &quadrant_;
    case View::kMatrix:
      return &revenue_;
    case View::kFormula:
      return &formula_;
    case View::kFlywheel:
      return &flywheel_;
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

float Sections::Lay(Ui& ui, View view, Rect rect) {
  if (Section* section = Of(view)) return section->Lay(ui, rect, true);
  float y = 0;
  for (const Row& row : RowsOf(ui.arrangement())) {
    if (y > 0) y += kGap;
    const Rect place = {rect.x, rect.y + y, rect.width, 0};
    Section& left = *Of(row.left);
    Section* right = Of(row.right);
    y += right == nullptr
             ? left.Lay(ui, place, true)
             : LayPair(ui, left, *right, LeftWidth(row, rect.width), place);
  }
  return y;
}

void Sections::ApplyDrag(Ui& ui) {
  for (size_t i = 0; i < std::size(kViewNames); ++i) {
    if (Section* section = Of(static_cast<View>(i))) section->ApplyDrag(ui);
  }
}

}  // namespace sextant
