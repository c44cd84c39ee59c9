// Who is worth bringing back (DOMAIN.md, section 9).
#include "engine/customers/remarketing.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/model/presets.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

// 1,000 visits of which 30 % are engaged, and 3,000 of which 10 % are.
Scenario TwoCells() {
  Scenario scenario = EmptyScenario();
  scenario.cells[0].visits = 1000;
  scenario.cells[0].engaged_share = 0.3;
  scenario.cells[3].visits = 3000;
  scenario.cells[3].engaged_share = 0.1;
  scenario.remarketing = {0.2, 3};
  return scenario;
}

TEST(Remarketing, AgreesWithACalculationByHand) {
  const RemarketingReport report = MeasureRemarketing(TwoCells());
  ASSERT_EQ(report.cells().size(), 6u);
  EXPECT_DOUBLE_EQ(*report.density, 0.15);
  EXPECT_DOUBLE_EQ(*report.conversion_rate, 0.03);
  EXPECT_DOUBLE_EQ(*report.cpa, 100);
  EXPECT_DOUBLE_EQ(report.cells()[0].engaged_visits, 300);
  EXPECT_DOUBLE_EQ(*report.cells()[0].density_effect, 0.15 - 0.1);
  EXPECT_DOUBLE_EQ(*report.cells()[0].cpa_effect, 100 - 150);
  EXPECT_DOUBLE_EQ(*report.cells()[3].density_effect, 0.15 - 0.3);
  EXPECT_DOUBLE_EQ(*report.cells()[3].cpa_effect, 100 - 50);
}

TEST(Remarketing, ACellWithoutVisitsHasNoEffectAtAll) {
  const RemarketingReport report = MeasureRemarketing(TwoCells());
  for (const int idle : {1, 2, 4, 5}) {
    EXPECT_EQ(report.cells()[idle].density_effect, 0) << idle;
    EXPECT_EQ(report.cells()[idle].cpa_effect, 0) << idle;
  }
}

TEST(Remarketing, JunkTrafficDilutesThePool) {
  Scenario scenario = TwoCells();
  const double before = *MeasureRemarketing(scenario).cpa;
  scenario.cells[1].visits = 5000;  // nobody engaged
  const RemarketingReport report = MeasureRemarketing(scenario);
  EXPECT_GT(*report.cpa, before);
  EXPECT_LT(*report.cells()[1].density_effect, 0);
  EXPECT_DOUBLE_EQ(*report.cells()[1].cpa_effect, *report.cpa - before);
}

TEST(Remarketing, EffectsAreDifferencesFromTheScenarioWithoutTheCell) {
  Random random(51);
  for (int round = 0; round < 1000; ++round) {
    const Scenario scenario = RandomScenario(random);
    const RemarketingReport report = MeasureRemarketing(scenario);
    for (size_t i = 0; i < scenario.cells.size(); ++i) {
      Scenario without = scenario;
      without.cells[i].visits = 0;
      const RemarketingReport other = MeasureRemarketing(without);
      const RemarketingCell& cell = report.cells()[i];
      ASSERT_EQ(cell.density_effect.has_value(),
                report.density && other.density);
      if (cell.density_effect) {
        ASSERT_EQ(*cell.density_effect, *report.density - *other.density);
      }
      ASSERT_EQ(cell.cpa_effect.has_value(), report.cpa && other.cpa);
      if (cell.cpa_effect) {
        ASSERT_EQ(*cell.cpa_effect, *report.cpa - *other.cpa);
      }
      ASSERT_TRUE(std::isfinite(cell.cpa_effect.value_or(0)));
    }
    ASSERT_GE(report.density.value_or(0), 0);
    ASSERT_LE(report.density.value_or(0), 1 + 1e-12);
  }
}

TEST(Remarketing, WithoutADenominatorIsUndefined) {
  const RemarketingReport nobody = MeasureRemarketing(EmptyScenario());
  EXPECT_FALSE(nobody.density.has_value());
  EXPECT_FALSE(nobody.conversion_rate.has_value());
  EXPECT_FALSE(nobody.cpa.has_value());
  EXPECT_FALSE(nobody.cells()[0].density_effect.has_value());

  const RemarketingReport unmarked = MeasureRemarketing(DefaultScenario());
  EXPECT_EQ(unmarked.density, 0);
  EXPECT_EQ(unmarked.conversion_rate, 0);
  EXPECT_FALSE(unmarked.cpa.has_value());

  Scenario alone = TwoCells();
  alone.cells[3].visits = 0;
  const RemarketingReport report = MeasureRemarketing(alone);
  EXPECT_DOUBLE_EQ(*report.density, 0.3);
  EXPECT_FALSE(report.cells()[0].density_effect.has_value())
      << "without it there is no pool";

  Scenario unsold = TwoCells();
  unsold.remarketing.engaged_conversion_rate = 0;
  EXPECT_FALSE(MeasureRemarketing(unsold).cpa.has_value());
  Scenario free = TwoCells();
  free.remarketing.cost_per_click = 0;
  EXPECT_EQ(MeasureRemarketing(free).cpa, 0);
}

}  // namespace
}  // namespace sextant
