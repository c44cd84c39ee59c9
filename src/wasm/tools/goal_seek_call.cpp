#include "wasm/tools/goal_seek_call.h"

#include <cmath>
#include <optional>
#include <string>

#include "engine/decisions/goal_seek.h"
#include "exchange/scenario_json.h"
#include "wasm/tools/call.h"

namespace sextant {
namespace {

struct GoalOptions {
  Goal goal;
  bool has_target = false;
  std::optional<Lever> lever;
};

bool ReadTarget(JsonReader& options, GoalOptions& asked) {
  if (!options.ReadNumber(&asked.goal.target)) return false;
  asked.has_target = true;
  return std::isfinite(asked.goal.target) ||
         options.Fail(ErrorCode::kNotFinite);
}

bool ReadLever(const Scenario& scenario, JsonReader& options,
               std::optional<Lever>* lever) {
  std::string_view id;
  if (!options.ReadText(&id)) return false;
  *lever = FindLever(scenario, id);
  return *lever || options.Fail(ErrorCode::kUnknownOption, Truncated(id));
}

bool ReadGoal(const Scenario& scenario, JsonReader& options,
              GoalOptions& asked) {
  const bool read = ReadCallOptions(options, [&](std::string_view key) {
    if (key == "metric") {
      return ReadChoice(options, kDecisionMetricIds, &asked.goal.metric);
    }
    if (key == "target") return ReadTarget(options, asked);
    if (key == "lever") return ReadLever(scenario, options, &asked.lever);
    return RefuseOption(options, key);
  });
  return read &&
         (asked.has_target || options.FailAt("target", ErrorCode::kWrongType,
                                             json_detail::kNumber));
}

JsonWriter& WriteReason(Shortfall shortfall, JsonWriter& json) {
  json.Key("reason");
  if (shortfall == Shortfall::kNone) return json.Null();
  return json.Value(shortfall == Shortfall::kBounds ? "bounds" : "insensitive");
}

void WriteResult(const Scenario& scenario, const GoalResult& result,
                 JsonWriter& json) {
  Scenario moved = scenario;
  SetLever(moved, result.lever, result.value, scenario);
  json.Member("reached", result.reached())
      .Member("lever", LeverId(scenario, result.lever))
      .Member("value", result.value)
      .Member("achieved", result.achieved)
      .Member("relativeChange", result.relative_change);
  WriteReason(result.shortfall, json).Key("scenario");
  WriteScenario(moved, json);
}

void WriteSearch(const Scenario& scenario, const Goal& goal, JsonWriter& json) {
  const GoalSearch search = SeekGoalWithAnyLever(scenario, goal);
  WriteResult(scenario, search.best, json);
  json.Key("options").BeginArray();
  for (const GoalResult& option : search.options) {
    json.BeginObject()
        .Member("lever", LeverId(scenario, option.lever))
        .Member("value", option.value)
        .Member("relativeChange", option.relative_change)
        .EndObject();
  }
  json.EndArray();
}

}  // namespace

bool GoalSeekCall(const Scenario& scenario, JsonReader& options,
                  JsonWriter& json) {
  GoalOptions asked;
  if (!ReadGoal(scenario, options, asked)) return false;
  json.BeginObject();
  if (asked.lever) {
    WriteResult(scenario, SeekGoal(scenario, asked.goal, *asked.lever), json);
  } else {
    WriteSearch(scenario, asked.goal, json);
  }
  json.EndObject();
  return true;
}

}  // namespace sextant
