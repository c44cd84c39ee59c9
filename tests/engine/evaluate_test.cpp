// The metrics, quadrants and concentration of DOMAIN.md sections 3 to 5:
// its worked numbers first, then properties of every scenario.
#include "engine/metrics/evaluate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/metrics/quadrant.h"
#include "engine/model/presets.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

constexpr int kRounds = 2000;

Scenario OneCell(const Cell& cell, double gross_margin) {
  Scenario scenario = EmptyScenario();
  scenario.gross_margin = gross_margin;
  scenario.cells[1] = cell;
  return scenario;
}

void ExpectNear(double a, double b) {
  EXPECT_NEAR(a, b, 1e-9 * std::max(std::abs(a), std::abs(b)));
}

void ExpectFinite(const Ratio& ratio) {
  EXPECT_TRUE(std::isfinite(ratio.value_or(0)));
}

TEST(Metrics, OfTheWorkedCell) {
  const Scenario scenario = OneCell({10000, 0.02, 1500, 8, 20000, 0.5}, 0.4);
  const Report report = Evaluate(scenario);
  const CellMetrics& cell = report.cells()[1];
  EXPECT_DOUBLE_EQ(cell.orders, 200);
  EXPECT_DOUBLE_EQ(cell.revenue, 300000);
  EXPECT_DOUBLE_EQ(cell.value_per_visit, 30);
  EXPECT_DOUBLE_EQ(*cell.revenue_share, 1);
  EXPECT_DOUBLE_EQ(cell.spend, 100000);
  EXPECT_DOUBLE_EQ(*cell.effective_cpc, 10);
  EXPECT_DOUBLE_EQ(*cell.cpa, 500);
  EXPECT_DOUBLE_EQ(*cell.roas, 3);
  EXPECT_DOUBLE_EQ(cell.profit, 20000);
  EXPECT_DOUBLE_EQ(*cell.roi, 0.2);
  EXPECT_DOUBLE_EQ(cell.new_customers, 100);
  EXPECT_DOUBLE_EQ(*cell.cac, 1000);
  EXPECT_DOUBLE_EQ(cell.break_even_cpa, 600);
}

TEST(Metrics, RatiosWithoutADenominatorAreUndefined) {
  const Report report = Evaluate(EmptyScenario());
  for (const CellMetrics& cell : report.cells()) {
    for (const Ratio& ratio : {cell.revenue_share, cell.effective_cpc, cell.cpa,
                               cell.roas, cell.roi, cell.cac}) {
      EXPECT_FALSE(ratio.has_value());
    }
    EXPECT_FALSE(cell.quadrant.has_value());
  }
  const Totals& total = report.total;
  for (const Ratio& ratio :
       {total.conversion_rate, total.order_value, total.effective_cpc,
        total.cpa, total.roas, total.roi, total.cac}) {
    EXPECT_FALSE(ratio.has_value());
  }
  EXPECT_FALSE(report.thresholds.cpc.has_value());
  EXPECT_FALSE(report.thresholds.cpa.has_value());
  EXPECT_FALSE(report.concentration.hhi.has_value());
  EXPECT_EQ(report.concentration.largest, -1);
}

TEST(Metrics, EveryNumberIsFiniteForEveryValidScenario) {
  Random random(1);
  for (int round = 0; round < kRounds; ++round) {
    const Report report = Evaluate(RandomScenario(random));
    for (const CellMetrics& cell : report.cells()) {
      for (const double value :
           {cell.orders, cell.revenue, cell.value_per_visit, cell.spend,
            cell.profit, cell.new_customers, cell.break_even_cpa}) {
        ASSERT_TRUE(std::isfinite(value));
      }
      for (const Ratio& ratio : {cell.revenue_share, cell.effective_cpc,
                                 cell.cpa, cell.roas, cell.roi, cell.cac}) {
        ExpectFinite(ratio);
      }
    }
    for (const Ratio& ratio :
         {report.total.conversion_rate, report.total.order_value,
          report.total.cpa, report.total.roas, report.total.cac}) {
      ExpectFinite(ratio);
    }
  }
}

