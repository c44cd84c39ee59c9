#include "engine/decisions/credit.h"

#include <gtest/gtest.h>

#include <bit>

#include "engine/model/lists.h"
#include "engine/model/presets.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

double RevenueOf(const Cell& cell) {
  return cell.visits * cell.conversion_rate * cell.order_value;
}

// v(S) as DOMAIN.md, section 9, writes it; a bit for each live cell.
double Worth(const Scenario& scenario, unsigned live) {
  double worth = 0;
  for (size_t j = 0; j < scenario.cells.size(); ++j) {
    if (!(live >> j & 1)) continue;
    double revenue = RevenueOf(scenario.cells[j]);
    for (const Assist& assist : scenario.assists) {
      if (assist.to == static_cast<int>(j) && !(live >> assist.from & 1)) {
        revenue *= 1 - assist.share;
      }
    }
    worth += revenue;
  }
  return worth;
}

// Shapley's formula over all subsets.
std::vector<double> ShapleyBySubsets(const Scenario& scenario) {
  const size_t count = scenario.cells.size();
  std::vector<double> factorials = {1};
  for (size_t i = 1; i <= count; ++i) {
    factorials.push_back(factorials.back() * static_cast<double>(i));
  }
  std::vector<double> worths(size_t{1} << count);
  for (unsigned live = 0; live < worths.size(); ++live) {
    worths[live] = Worth(scenario, live);
  }
  std::vector<double> values(count);
  for (unsigned live = 0; live < worths.size(); ++live) {
    const auto size = static_cast<size_t>(std::popcount(live));
    for (size_t i = 0; i < count; ++i) {
      if (live >> i & 1) continue;
      values[i] += factorials[size] * factorials[count - size - 1] /
                   factorials[count] * (worths[live | 1u << i] - worths[live]);
    }
  }
  return values;
}

Scenario ScenarioWithAssists(Random& random, int media) {
  Scenario scenario = EmptyScenario();
  scenario.media.clear();
  for (int i = 0; i < media; ++i) {
    scenario.media.emplace_back().id = std::string("m") + char('a' + i);
  }
  scenario.cells.assign(static_cast<size_t>(2 * media), Cell{});
  for (Cell& cell : scenario.cells) {
    cell.visits = 1000 * random.Unit();
    cell.conversion_rate = random.OneIn(8) ? 0 : 0.1 * random.Unit();
    cell.order_value = 500;
    cell.cost_per_click = 3;
  }
  for (int i = random.Below(kMaxAssists); i > 0; --i) {
    scenario.assists.push_back({random.Below(2 * media),
                                random.Below(2 * media),
                                random.OneIn(5) ? 1 : random.Unit() / 2});
    if (CheckAssists(scenario)) scenario.assists.pop_back();
  }
  return scenario;
}

// 1,000 visits of which one in ten orders for `revenue`/100.
Cell CellWorth(double revenue) { return {1000, 0.1, revenue / 100, 2}; }

TEST(CreditTest, IsTheShapleyValueOverAllSubsets) {
  Random random(1);
  for (int i = 0; i < 200; ++i) {
    const Scenario scenario = ScenarioWithAssists(random, 1 + random.Below(4));
    const CreditReport report = ShareCredit(scenario);
    const auto expected = ShapleyBySubsets(scenario);
    const unsigned all = (1u << scenario.cells.size()) - 1;
    for (size_t j = 0; j < scenario.cells.size(); ++j) {
      EXPECT_NEAR(report.cells[j].credit, expected[j], 1e-12 * report.total);
      EXPECT_NEAR(report.cells[j].removal_effect,
                  Worth(scenario, all) - Worth(scenario, all & ~(1u << j)),
                  1e-12 * report.total);
    }
  }
}

TEST(CreditTest, OfSixteenCellsIsTheShapleyValueOverAllSubsets) {
  Random random(2);
  const Scenario scenario = ScenarioWithAssists(random, 8);
  ASSERT_GT(scenario.assists.size(), 15u);
  const CreditReport report = ShareCredit(scenario);
  const auto expected = ShapleyBySubsets(scenario);
  for (size_t j = 0; j < 16; ++j) {
    EXPECT_NEAR(report.cells[j].credit, expected[j], 1e-11 * report.total);
  }
}

