#include "charts/flywheel_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "charts/kit/axis.h"
#include "charts/kit/chart_frame.h"
#include "charts/kit/label_layout.h"
#include "locales/text.h"
#include "words/names.h"

namespace sextant {
namespace {

constexpr Paint kMuted = {Ink::kTextMuted, 1};
constexpr Paint kWheel = {Ink::kAccent, 1};
constexpr Segment kSegments[] = {Segment::kPromoter, Segment::kPassive,
                                 Segment::kDetractor};

double ActiveUntil(const FlywheelMonth& month, size_t segments) {
  double sum = 0;
  for (size_t s = 0; s < segments; ++s) sum += month.active[s];
  return sum;
}

// Shared by both charts: months to the right, an amount upwards.
class MonthsPainter {
 public:
  MonthsPainter(const ChartContext& context, const FlywheelReport& flywheel,
                Drawing& drawing)
      : context_(context),
        flywheel_(flywheel),
        plot_(PlotRect(drawing.width, drawing.height)),
        drawing_(drawing),
        labels_(drawing, context.measure) {}

  void PaintProfits(const FlywheelReport* ghost) {
    Include(0);
    IncludeProfits(flywheel_.flywheel());
    IncludeProfits(flywheel_.funnel());
    if (ghost) IncludeProfits(ghost->flywheel());
    PutHeightTitle(
        context_, labels_, plot_,
        {TextId::kChartFlywheelHeight, TextId::kChartFlywheelHeight});
    PaintAxes(true);
    if (ghost) {
      AddLine(Profits(Shown(ghost->flywheel())), {Ink::kAccent, 0.4f}, 1, 0);
    }
    AddLine(Profits(flywheel_.flywheel()), kWheel, 2.5f, 0);
    // Dashed and on top, so that both are visible where they coincide.
    AddLine(Profits(flywheel_.funnel()), kMuted, 2, 5);
    PutLineLegend();
    PaintOvertaking();
    labels_.Flush();
    const auto money = [&](const FlywheelMonth& month) {
      return context_.format.CompactMoney(month.cumulative_profit);
    };
    AddMark(FormatText(language(), TextId::kChartFlywheelMark,
                       {{"months", MonthCount()},
                        {"flywheel", money(flywheel_.flywheel().back())},
                        {"funnel", money(flywheel_.funnel().back())}}));
  }

  void PaintCustomers() {
    Include(0);
    for (const FlywheelMonth& month : flywheel_.flywheel()) {
      Include(ActiveUntil(month, kSegmentCount));
    }
    PutHeightTitle(
        context_, labels_, plot_,
        {TextId::kChartCustomersHeight, TextId::kChartCustomersHeight});
    if (!(highest_ > 0)) {
      PutMessage(context_, labels_, plot_,
                 flywheel_.month_count == 1 ? TextId::kChartCustomersOneMonth
                                            : TextId::kChartCustomersEmpty);
    }
    PaintAxes(false);
    for (size_t s = 0; s < kSegmentCount && highest_ > 0; ++s) {
      PaintSegment(s);
    }
    PutSegmentLegend();
    labels_.Flush();
    const auto count = [&](size_t s) {
      return context_.format.CompactCount(
          flywheel_.flywheel().back().active[s]);
    };
    AddMark(FormatText(language(), TextId::kChartCustomersMark,
                       {{"promoter", count(0)},
                        {"passive", count(1)},
                        {"detractor", count(2)}}));
  }

 private:
  Language language() const { return context_.format.language; }

  std::string MonthCount() const {
    return context_.format.Count(flywheel_.month_count);
  }

  void Include(double value) {
    lowest_ = std::min(lowest_, value);
    highest_ = std::max(highest_, value);
  }

  // Only up to the end of the axis: the ghost may have more months.
  std::span<const FlywheelMonth> Shown(
      std::span<const FlywheelMonth> months) const {
    return months.first(std::min(months.size(), flywheel_.flywheel().size()));
  }

  void IncludeProfits(std::span<const FlywheelMonth> months) {
    for (const FlywheelMonth& month : Shown(months)) {
      Include(month.cumulative_profit);
    }
  }

  // A single month is in the middle.
  float X(int month) const {
    const int last = flywheel_.month_count - 1;
    if (last == 0) return plot_.x + plot_.width / 2;
    return plot_.x +
           plot_.width * static_cast<float>(month) / static_cast<float>(last);
  }

  float Y(double value) const {
    if (!(highest_ > lowest_)) return plot_.bottom();
    // Divides first, because the difference of two extremes may be infinite.
    const double span = highest_ / 2 - lowest_ / 2;
    const double part = (value / 2 - lowest_ / 2) / span;
    return plot_.bottom() - static_cast<float>(part) * plot_.height;
  }

