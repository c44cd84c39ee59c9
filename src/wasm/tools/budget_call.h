// The calls about the budget of paid cells (DOMAIN.md, section 8;
// engine/decisions/allocation.h, frontier.h), as call.h says.
#ifndef SEXTANT_WASM_TOOLS_BUDGET_CALL_H_
#define SEXTANT_WASM_TOOLS_BUDGET_CALL_H_

#include "engine/model/scenario.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace sextant {

// {budget, bounds, locked, spendAll}
bool AllocateCall(const Scenario& scenario, JsonReader& options,
                  JsonWriter& json);

// {averageRoas | marginalRoas | marginalProfit, bounds, locked}
bool BudgetForCall(const Scenario& scenario, JsonReader& options,
                   JsonWriter& json);

// {amount}
bool NextSpendCall(const Scenario& scenario, JsonReader& options,
                   JsonWriter& json);

// {budget, points, bounds, locked}
bool FrontierCall(const Scenario& scenario, JsonReader& options,
                  JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_TOOLS_BUDGET_CALL_H_
