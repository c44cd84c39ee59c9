#include "exchange/number_text.h"

#include <gtest/gtest.h>

#include <clocale>
#include <cmath>
#include <limits>
#include <string>

#include "base/double_bits.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// A positive finite double: any, or one that a person would write.
double AnyNumber(Random& random) {
  switch (random.Below(4)) {
    case 0:
      return static_cast<double>(random.Next() % 1000000000) / 1e4;
    case 1:
      return random.Unit();
    case 2:
      return std::ldexp(1.0, random.Below(2098) - 1074);
    default: {
      const double any = DoubleOf(random.Next() >> 1);
      return std::isfinite(any) ? any : 1;
    }
  }
}

TEST(NumberText, IsWhatJavaScriptWrites) {
  const struct {
    double value;
    const char* text;
  } cases[] = {
      {0, "0"},
      {-0.0, "0"},
      {1, "1"},
      {-12.5, "-12.5"},
      {12000, "12000"},
      {0.0229, "0.0229"},
      {0.1 + 0.2, "0.30000000000000004"},
      {1.0 / 3, "0.3333333333333333"},
      {1e12, "1000000000000"},
      {123456789012345680.0, "123456789012345680"},
      {1e20, "100000000000000000000"},
      {1e21, "1e+21"},
      {1.5e300, "1.5e+300"},
      {0.000001, "0.000001"},
      {0.0000012, "0.0000012"},
      {1e-7, "1e-7"},
      {1.25e-9, "1.25e-9"},
      {5e-324, "5e-324"},
      {2.2250738585072014e-308, "2.2250738585072014e-308"},
      {1.7976931348623157e308, "1.7976931348623157e+308"},
      {9007199254740992, "9007199254740992"},
      {0x1p-25, "2.9802322387695312e-8"},  // a tie, to the even digit
  };
  for (const auto& [value, text] : cases) EXPECT_EQ(NumberText(value), text);
}

TEST(NumberText, ReadsBackBitForBit) {
  Random random(3);
  for (int i = 0; i < 20000; ++i) {
    const double value = AnyNumber(random);
    const std::optional<double> read = ParseNumber(NumberText(value));
    ASSERT_TRUE(read) << NumberText(value);
    ASSERT_EQ(BitsOf(*read), BitsOf(value)) << NumberText(value);
  }
}

// digits · 10^exponent
struct Decimal {
  uint64_t digits = 0;
  int exponent = 0;
};

Decimal DecimalOf(std::string text) {
  Decimal decimal;
  if (const size_t e = text.find('e'); e != std::string::npos) {
    decimal.exponent = std::stoi(text.substr(e + 1));
    text.resize(e);
  }
  if (const size_t point = text.find('.'); point != std::string::npos) {
    decimal.exponent -= static_cast<int>(text.size() - point - 1);
    text.erase(point, 1);
  }
  while (text.size() > 1 && text.back() == '0') {
    ++decimal.exponent;
    text.pop_back();
  }
  decimal.digits = std::stoull(text);
  return decimal;
}

TEST(NumberText, IsTheShortestText) {
  Random random(4);
  for (int i = 0; i < 5000; ++i) {
    const double value = AnyNumber(random);
    const Decimal decimal = DecimalOf(NumberText(value));
    if (decimal.digits < 10) continue;
    // No decimal number with one digit less reads as the same double.
    for (const uint64_t digits :
         {decimal.digits / 10, decimal.digits / 10 + 1}) {
      const std::string shorter =
          std::to_string(digits) + "e" + std::to_string(decimal.exponent + 1);
      ASSERT_NE(ParseNumber(shorter), value) << shorter;
    }
  }
}

