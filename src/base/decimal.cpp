#include "base/decimal.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

#include "base/big_number.h"
#include "base/double_bits.h"
#include "base/exponential.h"
#include "base/integer_text.h"

namespace sextant {
namespace {

constexpr double kPowersOfTen[] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr int kLargestExactPower = 22;
constexpr uint64_t kHiddenBit = uint64_t{1} << 52;
constexpr int kSmallestExponent = -1074;  // of the last bit of a double

// digits · 10^exponent; digits has no trailing zeros (0 is 0 · 10^0).
struct Decimal {
  uint64_t digits = 0;
  int exponent = 0;
};

Decimal WithoutTrailingZeros(uint64_t digits, int exponent) {
  if (digits == 0) return {};
  for (; digits % 10 == 0; digits /= 10) ++exponent;
  return {digits, exponent};
}

// Numbers with at most 15 digits, as people write them. Two such decimals never
// read as the same double, so the one that reads as the value is the shortest.
std::optional<Decimal> ShortDecimal(double value) {
  constexpr double kFifteenDigits = 1e15;
  constexpr int kMostDecimals = 8;
  for (int decimals = 0; decimals <= kMostDecimals; ++decimals) {
    const double scaled = std::nearbyint(value * kPowersOfTen[decimals]);
    if (scaled >= kFifteenDigits) break;
    if (scaled / kPowersOfTen[decimals] == value) {
      return WithoutTrailingZeros(static_cast<uint64_t>(scaled), -decimals);
    }
  }
  return std::nullopt;
}

// value = mantissa · 2^exponent.
struct Binary {
  uint64_t mantissa;
  int exponent;
};

Binary Split(double value) {
  const auto bits = BitsOf(value);
  const auto biased = static_cast<int>(bits >> 52 & 0x7FF);
  const uint64_t fraction = bits & (kHiddenBit - 1);
  if (biased == 0) return {fraction, kSmallestExponent};
  return {fraction | kHiddenBit, biased + kSmallestExponent - 1};
}

// Burger and Dybvig, "Printing floating-point numbers quickly and accurately"
// (1996), free-format algorithm. The number is remainder/scale; every decimal
// strictly between (remainder − below)/scale and (remainder + above)/scale
// reads back as the same double.
class DigitGenerator {
 public:
  explicit DigitGenerator(double value) {
    const Binary binary = Split(value);
    // The next smaller double is only half as far away at a power of two.
    const bool uneven =
        binary.mantissa == kHiddenBit && binary.exponent > kSmallestExponent;
    inclusive_ = binary.mantissa % 2 == 0;
    remainder_ = BigNumber(binary.mantissa);
    scale_ = above_ = below_ = BigNumber(1);
    const int up = std::max(binary.exponent, 0);
    remainder_.ShiftLeft(up + (uneven ? 2 : 1));
    scale_.ShiftLeft(std::max(-binary.exponent, 0) + (uneven ? 2 : 1));
    above_.ShiftLeft(up + (uneven ? 1 : 0));
    below_.ShiftLeft(up);
    // At most one too small.
    ScaleToFirstDigit(static_cast<int>(std::ceil(Log10(value) - 1e-10)));
  }

  Decimal Generate() {
    uint64_t digits = 0;
    for (int exponent = point_ - 1;; --exponent) {
      TimesTen();
      int digit = 0;
      for (; BigNumber::Compare(remainder_, scale_) >= 0; ++digit) {
        remainder_.Subtract(scale_);
      }
      digits = digits * 10 + static_cast<uint64_t>(digit);
      const int low = BigNumber::Compare(remainder_, below_);
      const bool may_stop = low < 0 || (low == 0 && inclusive_);
      const bool may_round_up = ReachesScale();
      if (!may_stop && !may_round_up) continue;
      if (may_round_up && (!may_stop || RoundsUp(digit))) ++digits;
      return WithoutTrailingZeros(digits, exponent);
    }
  }

