// Why one scenario earns more than another.
#include "engine/decisions/comparison.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "engine/metrics/evaluate.h"
#include "engine/model/fields.h"
#include "engine/model/presets.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

double ChangeOf(std::span<const Cause> causes, std::string_view cell,
                Factor factor) {
  for (const Cause& cause : causes) {
    if (cause.cell == cell && cause.factor == factor) return cause.change;
  }
  return 0;
}

double Sum(std::span<const Cause> causes) {
  return std::accumulate(
      causes.begin(), causes.end(), 0.0,
      [](double sum, const Cause& cause) { return sum + cause.change; });
}

Scenario TwoCells(Cell organic, Cell paid) {
  Scenario scenario = EmptyScenario();
  scenario.cells[0] = organic;
  scenario.cells[1] = paid;
  return scenario;
}

// Expected values: tests/testthat/test_lmdi.R of the R package LMDIR by Heun
// (github.com/MatthewHeun/LMDIR): X = (1, 10, 2; 4, 5, 3), (4, 5, 3; 5, 6, 4),
// (8, 2, 4; 5, 7, 5). A conversion rate is at most 1, so the second factor is
// divided by 10 and the third multiplied; the split stays the same.
TEST(Comparison, EqualsThePublishedSplit) {
  const Scenario first = TwoCells({1, 1, 20}, {4, 0.5, 30});
  const Scenario second = TwoCells({4, 0.5, 30}, {5, 0.6, 40});
  const Scenario third = TwoCells({8, 0.2, 40}, {5, 0.7, 50});
  const auto expect = [](const Scenario& a, const Scenario& b,
                         std::initializer_list<double> changes, double total) {
    const Comparison comparison = Compare(a, b);
    auto change = changes.begin();
    for (const char* cell : {"social.organic", "social.paid"}) {
      for (Factor factor :
           {Factor::kVisits, Factor::kConversionRate, Factor::kOrderValue}) {
        EXPECT_NEAR(ChangeOf(comparison.revenue_causes, cell, factor),
                    *change++, 1e-7);
      }
    }
    EXPECT_NEAR(comparison.revenue_change, total, 1e-9);
  };
  expect(first, second,
         {50.47438029, -25.23719014, 14.76280986, 19.31568569, 15.78206435,
          24.90224996},
         100);
  expect(second, third,
         {42.96021467, -56.79031473, 17.83010006, 0, 22.47128816, 32.52871184},
         59);
}

TEST(Comparison, OfACellThatWasNotThereGivesEqualPartsToTheZeros) {
  const Scenario a = TwoCells({0, 0, 100, 3}, {10, 0.5, 20, 1});
  const Scenario b = TwoCells({30, 0.2, 100, 3}, {10, 0, 20, 1});
  const Comparison comparison = Compare(a, b);
  EXPECT_DOUBLE_EQ(
      ChangeOf(comparison.revenue_causes, "social.organic", Factor::kVisits),
      300);
  EXPECT_DOUBLE_EQ(ChangeOf(comparison.revenue_causes, "social.organic",
                            Factor::kConversionRate),
                   300);
  EXPECT_DOUBLE_EQ(ChangeOf(comparison.revenue_causes, "social.paid",
                            Factor::kConversionRate),
                   -100);
  EXPECT_EQ(comparison.revenue_causes.size(), 3u);
  EXPECT_DOUBLE_EQ(comparison.revenue_change, 500);
  // Margin 0.5: half of it, and 90 for the clicks, which only visits explain.
  EXPECT_DOUBLE_EQ(
      ChangeOf(comparison.profit_causes, "social.organic", Factor::kVisits),
      150 - 90);
}

TEST(Comparison, OfTheSameScenarioHasNoCauses) {
  const Comparison comparison = Compare(DefaultScenario(), DefaultScenario());
  EXPECT_TRUE(comparison.revenue_causes.empty());
  EXPECT_TRUE(comparison.profit_causes.empty());
  EXPECT_TRUE(comparison.changed.empty());
  EXPECT_EQ(comparison.revenue_change, 0);
}

