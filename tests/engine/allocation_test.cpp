#include "engine/decisions/allocation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/decisions/frontier.h"
#include "engine/metrics/evaluate.h"
#include "engine/model/presets.h"
#include "engine/model/validation.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

Cell& PaidOf(Scenario& scenario, int medium) {
  return scenario.cells[static_cast<size_t>(CellIndex(medium, Kind::kPaid))];
}

// A scenario of plausible sizes; some cells have no visits, no cost, no sales.
Scenario PlausibleScenario(Random& random) {
  Scenario scenario = DefaultScenario();
  scenario.media.clear();
  const int count = 1 + random.Below(kMaxMedia);
  for (int i = 0; i < count; ++i) {
    scenario.media.emplace_back().id = std::string("m") + char('a' + i);
  }
  scenario.cells.assign(static_cast<size_t>(2 * count), Cell{});
  scenario.gross_margin = random.OneIn(10) ? 0 : random.Unit();
  scenario.response.elasticity =
      random.OneIn(4) ? 1 : 0.05 + 0.9 * random.Unit();
  for (int i = 0; i < count; ++i) {
    Cell& cell = PaidOf(scenario, i);
    cell.visits = random.OneIn(10) ? 0 : std::round(20000 * random.Unit());
    cell.cost_per_click = random.OneIn(10) ? 0 : 30 * random.Unit();
    cell.conversion_rate = random.OneIn(10) ? 0 : 0.1 * random.Unit();
    cell.order_value = 3000 * random.Unit();
    cell.fixed_cost = random.OneIn(3) ? 5000 : 0;
    if (random.OneIn(3)) cell.elasticity = random.OneIn(2) ? 1 : random.Unit();
    if (random.OneIn(5) && i > 0) cell = PaidOf(scenario, i - 1);
    scenario.cells[static_cast<size_t>(2 * i)] = {1000, 0.02, 500};
  }
  return scenario;
}

AllocationRules RandomRules(const Scenario& scenario, Random& random) {
  AllocationRules rules;
  for (const PaidCell& cell : PaidCellsOf(scenario)) {
    const auto i = static_cast<size_t>(cell.cell);
    rules.locked[i] = random.OneIn(5);
    if (random.OneIn(4)) rules.bounds[i].minimum = cell.spend * random.Unit();
    if (random.OneIn(4)) {
      rules.bounds[i].maximum = cell.spend * (1 + 4 * random.Unit());
    }
  }
  rules.spend_all = !random.OneIn(3);
  return rules;
}

// A budget that the rules allow.
double RandomBudget(const Scenario& scenario, const BudgetRules& rules,
                    Random& random) {
  const SpendRoom room = RoomOf(scenario, rules);
  const double least = SumOf(room.least);
  return least + (SumOf(room.most) - least) * random.Unit();
}

double ProfitOf(const Scenario& scenario, const SpendRoom& room,
                const Spends& spends) {
  return Evaluate(WithSpends(scenario, room.cells, spends)).total.profit;
}

double SizeOf(const Totals& totals) { return totals.revenue + totals.spend; }

// Cells take what is left in a random order and in random parts.
Spends RandomSplit(const SpendRoom& room, double budget, Random& random) {
  Spends spends = room.least;
  double left = budget - SumOf(spends);
  for (int round = 0; round < 100 && left > 0; ++round) {
    const auto i =
        static_cast<size_t>(random.Below(static_cast<int>(room.cells.size())));
    const double space = std::min(left, room.most[i] - spends[i]);
    const double part = round > 60 ? space : space * random.Unit();
    spends[i] += part;
    left -= part;
  }
  for (size_t i = 0; i < room.cells.size() && left > 0; ++i) {
    const double part = std::min(left, room.most[i] - spends[i]);
    spends[i] += part;
    left -= part;
  }
  return spends;
}

