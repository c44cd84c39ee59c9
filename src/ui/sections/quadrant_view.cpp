#include "ui/sections/quadrant_view.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "words/customer_explanation.h"
#include "words/explanation.h"

namespace sextant {
namespace {

constexpr float kTitleHeight = 28;
constexpr float kExplanationHeight = 58;

bool HasTargets(Ui& ui) {
  return ui.scenario().thresholds.mode == Thresholds::Mode::kTarget;
}

float ChoicesHeight(Ui& ui) { return ui.is_phone() ? kTouchTarget : 28; }

float ChartHeight(Ui& ui, float width) {
  return ui.is_phone() ? std::clamp(width * 0.95f, 280.0f, 420.0f)
                       : std::clamp(width * 0.62f, 300.0f, 460.0f);
}

// Narrow columns need more lines for the longest sentence.
float MoreExplanation(Ui& ui, float width) {
  if (!ui.is_phone()) return 0;
  return width < 340 ? 64 : 44;
}

float TargetsHeight(Ui& ui) {
  return HasTargets(ui) ? 2 * ui.FieldRowHeight() + 8 : 0;
}

float HeaderHeight(Ui& ui) {
  return ui.is_phone() ? kTitleHeight + ChoicesHeight(ui) + 8
                       : std::max(kTitleHeight, ChoicesHeight(ui)) + 8;
}

// The cell that the sentence explains: the highlighted one, else the selected
// one.
int ExplainedCell(Ui& ui) {
  const int cell = ui.highlighted_cell();
  const bool lit =
      cell >= 0 && cell < static_cast<int>(ui.scenario().cells.size());
  return lit ? cell : ui.session().selected_cell();
}

std::string BubbleId(Ui& ui, int cell) {
  return CellId(ui.scenario(), cell) + "/bubble";
}

Rect Moved(Rect rect, Point by) {
  return {rect.x + by.x, rect.y + by.y, rect.width, rect.height};
}

Point Center(Rect rect) {
  return {rect.x + rect.width / 2, rect.y + rect.height / 2};
}

// The marks in the order in which they claim the pointer. Bubbles overlap; the
// one whose centre is nearest comes first.
std::vector<const Mark*> NearestFirst(const std::vector<Mark>& marks,
                                      Point pointer) {
  std::vector<const Mark*> result;
  for (const Mark& mark : marks) result.push_back(&mark);
  const auto distance = [pointer](const Mark* mark) {
    const Point center = Center(mark->bounds);
    return std::hypot(center.x - pointer.x, center.y - pointer.y);
  };
  std::sort(result.begin(), result.end(), [&](const Mark* a, const Mark* b) {
    return distance(a) < distance(b);
  });
  return result;
}

Rect Grown(Rect rect, float minimum) {
  const float dx = std::max(0.0f, minimum - rect.width) / 2;
  const float dy = std::max(0.0f, minimum - rect.height) / 2;
  return {rect.x - dx, rect.y - dy, rect.width + 2 * dx, rect.height + 2 * dy};
}

float LeastTarget(Ui& ui) { return ui.is_phone() ? kTouchTarget : 24; }

// Where a number of a bubble is typed.
Rect EditorOver(Rect bubble, float view_width) {
  const Point center = Center(bubble);
  const float x = std::clamp(center.x - 48, 0.0f, view_width - 96);
  return {x, center.y - 16, 96, 32};
}

// The keyboard equivalent of dragging a bubble: its cell's two sliders.
void RecordPosition(Ui& ui, int cell, Rect rect) {
  const std::string name = CellName(ui.scenario(), cell, ui.language());
  for (const char* field : {"/costPerClick", "/conversionRate"}) {
    const std::string id = CellId(ui.scenario(), cell) + field;
    const auto address = FindField(ui.scenario(), id);
    ui.RecordField(*address, rect, "quadrant", name);
    ui.PlaceEdit(id, id, EditorOver(rect, ui.surroundings().width));
    if (ui.focused() == id) ui.FocusRing(rect);
  }
  if (ui.CellHasFocus(cell)) {
    ui.Highlight(cell);
    ui.session().SelectCell(cell);
  }
}

}  // namespace

float QuadrantView::Height(Ui& ui, float width) const {
  return 2 * kPadding + HeaderHeight(ui) + TargetsHeight(ui) +
         ChartHeight(ui, width - 2 * kPadding) + 8 + kExplanationHeight +
         MoreExplanation(ui, width);
}

void QuadrantView::ShowThresholds(Ui& ui, Rect rect) {
  const int chosen = HasTargets(ui) ? 1 : 0;
  const int pressed =
      ui.SegmentedControl("thresholds/mode", rect,
                          {std::string(ui.T(TextId::kUiThresholdsAverage)),
                           std::string(ui.T(TextId::kUiThresholdsTarget))},
                          chosen, "quadrant");
  if (pressed >= 0 && pressed != chosen) {
    ui.session().SetThresholdMode(pressed == 1 ? Thresholds::Mode::kTarget
                                               : Thresholds::Mode::kPortfolio);
    ui.MarkDirty();
  }
}

void QuadrantView::ShowBubbles(Ui& ui, const Drawing& drawing,
                               const QuadrantScale& scale, Point origin,
                               bool alone) {
  const Point at = ui.Pointer();
  const Point pointer = {at.x - origin.x, at.y - origin.y};
  for (const Mark& mark : drawing.marks) {
    const Rect bounds = Moved(mark.bounds, origin);
    ui.Image(BubbleId(ui, mark.cell), "quadrant", mark.label, bounds);
    if (alone) RecordPosition(ui, mark.cell, Grown(bounds, LeastTarget(ui)));
  }
  for (const Mark* mark : NearestFirst(drawing.marks, pointer)) {
    const Interaction drag =
        ui.Interact(BubbleId(ui, mark->cell),
                    Grown(Moved(mark->bounds, origin),
                          ui.touch() ? kTouchTarget : LeastTarget(ui)),
                    DragAxis::kBoth);
    if (drag.hovered || drag.held) {
      ui.Highlight(mark->cell);
      ui.SetCursor(drag.held ? "grabbing" : "grab");
    }
    if (drag.began) {
      ui.session().BeginGesture();
      ui.session().SelectCell(mark->cell);
      drag_scale_ = scale;
      const Point center = Center(mark->bounds);
      grab_offset_ = {center.x - pointer.x, center.y - pointer.y};
    }
    if (!(drag.held || drag.ended) || !drag_scale_ ||
        !ui.session().in_gesture())
      continue;
    if (!ui.PointerMoved()) continue;
    const Point target = {pointer.x + grab_offset_.x,
                          pointer.y + grab_offset_.y};
    if (const auto move =
            MoveBubble(ui.scenario(), mark->cell, scale, target)) {
      ui.session().SetCostAndConversion(mark->cell, move->cost_per_click,
                                        move->conversion_rate);
      ui.MarkDirty();
    }
  }
}

void QuadrantView::Show(Ui& ui, Rect rect, bool alone) {
  ui.Card(rect);
  ui.Heading("quadrant", ui.T(TextId::kUiQuadrantTitle), rect);
  const Rect inner = {rect.x + kPadding, rect.y + kPadding,
                      rect.width - 2 * kPadding, rect.height - 2 * kPadding};
  const float choices_width = ui.is_phone() ? inner.width : 232;
  const float title_width =
      ui.is_phone() ? inner.width : inner.width - choices_width - 8;
  ui.Label({inner.x, inner.y, title_width, kTitleHeight},
           ui.T(TextId::kUiQuadrantTitle), {.bold = true});
  ShowThresholds(ui, {inner.right() - choices_width,
                      ui.is_phone() ? inner.y + kTitleHeight : inner.y,
                      choices_width, ChoicesHeight(ui)});
  float y = inner.y + HeaderHeight(ui);
  if (HasTargets(ui)) {
    for (const ScenarioField* field : ScenarioFieldsShown(Shown::kThresholds)) {
      ui.FieldRow(AddressOf(*field),
                  {inner.x, y, inner.width, ui.FieldRowHeight()}, "quadrant",
                  "", Ink::kAccent);
      y += ui.FieldRowHeight();
    }
    y += 8;
  }

  const float height = ChartHeight(ui, inner.width);
  const ChartContext context = ui.Chart();
  if (!ui.session().in_gesture()) drag_scale_.reset();
  const QuadrantScale scale =
      drag_scale_
          ? *drag_scale_
          : FitQuadrantScale(ui.report(), context.ghost, inner.width, height);
  const Drawing drawing = QuadrantChart(context, scale, inner.width, height);
  ui.Draw(drawing, {inner.x, y});
  ShowBubbles(ui, drawing, scale, {inner.x, y}, alone);
  y += height + 8;

  const int cell = ExplainedCell(ui);
  std::string sentence =
      ExplainCell(ui.scenario(), ui.report(), cell, ui.format());
  const std::string advice =
      AdviseCell(ui.scenario(), ui.report(), cell, ui.format());
  if (!advice.empty() && ui.language() == Language::kEnglish) sentence += ' ';
  sentence += advice;
  const Rect text = {inner.x, y, inner.width, inner.bottom() - y};
  ui.Output("quadrant/explanation", "quadrant", ui.T(TextId::kUiWhy), sentence,
            text);
  ui.Paragraph(text, sentence,
               {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
}

}  // namespace sextant
