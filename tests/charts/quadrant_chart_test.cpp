#include "charts/quadrant_chart.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/model/validation.h"
#include "support/chart_scenarios.h"
#include "words/names.h"

namespace sextant {
namespace {

struct Chart {
  Report report;
  QuadrantScale scale;
  Drawing drawing;
};

Chart Draw(const Scenario& scenario, ChartSize size = kDeskChart,
           Language language = Language::kEnglish, int highlighted = -1,
           const Scenario* before = nullptr) {
  ChartInput input(scenario, language, before);
  input.context.highlighted_cell = highlighted;
  Chart chart;
  chart.report = input.report;
  chart.scale = FitQuadrantScale(input.context, size.width, size.height);
  chart.drawing =
      QuadrantChart(input.context, chart.scale, size.width, size.height);
  return chart;
}

QuadrantScale Scale(const Scenario& scenario,
                    const QuadrantScale* kept = nullptr,
                    const Scenario* before = nullptr) {
  const ChartInput input(scenario, Language::kEnglish, before);
  return FitQuadrantScale(input.context, 640, 400, kept);
}

bool IsOneTwoFive(double value) {
  const double exponent = std::floor(std::log10(value * (1 + 1e-9)));
  const double leading = value / std::pow(10.0, exponent);
  return std::fabs(leading - 1) < 1e-6 || std::fabs(leading - 2) < 1e-6 ||
         std::fabs(leading - 5) < 1e-6;
}

TEST(QuadrantScale, CheaperIsRightAndUp) {
  const QuadrantScale scale = {{50, 20, 300, 200}, 1, 100, 10, 10000};
  EXPECT_GT(scale.X(2), scale.X(20));
  EXPECT_LT(scale.Y(50), scale.Y(500));
  EXPECT_FLOAT_EQ(scale.X(1), 350);
  EXPECT_FLOAT_EQ(scale.X(100), 50);
  EXPECT_FLOAT_EQ(scale.Y(10), 20);
  EXPECT_FLOAT_EQ(scale.Y(10000), 220);
}

TEST(QuadrantScale, PointsAndMoneyAreInverse) {
  const QuadrantScale scale = {{50, 20, 300, 200}, 0.5, 200, 20, 5000};
  for (double cpc : {0.5, 1.0, 7.7, 199.0}) {
    EXPECT_NEAR(scale.Cpc(scale.X(cpc)) / cpc, 1, 1e-5);
  }
  for (double cpa : {20.0, 349.0, 4999.0}) {
    EXPECT_NEAR(scale.Cpa(scale.Y(cpa)) / cpa, 1, 1e-5);
  }
}

TEST(QuadrantScale, ClampsValuesBeyondItsEnds) {
  const QuadrantScale scale = {{50, 20, 300, 200}, 1, 100, 10, 10000};
  EXPECT_FLOAT_EQ(scale.X(0), 350);
  EXPECT_FLOAT_EQ(scale.X(1e9), 50);
  EXPECT_FLOAT_EQ(scale.X(std::nan("")), 350);
  EXPECT_DOUBLE_EQ(scale.Cpc(-1000), 100);
  EXPECT_DOUBLE_EQ(scale.Cpa(1e6f), 10000);
  EXPECT_DOUBLE_EQ(scale.Cpa(std::nanf("")), 10);
}

TEST(FitQuadrantScale, EndsAtRoundNumbersAtLeastADecadeApart) {
  ChartRandom random(1);
  for (int i = 0; i < 300; ++i) {
    const QuadrantScale scale = Scale(RandomScenario(random));
    for (double end : {scale.minimum_cpc, scale.maximum_cpc, scale.minimum_cpa,
                       scale.maximum_cpa}) {
      EXPECT_TRUE(IsOneTwoFive(end)) << end;
    }
    EXPECT_GE(scale.maximum_cpc / scale.minimum_cpc, 10 - 1e-6);
    EXPECT_GE(scale.maximum_cpa / scale.minimum_cpa, 10 - 1e-6);
  }
}

TEST(FitQuadrantScale, DoesNotJitterWhenNumbersHardlyMove) {
  Scenario scenario = DefaultScenario();
  const QuadrantScale before = Scale(scenario);
  scenario.cells[1].cost_per_click *= 1.02;
  const QuadrantScale after = Scale(scenario);
  EXPECT_EQ(before.minimum_cpc, after.minimum_cpc);
  EXPECT_EQ(before.maximum_cpc, after.maximum_cpc);
  EXPECT_EQ(before.minimum_cpa, after.minimum_cpa);
  EXPECT_EQ(before.maximum_cpa, after.maximum_cpa);
}

TEST(FitQuadrantScale, ShowsThresholdsAndTheGhost) {
  Scenario scenario = DefaultScenario();
  scenario.thresholds = {Thresholds::Mode::kTarget, 0.02, 90000};
  Scenario before = DefaultScenario();
  before.cells[1].cost_per_click = 900;
  const QuadrantScale scale = Scale(scenario, nullptr, &before);
  EXPECT_LT(scale.minimum_cpc, 0.02);
  EXPECT_GT(scale.maximum_cpc, 900);
  EXPECT_GT(scale.maximum_cpa, 90000);
}

bool HaveSameRange(const QuadrantScale& a, const QuadrantScale& b) {
  return a.minimum_cpc == b.minimum_cpc && a.maximum_cpc == b.maximum_cpc &&
         a.minimum_cpa == b.minimum_cpa && a.maximum_cpa == b.maximum_cpa;
}

TEST(FitQuadrantScale, KeepsTheAxesWhileEveryBubbleIsInside) {
  Scenario scenario = DefaultScenario();
  QuadrantScale fresh = Scale(scenario);
  QuadrantScale kept = fresh;
  int fresh_changes = 0;
  int kept_changes = 0;
  double& price = scenario.cells[CellIndex(0, Kind::kPaid)].cost_per_click;
  for (price = 3; price < 300; price *= 1.02) {
    const QuadrantScale next = Scale(scenario);
    if (!HaveSameRange(next, fresh)) ++fresh_changes;
    fresh = next;
    const QuadrantScale last = kept;
    kept = Scale(scenario, &last);
    if (!HaveSameRange(kept, last)) ++kept_changes;
    const Report report = Evaluate(scenario);
    for (const CellMetrics& metrics : report.cells()) {
      EXPECT_GT(kept.X(*metrics.effective_cpc), kept.plot.x + 20);
      EXPECT_LT(kept.X(*metrics.effective_cpc), kept.plot.right() - 20);
    }
  }
  EXPECT_GE(kept_changes, 1);
  EXPECT_LT(kept_changes, fresh_changes);
}

TEST(FitQuadrantScale, FitsAgainWhenTheBubblesTakeASmallPart) {
  const QuadrantScale kept = {{}, 0.01, 10000, 1, 1e6};
  EXPECT_TRUE(
      HaveSameRange(Scale(DefaultScenario(), &kept), Scale(DefaultScenario())));
}

TEST(FitQuadrantScale, KeepsTheAxesButNotThePlotInAnotherSize) {
  const ChartInput input(DefaultScenario());
  const QuadrantScale wide = FitQuadrantScale(input.context, 900, 400);
  const QuadrantScale narrow = FitQuadrantScale(input.context, 320, 228, &wide);
  EXPECT_TRUE(HaveSameRange(wide, narrow));
  EXPECT_EQ(narrow.plot, FitQuadrantScale(input.context, 320, 228).plot);
}

TEST(QuadrantChart, BubblesStayInsideThePlot) {
  ChartRandom random(2);
  for (int i = 0; i < 200; ++i) {
    const ChartSize size = kChartSizes[i % 3];
    const Chart chart = Draw(RandomScenario(random), size);
    ExpectSound(chart.drawing);
    for (const Mark& mark : chart.drawing.marks) {
      EXPECT_GE(mark.bounds.x, chart.scale.plot.x - 0.1f);
      EXPECT_LE(mark.bounds.right(), chart.scale.plot.right() + 0.1f);
      EXPECT_GE(mark.bounds.y, chart.scale.plot.y - 0.1f);
      EXPECT_LE(mark.bounds.bottom(), chart.scale.plot.bottom() + 0.1f);
    }
  }
}

TEST(QuadrantChart, EveryPlacedCellHasABubbleAtItsCpcAndCpa) {
  ChartRandom random(3);
  for (int i = 0; i < 200; ++i) {
    const Chart chart = Draw(RandomScenario(random));
    const auto cells = chart.report.cells();
    for (int cell = 0; cell < static_cast<int>(cells.size()); ++cell) {
      const Mark* mark = FindMark(chart.drawing, cell);
      ASSERT_EQ(mark != nullptr, cells[cell].quadrant.has_value()) << cell;
      if (!mark) continue;
      const Point center = Center(mark->bounds);
      EXPECT_NEAR(center.x, chart.scale.X(*cells[cell].effective_cpc), 0.05);
      if (!cells[cell].cpa) continue;
      EXPECT_NEAR(center.y, chart.scale.Y(*cells[cell].cpa), 0.05);
    }
  }
}

TEST(QuadrantChart, QuadrantsAreInTheRightCorners) {
  ChartRandom random(4);
  for (int i = 0; i < 200; ++i) {
    const Chart chart = Draw(RandomScenario(random));
    const ThresholdValues& thresholds = chart.report.thresholds;
    if (!thresholds.cpc || !thresholds.cpa) continue;
    for (const Mark& mark : chart.drawing.marks) {
      const Quadrant quadrant = *chart.report.cells()[mark.cell].quadrant;
      const Point center = Center(mark.bounds);
      const bool right = center.x > chart.scale.X(*thresholds.cpc) + 0.1f;
      const bool left = center.x < chart.scale.X(*thresholds.cpc) - 0.1f;
      const bool up = center.y < chart.scale.Y(*thresholds.cpa) - 0.1f;
      const bool down = center.y > chart.scale.Y(*thresholds.cpa) + 0.1f;
      if (right && up) {
        EXPECT_EQ(quadrant, Quadrant::kLowCpcLowCpa);
      }
      if (left && up) {
        EXPECT_EQ(quadrant, Quadrant::kHighCpcLowCpa);
      }
      if (left && down) {
        EXPECT_EQ(quadrant, Quadrant::kHighCpcHighCpa);
      }
      if (right && down) {
        EXPECT_EQ(quadrant, Quadrant::kLowCpcHighCpa);
      }
    }
  }
}

// What is written in it, with blanks between.
std::string Writing(const Chart& chart) {
  std::string all;
  for (const TextShape& text : ShapesOf<TextShape>(chart.drawing)) {
    all += text.text;
    all += ' ';
  }
  return all;
}

TEST(QuadrantChart, DoesNotWriteOfFailureWhereACellEarns) {
  Scenario scenario = EmptyScenario();
  scenario.thresholds = {Thresholds::Mode::kTarget, 10, 500};
  scenario.cells[1] = {1000, 0.02, 2000, 20, 0, 1};  // III; earns nothing
  scenario.cells[3] = {1000, 0.05, 2000, 5, 0, 1};
  scenario.gross_margin = 0.4;
  EXPECT_NE(Writing(Draw(scenario)).find("page fail"), std::string::npos);
  scenario.gross_margin = 0.6;
  const std::string earning = Writing(Draw(scenario));
  EXPECT_EQ(earning.find("fail"), std::string::npos) << earning;
  EXPECT_NE(earning.find("costly clicks"), std::string::npos) << earning;
}

TEST(QuadrantChart, NamesTheYardstickOnItsLines) {
  constexpr const char* kNames[] = {"average NT$", "break-even NT$",
                                    "target NT$"};
  for (int mode = 0; mode < 3; ++mode) {
    Scenario scenario = DefaultScenario();
    scenario.thresholds = {static_cast<Thresholds::Mode>(mode), 10, 250};
    const std::string writing = Writing(Draw(scenario));
    for (int i = 0; i < 3; ++i) {
      EXPECT_EQ(writing.find(kNames[i]) != std::string::npos, i == mode)
          << writing;
    }
  }
}

TEST(QuadrantChart, AreaIsProportionalToRevenue) {
  ChartRandom random(5);
  for (int i = 0; i < 100; ++i) {
    const Chart chart = Draw(RandomScenario(random));
    const auto cells = chart.report.cells();
    for (const Mark& a : chart.drawing.marks) {
      for (const Mark& b : chart.drawing.marks) {
        if (!cells[a.cell].cpa || !cells[b.cell].cpa) continue;
        constexpr float kSmallest = 10;
        if (a.bounds.width <= kSmallest || b.bounds.width <= kSmallest) {
          EXPECT_GE(a.bounds.width, kSmallest - 0.001f);
          continue;
        }
        const double areas = std::pow(a.bounds.width / b.bounds.width, 2);
        const double revenues = cells[a.cell].revenue / cells[b.cell].revenue;
        EXPECT_NEAR(areas / revenues, 1, 1e-3);
      }
    }
  }
}

TEST(QuadrantChart, SmallBubblesAreInFrontOfLargeOnes) {
  ChartRandom random(6);
  for (int i = 0; i < 50; ++i) {
    const Chart chart = Draw(RandomScenario(random));
    for (size_t m = 1; m < chart.drawing.marks.size(); ++m) {
      EXPECT_LE(chart.drawing.marks[m].bounds.width,
                chart.drawing.marks[m - 1].bounds.width);
    }
  }
}

TEST(QuadrantChart, TheHighlightedBubbleIsInFrontAndLabelled) {
  const Scenario& scenario = DefaultScenario();
  for (ChartSize size : kChartSizes) {
    for (int cell = 0; cell < 6; ++cell) {
      const Chart chart = Draw(scenario, size, Language::kEnglish, cell);
      EXPECT_EQ(chart.drawing.marks.back().cell, cell);
      ExpectTextsApart(chart.drawing);
      const auto texts = ShapesOf<TextShape>(chart.drawing);
      EXPECT_TRUE(std::any_of(
          texts.begin(), texts.end(),
          [&](const TextShape& text) {
            const Language language = Language::kEnglish;
            return text.bold &&
                   (text.text == CellName(scenario, cell, language) ||
                    text.text == ShortCellName(scenario, cell, language));
          }))
          << cell;
    }
  }
}

TEST(QuadrantChart, TheSelectedBubbleHasARing) {
  const Scenario& scenario = DefaultScenario();
  for (int cell = 0; cell < 6; ++cell) {
    ChartInput input(scenario);
    const auto circles = [&] {
      return ShapesOf<Circle>(QuadrantChart(
          input.context, FitQuadrantScale(input.context, 340, 228), 340, 228));
    };
    const size_t without = circles().size();
    input.context.selected_cell = cell;
    EXPECT_EQ(circles().size(), without + 1);
  }
}

TEST(QuadrantChart, PaidIsSolidAndOrganicHatched) {
  const Chart chart = Draw(DefaultScenario());
  int hatched = 0;
  for (const Circle& circle : ShapesOf<Circle>(chart.drawing)) {
    if (circle.fill_style == Fill::kHatched) ++hatched;
  }
  EXPECT_EQ(hatched, 3);
}

TEST(QuadrantChart, CellWithoutOrdersSitsOnTheBottomEdgeAndSaysSo) {
  Scenario scenario = DefaultScenario();
  scenario.cells[1].conversion_rate = 0;
  const Chart chart = Draw(scenario);
  const Mark* mark = FindMark(chart.drawing, 1);
  ASSERT_NE(mark, nullptr);
  EXPECT_GT(mark->bounds.bottom(), chart.scale.plot.bottom() - 4);
  EXPECT_NE(mark->label.find("no orders"), std::string::npos);
  const auto texts = ShapesOf<TextShape>(chart.drawing);
  EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [](const auto& text) {
    return text.text.find("no orders") != std::string::npos;
  }));
}

