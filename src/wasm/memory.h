// The memory of the engine and of whatever else only answers: what a call
// allocates lives until the next one, and is then forgotten all at once. In the
// application, which has a heap (heap_memory.cpp), nothing is forgotten.
#ifndef SEXTANT_WASM_MEMORY_H_
#define SEXTANT_WASM_MEMORY_H_

#include <cstddef>

namespace sextant {

// Forgets everything allocated so far. Nobody may look at it again, and that
// includes objects that would only use the room they have: what lasts from call
// to call owns no heap memory.
void ForgetMemory();

// Memory that is never forgotten; nor is any that was allocated before it in
// this call, so it is for large and few things.
void* LastingMemory(size_t size);

}  // namespace sextant

#endif  // SEXTANT_WASM_MEMORY_H_
