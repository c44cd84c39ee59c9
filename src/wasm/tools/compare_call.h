#ifndef SEXTANT_WASM_TOOLS_COMPARE_CALL_H_
#define SEXTANT_WASM_TOOLS_COMPARE_CALL_H_

#include "engine/model/scenario.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace sextant {

// {} → {metrics, causes, factors, change, profitCauses, changed}; see call.h.
bool CompareCall(const Scenario& a, const Scenario& b, JsonReader& options,
                 JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_TOOLS_COMPARE_CALL_H_
