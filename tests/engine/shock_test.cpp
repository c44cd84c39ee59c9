#include "engine/metrics/shock.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "engine/metrics/evaluate.h"
#include "engine/model/presets.h"
#include "engine/model/validation.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

Scenario Shocked(const Scenario& scenario, std::vector<Shock> shocks) {
  const Result<Scenario> result = ApplyShocks(scenario, shocks);
  EXPECT_TRUE(result.ok());
  return result.ok() ? result.value() : scenario;
}

std::vector<Shock> ShocksOf(size_t preset) {
  const std::span<const Shock> shocks = ShockPresets()[preset].shocks;
  return {shocks.begin(), shocks.end()};
}

void ExpectRefused(const Shock& shock, ErrorCode code, const char* field) {
  const std::vector<Shock> shocks = {{"social", "visits", 1}, shock};
  const Result<Scenario> result = ApplyShocks(DefaultScenario(), shocks);
  ASSERT_FALSE(result.ok()) << field;
  EXPECT_EQ(result.error().code, code);
  EXPECT_EQ(result.error().field, field);
}

TEST(Shock, AffectsACellAMediumOrAKind) {
  const Scenario before = DefaultScenario();
  const auto changed = [&](const char* target) {
    std::vector<int> cells;
    const Scenario after = Shocked(before, {{target, "visits", 0.5}});
    for (int i = 0; i < 6; ++i) {
      if (after.cells[i].visits != before.cells[i].visits) cells.push_back(i);
    }
    return cells;
  };
  EXPECT_EQ(changed("search.paid"), std::vector<int>{3});
  EXPECT_EQ(changed("search"), (std::vector<int>{2, 3}));
  EXPECT_EQ(changed("paid"), (std::vector<int>{1, 3, 5}));
}

TEST(Shock, ShocksMultiplyOneAfterTheOther) {
  const Scenario after = Shocked(
      DefaultScenario(),
      {{"paid", "costPerClick", 2}, {"social.paid", "costPerClick", 3}});
  EXPECT_EQ(after.cells[1].cost_per_click,
            DefaultScenario().cells[1].cost_per_click * 6);
}

TEST(Shock, AResultBeyondTheBoundsStaysAtTheBound) {
  const Scenario after =
      Shocked(DefaultScenario(), {{"paid", "conversionRate", 1000}});
  EXPECT_EQ(after.cells[1].conversion_rate, 1);
  EXPECT_FALSE(Validate(after).has_value());
}

TEST(Shock, RefusesUnknownNamesWithTheirPath) {
  ExpectRefused({"tv", "visits", 1}, ErrorCode::kUnknownTarget,
                "shocks[1].target");
  ExpectRefused({"social", "orderValue", 1}, ErrorCode::kUnknownField,
                "shocks[1].field");
  ExpectRefused({"social", "visits", -0.1}, ErrorCode::kOutOfBounds,
                "shocks[1].factor");
  ExpectRefused({"social", "visits", std::nan("")}, ErrorCode::kNotFinite,
                "shocks[1].factor");
}

TEST(Shock, RefusesMoreThanThereMayBe) {
  std::vector<Shock> shocks(kMaxShocks, {"paid", "visits", 1});
  EXPECT_TRUE(ApplyShocks(DefaultScenario(), shocks).ok());
  shocks.push_back(shocks.front());
  const Result<Scenario> refused = ApplyShocks(DefaultScenario(), shocks);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error(), (Error{ErrorCode::kTooMany, "shocks", "1000"}));
}

TEST(Shock, RevenueAtRiskIsTheDifference) {
  Random random(3);
  for (int round = 0; round < 300; ++round) {
    const Scenario scenario = RandomScenario(random);
    const std::vector<Shock> shocks = {{"paid", "visits", random.Unit()}};
    const Result<ShockOutcome> outcome = EvaluateShocks(scenario, shocks);
    ASSERT_TRUE(outcome.ok());
    EXPECT_EQ(outcome.value().before.total.revenue,
              Evaluate(scenario).total.revenue);
    EXPECT_EQ(outcome.value().revenue_at_risk,
              outcome.value().before.total.revenue -
                  outcome.value().after.total.revenue);
    EXPECT_GE(outcome.value().revenue_at_risk,
              -1e-9 * outcome.value().before.total.revenue);
  }
}

TEST(ShockPresets, DoWhatTheirNamesSay) {
  ASSERT_EQ(ShockPresets().size(), 3u);
  const Scenario start = DefaultScenario();
  const Scenario algorithm = Shocked(start, ShocksOf(0));
  EXPECT_EQ(algorithm.cells[0].visits, start.cells[0].visits / 2);
  EXPECT_EQ(algorithm.cells[1], start.cells[1]);
  const Scenario auction = Shocked(start, ShocksOf(1));
  EXPECT_DOUBLE_EQ(auction.cells[5].cost_per_click,
                   start.cells[5].cost_per_click * 1.3);
  EXPECT_EQ(auction.cells[4], start.cells[4]);
  const Scenario outage = Shocked(start, ShocksOf(2));
  EXPECT_EQ(outage.cells[0].visits + outage.cells[1].visits, 0);
}

}  // namespace
}  // namespace sextant