  void AddLine(std::vector<Point> points, sextant::Paint paint, float width,
               float dash) {
    // A single month is a dot.
    if (points.size() == 1) {
      drawing_.shapes.push_back(Circle{points[0], 4,
                                       dash > 0 ? sextant::Paint{} : paint,
                                       Fill::kSolid, paint, 1.5f});
      return;
    }
    drawing_.shapes.push_back(Polyline{std::move(points), paint, width, dash});
  }

  std::vector<Point> Profits(std::span<const FlywheelMonth> months) const {
    std::vector<Point> points;
    points.reserve(months.size());
    for (size_t t = 0; t < months.size(); ++t) {
      points.push_back(
          {X(static_cast<int>(t)), Y(months[t].cumulative_profit)});
    }
    return points;
  }

  // --- axes ------------------------------------------------------------------

  // Round steps; the ends of the axis move outward to the nearest steps.
  std::vector<double> Ticks() {
    std::vector<double> ticks;
    if (!(highest_ > lowest_)) return ticks;
    constexpr float kLabelLength = 40;
    const double count = std::clamp(plot_.height / kLabelLength, 1.f, 5.f);
    const double step =
        RoundUpToStep((highest_ / count - lowest_ / count) *
                      (1 + std::numeric_limits<double>::epsilon()));
    const double first = std::floor(lowest_ / step);
    const double last = std::ceil(highest_ / step);
    for (double i = first; i <= last; ++i) ticks.push_back(i * step);
    lowest_ = first * step;
    highest_ = last * step;
    return ticks;
  }

  void PaintAxes(bool is_money) {
    for (const double tick : Ticks()) {
      const float y = Y(tick);
      const bool is_zero = tick == 0;
      drawing_.shapes.push_back(
          Line{{plot_.x, y},
               {plot_.right(), y},
               {is_zero ? Ink::kControl : Ink::kHairline, 1}});
      std::string text = is_money && plot_.x > 50
                             ? context_.format.CompactMoney(tick)
                             : context_.format.CompactCount(tick);
      if (labels_.Width(text) > plot_.x - 6) continue;
      labels_.Put({{plot_.x - 6, y + 4},
                   std::move(text),
                   kMuted,
                   TextSize::kSmall,
                   Align::kEnd});
    }
    PutMonths();
  }

  void PutMonths() {
    constexpr float kLabelLength = 34;
    const int last = flywheel_.month_count - 1;
    const float most = std::max(1.f, plot_.width / kLabelLength);
    int step = 1;
    for (const int candidate : {1, 2, 3, 6, 12, 24, 60}) {
      step = candidate;
      if (static_cast<float>(last) / static_cast<float>(step) <= most) break;
    }
    for (int month = 0; month <= last; month += step) {
      labels_.Put({{X(month), plot_.bottom() + 16},
                   context_.format.Count(month),
                   kMuted,
                   TextSize::kSmall,
                   Align::kCenter});
    }
  }

  // To the right of the legend, which ends at `left`.
  void PutMonthsTitle(float left) {
    const std::string_view title = Text(language(), TextId::kChartMonths);
    if (left + labels_.Width(title) > plot_.right()) return;
    labels_.Put({{plot_.right(), plot_.bottom() + 35},
                 std::string(title),
                 kMuted,
                 TextSize::kSmall,
                 Align::kEnd});
  }

  // --- profits ---------------------------------------------------------------

  // The legend in the bottom row, with a sample of each line.
  void PutLineLegend() {
    const float y = plot_.bottom() + 31;
    float x = 4;
    for (const bool wheel : {true, false}) {
      const sextant::Paint paint = wheel ? kWheel : kMuted;
      drawing_.shapes.push_back(Line{
          {x, y}, {x + 22, y}, paint, wheel ? 2.5f : 2, wheel ? 0.f : 5.f});
      std::string text(Text(language(), wheel ? TextId::kChartFlywheelFlywheel
                                              : TextId::kChartFlywheelFunnel));
      x += 28;
      const float width = labels_.Width(text);
      labels_.Put({{x, y + 4}, std::move(text), {Ink::kText, 1}});
      x += width + 16;
    }
    PutMonthsTitle(x);
  }

