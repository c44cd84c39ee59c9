#include "wasm/results_table.h"

#include <string>

#include "base/integer_text.h"
#include "locales/text.h"
#include "words/names.h"
#include "words/result_lists.h"

namespace sextant {
namespace {

void BeginRow(std::string_view name, JsonWriter& json) {
  json.BeginObject().Member("name", name).Key("values").BeginArray();
}

void WriteValue(const TableColumn& column, const Ratio& value,
                const NumberFormat& format, JsonWriter& json) {
  json.Value(OrUndefined(value, [&](double number) {
    return FormatAs(column.unit, number, format);
  }));
}

void WriteCell(const Scenario& scenario, const Report& report, int cell,
               const NumberFormat& format, JsonWriter& json) {
  const CellMetrics& metrics = report.cells()[cell];
  BeginRow(CellName(scenario, cell, format.language), json);
  for (const TableColumn& column : kTableColumns) {
    WriteValue(column,
               column.of_cell != nullptr ? column.of_cell(metrics)
                                         : scenario.cells[cell].*column.input,
               format, json);
  }
  json.Value(metrics.quadrant ? QuadrantName(metrics.quadrant, format.language)
                              : std::string(kUndefined));
  json.EndArray().EndObject();
}

void WriteTotals(const Totals& total, const NumberFormat& format,
                 JsonWriter& json) {
  BeginRow(Text(format.language, TextId::kUiTotals), json);
  const Ratio all = total.revenue > 0 ? Ratio(1) : std::nullopt;
  for (const TableColumn& column : kTableColumns) {
    WriteValue(column,
               column.of_total != nullptr ? column.of_total(total) : all,
               format, json);
  }
  json.Value(kUndefined).EndArray().EndObject();
}

// --- Months ------------------------------------------------------------------

struct MonthColumn {
  TextId label;
  Unit unit;
  Ratio (*get)(const FlywheelMonth&);
};

double Active(const FlywheelMonth& month, Segment segment) {
  return month.active[static_cast<size_t>(segment)];
}

constexpr MonthColumn kMonthColumns[] = {
    {TextId::kUiCustomersBought, Unit::kCount,
     [](const FlywheelMonth& month) -> Ratio {
       return month.new_customers_bought;
     }},
    {TextId::kUiCustomersReferred, Unit::kCount,
     [](const FlywheelMonth& month) -> Ratio {
       return month.new_customers_referred;
     }},
    {TextId::kSegmentPromoter, Unit::kCount,
     [](const FlywheelMonth& month) -> Ratio {
       return Active(month, Segment::kPromoter);
     }},
    {TextId::kSegmentPassive, Unit::kCount,
     [](const FlywheelMonth& month) -> Ratio {
       return Active(month, Segment::kPassive);
     }},
    {TextId::kSegmentDetractor, Unit::kCount,
     [](const FlywheelMonth& month) -> Ratio {
       return Active(month, Segment::kDetractor);
     }},
    {TextId::kFieldRepeatOrdersShort, Unit::kCount,
     [](const FlywheelMonth& month) -> Ratio { return month.repeat_orders; }},
    {TextId::kMetricRevenue, Unit::kMoney,
     [](const FlywheelMonth& month) -> Ratio { return month.revenue; }},
    {TextId::kMetricShareNotBoughtShort, Unit::kShare,
     [](const FlywheelMonth& month) -> Ratio {
       return month.share_not_bought;
     }},
    {TextId::kMetricCacShort, Unit::kMoney,
     [](const FlywheelMonth& month) -> Ratio { return month.cac; }},
    {TextId::kMetricProfit, Unit::kMoney,
     [](const FlywheelMonth& month) -> Ratio { return month.profit; }},
};

// "Flywheel · Cumulative profit"
std::string CumulativeLabel(TextId whole, Language language) {
  return std::string(Text(language, whole)) + " · " +
         std::string(Text(language, TextId::kChartFlywheelHeight));
}

// How many months lie between two rows.
int MonthStep(int count) { return count <= 24 ? 1 : count <= 72 ? 3 : 6; }

void WriteMonth(const FlywheelReport& flywheel, int number,
                const NumberFormat& format, JsonWriter& json) {
  const FlywheelMonth& month = flywheel.flywheel()[number];
  BeginRow(FormatText(format.language, TextId::kUiPaybackMonth,
                      {{"month", IntegerText(number)}}),
           json);
  for (const MonthColumn& column : kMonthColumns) {
    json.Value(OrUndefined(column.get(month), [&](double value) {
      return FormatAs(column.unit, value, format);
    }));
  }
  json.Value(format.Money(month.cumulative_profit))
      .Value(format.Money(flywheel.funnel()[number].cumulative_profit))
      .EndArray()
      .EndObject();
}

}  // namespace

void WriteResultsTable(const Scenario& scenario, const Report& report,
                       const NumberFormat& format, JsonWriter& json) {
  json.BeginObject().Key("columns").BeginArray();
  for (const TableColumn& column : kTableColumns) {
    json.Value(Text(format.language, column.short_label));
  }
  json.Value(Text(format.language, TextId::kUiQuadrant));
  json.EndArray().Key("rows").BeginArray();
  for (int cell = 0; cell < static_cast<int>(scenario.cells.size()); ++cell) {
    WriteCell(scenario, report, cell, format, json);
  }
  WriteTotals(report.total, format, json);
  json.EndArray().EndObject();
}

void WriteMonthsTable(const FlywheelReport& flywheel,
                      const NumberFormat& format, JsonWriter& json) {
  const Language language = format.language;
  json.BeginObject().Key("columns").BeginArray();
  for (const MonthColumn& column : kMonthColumns) {
    json.Value(Text(language, column.label));
  }
  json.Value(CumulativeLabel(TextId::kChartFlywheelFlywheel, language))
      .Value(CumulativeLabel(TextId::kChartFlywheelFunnel, language))
      .EndArray()
      .Key("rows")
      .BeginArray();
  const int count = static_cast<int>(flywheel.flywheel().size());
  for (int number = 0; number < count; ++number) {
    if (number % MonthStep(count) == 0 || number == count - 1) {
      WriteMonth(flywheel, number, format, json);
    }
  }
  json.EndArray().EndObject();
}

}  // namespace sextant