template <typename Check>
void ForRandomAllocations(uint64_t seed, int count, Check check) {
  Random random(seed);
  for (int i = 0; i < count; ++i) {
    const Scenario scenario = PlausibleScenario(random);
    const AllocationRules rules = RandomRules(scenario, random);
    const double budget = RandomBudget(scenario, rules, random);
    const auto allocation = Allocate(scenario, rules, budget);
    ASSERT_TRUE(allocation.ok()) << i;
    check(scenario, rules, allocation.value(), random);
  }
}

TEST(AllocationTest, SpendsAndWhatIsUnspentAreTheBudgetWithinTheRoom) {
  ForRandomAllocations(
      1, 2000,
      [](const Scenario& scenario, const AllocationRules& rules,
         const Allocation& allocation, Random&) {
        const SpendRoom room = RoomOf(scenario, rules);
        double sum = allocation.unspent;
        for (size_t i = 0; i < allocation.cells.size(); ++i) {
          const double spend = allocation.cells[i].spend.after;
          EXPECT_GE(spend, room.least[i]);
          EXPECT_LE(spend, room.most[i]);
          sum += spend;
          const Cell& cell =
              allocation.scenario
                  .cells[static_cast<size_t>(allocation.cells[i].cell)];
          EXPECT_NEAR(cell.visits * cell.cost_per_click, spend, 1e-12 * spend);
          EXPECT_DOUBLE_EQ(cell.visits, allocation.cells[i].visits.after);
        }
        EXPECT_NEAR(sum, allocation.budget, 1e-12 * allocation.budget);
        EXPECT_FALSE(Validate(allocation.scenario));
        EXPECT_EQ(Evaluate(allocation.scenario).total.profit,
                  allocation.profit.after);
      });
}

TEST(AllocationTest, NoneOfRandomSplitsEarnsMore) {
  ForRandomAllocations(
      2, 60,
      [](const Scenario& scenario, const AllocationRules& rules,
         const Allocation& allocation, Random& random) {
        const SpendRoom room = RoomOf(scenario, rules);
        const double least = SumOf(room.least);
        const double slack =
            1e-12 * SizeOf(Evaluate(allocation.scenario).total);
        for (int i = 0; i < 500; ++i) {
          const double spent =
              rules.spend_all
                  ? allocation.budget
                  : least + (allocation.budget - least) * random.Unit();
          const Spends split = RandomSplit(room, spent, random);
          ASSERT_NEAR(SumOf(split), spent, 1e-9 * spent);
          EXPECT_LE(ProfitOf(scenario, room, split),
                    allocation.profit.after + slack);
        }
      });
}

TEST(AllocationTest, IsBetterThanTenThousandRandomSplitsOfTheArticle) {
  const Scenario scenario = DefaultScenario();
  const Allocation best = Allocate(scenario, {}).value();
  const SpendRoom room = RoomOf(scenario, {});
  Random random(3);
  double best_of_random = -1e300;
  for (int i = 0; i < 10000; ++i) {
    best_of_random = std::max(
        best_of_random,
        ProfitOf(scenario, room, RandomSplit(room, best.budget, random)));
  }
  EXPECT_LE(best_of_random, best.profit.after);
  EXPECT_GT(best_of_random, best.profit.before);
  RecordProperty("worse_by",
                 std::to_string(best.profit.after - best_of_random));
}

TEST(AllocationTest, FindsTheBestOfAGrid) {
  const Scenario scenario = DefaultScenario();
  const SpendRoom room = RoomOf(scenario, {});
  const Allocation best = Allocate(scenario, {}).value();
  ASSERT_EQ(room.cells.size(), 3u);
  constexpr int kSteps = 300;
  const double step = best.budget / kSteps;
  double best_of_grid = -1e300;
  for (int a = 0; a <= kSteps; ++a) {
    for (int b = 0; a + b <= kSteps; ++b) {
      const Spends spends = {a * step, b * step, (kSteps - a - b) * step};
      bool fits = true;
      for (size_t i = 0; i < 3; ++i) fits &= spends[i] <= room.most[i];
      if (fits) {
        best_of_grid = std::max(best_of_grid, ProfitOf(scenario, room, spends));
      }
    }
  }
  EXPECT_LE(best_of_grid, best.profit.after);
  EXPECT_NEAR(best_of_grid, best.profit.after, 30);
}