  void PaintOvertaking() {
    const bool ahead = flywheel_.flywheel().back().cumulative_profit >
                       flywheel_.funnel().back().cumulative_profit;
    if (!flywheel_.overtakes_in_month || !ahead) return;
    const int month = *flywheel_.overtakes_in_month;
    const float x = X(month);
    const float y =
        Y(flywheel_.flywheel()[static_cast<size_t>(month)].cumulative_profit);
    drawing_.shapes.push_back(
        Line{{x, plot_.y}, {x, plot_.bottom()}, {Ink::kPositive, 0.8f}, 1, 3});
    drawing_.shapes.push_back(
        Circle{{x, y}, 4, {Ink::kSurface, 1}, Fill::kSolid, kWheel, 2});
    std::string text = FormatText(language(), TextId::kChartFlywheelOvertakes,
                                  {{"month", context_.format.Count(month)}});
    const float width = labels_.Width(text);
    const bool left = x + 6 + width > plot_.right();
    labels_.Put({{left ? x - 6 : x + 6, plot_.y + 12},
                 std::move(text),
                 {Ink::kPositive, 1},
                 TextSize::kSmall,
                 left ? Align::kEnd : Align::kStart,
                 true});
  }

  // --- customers -------------------------------------------------------------

  void PaintSegment(size_t segment) {
    const auto months = flywheel_.flywheel();
    if (months.size() == 1) return;  // nobody is active in the first month
    Area area;
    for (size_t t = 0; t < months.size(); ++t) {
      const float x = X(static_cast<int>(t));
      area.upper.push_back({x, Y(ActiveUntil(months[t], segment + 1))});
      area.lower.push_back({x, Y(ActiveUntil(months[t], segment))});
    }
    const Ink ink = SegmentInk(kSegments[segment]);
    area.fill = {ink, 0.35f};
    std::vector<Point> edge = area.upper;
    PutSegmentName(segment, area);
    drawing_.shapes.push_back(std::move(area));
    drawing_.shapes.push_back(Polyline{std::move(edge), {ink, 1}, 1.5f});
  }

  // Labels inside the areas where they are thick enough, so that colour is not
  // the only sign.
  void PutSegmentName(size_t segment, const Area& area) {
    const size_t at = area.upper.size() * 3 / 4;
    const float thickness = area.lower[at].y - area.upper[at].y;
    const std::string_view name = SegmentName(kSegments[segment], language());
    const float width = labels_.Width(name);
    if (thickness < 2 * kLineHeight ||
        area.upper[at].x + width / 2 > plot_.right()) {
      return;
    }
    labels_.Put({{area.upper[at].x, area.lower[at].y - thickness / 2 + 4},
                 std::string(name),
                 {Ink::kText, 1},
                 TextSize::kSmall,
                 Align::kCenter});
  }

  void PutSegmentLegend() {
    constexpr float kSwatch = 8;
    const float baseline = plot_.bottom() + 35;
    float x = 4;
    for (const Segment segment : kSegments) {
      drawing_.shapes.push_back(
          Polygon{Corners({x, baseline - kSwatch, kSwatch, kSwatch}),
                  {SegmentInk(segment), 0.35f},
                  Fill::kSolid,
                  {SegmentInk(segment), 1}});
      x += kSwatch + 4;
      std::string name(SegmentName(segment, language()));
      const float width = labels_.Width(name);
      labels_.Put({{x, baseline}, std::move(name), kMuted});
      x += width + 10;
    }
    PutMonthsTitle(x);
  }

  void AddMark(std::string label) {
    drawing_.marks.push_back({-1, std::move(label), plot_});
  }

  const ChartContext& context_;
  const FlywheelReport& flywheel_;
  const Rect plot_;
  Drawing& drawing_;
  LabelLayout labels_;
  double lowest_ = 0;
  double highest_ = 0;
};

}  // namespace

Drawing FlywheelChart(const ChartContext& context,
                      const FlywheelReport& flywheel,
                      const FlywheelReport* ghost, float width, float height) {
  return MakeDrawing(width, height, [&](Drawing& drawing) {
    MonthsPainter(context, flywheel, drawing).PaintProfits(ghost);
  });
}

Drawing CustomersChart(const ChartContext& context,
                       const FlywheelReport& flywheel, float width,
                       float height) {
  return MakeDrawing(width, height, [&](Drawing& drawing) {
    MonthsPainter(context, flywheel, drawing).PaintCustomers();
  });
}

Ink SegmentInk(Segment segment) {
  constexpr Ink kInks[] = {Ink::kPositive, Ink::kMedium7, Ink::kNegative};
  return kInks[static_cast<size_t>(segment)];
}

std::string_view SegmentName(Segment segment, Language language) {
  constexpr TextId kNames[] = {TextId::kSegmentPromoter,
                               TextId::kSegmentPassive,
                               TextId::kSegmentDetractor};
  return Text(language, kNames[static_cast<size_t>(segment)]);
}

}  // namespace sextant
