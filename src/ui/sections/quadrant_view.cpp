#include "ui/sections/quadrant_view.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/last_change.h"
#include "base/insertion_sort.h"
#include "imgui.h"
#include "ui/kit/field_row.h"
#include "ui/kit/widgets.h"
#include "words/advice.h"
#include "words/explanation.h"

namespace sextant {
namespace {

bool HasTargets(Ui& ui) {
  return ui.scenario().thresholds.mode == Thresholds::Mode::kTarget;
}

float ThresholdsHeight(const Ui& ui) {
  return ui.is_phone() ? kTouchTarget : 28;
}

float ChartHeight(float width) {
  return width < 520 ? std::clamp(width * 0.84f, 280.0f, 420.0f)
                     : std::clamp(width * 0.62f, 300.0f, 460.0f);
}

// Room for the longest sentence; narrow columns need more lines.
float ExplanationHeight(float width) {
  return width < 308 ? 158 : width < 520 ? 120 : 76;
}

// The cell that the sentence explains: the highlighted one, else the selected
// one.
int ExplainedCell(Ui& ui) {
  const int cell = ui.highlight().cell();
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

std::vector<const Mark*> Pointers(const std::vector<Mark>& marks) {
  std::vector<const Mark*> result;
  for (const Mark& mark : marks) result.push_back(&mark);
  return result;
}

// The marks in the order for the keyboard. The order of the drawing changes
// with the focus, so Tab would skip bubbles or never leave them.
std::vector<const Mark*> InOrderOfCells(const std::vector<Mark>& marks) {
  std::vector<const Mark*> result = Pointers(marks);
  InsertionSort(result,
                [](const Mark* a, const Mark* b) { return a->cell < b->cell; });
  return result;
}

// The marks in the order in which they get the pointer. Where bubbles overlap,
// the one whose centre is nearest comes first.
std::vector<const Mark*> NearestFirst(const std::vector<Mark>& marks,
                                      Point pointer) {
  std::vector<const Mark*> result = Pointers(marks);
  const auto distance = [pointer](const Mark* mark) {
    const Point center = Center(mark->bounds);
    return std::hypot(center.x - pointer.x, center.y - pointer.y);
  };
  InsertionSort(result, [&](const Mark* a, const Mark* b) {
    return distance(a) < distance(b);
  });
  return result;
}

Rect Grown(Rect rect, float minimum) {
  const float dx = std::max(0.0f, minimum - rect.width) / 2;
  const float dy = std::max(0.0f, minimum - rect.height) / 2;
  return {rect.x - dx, rect.y - dy, rect.width + 2 * dx, rect.height + 2 * dy};
}

float LeastTarget(const Ui& ui) { return ui.is_phone() ? kTouchTarget : 24; }

// The place of the <input> for a number of a bubble.
Rect EditorOver(Rect bubble, float view_width) {
  const Point center = Center(bubble);
  const float x = std::clamp(center.x - 48, 0.0f, view_width - 96);
  return {x, center.y - 16, 96, 32};
}

// The keyboard equivalent of dragging a bubble: its cell's two sliders.
void RecordPosition(Ui& ui, int cell, Rect rect, bool select) {
  const std::string name = CellName(ui.scenario(), cell, ui.language());
  for (const char* field : {"/costPerClick", "/conversionRate"}) {
    const std::string id = CellId(ui.scenario(), cell) + field;
    const auto address = FindField(ui.scenario(), id);
    RecordField(ui, *address, rect, "quadrant", name);
    ui.editor().Place(id, id, EditorOver(rect, ui.surroundings().width));
    if (ui.controls().focused() == id) ui.canvas().FocusRing(rect);
  }
  if (ui.CellHasFocus(cell)) {
    ui.highlight().Set(cell);
    if (select) ui.session().SelectCell(cell);
  }
}

}  // namespace

float QuadrantView::LayHead(Ui& ui, Rect inner, bool paint) {
  constexpr float kChoicesWidth = 264;
  const Head head = HeadIn(ui, inner, kChoicesWidth, ThresholdsHeight(ui));
  LayTitle(ui, head.title, paint);
  if (paint) ShowThresholds(ui, head.other);
  return head.height + 8;
}

void QuadrantView::ShowThresholds(Ui& ui, Rect rect) {
  const int chosen = static_cast<int>(ui.scenario().thresholds.mode);
  const int pressed =
      SegmentedControl(ui, "thresholds/mode", rect,
                       {std::string(ui.Text(TextId::kUiThresholdsAverage)),
                        std::string(ui.Text(TextId::kUiThresholdsBreakEven)),
                        std::string(ui.Text(TextId::kUiThresholdsTarget))},
                       chosen, id());
  if (pressed < 0 || pressed == chosen) return;
  ui.session().Apply(
      edit::SetThresholdMode{static_cast<Thresholds::Mode>(pressed)});
}

float QuadrantView::LayTargets(Ui& ui, Rect rect, bool paint) {
  if (!HasTargets(ui)) return 0;
  float y = 0;
  for (const ScenarioField* field : ScenarioFieldsShown(Shown::kThresholds)) {
    const float height = FieldRowHeight(ui);
    if (paint) {
      FieldRow(ui, AddressOf(*field), {rect.x, rect.y + y, rect.width, height},
               id(), "", Ink::kAccent);
    }
    y += height;
  }
  return y + 8;
}

void QuadrantView::ApplyDrag(Ui& ui) {
  if (!drag_) return;
  const PointerState& pointer = ui.controls().pointer();
  if (pointer.cancelled || !ui.session().in_gesture()) {
    drag_.reset();
    return;
  }
  const Point at = {pointer.x, pointer.y};
  if (!pointer.inside || at == drag_->pointer) return;
  drag_->pointer = at;
  const int cell = FindCell(ui.scenario(), drag_->cell);
  if (cell < 0) return;
  const Point target = {at.x - drag_->origin.x + drag_->offset.x,
                        at.y - drag_->origin.y + drag_->offset.y};
  if (const auto move = MoveBubble(ui.scenario(), cell, drag_->scale, target)) {
    ui.session().Apply(edit::SetCostAndConversion{cell, move->cost_per_click,
                                                  move->conversion_rate});
  }
}

void QuadrantView::ShowBubbles(Ui& ui, const Drawing& drawing,
                               const QuadrantScale& scale, Point origin,
                               bool with_sliders, int except) {
  const Point at = ui.controls().Pointer();
  const Point pointer = {at.x - origin.x, at.y - origin.y};
  for (const Mark* mark : InOrderOfCells(drawing.marks)) {
    const Rect bounds = Moved(mark->bounds, origin);
    ui.semantics().Image(BubbleId(ui, mark->cell), id(), mark->label, bounds);
    if (with_sliders && mark->cell != except) {
      // Where the selected cell's sliders are elsewhere, the focus would move
      // with them.
      RecordPosition(ui, mark->cell, Grown(bounds, LeastTarget(ui)),
                     except < 0);
    }
  }
  for (const Mark* mark : NearestFirst(drawing.marks, pointer)) {
    if (hand_ && mark->cell != *hand_) continue;
    const float least =
        ui.controls().is_touch() ? kTouchTarget : LeastTarget(ui);
    const Interaction drag = ui.controls().Interact(
        BubbleId(ui, mark->cell), Grown(Moved(mark->bounds, origin), least),
        DragAxis::kBoth);
    if (drag.hovered || drag.held) {
      ui.highlight().Set(mark->cell);
      ui.controls().SetCursor(drag.held ? "grabbing" : "grab");
    }
    if (drag.began) {
      ui.session().BeginGesture();
      ui.session().SelectCell(mark->cell);
      const Point center = Center(mark->bounds);
      drag_ = {.cell = CellId(ui.scenario(), mark->cell),
               .scale = scale,
               .origin = {origin.x, origin.y - ui.canvas().offset()},
               .offset = {center.x - pointer.x, center.y - pointer.y},
               .pointer = {at.x, at.y - ui.canvas().offset()}};
    }
  }
}

void QuadrantView::ShowChart(Ui& ui, Rect rect, bool with_sliders, int except) {
  if (!ui.session().in_gesture()) drag_.reset();
  const ChartContext context = ui.Chart();
  kept_ = drag_ ? drag_->scale
                : FitQuadrantScale(context, rect.width, rect.height,
                                   kept_ ? &*kept_ : nullptr);
  const double now = ImGui::GetTime();
  const QuadrantScale scale =
      motion_.Toward(*kept_, now, drag_ || ui.surroundings().reduced_motion);
  if (motion_.IsMoving(now)) ui.MarkDirty();
  const Drawing drawing =
      QuadrantChart(context, scale, rect.width, rect.height);
  const Point origin = {rect.x, rect.y};
  ui.canvas().Draw(drawing, origin);
  if (drag_) drag_->origin = {origin.x, origin.y - ui.canvas().offset()};
  ShowBubbles(ui, drawing, scale, origin, with_sliders, except);
}

void QuadrantView::ShowPicture(Ui& ui, Rect rect, int hand) {
  hand_ = hand;
  if (hand >= 0) ui.session().SelectCell(hand);
  ShowChart(ui, rect);
  hand_.reset();
}

void QuadrantView::ShowExplanation(Ui& ui, Rect rect) {
  const int cell = ExplainedCell(ui);
  std::string sentence =
      ExplainCell(ui.scenario(), ui.report(), cell, ui.format());
  const std::string advice =
      AdviseCell(ui.scenario(), ui.report(), cell, ui.format());
  if (!advice.empty() && ui.language() == Language::kEnglish) sentence += ' ';
  sentence += advice;
  ui.semantics().Output("quadrant/explanation", id(), ui.Text(TextId::kUiWhy),
                        sentence, rect);
  ui.canvas().Paragraph(rect, sentence,
                        {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
}

// What changed, what moved with it, and why: the answer stays when the hand has
// let go.
float QuadrantView::LayChange(Ui& ui, Rect rect, bool paint) {
  constexpr float kClose = 28;
  const float height = rect.width < 520 ? 76 : 58;
  if (!paint) return height;
  const std::string text = ExplainLastChange(ui.session(), ui.format());
  if (text.empty()) {
    ui.canvas().Paragraph(rect, ui.Text(TextId::kUiCompareHint),
                          {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
    return height;
  }
  ui.semantics().Output("quadrant/change", id(), ui.Text(TextId::kUiLastChange),
                        text, rect);
  const Rect close = {rect.right() - kClose, rect.y - 4, kClose, kClose};
  if (Button(ui, "quadrant/change/close", close, "✕",
             ui.Text(TextId::kUiForgetChange), id(), ButtonLook::kQuiet)) {
    ui.session().ForgetChange();
  }
  Rect line = {rect.x, rect.y, rect.width - kClose - 4, 0};
  std::string_view rest = text;
  for (bool first = true; !rest.empty(); first = false) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    line.y += ui.canvas().Paragraph(line, rest.substr(0, end),
                                    {.size = TextSize::kSmall, .bold = first});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return height;
}

float QuadrantView::LayRest(Ui& ui, Rect rect, bool paint) {
  with_chart_ = false;
  const float height = Lay(ui, rect, paint);
  with_chart_ = true;
  return height;
}

float QuadrantView::LayBody(Ui& ui, Rect inner, bool paint) {
  float y = LayHead(ui, inner, paint);
  y += LayTargets(ui, Below(inner, y), paint);
  if (with_chart_) {
    const float height = ChartHeight(inner.width);
    if (paint) {
      ShowChart(ui, {inner.x, inner.y + y, inner.width, height},
                ui.surroundings().is_single);
    }
    y += height + 8;
  }
  y += LayChange(ui, Below(inner, y), paint);
  if (paint) ShowExplanation(ui, Below(inner, y));
  return y + ExplanationHeight(inner.width);
}

}  // namespace sextant