TEST(Metrics, CellsMediaAndKindsAddUpToTheTotal) {
  Random random(2);
  for (int round = 0; round < kRounds; ++round) {
    const Report report = Evaluate(RandomScenario(random));
    double cells = 0, media = 0, kinds = 0, orders = 0, spend = 0, profit = 0;
    for (const CellMetrics& cell : report.cells()) {
      cells += cell.revenue;
      orders += cell.orders;
      spend += cell.spend;
      profit += cell.profit;
    }
    for (const Totals& medium : report.media()) media += medium.revenue;
    for (const Totals& kind : report.kinds) kinds += kind.revenue;
    ExpectNear(cells, report.total.revenue);
    ExpectNear(media, report.total.revenue);
    ExpectNear(kinds, report.total.revenue);
    ExpectNear(orders, report.total.orders);
    ExpectNear(spend, report.total.spend);
    EXPECT_NEAR(profit, report.total.profit,
                1e-9 * (report.total.revenue + report.total.spend));
  }
}

TEST(Metrics, TheTotalsSatisfyTheSimpleFormula) {
  Random random(3);
  int seen = 0;
  for (int round = 0; round < kRounds; ++round) {
    const Totals total = Evaluate(RandomScenario(random)).total;
    if (!total.conversion_rate || !total.order_value || total.revenue < 1e-290)
      continue;
    ExpectNear(total.visits * *total.conversion_rate * *total.order_value,
               total.revenue);
    ++seen;
  }
  EXPECT_GT(seen, kRounds / 2);
}

TEST(Metrics, SharesAddUpToOne) {
  Random random(4);
  for (int round = 0; round < kRounds; ++round) {
    const Report report = Evaluate(RandomScenario(random));
    if (!report.concentration.hhi) continue;
    double sum = 0;
    for (const CellMetrics& cell : report.cells()) sum += *cell.revenue_share;
    EXPECT_NEAR(sum, 1, 1e-9);
  }
}

TEST(Metrics, TheOrderOfMediaDoesNotMatter) {
  Random random(5);
  for (int round = 0; round < 300; ++round) {
    const Scenario scenario = RandomScenario(random);
    Scenario turned = scenario;
    std::rotate(turned.media.begin(), turned.media.begin() + 1,
                turned.media.end());
    std::rotate(turned.cells.begin(), turned.cells.begin() + kKindCount,
                turned.cells.end());
    const Report a = Evaluate(scenario);
    const Report b = Evaluate(turned);
    ExpectNear(a.total.revenue, b.total.revenue);
    for (int cell = 0; cell < static_cast<int>(scenario.cells.size()); ++cell) {
      const int moved = FindCell(turned, CellId(scenario, cell));
      ASSERT_GE(moved, 0);
      EXPECT_EQ(a.cells()[cell].revenue, b.cells()[moved].revenue);
      EXPECT_EQ(a.cells()[cell].cpa, b.cells()[moved].cpa);
    }
  }
}

TEST(Metrics, TheMoreExpensiveClickCanBringTheCheaperCustomer) {
  const Report report = Evaluate(DefaultScenario());
  const CellMetrics& social = report.cells()[1];
  const CellMetrics& search = report.cells()[3];
  EXPECT_EQ(std::round(*social.effective_cpc), 8);
  EXPECT_EQ(std::round(*social.cpa), 349);
  EXPECT_EQ(std::round(*search.effective_cpc), 12);
  EXPECT_EQ(std::round(*search.cpa), 176);
}

// --- Quadrants

Scenario WithTargets(double visits, double rate, double cost_per_click) {
  Scenario scenario = OneCell({visits, rate, 1000, cost_per_click, 0, 1}, 0.5);
  scenario.thresholds = {Thresholds::Mode::kTarget, 10, 200};
  return scenario;
}

std::optional<Quadrant> QuadrantOf(const Scenario& scenario) {
  return Evaluate(scenario).cells()[1].quadrant;
}

TEST(Quadrant, ComparesCpcAndCpaWithTheThresholds) {
  EXPECT_EQ(QuadrantOf(WithTargets(100, 0.1, 5)), Quadrant::kLowCpcLowCpa);
  EXPECT_EQ(QuadrantOf(WithTargets(100, 0.2, 20)), Quadrant::kHighCpcLowCpa);
  EXPECT_EQ(QuadrantOf(WithTargets(100, 0.05, 20)), Quadrant::kHighCpcHighCpa);
  EXPECT_EQ(QuadrantOf(WithTargets(100, 0.01, 5)), Quadrant::kLowCpcHighCpa);
}

