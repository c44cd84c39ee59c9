// Reads numbers, exactly and independently of the process's locale: JSON
// numbers and what people type. base/decimal.h writes them.
#ifndef SEXTANT_EXCHANGE_NUMBER_TEXT_H_
#define SEXTANT_EXCHANGE_NUMBER_TEXT_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "engine/model/fields.h"
#include "engine/model/result.h"

namespace sextant {

// Reads a JSON number ("-12.5e3") with NearestDouble. Empty for any other text.
std::optional<double> ParseNumber(std::string_view text);

// The text with full-width digits and signs, Chinese digits, and other forms of
// the same signs as plain ones, and what IsBlank() names as spaces. Empty if it
// is not UTF-8.
std::string SimpleSigns(std::string_view text);

// A sign or a code of a currency, in capitals, and the currencies that it may
// stand for ("$": several).
struct CurrencySign {
  std::string_view sign;
  std::string_view currencies;
};

// One that begins with another comes first.
std::span<const CurrencySign> CurrencySigns();

// `text` with its letters from a to z as capitals.
std::string Capitals(std::string_view text);

// Reads what a person types into a field: "12,000", "NT$12,000", "1.2萬",
// "兩萬", "1億2000萬", "12k", "1.5 M", "6.8%", full-width digits and signs. A
// comma is a decimal one where it cannot be one between thousands ("8,5",
// "1.234,56"; "12,000" is 12000, "12.000" is 12). Signs of currencies do not
// count. What is said for about a number ("兩三萬") and what people leave out
// of one ("1萬2") is refused. In a field of unit kShare the number is a
// percentage with or without its sign, in one of kMonths "24 months" and "24
// 個月" are accepted. Anything else is kNotANumber with the text as detail.
// Bounds are not checked.
Result<double> ParseTypedNumber(std::string_view text, Unit unit);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_NUMBER_TEXT_H_