TEST(Comparison, MatchesMediaByIdWhateverTheirOrder) {
  const Scenario a = DefaultScenario();
  Scenario b = a;
  std::swap(b.media[0], b.media[2]);
  std::swap(b.cells[0], b.cells[4]);
  std::swap(b.cells[1], b.cells[5]);
  EXPECT_TRUE(Compare(a, b).changed.empty());
  EXPECT_EQ(Compare(a, b).revenue_change, 0);
  b.media[2].id = "video";
  const Comparison comparison = Compare(a, b);
  const double revenue = Evaluate(a).cells()[1].revenue;
  double lost = 0;
  double won = 0;
  for (const Cause& cause : comparison.revenue_causes) {
    if (cause.cell == "social.paid") lost += cause.change;
    if (cause.cell == "video.paid") won += cause.change;
  }
  EXPECT_NEAR(lost, -revenue, 1e-9 * revenue);
  EXPECT_NEAR(won, revenue, 1e-9 * revenue);
}

TEST(Comparison, ListsTheInputsThatDiffer) {
  Scenario a = DefaultScenario();
  Scenario b = a;
  b.cells[1].visits = 7;
  b.cells[1].elasticity = 0.5;
  b.gross_margin = 0.25;
  b.flywheel.referral_conversion_rate = 0.03;
  b.season.months[10].visits = 1.8;
  a.assists.push_back({0, 3, 0.2});
  const Comparison comparison = Compare(a, b);
  std::vector<std::string> ids;
  for (const ChangedInput& input : comparison.changed) ids.push_back(input.id);
  EXPECT_EQ(ids,
            (std::vector<std::string>{
                "social.paid/visits", "social.paid/response.elasticity",
                "grossMargin", "flywheel.referralConversionRate",
                "season.11/visits", "assists.social.organic/search.paid"}));
  EXPECT_FALSE(comparison.changed[1].a);
  EXPECT_EQ(comparison.changed[4].a, OptionalNumber(1));
  EXPECT_EQ(comparison.changed[5].b, OptionalNumber(0));
}

TEST(Comparison, OfRandomScenariosLeavesNoResidual) {
  Random random(4);
  for (int i = 0; i < 500; ++i) {
    const Scenario a = RandomScenario(random);
    Scenario b = RandomScenario(random);
    if (i % 2) {
      b = a;
      for (Cell& cell : b.cells) {
        for (const CellField& field : CellFields()) {
          if (random.OneIn(3)) {
            cell.*field.member = RandomValue(field, random);
          }
        }
      }
    }
    const Comparison comparison = Compare(a, b);
    const Totals before = Evaluate(a).total;
    const Totals after = Evaluate(b).total;
    const double revenue = std::max(before.revenue, after.revenue);
    const double money = revenue + std::max(before.spend, after.spend);
    EXPECT_NEAR(Sum(comparison.revenue_causes), after.revenue - before.revenue,
                1e-12 * revenue);
    EXPECT_NEAR(comparison.revenue_change, after.revenue - before.revenue,
                1e-12 * revenue);
    EXPECT_NEAR(Sum(comparison.profit_causes), after.profit - before.profit,
                1e-12 * money);
    EXPECT_NEAR(comparison.profit_change, after.profit - before.profit,
                1e-12 * money);
    EXPECT_NEAR(
        comparison.factors[0] + comparison.factors[1] + comparison.factors[2],
        comparison.revenue_change, 1e-12 * revenue);
    for (const Cause& cause : comparison.profit_causes) {
      EXPECT_TRUE(std::isfinite(cause.change));
    }
    // Backwards, everything is the opposite.
    const Comparison back = Compare(b, a);
    for (const Cause& cause : comparison.revenue_causes) {
      EXPECT_NEAR(ChangeOf(back.revenue_causes, cause.cell, cause.factor),
                  -cause.change, 1e-12 * revenue);
    }
  }
}

TEST(Comparison, OfTinyChangesKeepsItsDigits) {
  for (double part : {1e-1, 1e-4, 1e-8, 1e-12, 1e-15}) {
    const double b = 1 + part;
    const double exact = b - 1;  // without rounding
    EXPECT_NEAR(LogRatio(b, 1), std::log1p(exact), 1e-14 * exact) << part;
    EXPECT_NEAR(LogarithmicMean(b, 1), exact / std::log1p(exact), 1e-14);
  }
  EXPECT_EQ(LogarithmicMean(7, 7), 7);
  EXPECT_NEAR(LogarithmicMean(1, 1e300), 1e300 / std::log(1e300), 1e286);
  EXPECT_NEAR(LogRatio(1e-300, 1e300), -600 * std::log(10), 1e-9);
  EXPECT_NEAR(LogRatio(5e-324, 1e9), std::log(5e-324) - std::log(1e9), 1e-9);
}

}  // namespace
}  // namespace sextant
