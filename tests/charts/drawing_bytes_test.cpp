// A Drawing that one module makes and another paints.
#include "charts/kit/drawing_bytes.h"

#include <gtest/gtest.h>

#include <string>

#include "charts/chart_svg.h"
#include "support/chart_scenarios.h"

namespace sextant {
namespace {

constexpr Chart kCharts[] = {Chart::kQuadrant, Chart::kMatrix, Chart::kFlywheel,
                             Chart::kCustomers, Chart::kWheel};

void ExpectSameMarks(const Drawing& a, const Drawing& b) {
  ASSERT_EQ(a.marks.size(), b.marks.size());
  for (size_t i = 0; i < a.marks.size(); ++i) {
    EXPECT_EQ(a.marks[i].cell, b.marks[i].cell);
    EXPECT_EQ(a.marks[i].label, b.marks[i].label);
    EXPECT_EQ(a.marks[i].bounds, b.marks[i].bounds);
  }
}

TEST(DrawingBytes, TheReaderGetsTheSamePicture) {
  for (const NamedScenario& named : HostileScenarios()) {
    for (const Language language : kLanguages) {
      const ChartInput input(named.scenario, language);
      for (const Chart chart : kCharts) {
        const Drawing drawing = DrawChart(chart, input.context, 640, 480);
        const auto read = ReadDrawingBytes(WriteDrawingBytes(drawing));
        ASSERT_TRUE(read) << named.name;
        ExpectSameDrawing(*read, drawing);
        ExpectSameMarks(*read, drawing);
      }
    }
  }
}

TEST(DrawingBytes, EveryMemberOfEveryShapeIsKept) {
  Drawing drawing(300, 200);
  const Paint half = {Ink::kMedium3, 0.5f};
  const Paint full = {Ink::kText, 1};
  drawing.shapes = {
      Line{{1, 2}, {3, 4}, full, 2, 5},
      Polygon{{{0, 0}, {1, 0}, {1, 1}}, half, Fill::kHatched, full, 3},
      Circle{{5, 6}, 7, half, Fill::kHatched, full, 4},
      Polyline{{{0, 1}, {2, 3}}, half, 6, 2},
      Area{{{0, 0}, {1, 0}}, {{0, 9}, {1, 8}}, half},
      TextShape{{9, 9}, "\"<&", full, TextSize::kHeading, Align::kEnd, true}};
  drawing.marks = {{2, "Social", {1, 2, 3, 4}}};
  const auto read = ReadDrawingBytes(WriteDrawingBytes(drawing));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->width, 300);
  EXPECT_EQ(read->height, 200);
  ExpectSameDrawing(*read, drawing);
  ExpectSameMarks(*read, drawing);
}

TEST(DrawingBytes, AnIncompleteDrawingIsRefused) {
  const ChartInput input(DefaultScenario());
  const std::string bytes =
      WriteDrawingBytes(DrawChart(Chart::kQuadrant, input.context, 300, 240));
  ASSERT_TRUE(ReadDrawingBytes(bytes));
  for (size_t size = 0; size < bytes.size(); ++size) {
    ASSERT_FALSE(ReadDrawingBytes(bytes.substr(0, size))) << size;
  }
}

}  // namespace
}  // namespace sextant
