// What thousands of trials say (DOMAIN.md, section 8).
#include "engine/decisions/uncertainty.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "base/double_bits.h"
#include "base/exponential.h"
#include "base/normal.h"
#include "base/quick_exponential.h"
#include "engine/customers/flywheel.h"
#include "engine/decisions/shock_range.h"
#include "engine/metrics/evaluate.h"
#include "engine/metrics/shock.h"
#include "engine/model/presets.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

// A model with its memory.
class Model {
 public:
  explicit Model(uint32_t trials = kMinTrials, uint32_t seed = 1)
      : memory_(new double[UncertaintyModel::MemoryFor(trials)]),
        model_(new UncertaintyModel(seed, trials, memory_.get())) {}

  UncertaintyModel* operator->() const { return model_.get(); }
  UncertaintyModel& operator*() const { return *model_; }
  Model& Of(const Scenario& scenario) {
    model_->Update(scenario);
    return *this;
  }

 private:
  std::unique_ptr<double[]> memory_;
  std::unique_ptr<UncertaintyModel> model_;
};

// One cell with revenue 100 · 0.1 · 50; certain unless a test says otherwise.
Scenario OneCell() {
  Scenario scenario = EmptyScenario();
  scenario.cells[1] = {100, 0.1, 50, 2, 10};
  scenario.uncertainty.range = 0;
  return scenario;
}

Scenario UncertainScenario(Random& random) {
  Scenario scenario = RandomScenario(random);
  scenario.uncertainty = {random.Unit() * (random.OneIn(4) ? 9 : 0.5),
                          random.OneIn(4) ? 1 : random.Unit()};
  for (Cell& cell : scenario.cells) {
    if (random.OneIn(3)) cell.visits_range = random.Unit();
    if (random.OneIn(3)) cell.conversion_rate_range = 3 * random.Unit();
    if (random.OneIn(5)) cell.order_value_range = 0;
  }
  return scenario;
}

std::vector<uint64_t> BitsOfTrials(const Model& model) {
  std::vector<uint64_t> bits;
  for (const Outcome outcome :
       {Outcome::kRevenue, Outcome::kProfit, Outcome::kRoas, Outcome::kCpa}) {
    for (const double value : model->Trials(outcome)) {
      bits.push_back(BitsOf(value));
    }
  }
  return bits;
}

double Spread(const Distribution& found) { return *found.p95() - *found.p5(); }

// --- Numbers

TEST(NormalQuantile, AgreesWithTheErrorFunction) {
  for (double p = 1e-9; p < 1 - 1e-9; p += p < 0.01 ? p / 7 : 0.0013) {
    const double z = NormalQuantile(p);
    const double back = std::erfc(-z / std::sqrt(2)) / 2;
    EXPECT_NEAR(back, p, 3e-15 * std::max(1.0, std::abs(z)) * p + 1e-16) << p;
    if (p > 1e-4) {
      EXPECT_NEAR(NormalQuantile(1 - p), -z, 1e-11);
    }
  }
  EXPECT_EQ(NormalQuantile(0.5), 0);
  EXPECT_NEAR(NormalQuantile(0.975), 1.959963984540054, 1e-15);
  EXPECT_NEAR(NormalQuantile(0.9), kNormalP90, 1e-15);
}

TEST(QuickExp, AgreesWithTheLibrary) {
  for (double x = -30; x < 30; x += 0.00917) {
    EXPECT_NEAR(QuickExp(x) / std::exp(x), 1, 1e-15) << x;
  }
  EXPECT_EQ(QuickExp(0), 1);
  EXPECT_NEAR(QuickExp(-700) / std::exp(-700), 1, 1e-14);
  EXPECT_NEAR(QuickExp(700) / std::exp(700), 1, 1e-14);
}

// --- Draws

