#include "charts/matrix_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "charts/kit/axis.h"
#include "charts/kit/chart_frame.h"
#include "charts/kit/label_layout.h"
#include "locales/text.h"
#include "words/names.h"

namespace sextant {
namespace {

constexpr float kThinnest = 1.5f;  // points, so that no block vanishes
constexpr float kGap = 1;          // between two blocks
constexpr float kPadding = 4;      // inside a block
constexpr float kDimmed = 0.4f;
constexpr Paint kMuted = {Ink::kTextMuted, 1};
constexpr Paint kStrong = {Ink::kText, 1};

using CellVisits = std::array<double, kMaxCells>;

CellVisits VisitsOf(const Scenario& scenario) {
  CellVisits visits{};
  const size_t count = std::min(scenario.cells.size(), visits.size());
  for (size_t i = 0; i < count; ++i) visits[i] = scenario.cells[i].visits;
  return visits;
}

double Sum(const CellVisits& visits) {
  double sum = 0;
  for (double value : visits) sum += value;
  return sum;
}

double HighestValue(const Report& report, const CellVisits& visits) {
  double highest = 0;
  const auto cells = report.cells();
  for (size_t i = 0; i < cells.size(); ++i) {
    if (visits[i] > 0) highest = std::max(highest, cells[i].value_per_visit);
  }
  return highest;
}

struct Block {
  int cell = -1;
  Rect rect;
};

Rect MatrixPlot(const Drawing& drawing, const BottomRows& bottom_rows) {
  Rect plot = PlotRect(drawing.width, drawing.height);
  plot.height = std::max(1.f, plot.height - bottom_rows.MoreHeight());
  return plot;
}

class MatrixPainter {
 public:
  MatrixPainter(const ChartContext& context, Drawing& drawing)
      : context_(context),
        bottom_rows_(context, drawing.width,
                     {TextId::kChartMatrixWidth, TextId::kChartMatrixWidth}),
        plot_(MatrixPlot(drawing, bottom_rows_)),
        drawing_(drawing),
        labels_(drawing, context.measure),
        visits_(VisitsOf(context.scenario)) {
    if (context.ghost) ghost_visits_ = VisitsOf(context.ghost->scenario);
    most_visits_ = std::max(Sum(visits_), Sum(ghost_visits_));
    highest_ = HighestValue(context.report, visits_);
    if (context.ghost) {
      highest_ = std::max(highest_,
                          HighestValue(context.ghost->report, ghost_visits_));
    }
  }

  void Paint() {
    PaintFrame();
    if (!(context_.report.total.revenue > 0)) {
      PutMessage(context_, labels_, plot_, TextId::kChartMatrixEmpty);
    }
    blocks_ = Layout(context_.report, visits_);
    has_highlight_ = std::any_of(
        blocks_.begin(), blocks_.end(),
        [this](const Block& block) { return IsHighlighted(block); });
    for (const Block& block : blocks_) PaintBlock(block);
    PaintHighlight();
    PaintGhost();
    PutAverageLabel();
    PutBlockLabels();
    PaintAverageLine();
    labels_.Flush();
  }

 private:
  Language language() const { return context_.format.language; }

  const CellMetrics& Metrics(int cell) const {
    return context_.report.cells()[cell];
  }

  bool IsHighlighted(const Block& block) const {
    return block.cell == context_.highlighted_cell;
  }

  float Emphasis(const Block& block) const {
    return has_highlight_ && !IsHighlighted(block) ? kDimmed : 1;
  }

  void AddLine(Point from, Point to, sextant::Paint paint, float width = 1,
               float dash = 0) {
    drawing_.shapes.push_back(Line{from, to, paint, width, dash});
  }

  void AddRect(const Rect& rect, sextant::Paint fill,
               sextant::Paint stroke = {}, float stroke_width = 1,
               Fill style = Fill::kSolid) {
    drawing_.shapes.push_back(
        Polygon{Corners(rect), fill, style, stroke, stroke_width});
  }

  // --- axes ------------------------------------------------------------------

  float Y(double value) const {
    if (!(top_value_ > 0)) return plot_.bottom();
    const double share = std::clamp(value / top_value_, 0.0, 1.0);
    return plot_.bottom() - static_cast<float>(share) * plot_.height;
  }

