#include "charts/matrix_chart.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "charts/share_bar.h"
#include "support/chart_scenarios.h"

namespace sextant {
namespace {

Drawing Draw(const Scenario& scenario, ChartSize size = kDeskChart,
             Language language = Language::kEnglish, int highlighted = -1,
             const Scenario* before = nullptr) {
  ChartInput input(scenario, language, before);
  input.context.highlighted_cell = highlighted;
  return MatrixChart(input.context, size.width, size.height);
}

Drawing DrawShares(const Scenario& scenario, float width) {
  return ShareBar(ChartInput(scenario).context, width, kShareBarHeight);
}

TEST(MatrixChart, WidthIsVisitsAndHeightIsValuePerVisit) {
  const Scenario& scenario = DefaultScenario();
  const Report report = Evaluate(scenario);
  const Drawing drawing = Draw(scenario);
  ASSERT_EQ(drawing.marks.size(), 6u);
  const Mark& first = drawing.marks[0];
  for (const Mark& mark : drawing.marks) {
    const double visits =
        scenario.cells[mark.cell].visits / scenario.cells[0].visits;
    // Between two blocks there is a gap of one point.
    EXPECT_NEAR((mark.bounds.width + 1) / (first.bounds.width + 1), visits,
                0.01);
    const double value = report.cells()[mark.cell].value_per_visit /
                         report.cells()[0].value_per_visit;
    EXPECT_NEAR(mark.bounds.height / first.bounds.height, value, 0.01);
  }
}

TEST(MatrixChart, BlocksAreSideBySideInTheOrderOfCells) {
  ChartRandom random(11);
  for (int i = 0; i < 150; ++i) {
    const Drawing drawing = Draw(RandomScenario(random), kChartSizes[i % 3]);
    for (size_t m = 1; m < drawing.marks.size(); ++m) {
      EXPECT_GT(drawing.marks[m].cell, drawing.marks[m - 1].cell);
      EXPECT_GE(drawing.marks[m].bounds.x,
                drawing.marks[m - 1].bounds.right() - 0.01f);
      EXPECT_NEAR(drawing.marks[m].bounds.bottom(),
                  drawing.marks[0].bounds.bottom(), 0.01);
    }
  }
}

TEST(MatrixChart, BlocksStayInsideAndNeverVanish) {
  ChartRandom random(12);
  for (int i = 0; i < 150; ++i) {
    const Drawing drawing = Draw(RandomScenario(random), kChartSizes[i % 3]);
    ExpectSound(drawing);
    for (const Mark& mark : drawing.marks) {
      EXPECT_GE(mark.bounds.width, 1.5f);
      EXPECT_GE(mark.bounds.height, 1.5f);
      EXPECT_GE(mark.bounds.x, 0);
      EXPECT_LE(mark.bounds.right(), drawing.width);
      EXPECT_GE(mark.bounds.y, 0);
    }
  }
}

TEST(MatrixChart, CellWithoutVisitsHasNoBlock) {
  Scenario scenario = DefaultScenario();
  scenario.cells[2].visits = 0;
  const Drawing drawing = Draw(scenario);
  EXPECT_EQ(FindMark(drawing, 2), nullptr);
  EXPECT_EQ(drawing.marks.size(), 5u);
}

TEST(MatrixChart, BlockWithoutRoomForALabelStillHasAMark) {
  Scenario scenario = DefaultScenario();
  scenario.cells[1].visits = 1e8;
  const Drawing drawing = Draw(scenario, kSmallChart);
  ASSERT_EQ(drawing.marks.size(), 6u);
  EXPECT_NE(drawing.marks[5].label.find("Integrated marketing · Paid"),
            std::string::npos);
}

TEST(MatrixChart, UnchangedGhostIsNotDrawn) {
  ExpectSameDrawing(Draw(DefaultScenario()),
                    Draw(DefaultScenario(), kDeskChart, Language::kEnglish, -1,
                         &DefaultScenario()));
}

// How many of the blocks that `before` alone has are outlined in the chart of
// `after`, which compares with it.
int BlocksOutlined(const Scenario& before, const Scenario& after) {
  const Drawing drawing =
      Draw(after, kDeskChart, Language::kEnglish, -1, &before);
  int found = 0;
  for (const Polygon& polygon : ShapesOf<Polygon>(drawing)) {
    for (const Mark& mark : Draw(before).marks) {
      const Point corner = {mark.bounds.x, mark.bounds.y};
      if (polygon.fill.alpha == 0 &&
          std::fabs(polygon.points[0].x - corner.x) < 0.5f &&
          std::fabs(polygon.points[0].y - corner.y) < 0.5f) {
        ++found;
      }
    }
  }
  return found;
}

TEST(MatrixChart, GhostIsWhereTheBlocksWere) {
  const Scenario& before = DefaultScenario();
  Scenario after = before;
  for (Cell& cell : after.cells) cell.visits /= 2;
  EXPECT_EQ(BlocksOutlined(before, after), 6);
}

// A report alone does not say how many visits came to cells that sold and cost
// nothing.
TEST(MatrixChart, GhostKnowsTheVisitsOfCellsWithoutOrdersOrSpend) {
  Scenario before = DefaultScenario();
  for (const int cell : {0, 1, 2}) {
    before.cells[cell].conversion_rate = 0;
    before.cells[cell].cost_per_click = 0;
    before.cells[cell].fixed_cost = 0;
  }
  Scenario after = before;
  for (Cell& cell : after.cells) cell.visits /= 2;
  EXPECT_EQ(BlocksOutlined(before, after), 6);
}

TEST(MatrixChart, TextsDoNotOverlap) {
  for (const Preset& preset : Presets()) {
    for (Language language : kLanguages) {
      for (ChartSize size : kChartSizes) {
        for (int highlighted = -1; highlighted < 6; ++highlighted) {
          SCOPED_TRACE(std::string(preset.id) + " " +
                       std::to_string(size.width) + " " +
                       std::to_string(highlighted));
          ExpectTextsApart(Draw(preset.scenario, size, language, highlighted));
        }
      }
    }
  }
}

TEST(MatrixChart, TextsDoNotOverlapInAnyScenario) {
  ChartRandom random(13);
  for (int i = 0; i < 150; ++i) {
    SCOPED_TRACE(i);
    ExpectTextsApart(Draw(RandomScenario(random), kChartSizes[i % 3],
                          kLanguages[i % 2], i % 5 - 1));
  }
}

TEST(MatrixChart, IsValidForExtremeScenarios) {
  for (const NamedScenario& hostile : HostileScenarios()) {
    SCOPED_TRACE(hostile.name);
    for (ChartSize size : {kSmallChart, kDeskChart, ChartSize{1, 1}}) {
      ExpectSound(Draw(hostile.scenario, size));
    }
  }
}

TEST(MatrixChart, WithoutRevenueItSaysWhatToDo) {
  for (Language language : kLanguages) {
    const Drawing drawing = Draw(EmptyScenario(), kPhoneChart, language);
    EXPECT_TRUE(drawing.marks.empty());
    EXPECT_GE(ShapesOf<TextShape>(drawing).size(), 3u);
    ExpectTextsApart(drawing);
  }
}

TEST(MatrixChart, SameInputSameDrawing) {
  ExpectSameDrawing(Draw(DefaultScenario()), Draw(DefaultScenario()));
}

TEST(ShareBar, PartsAreTheSharesOfRevenue) {
  const Report report = Evaluate(DefaultScenario());
  const Drawing drawing = DrawShares(DefaultScenario(), 600);
  ASSERT_EQ(drawing.marks.size(), 6u);
  for (const Mark& mark : drawing.marks) {
    EXPECT_NEAR((mark.bounds.width + 1.5) / 600,
                *report.cells()[mark.cell].revenue_share, 1e-3);
  }
  ExpectSound(drawing);
}

TEST(ShareBar, IsEmptyWithoutRevenueAndValidForEveryScenario) {
  const Drawing empty = DrawShares(EmptyScenario(), 600);
  EXPECT_TRUE(empty.shapes.empty());
  EXPECT_TRUE(empty.marks.empty());
  for (const NamedScenario& hostile : HostileScenarios()) {
    SCOPED_TRACE(hostile.name);
    ExpectSound(DrawShares(hostile.scenario, 200));
  }
}

}  // namespace
}  // namespace sextant