class DrawsTest : public testing::Test {
 protected:
  static constexpr uint32_t kTrials = 4096;
  std::vector<double> Write(uint32_t group, uint32_t dimension,
                            uint32_t seed = 7) {
    const Draws draws(seed, kTrials, normals_.data());
    std::vector<double> numbers(kTrials);
    draws.Write(group, dimension, 0, kTrials, numbers.data());
    return numbers;
  }
  std::vector<double> normals_ = std::vector<double>(kTrials);
};

// Which of `parts` equally likely parts the number is in.
int Part(double normal, int parts) {
  return static_cast<int>(std::erfc(-normal / std::sqrt(2)) / 2 * parts);
}

TEST_F(DrawsTest, EachDimensionTakesEveryPartOnce) {
  for (uint32_t group = 0; group < 8; ++group) {
    for (uint32_t dimension = 0; dimension < kDrawDimensions; ++dimension) {
      std::set<int> parts;
      double sum = 0;
      for (const double normal : Write(group, dimension)) {
        parts.insert(Part(normal, kTrials));
        sum += normal;
      }
      EXPECT_EQ(parts.size(), kTrials);
      EXPECT_NEAR(sum, 0, 1e-9);
    }
  }
}

TEST_F(DrawsTest, TwoDimensionsOfAGroupFillTheSquare) {
  for (uint32_t a = 0; a < kDrawDimensions; ++a) {
    for (uint32_t b = 0; b < a; ++b) {
      const auto x = Write(3, a);
      const auto y = Write(3, b);
      std::vector<int> counts(4 * 4);
      double product = 0;
      for (uint32_t i = 0; i < kTrials; ++i) {
        ++counts[static_cast<size_t>(Part(x[i], 4) * 4 + Part(y[i], 4))];
        product += x[i] * y[i] / kTrials;
      }
      for (const int count : counts) EXPECT_EQ(count, 256) << a << " " << b;
      // Chance would give 0.016.
      EXPECT_LT(std::abs(product), 0.008) << a << " " << b;
    }
  }
}

TEST_F(DrawsTest, GroupsAreIndependent) {
  double sum = 0;
  int count = 0;
  for (uint32_t a = 0; a < 24; ++a) {
    for (uint32_t b = 0; b < a; ++b) {
      const auto x = Write(a, 0);
      const auto y = Write(b, b % kDrawDimensions);
      double product = 0;
      double squares = 0;
      for (uint32_t i = 0; i < kTrials; ++i) {
        product += x[i] * y[i] / kTrials;
        squares += (x[i] * x[i] - 1) * (y[i] * y[i] - 1) / kTrials;
      }
      // Five standard deviations of independent numbers.
      EXPECT_LT(std::abs(product), 5 / std::sqrt(kTrials)) << a << " " << b;
      EXPECT_LT(std::abs(squares), 5 * 2 / std::sqrt(kTrials));
      sum += product * product * kTrials;
      ++count;
    }
  }
  EXPECT_LT(sum / count, 1.3);
}

TEST_F(DrawsTest, PartsOfTheTrialsAreTheSameAsAllAtOnce) {
  const Draws draws(9, kTrials, normals_.data());
  std::vector<double> all(kTrials);
  std::vector<double> part(1024);
  draws.Write(2, 3, 0, kTrials, all.data());
  draws.Write(2, 3, 2048, 1024, part.data());
  for (size_t i = 0; i < part.size(); ++i) EXPECT_EQ(part[i], all[2048 + i]);
}

TEST_F(DrawsTest, AnotherSeedGivesOthers) {
  EXPECT_EQ(Write(0, 0, 1), Write(0, 0, 1));
  EXPECT_NE(Write(0, 0, 1), Write(0, 0, 2));
  EXPECT_NE(Write(0, 0, 1), Write(1, 0, 1));
  EXPECT_NE(Write(0, 0, 1), Write(0, 1, 1));
}

// --- Distributions

Distribution DistributionOf(const std::vector<double>& values, double near) {
  std::vector<double> scratch(ScratchSize(values.size()));
  return Distribute(values, near, scratch.data());
}

