#include "exchange/report_json.h"

#include <limits>
#include <span>

namespace sextant {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

double Value(const Ratio& ratio) { return ratio.value_or(kNothing); }

template <typename T>
struct NamedValue {
  const char* name;
  double (*get)(const T&);  // NaN: undefined
};

constexpr NamedValue<CellMetrics> kCellValues[] = {
    {"orders", [](const CellMetrics& m) { return m.orders; }},
    {"revenue", [](const CellMetrics& m) { return m.revenue; }},
    {"valuePerVisit", [](const CellMetrics& m) { return m.value_per_visit; }},
    {"revenueShare",
     [](const CellMetrics& m) { return Value(m.revenue_share); }},
    {"spend", [](const CellMetrics& m) { return m.spend; }},
    {"effectiveCpc",
     [](const CellMetrics& m) { return Value(m.effective_cpc); }},
    {"cpa", [](const CellMetrics& m) { return Value(m.cpa); }},
    {"roas", [](const CellMetrics& m) { return Value(m.roas); }},
    {"profit", [](const CellMetrics& m) { return m.profit; }},
    {"roi", [](const CellMetrics& m) { return Value(m.roi); }},
    {"newCustomers", [](const CellMetrics& m) { return m.new_customers; }},
    {"cac", [](const CellMetrics& m) { return Value(m.cac); }},
    {"breakEvenCpa", [](const CellMetrics& m) { return m.break_even_cpa; }},
    {"quadrant",
     [](const CellMetrics& m) {
       return m.quadrant ? static_cast<double>(*m.quadrant) : kNothing;
     }},
};

constexpr NamedValue<Totals> kTotalValues[] = {
    {"visits", [](const Totals& t) { return t.visits; }},
    {"orders", [](const Totals& t) { return t.orders; }},
    {"revenue", [](const Totals& t) { return t.revenue; }},
    {"spend", [](const Totals& t) { return t.spend; }},
    {"profit", [](const Totals& t) { return t.profit; }},
    {"conversionRate",
     [](const Totals& t) { return Value(t.conversion_rate); }},
    {"orderValue", [](const Totals& t) { return Value(t.order_value); }},
    {"effectiveCpc", [](const Totals& t) { return Value(t.effective_cpc); }},
    {"cpa", [](const Totals& t) { return Value(t.cpa); }},
    {"roas", [](const Totals& t) { return Value(t.roas); }},
    {"roi", [](const Totals& t) { return Value(t.roi); }},
    {"newCustomers", [](const Totals& t) { return t.new_customers; }},
    {"cac", [](const Totals& t) { return Value(t.cac); }},
};

constexpr NamedValue<ThresholdValues> kThresholdValues[] = {
    {"cpc", [](const ThresholdValues& t) { return Value(t.cpc); }},
    {"cpa", [](const ThresholdValues& t) { return Value(t.cpa); }},
};

constexpr NamedValue<Concentration> kConcentrationValues[] = {
    {"hhi", [](const Concentration& c) { return Value(c.hhi); }},
    {"normalised", [](const Concentration& c) { return Value(c.normalised); }},
    {"effectiveSources",
     [](const Concentration& c) { return Value(c.effective_sources); }},
};

template <typename T, size_t count>
void WriteMembers(const T& item, const NamedValue<T> (&values)[count],
                  JsonWriter& writer) {
  // The writer makes null of NaN.
  for (const NamedValue<T>& value : values) {
    writer.Member(value.name, value.get(item));
  }
}

template <typename T, size_t count>
double* Flatten(const T& item, const NamedValue<T> (&values)[count],
                double* out) {
  for (const NamedValue<T>& value : values) *out++ = value.get(item);
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
    writer.EndObject();
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
  }
  return static_cast<size_t>(out - values);
}

}  // namespace sextant