TEST(AllocationTest, FreeCellsHaveTheSameMarginalProfit) {
  int compared = 0;
  ForRandomAllocations(4, 2000,
                       [&](const Scenario& scenario, const AllocationRules&,
                           const Allocation& allocation, Random&) {
                         for (const CellAllocation& cell : allocation.cells) {
                           if (cell.binding != Binding::kNone) continue;
                           if (allocation.unchanged != Unchanged::kNot ||
                               !cell.marginal_roas[1]) {
                             continue;
                           }
                           ++compared;
                           const double marginal =
                               scenario.gross_margin * *cell.marginal_roas[1] -
                               1;
                           EXPECT_NEAR(marginal, *allocation.multiplier,
                                       1e-8 * (1 + std::abs(marginal)));
                         }
                       });
  EXPECT_GT(compared, 1000);
}

TEST(AllocationTest, EarnsNoLessThanTodayWhereTodayIsAllowed) {
  Random random(5);
  for (int i = 0; i < 2000; ++i) {
    const Scenario scenario = PlausibleScenario(random);
    AllocationRules rules;
    rules.spend_all = random.OneIn(2);
    const Allocation allocation = Allocate(scenario, rules).value();
    EXPECT_GE(allocation.profit.after, allocation.profit.before) << i;
    // And once more changes nothing.
    const Allocation again = Allocate(allocation.scenario, rules).value();
    const double size = SizeOf(Evaluate(allocation.scenario).total);
    EXPECT_GE(again.profit.after, allocation.profit.after);
    if (rules.spend_all && scenario.gross_margin > 0) {
      EXPECT_GE(allocation.profit.after + 1e-9 * size, again.profit.before);
    }
  }
}

TEST(AllocationTest, TheOrderOfMediaDoesNotMatter) {
  ForRandomAllocations(
      6, 500,
      [](const Scenario& scenario, const AllocationRules& rules,
         const Allocation& allocation, Random&) {
        Scenario reversed = scenario;
        AllocationRules reversed_rules = rules;
        const size_t count = scenario.media.size();
        for (size_t medium = 0; medium < count; ++medium) {
          reversed.media[medium] = scenario.media[count - 1 - medium];
          for (size_t kind = 0; kind < 2; ++kind) {
            const size_t from = 2 * (count - 1 - medium) + kind;
            reversed.cells[2 * medium + kind] = scenario.cells[from];
            reversed_rules.bounds[2 * medium + kind] = rules.bounds[from];
            reversed_rules.locked[2 * medium + kind] = rules.locked[from];
          }
        }
        const Allocation other =
            Allocate(reversed, reversed_rules, allocation.budget).value();
        for (size_t i = 0; i < count; ++i) {
          EXPECT_NEAR(other.cells[count - 1 - i].spend.after,
                      allocation.cells[i].spend.after,
                      1e-7 * allocation.budget);
        }
        EXPECT_NEAR(other.profit.after, allocation.profit.after,
                    1e-11 * SizeOf(Evaluate(scenario).total));
      });
}

TEST(AllocationTest, AMinimumOfNothingAndOfNextToNothingAreNextToTheSame) {
  Random random(7);
  for (int i = 0; i < 300; ++i) {
    const Scenario scenario = PlausibleScenario(random);
    AllocationRules none;
    AllocationRules tiny;
    for (const PaidCell& cell : PaidCellsOf(scenario)) {
      none.bounds[static_cast<size_t>(cell.cell)].minimum = 0;
      tiny.bounds[static_cast<size_t>(cell.cell)].minimum = 1e-6;
    }
    const Allocation a = Allocate(scenario, none).value();
    const Allocation b = Allocate(scenario, tiny).value();
    EXPECT_NEAR(a.profit.after, b.profit.after,
                1e-3 + 1e-12 * SizeOf(Evaluate(scenario).total));
  }
}