TEST(QuadrantChart, CellWithoutSpendIsNotPlaced) {
  Scenario scenario = DefaultScenario();
  scenario.cells[0].fixed_cost = 0;
  scenario.cells[0].cost_per_click = 0;
  EXPECT_EQ(FindMark(Draw(scenario).drawing, 0), nullptr);
}

TEST(QuadrantChart, WhenNothingIsPlacedItSaysWhatToDo) {
  for (Language language : kLanguages) {
    const Chart chart = Draw(EmptyScenario(), kPhoneChart, language);
    EXPECT_TRUE(chart.drawing.marks.empty());
    ExpectTextsApart(chart.drawing);
    const auto texts = ShapesOf<TextShape>(chart.drawing);
    const Rect& plot = chart.scale.plot;
    EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [&](const auto& text) {
      return text.align == Align::kCenter && plot.contains(text.anchor);
    }));
  }
}

TEST(QuadrantChart, TextsDoNotOverlap) {
  for (const Preset& preset : Presets()) {
    for (Language language : kLanguages) {
      for (ChartSize size : kChartSizes) {
        SCOPED_TRACE(std::string(preset.id) + " " + std::to_string(size.width));
        ExpectTextsApart(Draw(preset.scenario, size, language).drawing);
      }
    }
  }
}

