#include "ui/kit/ui.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "exchange/number_text.h"

namespace sextant {
namespace {

constexpr float kThumbRadius = 7;
constexpr float kTouchThumbRadius = 10;
constexpr float kTrackHeight = 4;
// How far a finger moves along before a slider takes it for a drag.
constexpr float kTouchSlop = 6;
constexpr double kTooltipDelay = 0.45;

constexpr ImGuiWindowFlags kSurfaceFlags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav |
    ImGuiWindowFlags_NoFocusOnAppearing;

// Charts take a plain function to measure with; it asks the frame in progress.
TextPainter* measuring_text = nullptr;

Rect Inset(Rect rect, float by) {
  return {rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by};
}

float Middle(Rect rect) { return rect.y + rect.height / 2; }

// What stands in a number field before the reader types: the plain number.
std::string EditText(const FieldDefinition& field, double value) {
  if (field.unit == Unit::kShare) {
    // Rounded so that 0.0229 is 2.29 and not 2.2900000000000005.
    return NumberText(std::round(value * 1e12) / 1e10) + "%";
  }
  return NumberText(value);
}

}  // namespace

// --- Frame -----------------------------------------------------------------

void Ui::BeginFrame(const Surroundings& around, bool touch, bool cancelled,
                    bool recording) {
  around_ = around;
  touch_ = touch;
  cancelled_ = cancelled;
  dirty_ = false;
  wake_in_ = -1;
  cursor_ = "default";
  edit_is_placed_ = false;
  tip_.reset();
  drag_zones_.clear();
  next_highlight_ = -1;
  text_.BeginFrame(around.device_pixel_ratio);
  measuring_text = &text_;
  semantics_.BeginFrame(recording);
}

void Ui::EndFrame() {
  if (next_highlight_ != highlighted_cell_) {
    highlighted_cell_ = next_highlight_;
    dirty_ = true;
  }
  // An id that no widget claimed is a widget that is gone.
  activation_.clear();
  // So is one that no longer says where it is typed over.
  if (edit_ && !edit_is_placed_) KeepEditInside();
  if (!tip_) {
    tip_since_ = 0;
    return semantics_.EndFrame();
  }
  const Point anchor = {tip_->rect.x, tip_->rect.y};
  const double now = ImGui::GetTime();
  if (tip_since_ == 0 || !(anchor == tip_anchor_)) {
    tip_anchor_ = anchor;
    tip_since_ = now;
  }
  if (now - tip_since_ < kTooltipDelay) {
    wake_in_ = kTooltipDelay - (now - tip_since_);
    return semantics_.EndFrame();
  }
  list_ = ImGui::GetForegroundDrawList();
  list_->_FringeScale = 1 / around_.device_pixel_ratio;
  offset_ = 0;
  const float width =
      std::min(TextWidth(tip_->text, TextSize::kSmall) + 1, 260.0f);
  const float height = ParagraphHeight(width, tip_->text, TextSize::kSmall);
  const Rect view = tip_->rect;
  Rect box = {
      std::clamp(view.x, 8.0f, std::max(8.0f, around_.width - width - 24)),
      view.bottom() + 6, width + 16, height + 12};
  if (box.bottom() > around_.height) box.y = view.y - box.height - 6;
  FillRect(box, {Ink::kText, 1}, 6);
  Paragraph({box.x + 8, box.y + 6, width, height}, tip_->text,
            {.size = TextSize::kSmall, .ink = Ink::kSurface});
  semantics_.EndFrame();
}

void Ui::BeginSurface(const char* name, Rect view_rect, bool sticky) {
  sticky_ = sticky;
  offset_ = sticky ? 0 : around_.scroll;
  // What lies under a sticky surface cannot be dragged.
  if (sticky) drag_zones_.push_back({view_rect, DragAxis::kNone});
  ImGui::SetNextWindowPos({view_rect.x, view_rect.y});
  ImGui::SetNextWindowSize({view_rect.width, view_rect.height});
  ImGui::Begin(name, nullptr,
               sticky ? kSurfaceFlags
                      : kSurfaceFlags | ImGuiWindowFlags_NoBringToFrontOnFocus);
  list_ = ImGui::GetWindowDrawList();
  // Edges are softened over one device pixel, not one point.
  list_->_FringeScale = 1 / around_.device_pixel_ratio;
}

void Ui::EndSurface() { ImGui::End(); }

Rect Ui::ToView(Rect content) const {
  content.y -= offset_;
  return content;
}

ChartContext Ui::Chart() const {
  const auto measure = [](std::string_view text, TextSize size, bool bold) {
    return measuring_text->Width(text, size, bold);
  };
  return {.scenario = scenario(),
          .report = report(),
          .format = format(),
          .measure = measure,
          .ghost = session_.ghost(),
          .highlighted_cell = highlighted_cell_};
}

// --- Painting ----------------------------------------------------------------

void Ui::FillRect(Rect rect, Paint paint, float radius) {
  list().AddRectFilled(At(rect.x, rect.y), At(rect.right(), rect.bottom()),
                       ColorOf(paint), radius);
}

void Ui::StrokeRect(Rect rect, Paint paint, float radius, float width) {
  const Rect inner = Inset(rect, width / 2);
  list().AddRect(At(inner.x, inner.y), At(inner.right(), inner.bottom()),
                 ColorOf(paint), radius, 0, width);
}

void Ui::FillCircle(Point center, float radius, Paint paint) {
  list().AddCircleFilled(At(center.x, center.y), radius, ColorOf(paint));
}

void Ui::StrokeCircle(Point center, float radius, Paint paint, float width) {
  list().AddCircle(At(center.x, center.y), radius, ColorOf(paint), 0, width);
}

void Ui::DrawLine(Point from, Point to, Paint paint, float width) {
  list().AddLine(At(from.x, from.y), At(to.x, to.y), ColorOf(paint), width);
}

void Ui::Swatch(Rect rect, Ink ink, Kind kind) {
  Polygon square;
  square.points = {
      {0, 0}, {rect.width, 0}, {rect.width, rect.height}, {0, rect.height}};
  square.fill = {ink, 1};
  square.fill_style = kind == Kind::kPaid ? Fill::kSolid : Fill::kHatched;
  square.stroke = {ink, 1};
  Drawing drawing;
  drawing.shapes.push_back(std::move(square));
  Draw(drawing, {rect.x, rect.y});
}

void Ui::Card(Rect rect, Ink border) {
  FillRect(rect, {Ink::kSurface, 1}, kRadius);
  StrokeRect(rect, {border, 1}, kRadius,
             border == Ink::kHairline ? kHairline : 1.5f);
}

void Ui::Label(Rect rect, std::string_view text, const TextOptions& options) {
  if (text.empty() || rect.width <= 0) return;
  const std::string fitted =
      text_.Fit(text, options.size, options.bold, rect.width);
  float x = rect.x;
  if (options.align != Align::kStart) {
    const float room =
        rect.width - TextWidth(fitted, options.size, options.bold);
    x += options.align == Align::kCenter ? room / 2 : room;
  }
  const ImVec2 pen = At(x, Middle(rect) + BaselineOffset(options.size));
  text_.Draw(list(), {pen.x, pen.y}, fitted, options.size, options.bold,
             ColorOf({options.ink, 1}));
}

float Ui::Paragraph(Rect rect, std::string_view text,
                    const TextOptions& options) {
  const float line_height = FontSize(options.size) * 1.45f;
  float y = rect.y;
  for (const std::string& line :
       text_.Wrap(text, options.size, options.bold, rect.width)) {
    Label({rect.x, y, rect.width, line_height}, line, options);
    y += line_height;
  }
  return y - rect.y;
}

float Ui::ParagraphHeight(float width, std::string_view text, TextSize size) {
  return static_cast<float>(text_.Wrap(text, size, false, width).size()) *
         FontSize(size) * 1.45f;
}

// --- Widgets -----------------------------------------------------------------

Interaction Ui::Interact(const std::string& id, Rect rect, DragAxis axis) {
  const Rect view = ToView(rect);
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
  if (cancelled_) result.pressed = false;
  if (activation_ == id) {
    activation_.clear();
    result.pressed = true;
  }
  if (axis != DragAxis::kNone) drag_zones_.push_back({view, axis});
  return result;
}

void Ui::FocusRing(Rect rect, float radius) {
  StrokeRect(Inset(rect, -kFocusRingReach), {Ink::kAccent, 1},
             radius + kFocusRingReach, kFocusRingWidth);
}

bool Ui::Button(const std::string& id, Rect rect, std::string_view label,
                std::string_view accessible_label, std::string_view group,
                ButtonLook look, bool disabled) {
  if (semantics_.recording()) {
    SemanticNode node;
    node.id = id;
    node.role = Role::kButton;
    node.label = accessible_label;
    node.group = group;
    node.disabled = disabled;
    node.sticky = sticky_;
    node.rect = rect;
    semantics_.Add(std::move(node));
  }
  const Interaction touch = Interact(id, rect);
  const bool lit = (touch.hovered || touch.held) && !disabled;
  if (lit) cursor_ = "pointer";
  Ink text = disabled ? Ink::kTextMuted : Ink::kText;
  if (look == ButtonLook::kPrimary) {
    FillRect(rect, {Ink::kAccent, disabled ? 0.4f : 1}, kRadius);
    text = Ink::kOnAccent;
  } else if (look == ButtonLook::kPlain) {
    FillRect(rect, {Ink::kSurfaceRaised, 1}, kRadius);
    StrokeRect(rect,
               {lit ? Ink::kTextMuted : Ink::kControl, disabled ? 0.4f : 1},
               kRadius);
  } else if (lit) {
    FillRect(rect, {Ink::kControl, 0.25f}, kRadius);
  }
  Label({rect.x + 8, rect.y, rect.width - 16, rect.height}, label,
        {.ink = text, .align = Align::kCenter});
  if (touch.focused) FocusRing(rect);
  return touch.pressed && !disabled;
}

int Ui::SegmentedControl(const std::string& id, Rect rect,
                         const std::vector<std::string>& labels, int chosen,
                         std::string_view group) {
  const int count = static_cast<int>(labels.size());
  const float width = rect.width / static_cast<float>(count);
  int result = -1;
  StrokeRect(rect, {Ink::kControl, 1}, kRadius);
  for (int i = 0; i < count; ++i) {
    const Rect part = {rect.x + static_cast<float>(i) * width, rect.y, width,
                       rect.height};
    const std::string part_id = id + "/" + std::to_string(i);
    if (semantics_.recording()) {
      SemanticNode node;
      node.id = part_id;
      node.role = Role::kRadio;
      node.label = labels[i];
      node.group = group;
      node.checked = i == chosen;
      node.sticky = sticky_;
      node.rect = part;
      semantics_.Add(std::move(node));
    }
    const Interaction touch = Interact(part_id, part);
    if (touch.pressed) result = i;
    if (touch.hovered) cursor_ = "pointer";
    if (i == chosen) {
      FillRect(Inset(part, 3), {Ink::kAccent, 1}, kRadius - 2);
    } else if (touch.hovered) {
      FillRect(Inset(part, 3), {Ink::kControl, 0.25f}, kRadius - 2);
    }
    Label(Inset(part, 4), labels[i],
          {.size = TextSize::kSmall,
           .ink = i == chosen ? Ink::kOnAccent : Ink::kText,
           .align = Align::kCenter});
    // Inside: the neighbour may be filled with the ring's colour.
    if (touch.focused) FocusRing(Inset(part, 3), kRadius - 3);
  }
  return result;
}

float Ui::FieldRowHeight() const {
  switch (arrangement()) {
    case Arrangement::kPhone:
      return 2 * kTouchTarget;
    case Arrangement::kTablet:
      return 32;
    case Arrangement::kDesk:
      return 26;
  }
  return 26;
}

std::string Ui::FormatField(const FieldDefinition& field, double value) const {
  switch (field.unit) {
    case Unit::kCount:
      return format().Count(value);
    case Unit::kMoney:
      return format().ExactMoney(value);
    case Unit::kShare:
      return format().Percent(value);
    case Unit::kRatio:
      return format().Ratio(value);
    case Unit::kMonths:
      return format().Months(value);
  }
  return {};
}

std::string Ui::FitMoney(double value, TextSize size, float width) {
  std::string full = format().Money(value);
  return TextWidth(full, size, true) <= width ? full
                                              : format().CompactMoney(value);
}

std::string Ui::FitCount(double value, TextSize size, float width) {
  std::string full = format().Count(value);
  return TextWidth(full, size, true) <= width ? full
                                              : format().CompactCount(value);
}

Ui::RowParts Ui::PartsOf(Rect row) const {
  RowParts parts;
  if (is_phone()) {
    // Nearer to the slider below than to the one above.
    constexpr float kAir = 12;
    parts.value_target = {row.right() - 132, row.y, 132, kTouchTarget};
    parts.value = {parts.value_target.x, row.y + kAir, 132,
                   kTouchTarget - kAir};
    parts.label = {row.x, parts.value.y, row.width * 0.6f, parts.value.height};
    parts.track = {row.x, row.y + kTouchTarget, row.width, kTouchTarget};
    return parts;
  }
  const float label_width = std::min(108.0f, row.width * 0.27f);
  const float value_width = std::min(88.0f, row.width * 0.29f);
  parts.label = {row.x, row.y, label_width, row.height};
  parts.value = {row.right() - value_width, row.y, value_width, row.height};
  parts.value_target = parts.value;
  parts.track = {row.x + label_width, row.y,
                 row.width - label_width - value_width, row.height};
  return parts;
}

void Ui::PlaceEdit(std::string_view id, std::string_view widget, Rect rect) {
  if (!edit_ || edit_is_placed_ || edit_->id != id) return;
  if (!edit_->widget.empty() && edit_->widget != widget) return;
  edit_->widget = widget;
  edit_->rect = rect;
  edit_is_placed_ = true;
}

void Ui::KeepEditInside() {
  Rect& rect = edit_->rect;
  rect.width = std::min(rect.width, around_.width);
  rect.x = std::clamp(rect.x, 0.0f, around_.width - rect.width);
  rect.height = std::min(rect.height, kTouchTarget);
}

void Ui::RequestFieldEdit(const FieldAddress& address, std::string widget,
                          Rect rect) {
  const FieldDefinition& field = *address.definition;
  EditRequest request;
  request.id = FieldPath(scenario(), address);
  request.widget = std::move(widget);
  request.rect = rect;
  request.text = EditText(field, GetField(scenario(), address));
  request.label = T(field.label);
  RequestEdit(std::move(request));
}

void Ui::RecordField(const FieldAddress& address, Rect rect,
                     std::string_view group, std::string_view group_label) {
  if (!semantics_.recording()) return;
  const FieldDefinition& field = *address.definition;
  const double value = GetField(scenario(), address);
  SemanticNode node;
  node.id = FieldPath(scenario(), address);
  node.role = Role::kSlider;
  node.label = group_label;
  if (!node.label.empty()) node.label += " · ";
  node.label += T(field.label);
  node.value_text = FormatField(field, value);
  node.group = group;
  node.range = {value, field.minimum, std::max(field.slider_maximum, value)};
  node.editable = true;
  node.sticky = sticky_;
  node.rect = rect;
  semantics_.Add(std::move(node));
}

void Ui::FieldRow(const FieldAddress& address, Rect rect,
                  std::string_view group, std::string_view group_label, Ink hue,
                  std::string_view label) {
  const FieldDefinition& field = *address.definition;
  const std::string id = FieldPath(scenario(), address);

  const RowParts parts = PartsOf(rect);
  RecordField(address, rect, group, group_label);

  // The slider.
  const Interaction drag = Interact(id, parts.track, DragAxis::kHorizontal);
  if (drag.hovered || drag.held) cursor_ = drag.held ? "grabbing" : "grab";
  const bool double_clicked =
      drag.double_clicked && first_press_.address == address;
  DragSlider(address, parts.track, drag);

  const float thumb = is_phone() ? kTouchThumbRadius : kThumbRadius;
  const float left = parts.track.x + thumb + 2;
  const float travel = parts.track.width - 2 * (thumb + 2);
  const float y = Middle(parts.track);
  const auto x_of = [&](double v) {
    return left + travel * static_cast<float>(SliderPosition(field, v));
  };
  const float x = x_of(GetField(scenario(), address));
  FillRect({left, y - kTrackHeight / 2, travel, kTrackHeight},
           {Ink::kControl, 0.55f}, kTrackHeight / 2);
  FillRect({left, y - kTrackHeight / 2, x - left, kTrackHeight}, {hue, 1},
           kTrackHeight / 2);
  if (const Scenario* start = session_.gesture_start();
      start && start->cells.size() == scenario().cells.size()) {
    const double before = GetField(*start, address);
    if (before != GetField(scenario(), address)) {
      StrokeCircle({x_of(before), y}, thumb, {Ink::kTextMuted, 1});
    }
  }
  FillCircle({x, y}, thumb, {Ink::kSurfaceRaised, 1});
  StrokeCircle({x, y}, thumb, {hue, 1}, drag.hovered || drag.held ? 3 : 2);

  // Label and value.
  if (label.empty()) {
    label = is_phone() ? Fit(field.label, field.short_label, parts.label.width)
                       : T(field.short_label);
  }
  Label(parts.label, label, {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  const Interaction type = Interact(id + "/value", parts.value_target);
  if (type.hovered) {
    cursor_ = "text";
    FillRect(parts.value, {Ink::kControl, 0.25f}, 4);
  }
  const TextSize size = is_phone() ? TextSize::kBody : TextSize::kSmall;
  const float room = parts.value.width - 4;
  const double value = GetField(scenario(), address);
  std::string shown = FormatField(field, value);
  if (TextWidth(shown, size, true) > room) {
    shown = field.unit == Unit::kMoney ? FitMoney(value, size, room)
                                       : FitCount(value, size, room);
  }
  Label({parts.value.x, parts.value.y, room, parts.value.height}, shown,
        {.size = size, .bold = true, .align = Align::kEnd});
  if (double_clicked) {
    // The first click of the two may have moved the slider: put it back.
    session_.CancelGesture();
    (void)session_.SetField(address, first_press_.value);
  }
  if (type.pressed || double_clicked) {
    RequestFieldEdit(address, id, parts.value);
  }
  PlaceEdit(id, id, parts.value);
  if (drag.focused)
    FocusRing({rect.x, rect.y + 1, rect.width, rect.height - 2}, 4);
}

void Ui::DragSlider(const FieldAddress& address, Rect track,
                    const Interaction& drag) {
  if (!drag.held && !drag.ended) return;
  const FieldDefinition& field = *address.definition;
  const float pointer = ImGui::GetIO().MousePos.x;
  const float thumb = is_phone() ? kTouchThumbRadius : kThumbRadius;
  const float left = track.x + thumb + 2;
  const float travel = std::max(1.0f, track.width - 2 * (thumb + 2));
  if (drag.began) {
    session_.BeginGesture();
    if (!drag.double_clicked || first_press_.address != address) {
      first_press_ = {address, GetField(scenario(), address)};
    }
    const float at = left + travel * static_cast<float>(SliderPosition(
                                         field, GetField(scenario(), address)));
    drag_start_x_ = pointer;
    // Taken by the thumb it does not jump; elsewhere it comes to the pointer.
    drag_offset_ = std::abs(at - pointer) <= thumb + 4 ? at - pointer : 0;
    drag_moves_ = !touch_ && drag_offset_ == 0;
  }
  if (cancelled_ || !session_.in_gesture()) return;
  const float slop = touch_ ? kTouchSlop : 1;
  if (std::abs(pointer - drag_start_x_) >= slop) drag_moves_ = true;
  const bool tapped = touch_ && drag.ended && drag.pressed && drag_offset_ == 0;
  // The frame that ends a drag may also bring its last stretch.
  if (!drag_moves_ && !tapped) return;
  const double position = (pointer + drag_offset_ - left) / travel;
  // Bounds come from the table, so the value cannot be refused.
  (void)session_.SetField(address,
                          SliderValue(field, std::clamp(position, 0.0, 1.0)));
  if (drag.held) dirty_ = true;
}

void Ui::Output(const std::string& id, std::string_view group,
                std::string_view label, std::string_view value, Rect rect) {
  if (!semantics_.recording()) return;
  SemanticNode node;
  node.id = id;
  node.role = Role::kOutput;
  node.label = label;
  node.value_text = value;
  node.group = group;
  node.sticky = sticky_;
  node.rect = rect;
  semantics_.Add(std::move(node));
}

void Ui::Heading(const std::string& id, std::string_view label, Rect rect) {
  if (!semantics_.recording()) return;
  SemanticNode node;
  node.id = id;
  node.role = Role::kHeading;
  node.label = label;
  node.group = id;
  node.sticky = sticky_;
  node.rect = rect;
  semantics_.Add(std::move(node));
}

void Ui::Image(const std::string& id, std::string_view group,
               std::string_view label, Rect rect) {
  if (!semantics_.recording()) return;
  SemanticNode node;
  node.id = id;
  node.role = Role::kImage;
  node.label = label;
  node.group = group;
  node.rect = rect;
  semantics_.Add(std::move(node));
}

Point Ui::Pointer() const {
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  return {pointer.x, pointer.y + offset_};
}

bool Ui::PointerIn(Rect rect) const {
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  return ToView(rect).contains({pointer.x, pointer.y}) &&
         ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
}

bool Ui::PointerMoved() const {
  const ImVec2 moved = ImGui::GetIO().MouseDelta;
  return moved.x != 0 || moved.y != 0;
}

bool Ui::PointerPressed() const { return ImGui::IsMouseClicked(0); }

void Ui::Tooltip(Rect rect, std::string_view text) {
  const Rect view = ToView(rect);
  if (touch_ || ImGui::IsAnyItemActive()) return;
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  if (!view.contains({pointer.x, pointer.y})) return;
  tip_ = Tip{view, std::string(text)};
}

bool Ui::CellHasFocus(int cell) const {
  const std::string id = CellId(scenario(), cell);
  return focused_.size() > id.size() && focused_[id.size()] == '/' &&
         focused_.compare(0, id.size(), id) == 0;
}

DragAxis Ui::AxisAt(float x, float y) const {
  for (auto zone = drag_zones_.rbegin(); zone != drag_zones_.rend(); ++zone) {
    if (zone->rect.contains({x, y})) return zone->axis;
  }
  return DragAxis::kNone;
}

}  // namespace sextant
