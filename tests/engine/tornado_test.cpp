// What matters most.
#include "engine/decisions/tornado.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/model/presets.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

constexpr int kMetricCount = std::size(kDecisionMetricIds);

const TornadoBar* FindBar(const Tornado& tornado, const Scenario& scenario,
                          std::string_view id) {
  for (const TornadoBar& bar : tornado.bars) {
    if (LeverId(scenario, bar.lever) == id) return &bar;
  }
  return nullptr;
}

TEST(Tornado, ShowsTheMetricAtBothEndsOfEachInput) {
  Scenario scenario = EmptyScenario();
  scenario.gross_margin = 0.4;
  scenario.cells[1] = {10000, 0.02, 1500, 8, 20000, 0.5};
  const Tornado tornado = MakeTornado(scenario, DecisionMetric::kProfit, 0.1);
  // 0.4 · 300,000 − 100,000
  EXPECT_DOUBLE_EQ(*tornado.base, 20000);
  const TornadoBar& visits = *FindBar(tornado, scenario, "social.paid/visits");
  EXPECT_DOUBLE_EQ(visits.low, 0.4 * 270000 - 92000);
  EXPECT_DOUBLE_EQ(visits.high, 0.4 * 330000 - 108000);
  const TornadoBar& cost =
      *FindBar(tornado, scenario, "social.paid/costPerClick");
  EXPECT_DOUBLE_EQ(cost.low, 28000);
  EXPECT_DOUBLE_EQ(cost.high, 12000);
  EXPECT_DOUBLE_EQ(cost.swing, 16000);
  // Visits, rate, value, cost per click, fixed cost, margin: not the retention.
  EXPECT_EQ(tornado.bars.size(), 6u);
  const auto swing = [&](Team team) {
    return std::find_if(tornado.teams.begin(), tornado.teams.end(),
                        [&](const TeamSwing& one) { return one.team == team; })
        ->swing;
  };
  EXPECT_NEAR(swing(Team::kProduct), 3 * 24000, 1e-9);
  EXPECT_NEAR(swing(Team::kMarketing), 8000 + 16000, 1e-9);
  EXPECT_NEAR(swing(Team::kContent), 4000, 1e-9);
  EXPECT_EQ(swing(Team::kService), 0);
  EXPECT_EQ(tornado.teams[0].team, Team::kProduct);
}

TEST(Tornado, KeepsInputsWithinTheirBounds) {
  Scenario scenario = DefaultScenario();
  scenario.gross_margin = 0.8;
  const double revenue =
      *MeasureMetric(scenario, DecisionMetric::kRevenue).value;
  const double spend =
      0.8 * revenue - *MeasureMetric(scenario, DecisionMetric::kProfit).value;
  const Tornado tornado = MakeTornado(scenario, DecisionMetric::kProfit, 0.9);
  EXPECT_NEAR(FindBar(tornado, scenario, "grossMargin")->high, revenue - spend,
              1e-6);
}

TEST(Tornado, HasNoBarsWhereTheMetricIsUndefined) {
  const Tornado tornado =
      MakeTornado(EmptyScenario(), DecisionMetric::kCac, 0.1);
  EXPECT_FALSE(tornado.base);
  EXPECT_TRUE(tornado.bars.empty());
  EXPECT_EQ(tornado.teams.size(), static_cast<size_t>(kTeamCount));
}

// The direct calculation, lever by lever.
TEST(Tornado, OfRandomScenariosIsSortedAndEqualsMovingEachInput) {
  Random random(2);
  for (int i = 0; i < 60; ++i) {
    const Scenario scenario = RandomScenario(random);
    const auto metric = static_cast<DecisionMetric>(i % kMetricCount);
    const double change = 0.01 + 0.8 * random.Unit();
    const Tornado tornado = MakeTornado(scenario, metric, change);
    size_t bars = 0;
    for (const Lever& lever : LeversOf(scenario)) {
      const auto at = [&](double factor) {
        Scenario moved = scenario;
        SetLever(moved, lever,
                 std::min(LeverValue(scenario, lever) * factor,
                          lever.field().maximum) < lever.field().minimum
                     ? lever.field().minimum
                     : std::min(LeverValue(scenario, lever) * factor,
                                lever.field().maximum),
                 scenario);
        return MeasureMetric(moved, metric).value;
      };
      const OptionalNumber low = at(1 - change);
      const OptionalNumber high = at(1 + change);
      const std::string id = LeverId(scenario, lever);
      const TornadoBar* bar = FindBar(tornado, scenario, id);
      ASSERT_EQ(bar != nullptr, low && high && *low != *high) << id;
      if (!bar) continue;
      ++bars;
      EXPECT_EQ(bar->low, *low) << id;
      EXPECT_EQ(bar->high, *high) << id;
      EXPECT_TRUE(std::isfinite(bar->swing));
    }
    EXPECT_EQ(bars, tornado.bars.size());
    const auto moves_more = [](const auto& a, const auto& b) {
      return a.swing > b.swing;
    };
    EXPECT_TRUE(
        std::is_sorted(tornado.bars.begin(), tornado.bars.end(), moves_more));
    EXPECT_TRUE(
        std::is_sorted(tornado.teams.begin(), tornado.teams.end(), moves_more));
  }
}

}  // namespace
}  // namespace sextant
