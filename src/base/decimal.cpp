// base/decimal.h with the standard library. WebAssembly builds use
// src/wasm/host_decimal.cpp instead.
#include "base/decimal.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <system_error>

namespace sextant {
namespace {

// The digits of "-1.5e+300" without sign and point, and their exponent: the
// number is d.ddd · 10^exponent.
struct Scientific {
  std::string digits;
  int exponent = 0;
};

Scientific Split(std::string_view text) {
  const size_t e = text.find('e');
  Scientific split;
  for (char c : text.substr(0, e)) {
    if (c >= '0' && c <= '9') split.digits += c;
  }
  text.remove_prefix(e + 1);
  if (text.front() == '+') text.remove_prefix(1);
  std::from_chars(text.data(), text.data() + text.size(), split.exponent);
  return split;
}

// As JavaScript chooses between 0.000001, 12000, 1e-7 and 1e+21.
std::string Layout(const Scientific& number) {
  const auto& [digits, exponent] = number;
  const auto count = static_cast<int>(digits.size());
  if (exponent >= 21 || exponent < -6) {
    const std::string fraction = count > 1 ? "." + digits.substr(1) : "";
    const char* sign = exponent < 0 ? "e-" : "e+";
    return digits[0] + fraction + sign + std::to_string(std::abs(exponent));
  }
  if (exponent < 0) {
    return "0." + std::string(static_cast<size_t>(-exponent - 1), '0') + digits;
  }
  const int whole = exponent + 1;
  if (whole >= count) {
    return digits + std::string(static_cast<size_t>(whole - count), '0');
  }
  return digits.substr(0, static_cast<size_t>(whole)) + "." +
         digits.substr(static_cast<size_t>(whole));
}

// For a number outside the range of a double: whether it is too large rather
// than too small. The place of its first digit other than 0 decides.
bool IsTooLarge(std::string_view json_number) {
  const size_t e =
      std::min(json_number.find_first_of("eE"), json_number.size());
  const std::string_view digits = json_number.substr(0, e);
  const auto first = static_cast<long>(digits.find_first_of("123456789"));
  const auto point = static_cast<long>(std::min(digits.find('.'), e));
  std::string_view exponent =
      json_number.substr(std::min(e + 1, json_number.size()));
  if (!exponent.empty() && exponent.front() == '+') exponent.remove_prefix(1);
  long shift = 0;
  const auto [end, error] = std::from_chars(
      exponent.data(), exponent.data() + exponent.size(), shift);
  if (error == std::errc::result_out_of_range) return exponent.front() != '-';
  return point - first + shift > 0;
}

}  // namespace

std::string NumberText(double value) {
  if (value == 0) return "0";
  char text[32];
  const auto [end, error] = std::to_chars(std::begin(text), std::end(text),
                                          value, std::chars_format::scientific);
  const std::string layout = Layout(Split({text, end}));
  return value < 0 ? "-" + layout : layout;
}

double NearestDouble(std::string_view json_number) {
  double value = 0;
  const auto [end, error] = std::from_chars(
      json_number.data(), json_number.data() + json_number.size(), value);
  if (error != std::errc::result_out_of_range) return value;
  const double limit =
      IsTooLarge(json_number) ? std::numeric_limits<double>::infinity() : 0.0;
  return json_number.front() == '-' ? -limit : limit;
}

}  // namespace sextant
