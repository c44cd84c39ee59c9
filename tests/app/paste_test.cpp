#include "app/paste.h"

#include <gtest/gtest.h>

#include <string>

namespace sextant {
namespace {

class PasteTest : public testing::Test {
 protected:
  std::string PasteAt(std::string_view path, std::string_view text,
                      Language language = Language::kEnglish) {
    return Paste(session_, *FindField(session_.scenario(), path), text,
                 language);
  }
  double Value(std::string_view path) const {
    return GetField(session_.scenario(), *FindField(session_.scenario(), path));
  }

  Session session_;
};

TEST_F(PasteTest, ALineFillsTheInputsOfACellFromTheFirstOn) {
  EXPECT_EQ(PasteAt("social.paid/visits", "12500\t1.8%\t1350"), "");
  EXPECT_EQ(Value("social.paid/visits"), 12500);
  EXPECT_EQ(Value("social.paid/conversionRate"), 0.018);
  EXPECT_EQ(Value("social.paid/orderValue"), 1350);
  EXPECT_EQ(Value("social.paid/costPerClick"), 8) << "not in the block";
  session_.Undo();
  EXPECT_EQ(session_.scenario(), DefaultScenario()) << "one undo step";
}

TEST_F(PasteTest, LinesFillTheNextCells) {
  EXPECT_EQ(PasteAt("search.organic/conversionRate",
                    "2%\t1,000\r\n3%\t2000\r\n4%\t3000\r\n"),
            "");
  EXPECT_EQ(Value("search.organic/conversionRate"), 0.02);
  EXPECT_EQ(Value("search.paid/conversionRate"), 0.03);
  EXPECT_EQ(Value("integrated.organic/orderValue"), 3000);
  EXPECT_EQ(Value("integrated.paid/orderValue"),
            DefaultScenario().cells[5].order_value);
}

TEST_F(PasteTest, NumbersAreReadAsTypedOnes) {
  EXPECT_EQ(PasteAt("social.organic/visits",
                    "\"12,500\"\t１．８％\tNT$1,350\n1.2萬\t\t\"1,200\"\n"),
            "");
  EXPECT_EQ(Value("social.organic/visits"), 12500);
  EXPECT_EQ(Value("social.organic/conversionRate"), 0.018);
  EXPECT_EQ(Value("social.organic/orderValue"), 1350);
  EXPECT_EQ(Value("social.paid/visits"), 12000);
  EXPECT_EQ(Value("social.paid/conversionRate"), 0.0229) << "empty";
  EXPECT_EQ(Value("social.paid/orderValue"), 1200);
}

TEST_F(PasteTest, APreviewNamesEachValueWithItsInputOrWhyItDoesNotFit) {
  const FieldAddress start =
      *FindField(session_.scenario(), "integrated.paid/visits");
  const std::string block = "1000\tn/a\n2000\n";
  EXPECT_EQ(PreviewPaste(session_, start, block, Language::kEnglish),
            "Paste the other 1\n"
            "Integrated marketing · Paid · Visits\t1000\t\n"
            "Integrated marketing · Paid · Conversion rate\tn/a\tConversion "
            "rate: “n/a” is not a number.\n"
            "\t2000\tThere is no input for it.");
  EXPECT_EQ(session_.scenario(), DefaultScenario()) << "nothing half-applied";
  PasteOthers(session_, start, block, Language::kEnglish);
  EXPECT_EQ(Value("integrated.paid/visits"), 1000);
  EXPECT_EQ(Value("integrated.paid/conversionRate"),
            DefaultScenario().cells[5].conversion_rate);
  session_.Undo();
  EXPECT_EQ(session_.scenario(), DefaultScenario()) << "one undo step";
}

TEST_F(PasteTest, WhatDoesNotFitIsRefusedWithItsPlaceAndNothingChanges) {
  const std::string text =
      PasteAt("social.organic/visits", "1000\t2%\n2000\tn/a\n");
  EXPECT_EQ(text,
            "Line 2, column 2: Conversion rate: “n/a” is not a number. Nothing "
            "was pasted.");
  EXPECT_NE(PasteAt("integrated.paid/visits", "1\n2"), "")
      << "there is no cell below";
  EXPECT_NE(PasteAt("social.paid/fixedCost", "1\t50%\t3"), "")
      << "a card has no third input from there on";
  EXPECT_NE(PasteAt("social.paid/conversionRate", "101%\t900"), "");
  EXPECT_EQ(session_.scenario(), DefaultScenario());
  EXPECT_FALSE(session_.can_undo());
}

TEST_F(PasteTest, WhatCanBeReadInTwoWaysOrIsInAnotherCurrencyIsRefused) {
  EXPECT_EQ(PasteAt("social.organic/visits", "1000\t0.018"),
            "Line 1, column 2: 0.018%, or did you mean 1.8%? Nothing was "
            "pasted.");
  EXPECT_NE(PasteAt("social.organic/visits", "1000\t2%\t12.000"), "");
  EXPECT_NE(PasteAt("social.organic/visits", "1000\t2%\tUS$45"), "");
  EXPECT_EQ(session_.scenario(), DefaultScenario());
}

TEST_F(PasteTest, ARefusalIsInTheReadersLanguage) {
  EXPECT_EQ(PasteAt("social.organic/visits", "1000\t無",
                    Language::kTraditionalChinese),
            "第 1 列第 2 欄：「轉換率」：「無」不是數字。沒有貼上任何數字。");
}

TEST_F(PasteTest, QuotesThatDoNotEndAndNothingAtAllDoNoHarm) {
  EXPECT_EQ(PasteAt("social.paid/visits", ""), "");
  EXPECT_EQ(PasteAt("social.paid/visits", "\n\n"), "");
  EXPECT_EQ(PasteAt("social.paid/visits", "\t\t\t"), "");
  EXPECT_NE(PasteAt("social.paid/visits", "\"12\t13\n14"), "");
  EXPECT_EQ(session_.scenario(), DefaultScenario());
}

}  // namespace
}  // namespace sextant
