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

// 0 at the minimum, 1 at the maximum; NaN counts as the minimum.
double Fraction(double value, double minimum, double maximum) {
  if (!(value > minimum)) return 0;
  if (value >= maximum) return 1;
  return Log(value / minimum) / Log(maximum / minimum);
}

// Whether the data are well inside the kept range and not a small part of it.
// The largest bubble reaches that far.
bool StillFits(const MoneyRange& data, double minimum, double maximum) {
  constexpr double kEdge = kLargestRadiusShare;
  constexpr double kSmallestPart = 0.4;
  const MoneyRange fresh = WithMargin(data);
  return Fraction(data.minimum, minimum, maximum) >= kEdge &&
         Fraction(data.maximum, minimum, maximum) <= 1 - kEdge &&
         Log(fresh.maximum / fresh.minimum) >=
             kSmallestPart * Log(maximum / minimum);
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

// Coordinates are too small for their squares to overflow.
float Length(Point p) { return std::sqrt(p.x * p.x + p.y * p.y); }

double AtFraction(float fraction, double minimum, double maximum) {
  if (!(fraction > 0)) return minimum;
  if (fraction >= 1) return maximum;
  return minimum * Exp(static_cast<double>(fraction) * Log(maximum / minimum));
}

// What a scale shows of one axis.
void Fit(const MoneyRange& data, double& minimum, double& maximum,
         bool has_kept) {
  if (!(data.maximum > 0)) return;
  if (has_kept && StillFits(data, minimum, maximum)) return;
  const MoneyRange range = WithMargin(data);
  minimum = range.minimum;
  maximum = range.maximum;
}

// --- the frame ---------------------------------------------------------------

BottomRows MakeBottomRows(const ChartContext& context, float width) {
  return {context,
          width,
          {TextId::kChartQuadrantCpcAxis, TextId::kChartQuadrantCpcAxisShort}};
}

// In a low chart, the upper stories stand beside the title of the axis.
bool IsLow(float height) { return height < 300; }

constexpr float kStoryRow = 16;

// The stories have a row above and a row below the plot, where no bubble comes.
Rect QuadrantPlot(const ChartContext& context, float width, float height) {
  Rect plot = PlotRect(width, height);
  const float above = IsLow(height) ? -4 : kStoryRow;
  plot.y += above;
  plot.height -=
      above + kStoryRow + MakeBottomRows(context, width).MoreHeight();
  plot.height = std::max(1.f, plot.height);
  return plot;
}

// --- the picture -------------------------------------------------------------

struct Bubble {
  int cell = -1;
  Point center;
  float radius = 0;
  bool has_orders = true;
  std::string payback;  // "pays back in month 5"; empty when it does not
  bool named = false;
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
        labels_(drawing, context.measure),
        bottom_rows_(MakeBottomRows(context, drawing.width)) {}

  void Paint() {
    MakeBubbles();
    MakeConversionLines();
    PaintTints();
    PutAxes();
    PutLabels();
    PaintLines();
    PaintGhosts();
    for (const Bubble& bubble : bubbles_) PaintBubble(bubble);
    for (const Line& leader : leaders_) drawing_.shapes.push_back(leader);
    AddRect(backing_, {Ink::kSurface, 0.9f});
    PaintNumbers();
    labels_.Flush();
  }

 private:
  Language language() const { return context_.format.language; }

  bool is_narrow() const { return IsNarrow(drawing_.width); }

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

  bool IsSelected(const Bubble& bubble) const {
    return bubble.cell == context_.selected_cell;
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

  static bool IsRight(Quadrant quadrant) {
    return quadrant == Quadrant::kLowCpcLowCpa ||
           quadrant == Quadrant::kLowCpcHighCpa;
  }
  static bool IsTop(Quadrant quadrant) {
    return quadrant == Quadrant::kLowCpcLowCpa ||
           quadrant == Quadrant::kHighCpcLowCpa;
  }

  Rect QuadrantRect(Quadrant quadrant) const {
    const bool right = IsRight(quadrant);
    const bool top = IsTop(quadrant);
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
    if (IsLow(drawing_.height)) {
      labels_.Put(
          {{4, plot_.y - 9},
           std::string(Text(language(), TextId::kChartQuadrantCpaAxisTiny)),
           kMuted});
    } else {
      PutHeightTitle(
          context_, labels_, {plot_.x, plot_.y - kStoryRow},
          {TextId::kChartQuadrantCpaAxis, TextId::kChartQuadrantCpaAxisShort});
    }
    PutStories(Quadrant::kHighCpcLowCpa, Quadrant::kLowCpcLowCpa, plot_.y - 9);
    PutStories(Quadrant::kHighCpcHighCpa, Quadrant::kLowCpcHighCpa,
               plot_.bottom() + 31);
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
    PutNumerals();
    if (has_highlight_) PutHighlightLabel(bubbles_.back());
    PutNames();
    PutThresholdLabels();
    bottom_rows_.Put(labels_, plot_.bottom() + kStoryRow + 33,
                     !numbers_.empty());
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

  // From the bubble's edge to `rect`; negative if they overlap.
  static float Distance(const Bubble& bubble, const Rect& rect) {
    return Length({bubble.center.x -
                       std::clamp(bubble.center.x, rect.x, rect.right()),
                   bubble.center.y -
                       std::clamp(bubble.center.y, rect.y, rect.bottom())}) -
           bubble.radius;
  }

  // Whether every bubble but `except` is further from `rect` than `distance`,
  // and no flag touches it.
  bool IsApart(const Rect& rect, float distance, int except = -1) const {
    return std::all_of(
        bubbles_.begin(), bubbles_.end(), [&](const Bubble& bubble) {
          return (bubble.cell == except || Distance(bubble, rect) > distance) &&
                 (bubble.payback.empty() ||
                  !Overlaps(rect, FlagCenter(bubble), kFlagRadius + 1));
        });
  }

  // Free of texts and of lines that join a name to its bubble.
  bool HasRoom(const Rect& rect) const {
    return Encloses(plot_, rect) && labels_.IsFree(rect) &&
           std::none_of(
               leaders_.begin(), leaders_.end(),
               [&](const Line& leader) { return Crosses(leader, rect); });
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

  // Left out when there is no room: the line and the table say it as well.
  void PutThresholdLabel(const std::string& text,
                         std::initializer_list<Candidate> candidates) {
    for (const Candidate& candidate : candidates) {
      if (!HasRoom(candidate.rect) || !IsApart(candidate.rect, 1)) continue;
      labels_.PutBlock({{text, {Ink::kText, 0.85f}}}, candidate.rect,
                       candidate.align);
      return;
    }
  }

  void PutThresholdLabels() {
    const ThresholdValues& thresholds = context_.report.thresholds;
    if (thresholds.cpc) PutCpcThresholdLabel(*thresholds.cpc);
    if (thresholds.cpa) PutCpaThresholdLabel(*thresholds.cpa);
  }

  std::string ThresholdText(double value) const {
    constexpr TextId kTexts[] = {TextId::kChartThresholdAverage,
                                 TextId::kChartThresholdBreakEven,
                                 TextId::kChartThresholdTarget};
    const auto mode = static_cast<size_t>(context_.scenario.thresholds.mode);
    return FormatText(language(), kTexts[mode],
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

  // That all fails is not said where a cell earns.
  std::string_view StoryIn(Quadrant quadrant, bool in_full) const {
    const auto earns_in_three = [&](const Bubble& bubble) {
      return Metrics(bubble.cell).profit > 0 && bubble.center.x < SplitX() &&
             bubble.center.y > SplitY();
    };
    if (quadrant == Quadrant::kHighCpcHighCpa &&
        std::any_of(bubbles_.begin(), bubbles_.end(), earns_in_three)) {
      return Text(language(),
                  in_full ? TextId::kQuadrant3Mixed : TextId::kStory3Earns);
    }
    return in_full ? QuadrantStory(quadrant, language())
                   : ShortQuadrantStory(quadrant, language());
  }

  std::string Story(Quadrant quadrant, bool in_full) const {
    return std::string(QuadrantNumeral(quadrant)) + " " +
           std::string(StoryIn(quadrant, in_full));
  }

  // A row above or below the plot, in full if both fit.
  void PutStories(Quadrant left, Quadrant right, float baseline) {
    constexpr float kPadding = 8;
    const float end = plot_.right() - kPadding;
    const auto start = [&](bool in_full) {
      return end - 2 * kPadding - labels_.Width(Story(left, in_full)) -
             labels_.Width(Story(right, in_full));
    };
    const bool in_full = start(true) >= plot_.x + kPadding;
    const float x = std::min(plot_.x + kPadding, start(in_full));
    for (Quadrant quadrant : {left, right}) {
      const bool at_end = quadrant == right;
      labels_.Put({{at_end ? end : x, baseline},
                   Story(quadrant, in_full),
                   {QuadrantInk(static_cast<int>(quadrant)), 1},
                   TextSize::kSmall,
                   at_end ? Align::kEnd : Align::kStart});
    }
  }

  void PutNumerals() {
    if (!context_.report.thresholds.cpc) return;
    for (int number = 1; number <= 4; ++number) {
      PutNumeral(static_cast<Quadrant>(number));
    }
  }

  // In the quadrant's outer corner, or beside the bubbles that are there.
  void PutNumeral(Quadrant quadrant) {
    constexpr float kPadding = 8;
    const Rect room = QuadrantRect(quadrant);
    if (room.width <= 0 || room.height <= 0) return;
    const std::vector<LabelLine> lines = {
        {QuadrantNumeral(quadrant),
         {QuadrantInk(static_cast<int>(quadrant)), 1},
         true}};
    Rect block = labels_.BlockSize(lines);
    const bool right = IsRight(quadrant);
    const float corner =
        right ? room.right() - kPadding - block.width : room.x + kPadding;
    block.x = corner;
    block.y = IsTop(quadrant) ? room.y + 2 : room.bottom() - 2 - block.height;
    while (!IsApart(block, 1)) {
      block.x += right ? -8 : 8;
      if (Encloses(room, block)) continue;
      block.x = corner;
      break;
    }
    labels_.PutBlock(lines, block, Align::kStart);
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
    } else if (IsSelected(bubble)) {
      AddCircle(bubble.center, bubble.radius + 3, {}, {Ink::kText, 0.7f}, 1);
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

  static constexpr float kFlagRadius = 7;

  static Point FlagCenter(const Bubble& bubble) {
    const float away = 0.72f * (bubble.radius + 5);
    return {bubble.center.x + away, bubble.center.y - away};
  }

  // A tick at the bubble's edge: lifetime value pays it back.
  void PaintFlag(const Bubble& bubble, float alpha) {
    const Point at = FlagCenter(bubble);
    AddCircle(at, kFlagRadius, {Ink::kPositive, alpha}, {Ink::kSurface, alpha},
              1.5f);
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

  // How a name belongs to its bubble: nearer to it than to any other; or joined
  // to it by a line that runs past all others; or by one that crosses some; or
  // the name itself lies on others.
  enum class Tie { kBeside, kLeader, kCrossing, kCovering };

  // The place for a block of this size around the bubble, nearest first; where
  // there is a choice, one that does not interrupt a threshold line.
  std::optional<Candidate> FindPlace(const Bubble& bubble, const Rect& size,
                                     Tie tie) {
    static constexpr Point kDirections[] = {
        {1, 0},        {-1, 0},        {0, -1},        {0, 1},
        {0.7f, -0.7f}, {0.7f, 0.7f},   {-0.7f, -0.7f}, {-0.7f, 0.7f},
        {0.9f, -0.4f}, {0.9f, 0.4f},   {-0.9f, -0.4f}, {-0.9f, 0.4f},
        {0.4f, -0.9f}, {-0.4f, -0.9f}, {0.4f, 0.9f},   {-0.4f, 0.9f}};
    const bool is_number = size.width == 2 * kNumberRadius;
    const float nearest = bubble.radius + (IsHighlighted(bubble) ? 8
                                           : is_number           ? 2
                                                                 : 5);
    const bool beside = tie == Tie::kBeside;
    std::optional<Candidate> second_best;
    for (float away = beside ? 0 : 10; away < 150; away = away * 1.4f + 4) {
      for (const Point& to : kDirections) {
        const float gap = nearest + away;
        Candidate place{{bubble.center.x + to.x * gap,
                         bubble.center.y + to.y * gap, size.width,
                         size.height}};
        place.rect.y -= size.height * (1 - to.y) / 2;
        if (to.x < 0) place.rect.x -= size.width;
        if (to.x == 0) {
          place.rect.x =
              std::clamp(place.rect.x - size.width / 2, plot_.x + 2,
                         std::max(plot_.x + 2, plot_.right() - 2 - size.width));
        }
        place.align = to.x > 0   ? Align::kStart
                      : to.x < 0 ? Align::kEnd
                                 : Align::kCenter;
        if (!HasRoom(place.rect)) continue;
        if (!beside) {
          if (PutLeader(bubble, place.rect, tie)) return place;
          continue;
        }
        constexpr float kClearly = 3;
        if (!IsApart(place.rect, Distance(bubble, place.rect) + kClearly,
                     bubble.cell)) {
          continue;
        }
        if (!TouchesThreshold(place.rect)) return place;
        if (!second_best) second_best = place;
      }
      if (beside) break;
    }
    return second_best;
  }

  // From the bubble's edge to the nearest point of `rect`.
  bool PutLeader(const Bubble& bubble, const Rect& rect, Tie tie) {
    const Point& center = bubble.center;
    const Point end = {std::clamp(center.x, rect.x, rect.right()),
                       std::clamp(center.y, rect.y + 4, rect.bottom() - 4)};
    const Point along = {end.x - center.x, end.y - center.y};
    const float part = (bubble.radius - 2) / std::max(Length(along), 1.f);
    const Line leader = {{center.x + along.x * part, center.y + along.y * part},
                         end,
                         {Ink::kText, 0.7f},
                         1,
                         0};
    if (!labels_.IsClear(leader)) return false;
    if (tie < Tie::kCovering && !IsApart(rect, 3)) return false;
    if (tie == Tie::kLeader && !PassesBubbles(leader, bubble.cell)) {
      return false;
    }
    leaders_.push_back(leader);
    return true;
  }

  bool PassesBubbles(const Line& line, int except) const {
    return std::all_of(
        bubbles_.begin(), bubbles_.end(), [&](const Bubble& bubble) {
          const float r = bubble.radius;
          return bubble.cell == except ||
                 !Crosses(line, {bubble.center.x - r, bubble.center.y - r,
                                 2 * r, 2 * r});
        });
  }

  void Name(Bubble& bubble, Tie tie) {
    if (!bubble.named) bubble.named = PutName(bubble, tie);
  }

  // That of the selected cell first; the others as near to their bubbles as
  // possible before some are joined by lines.
  void PutNames() {
    constexpr Tie kTies[] = {Tie::kBeside, Tie::kLeader};
    for (Tie tie : kTies) {
      for (Bubble& bubble : bubbles_) {
        if (IsSelected(bubble)) Name(bubble, tie);
      }
    }
    for (Tie tie : kTies) {
      for (Bubble& bubble : bubbles_) Name(bubble, tie);
    }
    for (Bubble& bubble : bubbles_) {
      if (!bubble.named) PutNumberAt(bubble);
    }
  }

  std::string LabelText(const Bubble& bubble, bool brief) const {
    std::string name =
        brief ? ShortCellName(context_.scenario, bubble.cell, language())
              : Name(bubble.cell);
    if (bubble.has_orders) return name;
    return FormatText(language(), TextId::kChartQuadrantNoOrders,
                      {{"cell", name}});
  }

  // From the fullest wording to the shortest.
  bool PutName(const Bubble& bubble, Tie tie) {
    const float alpha = has_highlight_ ? 0.6f : 1;
    const sextant::Paint paint = {Ink::kText, alpha};
    const auto put = [&](const std::vector<LabelLine>& lines) {
      const auto place = FindPlace(bubble, labels_.BlockSize(lines), tie);
      if (place) labels_.PutBlock(lines, place->rect, place->align);
      return place.has_value();
    };
    const std::string name = LabelText(bubble, is_narrow());
    if (!is_narrow() && !bubble.payback.empty() && tie == Tie::kBeside &&
        put({{name, paint}, {bubble.payback, {Ink::kPositive, alpha}}})) {
      return true;
    }
    if (put({{name, paint}})) return true;
    return put(
        {{ShortCellName(context_.scenario, bubble.cell, language()), paint}});
  }

  // In the bubble, beside it, or joined to it by a line. Without even that, its
  // colour and its hatching are explained below the plot.
  void PutNumberAt(const Bubble& bubble) {
    constexpr float kSide = 2 * kNumberRadius;
    Rect rect = {bubble.center.x - kNumberRadius,
                 bubble.center.y - kNumberRadius, kSide, kSide};
    bool found = HasRoom(rect) && IsApart(rect, 3, bubble.cell);
    for (Tie tie :
         {Tie::kBeside, Tie::kLeader, Tie::kCrossing, Tie::kCovering}) {
      if (found) break;
      if (const auto place = FindPlace(bubble, rect, tie)) {
        rect = place->rect;
        found = true;
      }
    }
    if (!found) return;
    const Point center = {rect.x + kNumberRadius, rect.y + kNumberRadius};
    numbers_.push_back({MediumOf(bubble.cell), center});
    PutNumber(labels_, MediumOf(bubble.cell), center);
  }

  void PaintNumbers() {
    for (const Number& number : numbers_) {
      PaintNumberRing(drawing_, MediumInk(context_.scenario, number.medium),
                      number.center);
    }
  }

  // Always shown, with its numbers if there is room; it chooses before others.
  void PutHighlightLabel(Bubble& bubble) {
    bubble.named = true;
    const std::string name = LabelText(bubble, is_narrow());
    const std::string values = HighlightValues(bubble.cell);
    std::vector<LabelLine> lines = {{name, kStrong, true}, {values, kStrong}};
    if (!bubble.payback.empty()) {
      lines.push_back({bubble.payback, {Ink::kPositive, 1}});
    }
    auto place = FindPlace(bubble, labels_.BlockSize(lines), Tie::kBeside);
    while (!place && lines.size() > 1) {
      lines.pop_back();
      place = FindPlace(bubble, labels_.BlockSize(lines), Tie::kBeside);
    }
    for (Tie tie : {Tie::kLeader, Tie::kCrossing, Tie::kCovering}) {
      if (!place) place = FindPlace(bubble, labels_.BlockSize(lines), tie);
    }
    if (!place) return;
    const Rect& rect = place->rect;
    backing_ = {rect.x - 3, rect.y, rect.width + 6, rect.height + 1};
    labels_.PutBlock(lines, rect, place->align);
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
    return std::any_of(
        conversion_lines_.begin(), conversion_lines_.end(),
        [&](const ConversionLine& line) {
          return line.rate != rate && Crosses({line.low, line.high, {}}, rect);
        });
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
      if (HasRoom(rect) && IsApart(rect, 1) && !TouchesThreshold(rect) &&
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
  BottomRows bottom_rows_;
  std::vector<Line> leaders_;  // from bubbles to their names
  struct Number {
    int medium;
    Point center;
  };
  std::vector<Number> numbers_;
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

QuadrantScale FitQuadrantScale(const ChartContext& context, float width,
                               float height, const QuadrantScale* kept) {
  const Report& report = context.report;
  MoneyRange cpc;
  MoneyRange cpa;
  IncludeCells(report, cpc, cpa);
  if (context.ghost) IncludeCells(context.ghost->report, cpc, cpa);
  cpc.Include(report.thresholds.cpc);
  cpa.Include(report.thresholds.cpa);
  QuadrantScale scale;
  if (kept) scale = *kept;
  scale.plot = QuadrantPlot(context, width, height);
  Fit(cpc, scale.minimum_cpc, scale.maximum_cpc, kept);
  Fit(cpa, scale.minimum_cpa, scale.maximum_cpa, kept);
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
