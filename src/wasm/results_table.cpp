#include "wasm/results_table.h"

#include <optional>
#include <string>

#include "locales/text.h"
#include "words/names.h"

namespace sextant {
namespace {

constexpr TextId kColumns[] = {
    TextId::kMetricVisits,       TextId::kMetricConversionRate,
    TextId::kMetricOrderValue,   TextId::kMetricSpend,
    TextId::kMetricOrders,       TextId::kMetricRevenue,
    TextId::kMetricRevenueShare, TextId::kMetricEffectiveCpc,
    TextId::kMetricCpaShort,     TextId::kMetricRoas,
    TextId::kMetricProfit,       TextId::kUiQuadrant,
};

// What a row says, in the order of the columns.
struct Row {
  double visits;
  std::optional<double> conversion_rate;
  std::optional<double> order_value;
  double spend;
  double orders;
  double revenue;
  std::optional<double> revenue_share;
  std::optional<double> effective_cpc;
  std::optional<double> cpa;
  std::optional<double> roas;
  double profit;
  std::string quadrant;
};

void WriteRow(std::string_view name, const Row& row, const NumberFormat& format,
              JsonWriter& json) {
  const auto money = [&](double value) { return format.Money(value); };
  const auto percent = [&](double value) { return format.Percent(value); };
  json.BeginObject().Member("name", name).Key("values").BeginArray();
  json.Value(format.Count(row.visits));
  json.Value(OrUndefined(row.conversion_rate, percent));
  json.Value(OrUndefined(row.order_value, money));
  json.Value(money(row.spend));
  json.Value(format.Count(row.orders));
  json.Value(money(row.revenue));
  json.Value(OrUndefined(row.revenue_share, percent));
  json.Value(OrUndefined(row.effective_cpc, money));
  json.Value(OrUndefined(row.cpa, money));
  json.Value(
      OrUndefined(row.roas, [&](double value) { return format.Ratio(value); }));
  json.Value(money(row.profit));
  json.Value(row.quadrant);
  json.EndArray().EndObject();
}

}  // namespace

void WriteResultsTable(const Scenario& scenario, const Report& report,
                       const NumberFormat& format, JsonWriter& json) {
  const Language language = format.language;
  json.BeginObject().Key("columns").BeginArray();
  for (const TextId column : kColumns) json.Value(Text(language, column));
  json.EndArray().Key("rows").BeginArray();
  for (int i = 0; i < static_cast<int>(scenario.cells.size()); ++i) {
    const Cell& cell = scenario.cells[i];
    const CellMetrics& metrics = report.cells()[i];
    const std::string quadrant =
        metrics.quadrant
            ? FormatText(language, TextId::kQuadrantName,
                         {{"numeral", QuadrantNumeral(*metrics.quadrant)}})
            : std::string(kUndefined);
    WriteRow(CellName(scenario, i, language),
             {cell.visits, cell.conversion_rate, cell.order_value,
              metrics.spend, metrics.orders, metrics.revenue,
              metrics.revenue_share, metrics.effective_cpc, metrics.cpa,
              metrics.roas, metrics.profit, quadrant},
             format, json);
  }
  const Totals& total = report.total;
  const std::optional<double> all =
      total.revenue > 0 ? std::optional<double>(1) : std::nullopt;
  WriteRow(Text(language, TextId::kUiTotals),
           {total.visits, total.conversion_rate, total.order_value, total.spend,
            total.orders, total.revenue, all, total.effective_cpc, total.cpa,
            total.roas, total.profit, std::string(kUndefined)},
           format, json);
  json.EndArray().EndObject();
}

}  // namespace sextant