TEST(CreditTest, SumsToTheRevenue) {
  Random random(3);
  for (int i = 0; i < 2000; ++i) {
    const Scenario scenario = ScenarioWithAssists(random, 1 + random.Below(8));
    const CreditReport report = ShareCredit(scenario);
    double sum = 0;
    for (const CellCredit& cell : report.cells) {
      EXPECT_GE(cell.credit, 0);
      sum += cell.credit;
    }
    EXPECT_NEAR(sum, report.total, 1e-12 * report.total);
  }
}

TEST(CreditTest, WithoutAssistsIsTheCellsOwn) {
  const CreditReport report = ShareCredit(DefaultScenario());
  for (const CellCredit& cell : report.cells) {
    EXPECT_EQ(cell.credit, cell.own);
    EXPECT_EQ(cell.removal_effect, cell.own);
  }
}

TEST(CreditTest, IsEqualForCellsThatAddTheSameAndNoneForThoseThatAddNothing) {
  Scenario scenario = EmptyScenario();
  scenario.cells[0] = CellWorth(900);
  scenario.assists = {{1, 0, 0.4}, {3, 0, 0.4}};
  const CreditReport report = ShareCredit(scenario);
  EXPECT_EQ(report.cells[1].credit, report.cells[3].credit);
  EXPECT_GT(report.cells[1].credit, 0);
  EXPECT_EQ(report.cells[2].credit, 0);
  EXPECT_EQ(report.cells[5].credit, 0);
}

// What cells give each other in a cycle is shared by halves: with shares of 1
// the game is an induced subgraph game, in which each edge is shared equally by
// its ends (Deng and Papadimitriou, "On the complexity of cooperative solution
// concepts", 1994, theorem 1).
TEST(CreditTest, EndsOfAnEdgeShareItEquallyInACycle) {
  Scenario scenario = EmptyScenario();
  scenario.cells[0] = CellWorth(100);
  scenario.cells[1] = CellWorth(300);
  scenario.cells[2] = CellWorth(700);
  scenario.assists = {{0, 1, 1}, {1, 2, 1}, {2, 0, 1}};
  ASSERT_FALSE(CheckAssists(scenario));
  const CreditReport report = ShareCredit(scenario);
  EXPECT_NEAR(report.cells[0].credit, (100 + 300) / 2.0, 1e-12);
  EXPECT_NEAR(report.cells[1].credit, (300 + 700) / 2.0, 1e-12);
  EXPECT_NEAR(report.cells[2].credit, (700 + 100) / 2.0, 1e-12);
  EXPECT_NEAR(report.cells[0].removal_effect, 400, 1e-12);
}

// The airport game of Littlechild and Owen ("A simple expression for the
// Shapley value in a special case", Management Science 20, 1973) with runways
// of 8, 11, 13 and 18 for A to D: 2, 3, 4 and 9
// (https://en.wikipedia.org/wiki/Airport_problem). A game and its dual have the
// same value; the dual pays each step of cost when all that need it are there.
// More shares of 1 than a valid scenario has, which the formula does not mind.
TEST(CreditTest, OfThePublishedAirportGame) {
  Scenario scenario = EmptyScenario();
  const double steps[] = {8, 3, 2, 5};
  for (int from = 0; from < 4; ++from) {
    scenario.cells[static_cast<size_t>(from)] = CellWorth(steps[from]);
    for (int other = from + 1; other < 4; ++other) {
      scenario.assists.push_back({other, from, 1});
    }
  }
  const CreditReport report = ShareCredit(scenario);
  const double published[] = {2, 3, 4, 9};
  for (size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(report.cells[i].credit, published[i], 1e-14);
  }
}

TEST(CreditTest, CountsOrdersByCredit) {
  Scenario scenario = EmptyScenario();
  scenario.cells[0] = CellWorth(1000);  // 100 orders of 10; costs 2,000
  scenario.cells[1] = {0, 0, 20, 0, 50};
  scenario.assists = {{1, 0, 0.4}};
  const CreditReport report = ShareCredit(scenario);
  EXPECT_NEAR(*report.cells[0].orders, 80, 1e-12);
  EXPECT_NEAR(*report.cells[0].cpa, 25, 1e-12);
  EXPECT_NEAR(*report.cells[1].orders, 10, 1e-12);
  EXPECT_NEAR(*report.cells[1].cpa, 5, 1e-12);
  EXPECT_FALSE(report.cells[2].orders);
  EXPECT_FALSE(report.cells[2].cpa);
}

}  // namespace
}  // namespace sextant
