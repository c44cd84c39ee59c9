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

TEST(ErrorMessage, NamesTheTypeWanted) {
  const Error error = RefusalOf(R"({"cells":[{"visits":"5"}]})");
  EXPECT_EQ(ErrorMessage(error, Language::kEnglish),
            "cells[0].visits must be a number.");
  EXPECT_EQ(ErrorMessage(error, Language::kTraditionalChinese),
            "「cells[0].visits」必須是數字。");
}

TEST(ErrorMessage, SaysTheInputWhenThereIsNoPath) {
  EXPECT_EQ(ErrorMessage(RefusalOf("[]"), Language::kEnglish),
            "The input must be an object.");
}

TEST(ErrorMessage, SaysWhereTheTextBreaks) {
  EXPECT_EQ(ErrorMessage(RefusalOf("{\n\"title\": \"a\""), Language::kEnglish),
            "Line 2 cannot be read: the text ends too early.");
}

TEST(ErrorMessage, InputNamesTheFieldAndItsUnit) {
  const CellField& rate = *FindCellField("conversionRate");
  const Error error = *CheckField(rate, 2, "cells[0].conversionRate");
  EXPECT_EQ(InputErrorMessage(error, Language::kEnglish, rate),
            "Conversion rate must be between 0% and 100%.");
  EXPECT_EQ(InputErrorMessage(error, Language::kTraditionalChinese, rate),
            "「轉換率」必須介於 0% 與 100% 之間。");
}

// Whatever the error, the sentence is whole: every placeholder is filled.
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
