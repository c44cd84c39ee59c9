#include "wasm/tools/trials.h"

#include <cmath>
#include <optional>

#include "wasm/memory.h"
#include "wasm/options.h"
#include "wasm/tools/call.h"

namespace sextant {
namespace {

// The state lasts, and so does its memory.
[[clang::no_destroy]] std::optional<UncertaintyModel> model;
TrialOptions made_with;
double* room = nullptr;
size_t room_size = 0;

bool ReadTrials(JsonReader& options, double* trials) {
  if (!ReadNumberWithin(options, kMinTrials, kMaxTrials, trials)) return false;
  const auto count = static_cast<uint32_t>(*trials);
  if (count == *trials && (count & (count - 1)) == 0) return true;
  return options.Fail(ErrorCode::kNotPowerOfTwo);
}

bool ReadSeed(JsonReader& options, double* seed) {
  if (!ReadNumberWithin(options, 0, UINT32_MAX, seed)) return false;
  return *seed == std::floor(*seed) || options.Fail(ErrorCode::kNotWhole);
}

}  // namespace

bool ReadTrialOption(JsonReader& options, std::string_view key,
                     TrialOptions& trials) {
  if (key == "trials") return ReadTrials(options, &trials.trials);
  if (key == "seed") return ReadSeed(options, &trials.seed);
  return RefuseOption(options, key);
}

UncertaintyModel& ModelOf(const TrialOptions& options) {
  if (model && made_with.trials == options.trials &&
      made_with.seed == options.seed) {
    return *model;
  }
  const auto trials = static_cast<uint32_t>(options.trials);
  const size_t needed = UncertaintyModel::MemoryFor(trials);
  if (needed > room_size) {
    room = static_cast<double*>(LastingMemory(needed * sizeof(double)));
    room_size = needed;
  }
  made_with = options;
  return model.emplace(static_cast<uint32_t>(options.seed), trials, room);
}

}  // namespace sextant
