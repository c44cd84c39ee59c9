// The shocks that a call is given.
#ifndef SEXTANT_WASM_GIVEN_SHOCKS_H_
#define SEXTANT_WASM_GIVEN_SHOCKS_H_

#include <vector>

#include "engine/metrics/shock.h"
#include "exchange/json_reader.h"

namespace sextant {

// Adds them to `shocks`. False: refused, and the reader says why. What a shock
// may hit, and how hard, is up to ApplyShocks().
bool ReadShocks(JsonReader& reader, std::vector<Shock>& shocks);

}  // namespace sextant

#endif  // SEXTANT_WASM_GIVEN_SHOCKS_H_
