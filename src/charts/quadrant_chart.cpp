#include "charts/quadrant_chart.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/exponential.h"
#include "base/insertion_sort.h"
#include "charts/kit/axis.h"
#include "charts/kit/chart_frame.h"
#include "charts/kit/label_layout.h"
#include "engine/customers/customer_value.h"
#include "engine/model/fields.h"
#include "locales/text.h"
#include "words/names.h"

namespace sextant {
namespace {

constexpr float kSmallestRadius = 5;          // points
constexpr float kLargestRadiusShare = 0.09f;  // of the plot's smaller side
constexpr float kMarkerRadius = 6;            // of a cell without orders
constexpr float kTintAlpha = 0.07f;
constexpr float kDimmed = 0.5f;
constexpr double kConversionRates[] = {0.005, 0.01, 0.02, 0.05, 0.1};
constexpr Paint kMuted = {Ink::kTextMuted, 1};
constexpr Paint kStrong = {Ink::kText, 1};

// --- the scale ---------------------------------------------------------------

// No realistic price is beyond these, and logarithms stay accurate.
constexpr double kSmallestMoney = 1e-6;
constexpr double kLargestMoney = 1e18;

struct MoneyRange {
  double minimum = 0;
  double maximum = 0;

  void Include(Ratio value) {
    if (!value || !(*value > 0)) return;
    const double money = std::clamp(*value, kSmallestMoney, kLargestMoney);
    minimum = maximum > 0 ? std::min(minimum, money) : money;
    maximum = std::max(maximum, money);
  }
};

// One eighth of the range on either side keeps the largest bubble inside.
MoneyRange WithMargin(MoneyRange range) {
  const double decades = Log10(range.maximum / range.minimum);
  const double air = std::max(decades / 8, (1 - decades) / 2);
  const double factor = Exp(air * Log(10));
  return {RoundDownToStep(range.minimum / factor),
          RoundUpToStep(range.maximum * factor)};
}

bool IsPlaced(const CellMetrics& metrics) {
  return metrics.spend > 0 && metrics.effective_cpc &&
         *metrics.effective_cpc > 0;
}

void IncludeCells(const Report& report, MoneyRange& cpc, MoneyRange& cpa) {
  for (const CellMetrics& metrics : report.cells()) {
    if (!IsPlaced(metrics)) continue;
    cpc.Include(metrics.effective_cpc);
    cpa.Include(metrics.cpa);
  }
}

// 0 at the minimum, 1 at the maximum; NaN counts as the minimum.
double Fraction(double value, double minimum, double maximum) {
  if (!(value > minimum)) return 0;
  if (value >= maximum) return 1;
  return Log(value / minimum) / Log(maximum / minimum);
}

// Coordinates are too small for their squares to overflow.
float Length(Point p) { return std::sqrt(p.x * p.x + p.y * p.y); }

double AtFraction(float fraction, double minimum, double maximum) {
  if (!(fraction > 0)) return minimum;
  if (fraction >= 1) return maximum;
  return minimum * Exp(static_cast<double>(fraction) * Log(maximum / minimum));
}

// --- the picture -------------------------------------------------------------

struct Bubble {
  int cell = -1;
  Point center;
  float radius = 0;
  bool has_orders = true;
  std::string payback;  // "pays back in month 5"; empty when it does not
};

float LargestRadius(const Rect& plot) {
  return std::max(kSmallestRadius + 1,
                  kLargestRadiusShare * std::min(plot.width, plot.height));
}

double LargestRevenue(const Report& report) {
  double largest = 0;
  for (const CellMetrics& metrics : report.cells()) {
    if (IsPlaced(metrics)) largest = std::max(largest, metrics.revenue);
  }
  return largest;
}

// The part of the line CPA = CPC / rate that is inside the plot.
struct ConversionLine {
  double rate;
  Point low;   // bottom left: expensive clicks
  Point high;  // top right: cheap clicks
};

class QuadrantPainter {
 public:
  QuadrantPainter(const ChartContext& context, const QuadrantScale& scale,
                  Drawing& drawing)
      : context_(context),
        scale_(scale),
        plot_(scale.plot),
        drawing_(drawing),
        labels_(drawing, context.measure) {}

  void Paint() {
    MakeBubbles();
    MakeConversionLines();
    PaintTints();
    PutAxes();
    PutLabels();
    PaintLines();
    PaintGhosts();
    for (const Bubble& bubble : bubbles_) PaintBubble(bubble);
    AddRect(backing_, {Ink::kSurface, 0.9f});
    labels_.Flush();
  }

