// customersByMonth: wasm/scenario_charts.h, as call.h says. Options: those of a
// picture.
#ifndef SEXTANT_WASM_TOOLS_CUSTOMERS_CALL_H_
#define SEXTANT_WASM_TOOLS_CUSTOMERS_CALL_H_

#include "engine/model/scenario.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace sextant {

// {drawing, svg, table}
bool CustomersCall(const Scenario& scenario, JsonReader& options,
                   JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_TOOLS_CUSTOMERS_CALL_H_