TEST(ParseNumber, RoundsToTheNearestDouble) {
  EXPECT_EQ(ParseNumber("9007199254740993"), 9007199254740992);  // to even
  EXPECT_EQ(ParseNumber("9007199254740995"), 9007199254740996);
  EXPECT_EQ(ParseNumber("9007199254740993.0000000000000000000000000001"),
            9007199254740994);
  EXPECT_EQ(ParseNumber("2.4703282292062327e-324"), 0);
  EXPECT_EQ(ParseNumber("2.4703282292062328e-324"), 5e-324);
  EXPECT_EQ(ParseNumber("1.7976931348623158e308"), 1.7976931348623157e308);
  EXPECT_EQ(ParseNumber("1.7976931348623159e308"), kInfinity);
  EXPECT_EQ(ParseNumber("1e400"), kInfinity);
  EXPECT_EQ(ParseNumber("-1e99999999999"), -kInfinity);
  EXPECT_EQ(ParseNumber("1e-400"), 0);
  EXPECT_EQ(ParseNumber("0e99999999999"), 0);
}

TEST(ParseNumber, DigitsFarBehindThePointCount) {
  // Half-way between 1 and the next double, and slightly above that.
  const std::string middle =
      "1.00000000000000011102230246251565404236316680908203125";
  EXPECT_EQ(ParseNumber(middle), 1);
  EXPECT_EQ(ParseNumber(middle + std::string(2000, '0')), 1);
  EXPECT_EQ(ParseNumber(middle + std::string(2000, '0') + "1"),
            1.0000000000000002);
  EXPECT_EQ(ParseNumber("1" + std::string(1000, '0')), kInfinity);
  EXPECT_EQ(ParseNumber("1" + std::string(1000, '0') + "e-1000"), 1);
  EXPECT_EQ(ParseNumber("0." + std::string(1000, '0') + "1e1001"), 1);
}

TEST(ParseNumber, AcceptsJsonNumbersAndNothingElse) {
  for (const char* text : {"0", "-0", "10", "0.5", "1e5", "1E+5", "1.5e-3"}) {
    EXPECT_TRUE(ParseNumber(text)) << text;
  }
  for (const char* text :
       {"", "-", "+1", "01", "1.", ".5", "1e", "1e+", "1 ", " 1", "0x10", "1,5",
        "NaN", "Infinity", "1_000", "--1", "1.2.3", "1e5.5", "１"}) {
    EXPECT_FALSE(ParseNumber(text)) << text;
  }
}

TEST(NumberText, DoesNotDependOnTheProcessLocale) {
  // Uses a locale with a decimal comma, if this machine has one; otherwise the
  // test checks only the default locale.
  for (const char* name : {"C", "de_DE.UTF-8", "fr_FR.UTF-8"}) {
    std::setlocale(LC_ALL, name);
    EXPECT_EQ(NumberText(0.5), "0.5") << name;
    EXPECT_EQ(ParseNumber("0.5"), 0.5) << name;
  }
  std::setlocale(LC_ALL, "C");
}

// --- What people type --------------------------------------------------------

double Typed(std::string_view text, Unit unit = Unit::kMoney) {
  const Result<double> result = ParseTypedNumber(text, unit);
  EXPECT_TRUE(result.ok()) << text;
  return result.ok() ? result.value() : -1;
}

TEST(TypedNumber, GroupsSignsAndSpaces) {
  EXPECT_EQ(Typed("12000"), 12000);
  EXPECT_EQ(Typed("12,000"), 12000);
  EXPECT_EQ(Typed("1,234,567.89"), 1234567.89);
  EXPECT_EQ(Typed("12 000"), 12000);
  EXPECT_EQ(Typed("12\u00a0000"), 12000);
  EXPECT_EQ(Typed("  8.5 "), 8.5);
  EXPECT_EQ(Typed(".5"), 0.5);
  EXPECT_EQ(Typed("5."), 5);
  EXPECT_EQ(Typed("007"), 7);
  EXPECT_EQ(Typed("+3"), 3);
  EXPECT_EQ(Typed("-3"), -3);
  EXPECT_EQ(Typed("\u22123"), -3);
  EXPECT_EQ(Typed("1e5"), 100000);
  EXPECT_FALSE(std::signbit(Typed("-0")));
}

