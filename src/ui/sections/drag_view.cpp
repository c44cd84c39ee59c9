#include "ui/sections/drag_view.h"

#include <algorithm>

#include "ui/kit/field_row.h"
#include "ui/sections/cell_view.h"
#include "words/names.h"

namespace sextant {
namespace {

// In the order of the story; a phone has room for the first four.
constexpr const char* kFields[] = {"costPerClick", "conversionRate",
                                   "visits",       "orderValue",
                                   "fixedCost",    "newCustomerShare"};

// A line each, so that all fits on a phone.
constexpr float kRow = kTouchTarget;

float LayFields(Ui& ui, Rect rect, int cell, int count, bool paint) {
  const std::string id(CellId(ui.scenario(), cell));
  const std::string name = CellName(ui.scenario(), cell, ui.language());
  if (paint) ui.semantics().Heading(id, name, rect);
  float y = 0;
  for (int i = 0; i < count; ++i) {
    if (paint) {
      FieldRow(ui, AddressOf(*FindCellField(kFields[i]), cell),
               {rect.x, rect.y + y, rect.width, kRow}, id, name,
               MediumInk(ui.scenario(), MediumOf(cell)));
    }
    y += kRow;
  }
  return y;
}

}  // namespace

float DragView::Lay(Ui& ui, Rect rect, bool paint) {
  // The focus of another bubble may select its cell meanwhile.
  const int cell = ui.session().selected_cell();
  const bool beside = !ui.is_phone();
  const int count = beside ? 6 : 4;
  Rect inner = Inset(rect, kPadding);
  const float width = beside ? (inner.width - kGap) / 2 : inner.width;
  const float switcher =
      LayCellSwitcher(ui, {inner.x, inner.y, width, 0}, false);
  const float fields = LayFields(ui, inner, cell, count, false);
  const float inputs = switcher + 8 + fields;
  const float chart = beside ? inputs : 216;
  const float height = 2 * kPadding + (beside ? inputs : chart + 8 + inputs);
  if (!paint) return height;
  ui.canvas().Card({rect.x, rect.y, rect.width, height});
  Rect at = {inner.x, inner.y, width, 0};
  if (beside) at.x += width + kGap;
  quadrant_.ShowChart(ui, {at.x, at.y, width, chart}, true, cell);
  at.x = inner.x;
  if (!beside) at.y += chart + 8;
  LayCellSwitcher(ui, at, true);
  at.y += switcher + 8;
  LayFields(ui, at, cell, count, true);
  return height;
}

}  // namespace sextant
