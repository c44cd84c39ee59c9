#include "wasm/tools/compare_call.h"

#include <iterator>
#include <span>
#include <string>

#include "engine/decisions/comparison.h"
#include "engine/metrics/evaluate.h"
#include "exchange/records.h"
#include "wasm/tools/call.h"

namespace sextant {
namespace {

// JsonWriter writes NaN as null, and so a change from or to it.
void WriteMetrics(const Totals& a, const Totals& b, JsonWriter& json) {
  constexpr size_t kCount = std::size(kTotalsNames);
  double values_a[kCount];
  double values_b[kCount];
  Flatten(a, values_a);
  Flatten(b, values_b);
  json.Key("metrics").BeginArray();
  for (size_t i = 0; i < kCount; ++i) {
    json.BeginObject()
        .Member("id", kTotalsNames[i])
        .Member("a", values_a[i])
        .Member("b", values_b[i])
        .Member("change", values_b[i] - values_a[i])
        .EndObject();
  }
  json.EndArray();
}

void WriteCauses(std::string_view key, std::span<const Cause> causes,
                 JsonWriter& json) {
  json.Key(key).BeginArray();
  for (const Cause& cause : causes) {
    json.BeginObject().Key("cell");
    if (cause.cell.empty()) {
      json.Null();
    } else {
      json.Value(cause.cell);
    }
    json.Member("factor", kFactorIds[static_cast<size_t>(cause.factor)])
        .Member("change", cause.change)
        .EndObject();
  }
  json.EndArray();
}

void WriteComparison(const Scenario& a, const Scenario& b, JsonWriter& json) {
  const Comparison comparison = Compare(a, b);
  json.BeginObject();
  WriteMetrics(Evaluate(a).total, Evaluate(b).total, json);
  WriteCauses("causes", comparison.revenue_causes, json);
  json.Key("factors").BeginObject();
  for (size_t i = 0; i < kRevenueFactorCount; ++i) {
    json.Member(kFactorIds[i], comparison.factors[i]);
  }
  json.EndObject().Member("change", comparison.revenue_change);
  WriteCauses("profitCauses", comparison.profit_causes, json);
  json.Key("changed").BeginArray();
  for (const ChangedInput& input : comparison.changed) {
    json.BeginObject()
        .Member("id", input.id)
        .Member("a", input.a)
        .Member("b", input.b)
        .EndObject();
  }
  json.EndArray().EndObject();
}

}  // namespace

bool CompareCall(const Scenario& a, const Scenario& b, JsonReader& options,
                 JsonWriter& json) {
  const bool read = ReadCallOptions(options, [&](std::string_view key) {
    return RefuseOption(options, key);
  });
  if (read) WriteComparison(a, b, json);
  return read;
}

}  // namespace sextant
