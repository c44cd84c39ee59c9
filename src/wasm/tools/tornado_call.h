#ifndef SEXTANT_WASM_TOOLS_TORNADO_CALL_H_
#define SEXTANT_WASM_TOOLS_TORNADO_CALL_H_

#include "engine/model/scenario.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace sextant {

// {metric, change} → {metric, base, bars, teams}; see call.h.
bool TornadoCall(const Scenario& scenario, JsonReader& options,
                 JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_TOOLS_TORNADO_CALL_H_
