#include "exchange/report_json.h"

#include "exchange/records.h"

namespace sextant {
namespace {

double QuadrantNumber(const CellMetrics& metrics) {
  return metrics.quadrant ? static_cast<double>(*metrics.quadrant)
                          : kUndefinedValue;
}

// JsonWriter writes NaN as null.
template <typename T, size_t count>
void WriteMembers(const T& item, const char* const (&names)[count],
                  JsonWriter& writer) {
  double values[count];
  Flatten(item, values);
  for (size_t i = 0; i < count; ++i) writer.Member(names[i], values[i]);
}

void WriteTotals(std::string_view id, const Totals& totals,
                 JsonWriter& writer) {
  writer.BeginObject().Member("id", id);
  WriteMembers(totals, kTotalsNames, writer);
  writer.EndObject();
}

void WriteConcentration(const Scenario& scenario,
                        const Concentration& concentration,
                        JsonWriter& writer) {
  writer.Key("concentration").BeginObject();
  WriteMembers(concentration, kConcentrationNames, writer);
  writer.Key("largest");
  if (concentration.largest < 0) {
    writer.Null();
  } else {
    writer.BeginObject()
        .Member("id", CellId(scenario, concentration.largest))
        .Member("share", concentration.largest_share)
        .EndObject();
  }
  writer.EndObject();
}

}  // namespace

void WriteReport(const Scenario& scenario, const Report& report,
                 JsonWriter& writer) {
  writer.BeginObject().Key("cells").BeginArray();
  for (size_t i = 0; i < report.cells().size(); ++i) {
    writer.BeginObject().Member("id", CellId(scenario, static_cast<int>(i)));
    WriteMembers(report.cells()[i], kCellMetricsNames, writer);
    writer.Member("quadrant", QuadrantNumber(report.cells()[i])).EndObject();
  }
  writer.EndArray().Key("total").BeginObject();
  WriteMembers(report.total, kTotalsNames, writer);
  writer.EndObject().Key("media").BeginArray();
  for (size_t i = 0; i < report.media().size(); ++i) {
    WriteTotals(scenario.media[i].id, report.media()[i], writer);
  }
  writer.EndArray().Key("kinds").BeginArray();
  for (Kind kind : {Kind::kOrganic, Kind::kPaid}) {
    WriteTotals(KindId(kind), report.kinds[static_cast<size_t>(kind)], writer);
  }
  writer.EndArray().Key("thresholds").BeginObject();
  WriteMembers(report.thresholds, kThresholdValuesNames, writer);
  writer.EndObject();
  WriteConcentration(scenario, report.concentration, writer);
  writer.EndObject();
}

std::string WriteReport(const Scenario& scenario, const Report& report) {
  JsonWriter writer;
  WriteReport(scenario, report, writer);
  return writer.Take();
}

size_t FlattenReport(const Report& report, double* values) {
  double* out = Flatten(report.thresholds, values);
  const Concentration& concentration = report.concentration;
  out = Flatten(concentration, out);
  *out++ = concentration.largest < 0 ? kUndefinedValue : concentration.largest;
  *out++ = concentration.largest_share.value_or_nan();
  out = Flatten(report.total, out);
  for (const Totals& kind : report.kinds) out = Flatten(kind, out);
  for (const Totals& medium : report.media()) out = Flatten(medium, out);
  for (const CellMetrics& cell : report.cells()) {
    out = Flatten(cell, out);
    *out++ = QuadrantNumber(cell);
  }
  return static_cast<size_t>(out - values);
}

}  // namespace sextant