// Two cells of constant cost per click: the better one is filled first.
TEST(AllocationTest, CellsOfConstantCostFillInTheOrderOfWhatTheyEarn) {
  Scenario scenario = EmptyScenario();
  scenario.gross_margin = 0.5;
  scenario.response.elasticity = 1;
  PaidOf(scenario, 0) = {100, 0.1, 400, 10};  // 1,000: ROAS 4
  PaidOf(scenario, 1) = {100, 0.1, 300, 10};  // 1,000: ROAS 3
  PaidOf(scenario, 2) = {100, 0.1, 100, 10};  // 1,000: ROAS 1
  const Allocation best = Allocate(scenario, {}, 4000).value();
  EXPECT_DOUBLE_EQ(best.cells[0].spend.after, 3000);
  EXPECT_DOUBLE_EQ(best.cells[1].spend.after, 1000);
  EXPECT_DOUBLE_EQ(best.cells[2].spend.after, 0);
  EXPECT_DOUBLE_EQ(*best.multiplier, 0.5);
  EXPECT_EQ(best.cells[0].binding, Binding::kMaximum);
  EXPECT_DOUBLE_EQ(*best.cells[0].worth, 0.5);  // 2 instead of 1.5
  EXPECT_EQ(best.cells[1].binding, Binding::kNone);
  EXPECT_EQ(best.cells[2].binding, Binding::kMinimum);
  EXPECT_EQ(best.scenario.cells[5].cost_per_click, 10);
  EXPECT_EQ(best.scenario.cells[5].visits, 0);

  AllocationRules careful;
  careful.spend_all = false;
  const Allocation some = Allocate(scenario, careful, 9000).value();
  EXPECT_DOUBLE_EQ(some.unspent, 3000);
  EXPECT_EQ(some.multiplier, 0);
  EXPECT_DOUBLE_EQ(some.profit.after, 3000 + 1500);
  EXPECT_DOUBLE_EQ(*some.cells[0].worth, 1);
}

// With equal elasticity 1/2 spends are as the squares of what a visit's
// response is worth: S_i ∝ (gain_i/√S0_i)².
TEST(AllocationTest, TwoCellsOfElasticityOneHalfAreClosedForm) {
  Scenario scenario = EmptyScenario();
  scenario.gross_margin = 1;
  scenario.response.elasticity = 0.5;
  PaidOf(scenario, 0) = {100, 0.1, 200, 10};  // 2,000 of 1,000
  PaidOf(scenario, 1) = {100, 0.1, 300, 10};  // 3,000 of 1,000
  const Allocation best = Allocate(scenario, {}).value();
  EXPECT_NEAR(best.cells[0].spend.after, 2000 * 4.0 / 13, 1e-9);
  EXPECT_NEAR(best.cells[1].spend.after, 2000 * 9.0 / 13, 1e-9);
  EXPECT_NEAR(best.revenue.after, std::sqrt(2.0) * std::sqrt(13.0) * 1000,
              1e-8);
}

TEST(AllocationTest, LockedCellsStayToTheLastBit) {
  Scenario scenario = DefaultScenario();
  PaidOf(scenario, 2).visits = 0;
  AllocationRules rules;
  rules.locked[1] = rules.locked[5] = true;
  const Allocation allocation = Allocate(scenario, rules, 300000).value();
  EXPECT_EQ(allocation.scenario.cells[1], scenario.cells[1]);
  EXPECT_EQ(allocation.scenario.cells[5], scenario.cells[5]);
  EXPECT_EQ(allocation.cells[0].binding, Binding::kLocked);
  EXPECT_EQ(allocation.cells[2].spend.after, 0);
  EXPECT_DOUBLE_EQ(allocation.cells[1].spend.after,
                   300000 - allocation.cells[0].spend.before);
}

