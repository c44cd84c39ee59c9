#include "exchange/import/apply_tables.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace sextant {
namespace {

constexpr int kSocialPaid = 1;
constexpr int kSearchPaid = 3;
constexpr double kNone = kUnknown;

Scenario Before() {
  Scenario scenario = EmptyScenario();
  for (Cell& cell : scenario.cells) cell = {100, 0.1, 50, 2, 7, 1};
  return scenario;
}

AppliedTable Table(ExportKind kind, std::string cell, Measures values) {
  AppliedTable table;
  table.kind = kind;
  table.cells.push_back({std::move(cell), 1, values});
  return table;
}

bool Warns(const Applied& applied, std::string_view code) {
  for (const ApplyWarning& warning : applied.warnings) {
    if (warning.code == code) return true;
  }
  return false;
}

Applied Apply(const std::vector<AppliedTable>& tables,
              const Agreements& agreements = {}) {
  return ApplyTables(Before(), tables, agreements);
}

Agreements Agreed(Agreement agreement) {
  Agreements agreements;
  agreements.agreed[static_cast<size_t>(agreement)] = true;
  return agreements;
}

TEST(ApplyTables, TrafficGivesVisitsRateAndOrderValue) {
  const Applied applied =
      Apply({Table(ExportKind::kGa4, "search.paid", {200, 10, 3000, kNone})});
  const Cell& cell = applied.scenario.cells[kSearchPaid];
  EXPECT_EQ(cell.visits, 200);
  EXPECT_EQ(cell.conversion_rate, 0.05);
  EXPECT_EQ(cell.order_value, 300);
  EXPECT_EQ(cell.cost_per_click, 2);
  EXPECT_EQ(applied.changed.size(), 3u);
}

TEST(ApplyTables, WhatIsNotStatedStaysAndAStatedZeroIsZero) {
  const Applied applied =
      Apply({Table(ExportKind::kGa4, "search.paid", {200, 0, kNone, kNone})});
  const Cell& cell = applied.scenario.cells[kSearchPaid];
  EXPECT_EQ(cell.conversion_rate, 0);
  EXPECT_EQ(cell.order_value, 50);
  EXPECT_EQ(applied.scenario.cells[0], Before().cells[0]);
}

TEST(ApplyTables, NoVisitsKeepTheRateAndNoOrdersTheValue) {
  const Applied applied =
      Apply({Table(ExportKind::kGa4, "search.paid", {0, 0, 0, kNone})});
  const Cell& cell = applied.scenario.cells[kSearchPaid];
  EXPECT_EQ(cell.visits, 0);
  EXPECT_EQ(cell.conversion_rate, 0.1);
  EXPECT_EQ(cell.order_value, 50);
}

TEST(ApplyTables, RevenueZeroThroughoutLeavesTheOrderValue) {
  AppliedTable table =
      Table(ExportKind::kGa4, "search.paid", {200, 10, 0, kNone});
  EXPECT_EQ(Apply({table}).scenario.cells[kSearchPaid].order_value, 0);
  table.revenue_is_zero = true;
  EXPECT_EQ(Apply({table}).scenario.cells[kSearchPaid].order_value, 50);
}

TEST(ApplyTables, AdsGiveCostWhereTrafficGivesVisits) {
  for (const bool ads_first : {false, true}) {
    std::vector<AppliedTable> tables = {
        Table(ExportKind::kGa4, "search.paid", {200, 10, 3000, kNone}),
        Table(ExportKind::kGoogleAds, "search.paid", {170, 14, 4000, 800})};
    if (ads_first) std::swap(tables[0], tables[1]);
    const Applied applied = Apply(tables);
    const Cell& cell = applied.scenario.cells[kSearchPaid];
    EXPECT_EQ(cell.visits, 200);
    EXPECT_EQ(cell.conversion_rate, 0.05);
    EXPECT_EQ(cell.visits * cell.cost_per_click, 800);
    ASSERT_TRUE(Warns(applied, "claimedOrders"));
    EXPECT_EQ(applied.warnings[0].values.count, 14);
    EXPECT_EQ(applied.warnings[0].values.sum, 10);
  }
}

TEST(ApplyTables, AdsAloneGiveEverythingAndAddUp) {
  const Applied applied =
      Apply({Table(ExportKind::kMeta, "social.paid", {100, 5, 1000, 300}),
             Table(ExportKind::kMeta, "social.paid", {300, 15, 3000, 500})});
  const Cell& cell = applied.scenario.cells[kSocialPaid];
  EXPECT_EQ(cell.visits, 400);
  EXPECT_EQ(cell.conversion_rate, 0.05);
  EXPECT_EQ(cell.order_value, 200);
  EXPECT_EQ(cell.cost_per_click, 2);
  EXPECT_FALSE(Warns(applied, "claimedOrders"));
}

TEST(ApplyTables, MoreOrdersThanVisitsLeavesThatRateAlone) {
  AppliedTable table =
      Table(ExportKind::kGa4, "search.paid", {10, 20, 3000, kNone});
  table.more_orders = {{"search.paid", 9}, {"social.paid", 4}};
  const Applied applied = Apply({table});
  EXPECT_EQ(applied.scenario.cells[kSearchPaid].visits, 10);
  EXPECT_EQ(applied.scenario.cells[kSearchPaid].conversion_rate, 0.1);
  EXPECT_EQ(applied.scenario.cells[kSearchPaid].order_value, 150);
  ASSERT_TRUE(Warns(applied, "moreOrdersThanVisits"));
  EXPECT_EQ(applied.warnings[0].lines, std::vector<uint32_t>{9});
}

TEST(ApplyTables, AnotherCurrencyLeavesAmountsAloneUntilTheUserAgrees) {
  AppliedTable table =
      Table(ExportKind::kGoogleAds, "search.paid", {200, 10, 3000, 800});
  table.currency = "USD";
  const Applied applied = Apply({table});
  EXPECT_EQ(applied.scenario.cells[kSearchPaid].visits, 200);
  EXPECT_EQ(applied.scenario.cells[kSearchPaid].order_value, 50);
  EXPECT_EQ(applied.scenario.cells[kSearchPaid].cost_per_click, 2);
  EXPECT_TRUE(Warns(applied, "otherCurrency"));
  const Applied agreed = Apply({table}, Agreed(Agreement::kOtherCurrency));
  EXPECT_EQ(agreed.scenario.cells[kSearchPaid].order_value, 300);
  EXPECT_FALSE(Warns(agreed, "otherCurrency"));
}

TEST(ApplyTables, CostWithoutVisitsIsFixedOnlyWhenTheUserSaysSo) {
  const AppliedTable table =
      Table(ExportKind::kGoogleAds, "search.paid", {0, kNone, kNone, 800});
  const Applied applied = Apply({table});
  EXPECT_EQ(applied.scenario.cells[kSearchPaid].fixed_cost, 7);
  EXPECT_TRUE(Warns(applied, "costWithoutVisits"));
  const Applied agreed = Apply({table}, Agreed(Agreement::kCostWithoutVisits));
  EXPECT_EQ(agreed.scenario.cells[kSearchPaid].fixed_cost, 800);
}

TEST(ApplyTables, UnreadableRowsHoldTheirTableBackUntilTheUserAgrees) {
  AppliedTable table =
      Table(ExportKind::kGa4, "search.paid", {200, 10, 3000, kNone});
  table.has_unreadable_rows = true;
  EXPECT_TRUE(Apply({table}).changed.empty());
  EXPECT_TRUE(Warns(Apply({table}), "unreadableRows"));
  EXPECT_EQ(Apply({table}, Agreed(Agreement::kUnreadableRows)).changed.size(),
            3u);
}

TEST(ApplyTables, SaysWhatIsLeftOut) {
  AppliedTable table =
      Table(ExportKind::kGa4, "video.paid", {200, 10, 3000, kNone});
  table.asked_rows = 3;
  const Applied applied = Apply({table});
  EXPECT_TRUE(Warns(applied, "askedRows"));
  EXPECT_TRUE(Warns(applied, "unknownCell"));
  EXPECT_TRUE(applied.changed.empty());
}

TEST(ApplyTables, OfTwoTablesOfTrafficTheFirstCounts) {
  const Applied applied =
      Apply({Table(ExportKind::kGa4, "search.paid", {200, 10, 3000, kNone}),
             Table(ExportKind::kTable, "search.paid", {900, 1, 1, kNone})});
  EXPECT_EQ(applied.scenario.cells[kSearchPaid].visits, 200);
  EXPECT_TRUE(Warns(applied, "secondTraffic"));
}

TEST(ApplyTables, WhatIsOutOfBoundsStays) {
  const Applied applied =
      Apply({Table(ExportKind::kGa4, "search.paid", {2e9, 10, -5, kNone})});
  EXPECT_TRUE(Warns(applied, "outOfBounds"));
  EXPECT_EQ(applied.scenario.cells[kSearchPaid].visits, 100);
  EXPECT_EQ(applied.scenario.cells[kSearchPaid].order_value, 50);
}

}  // namespace
}  // namespace sextant
