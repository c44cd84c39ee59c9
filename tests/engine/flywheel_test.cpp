// The flywheel against the funnel (DOMAIN.md, section 7).
#include "engine/customers/flywheel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

#include "base/double_bits.h"
#include "engine/metrics/evaluate.h"
#include "engine/model/fields.h"
#include "engine/model/lists.h"
#include "engine/model/presets.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

FlywheelReport Turn(const Scenario& scenario) {
  return SimulateFlywheel(scenario, Evaluate(scenario));
}

double NewCustomers(const FlywheelMonth& month) {
  return month.new_customers_bought + month.new_customers_referred;
}

void ExpectNear(double a, double b, double tolerance = 1e-9) {
  EXPECT_NEAR(a, b, tolerance * std::max(std::abs(a), std::abs(b)));
}

// Realistic numbers, for which rounding does not matter.
Scenario PlausibleScenario(Random& random) {
  Scenario scenario = DefaultScenario();
  for (Cell& cell : scenario.cells) {
    cell = {1000 + random.Unit() * 1e5, 0.005 + random.Unit() * 0.1,
            100 + random.Unit() * 2000, random.Unit() * 20,
            random.Unit() * 1e5,        random.Unit()};
  }
  FlywheelInputs& flywheel = scenario.flywheel;
  flywheel.months = 1 + random.Below(kMaxMonths);
  if (random.OneIn(2)) flywheel.organic_growth = random.Unit() * 0.05;
  if (random.OneIn(2)) flywheel.referral_conversion_rate = random.Unit() * 0.05;
  for (SegmentHabits& segment : flywheel.segments) {
    segment = {random.Unit(), 0.01 + random.Unit() * 0.5, random.Unit(),
               random.Unit()};
  }
  NormaliseShares(flywheel);
  return scenario;
}

// 1,000 new customers a month at 100 each; one kind of customer.
Scenario OneSegment(double churn, double repeat_orders, double referral_visits,
                    double rate) {
  Scenario scenario = EmptyScenario();
  scenario.cells[1] = {10000, 0.1, 100, 2, 0, 1};
  scenario.flywheel.referral_conversion_rate = rate;
  scenario.flywheel.segments = {{{1, churn, repeat_orders, referral_visits},
                                 {0, 0.5, 0, 0},
                                 {0, 0.5, 0, 0}}};
  return scenario;
}

TEST(Flywheel, AgreesWithACalculationByHand) {
  Scenario scenario = OneSegment(0.5, 0.1, 2, 0.1);
  scenario.flywheel.months = 3;
  const FlywheelReport report = Turn(scenario);
  ASSERT_EQ(report.flywheel().size(), 3u);
  const FlywheelMonth& first = report.flywheel()[0];
  EXPECT_EQ(first.active[0], 0);
  EXPECT_DOUBLE_EQ(first.revenue, 100000);
  EXPECT_DOUBLE_EQ(first.profit, 30000);
  EXPECT_DOUBLE_EQ(*first.cac, 20);
  EXPECT_EQ(first.share_not_bought, 0);
  const FlywheelMonth& second = report.flywheel()[1];
  EXPECT_DOUBLE_EQ(second.active[0], 1000);
  EXPECT_DOUBLE_EQ(second.new_customers_referred, 200);
  EXPECT_DOUBLE_EQ(second.repeat_orders, 100);
  EXPECT_DOUBLE_EQ(second.revenue, 130000);
  EXPECT_DOUBLE_EQ(*second.share_not_bought, 30.0 / 130);
  EXPECT_DOUBLE_EQ(*second.cac, 20000.0 / 1200);
  EXPECT_DOUBLE_EQ(second.cumulative_profit, 75000);
  const FlywheelMonth& third = report.flywheel()[2];
  EXPECT_DOUBLE_EQ(third.active[0], 500 + 1200);
  EXPECT_DOUBLE_EQ(third.new_customers_referred, 340);
  EXPECT_DOUBLE_EQ(report.funnel()[2].cumulative_profit, 90000);
  EXPECT_DOUBLE_EQ(report.funnel()[2].active[0], 1500);
  EXPECT_EQ(report.overtakes_in_month, 1);
  EXPECT_DOUBLE_EQ(report.momentum, 0.4);
  EXPECT_DOUBLE_EQ(*report.long_run_multiplier, 1 / 0.6);
}

