// Exact conversion between doubles and decimal text. There are two of it:
// decimal.cpp asks the standard library; Emscripten's has no such functions for
// double, so there src/wasm/host_decimal.cpp asks JavaScript. CMakeLists.txt
// chooses, and tests/golden/link_numbers.txt shows that both agree.
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
