// The engine module's memory: what a call allocates lives until the next one,
// and is then forgotten all at once.
#ifndef SEXTANT_WASM_MEMORY_H_
#define SEXTANT_WASM_MEMORY_H_

namespace sextant {

// Where the next allocation begins.
char* MemoryMark();

// Forgets everything allocated since the mark was taken. Nobody may look at it
// again, and that includes objects that would only use the room they have.
void ForgetMemorySince(char* mark);

}  // namespace sextant

#endif  // SEXTANT_WASM_MEMORY_H_