TEST(Quadrant, AtTheThresholdIsLow) {
  EXPECT_EQ(QuadrantOf(WithTargets(100, 0.05, 10)), Quadrant::kLowCpcLowCpa);
}

TEST(Quadrant, CellWithSpendButNoOrdersIsHighCpa) {
  EXPECT_EQ(QuadrantOf(WithTargets(100, 0, 5)), Quadrant::kLowCpcHighCpa);
  EXPECT_EQ(QuadrantOf(WithTargets(100, 0, 50)), Quadrant::kHighCpcHighCpa);
}

TEST(Quadrant, CellWithoutSpendOrVisitsHasNone) {
  EXPECT_FALSE(QuadrantOf(WithTargets(100, 0.1, 0)).has_value());
  EXPECT_FALSE(QuadrantOf(WithTargets(0, 0.1, 5)).has_value());
  Scenario fixed_only = WithTargets(0, 0.1, 5);
  fixed_only.cells[1].fixed_cost = 1000;
  EXPECT_FALSE(QuadrantOf(fixed_only).has_value());
}

TEST(Quadrant, OrganicCellIsPlacedByItsFixedCost) {
  Scenario scenario = WithTargets(0, 0, 0);
  scenario.cells[0] = {1000, 0.02, 1000, 0, 5000, 1};  // CPC 5, CPA 250
  EXPECT_EQ(Evaluate(scenario).cells()[0].quadrant, Quadrant::kLowCpcHighCpa);
}

TEST(Quadrant, PortfolioThresholdsAreAveragesOverPlacedCellsOnly) {
  Scenario scenario = EmptyScenario();
  scenario.cells[0] = {9000, 0.5, 100, 0, 0, 1};  // free: not placed
  scenario.cells[1] = {100, 0.1, 100, 10, 0, 1};
  scenario.cells[3] = {300, 0.1, 100, 2, 0, 1};
  const Report report = Evaluate(scenario);
  EXPECT_DOUBLE_EQ(*report.thresholds.cpc, 1600.0 / 400);
  EXPECT_DOUBLE_EQ(*report.thresholds.cpa, 1600.0 / 40);
}

TEST(Quadrant, BreakEvenIsEachCellsOwnLimit) {
  Scenario scenario = EmptyScenario();  // a conversion rate of 0.02 in all
  scenario.gross_margin = 0.5;
  scenario.thresholds = {Thresholds::Mode::kBreakEven, 1, 1};
  scenario.cells[1] = {1000, 0.03, 1000, 9, 0, 1};   // limits 10 and 500
  scenario.cells[3] = {1000, 0.01, 3000, 20, 0, 1};  // limits 30 and 1,500
  const Report report = Evaluate(scenario);
  EXPECT_DOUBLE_EQ(*LimitsOf(scenario, report, 1).cpc, 10);
  EXPECT_DOUBLE_EQ(*LimitsOf(scenario, report, 1).cpa, 500);
  EXPECT_DOUBLE_EQ(*LimitsOf(scenario, report, 3).cpc, 30);
  EXPECT_DOUBLE_EQ(*LimitsOf(scenario, report, 3).cpa, 1500);
  EXPECT_EQ(report.cells()[1].quadrant, Quadrant::kLowCpcLowCpa);
  EXPECT_EQ(report.cells()[3].quadrant, Quadrant::kLowCpcHighCpa);
  // Drawn at the averages: an order of 1,500 in all.
  EXPECT_DOUBLE_EQ(*report.thresholds.cpa, 750);
  EXPECT_DOUBLE_EQ(*report.thresholds.cpc, 15);
}

