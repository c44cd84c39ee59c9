#include "base/exponential.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace sextant {
namespace {

constexpr double kLn2 = 0.693147180559945309417;
// ln 2 in two parts: 32 bits, so that the product with an exponent is exact,
// and the rest.
constexpr double kLn2High = 0x1.62e42feep-1;
constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
constexpr double kLn10 = 2.302585092994045684018;
constexpr int kFractionBits = 52;
constexpr int kExponentBias = 1023;

uint64_t BitsOf(double value) {
  uint64_t bits;
  std::memcpy(&bits, &value, sizeof(bits));
  return bits;
}

// 2^exponent, for a normal result.
double PowerOfTwo(int exponent) {
  const auto bits = static_cast<uint64_t>(exponent + kExponentBias)
                    << kFractionBits;
  double value;
  std::memcpy(&value, &bits, sizeof(value));
  return value;
}

}  // namespace

double Log(double value) {
  constexpr double kSmallestNormal = 0x1p-1022;
  if (value <= 0) return -std::numeric_limits<double>::infinity();
  if (value < kSmallestNormal) return Log(value * 0x1p54) - 54 * kLn2;
  int exponent =
      static_cast<int>(BitsOf(value) >> kFractionBits) - kExponentBias;
  double mantissa = value / PowerOfTwo(exponent);
  constexpr double kSqrt2 = 1.414213562373095;
  if (mantissa > kSqrt2) {
    mantissa /= 2;
    ++exponent;
  }
  // ln m = 2 artanh((m − 1)/(m + 1)), with |(m − 1)/(m + 1)| < 0.172.
  const double x = (mantissa - 1) / (mantissa + 1);
  double sum = 0;
  for (int i = 21; i > 0; i -= 2) sum = sum * x * x + 1.0 / i;
  return exponent * kLn2 + 2 * x * sum;
}

double Log10(double value) { return Log(value) / kLn10; }

double Exp(double value) {
  if (value < -700) return 0;
  value = std::min(value, 700.0);
  const double exponent = std::nearbyint(value / kLn2);
  // Taylor's series; |x| < 0.347.
  const double x = value - exponent * kLn2High - exponent * kLn2Low;
  double sum = 1;
  for (int i = 15; i > 0; --i) sum = 1 + sum * x / i;
  return sum * PowerOfTwo(static_cast<int>(exponent));
}

double PowerOfTen(int exponent) {
  double power = 1;
  for (int i = std::abs(exponent); i > 0; --i) power *= 10;
  return exponent < 0 ? 1 / power : power;
}

int DecimalExponent(double value) {
  int exponent = static_cast<int>(std::floor(Log10(value)));
  // The logarithm is rounded, so a comparison decides the decade.
  if (value < PowerOfTen(exponent)) --exponent;
  if (value >= PowerOfTen(exponent + 1)) ++exponent;
  return exponent;
}

double RoundToDigits(double value, int digits) {
  constexpr int kLargestExactPower = 22;
  if (!(value >= 1e-300)) return 0;
  const int shift = digits - 1 - DecimalExponent(value);
  if (std::abs(shift) > kLargestExactPower) return value;
  // Multiplying or dividing by an exact power of ten rounds only once.
  if (shift <= 0) {
    return std::round(value / PowerOfTen(-shift)) * PowerOfTen(-shift);
  }
  return std::round(value * PowerOfTen(shift)) / PowerOfTen(shift);
}

}  // namespace sextant