TEST(AllocationTest, SaysWhyNothingChanged) {
  const Scenario scenario = DefaultScenario();
  const auto reason = [](const Scenario& given, const AllocationRules& rules) {
    return Allocate(given, rules).value().unchanged;
  };
  EXPECT_EQ(reason(scenario, {}), Unchanged::kNot);
  EXPECT_EQ(reason(Allocate(scenario, {}).value().scenario, {}),
            Unchanged::kNot);  // three times more is allowed again
  AllocationRules wide;
  for (int i : {1, 3, 5}) wide.bounds[static_cast<size_t>(i)].maximum = 1e9;
  EXPECT_EQ(reason(Allocate(scenario, wide).value().scenario, wide),
            Unchanged::kOptimal);
  AllocationRules locked;
  locked.locked[1] = locked.locked[3] = true;
  EXPECT_EQ(reason(scenario, locked), Unchanged::kLocked);
  AllocationRules bounded;
  for (const PaidCell& cell : PaidCellsOf(scenario)) {
    bounded.bounds[static_cast<size_t>(cell.cell)].minimum = cell.spend;
  }
  EXPECT_EQ(reason(scenario, bounded), Unchanged::kBounds);
  EXPECT_EQ(reason(EmptyScenario(), {}), Unchanged::kNoPaidSpend);
  Scenario one = EmptyScenario();
  PaidOf(one, 1) = {100, 0.1, 200, 10};
  EXPECT_EQ(reason(one, {}), Unchanged::kOneCell);
}

TEST(AllocationTest, RefusesBudgetsThatTheRoomDoesNotAllow) {
  const Scenario scenario = DefaultScenario();
  const auto error = Allocate(scenario, {}, 756001).error();
  EXPECT_EQ(error,
            (Error{ErrorCode::kBudgetOutOfReach, "budget", "0..756000"}));
  EXPECT_TRUE(Allocate(scenario, {}, 756000).ok());
  AllocationRules rules;
  rules.bounds[1].minimum = 400000;  // above the usual maximum
  EXPECT_EQ(Allocate(scenario, rules).error().detail, "400000..796000");
  rules.spend_all = false;
  EXPECT_EQ(Allocate(scenario, rules).error().code,
            ErrorCode::kBudgetOutOfReach);
}

TEST(AllocationTest, NeverBringsMoreVisitsThanAScenarioMayHave) {
  Scenario scenario = EmptyScenario();
  PaidOf(scenario, 0) = {9e8, 0.1, 200, 1};
  PaidOf(scenario, 1) = {10, 0.1, 200, 1};
  const Allocation most =
      Allocate(scenario, {}, SumOf(RoomOf(scenario, {}).most)).value();
  EXPECT_FALSE(Validate(most.scenario));
  EXPECT_NEAR(most.cells[0].visits.after, 1e9, 1);
  EXPECT_EQ(most.cells[0].binding, Binding::kMaximum);
  EXPECT_FALSE(most.multiplier);
}

TEST(BudgetForTest, IsTheLargestBudgetWithTheTarget) {
  Random random(8);
  for (int i = 0; i < 300; ++i) {
    const Scenario scenario = PlausibleScenario(random);
    const AllocationRules rules = RandomRules(scenario, random);
    const SpendRoom room = RoomOf(scenario, rules);
    const double target = 5 * random.Unit();
    const auto average = [&](double budget) {
      const Spends spends = BestSplit(room, budget, {});
      double revenue = 0;
      for (size_t j = 0; j < room.cells.size(); ++j) {
        revenue += room.cells[j].RevenueAt(spends[j]);
      }
      return SumOf(spends) > 0 ? revenue / SumOf(spends)
             : revenue > 0     ? 1e300
                               : 0;
    };
    const auto result =
        BudgetFor(scenario, rules, BudgetTarget::kAverageRoas, target);
    const double budget = result.allocation.budget;
    const double least = SumOf(room.least);
    const double most = SumOf(room.most);
    const double reached = average(budget);
    if (result.reached) {
      EXPECT_GE(reached, target * (1 - 1e-9));
    } else {
      EXPECT_LT(reached, target);
    }
    for (int j = 1; j <= 20; ++j) {
      const double share = j / 20.0;
      if (result.reached) {
        const double more = budget + (most - budget) * share;
        EXPECT_LE(average(more),
                  more > budget ? target * (1 + 1e-9) + 1e-12 : 1e300);
      } else {
        EXPECT_LE(average(least + (most - least) * share),
                  reached * (1 + 1e-9));
      }
    }
  }
}

