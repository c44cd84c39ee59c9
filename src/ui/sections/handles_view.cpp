#include "ui/sections/handles_view.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "ui/kit/field_row.h"
#include "words/names.h"

namespace sextant {
namespace {

constexpr float kMargin = 8;
constexpr float kNameHeight = 24;
constexpr std::string_view kCostPerClick = "costPerClick";

// The cell of the sliders; -1: they are the whole scenario's.
int CellOf(const Handles& handles) {
  return handles.empty() ? -1 : handles[0].cell;
}

// The cell whose bubble can be dragged, which changes its cost per click; -1:
// none.
int HandOf(const Handles& handles) {
  for (const FieldAddress& handle : handles) {
    if (handle.cell >= 0 && handle.definition().id == kCostPerClick) {
      return handle.cell;
    }
  }
  return -1;
}

// On a phone, the name of their cell is only for screen readers: there is no
// room, and the picture and the words around it tell.
void ShowRows(Ui& ui, Rect rect, const Handles& handles) {
  const int cell = CellOf(handles);
  std::string id = "handles";
  std::string name;
  Ink hue = Ink::kAccent;
  if (cell >= 0) {
    id = CellId(ui.scenario(), cell);
    name = CellName(ui.scenario(), cell, ui.language());
    hue = MediumInk(ui.scenario(), MediumOf(cell));
    const Rect line = {rect.x, rect.y, rect.width, kNameHeight};
    ui.semantics().Heading(id, name, line);
    if (!ui.is_phone()) {
      ui.canvas().Label(line, name, {.bold = true});
      rect.y += kNameHeight;
    }
  }
  rect.height = kTouchTarget;
  for (const FieldAddress& handle : handles) {
    FieldRow(ui, handle, rect, id, name, hue);
    rect.y += kTouchTarget;
  }
}

}  // namespace

float LayHandles(Ui& ui, Section* section, const Handles& handles, Rect rect) {
  const bool phone = ui.is_phone();
  const Rect inner = Inset(rect, kMargin);
  Rect picture = inner;
  Rect sliders = inner;
  picture.height = !section ? 0 : phone ? 200 : 320;
  sliders.height = kTouchTarget * static_cast<float>(handles.size()) +
                   (phone || CellOf(handles) < 0 ? 0 : kNameHeight);
  if (section && !phone && !handles.empty()) {
    sliders.width = std::clamp(inner.width * 0.36f, 240.0f, 420.0f);
    picture.x += sliders.width + kGap;
    picture.width -= sliders.width + kGap;
  } else {
    sliders.y = picture.bottom();
  }
  const float height =
      std::max(picture.bottom(), sliders.bottom()) - rect.y + kMargin;
  ui.canvas().Card({rect.x, rect.y, rect.width, height});
  if (section) section->ShowPicture(ui, picture, HandOf(handles));
  ShowRows(ui, sliders, handles);
  return height;
}

}  // namespace sextant
