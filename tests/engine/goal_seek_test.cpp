// What it would take to reach a target.
#include "engine/decisions/goal_seek.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/model/presets.h"
#include "engine/model/validation.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

constexpr int kMetricCount = std::size(kDecisionMetricIds);

// Revenue 300,000, spend 100,000, 200 orders, 100 new customers.
Scenario OneCell() {
  Scenario scenario = EmptyScenario();
  scenario.gross_margin = 0.4;
  scenario.cells[1] = {10000, 0.02, 1500, 8, 20000, 0.5};
  return scenario;
}

GoalResult Seek(const Scenario& scenario, DecisionMetric metric, double target,
                const char* lever) {
  return SeekGoal(scenario, {metric, target}, *FindLever(scenario, lever));
}

void ExpectReached(const GoalResult& result, double value) {
  EXPECT_TRUE(result.reached());
  EXPECT_NEAR(result.value, value, 1e-9 * std::max(1.0, value));
}

TEST(GoalSeek, FindsTheValueWorkedOutByHand) {
  const Scenario scenario = OneCell();
  using enum DecisionMetric;
  // 0.4 · 300,000 − 10,000 · CPC − 20,000 = 50,000
  ExpectReached(Seek(scenario, kProfit, 50000, "social.paid/costPerClick"), 5);
  ExpectReached(Seek(scenario, kProfit, 50000, "grossMargin"), 0.5);
  ExpectReached(Seek(scenario, kProfit, 0, "grossMargin"), 1.0 / 3);
  ExpectReached(Seek(scenario, kRevenue, 450000, "social.paid/orderValue"),
                2250);
  // (8 F + 20,000) / (0.02 F) = 450
  ExpectReached(Seek(scenario, kCpa, 450, "social.paid/visits"), 20000);
  // 30 F / (8 F + 20,000) = 2
  ExpectReached(Seek(scenario, kRoas, 2, "social.paid/visits"), 40000.0 / 14);
  ExpectReached(Seek(scenario, kCac, 800, "social.paid/newCustomerShare"),
                0.625);
  ExpectReached(Seek(scenario, kRoi, 0, "social.paid/fixedCost"), 40000);
}

TEST(GoalSeek, GivesTheBestThereIsAtABound) {
  const GoalResult dear =
      Seek(OneCell(), DecisionMetric::kProfit, 1e6, "social.paid/costPerClick");
  EXPECT_EQ(dear.shortfall, Shortfall::kBounds);
  EXPECT_EQ(dear.value, 0);
  EXPECT_DOUBLE_EQ(*dear.achieved, 100000);
  EXPECT_EQ(*dear.relative_change, -1);
  const GoalResult margin =
      Seek(OneCell(), DecisionMetric::kProfit, 1e300, "grossMargin");
  EXPECT_EQ(margin.shortfall, Shortfall::kBounds);
  EXPECT_EQ(margin.value, 1);
  EXPECT_DOUBLE_EQ(*margin.achieved, 200000);
}

TEST(GoalSeek, ReachesWhatIsExactlyAtABound) {
  const GoalResult free = Seek(OneCell(), DecisionMetric::kProfit, 100000,
                               "social.paid/costPerClick");
  EXPECT_TRUE(free.reached());
  EXPECT_NEAR(free.value, 0, 1e-9);
}

TEST(GoalSeek, SaysThatALeverDoesNothing) {
  const GoalResult result =
      Seek(OneCell(), DecisionMetric::kProfit, 50000, "retention.churn");
  EXPECT_EQ(result.shortfall, Shortfall::kInsensitive);
  EXPECT_EQ(result.value, OneCell().retention.churn);
  EXPECT_EQ(*result.achieved, 20000);
  // Without fixed costs, visits do not change the CPA, apart from rounding.
  Scenario scenario = OneCell();
  scenario.cells[1].fixed_cost = 0;
  EXPECT_EQ(
      Seek(scenario, DecisionMetric::kCpa, 300, "social.paid/visits").shortfall,
      Shortfall::kInsensitive);
  const GoalResult never =
      Seek(EmptyScenario(), DecisionMetric::kCpa, 300, "social.paid/visits");
  EXPECT_EQ(never.shortfall, Shortfall::kInsensitive);
  EXPECT_FALSE(never.achieved);
}

TEST(GoalSeek, StartsFromWhereTheMetricIsUndefined) {
  Scenario scenario = OneCell();
  scenario.cells[1].visits = 0;
  const GoalResult result =
      Seek(scenario, DecisionMetric::kCpa, 450, "social.paid/visits");
  ExpectReached(result, 20000);
  EXPECT_FALSE(result.relative_change) << "of a lever that is 0";
}

TEST(GoalSeek, KeepsTheScenarioThatAlreadyReachesIt) {
  const GoalResult result =
      Seek(OneCell(), DecisionMetric::kProfit, 20000, "retention.churn");
  EXPECT_TRUE(result.reached());
  EXPECT_EQ(*result.relative_change, 0);
}

