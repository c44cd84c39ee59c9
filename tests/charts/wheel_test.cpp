#include "charts/wheel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "support/chart_scenarios.h"

namespace sextant {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;
constexpr ChartSize kWheelSizes[] = {
    {200, 180}, kSmallChart, kPhoneChart, {420, 420}, kDeskChart};

Drawing Draw(const Scenario& scenario, float turn = 0,
             ChartSize size = {420, 420},
             Language language = Language::kEnglish) {
  const ChartInput input(scenario, language);
  return WheelPicture(input.context, input.Flywheel(), turn, size.width,
                      size.height);
}

Scenario WithMomentum(double rate) {
  Scenario scenario = FindPreset("flywheel-turning")->scenario;
  scenario.flywheel.referral_conversion_rate = rate;
  return scenario;
}

// The three arcs are wide, the arrows on them are thin.
std::vector<Polyline> Arcs(const Drawing& drawing) {
  std::vector<Polyline> arcs = ShapesOf<Polyline>(drawing);
  std::erase_if(arcs, [](const Polyline& line) { return line.width < 10; });
  return arcs;
}

std::vector<Polyline> Arrows(const Drawing& drawing) {
  std::vector<Polyline> arrows = ShapesOf<Polyline>(drawing);
  std::erase_if(arrows, [](const Polyline& line) { return line.width >= 10; });
  return arrows;
}

bool HasText(const Drawing& drawing, std::string_view text) {
  const std::vector<TextShape> texts = ShapesOf<TextShape>(drawing);
  return std::any_of(texts.begin(), texts.end(), [&](const TextShape& shape) {
    return shape.text == text;
  });
}

TEST(Wheel, IsValidAtEverySizeAndAngle) {
  for (const double rate : {0.0, 0.03, 1.0}) {
    for (const ChartSize size : kWheelSizes) {
      for (const Language language : kLanguages) {
        for (const float turn : {0.f, 1.f, 100.f, -3.f}) {
          const Drawing drawing =
              Draw(WithMomentum(rate), turn, size, language);
          ExpectSound(drawing);
          ExpectTextsApart(drawing);
        }
      }
    }
  }
}

TEST(Wheel, LabelsItsThreePartsWhereThereIsRoom) {
  for (const Language language : kLanguages) {
    const Drawing drawing = Draw(WithMomentum(0.03), 0, {420, 420}, language);
    for (const WheelPart part :
         {WheelPart::kAttract, WheelPart::kEngage, WheelPart::kDelight}) {
      EXPECT_TRUE(HasText(drawing, WheelName(part, language)));
    }
  }
}

TEST(Wheel, ArcsAreOnOneCircleAndDoNotMove) {
  const Drawing drawing = Draw(WithMomentum(0.03));
  const std::vector<Polyline> arcs = Arcs(drawing);
  ASSERT_EQ(arcs.size(), 3u);
  const Point center = {210, 24 + (420 - 24) / 2};
  const auto radius = [&](Point point) {
    return std::hypot(point.x - center.x, point.y - center.y);
  };
  for (const Polyline& arc : arcs) {
    for (const Point point : arc.points) {
      EXPECT_NEAR(radius(point), radius(arcs[0].points[0]), 0.05);
    }
  }
  const std::vector<Polyline> turned = Arcs(Draw(WithMomentum(0.03), 0.7f));
  ASSERT_EQ(turned.size(), 3u);
  for (size_t i = 0; i < 3; ++i) EXPECT_EQ(turned[i].points, arcs[i].points);
}

TEST(Wheel, ArrowsMoveClockwiseByTheAngle) {
  const Point center = {210, 24 + (420 - 24) / 2};
  const auto angle = [&](const Polyline& arrow) {
    const Point tip = arrow.points[1];
    return std::atan2(tip.x - center.x, center.y - tip.y);
  };
  const std::vector<Polyline> still = Arrows(Draw(WithMomentum(0.03)));
  for (const float turn : {0.1f, 1.5f, 3.f, 40.f}) {
    const std::vector<Polyline> moved = Arrows(Draw(WithMomentum(0.03), turn));
    ASSERT_EQ(moved.size(), still.size());
    for (size_t i = 0; i < still.size(); ++i) {
      const float by = angle(moved[i]) - angle(still[i]) - turn;
      EXPECT_NEAR(by - 2 * kPi * std::round(by / (2 * kPi)), 0, 0.001);
    }
  }
}

TEST(Wheel, ShowsTheLongRunMultiplier) {
  const Scenario scenario = WithMomentum(0.03);
  const FlywheelReport report = SimulateFlywheel(scenario, Evaluate(scenario));
  for (const Language language : kLanguages) {
    const NumberFormat format = FormatFor(language);
    const std::string multiplier =
        "×" + format.Ratio(*report.long_run_multiplier);
    const Drawing drawing = Draw(scenario, 0, {420, 420}, language);
    EXPECT_TRUE(HasText(drawing, multiplier));
    ASSERT_EQ(drawing.marks.size(), 1u);
    for (const std::string& part :
         {multiplier, format.Ratio(report.momentum)}) {
      EXPECT_NE(drawing.marks[0].label.find(part), std::string::npos)
          << drawing.marks[0].label;
    }
  }
}

TEST(Wheel, WithoutLimitItShowsNoNumber) {
  const Drawing drawing = Draw(WithMomentum(1));
  EXPECT_TRUE(HasText(drawing, "∞"));
  EXPECT_TRUE(HasText(drawing, "without limit"));
  const Drawing idle = Draw(WithMomentum(0));
  EXPECT_TRUE(HasText(idle, "×1"));
  EXPECT_FALSE(HasText(idle, "without limit"));
}

}  // namespace
}  // namespace sextant
