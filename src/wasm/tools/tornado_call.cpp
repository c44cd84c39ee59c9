#include "wasm/tools/tornado_call.h"

#include <string>

#include "engine/decisions/tornado.h"
#include "wasm/tools/call.h"

namespace sextant {
namespace {

// Above 0, which no range with two inclusive bounds says.
bool ReadChange(JsonReader& options, double* change) {
  if (!options.ReadNumber(change)) return false;
  if (*change > 0 && *change <= kLargestChange) return true;
  if (!(*change - *change == 0)) return options.Fail(ErrorCode::kNotFinite);
  return options.Fail(ErrorCode::kOutOfBounds, "0..0.9");
}

void WriteBar(const Scenario& scenario, const TornadoBar& bar,
              JsonWriter& json) {
  const Lever& lever = bar.lever;
  json.BeginObject().Member("id", LeverId(scenario, lever)).Key("cell");
  if (lever.cell_field) {
    json.Value(CellId(scenario, lever.cell));
  } else {
    json.Null();
  }
  json.Member("field", lever.field().id)
      .Member("team", kTeamIds[static_cast<size_t>(lever.team)])
      .Member("low", bar.low)
      .Member("high", bar.high)
      .Member("swing", bar.swing)
      .EndObject();
}

void WriteTornado(const Scenario& scenario, DecisionMetric metric,
                  double change, JsonWriter& json) {
  const Tornado tornado = MakeTornado(scenario, metric, change);
  json.BeginObject()
      .Member("metric", kDecisionMetricIds[static_cast<size_t>(metric)])
      .Member("base", tornado.base)
      .Key("bars")
      .BeginArray();
  for (const TornadoBar& bar : tornado.bars) WriteBar(scenario, bar, json);
  json.EndArray().Key("teams").BeginArray();
  for (const TeamSwing& team : tornado.teams) {
    json.BeginObject()
        .Member("team", kTeamIds[static_cast<size_t>(team.team)])
        .Member("swing", team.swing)
        .EndObject();
  }
  json.EndArray().EndObject();
}

}  // namespace

bool TornadoCall(const Scenario& scenario, JsonReader& options,
                 JsonWriter& json) {
  DecisionMetric metric = DecisionMetric::kProfit;
  double change = kUsualChange;
  const bool read = ReadCallOptions(options, [&](std::string_view key) {
    if (key == "metric")
      return ReadChoice(options, kDecisionMetricIds, &metric);
    if (key == "change") return ReadChange(options, &change);
    return RefuseOption(options, key);
  });
  if (read) WriteTornado(scenario, metric, change, json);
  return read;
}

}  // namespace sextant
