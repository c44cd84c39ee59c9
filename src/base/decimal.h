// Exact conversion between doubles and decimal text. decimal.cpp uses the
// standard library. Emscripten's lacks these functions for double, so wasm
// builds use src/wasm/host_decimal.cpp, which calls JavaScript. A test with
// tests/golden/link_numbers.txt checks that both agree.
#ifndef SEXTANT_BASE_DECIMAL_H_
#define SEXTANT_BASE_DECIMAL_H_

#include <string>
#include <string_view>

namespace sextant {

// The shortest decimal number that reads back as `value`, and among those the
// nearest, as JavaScript writes it: 12000, 0.0229, 1e+21, 5e-324. `value` is
// finite.
std::string NumberText(double value);

// The double nearest to a JSON number ("-12.5e3"). Of two equally near ones,
// the one with an even last bit; infinity when the number is too large.
double NearestDouble(std::string_view json_number);

}  // namespace sextant

#endif  // SEXTANT_BASE_DECIMAL_H_