TEST(Flywheel, GrowthAppliesOnlyToOrganicVisits) {
  Scenario scenario = OneSegment(1, 0, 0, 0);
  scenario.cells[0] = {2000, 0.1, 50, 1, 300, 0.5};
  scenario.flywheel.organic_growth = 0.1;
  const FlywheelReport report = Turn(scenario);
  for (int t : {0, 1, 7, 23}) {
    const double grown = std::pow(1.1, t);
    const FlywheelMonth& month = report.flywheel()[t];
    ExpectNear(month.new_customers_bought, 1000 + 100 * grown);
    ExpectNear(month.revenue, 100000 + 10000 * grown);
    ExpectNear(month.spend, 20000 + 300 + 2000 * grown);
    EXPECT_EQ(report.funnel()[t].revenue, 110000);
  }
}

TEST(Flywheel, MonthZeroIsTheResultOfEvaluate) {
  Random random(41);
  for (int round = 0; round < 500; ++round) {
    const Scenario scenario = RandomScenario(random);
    const Report report = Evaluate(scenario);
    const FlywheelReport flywheel = SimulateFlywheel(scenario, report);
    for (const auto& month : {flywheel.flywheel()[0], flywheel.funnel()[0]}) {
      ASSERT_EQ(BitsOf(month.new_customers_bought),
                BitsOf(report.total.new_customers));
      ASSERT_EQ(BitsOf(month.revenue), BitsOf(report.total.revenue));
      ASSERT_EQ(BitsOf(month.spend), BitsOf(report.total.spend));
      ASSERT_EQ(month.cac, report.total.cac);
      ASSERT_EQ(month.new_customers_referred, 0);
      ASSERT_EQ(month.repeat_orders, 0);
      ASSERT_NEAR(month.profit, report.total.profit,
                  1e-12 * (report.total.revenue + report.total.spend));
    }
  }
}

TEST(Flywheel, WithoutRepeatReferralAndGrowthEqualsTheFunnelBitForBit) {
  Random random(42);
  for (int round = 0; round < 300; ++round) {
    Scenario scenario = RandomScenario(random);
    const FlywheelReport before = Turn(scenario);
    scenario.flywheel.organic_growth = 0;
    for (SegmentHabits& segment : scenario.flywheel.segments) {
      segment.repeat_orders = 0;
      segment.referral_visits = 0;
    }
    const FlywheelReport report = Turn(scenario);
    for (size_t t = 0; t < report.flywheel().size(); ++t) {
      const FlywheelMonth& month = report.flywheel()[t];
      for (const FlywheelMonth& funnel :
           {report.funnel()[t], before.funnel()[t]}) {
        ASSERT_EQ(BitsOf(month.revenue), BitsOf(funnel.revenue));
        ASSERT_EQ(BitsOf(month.spend), BitsOf(funnel.spend));
        ASSERT_EQ(BitsOf(month.profit), BitsOf(funnel.profit));
        ASSERT_EQ(BitsOf(month.cumulative_profit),
                  BitsOf(funnel.cumulative_profit));
        ASSERT_EQ(month.active, funnel.active);
      }
    }
    ASSERT_EQ(report.overtakes_in_month, std::nullopt);
    ASSERT_EQ(report.momentum, 0);
    ASSERT_EQ(report.long_run_multiplier, 1);
  }
}

TEST(Flywheel, EveryCustomerIsActiveOrHasLeft) {
  Random random(43);
  for (int round = 0; round < 300; ++round) {
    const Scenario scenario = PlausibleScenario(random);
    const auto& segments = scenario.flywheel.segments;
    const FlywheelReport report = Turn(scenario);
    double came = 0;
    double left = 0;
    for (const FlywheelMonth& month : report.flywheel()) {
      double active = 0;
      for (size_t s = 0; s < segments.size(); ++s) active += month.active[s];
      ExpectNear(active + left, came);
      came += NewCustomers(month);
      for (size_t s = 0; s < segments.size(); ++s) {
        left += month.active[s] * segments[s].churn;
      }
    }
  }
}

