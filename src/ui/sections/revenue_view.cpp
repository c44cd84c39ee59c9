#include "ui/sections/revenue_view.h"

#include <algorithm>

#include "charts/matrix_chart.h"
#include "charts/share_bar.h"
#include "words/explanation.h"

namespace sextant {
namespace {

constexpr float kExplanationHeight = 58;

float LeastChartHeight(const Ui& ui, float inner_width) {
  const float width = inner_width + 2 * kPadding;
  return ui.is_phone() ? 260 : std::clamp(width * 0.5f, 260.0f, 380.0f);
}

// Blocks and parts of the bar are highlighted, and selected by a click.
void ShowMarks(Ui& ui, const Drawing& drawing, Point origin,
               const char* suffix) {
  ui.canvas().Draw(drawing, origin);
  for (auto mark = drawing.marks.rbegin(); mark != drawing.marks.rend();
       ++mark) {
    const Rect bounds = {origin.x + mark->bounds.x, origin.y + mark->bounds.y,
                         mark->bounds.width, mark->bounds.height};
    const std::string id = CellId(ui.scenario(), mark->cell) + suffix;
    ui.semantics().Image(id, "revenue", mark->label, bounds);
    const Interaction touch = ui.controls().Interact(id, bounds);
    if (touch.hovered) {
      ui.highlight().Set(mark->cell);
      ui.controls().SetCursor("pointer");
    }
    if (touch.pressed) ui.session().SelectCell(mark->cell);
  }
}

}  // namespace

void RevenueView::ShowPicture(Ui& ui, Rect rect, int) {
  ShowMarks(ui, MatrixChart(ui.Chart(), rect.width, rect.height),
            {rect.x, rect.y}, "/block");
}

float RevenueView::LayBody(Ui& ui, Rect inner, bool paint) {
  const float top = LayTitle(ui, inner, paint) + 8;
  const float below = 8 + kShareBarHeight + 8 + kExplanationHeight;
  if (!paint) return top + LeastChartHeight(ui, inner.width) + below;

  const float chart_height = inner.height - top - below;
  const ChartContext context = ui.Chart();
  ShowMarks(ui, MatrixChart(context, inner.width, chart_height),
            {inner.x, inner.y + top}, "/block");
  const float bar_top = inner.bottom() - below + 8;
  ShowMarks(ui, ShareBar(context, inner.width, kShareBarHeight),
            {inner.x, bar_top}, "/share");

  const Rect text = {inner.x, bar_top + kShareBarHeight + 8, inner.width,
                     kExplanationHeight};
  const std::string sentence =
      ExplainConcentration(ui.scenario(), ui.report(), ui.format());
  ui.semantics().Output("revenue/concentration", id(),
                        ui.Text(TextId::kUiConcentration), sentence, text);
  ui.canvas().Paragraph(text, sentence,
                        {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  return inner.height;
}

}  // namespace sextant
