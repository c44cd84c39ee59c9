// Memory of a module that runs for long: a heap, which frees block by block.
#include <cstddef>

#include "wasm/memory.h"

namespace sextant {

void ForgetMemory() {}

}  // namespace sextant

// The standard library would import these from JavaScript.
extern "C" {

void __wasi_proc_exit(int) { __builtin_trap(); }

// Whoever looks at the memory notices by itself that it has grown.
void emscripten_notify_memory_growth(size_t) {}

}  // extern "C"
