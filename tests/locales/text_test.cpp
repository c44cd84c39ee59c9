#include "locales/text.h"

#include <gtest/gtest.h>

#include <string>

namespace sextant {
namespace {

TEST(Text, LanguagesAreFoundByTheTagsThatBrowsersSend) {
  for (const char* tag : {"en", "en-GB", "EN-us"}) {
    EXPECT_EQ(FindLanguage(tag), Language::kEnglish) << tag;
  }
  for (const char* tag : {"zh", "zh-TW", "zh-Hant-HK"}) {
    EXPECT_EQ(FindLanguage(tag), Language::kTraditionalChinese) << tag;
  }
  for (const char* tag : {"", "fr", "english", "zhx"}) {
    EXPECT_FALSE(FindLanguage(tag).has_value()) << tag;
  }
}

TEST(Text, EveryTextExistsInBothLanguages) {
  for (int id = 0; id < static_cast<int>(TextId::kCount); ++id) {
    for (const Language language :
         {Language::kEnglish, Language::kTraditionalChinese}) {
      EXPECT_FALSE(Text(language, static_cast<TextId>(id)).empty()) << id;
    }
  }
}

TEST(Text, PlaceholdersAreFilledInAnyOrder) {
  EXPECT_EQ(FormatText(Language::kEnglish, TextId::kTypeRange,
                       {{"maximum", "9"}, {"minimum", "1"}}),
            "1 and 9");
}

TEST(Text, AMissingPlaceholderStaysVisible) {
  EXPECT_EQ(
      FormatText(Language::kEnglish, TextId::kTypeRange, {{"minimum", "1"}}),
      "1 and {maximum}");
}

TEST(Text, PlaceholdersInsideValuesAreNotFilled) {
  EXPECT_EQ(FormatText(Language::kEnglish, TextId::kTypeRange,
                       {{"minimum", "{maximum}"}, {"maximum", "2"}}),
            "{maximum} and 2");
}

}  // namespace
}  // namespace sextant
