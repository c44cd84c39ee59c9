#include "ui/sections/revenue_view.h"

#include <algorithm>

#include "charts/matrix_chart.h"
#include "charts/share_bar.h"
#include "words/explanation.h"

namespace sextant {
namespace {

constexpr float kTitleHeight = 28;
constexpr float kExplanationHeight = 58;

// Blocks and segments light up and can be selected by a click.
void ShowMarks(Ui& ui, const Drawing& drawing, Point origin,
               const char* suffix) {
  for (auto mark = drawing.marks.rbegin(); mark != drawing.marks.rend();
       ++mark) {
    const Rect bounds = {origin.x + mark->bounds.x, origin.y + mark->bounds.y,
                         mark->bounds.width, mark->bounds.height};
    const std::string id = CellId(ui.scenario(), mark->cell) + suffix;
    ui.Image(id, "revenue", mark->label, bounds);
    const Interaction touch = ui.Interact(id, bounds);
    if (touch.hovered) {
      ui.Highlight(mark->cell);
      ui.SetCursor("pointer");
    }
    if (touch.pressed) {
      ui.session().SelectCell(mark->cell);
      ui.MarkDirty();
    }
  }
}

}  // namespace

float RevenueHeight(Ui& ui, float width) {
  const float chart =
      ui.is_phone() ? 260 : std::clamp(width * 0.5f, 260.0f, 380.0f);
  return 2 * kPadding + kTitleHeight + 8 + chart + 8 + kShareBarHeight + 8 +
         kExplanationHeight;
}

void ShowRevenue(Ui& ui, Rect rect) {
  ui.Card(rect);
  ui.Heading("revenue", ui.T(TextId::kUiRevenueTitle), rect);
  const Rect inner = {rect.x + kPadding, rect.y + kPadding,
                      rect.width - 2 * kPadding, rect.height - 2 * kPadding};
  ui.Label({inner.x, inner.y, inner.width, kTitleHeight},
           ui.T(TextId::kUiRevenueTitle), {.bold = true});
  const float top = inner.y + kTitleHeight + 8;
  const float bar_top =
      inner.bottom() - kExplanationHeight - 8 - kShareBarHeight;
  const ChartContext context = ui.Chart();

  const Drawing matrix = MatrixChart(context, inner.width, bar_top - 8 - top);
  ui.Draw(matrix, {inner.x, top});
  ShowMarks(ui, matrix, {inner.x, top}, "/block");

  const Drawing bar = ShareBar(context, inner.width, kShareBarHeight);
  ui.Draw(bar, {inner.x, bar_top});
  ShowMarks(ui, bar, {inner.x, bar_top}, "/share");

  const Rect text = {inner.x, bar_top + kShareBarHeight + 8, inner.width,
                     kExplanationHeight};
  const std::string sentence =
      ExplainConcentration(ui.scenario(), ui.report(), ui.format());
  ui.Output("revenue/concentration", "revenue", ui.T(TextId::kUiConcentration),
            sentence, text);
  ui.Paragraph(text, sentence,
               {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
}

}  // namespace sextant