TEST(BudgetForTest, SpendsUntilTheNextDollarIsWorthIt) {
  const Scenario scenario = DefaultScenario();
  const auto even = BudgetFor(scenario, {}, BudgetTarget::kMarginalProfit, 0);
  EXPECT_TRUE(even.reached);
  EXPECT_NEAR(*even.allocation.multiplier, 0, 1e-12);
  AllocationRules careful;
  careful.spend_all = false;
  const Allocation some = Allocate(scenario, careful, 700000).value();
  EXPECT_NEAR(some.budget - some.unspent, even.allocation.budget, 1e-6);
  const auto two = BudgetFor(scenario, {}, BudgetTarget::kMarginalRoas, 2);
  EXPECT_NEAR(two.allocation.budget, even.allocation.budget, 1e-6);
  BudgetRules locked;
  locked.locked[1] = locked.locked[3] = locked.locked[5] = true;
  const auto nothing =
      BudgetFor(scenario, locked, BudgetTarget::kMarginalRoas, 1);
  EXPECT_FALSE(nothing.reached);
  EXPECT_DOUBLE_EQ(nothing.allocation.budget, 252000);
}

TEST(NextSpendTest, IsTheBestSplitThatTakesNothingAway) {
  Random random(9);
  for (int i = 0; i < 500; ++i) {
    const Scenario scenario = PlausibleScenario(random);
    const double amount = 1 + 100000 * random.Unit();
    const auto next = SpendNext(scenario, amount);
    const bool can_scale = [&] {
      for (const PaidCell& cell : PaidCellsOf(scenario)) {
        if (cell.can_scale) return true;
      }
      return false;
    }();
    ASSERT_EQ(next.ok(), can_scale);
    if (!can_scale) continue;
    AllocationRules rules;
    double today = 0;
    for (const PaidCell& cell : PaidCellsOf(scenario)) {
      rules.bounds[static_cast<size_t>(cell.cell)] = {cell.spend, 1e12};
      today += cell.spend;
    }
    const Allocation allocation =
        Allocate(scenario, rules, today + amount).value();
    const double size = SizeOf(Evaluate(allocation.scenario).total);
    EXPECT_NEAR(next.value().profit,
                allocation.profit.after - allocation.profit.before,
                1e-11 * size);
    double share = 0;
    for (const NextSpendCell& cell : next.value().cells) {
      EXPECT_GE(*cell.share, 0);
      share += *cell.share;
    }
    EXPECT_NEAR(share, 1, 1e-12);
  }
}