 private:
  Language language() const { return context_.format.language; }

  std::string Name(int cell) const {
    return CellName(context_.scenario, cell, language());
  }

  const CellMetrics& Metrics(int cell) const {
    return context_.report.cells()[cell];
  }

  void AddLine(Point from, Point to, sextant::Paint paint, float width = 1,
               float dash = 0) {
    drawing_.shapes.push_back(Line{from, to, paint, width, dash});
  }

  void AddCircle(Point center, float radius, sextant::Paint fill,
                 sextant::Paint stroke, float stroke_width,
                 Fill style = Fill::kSolid) {
    drawing_.shapes.push_back(
        Circle{center, radius, fill, style, stroke, stroke_width});
  }

  void AddRect(const Rect& rect, sextant::Paint fill,
               sextant::Paint stroke = {}) {
    if (rect.width <= 0 || rect.height <= 0) return;
    drawing_.shapes.push_back(
        Polygon{Corners(rect), fill, Fill::kSolid, stroke, 1});
  }

  // The bubble of one cell of a report, on this chart's scale.
  Bubble MakeBubble(const Report& report, int cell) const {
    const CellMetrics& metrics = report.cells()[cell];
    Bubble bubble;
    bubble.cell = cell;
    bubble.center.x = scale_.X(*metrics.effective_cpc);
    bubble.has_orders = metrics.cpa.has_value();
    if (!bubble.has_orders) {
      bubble.radius = kMarkerRadius;
      bubble.center.y = plot_.bottom() - kMarkerRadius - 2;
      return bubble;
    }
    bubble.center.y = scale_.Y(*metrics.cpa);
    const double share =
        largest_revenue_ > 0 ? metrics.revenue / largest_revenue_ : 0;
    bubble.radius =
        std::max(kSmallestRadius,
                 LargestRadius(plot_) * static_cast<float>(std::sqrt(share)));
    return bubble;
  }

  // "pays back in month 5" for a cell of quadrant III that does.
  std::string PaybackText(int cell) const {
    const auto month =
        PaybackMonthOfCell(context_.scenario, context_.report, cell);
    if (!month) return {};
    return FormatText(language(),
                      *month == 0 ? TextId::kChartQuadrantPaysAtOnce
                                  : TextId::kChartQuadrantPaysBack,
                      {{"month", context_.format.Count(*month)}});
  }

  // Large ones first, so that small ones are never hidden; the highlighted one
  // is painted last.
  void MakeBubbles() {
    largest_revenue_ = LargestRevenue(context_.report);
    if (context_.ghost) {
      largest_revenue_ =
          std::max(largest_revenue_, LargestRevenue(context_.ghost->report));
    }
    const int count = static_cast<int>(context_.report.cells().size());
    bubbles_.reserve(static_cast<size_t>(count));
    for (int cell = 0; cell < count; ++cell) {
      if (!IsPlaced(Metrics(cell))) continue;
      bubbles_.push_back(MakeBubble(context_.report, cell));
      bubbles_.back().payback = PaybackText(cell);
    }
    InsertionSort(bubbles_, [this](const Bubble& a, const Bubble& b) {
      if (IsHighlighted(a) != IsHighlighted(b)) {
        return IsHighlighted(b);
      }
      return a.radius > b.radius;
    });
    has_highlight_ = !bubbles_.empty() && IsHighlighted(bubbles_.back());
  }

  bool IsHighlighted(const Bubble& bubble) const {
    return bubble.cell == context_.highlighted_cell;
  }

  // Without a threshold every cell is on the expensive side, as in the report:
  // no cell has orders, so none has a low CPA.
  float SplitX() const {
    const Ratio& cpc = context_.report.thresholds.cpc;
    return cpc ? scale_.X(*cpc) : plot_.right();
  }
  float SplitY() const {
    const Ratio& cpa = context_.report.thresholds.cpa;
    return cpa ? scale_.Y(*cpa) : plot_.y;
  }

  Rect QuadrantRect(Quadrant quadrant) const {
    const bool right = quadrant == Quadrant::kLowCpcLowCpa ||
                       quadrant == Quadrant::kLowCpcHighCpa;
    const bool top = quadrant == Quadrant::kLowCpcLowCpa ||
                     quadrant == Quadrant::kHighCpcLowCpa;
    const float x = SplitX();
    const float y = SplitY();
    return {right ? x : plot_.x, top ? plot_.y : y,
            right ? plot_.right() - x : x - plot_.x,
            top ? y - plot_.y : plot_.bottom() - y};
  }

