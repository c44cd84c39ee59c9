#include "charts/kit/hatch.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "support/chart_scenarios.h"

namespace sextant {
namespace {

float Length(const HatchLine& line) {
  return std::hypot(line.to.x - line.from.x, line.to.y - line.from.y);
}

float TotalLength(const std::vector<HatchLine>& lines) {
  float total = 0;
  for (const HatchLine& line : lines) total += Length(line);
  return total;
}

std::vector<Point> Translated(std::vector<Point> points, float x, float y) {
  for (Point& point : points) point = {point.x + x, point.y + y};
  return points;
}

TEST(Hatch, LinesEndOnTheCircle) {
  for (float radius : {2.f, 5.f, 13.7f, 80.f}) {
    std::vector<HatchLine> lines;
    HatchCircle({40, 30}, radius, lines);
    EXPECT_FALSE(lines.empty());
    for (const HatchLine& line : lines) {
      for (Point point : {line.from, line.to}) {
        EXPECT_NEAR(std::hypot(point.x - 40, point.y - 30), radius, 1e-3);
      }
    }
  }
}

// Evenly spaced parallel lines measure an area.
TEST(Hatch, TotalLengthTimesSpacingIsTheArea) {
  std::vector<HatchLine> circle;
  HatchCircle({0, 0}, 200, circle);
  EXPECT_NEAR(TotalLength(circle) * kHatchSpacing, std::numbers::pi * 200 * 200,
              0.01 * 125663);
  std::vector<HatchLine> box;
  const std::vector<Point> corners = {{0, 0}, {300, 0}, {300, 200}, {0, 200}};
  HatchPolygon(corners, box);
  EXPECT_NEAR(TotalLength(box) * kHatchSpacing, 300 * 200, 0.01 * 60000);
}

TEST(Hatch, LinesOfAPolygonStayInside) {
  ChartRandom random(21);
  for (int i = 0; i < 100; ++i) {
    const float width = static_cast<float>(random.Magnitude(1, 300));
    const float height = static_cast<float>(random.Magnitude(1, 300));
    const std::vector<Point> corners = {{10, 20},
                                        {10 + width, 20},
                                        {10 + width, 20 + height},
                                        {10, 20 + height}};
    std::vector<HatchLine> lines;
    HatchPolygon(corners, lines);
    for (const HatchLine& line : lines) {
      for (Point point : {line.from, line.to}) {
        EXPECT_GE(point.x, 10 - 1e-3);
        EXPECT_LE(point.x, 10 + width + 1e-3);
        EXPECT_GE(point.y, 20 - 1e-3);
        EXPECT_LE(point.y, 20 + height + 1e-3);
      }
      EXPECT_NEAR(line.from.x + line.from.y, line.to.x + line.to.y, 1e-2);
    }
  }
}

TEST(Hatch, MovesWithItsShape) {
  const std::vector<Point> corners = {{0, 0}, {50, 0}, {50, 30}, {0, 30}};
  std::vector<HatchLine> here;
  std::vector<HatchLine> there;
  HatchPolygon(corners, here);
  HatchPolygon(Translated(corners, 3, 1), there);
  ASSERT_EQ(here.size(), there.size());
  for (size_t i = 0; i < here.size(); ++i) {
    EXPECT_NEAR(there[i].from.x - here[i].from.x, 3, 1e-3);
    EXPECT_NEAR(there[i].from.y - here[i].from.y, 1, 1e-3);
  }
}

TEST(Hatch, DegenerateShapesHaveNoLines) {
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  std::vector<HatchLine> lines;
  HatchCircle({0, 0}, 0, lines);
  HatchCircle({0, 0}, -3, lines);
  HatchCircle({kInfinity, 0}, 3, lines);
  HatchCircle({0, 0}, std::nanf(""), lines);
  HatchPolygon(std::vector<Point>{{0, 0}, {1, 1}}, lines);
  HatchPolygon(std::vector<Point>{{0, 0}, {kInfinity, 0}, {0, 1}}, lines);
  EXPECT_TRUE(lines.empty());
}

TEST(Hatch, HugeShapesHaveALimitedNumberOfLines) {
  std::vector<HatchLine> lines;
  HatchCircle({0, 0}, 1e9f, lines);
  EXPECT_LE(lines.size(), static_cast<size_t>(kMaxHatchLines));
  lines.clear();
  HatchPolygon(std::vector<Point>{{0, 0}, {1e9f, 0}, {1e9f, 1e9f}}, lines);
  EXPECT_LE(lines.size(), static_cast<size_t>(kMaxHatchLines));
}

}  // namespace
}  // namespace sextant