TEST(Quadrant, BreakEvenSeparatesProfitFromLoss) {
  Random random(8);
  int placed = 0;
  for (int round = 0; round < 300; ++round) {
    Scenario scenario = RandomScenario(random);
    scenario.thresholds.mode = Thresholds::Mode::kBreakEven;
    const Report report = Evaluate(scenario);
    for (const CellMetrics& metrics : report.cells()) {
      if (!metrics.quadrant) continue;
      if (std::fabs(metrics.profit) <= 1e-9 * metrics.spend) continue;
      ++placed;
      EXPECT_EQ(*metrics.quadrant == Quadrant::kLowCpcLowCpa ||
                    *metrics.quadrant == Quadrant::kHighCpcLowCpa,
                metrics.profit > 0);
    }
  }
  EXPECT_GT(placed, 100);
}

TEST(Quadrant, WithoutOrdersBreakEvenHasNoLinesAndAllIsHigh) {
  Scenario scenario = OneCell({1000, 0, 1000, 5, 0, 1}, 0.5);
  scenario.thresholds.mode = Thresholds::Mode::kBreakEven;
  const Report report = Evaluate(scenario);
  EXPECT_FALSE(report.thresholds.cpa.has_value());
  EXPECT_EQ(report.cells()[1].quadrant, Quadrant::kHighCpcHighCpa);
}

TEST(Quadrant, OnALineMeansWithinFivePercent) {
  for (const double value : {9.5, 9.51, 10.0, 10.5}) {
    EXPECT_TRUE(IsOnLine(value, 10)) << value;
  }
  for (const double value : {0.0, 9.49, 10.51}) {
    EXPECT_FALSE(IsOnLine(value, 10)) << value;
  }
  EXPECT_FALSE(IsOnLine(0, 0));
  EXPECT_FALSE(IsOnLine(std::nullopt, 10));
  EXPECT_FALSE(IsOnLine(10, std::nullopt));
}

TEST(Quadrant, TheOnlyPlacedCellIsAtItsOwnAverageSoLow) {
  Random random(6);
  for (int round = 0; round < 500; ++round) {
    const Cell cell = {
        1 + random.Unit() * 1e6,    0.001 + random.Unit() * 0.9, 100,
        0.01 + random.Unit() * 100, random.Unit() * 1e5,         1};
    EXPECT_EQ(QuadrantOf(OneCell(cell, 0.5)), Quadrant::kLowCpcLowCpa);
  }
}

// --- Concentration

TEST(Concentration, SixEqualCellsAreSixSources) {
  Scenario scenario = EmptyScenario();
  for (Cell& cell : scenario.cells) cell = {100, 0.1, 100, 0, 0, 1};
  const Report report = Evaluate(scenario);
  EXPECT_NEAR(*report.concentration.hhi, 1.0 / 6, 1e-12);
  EXPECT_NEAR(*report.concentration.effective_sources, 6, 1e-9);
  EXPECT_NEAR(*report.concentration.normalised, 0, 1e-12);
  EXPECT_NEAR(*report.medium_concentration.effective_sources, 3, 1e-9);
}

TEST(Concentration, OneSourceIsOneEffectiveSource) {
  const Report report = Evaluate(OneCell({100, 0.1, 100, 1, 0, 1}, 0.5));
  EXPECT_DOUBLE_EQ(*report.concentration.hhi, 1);
  EXPECT_DOUBLE_EQ(*report.concentration.normalised, 1);
  EXPECT_DOUBLE_EQ(*report.concentration.effective_sources, 1);
  EXPECT_EQ(report.concentration.largest, 1);
  EXPECT_DOUBLE_EQ(*report.concentration.largest_share, 1);
}

TEST(Concentration, StaysWithinItsBounds) {
  Random random(7);
  for (int round = 0; round < kRounds; ++round) {
    const Report report = Evaluate(RandomScenario(random));
    const Concentration& c = report.concentration;
    if (!c.hhi) continue;
    const double n = static_cast<double>(report.cells().size());
    EXPECT_GE(*c.hhi, 1 / n * (1 - 1e-9));
    EXPECT_LE(*c.hhi, 1 + 1e-9);
    EXPECT_NEAR(*c.effective_sources * *c.hhi, 1, 1e-9);
    EXPECT_GE(*c.largest_share, 1 / n * (1 - 1e-9));
    EXPECT_EQ(*c.largest_share, *report.cells()[c.largest].revenue_share);
  }
}

}  // namespace
}  // namespace sextant
