// What the form shows below its first screen, as texts: web/form/shown.ts.
#ifndef SEXTANT_WASM_LATER_STATE_H_
#define SEXTANT_WASM_LATER_STATE_H_

#include "exchange/json_writer.h"
#include "locales/number_format.h"

namespace sextant {

struct Scenario;

// ShownLater. `before`: what it is compared with, or nullptr.
void WriteShownLater(const Scenario& scenario, const Scenario* before,
                     const NumberFormat& format, JsonWriter& json);

// ShownShock: the preset at this position. `medium`: the position of the one
// that a shock of one medium is aimed at. `before` and `after`: the scenarios
// when it was applied; nullptr: it is not.
void WriteShock(int preset, int medium, const Scenario& scenario,
                const Scenario* before, const Scenario* after,
                const NumberFormat& format, JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_LATER_STATE_H_
