#include "wasm/tools/uncertainty_call.h"

#include <optional>
#include <string>
#include <vector>

#include "engine/decisions/shock_range.h"
#include "engine/decisions/uncertainty.h"
#include "engine/metrics/shock.h"
#include "wasm/given_shocks.h"
#include "wasm/tools/trials.h"

namespace sextant {
namespace {

constexpr double kLargestTarget = 1e18;  // what one cell can bring

constexpr const char* kPercentileNames[] = {"p5",  "p10", "p25", "p50",
                                            "p75", "p90", "p95"};
static_assert(std::size(kPercentileNames) == kPercentileCount);

void WriteDistribution(const Distribution& found, JsonWriter& json) {
  json.BeginObject()
      .Member("mean", found.mean)
      .Member("deviation", found.deviation);
  for (size_t i = 0; i < kPercentileCount; ++i) {
    json.Member(kPercentileNames[i], found.percentiles[i]);
  }
  json.Key("histogram")
      .BeginObject()
      .Member("minimum", found.minimum)
      .Member("maximum", found.maximum)
      .Key("counts")
      .BeginArray();
  for (const uint32_t count : found.counts) {
    json.Value(static_cast<double>(count));
  }
  json.EndArray().EndObject().EndObject();
}

void WriteDrivers(const Scenario& scenario, const Drivers& drivers,
                  JsonWriter& json) {
  json.Key("drivers").BeginArray();
  for (const Driver& driver : drivers) {
    json.BeginObject()
        .Member("id", CellId(scenario, driver.cell) + '/' + driver.field->id)
        .Member("share", driver.share)
        .EndObject();
  }
  json.EndArray();
}

void WriteFan(const std::vector<FanMonth>& fan, JsonWriter& json) {
  json.Key("flywheel").BeginArray();
  for (size_t t = 0; t < fan.size(); ++t) {
    json.BeginObject()
        .Member("month", static_cast<int>(t))
        .Member("p5", fan[t].p5)
        .Member("p50", fan[t].p50)
        .Member("p95", fan[t].p95)
        .EndObject();
  }
  json.EndArray();
}

// Shocks with what the answer calls them: a preset, and the medium if it is of
// one; neither for those of the caller.
struct NamedShocks {
  const char* id = nullptr;
  std::string_view medium;
  std::vector<Shock> shocks;
};

// Every preset; one that is of one medium for each of them.
std::vector<NamedShocks> PresetsFor(const Scenario& scenario) {
  std::vector<NamedShocks> all;
  for (const ShockPreset& preset : ShockPresets()) {
    const size_t count = preset.of_one_medium ? scenario.media.size() : 1;
    for (size_t i = 0; i < count; ++i) {
      NamedShocks& named = all.emplace_back();
      named.id = preset.id;
      if (preset.of_one_medium) named.medium = scenario.media[i].id.view();
      named.shocks = ShocksOf(preset, scenario, static_cast<int>(i));
    }
  }
  return all;
}

void WriteText(const char* key, std::string_view text, JsonWriter& json) {
  json.Key(key);
  if (text.empty()) {
    json.Null();
  } else {
    json.Value(text);
  }
}

// Hits what the scenario has: a preset of a medium that is not there is left
// out.
void WriteRisks(const Scenario& scenario, const std::vector<NamedShocks>& all,
                const TrialOptions& trials, JsonWriter& json) {
  UncertaintyModel& model = ModelOf(trials);
  std::vector<double> risks(static_cast<size_t>(trials.trials));
  json.BeginObject().Member("trials", trials.trials).Key("shocks").BeginArray();
  for (const NamedShocks& named : all) {
    const Result<Scenario> after = ApplyShocks(scenario, named.shocks);
    if (!after) continue;
    json.BeginObject();
    WriteText("id", named.id ? named.id : "", json);
    WriteText("medium", named.medium, json);
    json.Key("revenueAtRisk");
    WriteDistribution(MeasureRisk(scenario, after.value(), model, risks), json);
    json.EndObject();
  }
  json.EndArray().EndObject();
}

}  // namespace

bool UncertaintyCall(const Scenario& scenario, JsonReader& options,
                     JsonWriter& json) {
  TrialOptions trials;
  OptionalNumber target;
  bool with_flywheel = false;
  const bool read = ReadCallOptions(options, [&](std::string_view key) {
    if (key == "flywheel") return options.ReadYesOrNo(&with_flywheel);
    if (key != "target") return ReadTrialOption(options, key, trials);
    double revenue = 0;
    if (!ReadNumberWithin(options, 0, kLargestTarget, &revenue)) return false;
    target = revenue;
    return true;
  });
  if (!read) return false;
  UncertaintyModel& model = ModelOf(trials);
  model.Update(scenario);
  json.BeginObject().Member("trials", trials.trials);
  json.Key("metrics").BeginObject();
  for (size_t i = 0; i < kOutcomeCount; ++i) {
    json.Key(kOutcomeIds[i]);
    WriteDistribution(model.Distribute(static_cast<Outcome>(i)), json);
  }
  json.EndObject();
  const OptionalNumber chance =
      target ? OptionalNumber(model.ChanceOfTarget(*target)) : std::nullopt;
  json.Member("chanceOfTarget", chance)
      .Member("chanceOfLoss", model.ChanceOfLoss());
  WriteDrivers(scenario, model.FindDrivers(), json);
  if (with_flywheel) WriteFan(model.SimulateFan(), json);
  json.EndObject();
  return true;
}

bool ShockRangeCall(const Scenario& scenario, JsonReader& options,
                    JsonWriter& json) {
  TrialOptions trials;
  std::vector<NamedShocks> all;
  const bool read = ReadCallOptions(options, [&](std::string_view key) {
    if (key != "shocks") return ReadTrialOption(options, key, trials);
    return ReadShocks(options, all.emplace_back().shocks);
  });
  if (!read) return false;
  if (all.empty()) {
    all = PresetsFor(scenario);
  } else if (const auto after = ApplyShocks(scenario, all[0].shocks); !after) {
    const Error& error = after.error();
    return options.FailAt(error.field, error.code, error.detail);
  }
  WriteRisks(scenario, all, trials, json);
  return true;
}

}  // namespace sextant