TEST(Distribution, AgreesWithSorting) {
  Random random(61);
  for (int round = 0; round < 300; ++round) {
    std::vector<double> values(1024);
    const int power = 1 + random.Below(60);
    for (double& value : values) {
      value = std::pow(random.Unit(), power) * 1e9 - 1000;
      if (random.OneIn(3) && round % 2) value = std::floor(value);
    }
    if (round % 3 == 0) {
      for (double& value : values) {
        if (random.OneIn(10)) value = NAN;
      }
    }
    const Distribution found = DistributionOf(values, 5);
    std::vector<double> sorted;
    for (const double value : values) {
      if (value == value) sorted.push_back(value);
    }
    std::sort(sorted.begin(), sorted.end());
    const auto count = static_cast<double>(sorted.size());
    double sum = 0;
    for (const double value : sorted) sum += value;
    const double mean = sum / count;
    double squares = 0;
    for (const double value : sorted)
      squares += (value - mean) * (value - mean);
    const double size = sorted.back() - sorted.front();
    ASSERT_NEAR(*found.mean, mean, 1e-9 * size);
    ASSERT_NEAR(*found.deviation, std::sqrt(squares / count), 1e-6 * size);
    ASSERT_EQ(*found.minimum, sorted.front());
    ASSERT_EQ(*found.maximum, sorted.back());
    for (size_t i = 0; i < kPercentileCount; ++i) {
      const double place = count * kPercentiles[i] / 100 - 0.5;
      const auto rank = static_cast<size_t>(place);
      const double part = place - static_cast<double>(rank);
      const double expected =
          sorted[rank] + part * (sorted[rank + 1] - sorted[rank]);
      ASSERT_EQ(*found.percentiles[i], expected) << round;
    }
    uint32_t total = 0;
    for (const uint32_t counted : found.counts) total += counted;
    ASSERT_EQ(total, sorted.size());
  }
}

TEST(Distribution, OfEqualTrialsIsTheirValue) {
  const Distribution found =
      DistributionOf(std::vector<double>(1024, 0.1), 0.1);
  EXPECT_EQ(*found.mean, 0.1);
  EXPECT_EQ(*found.deviation, 0);
  for (const Ratio percentile : found.percentiles) EXPECT_EQ(*percentile, 0.1);
  EXPECT_EQ(found.counts[0], 1024u);
}

TEST(Distribution, WithoutADefinedTrialIsUndefined) {
  const Distribution found = DistributionOf(std::vector<double>(1024, NAN), 0);
  EXPECT_FALSE(found.mean.has_value());
  EXPECT_FALSE(found.p50().has_value());
  EXPECT_FALSE(found.minimum.has_value());
  EXPECT_EQ(found.counts, (std::array<uint32_t, kHistogramBins>{}));
}

// --- The model

TEST(Uncertainty, WithoutRangesEverythingEqualsEvaluate) {
  Random random(62);
  Model model;
  for (int round = 0; round < 200; ++round) {
    Scenario scenario = RandomScenario(random);
    scenario.uncertainty.range = 0;
    const Totals total = Evaluate(scenario).total;
    model.Of(scenario);
    const Ratio expected[] = {total.revenue, total.profit, total.roas,
                              total.cpa};
    for (size_t i = 0; i < kOutcomeCount; ++i) {
      const Distribution found = model->Distribute(static_cast<Outcome>(i));
      ASSERT_EQ(found.mean, expected[i]) << kOutcomeIds[i];
      ASSERT_EQ(found.p5(), expected[i]);
      ASSERT_EQ(found.p50(), expected[i]);
      ASSERT_EQ(found.p95(), expected[i]);
      ASSERT_EQ(found.deviation.value_or(0), 0);
    }
    ASSERT_EQ(model->ChanceOfLoss(), total.profit < 0 ? 1 : 0);
    ASSERT_EQ(model->ChanceOfTarget(total.revenue), 1);
    ASSERT_EQ(model->FindDrivers().size(), 0u);
  }
}

