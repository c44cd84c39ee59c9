#ifndef SEXTANT_WASM_TOOLS_APPLY_CALL_H_
#define SEXTANT_WASM_TOOLS_APPLY_CALL_H_

#include "engine/model/scenario.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace sextant {

// applyTable: {lang, agree, tables} → {scenario, changed, warnings}; see
// call.h. `tables` are what web/engine/tools/table.mjs leaves of the answers of
// readTable.
bool ApplyCall(const Scenario& scenario, JsonReader& options, JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_TOOLS_APPLY_CALL_H_