 private:
  void ScaleToFirstDigit(int estimate) {
    point_ = estimate;
    if (estimate >= 0) {
      scale_.MultiplyByPowerOfTen(estimate);
    } else {
      for (BigNumber* number : {&remainder_, &above_, &below_}) {
        number->MultiplyByPowerOfTen(-estimate);
      }
    }
    if (!ReachesScale()) return;
    scale_.MultiplyAdd(10, 0);
    ++point_;
  }

  void TimesTen() {
    for (BigNumber* number : {&remainder_, &above_, &below_}) {
      number->MultiplyAdd(10, 0);
    }
  }

  bool ReachesScale() const {
    BigNumber sum = remainder_;
    sum.Add(above_);
    const int order = BigNumber::Compare(sum, scale_);
    return order > 0 || (order == 0 && inclusive_);
  }

  // Rounds to the nearer digit; half-way to the even one, as JavaScript does.
  bool RoundsUp(int digit) const {
    BigNumber twice = remainder_;
    twice.ShiftLeft(1);
    const int half = BigNumber::Compare(twice, scale_);
    return half > 0 || (half == 0 && digit % 2 == 1);
  }

  bool inclusive_;
  int point_ = 0;  // the number is 0.ddd · 10^point_
  BigNumber remainder_;
  BigNumber scale_;
  BigNumber above_;
  BigNumber below_;
};

// numerator/denominator, both above 0, rounded to the nearest double.
double DivideExactly(BigNumber numerator, BigNumber denominator) {
  constexpr int kMantissaBits = 53;
  constexpr int kLargestExponent = 1024;
  // 2^(magnitude − 1) < quotient < 2^(magnitude + 1).
  const int magnitude = numerator.BitLength() - denominator.BitLength();
  if (magnitude > kLargestExponent) {
    return std::numeric_limits<double>::infinity();
  }
  if (magnitude < kSmallestExponent - 2) return 0;
  // The last bit of the result, unless the quotient is one bit shorter.
  int last = std::max(magnitude - kMantissaBits, kSmallestExponent);
  if (last < 0) numerator.ShiftLeft(-last);
  if (last > 0) denominator.ShiftLeft(last);
  const BigNumber unit = denominator;

  constexpr int kQuotientBits = kMantissaBits + 2;
  denominator.ShiftLeft(kQuotientBits);
  uint64_t quotient = 0;
  for (int i = 0; i <= kQuotientBits; ++i) {
    quotient <<= 1;
    if (BigNumber::Compare(numerator, denominator) >= 0) {
      numerator.Subtract(denominator);
      quotient |= 1;
    }
    denominator.ShiftRightByOne();
  }
  const bool odd_last_bit = quotient % 2 == 1;
  int half;  // what is cut off, compared with half of the last bit
  if (quotient >> kMantissaBits != 0) {
    const bool exact = numerator.BitLength() == 0;
    half = !odd_last_bit ? -1 : exact ? 0 : 1;
    quotient >>= 1;
    ++last;
  } else {
    numerator.ShiftLeft(1);
    half = BigNumber::Compare(numerator, unit);
  }
  const bool round_up = half > 0 || (half == 0 && quotient % 2 == 1);
  return std::ldexp(static_cast<double>(quotient + (round_up ? 1 : 0)), last);
}

// The significant digits of a number with the exponent of the last one. Digits
// beyond those that can matter are replaced by a single one.
class DigitReader {
 public:
  void Read(std::string_view digits, bool fraction) {
    for (char c : digits) ReadDigit(c - '0', fraction);
  }

