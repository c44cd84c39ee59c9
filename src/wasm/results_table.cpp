#include "wasm/results_table.h"

#include <string>

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

}  // namespace sextant
