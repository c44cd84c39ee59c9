#include "charts/flywheel_chart.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/chart_scenarios.h"

namespace sextant {
namespace {

FlywheelReport Simulate(const Scenario& scenario) {
  return SimulateFlywheel(scenario, Evaluate(scenario));
}

Drawing Draw(const Scenario& scenario, ChartSize size = kDeskChart,
             Language language = Language::kEnglish,
             const FlywheelReport* ghost = nullptr) {
  const ChartInput input(scenario, language);
  return FlywheelChart(input.context, input.Flywheel(), ghost, size.width,
                       size.height);
}

Drawing DrawCustomers(const Scenario& scenario, ChartSize size = kDeskChart,
                      Language language = Language::kEnglish) {
  const ChartInput input(scenario, language);
  return CustomersChart(input.context, input.Flywheel(), size.width,
                        size.height);
}

const Scenario& Turning() { return FindPreset("flywheel-turning")->scenario; }

// The profit lines that are dashed, or those that are not.
Polyline LineOf(const Drawing& drawing, bool dashed) {
  for (const Polyline& line : ShapesOf<Polyline>(drawing)) {
    if ((line.dash > 0) == dashed) return line;
  }
  ADD_FAILURE() << "no such line";
  return {};
}

bool HasText(const Drawing& drawing, std::string_view part) {
  const std::vector<TextShape> texts = ShapesOf<TextShape>(drawing);
  return std::any_of(texts.begin(), texts.end(), [&](const TextShape& text) {
    return text.text.find(part) != std::string::npos;
  });
}

std::vector<NamedScenario> FlywheelScenarios() {
  std::vector<NamedScenario> scenarios = HostileScenarios();
  scenarios.push_back({"turning", Turning()});
  Scenario one_month = Turning();
  one_month.flywheel.months = 1;
  scenarios.push_back({"one month", one_month});
  Scenario two_months = Turning();
  two_months.flywheel.months = 2;
  scenarios.push_back({"two months", two_months});
  Scenario unbounded = Turning();
  unbounded.flywheel.months = kMaxMonths;
  unbounded.flywheel.referral_conversion_rate = 1;
  for (SegmentHabits& segment : unbounded.flywheel.segments) {
    segment.referral_visits = 100;
    segment.repeat_orders = 100;
    segment.churn = 1e-4;
  }
  scenarios.push_back({"without bound", unbounded});
  Scenario loss = Turning();
  loss.gross_margin = 0;
  scenarios.push_back({"a loss every month", loss});
  return scenarios;
}

TEST(FlywheelChart, IsValidForEveryScenario) {
  for (const NamedScenario& named : FlywheelScenarios()) {
    SCOPED_TRACE(named.name);
    for (const ChartSize size : kChartSizes) {
      for (const Language language : kLanguages) {
        const Drawing profits = Draw(named.scenario, size, language);
        ExpectSound(profits);
        ExpectTextsApart(profits);
        const Drawing customers = DrawCustomers(named.scenario, size, language);
        ExpectSound(customers);
        ExpectTextsApart(customers);
      }
    }
  }
}

TEST(FlywheelChart, LinesHaveAPointForEveryMonth) {
  Scenario scenario = Turning();
  for (const int months : {2, 24, 120}) {
    scenario.flywheel.months = months;
    const Drawing drawing = Draw(scenario);
    for (const bool dashed : {false, true}) {
      const Polyline line = LineOf(drawing, dashed);
      ASSERT_EQ(line.points.size(), static_cast<size_t>(months));
      for (size_t t = 1; t < line.points.size(); ++t) {
        EXPECT_GT(line.points[t].x, line.points[t - 1].x);
      }
    }
  }
}

TEST(FlywheelChart, HeightIsProportionalToCumulativeProfit) {
  const FlywheelReport report = Simulate(Turning());
  const Drawing drawing = Draw(Turning());
  const Polyline wheel = LineOf(drawing, false);
  const Polyline funnel = LineOf(drawing, true);
  EXPECT_EQ(wheel.points.front(), funnel.points.front());
  // One scale for both: points of profit per point of height are the same.
  const auto height = [&](const Polyline& line, size_t t) {
    return wheel.points[0].y - line.points[t].y;
  };
  const double first = report.flywheel()[0].cumulative_profit;
  const double unit =
      (report.flywheel()[23].cumulative_profit - first) / height(wheel, 23);
  ASSERT_GT(unit, 0);
  for (size_t t = 1; t < 24; ++t) {
    EXPECT_NEAR(height(wheel, t) * unit,
                report.flywheel()[t].cumulative_profit - first, unit * 0.1);
    EXPECT_NEAR(height(funnel, t) * unit,
                report.funnel()[t].cumulative_profit - first, unit * 0.1);
  }
}

TEST(FlywheelChart, MarksWhereTheFlywheelOvertakes) {
  ASSERT_EQ(Simulate(Turning()).overtakes_in_month, 1);
  const Drawing ahead = Draw(Turning());
  EXPECT_TRUE(HasText(ahead, "ahead from month 1"));
  const std::vector<Circle> circles = ShapesOf<Circle>(ahead);
  ASSERT_EQ(circles.size(), 1u);
  EXPECT_EQ(circles[0].center, LineOf(ahead, false).points[1]);
  const Drawing never = Draw(FindPreset("funnel-thinking")->scenario);
  EXPECT_FALSE(HasText(never, "ahead"));
  EXPECT_TRUE(ShapesOf<Circle>(never).empty());
}

TEST(FlywheelChart, TheGhostIsTheFlywheelBeforeTheDrag) {
  const FlywheelReport before = Simulate(Turning());
  Scenario dragged = Turning();
  dragged.flywheel.segments[0].repeat_orders = 0;
  const Drawing drawing =
      Draw(dragged, kDeskChart, Language::kEnglish, &before);
  EXPECT_EQ(ShapesOf<Polyline>(drawing).size(),
            ShapesOf<Polyline>(Draw(dragged)).size() + 1);
  ExpectSound(drawing);
  ExpectTextsApart(drawing);
  // The ghost was ahead, so it ends higher.
  const std::vector<Polyline> lines = ShapesOf<Polyline>(drawing);
  EXPECT_LT(lines[0].points.back().y, lines[1].points.back().y);
}

TEST(FlywheelChart, AGhostWithMoreMonthsStaysInThePlot) {
  const FlywheelReport before = Simulate(Turning());
  for (const int months : {1, 2, 8}) {
    Scenario shorter = Turning();
    shorter.flywheel.months = months;
    const Drawing drawing =
        Draw(shorter, kDeskChart, Language::kEnglish, &before);
    ExpectSound(drawing);
    for (const Polyline& line : ShapesOf<Polyline>(drawing)) {
      EXPECT_LE(line.points.back().x, drawing.width);
    }
    // Nor does it stretch the axis.
    EXPECT_FALSE(HasText(drawing, "20M")) << months;
  }
}

TEST(FlywheelChart, NamesNoMonthWhenTheFlywheelFallsBehindAgain) {
  Scenario scenario = Turning();
  for (size_t cell = 0; cell < scenario.cells.size(); cell += kKindCount) {
    scenario.cells[cell].cost_per_click = 30;
  }
  scenario.flywheel.organic_growth = 0.02;
  scenario.flywheel.months = 48;
  for (SegmentHabits& segment : scenario.flywheel.segments) {
    segment.churn = 0.8;
    segment.repeat_orders = 0.2;
    segment.referral_visits = 0.1;
  }
  ASSERT_TRUE(Simulate(scenario).overtakes_in_month.has_value());
  EXPECT_FALSE(HasText(Draw(scenario), "ahead"));
}

TEST(FlywheelChart, OneMonthIsADot) {
  Scenario scenario = Turning();
  scenario.flywheel.months = 1;
  const Drawing drawing = Draw(scenario);
  EXPECT_TRUE(ShapesOf<Polyline>(drawing).empty());
  const std::vector<Circle> dots = ShapesOf<Circle>(drawing);
  ASSERT_EQ(dots.size(), 2u);
  EXPECT_EQ(dots[0].center, dots[1].center);
  EXPECT_TRUE(ShapesOf<Area>(DrawCustomers(scenario)).empty());
}

TEST(FlywheelChart, DescribesWhatItShows) {
  const FlywheelReport report = Simulate(Turning());
  for (const Language language : kLanguages) {
    const NumberFormat format = FormatFor(language);
    const Drawing drawing = Draw(Turning(), kDeskChart, language);
    ASSERT_EQ(drawing.marks.size(), 1u);
    for (const double profit : {report.flywheel()[23].cumulative_profit,
                                report.funnel()[23].cumulative_profit}) {
      EXPECT_NE(drawing.marks[0].label.find(format.CompactMoney(profit)),
                std::string::npos)
          << drawing.marks[0].label;
    }
  }
}

TEST(CustomersChart, SegmentsAreStacked) {
  const Drawing drawing = DrawCustomers(Turning());
  const std::vector<Area> areas = ShapesOf<Area>(drawing);
  ASSERT_EQ(areas.size(), 3u);
  for (size_t s = 1; s < areas.size(); ++s) {
    EXPECT_EQ(areas[s].lower, areas[s - 1].upper);
  }
  for (const Area& area : areas) {
    ASSERT_EQ(area.upper.size(), 24u);
    EXPECT_EQ(area.upper[0], area.lower[0]) << "nobody is active at first";
    for (size_t t = 0; t < 24; ++t) {
      EXPECT_LE(area.upper[t].y, area.lower[t].y);
    }
  }
}

TEST(CustomersChart, ThicknessIsProportionalToActiveCustomers) {
  const FlywheelReport report = Simulate(Turning());
  const std::vector<Area> areas = ShapesOf<Area>(DrawCustomers(Turning()));
  ASSERT_EQ(areas.size(), 3u);
  const auto thickness = [&](size_t s, size_t t) {
    return areas[s].lower[t].y - areas[s].upper[t].y;
  };
  const double unit = report.flywheel()[23].active[0] / thickness(0, 23);
  for (size_t s = 0; s < 3; ++s) {
    for (size_t t = 0; t < 24; ++t) {
      EXPECT_NEAR(thickness(s, t) * unit, report.flywheel()[t].active[s],
                  unit * 0.1);
    }
  }
}

TEST(CustomersChart, WithoutCustomersSaysSo) {
  const Drawing drawing = DrawCustomers(EmptyScenario());
  EXPECT_TRUE(ShapesOf<Area>(drawing).empty());
  EXPECT_TRUE(HasText(drawing, "No customers yet"));
  EXPECT_FALSE(HasText(DrawCustomers(Turning()), "No customers yet"));
}

TEST(CustomersChart, SegmentsAreLabelledAndDifferInHue) {
  for (const Language language : kLanguages) {
    const Drawing drawing = DrawCustomers(Turning(), kDeskChart, language);
    for (const Segment segment :
         {Segment::kPromoter, Segment::kPassive, Segment::kDetractor}) {
      EXPECT_TRUE(HasText(drawing, SegmentName(segment, language)));
    }
  }
  EXPECT_NE(SegmentInk(Segment::kPromoter), SegmentInk(Segment::kPassive));
  EXPECT_NE(SegmentInk(Segment::kPassive), SegmentInk(Segment::kDetractor));
  EXPECT_NE(SegmentInk(Segment::kPromoter), SegmentInk(Segment::kDetractor));
}

}  // namespace
}  // namespace sextant