TEST(Uncertainty, FanWithoutRangesIsTheFlywheel) {
  Random random(63);
  Model model;
  for (int round = 0; round < 30; ++round) {
    Scenario scenario = RandomScenario(random);
    scenario.uncertainty.range = 0;
    if (round % 2) scenario.season.months[3] = {2, 0.5, 3, 1};
    const FlywheelReport report =
        SimulateFlywheel(scenario, Evaluate(scenario));
    const auto fan = model.Of(scenario)->SimulateFan();
    ASSERT_EQ(fan.size(), report.flywheel().size());
    for (size_t t = 0; t < fan.size(); ++t) {
      const double expected = report.flywheel()[t].cumulative_profit;
      ASSERT_EQ(fan[t].p5, expected) << t;
      ASSERT_EQ(fan[t].p95, expected);
    }
  }
}

TEST(Uncertainty, RevenueOfOneCellIsLognormal) {
  for (const double correlation : {0.0, 0.3, 1.0}) {
    for (const uint32_t trials : {kMinTrials, kDefaultTrials}) {
      Scenario scenario = OneCell();
      scenario.uncertainty.correlation = correlation;
      scenario.cells[1].visits_range = 0.3;
      scenario.cells[1].order_value_range = 0.5;
      const double a = std::log(1.3) / kNormalP90;
      const double b = std::log(1.5) / kNormalP90;
      const double sigma = std::sqrt(a * a + b * b);
      const Model model(trials);
      model->Update(scenario);
      const Distribution found = model->Distribute(Outcome::kRevenue);
      const double tolerance = trials == kMinTrials ? 0.02 : 0.006;
      for (size_t i = 0; i < kPercentileCount; ++i) {
        const double expected =
            500 * std::exp(sigma * NormalQuantile(kPercentiles[i] / 100.0));
        EXPECT_NEAR(*found.percentiles[i] / expected, 1, tolerance);
      }
      EXPECT_NEAR(*found.mean / (500 * std::exp(sigma * sigma / 2)), 1,
                  tolerance);
      EXPECT_NEAR(*found.deviation / (500 * std::exp(sigma * sigma / 2) *
                                      std::sqrt(std::exp(sigma * sigma) - 1)),
                  1, 2 * tolerance);
    }
  }
}

TEST(Uncertainty, OneUncertainInputHasExactlyItsQuantiles) {
  Scenario scenario = OneCell();
  scenario.uncertainty.correlation = 0;
  scenario.cells[1].visits_range = 0.2;
  Model model(kDefaultTrials);
  const Distribution found = model.Of(scenario)->Distribute(Outcome::kRevenue);
  for (size_t i = 0; i < kPercentileCount; ++i) {
    const double z = NormalQuantile(kPercentiles[i] / 100.0);
    EXPECT_NEAR(*found.percentiles[i],
                500 * std::exp(std::log(1.2) / kNormalP90 * z), 1e-4);
  }
  EXPECT_NEAR(*found.percentiles[5], 600, 1e-4);  // P90 = value · (1 + u)
}

TEST(Uncertainty, ConversionRatesAreLogitNormal) {
  const struct {
    double rate;
    double range;
    double p90;
  } cases[] = {{0.02, 0.2, 0.024},      {0.1, 9, 0.55},     {0.5, 0.2, 0.6},
               {0.9, 0.2, 0.95},        {0.9, 0.01, 0.909}, {1e-300, 1, 2e-300},
               {0.999999, 3, 0.9999995}};
  for (const auto& [rate, range, p90] : cases) {
    Scenario scenario = OneCell();
    scenario.uncertainty.correlation = 0;
    scenario.cells[1].conversion_rate = rate;
    scenario.cells[1].conversion_rate_range = range;
    Model model(kDefaultTrials);
    const Distribution found =
        model.Of(scenario)->Distribute(Outcome::kRevenue);
    EXPECT_NEAR(*found.p50() / (5000 * rate), 1, 1e-6);
    EXPECT_NEAR(*found.percentiles[5] / (5000 * p90), 1, 1e-4) << rate;
    // The odds at P10 and P90 are equally far from those at the median.
    const double low = *found.percentiles[1] / 5000;
    const auto odds = [](double p) { return p / (1 - p); };
    EXPECT_NEAR(odds(low) / odds(rate) * (odds(p90) / odds(rate)), 1, 1e-3);
    EXPECT_LE(*found.maximum, 5000);
  }
}