  void PaintTints() {
    if (!context_.report.thresholds.cpc) return;
    for (int number = 1; number <= 4; ++number) {
      AddRect(QuadrantRect(static_cast<Quadrant>(number)),
              {QuadrantInk(number), kTintAlpha});
    }
  }

  void PutAxes() {
    PutHeightTitle(
        context_, labels_, plot_,
        {TextId::kChartQuadrantCpaAxis, TextId::kChartQuadrantCpaAxisShort});
    PutBottomRow(
        context_, labels_, plot_,
        {TextId::kChartQuadrantCpcAxis, TextId::kChartQuadrantCpcAxisShort});
    PutCpaTicks();
    PutCpcTicks();
  }

  void PutCpaTicks() {
    constexpr float kLabelLength = 30;
    cpa_ticks_ = LogarithmicTicks(scale_.minimum_cpa, scale_.maximum_cpa,
                                  plot_.height, kLabelLength);
    TickTexts texts =
        TickLabels(cpa_ticks_, context_.format, context_.measure, plot_.x - 8);
    with_currency_ = texts.with_currency;
    for (size_t i = 0; i < cpa_ticks_.size(); ++i) {
      if (labels_.Width(texts.labels[i]) > plot_.x - 6) continue;
      const float y = scale_.Y(cpa_ticks_[i]);
      labels_.Put({{plot_.x - 6, std::min(y + 4, plot_.bottom() + 1)},
                   std::move(texts.labels[i]),
                   kMuted,
                   TextSize::kSmall,
                   Align::kEnd});
    }
  }

  // With the sign of the currency only if the other axis has it as well.
  void PutCpcTicks() {
    constexpr float kLabelLength = 56;
    cpc_ticks_ = LogarithmicTicks(scale_.minimum_cpc, scale_.maximum_cpc,
                                  plot_.width, kLabelLength);
    TickTexts texts = TickLabels(cpc_ticks_, context_.format, context_.measure,
                                 with_currency_ ? kLabelLength - 4 : 0);
    for (size_t i = 0; i < cpc_ticks_.size(); ++i) {
      const float half = labels_.Width(texts.labels[i]) / 2;
      const float x =
          std::min(scale_.X(cpc_ticks_[i]), drawing_.width - half - 2);
      labels_.Put({{x, plot_.bottom() + 15},
                   std::move(texts.labels[i]),
                   kMuted,
                   TextSize::kSmall,
                   Align::kCenter});
    }
  }

  void PutLabels() {
    if (bubbles_.empty()) {
      PutMessage(context_, labels_, plot_, TextId::kChartQuadrantEmpty);
    }
    PutThresholdLabels();
    // Markers share the bottom edge with texts and have no other place.
    PutQuietLabels(false);
    PutAllWords();
    if (has_highlight_) PutHighlightLabel(bubbles_.back());
    PutQuietLabels(true);
    PutConversionLabels();
  }

  void PaintLines() {
    constexpr sextant::Paint kGrid = {Ink::kHairline, 0.8f};
    for (double tick : cpc_ticks_) PaintVertical(scale_.X(tick), kGrid, 0);
    for (double tick : cpa_ticks_) PaintHorizontal(scale_.Y(tick), kGrid, 0);
    for (const ConversionLine& line : conversion_lines_) {
      labels_.PaintAround({line.low, line.high, {Ink::kControl, 0.5f}, 1, 0});
    }
    AddRect(plot_, {}, {Ink::kHairline, 1});
    constexpr sextant::Paint kThreshold = {Ink::kText, 0.7f};
    const ThresholdValues& thresholds = context_.report.thresholds;
    if (thresholds.cpc) PaintVertical(SplitX(), kThreshold, 4);
    if (thresholds.cpa) PaintHorizontal(SplitY(), kThreshold, 4);
  }

  void PaintVertical(float x, sextant::Paint paint, float dash) {
    labels_.PaintAround({{x, plot_.y}, {x, plot_.bottom()}, paint, 1, dash});
  }

  void PaintHorizontal(float y, sextant::Paint paint, float dash) {
    labels_.PaintAround({{plot_.x, y}, {plot_.right(), y}, paint, 1, dash});
  }

