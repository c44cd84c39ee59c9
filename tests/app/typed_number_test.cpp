#include "app/typed_number.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace sextant {
namespace {

constexpr Language kEnglish = Language::kEnglish;
constexpr Language kChinese = Language::kTraditionalChinese;

// The lines of the doubt about a number in TWD.
std::vector<std::string> Ask(std::string_view text, Unit unit) {
  std::vector<std::string> lines;
  std::string rest = DoubtAbout(text, unit, "TWD", kEnglish);
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    lines.push_back(rest.substr(0, end));
    rest.erase(0, end + 1);
  }
  return lines;
}

std::string InCurrency(std::string_view text, std::string_view currency) {
  return DoubtAbout(text, Unit::kMoney, currency, kEnglish);
}

TEST(TypedNumber, AFractionTypedAsAShareIsAQuestion) {
  for (const char* text : {"0.018", "０．０１８", " 0.018 "}) {
    EXPECT_EQ(Ask(text, Unit::kShare),
              (std::vector<std::string>{"0.018%, or did you mean 1.8%?", "1.8%",
                                        "Make it 1.8% (↓)",
                                        "Enter once more takes 0.018%."}))
        << text;
  }
  EXPECT_EQ(Ask("0.068", Unit::kShare).at(1), "6.8%");
  EXPECT_EQ(Ask("0,068", Unit::kShare).at(0), "0,068%, or did you mean 6.8%?");
  EXPECT_EQ(Ask(".5", Unit::kShare).at(1), "50%");
}

TEST(TypedNumber, AShareThatIsClearIsNoQuestion) {
  for (const char* text : {"0.018%", "1.8", "1", "0", "0.1k", "lots", ""}) {
    EXPECT_TRUE(Ask(text, Unit::kShare).empty()) << text;
  }
}

TEST(TypedNumber, ThreeDigitsAfterAPointAreAQuestionInAmountsAndCounts) {
  for (const Unit unit : {Unit::kMoney, Unit::kCount}) {
    EXPECT_EQ(Ask("12.000", unit).at(0), "12, or did you mean 12,000?");
    EXPECT_EQ(Ask("12.000", unit).at(1), "12,000");
    EXPECT_EQ(Ask("NT$12.500", unit).at(0), "12.5, or did you mean 12,500?");
    for (const char* text :
         {"12.50", "12,000", "0.125", "1234.567", "12.5001", "1.234萬", "12",
          "1.234.567", "1.234,5", "12,5", "1'234.500"}) {
      EXPECT_TRUE(Ask(text, unit).empty()) << text;
    }
  }
  for (const Unit unit : {Unit::kRatio, Unit::kMonths, Unit::kShare}) {
    EXPECT_TRUE(Ask("12.000", unit).empty());
  }
}

TEST(TypedNumber, WhatIsMeantIsNoQuestionAgain) {
  EXPECT_TRUE(Ask(Ask("0.018", Unit::kShare).at(1), Unit::kShare).empty());
  EXPECT_TRUE(Ask(Ask("12.000", Unit::kMoney).at(1), Unit::kMoney).empty());
}

TEST(TypedNumber, AForeignCurrencyIsRefusedWithAWayOut) {
  for (const char* text :
       {"US$45", "€45", "45 USD", "45 €", "¥45", "ＵＳ＄４５", "USD 45", "£45",
        "US$12.000", "us$45", "usd 45", "45 eur", "hk$45", "jpy 45", "CHF 12",
        "₹500"}) {
    EXPECT_EQ(Ask(text, Unit::kMoney).size(), 1u) << text;
  }
  EXPECT_EQ(InCurrency("US$45", "TWD"),
            "US$ is not the currency here, TWD. Change the currency, or type "
            "the number alone.");
  EXPECT_EQ(DoubtAbout("45元", Unit::kMoney, "USD", kChinese),
            "這裡的貨幣是 USD，不是 元。請更換貨幣，或只輸入數字。");
  EXPECT_NE(InCurrency("NT$45", "USD"), "");
  EXPECT_NE(InCurrency("$45", "EUR"), "");
}

TEST(TypedNumber, TheOwnSignsOfACurrencyAreTaken) {
  for (const char* text :
       {"NT$45", "$45", "45元", "45圓", "TWD 45", "45", "萬", "45k", ""}) {
    EXPECT_EQ(InCurrency(text, "TWD"), "") << text;
  }
  EXPECT_EQ(InCurrency("US$45", "USD"), "");
  EXPECT_EQ(InCurrency("￥45", "JPY"), "");
  EXPECT_EQ(InCurrency("$45", "CAD"), "");
  EXPECT_EQ(InCurrency("R$45", "BRL"), "");
  EXPECT_EQ(InCurrency("ntd 45", "TWD"), "");
}

TEST(TypedNumber, ADoubtChangesNothingAndWhoIsSureIsBelieved) {
  Session session;
  const auto rate =
      *FindField(session.scenario(), "social.paid/conversionRate");
  EXPECT_NE(TakeTyped(session, rate, "0.018", false, kEnglish), "");
  EXPECT_EQ(session.scenario(), DefaultScenario());
  EXPECT_EQ(TakeTyped(session, rate, "0.018", true, kEnglish), "");
  EXPECT_EQ(GetField(session.scenario(), rate), 0.00018);
  const auto cpc = *FindField(session.scenario(), "social.paid/costPerClick");
  EXPECT_NE(TakeTyped(session, cpc, "US$45", true, kEnglish), "")
      << "another currency is no question";
}

}  // namespace
}  // namespace sextant
