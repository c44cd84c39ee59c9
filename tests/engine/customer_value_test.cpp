// What a customer is worth (DOMAIN.md, section 6): the document's numbers, then
// the closed forms compared with explicit sums.
#include "engine/customers/customer_value.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/metrics/evaluate.h"
#include "engine/model/presets.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

constexpr int kRounds = 2000;
constexpr double kRounding = 1e-12;

// A churn at which hardly anyone is left after 10,000 months.
Retention SomeRetention(Random& random) {
  return {random.Unit() * 2, 0.005 + 0.995 * random.Unit(),
          random.Unit() * 0.05};
}

// The first order plus `months` months of repeat orders, added one by one.
double SumUntil(double contribution, int months, const Retention& retention) {
  const double kept = (1 - retention.churn) / (1 + retention.discount);
  double sum = 1;
  double still_there = 1;
  for (int month = 1; month <= months; ++month) {
    still_there *= kept;
    sum += retention.repeat_orders * still_there;
  }
  return contribution * sum;
}

OptionalNumber PaybackMonth(double contribution, double cac,
                            const Retention& retention) {
  return ValueCustomer(contribution, cac, retention).payback_month;
}

TEST(CustomerValue, OfTheWorkedCustomer) {
  const CustomerValue value = ValueCustomer(500, 700, {0.25, 0.1, 0.01});
  EXPECT_NEAR(*value.ltv, 1522.7272727272727, 1e-9);
  EXPECT_NEAR(*value.ltv_to_cac, 1522.7272727272727 / 700, 1e-12);
  EXPECT_EQ(value.payback_month, 2);
}

TEST(CustomerValue, OfAScenarioIsThatOfItsAverageCustomer) {
  Scenario scenario = EmptyScenario();
  scenario.gross_margin = 0.5;
  scenario.cells[0] = {1000, 0.1, 800, 0, 0, 1};
  scenario.cells[1] = {1000, 0.1, 1200, 50, 0, 0.5};
  const CustomerValue value = ValueOfCustomer(scenario, Evaluate(scenario));
  EXPECT_NEAR(*value.ltv, 1522.7272727272727, 1e-9);
  EXPECT_NEAR(*value.ltv_to_cac, 1522.7272727272727 / (50000.0 / 150), 1e-12);
  EXPECT_EQ(value.payback_month, 0);
}

TEST(CustomerValue, IsTheSumOverALifetime) {
  Random random(31);
  for (int round = 0; round < 300; ++round) {
    const Retention retention = SomeRetention(random);
    const double contribution = random.Unit() * 1000;
    const double sum = SumUntil(contribution, 10000, retention);
    EXPECT_NEAR(*ValueCustomer(contribution, {}, retention).ltv, sum,
                1e-9 * sum);
  }
}

TEST(CustomerValue, UpToAMonthIsTheSumUpToIt) {
  Random random(32);
  for (int round = 0; round < kRounds; ++round) {
    const Retention retention = SomeRetention(random);
    const int months = random.Below(200);
    const double sum = SumUntil(100, months, retention);
    ASSERT_NEAR(ContributionUntil(100, months, retention), sum,
                kRounding * sum);
  }
}

TEST(CustomerValue, PaybackMonthIsTheFirstThatCoversTheCost) {
  const Retention retention = {1, 0.5, 0};  // 100, 150, 175, 187.5, … 200
  EXPECT_EQ(PaybackMonth(100, 0, retention), 0);
  EXPECT_EQ(PaybackMonth(100, 100, retention), 0);
  EXPECT_EQ(PaybackMonth(100, 100.01, retention), 1);
  EXPECT_EQ(PaybackMonth(100, 150, retention), 1);
  EXPECT_EQ(PaybackMonth(100, 175, retention), 2);
  EXPECT_EQ(PaybackMonth(100, 175.01, retention), 3);
  EXPECT_EQ(PaybackMonth(100, 199.99, retention), 14);
  // Covered only in the limit, so never.
  EXPECT_EQ(PaybackMonth(100, 200, retention), std::nullopt);
}

TEST(CustomerValue, PaybackMonthAgreesWithTryingEveryMonth) {
  Random random(33);
  int late = 0;
  int never = 0;
  for (int round = 0; round < kRounds; ++round) {
    const Retention retention = SomeRetention(random);
    const double ltv = *ValueCustomer(100, {}, retention).ltv;
    const double cac = ltv * random.Unit() * 1.2;
    const auto month = PaybackMonth(100, cac, retention);
    if (!month) {
      ++never;
      ASSERT_LT(ltv, cac * (1 + kRounding));
      continue;
    }
    const int found = static_cast<int>(*month);
    late += found > 1;
    ASSERT_EQ(*month, found) << "a whole number";
    // Where a sum equals the cost except for rounding, either month is right.
    ASSERT_GE(SumUntil(100, found, retention), cac * (1 - kRounding));
    if (found == 0) continue;
    ASSERT_LT(SumUntil(100, found - 1, retention), cac * (1 + kRounding))
        << found;
  }
  EXPECT_GT(late, 200);
  EXPECT_GT(never, 100);
}

