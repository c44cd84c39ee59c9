// What the presets' titles and sentences claim is true of their numbers.
#include "engine/presets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "engine/evaluate.h"
#include "engine/validation.h"

namespace sextant {
namespace {

Report ReportOf(const char* id) { return Evaluate(FindPreset(id)->scenario); }

TEST(Presets, AreFourValidScenariosWithTheirOwnIds) {
  std::set<std::string> ids;
  for (const Preset& preset : Presets()) {
    ids.insert(preset.id);
    EXPECT_FALSE(Validate(preset.scenario).has_value()) << preset.id;
    EXPECT_EQ(FindPreset(preset.id), &preset);
  }
  EXPECT_EQ(ids, (std::set<std::string>{"cheap-clicks", "one-platform",
                                        "breaking-in", "balanced"}));
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

}  // namespace
}  // namespace sextant
