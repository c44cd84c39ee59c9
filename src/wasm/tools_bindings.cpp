// The calls of the package (web/engine/tools/tools.mjs) that draw nothing; the
// page's panel that helps to decide makes them, too.
//
// Plain C functions on linear memory, as in engine_bindings.cpp.
#include <emscripten.h>

#include "wasm/tools/budget_call.h"
#include "wasm/tools/call.h"
#include "wasm/tools/compare_call.h"
#include "wasm/tools/credit_call.h"
#include "wasm/tools/goal_seek_call.h"
#include "wasm/tools/number_call.h"
#include "wasm/tools/tornado_call.h"
#include "wasm/tools/uncertainty_call.h"

using namespace sextant;

extern "C" {

// Each takes {lang, scenario, options}. It leaves JSON text of its result; or
// returns false and leaves that of {code, field, message}. What they answer:
// the headers in tools/.

// The language of calls that name none. Takes {lang}.
EMSCRIPTEN_KEEPALIVE bool set_usual_language(size_t size, size_t number_count) {
  return SetUsualLanguage(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool tornado(size_t size, size_t number_count) {
  return Decide<TornadoCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool goal_seek(size_t size, size_t number_count) {
  return Decide<GoalSeekCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool compare_scenarios(size_t size, size_t number_count) {
  return MakeCall(
      size, number_count,
      [](const GivenScenarios& given, JsonReader& options, JsonWriter& json) {
        return CompareCall(given.scenarios[0], given.scenarios[1], options,
                           json);
      });
}
EMSCRIPTEN_KEEPALIVE bool uncertainty(size_t size, size_t number_count) {
  return Decide<UncertaintyCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool shock_range(size_t size, size_t number_count) {
  return Decide<ShockRangeCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool allocate(size_t size, size_t number_count) {
  return Decide<AllocateCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool budget_for(size_t size, size_t number_count) {
  return Decide<BudgetForCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool next_spend(size_t size, size_t number_count) {
  return Decide<NextSpendCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool frontier(size_t size, size_t number_count) {
  return Decide<FrontierCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool credit(size_t size, size_t number_count) {
  return Decide<CreditCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool parse_number(size_t size, size_t number_count) {
  return MakeCall(size, number_count,
                  [](const GivenScenarios&, JsonReader& options,
                     JsonWriter& json) { return NumberCall(options, json); });
}

}  // extern "C"
