#include "charts/kit/chart_frame.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "locales/text.h"
#include "words/names.h"

namespace sextant {
namespace {

constexpr Paint kMuted = {Ink::kTextMuted, 1};
constexpr float kMargin = 4;
constexpr float kRight = 14;
constexpr float kSwatch = 8;
constexpr float kSwatchRoom = 2 * kNumberRadius;  // for a swatch or a number
constexpr float kEntryGap = 8;
constexpr float kRowHeight = 16;

}  // namespace

Rect PlotRect(float width, float height) {
  const float left = width >= 420 ? 68 : 46;
  constexpr float kTop = 26;
  constexpr float kBottom = 42;
  return {left, kTop, std::max(1.f, width - left - kRight),
          std::max(1.f, height - kTop - kBottom)};
}

void PutHeightTitle(const ChartContext& context, LabelLayout& labels,
                    const Rect& plot, AxisTitle title) {
  const Language language = context.format.language;
  std::string_view text = Text(language, title.full);
  if (labels.Width(text) > labels.drawing().width - 2 * kMargin) {
    text = Text(language, title.brief);
  }
  labels.Put({{kMargin, plot.y - 11}, std::string(text), kMuted});
}

BottomRows::BottomRows(const ChartContext& context, float width,
                       AxisTitle title)
    : right_(width - kRight) {
  const Language language = context.format.language;
  const auto measure = [&](std::string_view text) {
    return context.measure(text, TextSize::kSmall, false);
  };
  float x = kMargin;
  const auto add = [&](std::string text, sextant::Paint paint, Fill fill) {
    const float room = kSwatchRoom + 3 + measure(text);
    if (x > kMargin && x + room > right_) {
      x = kMargin;
      ++last_row_;
    }
    entries_.push_back({std::move(text), paint, fill, x, last_row_});
    x += room + kEntryGap;
  };
  const Scenario& scenario = context.scenario;
  const bool narrow = IsNarrow(width);
  entries_.reserve(kMaxMedia + kKindCount);
  for (int medium = 0; medium < static_cast<int>(scenario.media.size());
       ++medium) {
    add(narrow ? ShortMediumName(scenario, medium, language)
               : MediumName(scenario, medium, language),
        {MediumInk(scenario, medium), 1}, Fill::kSolid);
  }
  for (Kind kind : {Kind::kOrganic, Kind::kPaid}) {
    add(std::string(narrow ? ShortKindName(kind, language)
                           : KindName(kind, language)),
        kMuted, kind == Kind::kOrganic ? Fill::kHatched : Fill::kSolid);
  }
  title_ = Text(language, title.full);
  if (x + measure(title_) > right_) title_ = Text(language, title.brief);
  if (x + measure(title_) > right_) ++last_row_;
}

float BottomRows::MoreHeight() const {
  return kRowHeight * static_cast<float>(last_row_);
}

void BottomRows::Put(LabelLayout& labels, float baseline, bool numbered) const {
  const auto baseline_of = [baseline](int row) {
    return baseline + kRowHeight * static_cast<float>(row);
  };
  int medium = 0;
  for (const Entry& entry : entries_) {
    const float y = baseline_of(entry.row);
    if (numbered && entry.paint.ink != kMuted.ink) {
      const Point center = {entry.x + kNumberRadius, y - 4};
      PaintNumberRing(labels.drawing(), entry.paint.ink, center);
      PutNumber(labels, medium++, center);
    } else {
      const float outline = entry.fill == Fill::kHatched ? 1 : 0;
      labels.drawing().shapes.push_back(
          Polygon{Corners({entry.x + 3, y - kSwatch, kSwatch, kSwatch}),
                  entry.paint,
                  entry.fill,
                  {entry.paint.ink, outline}});
    }
    labels.Put({{entry.x + kSwatchRoom + 3, y}, entry.text, kMuted});
  }
  labels.Put({{right_, baseline_of(last_row_)},
              std::string(title_),
              kMuted,
              TextSize::kSmall,
              Align::kEnd});
}

void PaintNumberRing(Drawing& drawing, Ink ink, Point center) {
  drawing.shapes.push_back(Circle{
      center, kNumberRadius, {Ink::kSurface, 1}, Fill::kSolid, {ink, 1}, 1.5f});
}

void PutNumber(LabelLayout& labels, int medium, Point center) {
  labels.Put({{center.x, center.y + 4},
              std::string(1, static_cast<char>('1' + medium)),
              {Ink::kText, 1},
              TextSize::kSmall,
              Align::kCenter});
}

void PutMessage(const ChartContext& context, LabelLayout& labels,
                const Rect& plot, TextId message) {
  constexpr float kLongestLine = 320;
  std::vector<LabelLine> lines;
  for (std::string_view part : WrapText(Text(context.format.language, message),
                                        std::min(kLongestLine, plot.width - 24),
                                        TextSize::kSmall, context.measure)) {
    lines.push_back({part, kMuted});
  }
  Rect block = labels.BlockSize(lines);
  block.x = plot.x + (plot.width - block.width) / 2;
  block.y = plot.y + (plot.height - block.height) / 2;
  labels.PutBlock(lines, block, Align::kCenter);
}

}  // namespace sextant