TEST(Flywheel, EachMonthsCustomersLeaveAtTheirOwnRate) {
  Random random(44);
  for (int round = 0; round < 50; ++round) {
    const Scenario scenario = PlausibleScenario(random);
    const FlywheelReport report = Turn(scenario);
    const auto months = report.flywheel();
    const size_t last = months.size() - 1;
    double referral_visits = 0;
    double repeat_orders = 0;
    for (size_t s = 0; s < kSegmentCount; ++s) {
      const SegmentHabits& habits = scenario.flywheel.segments[s];
      double active = 0;
      for (size_t t = 0; t < last; ++t) {
        active += habits.share * NewCustomers(months[t]) *
                  std::pow(1 - habits.churn, static_cast<double>(last - 1 - t));
      }
      ExpectNear(months[last].active[s], active);
      referral_visits += active * habits.referral_visits;
      repeat_orders += active * habits.repeat_orders;
    }
    ExpectNear(months[last].repeat_orders, repeat_orders);
    ExpectNear(months[last].new_customers_referred,
               referral_visits * ReferralConversionRate(scenario));
  }
}

TEST(Flywheel, RevenueAndProfitFollowFromTheOrders) {
  Random random(45);
  for (int round = 0; round < 300; ++round) {
    const Scenario scenario = PlausibleScenario(random);
    const Report report = Evaluate(scenario);
    const double organic_visit_cost = [&] {
      double cost = 0;
      for (size_t i = 0; i < scenario.cells.size(); i += kKindCount) {
        cost += scenario.cells[i].visits * scenario.cells[i].cost_per_click;
      }
      return cost;
    }();
    const FlywheelReport flywheel = SimulateFlywheel(scenario, report);
    double cumulative = 0;
    for (size_t t = 0; t < flywheel.flywheel().size(); ++t) {
      const FlywheelMonth& month = flywheel.flywheel()[t];
      const double grown = std::pow(1 + scenario.flywheel.organic_growth,
                                    static_cast<double>(t));
      const Totals& organic = report.kinds[0];
      const double bought = report.kinds[1].revenue + organic.revenue * grown;
      const double not_bought =
          *report.total.order_value *
          (month.new_customers_referred + month.repeat_orders);
      ExpectNear(month.revenue, bought + not_bought);
      ExpectNear(*month.share_not_bought, not_bought / month.revenue);
      ExpectNear(month.spend,
                 report.total.spend + organic_visit_cost * (grown - 1));
      ExpectNear(*month.cac, month.spend / NewCustomers(month));
      EXPECT_EQ(month.profit,
                scenario.gross_margin * month.revenue - month.spend);
      cumulative += month.profit;
      EXPECT_EQ(month.cumulative_profit, cumulative);
    }
  }
}

// --- The long run

TEST(Flywheel, MomentumOfTheDefaultScenario) {
  // 0.012 · (0.4·0.5/0.05 + 0.4·0.1/0.1 + 0)
  EXPECT_NEAR(Momentum(DefaultScenario()), 0.0528, 1e-15);
  EXPECT_NEAR(*Turn(DefaultScenario()).long_run_multiplier, 1 / (1 - 0.0528),
              1e-12);
  EXPECT_NEAR(Turn(DefaultScenario()).nps, 20, 1e-12);
}

