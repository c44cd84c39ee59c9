#include "exchange/report_json.h"

#include <limits>
#include <span>

namespace sextant {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

double Value(const Ratio& ratio) { return ratio.value_or(kNothing); }

// A member that is a number, or one that may be undefined.
template <typename T>
struct NamedValue {
  constexpr NamedValue(const char* name, double T::*number)
      : name(name), number(number) {}
  constexpr NamedValue(const char* name, Ratio T::*ratio)
      : name(name), ratio(ratio) {}

  double Of(const T& item) const {
    return number != nullptr ? item.*number : Value(item.*ratio);
  }

  const char* name;
  double T::*number = nullptr;
  Ratio T::*ratio = nullptr;
};

constexpr NamedValue<CellMetrics> kCellValues[] = {
    {"orders", &CellMetrics::orders},
    {"revenue", &CellMetrics::revenue},
    {"valuePerVisit", &CellMetrics::value_per_visit},
    {"revenueShare", &CellMetrics::revenue_share},
    {"spend", &CellMetrics::spend},
    {"effectiveCpc", &CellMetrics::effective_cpc},
    {"cpa", &CellMetrics::cpa},
    {"roas", &CellMetrics::roas},
    {"profit", &CellMetrics::profit},
    {"roi", &CellMetrics::roi},
    {"newCustomers", &CellMetrics::new_customers},
    {"cac", &CellMetrics::cac},
    {"breakEvenCpa", &CellMetrics::break_even_cpa},
    // And the quadrant, which has a type of its own.
};

double QuadrantNumber(const CellMetrics& metrics) {
  return metrics.quadrant ? static_cast<double>(*metrics.quadrant) : kNothing;
}

constexpr NamedValue<Totals> kTotalValues[] = {
    {"visits", &Totals::visits},
    {"orders", &Totals::orders},
    {"revenue", &Totals::revenue},
    {"spend", &Totals::spend},
    {"profit", &Totals::profit},
    {"conversionRate", &Totals::conversion_rate},
    {"orderValue", &Totals::order_value},
    {"effectiveCpc", &Totals::effective_cpc},
    {"cpa", &Totals::cpa},
    {"roas", &Totals::roas},
    {"roi", &Totals::roi},
    {"newCustomers", &Totals::new_customers},
    {"cac", &Totals::cac},
};

constexpr NamedValue<ThresholdValues> kThresholdValues[] = {
    {"cpc", &ThresholdValues::cpc},
    {"cpa", &ThresholdValues::cpa},
};

constexpr NamedValue<Concentration> kConcentrationValues[] = {
    {"hhi", &Concentration::hhi},
    {"normalised", &Concentration::normalised},
    {"effectiveSources", &Concentration::effective_sources},
};

template <typename T, size_t count>
void WriteMembers(const T& item, const NamedValue<T> (&values)[count],
                  JsonWriter& writer) {
  // The writer makes null of NaN.
  for (const NamedValue<T>& value : values) {
    writer.Member(value.name, value.Of(item));
  }
}

template <typename T, size_t count>
double* Flatten(const T& item, const NamedValue<T> (&values)[count],
                double* out) {
  for (const NamedValue<T>& value : values) *out++ = value.Of(item);
  return out;
}

void WriteTotals(const char* id, const Totals& totals, JsonWriter& writer) {
  writer.BeginObject().Member("id", id);
  WriteMembers(totals, kTotalValues, writer);
  writer.EndObject();
}

void WriteConcentration(const Scenario& scenario,
                        const Concentration& concentration,
                        JsonWriter& writer) {
  writer.Key("concentration").BeginObject();
  WriteMembers(concentration, kConcentrationValues, writer);
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
    WriteMembers(report.cells()[i], kCellValues, writer);
    writer.Member("quadrant", QuadrantNumber(report.cells()[i])).EndObject();
  }
  writer.EndArray().Key("total").BeginObject();
  WriteMembers(report.total, kTotalValues, writer);
  writer.EndObject().Key("media").BeginArray();
  for (size_t i = 0; i < report.media().size(); ++i) {
    WriteTotals(scenario.media[i].id.c_str(), report.media()[i], writer);
  }
  writer.EndArray().Key("kinds").BeginArray();
  for (Kind kind : {Kind::kOrganic, Kind::kPaid}) {
    WriteTotals(KindId(kind), report.kinds[static_cast<size_t>(kind)], writer);
  }
  writer.EndArray().Key("thresholds").BeginObject();
  WriteMembers(report.thresholds, kThresholdValues, writer);
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
  double* out = Flatten(report.thresholds, kThresholdValues, values);
  const Concentration& concentration = report.concentration;
  out = Flatten(concentration, kConcentrationValues, out);
  *out++ = concentration.largest < 0 ? kNothing : concentration.largest;
  *out++ = Value(concentration.largest_share);
  out = Flatten(report.total, kTotalValues, out);
  for (const Totals& kind : report.kinds) {
    out = Flatten(kind, kTotalValues, out);
  }
  for (const Totals& medium : report.media()) {
    out = Flatten(medium, kTotalValues, out);
  }
  for (const CellMetrics& cell : report.cells()) {
    out = Flatten(cell, kCellValues, out);
    *out++ = QuadrantNumber(cell);
  }
  return static_cast<size_t>(out - values);
}

}  // namespace sextant