  void PaintFrame() {
    PutHeightTitle(
        context_, labels_, plot_,
        {TextId::kChartMatrixHeight, TextId::kChartMatrixHeightShort});
    bottom_rows_.Put(labels_, plot_.bottom() + 35, false);
    PaintValueAxis();
    PaintVisitsAxis();
    AddLine({plot_.x, plot_.bottom()}, {plot_.right(), plot_.bottom()},
            {Ink::kControl, 1});
  }

  // The axis ends a little above the highest block, where its label may go.
  void PaintValueAxis() {
    if (!(highest_ > 0)) return;
    constexpr float kLabelLength = 36;
    top_value_ = highest_ * plot_.height / std::max(1.f, plot_.height - 22);
    const std::vector<double> ticks =
        LinearTicks(top_value_, plot_.height, kLabelLength);
    TickTexts texts =
        TickLabels(ticks, context_.format, context_.measure, plot_.x - 8);
    for (size_t i = 0; i < ticks.size(); ++i) {
      const float y = Y(ticks[i]);
      if (i > 0) {
        AddLine({plot_.x, y}, {plot_.right(), y}, {Ink::kHairline, 1});
      }
      if (labels_.Width(texts.labels[i]) > plot_.x - 6) continue;
      labels_.Put({{plot_.x - 6, y + 4},
                   std::move(texts.labels[i]),
                   kMuted,
                   TextSize::kSmall,
                   Align::kEnd});
    }
  }

  void PaintVisitsAxis() {
    if (!(most_visits_ > 0)) return;
    constexpr float kLabelLength = 60;
    for (double tick : LinearTicks(most_visits_, plot_.width, kLabelLength)) {
      const float x =
          plot_.x + static_cast<float>(tick / most_visits_) * plot_.width;
      AddLine({x, plot_.bottom()}, {x, plot_.bottom() + 4}, {Ink::kControl, 1});
      std::string text = context_.format.CompactCount(tick);
      const float half = labels_.Width(text) / 2;
      const float center =
          std::min(x, std::max(half, drawing_.width - half - 2));
      labels_.Put({{center, plot_.bottom() + 16},
                   std::move(text),
                   kMuted,
                   TextSize::kSmall,
                   Align::kCenter});
    }
  }

  // --- blocks ----------------------------------------------------------------

  // Thin blocks take their least width first, the others share the rest.
  std::vector<Block> Layout(const Report& report,
                            const CellVisits& visits) const {
    std::vector<Block> blocks;
    const double total = Sum(visits);
    if (!(total > 0)) return blocks;
    const float length = plot_.width * static_cast<float>(total / most_visits_);
    const auto is_thin = [&](double share) {
      return static_cast<float>(share) * length < kThinnest + kGap;
    };
    float thin_length = 0;
    double wide_share = 0;
    for (double value : visits) {
      const double share = value / total;
      if (value <= 0) continue;
      if (is_thin(share))
        thin_length += kThinnest + kGap;
      else
        wide_share += share;
    }
    const float rest = std::max(0.f, length - thin_length);
    float x = plot_.x;
    const auto cells = report.cells();
    for (size_t i = 0; i < cells.size(); ++i) {
      if (visits[i] <= 0) continue;
      const double share = visits[i] / total;
      const float room = is_thin(share)
                             ? kThinnest + kGap
                             : rest * static_cast<float>(share / wide_share);
      const float height =
          std::max(kThinnest, plot_.bottom() - Y(cells[i].value_per_visit));
      blocks.push_back({static_cast<int>(i),
                        {x, plot_.bottom() - height,
                         std::max(kThinnest, room - kGap), height}});
      x += room;
    }
    return blocks;
  }

  void PaintBlock(const Block& block) {
    const Ink ink = MediumInk(context_.scenario, MediumOf(block.cell));
    const float alpha = Emphasis(block);
    const bool paid = KindOf(block.cell) == Kind::kPaid;
    const bool is_line = block.rect.width < 4 || block.rect.height < 4;
    if (paid || is_line) {
      AddRect(block.rect, {ink, alpha});
    } else {
      AddRect(block.rect, {ink, 0.7f * alpha}, {ink, alpha}, 1, Fill::kHatched);
    }
    drawing_.marks.push_back({block.cell, MarkLabel(block.cell), block.rect});
  }