TEST(Flywheel, ConvergesToItsSteadyState) {
  Random random(46);
  int seen = 0;
  for (int round = 0; round < 500; ++round) {
    Scenario scenario = PlausibleScenario(random);
    scenario.flywheel.months = kMaxMonths;
    scenario.flywheel.organic_growth = 0;
    for (SegmentHabits& segment : scenario.flywheel.segments) {
      segment.churn = std::max(segment.churn, 0.3);
      segment.referral_visits *= 5;
    }
    const FlywheelReport report = Turn(scenario);
    if (report.momentum > 0.4) continue;
    ++seen;
    const FlywheelMonth& last = report.flywheel().back();
    ASSERT_TRUE(report.steady_state.has_value());
    const SteadyState& rest = *report.steady_state;
    ExpectNear(rest.new_customers,
               last.new_customers_bought * *report.long_run_multiplier);
    ExpectNear(NewCustomers(last), rest.new_customers, 1e-7);
    for (size_t s = 0; s < kSegmentCount; ++s) {
      ExpectNear(last.active[s], rest.active[s], 1e-7);
    }
    ExpectNear(last.repeat_orders, rest.repeat_orders, 1e-7);
    ExpectNear(last.revenue, rest.revenue, 1e-7);
    EXPECT_NEAR(last.profit, rest.profit, 1e-7 * (rest.revenue + last.spend));
  }
  EXPECT_GT(seen, 200);
}

TEST(Flywheel, TheSteadyStateRepeatsItself) {
  Random random(47);
  for (int round = 0; round < 300; ++round) {
    Scenario scenario = PlausibleScenario(random);
    scenario.flywheel.organic_growth = 0;
    const FlywheelReport report = Turn(scenario);
    if (!report.steady_state) continue;
    const SteadyState& rest = *report.steady_state;
    double referral_visits = 0;
    for (size_t s = 0; s < kSegmentCount; ++s) {
      const SegmentHabits& habits = scenario.flywheel.segments[s];
      ExpectNear(rest.active[s] * habits.churn,
                 habits.share * rest.new_customers);
      referral_visits += rest.active[s] * habits.referral_visits;
    }
    ExpectNear(rest.new_customers,
               report.flywheel()[0].new_customers_bought +
                   referral_visits * ReferralConversionRate(scenario));
  }
}

TEST(Flywheel, WithMomentumOfOneOrMoreHasNeitherMultiplierNorSteadyState) {
  for (const double rate : {0.25, 0.26, 1.0}) {
    const FlywheelReport report = Turn(OneSegment(0.5, 0.1, 2, rate));
    EXPECT_GE(report.momentum, 1);
    EXPECT_FALSE(report.long_run_multiplier.has_value());
    EXPECT_FALSE(report.steady_state.has_value());
  }
  const FlywheelReport below = Turn(OneSegment(0.5, 0.1, 2, 0.2499));
  EXPECT_TRUE(below.long_run_multiplier.has_value());
  EXPECT_TRUE(below.steady_state.has_value());
}

TEST(Flywheel, WithGrowthHasNoSteadyState) {
  Scenario scenario = OneSegment(0.5, 0.1, 2, 0.1);
  scenario.flywheel.organic_growth = 1e-6;
  const FlywheelReport report = Turn(scenario);
  EXPECT_TRUE(report.long_run_multiplier.has_value());
  EXPECT_FALSE(report.steady_state.has_value());
}

// --- The season

TEST(FlywheelSeason, EachMonthIsThatOfItsFactoredCells) {
  Random random(51);
  for (int round = 0; round < 200; ++round) {
    Scenario scenario = RandomScenario(random);
    Season& season = scenario.season;
    season.start_month = 1 + random.Below(kMonthsOfYear);
    for (MonthFactors& factors : season.months) {
      if (random.OneIn(2)) continue;
      factors = {3 * random.Unit(), 3 * random.Unit(), 3 * random.Unit(),
                 100 * random.Unit()};
    }
    const FlywheelReport report = Turn(scenario);
    for (size_t t = 0; t < report.funnel().size(); ++t) {
      const auto month =
          (static_cast<size_t>(season.start_month) - 1 + t) % kMonthsOfYear;
      const MonthFactors& factors = season.months[month];
      Scenario factored = scenario;
      for (Cell& cell : factored.cells) {
        cell.visits = std::min(1e9, cell.visits * factors.visits);
        cell.conversion_rate =
            std::min(1.0, cell.conversion_rate * factors.conversion_rate);
        cell.order_value = std::min(FindCellField("orderValue")->maximum,
                                    cell.order_value * factors.order_value);
        cell.cost_per_click =
            std::min(FindCellField("costPerClick")->maximum,
                     cell.cost_per_click * factors.cost_per_click);
      }
      const Totals expected = Evaluate(factored).total;
      const FlywheelMonth& funnel = report.funnel()[t];
      ASSERT_EQ(BitsOf(funnel.revenue), BitsOf(expected.revenue));
      ASSERT_EQ(BitsOf(funnel.spend), BitsOf(expected.spend));
      ASSERT_EQ(BitsOf(funnel.new_customers_bought),
                BitsOf(expected.new_customers));
    }
  }
}

