#include "wasm/explanation_json.h"

#include "charts/explanation.h"

namespace sextant {

void WriteExplanations(const Scenario& scenario, const Report& report,
                       const NumberFormat& format, JsonWriter& json) {
  json.BeginObject()
      .Member("revenue", ExplainTotal(report.total, format))
      .Member("concentration", ExplainConcentration(scenario, report, format))
      .Key("cells")
      .BeginArray();
  for (int cell = 0; cell < static_cast<int>(scenario.cells.size()); ++cell) {
    json.BeginObject()
        .Member("id", CellId(scenario, cell))
        .Member("name", CellName(scenario, cell, format.language))
        .Member("sentence", ExplainCell(scenario, report, cell, format))
        .Key("advice");
    if (const auto quadrant = report.cells()[cell].quadrant) {
      json.Value(QuadrantAdvice(*quadrant, format.language));
    } else {
      json.Null();
    }
    json.Member("formula", FormulaTerm(scenario, report, cell, format))
        .EndObject();
  }
  json.EndArray().EndObject();
}

}  // namespace sextant