TEST(TypedNumber, ACommaIsAPointWhereItCannotBeBetweenThousands) {
  EXPECT_EQ(Typed("8,5"), 8.5);
  EXPECT_EQ(Typed("8,50"), 8.5);
  EXPECT_EQ(Typed("1234,5"), 1234.5);
  EXPECT_EQ(Typed("0,068"), 0.068);
  EXPECT_EQ(Typed(",5"), 0.5);
  EXPECT_EQ(Typed("１２，５"), 12.5);
  EXPECT_EQ(Typed("1,5k"), 1500);
  EXPECT_EQ(Typed("12,000"), 12000);
  EXPECT_EQ(Typed("6,8%", Unit::kShare), 0.068);
  EXPECT_EQ(Typed("6,825%", Unit::kShare), 0.06825);
}

TEST(TypedNumber, MarksOfOtherCountries) {
  EXPECT_EQ(Typed("1.234,56"), 1234.56);
  EXPECT_EQ(Typed("1.234,567"), 1234.567);
  EXPECT_EQ(Typed("1.234.567"), 1234567);
  EXPECT_EQ(Typed("1.234.567,8"), 1234567.8);
  EXPECT_EQ(Typed("1'234.50"), 1234.5);
  EXPECT_EQ(Typed("1’234’567,5"), 1234567.5);
  EXPECT_EQ(Typed("1 234 567,5"), 1234567.5);
  EXPECT_EQ(Typed("12\u202f000"), 12000);
  EXPECT_EQ(Typed("12\u2009000,5"), 12000.5);
}

TEST(TypedNumber, WhatIsNotSeenDoesNotCount) {
  for (const char* text : {"12000\n", "12000\r\n", "\t12000", "12000\u200b",
                           "\ufeff12000", "\u200eNT$12,000", "12,000\u00a0"}) {
    EXPECT_EQ(Typed(text), 12000) << text;
  }
}

TEST(TypedNumber, ChineseDigits) {
  EXPECT_EQ(Typed("兩萬"), 20000);
  EXPECT_EQ(Typed("两万"), 20000);
  EXPECT_EQ(Typed("三千五百"), 3500);
  EXPECT_EQ(Typed("二十萬"), 200000);
  EXPECT_EQ(Typed("二十五"), 25);
  EXPECT_EQ(Typed("一百零八"), 108);
  EXPECT_EQ(Typed("1萬2000"), 12000);
  // People mean 12,000 and 3,500, or about 25,000.
  for (const char* text :
       {"1萬2", "三千五", "1億2", "兩三萬", "三四千", "一兩百"}) {
    EXPECT_FALSE(ParseTypedNumber(text, Unit::kMoney).ok()) << text;
  }
}

TEST(TypedNumber, WordsForSizes) {
  EXPECT_EQ(Typed("12k"), 12000);
  EXPECT_EQ(Typed("1.5m"), 1500000);
  EXPECT_EQ(Typed("1.5 M"), 1500000);
  EXPECT_EQ(Typed("2bn"), 2e9);
  EXPECT_EQ(Typed("1.2萬"), 12000);
  EXPECT_EQ(Typed("1.2 万"), 12000);
  EXPECT_EQ(Typed("3億"), 3e8);
  EXPECT_EQ(Typed("3千萬"), 3e7);
  EXPECT_EQ(Typed("1億2000萬"), 1.2e8);
  EXPECT_EQ(Typed("1萬2千"), 12000);
  // Moving the point is exact, multiplying would not be.
  EXPECT_EQ(Typed("1.1k"), 1100);
  EXPECT_EQ(Typed("4.35萬"), 43500);
}