TEST(FlywheelSeason, AgreesWithACalculationByHand) {
  Scenario scenario = OneSegment(0.5, 0.1, 2, 0.1);
  scenario.flywheel.months = 3;
  scenario.season.start_month = 12;
  scenario.season.months[0] = {1.5, 1, 0.8, 2};  // the second month
  const FlywheelReport report = Turn(scenario);
  EXPECT_DOUBLE_EQ(report.flywheel()[0].revenue, 100000);
  const FlywheelMonth& january = report.flywheel()[1];
  EXPECT_DOUBLE_EQ(january.new_customers_bought, 1500);
  EXPECT_DOUBLE_EQ(january.spend, 15000 * 4);
  // Repeat and referred orders at the plain month's value and rate.
  EXPECT_DOUBLE_EQ(january.new_customers_referred, 200);
  EXPECT_DOUBLE_EQ(january.revenue, 1500 * 80 + (200 + 100) * 100);
  const FlywheelMonth& february = report.flywheel()[2];
  EXPECT_DOUBLE_EQ(february.active[0], 500 + 1700);
  EXPECT_DOUBLE_EQ(february.new_customers_bought, 1000);
  EXPECT_DOUBLE_EQ(report.momentum, 0.4);
}

TEST(FlywheelSeason, GrowthComesOnTop) {
  Scenario scenario = OneSegment(1, 0, 0, 0);
  scenario.cells[0] = {2000, 0.1, 50, 1, 300, 0.5};
  scenario.flywheel.organic_growth = 0.1;
  scenario.season.months[2] = {2, 1, 1, 3};
  const FlywheelMonth month = Turn(scenario).flywheel()[2];
  ExpectNear(month.revenue, 2 * (100000 + 10000 * 1.21));
  ExpectNear(month.spend, 6 * (20000 + 2000 * 1.21) + 300);
}

TEST(FlywheelSeason, LeavesMomentumButNoSteadyState) {
  for (const MonthFactor& factor : kMonthFactors) {
    Scenario scenario = DefaultScenario();
    const FlywheelReport plain = Turn(scenario);
    ASSERT_TRUE(plain.steady_state.has_value());
    scenario.season.months[11].*factor.member = 1.01;
    const FlywheelReport report = Turn(scenario);
    EXPECT_FALSE(report.steady_state.has_value());
    EXPECT_EQ(report.momentum, plain.momentum);
    EXPECT_EQ(report.long_run_multiplier, plain.long_run_multiplier);
  }
}

TEST(FlywheelSeason, AMonthToStartWithIsNoSeason) {
  Scenario scenario = DefaultScenario();
  scenario.season.start_month = 7;
  EXPECT_TRUE(Turn(scenario).steady_state.has_value());
}

// --- Levers