TEST(FrontierTest, ProfitFallsAndSpreadRisesFromTheAllocationToAnEvenSplit) {
  Random random(10);
  for (int i = 0; i < 300; ++i) {
    const Scenario scenario = PlausibleScenario(random);
    const AllocationRules rules = RandomRules(scenario, random);
    const double budget = RandomBudget(scenario, rules, random);
    const auto result = FindFrontier(scenario, rules, budget, 12);
    ASSERT_TRUE(result.ok());
    const auto& points = result.value().points;
    ASSERT_EQ(points.size(), 12u);
    EXPECT_EQ(points.front().weight, 0);
    EXPECT_FALSE(points.back().weight);
    const double size = SizeOf(Evaluate(scenario).total) + budget;
    for (size_t j = 0; j < points.size(); ++j) {
      EXPECT_NEAR(SumOf(points[j].spends), budget, 1e-11 * budget);
      if (j == 0 || budget == 0) continue;
      EXPECT_LE(points[j].profit, points[j - 1].profit + 1e-9 * size);
      EXPECT_GE(*points[j].effective_cells,
                *points[j - 1].effective_cells * (1 - 1e-9));
    }
    AllocationRules all = rules;
    all.spend_all = true;
    EXPECT_NEAR(points.front().profit,
                Allocate(scenario, all, budget).value().profit.after,
                1e-9 * size);
  }
}

TEST(FrontierTest, NoRandomSplitIsBetterForTheWeight) {
  Random random(11);
  for (int i = 0; i < 40; ++i) {
    const Scenario scenario = PlausibleScenario(random);
    const double budget = RandomBudget(scenario, {}, random);
    if (budget == 0) continue;
    const SpendRoom room = RoomOf(scenario, {});
    const auto frontier = FindFrontier(scenario, {}, budget, 7).value();
    for (const FrontierPoint& point : frontier.points) {
      const auto goal = [&](const Spends& spends) {
        double spread = 0;
        for (double spend : spends) spread += spend / budget * spend / budget;
        return point.weight ? ProfitOf(scenario, room, spends) -
                                  *point.weight * budget * spread
                            : -spread;
      };
      const double best = goal(point.spends);
      const double slack =
          1e-10 * (std::abs(best) + budget * (1 + point.weight.value_or(0)) +
                   SizeOf(Evaluate(scenario).total));
      for (int j = 0; j < 200; ++j) {
        EXPECT_LE(goal(RandomSplit(room, budget, random)),
                  point.weight ? best + slack : best + 1e-9);
      }
    }
  }
}

// The curve of such an elasticity is a step to every multiplier but one.
TEST(AllocationTest, SpendsTheBudgetAtElasticitiesNextToOne) {
  Scenario scenario = EmptyScenario();
  scenario.response.elasticity = 1 - 0x1p-53;
  PaidOf(scenario, 0) = {6.52, 0.0735, 1e9, 968960};
  PaidOf(scenario, 2) = {21672492.35, 0.1528, 1e9, 1e6};
  AllocationRules rules;
  rules.bounds[1].maximum = 5232190;
  const double budget = 8777778212652;
  const Allocation allocation = Allocate(scenario, rules, budget).value();
  EXPECT_NEAR(allocation.cells[0].spend.after + allocation.cells[2].spend.after,
              budget, 1e-12 * budget);
}

// Whatever the numbers: answers that are finite, and valid scenarios.
TEST(AllocationTest, AnswersAnyScenario) {
  Random random(12);
  for (int i = 0; i < 3000; ++i) {
    const Scenario scenario = RandomScenario(random);
    AllocationRules rules = RandomRules(scenario, random);
    const double budget = RandomBudget(scenario, rules, random);
    const auto allocation = Allocate(scenario, rules, budget);
    ASSERT_TRUE(allocation.ok()) << allocation.error().detail;
    EXPECT_FALSE(Validate(allocation.value().scenario));
    EXPECT_TRUE(std::isfinite(allocation.value().profit.after));
    const auto frontier = FindFrontier(scenario, rules, budget, 5);
    ASSERT_TRUE(frontier.ok());
    for (const FrontierPoint& point : frontier.value().points) {
      EXPECT_TRUE(std::isfinite(point.profit));
      EXPECT_NEAR(SumOf(point.spends), budget, 1e-9 * budget);
    }
    const auto target = static_cast<BudgetTarget>(random.Below(3));
    EXPECT_TRUE(
        std::isfinite(BudgetFor(scenario, rules, target, 3 * random.Unit())
                          .allocation.budget));
  }
}

}  // namespace
}  // namespace sextant
