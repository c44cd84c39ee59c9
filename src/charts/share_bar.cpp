#include "charts/share_bar.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "charts/kit/label_layout.h"
#include "locales/text.h"
#include "words/names.h"

namespace sextant {
namespace {

constexpr float kGap = 1.5f;     // between two parts
constexpr float kTextRoom = 20;  // under the bar
constexpr float kDimmed = 0.4f;

class ShareBarPainter {
 public:
  ShareBarPainter(const ChartContext& context, Drawing& drawing)
      : context_(context),
        drawing_(drawing),
        labels_(drawing, context.measure) {}

  void Paint() {
    const auto cells = context_.report.cells();
    float x = 0;
    for (int cell = 0; cell < static_cast<int>(cells.size()); ++cell) {
      const double share = cells[cell].revenue_share.value_or(0);
      if (share <= 0) continue;
      const float length = static_cast<float>(share) * drawing_.width;
      PaintPart(cell, share,
                {x, 0, std::max(1.f, length - kGap),
                 std::max(4.f, drawing_.height - kTextRoom)});
      x += length;
    }
    PaintSources();
    labels_.Flush();
  }

 private:
  Language language() const { return context_.format.language; }

  void PaintPart(int cell, double share, const Rect& rect) {
    const Ink ink = MediumInk(context_.scenario, MediumOf(cell));
    const bool paid = KindOf(cell) == Kind::kPaid;
    const bool dimmed =
        context_.highlighted_cell >= 0 && context_.highlighted_cell != cell;
    const float alpha = dimmed ? kDimmed : 1;
    drawing_.shapes.push_back(Polygon{Corners(rect),
                                      {ink, alpha},
                                      paid ? Fill::kSolid : Fill::kHatched,
                                      {ink, paid ? 0 : alpha},
                                      1});
    PaintShare(rect, share, paid);
    const std::string percent = context_.format.Percent(share);
    drawing_.marks.push_back(
        {cell,
         FormatText(language(), TextId::kChartSharesMark,
                    {{"cell", CellName(context_.scenario, cell, language())},
                     {"share", percent}}),
         rect});
  }

  // Only on solid parts, because a number on hatching is illegible.
  void PaintShare(const Rect& rect, double share, bool paid) {
    if (!paid || rect.height < 16) return;
    std::string text = context_.format.Percent(std::round(share * 100) / 100);
    if (labels_.Width(text) + 8 > rect.width) return;
    labels_.Put({{rect.x + rect.width / 2, rect.y + rect.height / 2 + 4},
                 std::move(text),
                 {Ink::kSurface, 1},
                 TextSize::kSmall,
                 Align::kCenter});
  }

  void PaintSources() {
    const Ratio& sources = context_.report.concentration.effective_sources;
    if (!sources) return;
    const double rounded = std::round(*sources * 10) / 10;
    labels_.Put({{0, drawing_.height - 4},
                 FormatText(language(), TextId::kChartSharesSources,
                            {{"sources", context_.format.Ratio(rounded)}}),
                 {Ink::kTextMuted, 1}});
  }

  const ChartContext& context_;
  Drawing& drawing_;
  LabelLayout labels_;
};

}  // namespace

Drawing ShareBar(const ChartContext& context, float width, float height) {
  return MakeDrawing(width, height, [&](Drawing& drawing) {
    drawing.shapes.reserve(2 * context.report.cells().size() + 1);
    ShareBarPainter(context, drawing).Paint();
  });
}

}  // namespace sextant
