#include "wasm/tools/credit_call.h"

#include "engine/decisions/credit.h"
#include "wasm/tools/call.h"

namespace sextant {

bool CreditCall(const Scenario& scenario, JsonReader& options,
                JsonWriter& json) {
  const bool read = ReadCallOptions(options, [&](std::string_view key) {
    return RefuseOption(options, key);
  });
  if (!read) return false;
  const CreditReport report = ShareCredit(scenario);
  json.BeginObject().Key("cells").BeginArray();
  for (size_t i = 0; i < report.cells.size(); ++i) {
    const CellCredit& cell = report.cells[i];
    json.BeginObject()
        .Member("id", CellId(scenario, static_cast<int>(i)))
        .Member("own", cell.own)
        .Member("credit", cell.credit)
        .Member("removalEffect", cell.removal_effect)
        .Member("orders", cell.orders)
        .Member("cpa", cell.cpa)
        .EndObject();
  }
  json.EndArray().Member("total", report.total).EndObject();
  return true;
}

}  // namespace sextant