  // Both axes are logarithmic, so the line is straight and its ends are where
  // it leaves the plot.
  std::optional<ConversionLine> ClipConversionLine(double rate) const {
    const double low = std::max(scale_.minimum_cpc, scale_.minimum_cpa * rate);
    const double high = std::min(scale_.maximum_cpc, scale_.maximum_cpa * rate);
    if (!(low < high)) return std::nullopt;
    return ConversionLine{rate,
                          {scale_.X(high), scale_.Y(high / rate)},
                          {scale_.X(low), scale_.Y(low / rate)}};
  }

  void MakeConversionLines() {
    for (double rate : kConversionRates) {
      const auto line = ClipConversionLine(rate);
      if (line) conversion_lines_.push_back(*line);
    }
  }

  // --- labels --------------------------------------------------------------

  bool TouchesBubble(const Rect& rect, int except = -1) const {
    return std::any_of(
        bubbles_.begin(), bubbles_.end(), [&](const Bubble& bubble) {
          return bubble.cell != except &&
                 Overlaps(rect, bubble.center, bubble.radius + 1);
        });
  }

  bool HasRoom(const Rect& rect) const {
    return Encloses(plot_, rect) && labels_.IsFree(rect);
  }

  struct Candidate {
    Rect rect;
    Align align = Align::kStart;
  };

  bool TouchesThreshold(const Rect& rect) const {
    const float x = SplitX();
    const float y = SplitY();
    return (rect.x < x && x < rect.right()) ||
           (rect.y < y && y < rect.bottom());
  }

  // The first candidate that overlaps nothing; otherwise one that only
  // interrupts a threshold line.
  const Candidate* Choose(const std::vector<Candidate>& candidates,
                          int except = -1) const {
    const Candidate* second_best = nullptr;
    for (const Candidate& candidate : candidates) {
      if (!HasRoom(candidate.rect) || TouchesBubble(candidate.rect, except)) {
        continue;
      }
      if (!TouchesThreshold(candidate.rect)) return &candidate;
      if (!second_best) second_best = &candidate;
    }
    return second_best;
  }

  // The first that at least overlaps no other text.
  const Candidate* ChooseBesidesText(
      const std::vector<Candidate>& candidates) const {
    for (const Candidate& candidate : candidates) {
      if (HasRoom(candidate.rect)) return &candidate;
    }
    return nullptr;
  }

  // The first that covers no bubble, even if it displaces other texts.
  const Candidate* ChooseBesidesBubbles(
      const std::vector<Candidate>& candidates) const {
    for (const Candidate& candidate : candidates) {
      if (Encloses(plot_, candidate.rect) && !TouchesBubble(candidate.rect)) {
        return &candidate;
      }
    }
    return nullptr;
  }

  void PutThresholdLabel(const std::string& text,
                         const std::vector<Candidate>& candidates) {
    const Candidate* chosen = Choose(candidates);
    if (!chosen) chosen = ChooseBesidesText(candidates);
    if (!chosen) return;
    labels_.PutBlock({{text, {Ink::kText, 0.85f}}}, chosen->rect,
                     chosen->align);
  }

  void PutThresholdLabels() {
    const ThresholdValues& thresholds = context_.report.thresholds;
    if (thresholds.cpc) PutCpcThresholdLabel(*thresholds.cpc);
    if (thresholds.cpa) PutCpaThresholdLabel(*thresholds.cpa);
  }

  std::string ThresholdText(double value) const {
    const bool is_target =
        context_.scenario.thresholds.mode == Thresholds::Mode::kTarget;
    return FormatText(language(),
                      is_target ? TextId::kChartThresholdTarget
                                : TextId::kChartThresholdAverage,
                      {{"value", ChartMoney(context_.format, value)}});
  }

  void PutCpcThresholdLabel(double value) {
    const std::string text = ThresholdText(value);
    const float width = labels_.Width(text);
    const float x = SplitX();
    const float top = plot_.y + 3;
    const float bottom = plot_.bottom() - kLineHeight - 3;
    PutThresholdLabel(
        text, {{{x + 5, bottom, width, kLineHeight}, Align::kStart},
               {{x - 5 - width, bottom, width, kLineHeight}, Align::kEnd},
               {{x + 5, top, width, kLineHeight}, Align::kStart},
               {{x - 5 - width, top, width, kLineHeight}, Align::kEnd}});
  }

