#include "words/results.h"

#include <gtest/gtest.h>

#include "engine/metrics/evaluate.h"
#include "engine/model/presets.h"
#include "locales/text.h"
#include "words/result_lists.h"

namespace sextant {
namespace {

const NumberFormat kEnglish = {Language::kEnglish, {"NT$", ""}};

ResultDefinition Result(Better better, bool absolute = false) {
  return {"some",
          Unit::kCount,
          better,
          TextId::kMetricVisits,
          TextId::kMetricVisits,
          TextId::kReasonNoVisits,
          absolute};
}

std::string ChangeText(const ResultDefinition& result, Ratio now,
                       Ratio before) {
  return ChangeOf(result, now, before, kEnglish).text;
}

TEST(Results, AChangeIsAPercentageOrADifference) {
  const ResultDefinition part = Result(Better::kHigher);
  const ResultDefinition whole = Result(Better::kHigher, true);
  EXPECT_EQ(ChangeText(part, 112, 100), "+12%");
  EXPECT_EQ(ChangeText(part, 88, 100), "−12%");
  EXPECT_EQ(ChangeText(part, -50, -100), "+50%");
  EXPECT_EQ(ChangeText(whole, 15, 12), "+3");
  EXPECT_EQ(ChangeText(whole, -15, -12), "−3");
  EXPECT_EQ(ChangeText(whole, 3, 0), "+3");
}

TEST(Results, ATinyChangeIsNone) {
  EXPECT_EQ(ChangeText(Result(Better::kHigher), 100.04, 100), "±0%");
  EXPECT_EQ(ChangeText(Result(Better::kHigher, true), 100.0004, 100), "±0");
}

TEST(Results, WithoutAValueOrAPercentageThereIsNoChange) {
  EXPECT_EQ(ChangeText(Result(Better::kHigher), {}, 1), "");
  EXPECT_EQ(ChangeText(Result(Better::kHigher), 1, {}), "");
  EXPECT_EQ(ChangeText(Result(Better::kHigher), 1, 0), "");
}

TEST(Results, AChangeIsForTheBetterInTheDirectionOfItsResult) {
  const auto verdict = [](Better better, double now) {
    return ChangeOf(Result(better), now, 100, kEnglish).verdict;
  };
  EXPECT_EQ(verdict(Better::kHigher, 110), Verdict::kBetter);
  EXPECT_EQ(verdict(Better::kHigher, 90), Verdict::kWorse);
  EXPECT_EQ(verdict(Better::kLower, 110), Verdict::kWorse);
  EXPECT_EQ(verdict(Better::kLower, 90), Verdict::kBetter);
  EXPECT_EQ(verdict(Better::kNeither, 110), Verdict::kNeither);
  EXPECT_EQ(verdict(Better::kHigher, 100), Verdict::kNeither);
}

TEST(Results, AnUndefinedResultIsADashWithItsReason) {
  const ShownResult none = Show(Result(Better::kHigher), {}, 1, kEnglish);
  EXPECT_EQ(none.text, "—");
  EXPECT_EQ(none.reason, TextId::kReasonNoVisits);
  const ShownResult some = Show(Result(Better::kHigher), 1234, {}, kEnglish);
  EXPECT_EQ(some.text, "1,234");
  EXPECT_EQ(some.reason, std::nullopt);
}

ShownResult AfterOrder(const Scenario& scenario, std::string_view id) {
  const Report report = Evaluate(scenario);
  const FlywheelReport flywheel = SimulateFlywheel(scenario, report);
  for (const ShownResult& shown :
       ShowAfterOrder({scenario, report, flywheel}, nullptr, kEnglish)) {
    if (shown.result->id == id) return shown;
  }
  ADD_FAILURE() << id;
  return {};
}

TEST(Results, ProfitsAreThoseOfTheLastMonthAndTheirDifference) {
  const Scenario scenario = FindPreset("flywheel-turning")->scenario;
  const Report report = Evaluate(scenario);
  const FlywheelReport flywheel = SimulateFlywheel(scenario, report);
  const double wheel = flywheel.flywheel().back().cumulative_profit;
  const double funnel = flywheel.funnel().back().cumulative_profit;
  ASSERT_GT(wheel, funnel);
  EXPECT_EQ(AfterOrder(scenario, "flywheelProfit").text, kEnglish.Money(wheel));
  EXPECT_EQ(AfterOrder(scenario, "funnelProfit").text, kEnglish.Money(funnel));
  EXPECT_EQ(AfterOrder(scenario, "profitAhead").text,
            kEnglish.Money(wheel - funnel));
}

TEST(Results, EveryResultAfterTheOrderIsShown) {
  for (const ResultDefinition& result : kAfterOrderResults) {
    EXPECT_FALSE(AfterOrder(DefaultScenario(), result.id).text.empty())
        << result.id;
  }
}

TEST(Results, ThereIsAReasonForEveryKindOfMissingPayback) {
  Scenario nobody = DefaultScenario();
  for (Cell& cell : nobody.cells) cell.visits = 0;
  EXPECT_EQ(AfterOrder(nobody, "paybackMonth").reason,
            TextId::kReasonNoNewCustomers);
  Scenario expensive = DefaultScenario();
  for (Cell& cell : expensive.cells) cell.cost_per_click = 900;
  EXPECT_EQ(AfterOrder(expensive, "paybackMonth").reason,
            TextId::kReasonNeverPaysBack);
  Scenario free = DefaultScenario();
  for (Cell& cell : free.cells) cell.cost_per_click = cell.fixed_cost = 0;
  EXPECT_EQ(AfterOrder(free, "ltvToCac").reason, TextId::kReasonNoSpend);
  EXPECT_EQ(AfterOrder(free, "paybackMonth").text,
            Text(Language::kEnglish, TextId::kUiPaybackAtOnce));
}

TEST(Results, AnEffectOnThePoolHasItsSign) {
  Scenario scenario = DefaultScenario();
  scenario.cells[0].engaged_share = 0.9;
  const RemarketingReport remarketing = MeasureRemarketing(scenario);
  int above = 0;
  int below = 0;
  for (int cell = 0; cell < remarketing.cell_count; ++cell) {
    const double effect =
        *remarketing.cells()[static_cast<size_t>(cell)].density_effect;
    const std::string text =
        ShowDensityEffect(remarketing, cell, kEnglish).text;
    EXPECT_EQ(text.starts_with("−"), effect < 0) << text;
    EXPECT_EQ(text.starts_with("+"), effect > 0) << text;
    above += effect > 0;
    below += effect < 0;
  }
  EXPECT_GT(above, 0);
  EXPECT_GT(below, 0);
}

}  // namespace
}  // namespace sextant
