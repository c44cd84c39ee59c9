// The engine module's memory: what a call allocates lives until the next call
// and is then freed all at once.
#ifndef SEXTANT_WASM_MEMORY_H_
#define SEXTANT_WASM_MEMORY_H_

namespace sextant {

// Where the next allocation begins.
char* MemoryMark();

// Frees everything allocated since the mark. None of it may be used again, not
// even by objects that would only reuse their capacity.
void ForgetMemorySince(char* mark);

}  // namespace sextant

#endif  // SEXTANT_WASM_MEMORY_H_
