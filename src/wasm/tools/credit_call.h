// credit: engine/decisions/credit.h, as call.h says; no options.
#ifndef SEXTANT_WASM_TOOLS_CREDIT_CALL_H_
#define SEXTANT_WASM_TOOLS_CREDIT_CALL_H_

#include "engine/model/scenario.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace sextant {

bool CreditCall(const Scenario& scenario, JsonReader& options,
                JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_TOOLS_CREDIT_CALL_H_
