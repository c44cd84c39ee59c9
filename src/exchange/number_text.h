// Numbers as text and back, exactly and in every locale: the C library's
// functions depend on the process's locale, and the C++ ones for double are
// missing from the standard library that Emscripten 3.1.6 brings.
#ifndef SEXTANT_EXCHANGE_NUMBER_TEXT_H_
#define SEXTANT_EXCHANGE_NUMBER_TEXT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/fields.h"
#include "engine/result.h"

namespace sextant {

// digits · 10^exponent; digits has no trailing zeros (0 is 0 · 10^0).
struct Decimal {
  uint64_t digits = 0;
  int exponent = 0;
};

// The shortest decimal number that reads back as `value`, and among those the
// nearest. `value` is finite and not negative.
Decimal ShortestDecimal(double value);

// The same number as JavaScript writes it: 12000, 0.0229, 1e+21, 5e-324.
// `value` is finite.
std::string NumberText(double value);

// Reads the whole of a JSON number ("-12.5e3"), rounded to the nearest double
// (to even in the middle, infinity when it is too large). Nothing for any other
// text.
std::optional<double> ParseNumber(std::string_view text);

// Reads what a person types into a field: "12,000", "NT$12,000", "1.2萬",
// "1億2000萬", "12k", "1.5 M", "6.8%", full-width digits and signs. In a field
// of unit kShare the number is a percentage with or without its sign. Anything
// else is kNotANumber with the text as detail. Bounds are not checked.
Result<double> ParseTypedNumber(std::string_view text, Unit unit);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_NUMBER_TEXT_H_