TEST(Uncertainty, WhatIsZeroAndARateOfOneAreCertain) {
  Scenario scenario = OneCell();
  scenario.uncertainty.range = 0.5;
  scenario.cells[1] = {100, 1, 50, 0, 10};
  scenario.cells[1].visits_range = 0;
  scenario.cells[1].order_value_range = 0;
  Model model;
  EXPECT_EQ(*model.Of(scenario)->Distribute(Outcome::kProfit).deviation, 0);
}

TEST(Uncertainty, ALargerRangeIsWider) {
  Random random(64);
  Model model(4096);
  for (int round = 0; round < 50; ++round) {
    Scenario scenario = DefaultScenario();
    scenario.uncertainty.correlation = random.Unit();
    double before = 0;
    for (const double range : {0.0, 0.01, 0.1, 0.2, 0.5, 1.0, 3.0}) {
      scenario.uncertainty.range = range;
      const double spread =
          Spread(model.Of(scenario)->Distribute(Outcome::kRevenue));
      EXPECT_TRUE(spread > before || range == 0) << range;
      before = spread;
    }
  }
}

TEST(Uncertainty, CorrelatedCellsOfAMediumSpreadMore) {
  Scenario scenario = EmptyScenario();
  scenario.cells[0] = scenario.cells[1] = {100, 0.1, 50};
  scenario.uncertainty.range = 0;
  for (size_t i : {0, 1}) scenario.cells[i].visits_range = 0.2;
  Model model(kDefaultTrials);
  scenario.uncertainty.correlation = 0;
  const double alone =
      *model.Of(scenario)->Distribute(Outcome::kRevenue).deviation;
  scenario.uncertainty.correlation = 0.5;
  const double half =
      *model.Of(scenario)->Distribute(Outcome::kRevenue).deviation;
  scenario.uncertainty.correlation = 1;
  const Distribution together =
      model.Of(scenario)->Distribute(Outcome::kRevenue);
  // Both are the same number: twice one cell. Independent: √2 times one cell.
  EXPECT_NEAR(*together.deviation / alone, std::sqrt(2), 0.005);
  EXPECT_NEAR(half / alone, std::sqrt(1.5), 0.01);
  EXPECT_NEAR(*together.percentiles[5], 1200, 1e-3);
}

TEST(Uncertainty, CellsOfTwoMediaAreIndependent) {
  Scenario scenario = EmptyScenario();
  scenario.cells[1] = scenario.cells[3] = {100, 0.1, 50};
  scenario.uncertainty = {0, 1};
  Model model(kDefaultTrials);
  scenario.cells[1].visits_range = 0.2;
  const double one =
      *model.Of(scenario)->Distribute(Outcome::kRevenue).deviation;
  scenario.cells[3].visits_range = 0.2;
  const double two =
      *model.Of(scenario)->Distribute(Outcome::kRevenue).deviation;
  EXPECT_NEAR(two / one, std::sqrt(2), 0.01);
}

