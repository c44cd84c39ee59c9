// A number, or nothing, in the space of a number: std::optional<double> takes
// twice as much, and functions return it through memory.
#ifndef SEXTANT_BASE_OPTIONAL_NUMBER_H_
#define SEXTANT_BASE_OPTIONAL_NUMBER_H_

#include <limits>
#include <optional>

namespace sextant {

// As std::optional<double>, for numbers that are never NaN: NaN is nothing.
class OptionalNumber {
 public:
  constexpr OptionalNumber() = default;
  constexpr OptionalNumber(std::nullopt_t) {}
  constexpr OptionalNumber(double value) : value_(value) {}

  constexpr bool has_value() const { return value_ == value_; }
  constexpr explicit operator bool() const { return has_value(); }
  constexpr double operator*() const { return value_; }
  constexpr double value_or(double other) const {
    return has_value() ? value_ : other;
  }
  // NaN for nothing.
  constexpr double value_or_nan() const { return value_; }

  friend constexpr bool operator==(OptionalNumber a, OptionalNumber b) {
    return a.value_ == b.value_ || (!a && !b);
  }

 private:
  double value_ = std::numeric_limits<double>::quiet_NaN();
};

}  // namespace sextant

#endif  // SEXTANT_BASE_OPTIONAL_NUMBER_H_
