#include "wasm/explanation_json.h"

#include "words/advice.h"
#include "words/customer_explanation.h"
#include "words/explanation.h"

namespace sextant {

void WriteExplanations(const Scenario& scenario, const Report& report,
                       const NumberFormat& format, JsonWriter& json) {
  const FlywheelReport flywheel = SimulateFlywheel(scenario, report);
  json.BeginObject()
      .Member("revenue", ExplainTotal(report.total, format))
      .Member("concentration", ExplainConcentration(scenario, report, format))
      .Member("customer", ExplainCustomer(scenario, report, format))
      .Member("payback", ExplainPayback(scenario, report, format))
      .Member("momentum", ExplainMomentum(flywheel, format))
      .Member("flywheel", ExplainFlywheel(flywheel, format))
      .Member(
          "remarketing",
          ExplainRemarketing(scenario, MeasureRemarketing(scenario), format))
      .Key("cells")
      .BeginArray();
  for (int cell = 0; cell < static_cast<int>(scenario.cells.size()); ++cell) {
    json.BeginObject()
        .Member("id", CellId(scenario, cell))
        .Member("name", CellName(scenario, cell, format.language))
        .Member("sentence", ExplainCell(scenario, report, cell, format))
        .Key("advice");
    const std::string advice = AdviseCell(scenario, report, cell, format);
    if (advice.empty()) {
      json.Null();
    } else {
      json.Value(advice);
    }
    json.Member("formula", FormulaTerm(scenario, report, cell, format))
        .EndObject();
  }
  json.EndArray().EndObject();
}

}  // namespace sextant