TEST(Uncertainty, ChangesGiveTheSameBitsAsANewModel) {
  Random random(65);
  for (const uint32_t trials : {kMinTrials, 4096u}) {
    Model dragged(trials, 5);
    Scenario scenario = UncertainScenario(random);
    for (int round = 0; round < 40; ++round) {
      if (round % 8 == 0) scenario = UncertainScenario(random);
      Cell& cell = scenario.cells[static_cast<size_t>(
          random.Below(static_cast<int>(scenario.cells.size())))];
      switch (random.Below(6)) {
        case 0:
          cell.visits = 1000 * random.Unit();
          break;
        case 1:
          cell.conversion_rate = random.OneIn(3) ? 0 : random.Unit();
          break;
        case 2:
          cell.cost_per_click_range = random.OneIn(3) ? 0 : random.Unit();
          break;
        case 3:
          scenario.uncertainty.correlation = random.Unit();
          break;
        case 4:
          scenario.uncertainty.range = random.OneIn(3) ? 0 : random.Unit();
          break;
        default:
          scenario.gross_margin = random.Unit();
      }
      dragged.Of(scenario);
      Model fresh(trials, 5);
      fresh.Of(scenario);
      ASSERT_EQ(BitsOfTrials(dragged), BitsOfTrials(fresh)) << round;
    }
  }
}

TEST(Uncertainty, TrialsThatAreNotKeptAgreeWithThoseThatAre) {
  Random random(66);
  const uint32_t many = 2 * UncertaintyModel::kMaxKeptTrials;
  Model large(many);
  Model small(UncertaintyModel::kMaxKeptTrials);
  Scenario scenario = DefaultScenario();
  for (int round = 0; round < 3; ++round) {
    scenario.cells[1].visits *= 1.1;
    scenario.uncertainty.correlation = random.Unit();
    for (const Outcome outcome : {Outcome::kRevenue, Outcome::kCpa}) {
      const Distribution a = large.Of(scenario)->Distribute(outcome);
      const Distribution b = small.Of(scenario)->Distribute(outcome);
      EXPECT_NEAR(*a.p5() / *b.p5(), 1, 0.005);
      EXPECT_NEAR(*a.mean / *b.mean, 1, 0.0005);
    }
    const Drivers a = large->FindDrivers();
    const Drivers b = small->FindDrivers();
    ASSERT_EQ(a.size(), b.size());
    EXPECT_EQ(a[0].cell, b[0].cell);
    EXPECT_NEAR(a[0].share, b[0].share, 0.005);
    EXPECT_NEAR(large->SimulateFan()[5].p5 / small->SimulateFan()[5].p5, 1,
                0.005);
  }
}

TEST(Uncertainty, ChancesCountTrials) {
  Scenario scenario = OneCell();
  scenario.gross_margin = 0.42;  // 210 in revenue, 210 in spend
  scenario.uncertainty.correlation = 0;
  scenario.cells[1].order_value_range = 0.2;
  Model model(kDefaultTrials);
  model.Of(scenario);
  EXPECT_NEAR(model->ChanceOfLoss(), 0.5, 1e-4);
  EXPECT_NEAR(model->ChanceOfTarget(600), 0.1, 1e-4);
  EXPECT_EQ(model->ChanceOfTarget(0), 1);
  EXPECT_EQ(model->ChanceOfTarget(1e12), 0);
}

// --- Drivers

TEST(UncertaintyDrivers, SumToOneAndAreSorted) {
  Random random(67);
  Model model;
  int seen = 0;
  for (int round = 0; round < 100; ++round) {
    const Scenario scenario = UncertainScenario(random);
    const Drivers drivers = model.Of(scenario)->FindDrivers();
    if (drivers.empty()) continue;
    ++seen;
    double sum = 0;
    for (size_t i = 0; i < drivers.size(); ++i) {
      sum += drivers[i].share;
      ASSERT_GE(drivers[i > 0 ? i - 1 : i].share, drivers[i].share);
      ASSERT_TRUE(std::isfinite(drivers[i].share));
    }
    ASSERT_NEAR(sum, 1, 1e-12);
  }
  EXPECT_GT(seen, 60);
}