  void PutCpaThresholdLabel(double value) {
    const std::string text = ThresholdText(value);
    const float width = labels_.Width(text);
    const float y = SplitY();
    const float left = plot_.x + 8;
    const float right = plot_.right() - 8 - width;
    PutThresholdLabel(
        text, {{{left, y - kLineHeight - 2, width, kLineHeight}, Align::kStart},
               {{left, y + 2, width, kLineHeight}, Align::kStart},
               {{right, y - kLineHeight - 2, width, kLineHeight}, Align::kEnd},
               {{right, y + 2, width, kLineHeight}, Align::kEnd}});
  }

  void PutAllWords() {
    if (!context_.report.thresholds.cpc) return;
    for (int number = 1; number <= 4; ++number) {
      const auto quadrant = static_cast<Quadrant>(number);
      if (!PutWords(quadrant, true)) PutWords(quadrant, false);
    }
  }

  // The numeral and the story in the quadrant's outer corner; false when that
  // has no room.
  bool PutWords(Quadrant quadrant, bool with_story) {
    constexpr float kPadding = 8;
    const int number = static_cast<int>(quadrant);
    const Rect room = QuadrantRect(quadrant);
    const sextant::Paint paint = {QuadrantInk(number), 1};
    std::vector<LabelLine> lines = {{QuadrantNumeral(quadrant), paint, true}};
    if (with_story) {
      constexpr float kLongestLine = 170;
      for (std::string_view part :
           WrapText(QuadrantStory(quadrant, language()),
                    std::min(kLongestLine, room.width - 2 * kPadding),
                    TextSize::kSmall, context_.measure)) {
        lines.push_back({part, paint});
      }
    }
    const bool right = quadrant == Quadrant::kLowCpcLowCpa ||
                       quadrant == Quadrant::kLowCpcHighCpa;
    const bool top = quadrant == Quadrant::kLowCpcLowCpa ||
                     quadrant == Quadrant::kHighCpcLowCpa;
    Rect block = labels_.BlockSize(lines);
    block.x = right ? room.right() - kPadding - block.width : room.x + kPadding;
    block.y = top ? room.y + 4 : room.bottom() - 4 - block.height;
    // The rest of the quadrant is left for bubbles.
    const bool in_the_way = with_story && (block.height > room.height * 0.55f ||
                                           TouchesBubble(block));
    if (in_the_way || !Encloses(room, block) || !labels_.IsFree(block)) {
      return false;
    }
    labels_.PutBlock(lines, block, right ? Align::kEnd : Align::kStart);
    return true;
  }

  // --- bubbles -------------------------------------------------------------

  float Emphasis(int cell) const {
    return has_highlight_ && cell != context_.highlighted_cell ? kDimmed : 1;
  }

  void PaintGhosts() {
    if (!context_.ghost) return;
    const auto cells = context_.ghost->report.cells();
    for (int cell = 0; cell < static_cast<int>(cells.size()); ++cell) {
      if (IsPlaced(cells[cell])) PaintGhost(cell);
    }
  }

  void PaintGhost(int cell) {
    const Bubble before = MakeBubble(context_.ghost->report, cell);
    const Ink ink = MediumInk(context_.scenario, MediumOf(cell));
    const auto now = std::find_if(
        bubbles_.begin(), bubbles_.end(),
        [cell](const Bubble& bubble) { return bubble.cell == cell; });
    if (now != bubbles_.end()) {
      const float distance = Length(
          {now->center.x - before.center.x, now->center.y - before.center.y});
      if (distance < 1 && std::fabs(now->radius - before.radius) < 1) return;
      AddLine(before.center, now->center, {ink, 0.7f});
    }
    AddCircle(before.center, before.radius, {ink, 0.06f}, {ink, 0.7f}, 1);
  }

  void PaintBubble(const Bubble& bubble) {
    const Ink ink = MediumInk(context_.scenario, MediumOf(bubble.cell));
    const float alpha = Emphasis(bubble.cell);
    if (IsHighlighted(bubble)) {
      AddCircle(bubble.center, bubble.radius + 3.5f, {}, {Ink::kText, 0.9f},
                1.5f);
    }
    if (!bubble.has_orders) {
      PaintMarker(bubble, {ink, alpha});
    } else if (KindOf(bubble.cell) == Kind::kPaid) {
      AddCircle(bubble.center, bubble.radius, {ink, 0.88f * alpha},
                {Ink::kSurface, alpha}, 1.5f);
    } else {
      PaintOrganic(bubble, ink, alpha);
    }
    if (!bubble.payback.empty()) PaintFlag(bubble, alpha);
    AddMark(bubble);
  }

