// The engine module's memory. Everything it allocates is small and lives for
// one call, so blocks of 16, 32, 64 … bytes are kept in one list per size and
// handed out again; a general allocator would be 2 kB more to download.
#include <cstddef>
#include <cstdint>
#include <new>

extern "C" char __heap_base;  // the linker's: the first byte that is free

namespace {

struct Block {
  Block* next;
};

constexpr size_t kHeader = 16;  // holds the size class; keeps the alignment
constexpr size_t kPageSize = 65536;
constexpr int kSmallestClass = 5;  // 2^5 bytes, header included

Block* free_blocks[32];
uintptr_t unused = 0;

int SizeClass(size_t size) {
  int size_class = kSmallestClass;
  while ((size_t{1} << size_class) < size + kHeader) ++size_class;
  return size_class;
}

char* TakeUnused(size_t size) {
  if (unused == 0) {
    const auto base = reinterpret_cast<uintptr_t>(&__heap_base);
    unused = (base + kHeader - 1) / kHeader * kHeader;
  }
  const uintptr_t start = unused;
  const size_t end_page = (start + size + kPageSize - 1) / kPageSize;
  const size_t pages = __builtin_wasm_memory_size(0);
  if (end_page > pages &&
      __builtin_wasm_memory_grow(0, end_page - pages) == SIZE_MAX) {
    __builtin_trap();
  }
  unused = start + size;
  return reinterpret_cast<char*>(start);
}

}  // namespace

void* operator new(size_t size) {
  constexpr size_t kLargest = size_t{1} << 30;
  if (size > kLargest) __builtin_trap();
  const int size_class = SizeClass(size);
  Block*& list = free_blocks[size_class];
  char* block = reinterpret_cast<char*>(list);
  if (block == nullptr) {
    block = TakeUnused(size_t{1} << size_class);
  } else {
    list = list->next;
  }
  *reinterpret_cast<int*>(block) = size_class;
  return block + kHeader;
}

void operator delete(void* pointer) noexcept {
  if (pointer == nullptr) return;
  char* const start = static_cast<char*>(pointer) - kHeader;
  const int size_class = *reinterpret_cast<int*>(start);
  Block* const block = reinterpret_cast<Block*>(start);
  block->next = free_blocks[size_class];
  free_blocks[size_class] = block;
}

void operator delete(void* pointer, size_t) noexcept {
  operator delete(pointer);
}