  double Value(int exponent) const {
    if (count_ == 0) return 0;
    exponent += exponent_;
    if (count_ <= 15 && std::abs(exponent) <= kLargestExactPower) {
      const auto digits = static_cast<double>(small_);
      return exponent < 0 ? digits / kPowersOfTen[-exponent]
                          : digits * kPowersOfTen[exponent];
    }
    if (count_ + exponent > 310) return std::numeric_limits<double>::infinity();
    if (count_ + exponent < -325) return 0;
    BigNumber numerator = big_;
    BigNumber denominator(1);
    numerator.MultiplyByPowerOfTen(std::max(exponent, 0));
    denominator.MultiplyByPowerOfTen(std::max(-exponent, 0));
    return DivideExactly(numerator, denominator);
  }

 private:
  void ReadDigit(int digit, bool fraction) {
    // A double, or the midpoint of two, has at most 768 digits.
    constexpr int kMostDigits = 770;
    if (count_ >= kMostDigits) {
      if (!fraction) ++exponent_;
      if (digit != 0 && !has_more_) {
        has_more_ = true;
        Append(1);
        --exponent_;
      }
      return;
    }
    if (fraction) --exponent_;
    if (count_ == 0 && digit == 0) return;
    Append(digit);
  }

  void Append(int digit) {
    ++count_;
    if (count_ <= 15) small_ = small_ * 10 + static_cast<uint64_t>(digit);
    if (count_ == 1) {
      big_ = BigNumber(static_cast<uint64_t>(digit));
    } else {
      big_.MultiplyAdd(10, static_cast<uint32_t>(digit));
    }
  }

  int count_ = 0;
  int exponent_ = 0;
  bool has_more_ = false;
  uint64_t small_ = 0;
  BigNumber big_;
};

// "+300", "-7", "5"; clamped, but still beyond the range of doubles.
int ReadExponent(std::string_view text) {
  constexpr int kBeyondEveryDouble = 100000;
  const bool negative = text.front() == '-';
  if (negative || text.front() == '+') text.remove_prefix(1);
  int exponent = 0;
  for (char c : text) {
    exponent = std::min(exponent * 10 + (c - '0'), kBeyondEveryDouble);
  }
  return negative ? -exponent : exponent;
}

// The shortest decimal number that reads back as `value`, and among those the
// nearest. `value` is finite and not negative.
Decimal ShortestDecimal(double value) {
  if (value == 0) return {};
  if (const std::optional<Decimal> decimal = ShortDecimal(value)) {
    return *decimal;
  }
  return DigitGenerator(value).Generate();
}

}  // namespace

std::string NumberText(double value) {
  const Decimal decimal = ShortestDecimal(std::fabs(value));
  const std::string digits = IntegerText(static_cast<int64_t>(decimal.digits));
  const auto count = static_cast<int>(digits.size());
  const int point = count + decimal.exponent;  // digits before the point
  std::string text = value < 0 ? "-" : "";
  if (decimal.digits == 0) return "0";
  if (point > 21 || point < -5) {
    text += digits[0];
    if (count > 1) text += '.';
    text.append(digits, 1);
    text += point > 0 ? "e+" : "e-";
    text += IntegerText(std::abs(point - 1));
  } else if (point <= 0) {
    text += "0.";
    text.append(static_cast<size_t>(-point), '0');
    text += digits;
  } else if (point >= count) {
    text += digits;
    text.append(static_cast<size_t>(point - count), '0');
  } else {
    text.append(digits, 0, static_cast<size_t>(point));
    text += '.';
    text.append(digits, static_cast<size_t>(point));
  }
  return text;
}

double NearestDouble(std::string_view text) {
  const bool negative = text.front() == '-';
  if (negative) text.remove_prefix(1);
  int exponent = 0;
  if (const size_t e = text.find_first_of("eE"); e != text.npos) {
    exponent = ReadExponent(text.substr(e + 1));
    text = text.substr(0, e);
  }
  const size_t point = std::min(text.find('.'), text.size());
  DigitReader reader;
  reader.Read(text.substr(0, point), false);
  if (point < text.size()) reader.Read(text.substr(point + 1), true);
  const double value = reader.Value(exponent);
  return negative ? -value : value;
}

}  // namespace sextant
