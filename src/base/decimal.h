// Exact conversion between doubles and decimal text. Two implementations:
// decimal.cpp does the arithmetic itself, for native programs and the tests;
// src/wasm/host_decimal.cpp calls JavaScript, whose standard demands the same
// results, and makes each module 2 kB smaller.
#ifndef SEXTANT_BASE_DECIMAL_H_
#define SEXTANT_BASE_DECIMAL_H_

#include <string>
#include <string_view>

namespace sextant {

// The shortest decimal number that reads back as `value`, and among those the
// nearest, as JavaScript writes it: 12000, 0.0229, 1e+21, 5e-324. `value` is
// finite.
std::string NumberText(double value);

// The double nearest to a number that JSON could write ("-12.5e3"); to even
// half-way between two, infinity when it is too large.
double NearestDouble(std::string_view json_number);

}  // namespace sextant

#endif  // SEXTANT_BASE_DECIMAL_H_
