// The presets' numbers match the claims of their titles and descriptions.
#include "engine/model/presets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "engine/customers/customer_value.h"
#include "engine/customers/flywheel.h"
#include "engine/metrics/evaluate.h"
#include "engine/model/validation.h"

namespace sextant {
namespace {

Report ReportOf(const char* id) { return Evaluate(FindPreset(id)->scenario); }

TEST(Presets, AreSixValidScenariosWithTheirOwnIds) {
  std::set<std::string> ids;
  for (const Preset& preset : Presets()) {
    ids.insert(preset.id);
    EXPECT_FALSE(Validate(preset.scenario).has_value()) << preset.id;
    EXPECT_EQ(FindPreset(preset.id), &preset);
  }
  EXPECT_EQ(ids, (std::set<std::string>{
                     "cheap-clicks", "one-platform", "breaking-in", "balanced",
                     "funnel-thinking", "flywheel-turning"}));
  EXPECT_EQ(FindPreset("nothing"), nullptr);
  EXPECT_EQ(DefaultScenario(), FindPreset("cheap-clicks")->scenario);
}

TEST(Presets, CheapClicksAreNotCheapCustomers) {
  const Report report = ReportOf("cheap-clicks");
  EXPECT_EQ(report.cells()[1].quadrant, Quadrant::kLowCpcHighCpa);
  EXPECT_EQ(report.cells()[3].quadrant, Quadrant::kHighCpcLowCpa);
}

TEST(Presets, OnePlatformCarriesTheShop) {
  const Report report = ReportOf("one-platform");
  EXPECT_GT(*report.medium_concentration.largest_share, 0.7);
}

TEST(Presets, BreakingInHasACampaignInQuadrantThree) {
  const Report report = ReportOf("breaking-in");
  EXPECT_TRUE(std::any_of(report.cells().begin(), report.cells().end(),
                          [](const CellMetrics& cell) {
                            return cell.quadrant == Quadrant::kHighCpcHighCpa;
                          }));
}

TEST(Presets, BalancedHasSixSourcesOfSimilarWeight) {
  EXPECT_GE(*ReportOf("balanced").concentration.effective_sources, 5.5);
}

TEST(Presets, FunnelAndFlywheelAreTheSameCells) {
  const Scenario& funnel = FindPreset("funnel-thinking")->scenario;
  const Scenario& flywheel = FindPreset("flywheel-turning")->scenario;
  EXPECT_EQ(funnel.cells, flywheel.cells);
  EXPECT_EQ(funnel.gross_margin, flywheel.gross_margin);
  EXPECT_NE(funnel.retention, flywheel.retention);
  EXPECT_NE(funnel.flywheel, flywheel.flywheel);
}

TEST(Presets, FunnelThinkingHasTwoCampaignsThatLookLikeMistakes) {
  const Scenario& scenario = FindPreset("funnel-thinking")->scenario;
  const Report report = Evaluate(scenario);
  int mistakes = 0;
  for (int i = 0; i < 6; ++i) {
    if (report.cells()[i].quadrant != Quadrant::kHighCpcHighCpa) continue;
    ++mistakes;
    EXPECT_EQ(KindOf(i), Kind::kPaid);
    EXPECT_FALSE(PaybackMonthOfCell(scenario, report, i).has_value());
  }
  EXPECT_EQ(mistakes, 2);
  const FlywheelReport flywheel = SimulateFlywheel(scenario, report);
  EXPECT_EQ(flywheel.momentum, 0);
  EXPECT_EQ(flywheel.overtakes_in_month, std::nullopt);
}

TEST(Presets, WithTheFlywheelTurningTheyPayBack) {
  const Scenario& scenario = FindPreset("flywheel-turning")->scenario;
  const Report report = Evaluate(scenario);
  for (int i = 0; i < 6; ++i) {
    if (report.cells()[i].quadrant != Quadrant::kHighCpcHighCpa) continue;
    EXPECT_GT(PaybackMonthOfCell(scenario, report, i).value_or(0), 0) << i;
  }
  const FlywheelReport flywheel = SimulateFlywheel(scenario, report);
  EXPECT_GT(flywheel.momentum, 0.1);
  EXPECT_LT(flywheel.momentum, 1);
  EXPECT_TRUE(flywheel.overtakes_in_month.has_value());
}

}  // namespace
}  // namespace sextant