  void PaintHighlight() {
    for (const Block& block : blocks_) {
      if (!IsHighlighted(block)) continue;
      const Rect& rect = block.rect;
      AddRect({rect.x - 2, rect.y - 2, rect.width + 4, rect.height + 4}, {},
              {Ink::kText, 0.9f}, 1.5f);
    }
  }

  void PaintGhost() {
    if (!context_.ghost) return;
    for (const Block& block : Layout(context_.ghost->report, ghost_visits_)) {
      const Ink ink = MediumInk(context_.scenario, MediumOf(block.cell));
      if (IsUnchanged(block)) continue;
      AddRect(block.rect, {}, {ink, 0.75f}, 1);
    }
  }

  bool IsUnchanged(const Block& ghost) const {
    return std::any_of(blocks_.begin(), blocks_.end(), [&](const Block& block) {
      return block.cell == ghost.cell &&
             std::fabs(block.rect.x - ghost.rect.x) < 0.75f &&
             std::fabs(block.rect.y - ghost.rect.y) < 0.75f &&
             std::fabs(block.rect.width - ghost.rect.width) < 0.75f;
    });
  }

  std::string Share(int cell, bool rounded) const {
    double share = Metrics(cell).revenue_share.value_or(0);
    if (rounded && share >= 0.1) share = std::round(share * 100) / 100;
    if (rounded && share < 0.1) share = std::round(share * 1000) / 1000;
    return context_.format.Percent(share);
  }

  std::string MarkLabel(int cell) const {
    const CellMetrics& metrics = Metrics(cell);
    const NumberFormat& format = context_.format;
    return FormatText(language(), TextId::kChartMatrixMark,
                      {{"cell", CellName(context_.scenario, cell, language())},
                       {"visits", format.Count(visits_[cell])},
                       {"value", format.Money(metrics.value_per_visit)},
                       {"revenue", format.CompactMoney(metrics.revenue)},
                       {"share", Share(cell, false)}});
  }

  // --- words -----------------------------------------------------------------

  bool TouchesBlock(const Rect& rect) const {
    return std::any_of(blocks_.begin(), blocks_.end(), [&](const Block& block) {
      return Overlaps(rect, block.rect);
    });
  }

  bool HasRoom(const Rect& rect) const {
    const Rect room = {plot_.x, plot_.y - 4, drawing_.width - plot_.x - 2,
                       plot_.height + 4};
    return Encloses(room, rect) && labels_.IsFree(rect);
  }

  std::optional<double> Average() const {
    const Totals& total = context_.report.total;
    if (!(total.visits > 0) || !(total.revenue > 0)) return std::nullopt;
    return total.revenue / total.visits;
  }

  // A light line under the dashes keeps them visible on dark blocks.
  void PaintAverageLine() {
    const auto average = Average();
    if (!average) return;
    const float y = Y(*average);
    labels_.PaintAround(
        {{plot_.x, y}, {plot_.right(), y}, {Ink::kSurface, 0.6f}, 2.5f, 0});
    labels_.PaintAround(
        {{plot_.x, y}, {plot_.right(), y}, {Ink::kText, 0.75f}, 1, 4});
  }

  // Beside the blocks if possible: on the white above or below the line.
  void PutAverageLabel() {
    const auto average = Average();
    if (!average) return;
    const std::string text =
        FormatText(language(), TextId::kChartThresholdAverage,
                   {{"value", ChartMoney(context_.format, *average)}});
    const float width = labels_.Width(text);
    const float y = Y(*average);
    const float above = y - kLineHeight - 2;
    for (float top : {above, y + 2}) {
      for (float x = plot_.right() - width - 4; x >= plot_.x + 4; x -= 16) {
        const Rect rect = {x, top, width, kLineHeight};
        if (TouchesBlock(rect) || !HasRoom(rect)) continue;
        labels_.PutBlock({{text, kStrong}}, rect, Align::kStart);
        return;
      }
    }
    const Rect rect = {plot_.right() - width - 4, above, width, kLineHeight};
    PutOnBacking({{text, kStrong}}, rect, Align::kStart);
  }

  void PutOnBacking(const std::vector<LabelLine>& lines, const Rect& rect,
                    Align align) {
    AddRect({rect.x - 3, rect.y, rect.width + 6, rect.height + 1},
            {Ink::kSurface, 0.88f});
    labels_.PutBlock(lines, rect, align);
  }

