#include "wasm/later_state.h"

#include <optional>
#include <string>

#include "engine/customers/flywheel.h"
#include "engine/customers/remarketing.h"
#include "engine/metrics/evaluate.h"
#include "engine/metrics/shock.h"
#include "locales/text.h"
#include "wasm/description_json.h"
#include "wasm/result_json.h"
#include "words/customer_explanation.h"
#include "words/explanation.h"
#include "words/results.h"
#include "words/shock_explanation.h"

namespace sextant {
namespace {

// A scenario, and what follows from it.
struct Followed {
  explicit Followed(const Scenario& given)
      : scenario(given),
        report(Evaluate(given)),
        flywheel(SimulateFlywheel(given, report)) {}

  ScenarioResults results() const { return {scenario, report, flywheel}; }

  const Scenario& scenario;
  Report report;
  FlywheelReport flywheel;
};

void WriteAfterOrder(const Followed& now, const Scenario* before,
                     const NumberFormat& format, JsonWriter& json) {
  std::vector<ShownResult> results;
  if (before) {
    const Followed past(*before);
    const ScenarioResults compared = past.results();
    results = ShowAfterOrder(now.results(), &compared, format);
  } else {
    results = ShowAfterOrder(now.results(), nullptr, format);
  }
  json.BeginObject();
  for (const ShownResult& result : results) {
    WriteResult(result, format.language, json);
  }
  json.EndObject();
}

void WriteCell(const Followed& now, const RemarketingReport& remarketing,
               int cell, const NumberFormat& format, JsonWriter& json) {
  json.BeginObject()
      .Member("formula", FormulaTerm(now.scenario, now.report, cell, format))
      .Key("pool")
      .BeginObject();
  WriteResult(ShowDensityEffect(remarketing, cell, format), format.language,
              json);
  WriteResult(ShowCpaEffect(remarketing, cell, format), format.language, json);
  json.EndObject().EndObject();
}

void WriteSentences(const Followed& now, const RemarketingReport& remarketing,
                    const NumberFormat& format, JsonWriter& json) {
  const auto& [scenario, report, flywheel] = now;
  json.BeginObject()
      .Member("revenue", ExplainTotal(report.total, format))
      .Member("averages", ExplainAverages(report.total, format))
      .Member("concentration", ExplainConcentration(scenario, report, format))
      .Member("customer", ExplainCustomer(scenario, report, format))
      .Member("payback", ExplainPayback(scenario, report, format))
      .Member("momentum", ExplainMomentum(flywheel, format))
      .Member("flywheel", ExplainFlywheel(flywheel, format))
      .Member("remarketing", ExplainRemarketing(scenario, remarketing, format))
      .EndObject();
}

}  // namespace

void WriteShownLater(const Scenario& scenario, const Scenario* before,
                     const NumberFormat& format, JsonWriter& json) {
  const Followed now(scenario);
  const RemarketingReport remarketing = MeasureRemarketing(scenario);
  json.BeginObject().Key("cells").BeginArray();
  for (int cell = 0; cell < static_cast<int>(scenario.cells.size()); ++cell) {
    WriteCell(now, remarketing, cell, format, json);
  }
  json.EndArray().Key("afterOrder");
  WriteAfterOrder(now, before, format, json);
  json.Key("sentences");
  WriteSentences(now, remarketing, format, json);
  json.EndObject();
}

void WriteShock(int position, int medium, const Scenario& scenario,
                const Scenario* before, const Scenario* after,
                const NumberFormat& format, JsonWriter& json) {
  const ShockPreset& preset = ShockPresets()[static_cast<size_t>(position)];
  const auto outcome =
      EvaluateShocks(scenario, ShocksOf(preset, scenario, medium));
  json.BeginObject();
  WriteDescription(preset.id, preset.title, preset.description, format.language,
                   json);
  json.Member("ofOneMedium", preset.of_one_medium)
      .Member("outcome", before ? ExplainAppliedShock(Evaluate(*before),
                                                      Evaluate(*after), format)
                                : ExplainShock(outcome, format))
      .Member("on", before != nullptr)
      .Member("applicable", before || outcome.ok())
      .EndObject();
}

}  // namespace sextant