  // A tick at the bubble's edge: lifetime value pays it back.
  void PaintFlag(const Bubble& bubble, float alpha) {
    constexpr float kFlag = 7;
    const float away = 0.72f * (bubble.radius + 2);
    const Point at = {bubble.center.x + away, bubble.center.y - away};
    AddCircle(at, kFlag, {Ink::kPositive, alpha}, {Ink::kSurface, alpha}, 1.5f);
    drawing_.shapes.push_back(Polyline{
        {{at.x - 3, at.y}, {at.x - 1, at.y + 2.5f}, {at.x + 3.5f, at.y - 2.5f}},
        {Ink::kSurface, alpha},
        1.75f});
  }

  // Nothing below a hatched bubble must show between its lines.
  void PaintOrganic(const Bubble& bubble, Ink ink, float alpha) {
    AddCircle(bubble.center, bubble.radius, {Ink::kSurface, 0.8f * alpha}, {},
              1);
    AddCircle(bubble.center, bubble.radius, {ink, 0.8f * alpha}, {ink, alpha},
              1.5f, Fill::kHatched);
  }

  // A crossed ring: money was spent without orders.
  void PaintMarker(const Bubble& bubble, sextant::Paint paint) {
    AddCircle(bubble.center, bubble.radius, {Ink::kSurface, paint.alpha}, paint,
              1.5f);
    const float arm = bubble.radius * 0.5f;
    const Point& center = bubble.center;
    AddLine({center.x - arm, center.y - arm}, {center.x + arm, center.y + arm},
            paint, 1.5f);
    AddLine({center.x - arm, center.y + arm}, {center.x + arm, center.y - arm},
            paint, 1.5f);
  }

  void AddMark(const Bubble& bubble) {
    const float side = 2 * bubble.radius;
    drawing_.marks.push_back({bubble.cell,
                              MarkLabel(bubble),
                              {bubble.center.x - bubble.radius,
                               bubble.center.y - bubble.radius, side, side}});
  }

  std::string MarkLabel(const Bubble& bubble) const {
    const int cell = bubble.cell;
    const CellMetrics& metrics = Metrics(cell);
    const NumberFormat& format = context_.format;
    const std::string_view numeral =
        metrics.quadrant ? QuadrantNumeral(*metrics.quadrant) : kUndefined;
    if (!metrics.cpa) {
      return FormatText(language(), TextId::kChartQuadrantMarkNoOrders,
                        {{"cell", Name(cell)},
                         {"cpc", format.Money(*metrics.effective_cpc)},
                         {"numeral", numeral}});
    }
    std::string label =
        FormatText(language(), TextId::kChartQuadrantMark,
                   {{"cell", Name(cell)},
                    {"cpc", format.Money(*metrics.effective_cpc)},
                    {"cpa", format.Money(*metrics.cpa)},
                    {"revenue", format.CompactMoney(metrics.revenue)},
                    {"numeral", numeral}});
    if (!bubble.payback.empty()) label += " · " + bubble.payback;
    return label;
  }

  std::vector<Candidate> AroundBubble(const Bubble& bubble,
                                      const Rect& block) const {
    const float w = block.width;
    const float h = block.height;
    const float gap = bubble.radius + (IsHighlighted(bubble) ? 8.f : 5.f);
    const float slant = gap * 0.72f;
    const auto [x, y] = bubble.center;
    return {{{x + gap, y - h / 2, w, h}, Align::kStart},
            {{x - gap - w, y - h / 2, w, h}, Align::kEnd},
            {{x - w / 2, y - gap - h + 2, w, h}, Align::kCenter},
            {{x - w / 2, y + gap - 2, w, h}, Align::kCenter},
            {{x + slant, y - slant - h, w, h}, Align::kStart},
            {{x + slant, y + slant, w, h}, Align::kStart},
            {{x - slant - w, y - slant - h, w, h}, Align::kEnd},
            {{x - slant - w, y + slant, w, h}, Align::kEnd}};
  }

  void PutQuietLabels(bool has_orders) {
    for (const Bubble& bubble : bubbles_) {
      if (IsHighlighted(bubble) || bubble.has_orders != has_orders) continue;
      PutQuietLabel(bubble);
    }
  }

  std::string LabelText(const Bubble& bubble) const {
    if (bubble.has_orders) return Name(bubble.cell);
    return FormatText(language(), TextId::kChartQuadrantNoOrders,
                      {{"cell", Name(bubble.cell)}});
  }

