#ifndef SEXTANT_WASM_TOOLS_GOAL_SEEK_CALL_H_
#define SEXTANT_WASM_TOOLS_GOAL_SEEK_CALL_H_

#include "engine/model/scenario.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace sextant {

// {metric, target, lever} → {reached, lever, value, achieved, relativeChange,
// reason, scenario}, and without a lever `options`; see call.h.
bool GoalSeekCall(const Scenario& scenario, JsonReader& options,
                  JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_TOOLS_GOAL_SEEK_CALL_H_