// Visits of a cell with a low order value bring new customers, and lower the
// average order value: ltvToCac rises, then falls.
TEST(GoalSeek, TakesTheNearerOfTwoValuesAndFindsATurningPoint) {
  Scenario scenario = EmptyScenario();
  scenario.cells[1] = {100, 0.05, 3000, 40, 0, 0.1};
  scenario.cells[3] = {1000, 0.02, 25, 1, 0, 1};
  const Lever lever = *FindLever(scenario, "search.paid/visits");
  const auto at = [&](double visits) {
    Scenario moved = scenario;
    SetLever(moved, lever, visits, scenario);
    return *MeasureMetric(moved, DecisionMetric::kLtvToCac).value;
  };
  double best_visits = 0;
  for (double visits = 1; visits < 1e6; visits *= 1.001) {
    if (at(visits) > at(best_visits)) best_visits = visits;
  }
  const double most = at(best_visits);
  ASSERT_GT(best_visits, 1);
  ASSERT_LT(best_visits, 1e5);
  ASSERT_GT(most, at(0) * 1.0001);
  for (double part : {0.99, 0.999999}) {
    scenario.cells[3].visits = best_visits * 1.7;
    const double target =
        most - (1 - part) * (most - std::max(at(1e9), at(best_visits * 1.7)));
    const GoalResult result =
        SeekGoal(scenario, {DecisionMetric::kLtvToCac, target}, lever);
    EXPECT_TRUE(result.reached()) << part;
    EXPECT_GE(result.value, best_visits * 0.99) << "from above";
  }
  const GoalResult beyond =
      SeekGoal(scenario, {DecisionMetric::kLtvToCac, most * 1.01}, lever);
  EXPECT_EQ(beyond.shortfall, Shortfall::kBounds);
  EXPECT_NEAR(*beyond.achieved, most, 1e-5 * most);
}

TEST(GoalSeek, WithAnyLeverListsTheSmallestChangeFirst) {
  Scenario scenario = OneCell();
  scenario.cells[3].fixed_cost = 0;
  const GoalSearch search =
      SeekGoalWithAnyLever(scenario, {DecisionMetric::kProfit, 15000});
  // Margin, rate and value × 115,000/120,000; their profit is 120,000 more than
  // nothing. Of equal ones the first of the table.
  EXPECT_EQ(LeverId(scenario, search.best.lever), "social.paid/conversionRate");
  EXPECT_NEAR(*search.best.relative_change, -5000.0 / 120000, 1e-12);
  bool has_unchanged = false;
  double before = 0;
  for (const GoalResult& option : search.options) {
    EXPECT_TRUE(option.reached());
    if (!option.relative_change) {
      has_unchanged = true;
      continue;
    }
    EXPECT_FALSE(has_unchanged) << "levers that are 0 come last";
    EXPECT_GE(std::abs(*option.relative_change), before);
    before = std::abs(*option.relative_change);
  }
  EXPECT_TRUE(has_unchanged);
  const GoalSearch none =
      SeekGoalWithAnyLever(scenario, {DecisionMetric::kRoas, -1});
  EXPECT_TRUE(none.options.empty());
  EXPECT_EQ(none.best.shortfall, Shortfall::kBounds);
  EXPECT_EQ(*none.best.achieved, 0);
}

// A target that a value within the bounds certainly reaches.
TEST(GoalSeek, OfRandomScenariosReachesWhatCanBeReached) {
  Random random(3);
  int reached = 0;
  for (int i = 0; i < 3000; ++i) {
    const Scenario scenario = RandomScenario(random);
    const std::vector<Lever> levers = LeversOf(scenario);
    const Lever& lever = levers[static_cast<size_t>(
        random.Below(static_cast<int>(levers.size())))];
    const auto metric = static_cast<DecisionMetric>(i % kMetricCount);
    Scenario moved = scenario;
    SetLever(moved, lever, RandomValue(lever.field(), random), scenario);
    const OptionalNumber target = MeasureMetric(moved, metric).value;
    // Beyond that, a lever would have to be as good as 0 without being 0.
    if (!target || std::abs(*target) > 1e100) continue;
    const GoalResult result = SeekGoal(scenario, {metric, *target}, lever);
    const std::string id =
        std::string(kDecisionMetricIds[static_cast<size_t>(metric)]) + ' ' +
        LeverId(scenario, lever) + ' ' + std::to_string(i);
    EXPECT_TRUE(result.reached())
        << id << " now " << LeverValue(scenario, lever) << " from "
        << LeverValue(moved, lever) << " value " << result.value << " target "
        << *target << " achieved " << result.achieved.value_or_nan();
    reached += result.reached();
    SetLever(moved, lever, result.value, scenario);
    EXPECT_FALSE(Validate(moved)) << id;
    const MeasuredMetric achieved = MeasureMetric(moved, metric);
    EXPECT_EQ(achieved.value, result.achieved) << id;
  }
  EXPECT_GT(reached, 1500);
}

}  // namespace
}  // namespace sextant
