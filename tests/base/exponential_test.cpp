#include "base/exponential.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/random_scenario.h"

namespace sextant {
namespace {

constexpr double kTolerance = 1e-14;

TEST(Exponential, LogAgreesWithTheCLibrary) {
  Random random(21);
  for (int i = 0; i < 20000; ++i) {
    const double value = DoubleOf(random.Next() >> 1);
    if (!std::isfinite(value) || value == 0) continue;
    const double expected = std::log(value);
    ASSERT_NEAR(Log(value), expected, kTolerance * (1 + std::fabs(expected)))
        << value;
  }
  EXPECT_EQ(Log(1), 0);
  EXPECT_NEAR(Log(5e-324), std::log(5e-324), 1e-11);
}

TEST(Exponential, ExpAgreesWithTheCLibrary) {
  Random random(22);
  for (int i = 0; i < 20000; ++i) {
    const double value = (random.Unit() - 0.5) * 1400;
    const double expected = std::exp(value);
    // Reducing the argument costs digits when it is large.
    ASSERT_NEAR(Exp(value) / expected, 1, kTolerance * (10 + std::fabs(value)))
        << value;
  }
  EXPECT_EQ(Exp(0), 1);
  EXPECT_EQ(Exp(-1000), 0);
  EXPECT_TRUE(std::isfinite(Exp(1e9)));
}

TEST(Exponential, PowersOfTenAreExact) {
  double power = 1;
  for (int i = 0; i <= 22; ++i, power *= 10) {
    EXPECT_EQ(PowerOfTen(i), power);
    EXPECT_EQ(PowerOfTen(-i), 1 / power);
  }
}

TEST(Exponential, DecimalExponentIsExactAtAndNextToEveryPower) {
  for (int i = -20; i <= 22; ++i) {
    const double power =
        std::strtod(("1e" + std::to_string(i)).c_str(), nullptr);
    EXPECT_EQ(DecimalExponent(power), i);
    EXPECT_EQ(DecimalExponent(std::nextafter(power, 0)), i - 1);
    EXPECT_EQ(DecimalExponent(power * 9.99), i);
  }
}

}  // namespace
}  // namespace sextant
