// What it would take for payback within a year: each suggestion is tried out.
#include "engine/customers/payback.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/customers/customer_value.h"
#include "engine/customers/flywheel.h"
#include "engine/metrics/evaluate.h"
#include "engine/model/presets.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

constexpr double kLittle = 1e-6;

// Margin 100 per order, and a cost of `cac` for each customer.
Scenario Costing(double cac) {
  Scenario scenario = DefaultScenario();
  scenario.cells.assign(6, {});
  scenario.gross_margin = 0.5;
  scenario.cells[1] = {10000, 0.1, 200, cac / 10, 0, 1};
  scenario.flywheel.referral_conversion_rate = 0.03;
  return scenario;
}

Scenario RandomCase(Random& random) {
  Scenario scenario = Costing(100 + random.Unit() * 400);
  scenario.retention = {random.Unit(), 0.01 + random.Unit() * 0.5,
                        random.Unit() * 0.03};
  for (SegmentHabits& segment : scenario.flywheel.segments) {
    segment = {random.Unit(), 0.02 + random.Unit() * 0.5, 0,
               random.Unit() * 0.5};
  }
  NormaliseShares(scenario.flywheel);
  scenario.flywheel.segments[0].referral_visits += 0.5;
  return scenario;
}

std::optional<PaybackNeeds> Needs(const Scenario& scenario) {
  return FindPaybackNeeds(scenario, Evaluate(scenario));
}

bool PaysBackByRepeatOrders(const Scenario& scenario) {
  const auto month =
      ValueOfCustomer(scenario, Evaluate(scenario)).payback_month;
  return month && *month <= kPaybackGoal;
}

// In the long run, counting referred customers, who cost nothing.
bool PaysBackByReferral(const Scenario& scenario) {
  const Report report = Evaluate(scenario);
  const FlywheelReport flywheel = SimulateFlywheel(scenario, report);
  if (!flywheel.steady_state) return true;  // their number grows without limit
  const double cac = report.total.spend / flywheel.steady_state->new_customers;
  return ContributionUntil(*report.total.order_value * scenario.gross_margin,
                           kPaybackGoal, scenario.retention) >= cac;
}

Scenario WithChurn(Scenario scenario, double churn) {
  scenario.retention.churn = churn;
  return scenario;
}

Scenario WithReferralVisits(Scenario scenario, double visits) {
  scenario.flywheel.segments[0].referral_visits = visits;
  return scenario;
}

// First detractors become promoters, then passives do.
Scenario WithNps(Scenario scenario, double nps) {
  auto& [promoter, passive, detractor] = scenario.flywheel.segments;
  const double missing = nps / 100 - (promoter.share - detractor.share);
  const double from_detractors = std::min(missing / 2, detractor.share);
  const double from_passives = missing - 2 * from_detractors;
  promoter.share += from_detractors + from_passives;
  detractor.share -= from_detractors;
  passive.share -= from_passives;
  return scenario;
}

TEST(Payback, NeedsNothingWherePaidBackInTime) {
  EXPECT_FALSE(Needs(Costing(100)).has_value());
  // 100·(1 + 0.25·Σ 0.891^1..12) ≈ 253
  EXPECT_FALSE(Needs(Costing(250)).has_value());
  EXPECT_TRUE(Needs(Costing(260)).has_value());
  EXPECT_FALSE(Needs(EmptyScenario()).has_value()) << "there is no customer";
  Scenario regulars = Costing(260);
  regulars.cells[1].new_customer_share = 0;
  EXPECT_FALSE(Needs(regulars).has_value()) << "nobody new is won";
}

TEST(Payback, EachSuggestionIsJustEnough) {
  Random random(61);
  int churns = 0;
  int visits = 0;
  int scores = 0;
  for (int round = 0; round < 3000; ++round) {
    const Scenario scenario = RandomCase(random);
    const auto needs = Needs(scenario);
    ASSERT_EQ(needs.has_value(), !PaysBackByRepeatOrders(scenario));
    if (!needs) continue;
    if (needs->churn) {
      ++churns;
      EXPECT_LT(*needs->churn, scenario.retention.churn);
      EXPECT_TRUE(PaysBackByRepeatOrders(
          WithChurn(scenario, *needs->churn * (1 - kLittle))));
      EXPECT_FALSE(PaysBackByRepeatOrders(
          WithChurn(scenario, *needs->churn * (1 + kLittle))));
    }
    if (needs->referral_visits.value_or(0) > 0) {
      ++visits;
      const double value = *needs->referral_visits;
      EXPECT_TRUE(PaysBackByReferral(
          WithReferralVisits(scenario, value * (1 + kLittle))));
      EXPECT_FALSE(PaysBackByReferral(
          WithReferralVisits(scenario, value * (1 - kLittle))));
    }
    if (needs->nps && !PaysBackByReferral(scenario)) {
      ++scores;
      EXPECT_TRUE(PaysBackByReferral(WithNps(scenario, *needs->nps + kLittle)));
      EXPECT_FALSE(
          PaysBackByReferral(WithNps(scenario, *needs->nps - kLittle)));
    }
  }
  EXPECT_GT(churns, 100);
  EXPECT_GT(visits, 300);
  EXPECT_GT(scores, 50);
}

TEST(Payback, ASuggestionBeyondTheBoundsIsUndefined) {
  Scenario hopeless = Costing(1000);
  hopeless.retention = {0.01, 0.1, 0};
  hopeless.flywheel.referral_conversion_rate = 0;
  const auto needs = Needs(hopeless);
  ASSERT_TRUE(needs.has_value());
  EXPECT_FALSE(needs->churn.has_value());
  EXPECT_FALSE(needs->referral_visits.has_value());
  EXPECT_FALSE(needs->nps.has_value());

  // One visit in a million buys: even 100 visits a month are not enough.
  hopeless.flywheel.referral_conversion_rate = 1e-6;
  EXPECT_FALSE(Needs(hopeless)->referral_visits.has_value());
  EXPECT_FALSE(Needs(hopeless)->nps.has_value());
}

TEST(Payback, StaysWithinItsBoundsForEveryValidScenario) {
  Random random(62);
  for (int round = 0; round < 2000; ++round) {
    const Scenario scenario = RandomScenario(random);
    const auto needs = Needs(scenario);
    if (!needs) continue;
    if (needs->churn) {
      EXPECT_GE(*needs->churn, 1e-4);
      EXPECT_LE(*needs->churn, 1);
    }
    if (needs->referral_visits) {
      EXPECT_GE(*needs->referral_visits, 0);
      EXPECT_LE(*needs->referral_visits, 100);
    }
    if (needs->nps) {
      EXPECT_GE(*needs->nps, -100 - 1e-9);
      EXPECT_LE(*needs->nps, 100 + 1e-9);
    }
  }
}

}  // namespace
}  // namespace sextant
