// The trials that calls of the module of tools share.
#ifndef SEXTANT_WASM_TOOLS_TRIALS_H_
#define SEXTANT_WASM_TOOLS_TRIALS_H_

#include <cstdint>
#include <string_view>

#include "engine/decisions/uncertainty.h"
#include "exchange/json_reader.h"

namespace sextant {

struct TrialOptions {
  double trials = kDefaultTrials;
  double seed = 1;
};

// Reads the value of the option `key`: trials or seed. False: refused, and
// `options` says why.
bool ReadTrialOption(JsonReader& options, std::string_view key,
                     TrialOptions& trials);

// The model with these trials. It stays until other ones are asked for, so that
// a call calculates only what is new.
UncertaintyModel& ModelOf(const TrialOptions& options);

}  // namespace sextant

#endif  // SEXTANT_WASM_TOOLS_TRIALS_H_
