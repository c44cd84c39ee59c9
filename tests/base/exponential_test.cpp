#include "base/exponential.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/random_scenario.h"

namespace sextant {
namespace {

constexpr double kTolerance = 1e-15;  // four or five of the last bit

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
  EXPECT_NEAR(Log(5e-324) / std::log(5e-324), 1, kTolerance);
}

TEST(Exponential, ExpAgreesWithTheCLibrary) {
  Random random(22);
  for (int i = 0; i < 20000; ++i) {
    const double value = (random.Unit() - 0.5) * 1400;
    ASSERT_NEAR(Exp(value) / std::exp(value), 1, kTolerance) << value;
  }
  EXPECT_EQ(Exp(0), 1);
  EXPECT_EQ(Exp(-1000), 0);
  EXPECT_TRUE(std::isfinite(Exp(1e9)));
}

TEST(Exponential, ExpHasTheDigitsOfTables) {
  const struct {
    double value;
    double expected;
  } cases[] = {
      {1, 2.7182818284590452354},       {-1, 0.36787944117144232160},
      {100, 2.6881171418161354484e43},  {-100, 3.7200759760208359630e-44},
      {700, 1.0142320547350045095e304}, {-700, 9.8596765437597708567e-305},
  };
  for (const auto& [value, expected] : cases) {
    EXPECT_NEAR(Exp(value) / expected, 1, kTolerance) << value;
  }
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
