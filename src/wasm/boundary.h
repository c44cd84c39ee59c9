// Texts and numbers from and to JavaScript, in a module that has no generated
// JavaScript: web/engine/memory.mjs is the other side.
#ifndef SEXTANT_WASM_BOUNDARY_H_
#define SEXTANT_WASM_BOUNDARY_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace sextant {

// The text that JavaScript has put into the memory before this call.
std::string_view GivenText(size_t size);

// The numbers that JavaScript has put into the memory; at most as many as there
// is room for.
std::span<const double> GivenNumbers(size_t count);

// What JavaScript reads after this call, until it gives another text.
void Answer(std::string text);

}  // namespace sextant

#endif  // SEXTANT_WASM_BOUNDARY_H_