TEST(TypedNumber, CurrencySigns) {
  EXPECT_EQ(Typed("NT$12,000"), 12000);
  EXPECT_EQ(Typed("NTD 12,000"), 12000);
  EXPECT_EQ(Typed("CHF 1'234.50"), 1234.5);
  EXPECT_EQ(Typed("A$45"), 45);
  EXPECT_EQ(Typed("₹500"), 500);
  EXPECT_EQ(Typed("12EUR"), 12);
  EXPECT_EQ(Typed("12eur"), 12);
  EXPECT_EQ(Typed("￡12"), 12);
  EXPECT_FALSE(ParseTypedNumber("NT.500", Unit::kMoney).ok());
  EXPECT_EQ(Typed("$.5"), 0.5);
  EXPECT_EQ(Typed("NT12,000"), 12000);
  EXPECT_EQ(Typed("nt$ 12,000"), 12000);
  EXPECT_EQ(Typed("$8"), 8);
  EXPECT_EQ(Typed("-NT$5"), -5);
  EXPECT_EQ(Typed("NT$-5"), -5);
  EXPECT_EQ(Typed("8元"), 8);
  EXPECT_EQ(Typed("1.2萬元"), 12000);
  EXPECT_EQ(Typed("120 TWD"), 120);
  EXPECT_EQ(Typed("€ 9.99"), 9.99);
}

TEST(TypedNumber, FullWidth) {
  EXPECT_EQ(Typed("１２，０００"), 12000);
  EXPECT_EQ(Typed("１．５萬"), 15000);
  EXPECT_EQ(Typed("６．８％", Unit::kShare), 0.068);
  EXPECT_EQ(Typed("－３"), -3);
  EXPECT_EQ(Typed("＋１２ｋ"), 12000);
  EXPECT_EQ(Typed("ＮＴ＄１２"), 12);
}

TEST(TypedNumber, ShareIsAPercentageWithOrWithoutItsSign) {
  EXPECT_EQ(Typed("6.8%", Unit::kShare), 0.068);
  EXPECT_EQ(Typed("6.8", Unit::kShare), 0.068);
  EXPECT_EQ(Typed("6.82 %", Unit::kShare), 0.0682);
  EXPECT_EQ(Typed("100", Unit::kShare), 1);
  for (int i = 0; i <= 10000; ++i) {
    const std::string percent = std::to_string(i / 100) + "." +
                                std::to_string(i / 10 % 10) +
                                std::to_string(i % 10) + "%";
    ASSERT_EQ(Typed(percent, Unit::kShare), i / 1e4) << percent;
  }
}

TEST(TypedNumber, TheUnitOfMonthsIsOptional) {
  for (const char* text :
       {"24", "24 months", "24 個月", "24個月", "２４ 個月"}) {
    EXPECT_EQ(Typed(text, Unit::kMonths), 24) << text;
  }
  EXPECT_EQ(Typed("1 month", Unit::kMonths), 1);
  for (const char* text : {"months", " month", "個月", "24 months months"}) {
    EXPECT_FALSE(ParseTypedNumber(text, Unit::kMonths).ok()) << text;
  }
  EXPECT_FALSE(ParseTypedNumber("24 months", Unit::kCount).ok());
}

TEST(TypedNumber, GarbageIsRefusedWithTheTextAsDetail) {
  for (const std::string text :
       {"",         " ",       "-",           ".",      ",",       "%",
        "abc",      "12a",     "1,23,456",    "1.23.4", "12,0000", "1234 567",
        "50 20",    "1 2",     "1萬2億",      "萬",     "1..2",    "--5",
        "1234,567", "1,234,5", "1,234 567,8", "十",     "1'2",     ", 5",
        "1e",       "1.2.3",   "NaN",         "∞",      "6.8%",    "1/2",
        "１２x",    "0x10",    "$",           "5 5 TWD"}) {
    const Result<double> result = ParseTypedNumber(text, Unit::kMoney);
    ASSERT_FALSE(result.ok()) << text << " is " << result.value();
    EXPECT_EQ(result.error().code, ErrorCode::kNotANumber) << text;
    EXPECT_EQ(result.error().detail, text);
  }
  EXPECT_FALSE(ParseTypedNumber(std::string(1000, '9'), Unit::kMoney).ok());
  EXPECT_FALSE(ParseTypedNumber("12\xff", Unit::kMoney).ok());
}

TEST(TypedNumber, AcceptsWhatNumberTextWrites) {
  Random random(5);
  for (int i = 0; i < 5000; ++i) {
    const double value = RandomValue(*FindCellField("orderValue"), random);
    ASSERT_EQ(Typed(NumberText(value)), value);
  }
}

}  // namespace
}  // namespace sextant
