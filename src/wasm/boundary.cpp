#include "wasm/boundary.h"

#include <emscripten.h>

#include <algorithm>
#include <utility>

#include "wasm/memory.h"

namespace sextant {
namespace {

// More than a scenario has: what is longer is refused before its last number
// is read.
constexpr size_t kMaxNumbers = 4096;

const char* given_text = nullptr;
double given_numbers[kMaxNumbers];
[[clang::no_destroy]] std::string last_answer;
std::string_view answer_text;  // of last_answer

}  // namespace

std::string_view GivenText(size_t size) { return {given_text, size}; }

std::span<const double> GivenNumbers(size_t count) {
  return std::span<const double>(given_numbers)
      .first(std::min(count, kMaxNumbers));
}

// Moving replaces the answer before, and does not touch its characters, which
// may be forgotten.
void Answer(std::string text) { answer_text = last_answer = std::move(text); }

}  // namespace sextant

using namespace sextant;

extern "C" {

// Where JavaScript puts the text of the next call. The answers to earlier calls
// are gone.
EMSCRIPTEN_KEEPALIVE char* structure_buffer(size_t size) {
  delete[] given_text;
  ForgetMemory();
  char* room = new char[size];
  given_text = room;
  return room;
}

EMSCRIPTEN_KEEPALIVE double* numbers() { return given_numbers; }
EMSCRIPTEN_KEEPALIVE size_t number_capacity() { return kMaxNumbers; }

// The text of the last call that has one.
EMSCRIPTEN_KEEPALIVE const char* answer() { return answer_text.data(); }
EMSCRIPTEN_KEEPALIVE size_t answer_size() { return answer_text.size(); }

}  // extern "C"