  void PutQuietLabel(const Bubble& bubble) {
    if (PutBesides(bubble, LabelText(bubble)) || bubble.has_orders) return;
    PutBesides(bubble, Text(language(), TextId::kChartQuadrantNoOrdersShort));
  }

  bool PutBesides(const Bubble& bubble, std::string_view text) {
    return (!bubble.payback.empty() &&
            PutLines(bubble, text, bubble.payback)) ||
           PutLines(bubble, text, {});
  }

  bool PutLines(const Bubble& bubble, std::string_view text,
                std::string_view payback) {
    const float alpha = has_highlight_ ? 0.6f : 1;
    std::vector<LabelLine> lines = {{text, {Ink::kText, alpha}}};
    if (!payback.empty()) lines.push_back({payback, {Ink::kPositive, alpha}});
    const std::vector<Candidate> candidates =
        AroundBubble(bubble, labels_.BlockSize(lines));
    const Candidate* chosen = Choose(candidates, bubble.cell);
    if (!chosen) return false;
    labels_.PutBlock(lines, chosen->rect, chosen->align);
    return true;
  }

  // Always shown, with its numbers if there is room; displaces other labels if
  // necessary.
  void PutHighlightLabel(const Bubble& bubble) {
    const std::string name = LabelText(bubble);
    const std::string values = HighlightValues(bubble.cell);
    std::vector<LabelLine> lines = {{name, kStrong, true}, {values, kStrong}};
    if (!bubble.payback.empty()) {
      lines.push_back({bubble.payback, {Ink::kPositive, 1}});
    }
    std::vector<Candidate> candidates =
        AroundBubble(bubble, labels_.BlockSize(lines));
    const Candidate* chosen = Choose(candidates, bubble.cell);
    while (!chosen && lines.size() > 1) {
      lines.pop_back();
      candidates = AroundBubble(bubble, labels_.BlockSize(lines));
      chosen = Choose(candidates, bubble.cell);
    }
    if (!chosen) chosen = ChooseBesidesBubbles(candidates);
    Candidate place = chosen ? *chosen : candidates.front();
    if (!chosen) place.rect = Inside(place.rect);
    labels_.Clear(place.rect);
    backing_ = {place.rect.x - 3, place.rect.y, place.rect.width + 6,
                place.rect.height + 1};
    labels_.PutBlock(lines, place.rect, place.align);
  }

  Rect Inside(Rect rect) const {
    rect.x = std::max(2.f, std::min(rect.x, drawing_.width - rect.width - 2));
    rect.y = std::clamp(rect.y, plot_.y, plot_.bottom() - rect.height);
    return rect;
  }

  std::string HighlightValues(int cell) const {
    const CellMetrics& metrics = Metrics(cell);
    const NumberFormat& format = context_.format;
    const auto money = [&](double value) { return ChartMoney(format, value); };
    return FormatText(language(), TextId::kChartQuadrantValues,
                      {{"cpc", OrUndefined(metrics.effective_cpc, money)},
                       {"cpa", OrUndefined(metrics.cpa, money)}});
  }

  // --- conversion rates along the diagonals ----------------------------------

  bool CrossesOtherLine(const Rect& rect, double rate) const {
    return std::any_of(conversion_lines_.begin(), conversion_lines_.end(),
                       [&](const ConversionLine& line) {
                         return line.rate != rate && Crosses(line, rect);
                       });
  }

  // The line rises to the right, so it meets the rectangle unless the top left
  // or bottom right corner is beyond it.
  static bool Crosses(const ConversionLine& line, const Rect& rect) {
    const Point along = {line.high.x - line.low.x, line.high.y - line.low.y};
    const auto side = [&](float x, float y) {
      return along.x * (y - line.low.y) - along.y * (x - line.low.x);
    };
    return side(rect.x, rect.y) * side(rect.right(), rect.bottom()) < 0;
  }

  // Below the line near its upper end, or further down if that is occupied.
  std::optional<Rect> ConversionLabelRect(const ConversionLine& line,
                                          float width) const {
    const Point along = {line.low.x - line.high.x, line.low.y - line.high.y};
    const float length = Length(along);
    for (float at = 4; at < length * 0.9f; at += 10) {
      const Point point = {line.high.x + along.x * at / length,
                           line.high.y + along.y * at / length};
      const Rect rect = {point.x + 4, point.y + 1, width, kLineHeight};
      if (HasRoom(rect) && !TouchesBubble(rect) && !TouchesThreshold(rect) &&
          !CrossesOtherLine(rect, line.rate)) {
        return rect;
      }
    }
    return std::nullopt;
  }