  void PutBlockLabels() {
    for (const Block& block : blocks_) {
      if (IsHighlighted(block)) PutLabel(block);
    }
    for (const Block& block : blocks_) {
      if (!IsHighlighted(block)) PutLabel(block);
    }
  }

  // From the fullest wording to the shortest; inside first, then above.
  void PutLabel(const Block& block) {
    const Language words = language();
    const std::string name = CellName(context_.scenario, block.cell, words);
    const std::string medium =
        MediumName(context_.scenario, MediumOf(block.cell), words);
    const std::string_view kind = KindName(KindOf(block.cell), words);
    const std::string share = Share(block.cell, true);
    const std::vector<std::string_view> wordings[] = {
        {name, share}, {medium, kind, share}, {medium, kind}, {share}};
    for (const auto& wording : wordings) {
      if (PutInside(block, wording)) return;
    }
    if (IsHighlighted(block)) {
      PutHighlightLabel(block, name + "  " + share);
      return;
    }
    if (PutAbove(block, {name, share})) return;
    if (Metrics(block.cell).revenue > 0) PutAbove(block, {share});
  }

  bool PutInside(const Block& block,
                 const std::vector<std::string_view>& wording) {
    const bool solid = KindOf(block.cell) == Kind::kPaid;
    const bool on_hue = solid && Emphasis(block) == 1;
    const std::vector<LabelLine> lines =
        Lines(wording, {on_hue ? Ink::kSurface : Ink::kText, 1});
    Rect rect = labels_.BlockSize(lines);
    if (rect.width + 2 * kPadding > block.rect.width ||
        rect.height + kPadding > block.rect.height) {
      return false;
    }
    rect.x = block.rect.x + kPadding;
    // Under the dashed line when that runs through the usual place.
    for (float drop : {4.f, 22.f}) {
      rect.y = block.rect.y + drop;
      if (rect.bottom() > block.rect.bottom() - 2 || !HasRoom(rect)) continue;
      if (solid) {
        labels_.PutBlock(lines, rect, Align::kStart);
      } else {
        PutOnBacking(lines, rect, Align::kStart);
      }
      return true;
    }
    return false;
  }

  bool PutAbove(const Block& block,
                const std::vector<std::string_view>& wording) {
    const std::vector<LabelLine> lines = Lines(wording, kStrong);
    Rect rect = labels_.BlockSize(lines);
    rect.y = block.rect.y - rect.height - 3;
    const float lefts[] = {block.rect.x + (block.rect.width - rect.width) / 2,
                           block.rect.x, block.rect.right() - rect.width};
    for (float left : lefts) {
      rect.x = left;
      if (!HasRoom(rect) || TouchesBlock(rect)) continue;
      PutOnBacking(lines, rect, Align::kCenter);
      return true;
    }
    return false;
  }

  // Always shown, even if another label has to go.
  void PutHighlightLabel(const Block& block, const std::string& text) {
    if (PutAbove(block, {text})) return;
    const std::vector<LabelLine> lines = {{text, kStrong}};
    Rect rect = labels_.BlockSize(lines);
    const float x = block.rect.x + (block.rect.width - rect.width) / 2;
    rect.x =
        std::clamp(x, plot_.x, std::max(plot_.x, plot_.right() - rect.width));
    rect.y = std::max(plot_.y, block.rect.y - rect.height - 4);
    labels_.Clear(rect);
    PutOnBacking(lines, rect, Align::kCenter);
  }

  static std::vector<LabelLine> Lines(
      const std::vector<std::string_view>& wording, sextant::Paint paint) {
    std::vector<LabelLine> lines;
    lines.reserve(wording.size());
    for (std::string_view text : wording) lines.push_back({text, paint});
    return lines;
  }

  const ChartContext& context_;
  const BottomRows bottom_rows_;
  const Rect plot_;
  Drawing& drawing_;
  LabelLayout labels_;
  CellVisits visits_;
  CellVisits ghost_visits_{};
  std::vector<Block> blocks_;
  double most_visits_ = 0;
  double highest_ = 0;
  double top_value_ = 0;  // at the top of the plot
  bool has_highlight_ = false;
};

}  // namespace

Drawing MatrixChart(const ChartContext& context, float width, float height) {
  return MakeDrawing(width, height, [&](Drawing& drawing) {
    drawing.shapes.reserve(96);
    drawing.marks.reserve(context.report.cells().size());
    MatrixPainter(context, drawing).Paint();
  });
}

}  // namespace sextant