TEST(QuadrantChart, TextsDoNotOverlapInAnyScenario) {
  ChartRandom random(7);
  for (int i = 0; i < 150; ++i) {
    SCOPED_TRACE(i);
    const Scenario scenario = RandomScenario(random);
    ExpectTextsApart(
        Draw(scenario, kChartSizes[i % 3], kLanguages[i % 2], i % 5 - 1)
            .drawing);
  }
}

TEST(QuadrantChart, IsValidForExtremeScenarios) {
  for (const NamedScenario& hostile : HostileScenarios()) {
    SCOPED_TRACE(hostile.name);
    ASSERT_FALSE(Validate(hostile.scenario));
    for (ChartSize size : {kSmallChart, kDeskChart, ChartSize{1, 1}}) {
      ExpectSound(Draw(hostile.scenario, size).drawing);
    }
  }
}

TEST(QuadrantChart, SameInputSameDrawing) {
  const Scenario& before = Presets()[1].scenario;
  ExpectSameDrawing(
      Draw(DefaultScenario(), kDeskChart, Language::kEnglish, 2, &before)
          .drawing,
      Draw(DefaultScenario(), kDeskChart, Language::kEnglish, 2, &before)
          .drawing);
}

TEST(QuadrantChart, GhostOutlinesOnlyWhatMoved) {
  const Scenario& before = DefaultScenario();
  Scenario moved = DefaultScenario();
  moved.cells[3].cost_per_click *= 2;
  const size_t still = ShapesOf<Circle>(Draw(DefaultScenario(), kDeskChart,
                                             Language::kEnglish, -1, &before)
                                            .drawing)
                           .size();
  EXPECT_EQ(still, ShapesOf<Circle>(Draw(DefaultScenario()).drawing).size());
  const auto circles = ShapesOf<Circle>(
      Draw(moved, kDeskChart, Language::kEnglish, -1, &before).drawing);
  EXPECT_EQ(circles.size(), still + 1);
}

