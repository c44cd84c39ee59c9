// e^x for thousands of numbers in a row.
#ifndef SEXTANT_BASE_QUICK_EXPONENTIAL_H_
#define SEXTANT_BASE_QUICK_EXPONENTIAL_H_

#include <cstdint>

#include "base/double_bits.h"

namespace sextant {

// e^value for |value| ≤ 700, to about 1e-15; the same bits on every platform.
// Without divisions and branches, so that a compiler can calculate several at
// once; the last bits differ from those of Exp().
inline double QuickExp(double value) {
  constexpr double kPerLn2 = 1.44269504088896340736;
  // ln 2 in two parts: 32 bits, so that the product with an exponent is exact,
  // and the rest.
  constexpr double kLn2High = 0x1.62e42feep-1;
  constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
  // Adding it rounds to a whole number, which is in the lowest bits of the sum.
  constexpr double kRounder = 0x1.8p52;
  constexpr double kInverseFactorials[] = {1.0 / 479001600,
                                           1.0 / 39916800,
                                           1.0 / 3628800,
                                           1.0 / 362880,
                                           1.0 / 40320,
                                           1.0 / 5040,
                                           1.0 / 720,
                                           1.0 / 120,
                                           1.0 / 24,
                                           1.0 / 6,
                                           0.5,
                                           1.0,
                                           1.0};
  const double shifted = value * kPerLn2 + kRounder;
  const double exponent = shifted - kRounder;
  const double x = value - exponent * kLn2High - exponent * kLn2Low;
  double sum = 1.0 / 6227020800;  // Taylor's series; |x| < 0.347
  for (const double factor : kInverseFactorials) sum = sum * x + factor;
  return DoubleOf(BitsOf(sum) + (BitsOf(shifted) << 52));
}

}  // namespace sextant

#endif  // SEXTANT_BASE_QUICK_EXPONENTIAL_H_
