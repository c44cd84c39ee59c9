// parseNumber: exchange/number_text.h, as call.h says, but without a scenario.
// Options: `text`, `unit` ("count", "money", "share", "ratio").
#ifndef SEXTANT_WASM_TOOLS_NUMBER_CALL_H_
#define SEXTANT_WASM_TOOLS_NUMBER_CALL_H_

#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace sextant {

bool NumberCall(JsonReader& options, JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_TOOLS_NUMBER_CALL_H_