// The diagonals are where the chart says a conversion rate is constant.
TEST(QuadrantChart, DiagonalsJoinPointsOfEqualConversionRate) {
  const Chart chart = Draw(DefaultScenario());
  const double rates[] = {0.005, 0.01, 0.02, 0.05, 0.1};
  int diagonals = 0;
  for (const Line& line : ShapesOf<Line>(chart.drawing)) {
    const bool straight = std::fabs(line.from.x - line.to.x) < 0.01f ||
                          std::fabs(line.from.y - line.to.y) < 0.01f;
    if (straight || line.width != 1) continue;
    ++diagonals;
    for (Point point : {line.from, line.to}) {
      const double rate = chart.scale.Cpc(point.x) / chart.scale.Cpa(point.y);
      EXPECT_TRUE(
          std::any_of(std::begin(rates), std::end(rates),
                      [&](double r) { return std::fabs(rate / r - 1) < 1e-3; }))
          << rate;
    }
  }
  EXPECT_GE(diagonals, 4);
}

TEST(QuadrantChart, ABubbleOnADiagonalHasItsConversionRate) {
  const Scenario& scenario = DefaultScenario();
  const Chart chart = Draw(scenario);
  for (const Mark& mark : chart.drawing.marks) {
    const Point center = Center(mark.bounds);
    const double rate = chart.scale.Cpc(center.x) / chart.scale.Cpa(center.y);
    EXPECT_NEAR(rate / scenario.cells[mark.cell].conversion_rate, 1, 1e-3);
  }
}

