// The call of the package that draws: of its module only.
#include <emscripten.h>

#include "wasm/tools/call.h"
#include "wasm/tools/customers_call.h"

using namespace sextant;

extern "C" {

// As those in tools_bindings.cpp.
EMSCRIPTEN_KEEPALIVE bool customers_by_month(size_t size, size_t number_count) {
  return Decide<CustomersCall>(size, number_count);
}

}  // extern "C"
