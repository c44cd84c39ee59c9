#include "exchange/error_message.h"

#include <gtest/gtest.h>

#include <string>

#include "exchange/scenario_json.h"

namespace sextant {
namespace {

constexpr Language kBoth[] = {Language::kEnglish,
                              Language::kTraditionalChinese};

Error RefusalOf(std::string_view json) { return ReadScenario(json).error(); }

TEST(ErrorMessage, NamesPathAndRange) {
  const Error error = RefusalOf(R"({"cells":[{},{"visits":-1}]})");
  EXPECT_EQ(ErrorMessage(error, Language::kEnglish),
            "cells[1].visits must be between 0 and 1,000,000,000.");
  EXPECT_EQ(ErrorMessage(error, Language::kTraditionalChinese),
            "「cells[1].visits」必須介於 0 與 1,000,000,000 之間。");
}

TEST(ErrorMessage, NamesBoundsThatAreNotWhole) {
  const Error error = RefusalOf(R"({"retention":{"churn":0}})");
  EXPECT_EQ(ErrorMessage(error, Language::kEnglish),
            "retention.churn must be between 0.0001 and 1.");
  EXPECT_EQ(ErrorMessage(error, Language::kTraditionalChinese),
            "「retention.churn」必須介於 0.0001 與 1 之間。");
  const FieldDefinition& churn = *FindFieldDefinition("retention.churn");
  EXPECT_EQ(InputErrorMessage(error, Language::kEnglish, churn),
            "Churn rate per month must be between 0.01% and 100%.");
}

TEST(ErrorMessage, NamesTheSumOfTheShares) {
  const Error error =
      RefusalOf(R"({"flywheel":{"segments":{"promoter":{"share":0.7}}}})");
  EXPECT_EQ(ErrorMessage(error, Language::kEnglish),
            "flywheel.segments: the three shares must sum to 100%; these sum "
            "to 130%. Divide each by their sum.");
  const std::string chinese =
      ErrorMessage(error, Language::kTraditionalChinese);
  for (const char* part : {"「flywheel.segments」", "100%", "130%"}) {
    EXPECT_NE(chinese.find(part), std::string::npos) << chinese;
  }
}

TEST(ErrorMessage, SaysWhatMustBeWhole) {
  const Error error = RefusalOf(R"({"flywheel":{"months":1.5}})");
  EXPECT_EQ(ErrorMessage(error, Language::kEnglish),
            "flywheel.months must be a whole number.");
  EXPECT_EQ(InputErrorMessage(error, Language::kTraditionalChinese,
                              *FindFieldDefinition("flywheel.months")),
            "「往後看幾個月」必須是整數。");
}

TEST(ErrorMessage, NamesTheExpectedType) {
  const Error error = RefusalOf(R"({"cells":[{"visits":"5"}]})");
  EXPECT_EQ(ErrorMessage(error, Language::kEnglish),
            "cells[0].visits must be a number.");
  EXPECT_EQ(ErrorMessage(error, Language::kTraditionalChinese),
            "「cells[0].visits」必須是數字。");
}

TEST(ErrorMessage, NamesTheInputWhenThereIsNoPath) {
  EXPECT_EQ(ErrorMessage(RefusalOf("[]"), Language::kEnglish),
            "The input must be an object.");
}

TEST(ErrorMessage, NamesTheLineOfASyntaxError) {
  EXPECT_EQ(ErrorMessage(RefusalOf("{\n\"title\": \"a\""), Language::kEnglish),
            "Line 2 cannot be read: the text ends too early.");
}

TEST(ErrorMessage, ForTypedInputNamesTheFieldAndItsUnit) {
  const CellField& rate = *FindCellField("conversionRate");
  const Error error = *CheckField(rate, 2, "cells[0].conversionRate");
  EXPECT_EQ(InputErrorMessage(error, Language::kEnglish, rate),
            "Conversion rate must be between 0% and 100%.");
  EXPECT_EQ(InputErrorMessage(error, Language::kTraditionalChinese, rate),
            "「轉換率」必須介於 0% 與 100% 之間。");
}

// Every placeholder is filled, whatever the error.
TEST(ErrorMessage, EveryCodeMakesASentenceInBothLanguages) {
  for (int i = 0; i < static_cast<int>(ErrorCode::kCount); ++i) {
    const Error error{static_cast<ErrorCode>(i), "some.path", "a detail", 3};
    for (const Language language : kBoth) {
      const std::string message = ErrorMessage(error, language);
      EXPECT_FALSE(message.empty());
      EXPECT_EQ(message.find_first_of("{}"), std::string::npos) << message;
    }
  }
}

}  // namespace
}  // namespace sextant