TEST(Flywheel, RevenueIsMonotoneInEveryLever) {
  using Lever = std::function<void(FlywheelInputs&)>;
  const struct {
    const char* name;
    Lever push;
  } levers[] = {
      {"referral visits",
       [](FlywheelInputs& f) { f.segments[1].referral_visits += 0.1; }},
      {"repeat orders",
       [](FlywheelInputs& f) { f.segments[2].repeat_orders += 0.1; }},
      {"less churn", [](FlywheelInputs& f) { f.segments[0].churn *= 0.9; }},
      {"organic growth", [](FlywheelInputs& f) { f.organic_growth += 0.01; }},
      {"referral conversion rate",
       [](FlywheelInputs& f) {
         f.referral_conversion_rate =
             f.referral_conversion_rate.value_or(0.2) * 1.1;
       }},
  };
  Random random(48);
  for (int round = 0; round < 100; ++round) {
    Scenario scenario = PlausibleScenario(random);
    scenario.flywheel.referral_conversion_rate = random.Unit() * 0.05;
    const FlywheelReport before = Turn(scenario);
    for (const auto& [name, push] : levers) {
      Scenario pushed = scenario;
      push(pushed.flywheel);
      const FlywheelReport after = Turn(pushed);
      for (size_t t = 0; t < before.flywheel().size(); ++t) {
        ASSERT_GE(after.flywheel()[t].revenue, before.flywheel()[t].revenue)
            << name;
      }
      ASSERT_GE(after.momentum, before.momentum) << name;
      if (before.flywheel().size() > 2) {
        ASSERT_GT(after.flywheel().back().revenue,
                  before.flywheel().back().revenue)
            << name;
      }
    }
  }
}

TEST(Flywheel, AHigherShareOfTheBetterSegmentEarnsMore) {
  Scenario scenario = DefaultScenario();
  double before = 0;
  double momentum = 0;
  for (int tenths = 0; tenths <= 10; ++tenths) {
    SetShare(scenario.flywheel, Segment::kPromoter, tenths / 10.0,
             scenario.flywheel);
    const FlywheelReport report = Turn(scenario);
    EXPECT_GT(report.flywheel().back().revenue, before) << tenths;
    EXPECT_GT(report.momentum, momentum) << tenths;
    before = report.flywheel().back().revenue;
    momentum = report.momentum;
  }
}

TEST(Flywheel, OvertakesInTheFirstMonthThatIsAhead) {
  Random random(49);
  int later = 0;
  int never = 0;
  for (int round = 0; round < 500; ++round) {
    // Growth that only costs, and referrals that keep increasing.
    Scenario scenario = OneSegment(0.05, 0, 1 + random.Unit(), 0.1);
    scenario.cells[0] = {100000, 0, 0, random.Unit() * 10, 0, 1};
    scenario.flywheel.organic_growth = 0.02;
    scenario.flywheel.months = 1 + random.Below(kMaxMonths);
    const FlywheelReport report = Turn(scenario);
    std::optional<int> expected;
    double ahead = 0;
    for (int t = 0; t < report.month_count; ++t) {
      ahead += report.flywheel()[t].profit - report.funnel()[t].profit;
      const double size = std::abs(report.flywheel()[t].cumulative_profit);
      if (ahead > 1e-9 * size) {
        expected = t;
        break;
      }
    }
    EXPECT_EQ(report.overtakes_in_month, expected);
    later += expected.value_or(0) > 1;
    never += !expected.has_value();
  }
  EXPECT_GT(later, 20);
  EXPECT_GT(never, 20);
}

TEST(Flywheel, NpsIsPromotersMinusDetractors) {
  Scenario scenario = DefaultScenario();
  const auto nps = [&](double p, double q, double d) {
    auto& segments = scenario.flywheel.segments;
    segments[0].share = p;
    segments[1].share = q;
    segments[2].share = d;
    return Turn(scenario).nps;
  };
  EXPECT_EQ(nps(1, 0, 0), 100);
  EXPECT_EQ(nps(0, 0, 1), -100);
  EXPECT_EQ(nps(0.5, 0, 0.5), 0);
  EXPECT_EQ(nps(0.25, 0.25, 0.5), -25);
}

TEST(Flywheel, ReferredVisitsConvertLikeOrganicSocialByDefault) {
  Scenario scenario = DefaultScenario();
  EXPECT_EQ(ReferralConversionRate(scenario), 0.012);
  scenario.cells[0].conversion_rate = 0.05;
  EXPECT_EQ(ReferralConversionRate(scenario), 0.05);
  std::rotate(scenario.media.begin(), scenario.media.begin() + 1,
              scenario.media.end());
  std::rotate(scenario.cells.begin(), scenario.cells.begin() + kKindCount,
              scenario.cells.end());
  ASSERT_EQ(scenario.media[2].id, "social");
  EXPECT_EQ(ReferralConversionRate(scenario), 0.05);
  scenario.media[2].id = "anti-social";
  EXPECT_EQ(ReferralConversionRate(scenario),
            scenario.cells[0].conversion_rate);
  scenario.flywheel.referral_conversion_rate = 0;
  EXPECT_EQ(ReferralConversionRate(scenario), 0);
  EXPECT_EQ(Turn(scenario).momentum, 0);
}

