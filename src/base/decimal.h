// Exact conversion between doubles and decimal text: the part of number_text.h
// that JavaScript can do as well. There are two of it. decimal.cpp does the
// arithmetic itself, natively and in the tests; src/wasm/host_decimal.cpp asks
// JavaScript, whose answers are the same by its own standard, and leaves 2 kB
// out of each module.
#ifndef SEXTANT_BASE_DECIMAL_H_
#define SEXTANT_BASE_DECIMAL_H_

#include <string>
#include <string_view>

namespace sextant {

// The shortest decimal number that reads back as `value`, and among those the
// nearest, as JavaScript writes it: 12000, 0.0229, 1e+21, 5e-324. `value` is
// finite.
std::string NumberText(double value);

// The double nearest to a number that JSON could write ("-12.5e3"); to even in
// the middle, infinity when it is too large.
double NearestDouble(std::string_view json_number);

}  // namespace sextant

#endif  // SEXTANT_BASE_DECIMAL_H_