  bool PutConversionLabel(const ConversionLine& line, const std::string& text) {
    const auto rect = ConversionLabelRect(line, labels_.Width(text));
    if (!rect) return false;
    labels_.PutBlock({{text, kMuted}}, *rect, Align::kStart);
    return true;
  }

  // One label explains in words what the diagonals are.
  void PutConversionLabels() {
    bool explained = false;
    for (const ConversionLine& line : conversion_lines_) {
      const std::string percent = context_.format.Percent(line.rate);
      if (!explained) {
        explained = PutConversionLabel(
            line, FormatText(language(), TextId::kChartQuadrantConversion,
                             {{"percent", percent}}));
        if (explained) continue;
      }
      PutConversionLabel(line, percent);
    }
  }

  const ChartContext& context_;
  const QuadrantScale& scale_;
  const Rect plot_;
  Drawing& drawing_;
  LabelLayout labels_;
  std::vector<Bubble> bubbles_;
  std::vector<ConversionLine> conversion_lines_;
  std::vector<double> cpc_ticks_;
  std::vector<double> cpa_ticks_;
  double largest_revenue_ = 0;
  Rect backing_;  // under the label of the highlighted bubble
  bool with_currency_ = false;
  bool has_highlight_ = false;
};

// --- dragging ----------------------------------------------------------------

// Rounds to four digits, which are finer than a pixel and keep links short.
double RoundForField(const char* id, double value) {
  const CellField* field = FindCellField(id);
  return std::clamp(RoundToDigits(value, 4), field->minimum, field->maximum);
}

}  // namespace

float QuadrantScale::X(double cpc) const {
  const double fraction = Fraction(cpc, minimum_cpc, maximum_cpc);
  return plot.right() - static_cast<float>(fraction) * plot.width;
}

float QuadrantScale::Y(double cpa) const {
  const double fraction = Fraction(cpa, minimum_cpa, maximum_cpa);
  return plot.y + static_cast<float>(fraction) * plot.height;
}

double QuadrantScale::Cpc(float x) const {
  return AtFraction((plot.right() - x) / plot.width, minimum_cpc, maximum_cpc);
}

double QuadrantScale::Cpa(float y) const {
  return AtFraction((y - plot.y) / plot.height, minimum_cpa, maximum_cpa);
}

QuadrantScale FitQuadrantScale(const Report& report, const Report* ghost,
                               float width, float height) {
  MoneyRange cpc;
  MoneyRange cpa;
  IncludeCells(report, cpc, cpa);
  if (ghost) IncludeCells(*ghost, cpc, cpa);
  cpc.Include(report.thresholds.cpc);
  cpa.Include(report.thresholds.cpa);
  QuadrantScale scale;
  scale.plot = PlotRect(width, height);
  if (cpc.maximum > 0) {
    const MoneyRange range = WithMargin(cpc);
    scale.minimum_cpc = range.minimum;
    scale.maximum_cpc = range.maximum;
  }
  if (cpa.maximum > 0) {
    const MoneyRange range = WithMargin(cpa);
    scale.minimum_cpa = range.minimum;
    scale.maximum_cpa = range.maximum;
  }
  return scale;
}

Drawing QuadrantChart(const ChartContext& context, const QuadrantScale& scale,
                      float width, float height) {
  return MakeDrawing(width, height, [&](Drawing& drawing) {
    drawing.shapes.reserve(128);
    drawing.marks.reserve(context.report.cells().size());
    QuadrantPainter(context, scale, drawing).Paint();
  });
}

std::optional<BubbleMove> MoveBubble(const Scenario& scenario, int cell,
                                     const QuadrantScale& scale, Point target) {
  const Cell& inputs = scenario.cells[cell];
  if (!(inputs.visits > 0)) return std::nullopt;
  const double fixed_cost_per_visit = inputs.fixed_cost / inputs.visits;
  BubbleMove move;
  move.cost_per_click =
      RoundForField("costPerClick", scale.Cpc(target.x) - fixed_cost_per_visit);
  const double effective_cpc = move.cost_per_click + fixed_cost_per_visit;
  move.conversion_rate =
      RoundForField("conversionRate", effective_cpc / scale.Cpa(target.y));
  return move;
}

}  // namespace sextant
