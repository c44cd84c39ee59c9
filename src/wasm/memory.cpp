// Memory is never freed block by block. So destructors have nothing to do and
// the compiler omits them: 4 kB less to download than with lists of free
// blocks, 6 kB less than with a general allocator.
#include "wasm/memory.h"

#include <cstddef>
#include <cstdint>
#include <new>

extern "C" char __heap_base;  // from the linker: the first free byte

namespace sextant {
namespace {

constexpr size_t kAlignment = 16;
constexpr size_t kPageSize = 65536;

char* forgettable = &__heap_base;  // what is before it lasts
char* unused = &__heap_base;

char* Take(size_t size) {
  constexpr size_t kLargest = size_t{1} << 30;
  if (size > kLargest) __builtin_trap();
  const auto start = (reinterpret_cast<uintptr_t>(unused) + kAlignment - 1) /
                     kAlignment * kAlignment;
  const size_t end_page = (start + size + kPageSize - 1) / kPageSize;
  const size_t pages = __builtin_wasm_memory_size(0);
  if (end_page > pages &&
      __builtin_wasm_memory_grow(0, end_page - pages) == SIZE_MAX) {
    __builtin_trap();
  }
  unused = reinterpret_cast<char*>(start + size);
  return reinterpret_cast<char*>(start);
}

}  // namespace

void ForgetMemory() {
#ifndef NDEBUG
  // Whoever still looks at it sees at once that it is gone.
  constexpr char kGone = '\xDB';
  for (char* byte = forgettable; byte != unused; ++byte) *byte = kGone;
#endif
  unused = forgettable;
}

void* LastingMemory(size_t size) {
  void* taken = Take(size);
  forgettable = unused;
  return taken;
}

}  // namespace sextant

void* operator new(size_t size) { return sextant::Take(size); }

void operator delete(void*) noexcept {}

void operator delete(void*, size_t) noexcept {}

// The standard library calls this instead of throwing; its default would import
// a function from JavaScript that ends the process.
extern "C" void __wasi_proc_exit(int) { __builtin_trap(); }