TEST(UncertaintyDrivers, ShareVarianceOfALogarithm) {
  Scenario scenario = OneCell();
  scenario.uncertainty.correlation = 0;
  scenario.cells[1].cost_per_click = 0;
  scenario.cells[1].visits_range = 0.1;
  scenario.cells[1].order_value_range = 0.3;
  Model model(kDefaultTrials);
  const Drivers drivers = model.Of(scenario)->FindDrivers();
  ASSERT_EQ(drivers.size(), 2u);
  const double a = std::pow(std::log(1.1), 2);
  const double b = std::pow(std::log(1.3), 2);
  EXPECT_STREQ(drivers[0].field->id, "orderValue");
  EXPECT_NEAR(drivers[0].share, b / (a + b), 0.005);
}

TEST(UncertaintyDrivers, HeavyTailsDoNotHideTheRanks) {
  Scenario scenario = OneCell();
  scenario.uncertainty.correlation = 0;
  scenario.cells[1].cost_per_click = 0;
  scenario.cells[1].visits_range = 9;
  scenario.cells[1].order_value_range = 9;
  Model model(kDefaultTrials);
  const Drivers drivers = model.Of(scenario)->FindDrivers();
  ASSERT_EQ(drivers.size(), 2u);
  EXPECT_NEAR(drivers[0].share, 0.5, 0.01);
}

TEST(UncertaintyDrivers, OfACertainProfitAreNone) {
  Scenario scenario = OneCell();
  scenario.gross_margin = 0;
  scenario.cells[1].order_value_range = 0.5;
  Model model;
  EXPECT_EQ(model.Of(scenario)->FindDrivers().size(), 0u);
}

// --- The fan

TEST(UncertaintyFan, OfTheFirstMonthIsTheMonthsProfit) {
  Model model;
  const Scenario scenario = DefaultScenario();
  model.Of(scenario);
  const auto fan = model->SimulateFan();
  ASSERT_EQ(fan.size(), 24u);
  const Distribution profit = model->Distribute(Outcome::kProfit);
  EXPECT_NEAR(fan[0].p5, *profit.p5(), 1e-6);
  EXPECT_NEAR(fan[0].p50, *profit.p50(), 1e-6);
  EXPECT_NEAR(fan[0].p95, *profit.p95(), 1e-6);
  for (size_t t = 1; t < fan.size(); ++t) {
    EXPECT_GT(fan[t].p95 - fan[t].p5, fan[t - 1].p95 - fan[t - 1].p5);
  }
}

// --- Shocks

TEST(ShockRange, WithoutRangesIsTheRevenueAtRisk) {
  Scenario scenario = DefaultScenario();
  scenario.uncertainty.range = 0;
  Model model;
  std::vector<double> risks(kMinTrials);
  for (const ShockPreset& preset : ShockPresets()) {
    const auto shocks = ShocksOf(preset, scenario, 0);
    const double at_risk =
        EvaluateShocks(scenario, shocks).value().revenue_at_risk;
    const Distribution found = MeasureRisk(
        scenario, ApplyShocks(scenario, shocks).value(), *model, risks);
    EXPECT_EQ(*found.mean, at_risk);
    EXPECT_EQ(*found.p5(), at_risk);
    EXPECT_EQ(*found.p95(), at_risk);
  }
}

TEST(ShockRange, OfAnOutageIsTheRevenueOfTheMedium) {
  Scenario scenario = OneCell();
  scenario.cells[2] = {1000, 0.02, 400, 0, 0};
  scenario.uncertainty = {0, 0};
  scenario.cells[1].order_value_range = 0.4;
  scenario.cells[2].visits_range = 3;
  Scenario after = scenario;
  after.cells[1].visits = 0;
  Model model(kDefaultTrials);
  std::vector<double> risks(kDefaultTrials);
  const Distribution found = MeasureRisk(scenario, after, *model, risks);
  // The other medium is as uncertain as before, and loses nothing.
  for (size_t i = 0; i < kPercentileCount; ++i) {
    const double z = NormalQuantile(kPercentiles[i] / 100.0);
    EXPECT_NEAR(*found.percentiles[i],
                500 * std::exp(std::log(1.4) / kNormalP90 * z), 1e-3);
  }
}

}  // namespace
}  // namespace sextant
