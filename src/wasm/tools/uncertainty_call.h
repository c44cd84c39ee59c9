// What the results could be, and what shocks put at risk:
// web/engine/tools.d.ts.
#ifndef SEXTANT_WASM_TOOLS_UNCERTAINTY_CALL_H_
#define SEXTANT_WASM_TOOLS_UNCERTAINTY_CALL_H_

#include "wasm/tools/call.h"

namespace sextant {

bool UncertaintyCall(const Scenario& scenario, JsonReader& options,
                     JsonWriter& json);

bool ShockRangeCall(const Scenario& scenario, JsonReader& options,
                    JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_TOOLS_UNCERTAINTY_CALL_H_
