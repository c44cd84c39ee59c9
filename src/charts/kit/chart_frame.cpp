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
constexpr float kSwatch = 8;
constexpr float kSwatchGap = 4;
constexpr float kEntryGap = 10;

struct LegendEntry {
  std::string text;
  Paint paint;
  Fill fill = Fill::kSolid;
};

bool HasVisits(const Scenario& scenario, int medium) {
  return scenario.cells[CellIndex(medium, Kind::kOrganic)].visits > 0 ||
         scenario.cells[CellIndex(medium, Kind::kPaid)].visits > 0;
}

std::vector<LegendEntry> MediaEntries(const ChartContext& context) {
  std::vector<LegendEntry> entries;
  const int count = static_cast<int>(context.scenario.media.size());
  entries.reserve(static_cast<size_t>(count) + kKindCount);
  for (int medium = 0; medium < count; ++medium) {
    if (!HasVisits(context.scenario, medium)) continue;
    entries.push_back(
        {MediumName(context.scenario, medium, context.format.language),
         {MediumInk(context.scenario, medium), 1}});
  }
  return entries;
}

void AddKinds(Language language, std::vector<LegendEntry>& entries) {
  entries.push_back({std::string(KindName(Kind::kOrganic, language)), kMuted,
                     Fill::kHatched});
  entries.push_back({std::string(KindName(Kind::kPaid, language)), kMuted});
}

float LegendWidth(const LabelLayout& labels,
                  const std::vector<LegendEntry>& entries) {
  float width = 0;
  for (const LegendEntry& entry : entries) {
    width += kSwatch + kSwatchGap + labels.Width(entry.text) + kEntryGap;
  }
  return width;
}

void PutLegend(LabelLayout& labels, std::vector<LegendEntry> entries,
               float baseline) {
  float x = kMargin;
  for (LegendEntry& entry : entries) {
    const Rect swatch = {x, baseline - kSwatch, kSwatch, kSwatch};
    const float outline = entry.fill == Fill::kHatched ? 1 : 0;
    labels.drawing().shapes.push_back(Polygon{
        Corners(swatch), entry.paint, entry.fill, {entry.paint.ink, outline}});
    x += kSwatch + kSwatchGap;
    const float width = labels.Width(entry.text);
    labels.Put({{x, baseline}, std::move(entry.text), kMuted});
    x += width + kEntryGap;
  }
}

}  // namespace

Rect PlotRect(float width, float height) {
  const float left = width >= 420 ? 68 : 46;
  constexpr float kTop = 26;
  constexpr float kRight = 14;
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

void PutBottomRow(const ChartContext& context, LabelLayout& labels,
                  const Rect& plot, AxisTitle title) {
  const Language language = context.format.language;
  const float baseline = plot.bottom() + 35;
  const std::string_view full = Text(language, title.full);
  const std::string_view brief = Text(language, title.brief);
  const float room = plot.right() - kMargin;
  std::vector<LegendEntry> entries = MediaEntries(context);
  const float media_width = LegendWidth(labels, entries);
  const bool with_legend = media_width + labels.Width(brief) <= room;
  const bool in_full =
      labels.Width(full) + (with_legend ? media_width : 0) <= room;
  const std::string_view text = in_full ? full : brief;
  labels.Put({{plot.right(), baseline},
              std::string(text),
              kMuted,
              TextSize::kSmall,
              Align::kEnd});
  if (!with_legend) return;
  const size_t media_count = entries.size();
  if (media_count > 0) AddKinds(language, entries);
  if (LegendWidth(labels, entries) + labels.Width(text) > room) {
    entries.resize(media_count);
  }
  PutLegend(labels, std::move(entries), baseline);
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
