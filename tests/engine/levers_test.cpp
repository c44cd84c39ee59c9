// The inputs that sensitivity and goal seek move.
#include "engine/decisions/levers.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "engine/model/presets.h"
#include "engine/model/validation.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

TEST(Levers, AreTheFieldsThatHaveATeam) {
  const Scenario scenario = DefaultScenario();
  std::set<std::string> ids;
  for (const Lever& lever : LeversOf(scenario)) {
    EXPECT_TRUE(ids.insert(LeverId(scenario, lever)).second);
  }
  // Six of each cell; margin, three of retention, growth and the rate of
  // referrals, four of each segment.
  EXPECT_EQ(ids.size(), 6u * 6 + 1 + 3 + 2 + 4 * 3);
  for (const char* id :
       {"social.paid/costPerClick", "integrated.organic/newCustomerShare",
        "grossMargin", "retention.discount", "flywheel.organicGrowth",
        "flywheel.segments.promoter.share"}) {
    EXPECT_TRUE(ids.contains(id)) << id;
    EXPECT_TRUE(FindLever(scenario, id)) << id;
  }
  for (const char* id :
       {"", "visits", "social.paid", "social.paid/", "social.paid/engagedShare",
        "flywheel.months", "thresholds.cpc", "response.elasticity",
        "remarketing.costPerClick", "season.startMonth", "video.paid/visits",
        "social.paid/grossMargin"}) {
    EXPECT_FALSE(FindLever(scenario, id)) << id;
  }
}

TEST(Levers, BelongToTheTeamsOfTheSpecification) {
  const Scenario scenario = DefaultScenario();
  const auto team = [&](const char* id) {
    return std::string(
        kTeamIds[static_cast<size_t>(FindLever(scenario, id)->team)]);
  };
  EXPECT_EQ(team("search.paid/visits"), "marketing");
  EXPECT_EQ(team("search.paid/costPerClick"), "marketing");
  EXPECT_EQ(team("flywheel.organicGrowth"), "marketing");
  EXPECT_EQ(team("search.paid/fixedCost"), "content");
  EXPECT_EQ(team("search.paid/conversionRate"), "product");
  EXPECT_EQ(team("search.paid/orderValue"), "product");
  EXPECT_EQ(team("grossMargin"), "product");
  EXPECT_EQ(team("search.paid/newCustomerShare"), "service");
  EXPECT_EQ(team("retention.discount"), "service");
  EXPECT_EQ(team("retention.churn"), "service");
  EXPECT_EQ(team("flywheel.segments.passive.share"), "service");
  EXPECT_EQ(team("flywheel.segments.passive.churn"), "service");
  EXPECT_EQ(team("flywheel.segments.detractor.referralVisits"), "community");
  EXPECT_EQ(team("flywheel.referralConversionRate"), "community");
}

TEST(Levers, MoveNothingElseAndLeaveAValidScenario) {
  Random random(1);
  for (int i = 0; i < 200; ++i) {
    const Scenario scenario = RandomScenario(random);
    const std::vector<Lever> levers = LeversOf(scenario);
    const Lever& lever = levers[static_cast<size_t>(
        random.Below(static_cast<int>(levers.size())))];
    Scenario moved = scenario;
    for (int step = 0; step < 5; ++step) {
      const double value = RandomValue(lever.field(), random);
      SetLever(moved, lever, value, scenario);
      EXPECT_EQ(LeverValue(moved, lever), value);
      EXPECT_FALSE(Validate(moved)) << LeverId(scenario, lever);
    }
    SetLever(moved, lever, LeverValue(scenario, lever), scenario);
    for (const Lever& other : levers) {
      EXPECT_NEAR(LeverValue(moved, other), LeverValue(scenario, other), 1e-15)
          << LeverId(scenario, lever) << ", " << LeverId(scenario, other);
    }
  }
}

TEST(Levers, SharesGiveWayInProportionAndEquallyFromZero) {
  Scenario scenario = DefaultScenario();
  auto& [promoter, passive, detractor] = scenario.flywheel.segments;
  promoter.share = 0.2;
  passive.share = 0.6;
  detractor.share = 0.2;
  const Lever lever = *FindLever(scenario, "flywheel.segments.promoter.share");
  Scenario moved = scenario;
  SetLever(moved, lever, 0.3001, scenario);
  EXPECT_DOUBLE_EQ(moved.flywheel.segments[1].share, 0.6999 * 0.75);
  EXPECT_DOUBLE_EQ(moved.flywheel.segments[2].share, 0.6999 * 0.25);
  SetLever(moved, lever, 1, scenario);
  EXPECT_DOUBLE_EQ(moved.flywheel.segments[1].share, 0);
  const Scenario full = moved;
  SetLever(moved, lever, 0.9, full);
  EXPECT_NEAR(moved.flywheel.segments[1].share, 0.05, 1e-15);
  EXPECT_NEAR(moved.flywheel.segments[2].share, 0.05, 1e-15);
}

}  // namespace
}  // namespace sextant
