#include "ui/kit/field_row.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/slide.h"
#include "exchange/number_text.h"
#include "words/results.h"

namespace sextant {
namespace {

constexpr float kThumbRadius = 7;
constexpr float kTouchThumbRadius = 10;
constexpr float kTrackHeight = 4;

// The places of the parts of a row.
struct RowParts {
  Rect label;
  Rect track;
  Rect value;
  Rect value_target;  // can be touched; larger than the visible number
};

RowParts PartsOf(Rect row) {
  RowParts parts;
  // A low row has everything in one line.
  if (row.height > kTouchTarget) {
    constexpr float kLabelHeight = 20;
    constexpr float kValueWidth = 104;
    const float y = row.y + kLabelHeight;
    parts.label = {row.x, row.y, row.width, kLabelHeight};
    parts.value = {row.right() - kValueWidth, y, kValueWidth, kTouchTarget};
    parts.value_target = parts.value;
    parts.track = {row.x, y, row.width - kValueWidth - 8, kTouchTarget};
    return parts;
  }
  const float least = std::min(75.0f, row.width * 0.34f);
  const float label_width = std::clamp(row.width * 0.27f, least, 108.0f);
  const float value_width = std::clamp(row.width * 0.29f, least, 88.0f);
  parts.label = {row.x, row.y, label_width, row.height};
  parts.value = {row.right() - value_width, row.y, value_width, row.height};
  parts.value_target = parts.value;
  parts.track = {row.x + label_width, row.y,
                 row.width - label_width - value_width, row.height};
  return parts;
}

SliderTravel TravelIn(const Ui& ui, Rect track) {
  const float thumb = ui.is_phone() ? kTouchThumbRadius : kThumbRadius;
  return {.left = track.x + thumb + 2,
          .length = std::max(1.0f, track.width - 2 * (thumb + 2)),
          .thumb_radius = thumb};
}

// The initial text of a number's <input>: the plain number.
std::string EditText(const FieldDefinition& field, double value) {
  if (field.unit == Unit::kShare) {
    // Rounded so that 0.0229 is 2.29 and not 2.2900000000000005.
    return NumberText(std::round(value * 1e12) / 1e10) + "%";
  }
  return NumberText(value);
}

void PaintSlider(Ui& ui, const FieldAddress& address, Rect track,
                 const SliderTravel& travel, Ink hue, bool lit) {
  const FieldDefinition& field = address.definition();
  Canvas& canvas = ui.canvas();
  const double value = GetField(ui.scenario(), address);
  const double pivot = ui.session().SliderPivot(address);
  const auto place = [&](double number) {
    return travel.X(PositionAround(field, pivot, number));
  };
  const float y = track.y + track.height / 2;
  const float x = place(value);
  // A slider around a number shows how far the drag is from it.
  const float from = IsAround(field, pivot) ? place(pivot) : travel.left;
  canvas.FillRect(
      {travel.left, y - kTrackHeight / 2, travel.length, kTrackHeight},
      {Ink::kControl, 0.55f}, kTrackHeight / 2);
  canvas.FillRect({std::min(from, x), y - kTrackHeight / 2, std::abs(x - from),
                   kTrackHeight},
                  {hue, 1}, kTrackHeight / 2);
  if (const Scenario* start = ui.session().gesture_start();
      start && start->cells.size() == ui.scenario().cells.size()) {
    const double before = GetField(*start, address);
    if (before != value) {
      canvas.StrokeCircle({place(before), y}, travel.thumb_radius,
                          {Ink::kTextMuted, 1});
    }
  }
  canvas.FillCircle({x, y}, travel.thumb_radius, {Ink::kSurfaceRaised, 1});
  canvas.StrokeCircle({x, y}, travel.thumb_radius, {hue, 1}, lit ? 3 : 2);
}

// `shown`: the number in full.
void PaintNumber(Ui& ui, const FieldAddress& address, std::string shown,
                 Rect rect) {
  const FieldDefinition& field = address.definition();
  const TextSize size = ui.is_phone() ? TextSize::kBody : TextSize::kSmall;
  const float room = rect.width - 4;
  const double value = GetField(ui.scenario(), address);
  if (ui.canvas().TextWidth(shown, size, true) > room) {
    shown = field.unit == Unit::kMoney ? ui.format().CompactMoney(value)
                                       : ui.format().CompactCount(value);
  }
  ui.canvas().Label({rect.x, rect.y, room, rect.height}, shown,
                    {.size = size, .bold = true, .align = Align::kEnd});
}

// `shown`: the number in full.
void Record(Ui& ui, const FieldAddress& address, const std::string& id,
            const std::string& shown, Rect rect, std::string_view group,
            std::string_view group_label) {
  if (!ui.semantics().recording()) return;
  const FieldDefinition& field = address.definition();
  const double value = GetField(ui.scenario(), address);
  std::string label(group_label);
  if (!label.empty()) label += " · ";
  label += ui.Text(field.label);
  SemanticNode* node =
      ui.semantics().Record(Role::kSlider, id, group, label, rect);
  node->value_text = shown;
  node->range = {value, field.minimum, std::max(field.slider_maximum, value)};
  node->editable = true;
}

}  // namespace

float FieldRowHeight(const Ui& ui) {
  switch (ui.arrangement()) {
    case Arrangement::kPhone:
      return kTouchTarget + 20;
    case Arrangement::kTablet:
      return 32;
    case Arrangement::kDesk:
      return 26;
  }
  return 26;
}

Rect ValueIn(Rect row) { return PartsOf(row).value; }

void FieldRow(Ui& ui, const FieldAddress& address, Rect rect,
              std::string_view group, std::string_view group_label, Ink hue,
              std::string_view label) {
  const FieldDefinition& field = address.definition();
  const std::string id = FieldPath(ui.scenario(), address);
  const RowParts parts = PartsOf(rect);
  std::string shown =
      FormatField(field, GetField(ui.scenario(), address), ui.format());
  Record(ui, address, id, shown, rect, group, group_label);

  Canvas& canvas = ui.canvas();
  Controls& controls = ui.controls();
  const Interaction drag =
      controls.Interact(id, parts.track, DragAxis::kHorizontal);
  const bool lit = drag.hovered || drag.held;
  if (lit) controls.SetCursor(drag.held ? "grabbing" : "grab");
  const SliderTravel travel = TravelIn(ui, parts.track);
  const bool wants_typing = ui.slider_drag().Update(
      ui.session(), id, address, travel, drag, controls.pointer());
  PaintSlider(ui, address, parts.track, travel, hue, lit);

  if (label.empty()) {
    label = ui.is_phone()
                ? ui.Fit(field.label, field.short_label, parts.label.width)
                : ui.Text(field.short_label);
  }
  canvas.Label(parts.label, label,
               {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  const Interaction type = controls.Interact(id + "/value", parts.value_target);
  if (type.hovered) {
    controls.SetCursor("text");
    canvas.FillRect(parts.value, {Ink::kControl, 0.25f}, 4);
  }
  PaintNumber(ui, address, std::move(shown), parts.value);
  if (type.pressed || wants_typing) {
    RequestFieldEdit(ui, address, id, ui.InContent(parts.value));
  }
  ui.editor().Place(id, id, ui.InContent(parts.value));
  if (drag.focused) {
    canvas.FocusRing({rect.x, rect.y + 1, rect.width, rect.height - 2}, 4);
  }
}

void RecordField(Ui& ui, const FieldAddress& address, Rect rect,
                 std::string_view group, std::string_view group_label) {
  if (!ui.semantics().recording()) return;
  Record(ui, address, FieldPath(ui.scenario(), address),
         FormatField(address.definition(), GetField(ui.scenario(), address),
                     ui.format()),
         rect, group, group_label);
}

void RequestFieldEdit(Ui& ui, const FieldAddress& address, std::string widget,
                      Rect rect) {
  const FieldDefinition& field = address.definition();
  EditRequest request;
  request.id = FieldPath(ui.scenario(), address);
  request.widget = std::move(widget);
  request.rect = rect;
  request.text = EditText(field, GetField(ui.scenario(), address));
  request.label = ui.Text(field.label);
  ui.editor().Open(std::move(request));
}

std::string FitMoney(Ui& ui, double value, TextSize size, float width) {
  std::string full = ui.format().Money(value);
  return ui.canvas().TextWidth(full, size, true) <= width
             ? full
             : ui.format().CompactMoney(value);
}

std::string FitCount(Ui& ui, double value, TextSize size, float width) {
  std::string full = ui.format().Count(value);
  return ui.canvas().TextWidth(full, size, true) <= width
             ? full
             : ui.format().CompactCount(value);
}

}  // namespace sextant