TEST(MoveBubble, LandsUnderThePointerWherePossible) {
  ChartRandom random(8);
  int landed = 0;
  for (int i = 0; i < 2000; ++i) {
    Scenario scenario = RandomScenario(random);
    const QuadrantScale scale = Scale(scenario);
    const int cell = static_cast<int>(random.Unit() * scenario.cells.size());
    const Point target = {
        static_cast<float>(random.Between(scale.plot.x, scale.plot.right())),
        static_cast<float>(random.Between(scale.plot.y, scale.plot.bottom()))};
    const auto move = MoveBubble(scenario, cell, scale, target);
    ASSERT_EQ(move.has_value(), scenario.cells[cell].visits > 0);
    if (!move) continue;
    Cell& moved = scenario.cells[cell];
    moved.cost_per_click = move->cost_per_click;
    moved.conversion_rate = move->conversion_rate;
    ASSERT_FALSE(Validate(scenario));
    const double cpc = scale.Cpc(target.x);
    const bool reachable = cpc > moved.fixed_cost / moved.visits * 1.001 &&
                           cpc <= 1e6 && cpc <= scale.Cpa(target.y);
    if (!reachable) continue;
    const CellMetrics metrics = Evaluate(scenario).cells()[cell];
    ASSERT_TRUE(metrics.effective_cpc && metrics.cpa);
    EXPECT_NEAR(scale.X(*metrics.effective_cpc), target.x, 0.25);
    EXPECT_NEAR(scale.Y(*metrics.cpa), target.y, 0.25);
    ++landed;
  }
  EXPECT_GT(landed, 300);
}

TEST(MoveBubble, StopsAtTheFixedCostAndKeepsTheCpa) {
  Scenario scenario = EmptyScenario();
  scenario.cells[0] = {1000, 0.02, 1000, 0, 10000, 1};  // 10 per visit, CPA 500
  const QuadrantScale scale = {{0, 0, 400, 400}, 1, 100, 10, 10000};
  const auto move = MoveBubble(scenario, 0, scale, {scale.X(2), scale.Y(250)});
  ASSERT_TRUE(move);
  EXPECT_EQ(move->cost_per_click, 0);
  EXPECT_NEAR(move->conversion_rate, 10.0 / 250, 1e-5);
}

TEST(MoveBubble, KeepsTheConversionRateAtMostOne) {
  Scenario scenario = EmptyScenario();
  scenario.cells[1] = {1000, 0.02, 1000, 5, 0, 1};
  const QuadrantScale scale = {{0, 0, 400, 400}, 1, 100, 1, 1000};
  const auto move = MoveBubble(scenario, 1, scale, {0, 0});  // CPC 100, CPA 1
  ASSERT_TRUE(move);
  EXPECT_EQ(move->conversion_rate, 1);
}

}  // namespace
}  // namespace sextant
