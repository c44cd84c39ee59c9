#include "locales/number_format.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace sextant {
namespace {

const NumberFormat kEnglish = {Language::kEnglish, {"NT$", ""}};
const NumberFormat kChinese = {Language::kTraditionalChinese, {"$", ""}};

TEST(NumberFormat, CountsAreGroupedAndHaveNoDecimalsFromTenOn) {
  EXPECT_EQ(kEnglish.Count(0), "0");
  EXPECT_EQ(kEnglish.Count(0.5), "0.5");
  EXPECT_EQ(kEnglish.Count(12345.6), "12,346");
  EXPECT_EQ(kEnglish.Count(1e9), "1,000,000,000");
}

TEST(NumberFormat, MoneyHasTwoDecimalsBelowAHundredUnlessWhole) {
  EXPECT_EQ(kEnglish.Money(8), "NT$8");
  EXPECT_EQ(kEnglish.Money(9.61), "NT$9.61");
  EXPECT_EQ(kEnglish.Money(9.6), "NT$9.60");
  EXPECT_EQ(kEnglish.Money(349.34), "NT$349");
  EXPECT_EQ(kEnglish.Money(99.999), "NT$100");
  EXPECT_EQ(kEnglish.Money(4812300), "NT$4,812,300");
}

TEST(NumberFormat, TypedAmountsKeepTheirDecimals) {
  EXPECT_EQ(kEnglish.ExactMoney(1450.5), "NT$1,450.50");
  EXPECT_EQ(kEnglish.ExactMoney(1450), "NT$1,450");
}

TEST(NumberFormat, NegativeMoneyHasATrueMinusBeforeTheSign) {
  EXPECT_EQ(kEnglish.Money(-533752), "\u2212NT$533,752");
}

TEST(NumberFormat, LargeNumbersAreShortenedByEachLanguagesOwnSteps) {
  EXPECT_EQ(kEnglish.CompactCount(9999), "9,999");
  EXPECT_EQ(kEnglish.CompactMoney(1884496), "NT$1.88M");
  EXPECT_EQ(kEnglish.CompactMoney(519248), "NT$519.2K");
  EXPECT_EQ(kEnglish.CompactMoney(2.5e9), "NT$2.5B");
  EXPECT_EQ(kChinese.CompactMoney(1884496), "$188.4 萬");
  EXPECT_EQ(kChinese.CompactMoney(120000000), "$1.2 億");
}

// With tiny denominators, the quotient may exceed the range of a double.
TEST(NumberFormat, InfiniteNumbersAreDisplayedAsFiniteOnes) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(kEnglish.Ratio(1e300), "1.00e300");
  EXPECT_EQ(kEnglish.Ratio(kInfinity), "1.80e308");
  EXPECT_EQ(kEnglish.Money(-kInfinity), "\u2212NT$1.80e308");
  EXPECT_EQ(kChinese.CompactMoney(kInfinity), "$1.80e308");
}

TEST(NumberFormat, PercentagesDropTrailingZeros) {
  EXPECT_EQ(kEnglish.Percent(0.0682), "6.82%");
  EXPECT_EQ(kEnglish.Percent(0.03), "3%");
  EXPECT_EQ(kEnglish.Percent(0), "0%");
  EXPECT_EQ(kEnglish.SignedPercent(0.12), "+12%");
  EXPECT_EQ(kEnglish.SignedPercent(-0.034), "\u22123.4%");
}

TEST(NumberFormat, MonthsHaveTheirUnit) {
  EXPECT_EQ(kEnglish.Months(1), "1 month");
  EXPECT_EQ(kEnglish.Months(24), "24 months");
  EXPECT_EQ(kEnglish.Months(0), "0 months");
  EXPECT_EQ(kChinese.Months(1), "1 個月");
  EXPECT_EQ(kChinese.Months(24), "24 個月");
}

TEST(NumberFormat, UndefinedIsADash) {
  const auto money = [](double value) { return kEnglish.Money(value); };
  EXPECT_EQ(OrUndefined(std::nullopt, money), "—");
  EXPECT_EQ(OrUndefined(3.0, money), "NT$3");
}

TEST(NumberFormat, AnUnknownCurrencyIsShownByItsCode) {
  EXPECT_EQ(DefaultMoneyStyle("XYZ", Language::kEnglish).prefix, "XYZ\u00a0");
  EXPECT_EQ(DefaultMoneyStyle("TWD", Language::kEnglish).prefix, "NT$");
  EXPECT_EQ(DefaultMoneyStyle("TWD", Language::kTraditionalChinese).prefix,
            "$");
}

TEST(FormatAs, ChoosesTheUnitByItsJavaScriptName) {
  EXPECT_EQ(FormatAs("count", 12345, kEnglish), "12,345");
  EXPECT_EQ(FormatAs("money", 4812300.4, kEnglish), "NT$4,812,300");
  EXPECT_EQ(FormatAs("exactMoney", 1450.5, kEnglish), "NT$1,450.50");
  EXPECT_EQ(FormatAs("share", 0.0682, kEnglish), "6.82%");
  EXPECT_EQ(FormatAs("signedShare", 0.12, kEnglish), "+12%");
  EXPECT_EQ(FormatAs("ratio", 3.214, kEnglish), "3.21");
  EXPECT_EQ(FormatAs("months", 12, kEnglish), "12 months");
  constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(FormatAs("money", kNaN, kChinese), "—");
  EXPECT_EQ(FormatAs("Money", 1, kEnglish), std::nullopt);
  EXPECT_EQ(FormatAs("", kNaN, kEnglish), std::nullopt);
}

}  // namespace
}  // namespace sextant