// --- Extremes

void ExpectFinite(const FlywheelReport& report) {
  for (const auto months : {report.flywheel(), report.funnel()}) {
    for (const FlywheelMonth& month : months) {
      for (const double value :
           {month.new_customers_bought, month.new_customers_referred,
            month.active[0], month.active[1], month.active[2],
            month.repeat_orders, month.revenue, month.spend, month.profit,
            month.cumulative_profit, month.cac.value_or(0),
            month.share_not_bought.value_or(0)}) {
        ASSERT_TRUE(std::isfinite(value));
      }
      ASSERT_GE(month.share_not_bought.value_or(0), 0);
      ASSERT_LE(month.share_not_bought.value_or(0), 1 + 1e-12);
    }
  }
  ASSERT_TRUE(std::isfinite(report.momentum));
  ASSERT_TRUE(std::isfinite(report.long_run_multiplier.value_or(0)));
  if (!report.steady_state) return;
  const SteadyState& rest = *report.steady_state;
  for (const double value :
       {rest.new_customers, rest.active[0], rest.active[1], rest.active[2],
        rest.repeat_orders, rest.revenue, rest.profit}) {
    ASSERT_TRUE(std::isfinite(value));
  }
}

TEST(Flywheel, IsFiniteWithEverythingAtItsBounds) {
  Scenario scenario = EmptyScenario();
  scenario.media.resize(kMaxMedia);
  for (size_t i = 0; i < kMaxMedia; ++i) {
    scenario.media[i].id = "m" + std::to_string(i);
  }
  scenario.cells.resize(kMaxCells);
  for (Cell& cell : scenario.cells) {
    for (const CellField& field : CellFields()) {
      cell.*field.member = field.maximum;
    }
  }
  for (const ScenarioField& field : ScenarioFields()) {
    SetField(scenario, field, field.maximum);
  }
  for (SegmentHabits& segment : scenario.flywheel.segments) {
    segment.churn = 1e-4;
  }
  NormaliseShares(scenario.flywheel);
  ASSERT_FALSE(Validate(scenario));
  const FlywheelReport report = Turn(scenario);
  EXPECT_EQ(report.flywheel().size(), 120u);
  EXPECT_GT(report.momentum, 1e5);
  EXPECT_GT(report.flywheel().back().revenue, 1e200);
  ExpectFinite(report);
}

TEST(Flywheel, IsFiniteForEveryValidScenario) {
  Random random(50);
  for (int round = 0; round < 1000; ++round) {
    ExpectFinite(Turn(RandomScenario(random)));
  }
}

TEST(Flywheel, OfOneMonthHasNoActiveCustomersYet) {
  Scenario scenario = FindPreset("flywheel-turning")->scenario;
  scenario.flywheel.months = 1;
  const FlywheelReport report = Turn(scenario);
  ASSERT_EQ(report.flywheel().size(), 1u);
  ASSERT_EQ(report.funnel().size(), 1u);
  EXPECT_EQ(report.flywheel()[0].cumulative_profit,
            report.funnel()[0].cumulative_profit);
  EXPECT_EQ(report.overtakes_in_month, std::nullopt);
}

TEST(Flywheel, WithoutOrdersHasNoCustomers) {
  const FlywheelReport report = Turn(EmptyScenario());
  for (const FlywheelMonth& month : report.flywheel()) {
    EXPECT_EQ(month.revenue, 0);
    EXPECT_FALSE(month.cac.has_value());
    EXPECT_FALSE(month.share_not_bought.has_value());
  }
  EXPECT_EQ(report.steady_state->new_customers, 0);
}

}  // namespace
}  // namespace sextant