TEST(CustomerValue, PaybackMonthIsExactWhereTheCostIsBarelyCovered) {
  Random random(36);
  for (int round = 0; round < kRounds; ++round) {
    const Retention retention = {1, 0.005 + 0.4 * random.Unit(), 0.01};
    const int month = 1 + random.Below(48);
    double cac = ContributionUntil(1, month, retention);
    for (int i = 0; i < 2; ++i) cac = std::nextafter(cac, 0);
    ASSERT_EQ(PaybackMonth(1, cac, retention), month) << retention.churn;
  }
}

TEST(CustomerValue, ACostAboveTheLifetimeValueIsNeverPaidBack) {
  const Retention retention = {0.25, 0.1, 0.01};
  EXPECT_EQ(PaybackMonth(500, 1523, retention), std::nullopt);
  EXPECT_NE(PaybackMonth(500, 1522, retention), std::nullopt);
  // Nobody stays, or nobody orders again: the first order is all there is.
  for (const Retention& once : {Retention{0.25, 1, 0.01}, {0, 0.1, 0.01}}) {
    EXPECT_EQ(ValueCustomer(500, {}, once).ltv, 500);
    EXPECT_EQ(PaybackMonth(500, 500, once), 0);
    EXPECT_EQ(PaybackMonth(500, 500.01, once), std::nullopt);
  }
  EXPECT_EQ(PaybackMonth(0, 1, retention), std::nullopt);
  EXPECT_EQ(*ValueCustomer(0, 1, retention).ltv_to_cac, 0);
}

TEST(CustomerValue, WithoutOrdersOrNewCustomersIsUndefined) {
  const CustomerValue nobody =
      ValueOfCustomer(EmptyScenario(), Evaluate(EmptyScenario()));
  EXPECT_FALSE(nobody.ltv.has_value());
  EXPECT_FALSE(nobody.ltv_to_cac.has_value());
  EXPECT_FALSE(nobody.payback_month.has_value());
  Scenario regulars = EmptyScenario();
  regulars.cells[1] = {1000, 0.1, 800, 10, 0, 0};
  const CustomerValue old = ValueOfCustomer(regulars, Evaluate(regulars));
  EXPECT_GT(*old.ltv, 400);
  EXPECT_FALSE(old.ltv_to_cac.has_value());
  EXPECT_FALSE(old.payback_month.has_value());
}

TEST(CustomerValue, WithoutCostPaybackIsImmediateAndThereIsNoRatio) {
  Scenario scenario = EmptyScenario();
  scenario.cells[0] = {1000, 0.1, 800, 0, 0, 1};
  const CustomerValue value = ValueOfCustomer(scenario, Evaluate(scenario));
  EXPECT_FALSE(value.ltv_to_cac.has_value());
  EXPECT_EQ(value.payback_month, 0);
}

TEST(CustomerValue, OfACellUsesItsOwnOrderValueAndCac) {
  Random random(34);
  for (int round = 0; round < 300; ++round) {
    const Scenario scenario = RandomScenario(random);
    const Report report = Evaluate(scenario);
    for (int i = 0; i < static_cast<int>(scenario.cells.size()); ++i) {
      const Cell& cell = scenario.cells[i];
      const CustomerValue value = ValueOfCustomer(scenario, report, i);
      const CustomerValue expected =
          ValueCustomer(scenario.gross_margin * cell.order_value,
                        report.cells()[i].cac, scenario.retention);
      ASSERT_EQ(value.ltv, expected.ltv);
      ASSERT_EQ(value.ltv_to_cac, expected.ltv_to_cac);
      ASSERT_EQ(value.payback_month, expected.payback_month);
      ASSERT_EQ(value.payback_month.has_value(),
                PaybackMonthOfCell(scenario, report, i).has_value() ||
                    (value.payback_month &&
                     report.cells()[i].quadrant != Quadrant::kHighCpcHighCpa));
    }
  }
}

TEST(CustomerValue, PaysBackOnlyCellsInQuadrantThree) {
  const Scenario& turning = FindPreset("flywheel-turning")->scenario;
  const Report report = Evaluate(turning);
  int redeemed = 0;
  for (int i = 0; i < 6; ++i) {
    const auto month = PaybackMonthOfCell(turning, report, i);
    const bool third = report.cells()[i].quadrant == Quadrant::kHighCpcHighCpa;
    EXPECT_EQ(month.has_value(), third) << i;
    if (third) {
      EXPECT_EQ(month, ValueOfCustomer(turning, report, i).payback_month);
    }
    redeemed += month.has_value();
  }
  EXPECT_EQ(redeemed, 2);
  const Scenario& once = FindPreset("funnel-thinking")->scenario;
  for (int i = 0; i < 6; ++i) {
    EXPECT_EQ(PaybackMonthOfCell(once, Evaluate(once), i), std::nullopt) << i;
  }
}

TEST(CustomerValue, IsFiniteOrUndefinedForEveryValidScenario) {
  Random random(35);
  for (int round = 0; round < kRounds; ++round) {
    const Scenario scenario = RandomScenario(random);
    const Report report = Evaluate(scenario);
    const CustomerValue value = ValueOfCustomer(scenario, report);
    ASSERT_TRUE(std::isfinite(value.ltv.value_or(0)));
    ASSERT_TRUE(std::isfinite(value.ltv_to_cac.value_or(0)));
    const double month = value.payback_month.value_or(0);
    ASSERT_TRUE(std::isfinite(month));
    ASSERT_GE(month, 0);
    ASSERT_EQ(month, std::floor(month));
  }
}

}  // namespace
}  // namespace sextant
