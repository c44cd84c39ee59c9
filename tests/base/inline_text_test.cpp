#include "base/inline_text.h"

#include <gtest/gtest.h>

#include <string>
#include <type_traits>

namespace sextant {
namespace {

using Text = InlineText<8>;
static_assert(std::is_trivially_copyable_v<Text>);

TEST(InlineText, ReturnsTheTextItWasGiven) {
  EXPECT_TRUE(Text().empty());
  Text text = "social";
  EXPECT_EQ(text, "social");
  EXPECT_EQ(text.size(), 6u);
  EXPECT_EQ(text.str(), "social");
  const Text copy = text;
  text = std::string("a");
  EXPECT_EQ(text, "a");
  EXPECT_EQ(copy, "social");
  EXPECT_NE(text, copy);
  text.clear();
  EXPECT_EQ(text, "");
}

TEST(InlineText, CutsWhatIsTooLongBetweenTwoCharacters) {
  EXPECT_EQ(Text("123456789"), "12345678");
  EXPECT_EQ(Text("1234567é"), "1234567");
  EXPECT_EQ(Text("123456é9"), "123456é");
  EXPECT_EQ(Text("12345😀"), "12345");
}

// Otherwise nine invalid bytes could become an empty text, which is valid.
TEST(InlineText, InvalidUtf8LosesAtMostThreeBytes) {
  EXPECT_GE(Text("\x80\x80\x80\x80\x80\x80\x80\x80\x80").size(), 5u);
}

TEST(InlineText, EqualTextsHaveEqualBytesWhateverWasThereBefore) {
  Text text = "longer";
  text = "ab";
  const Text fresh = "ab";
  EXPECT_EQ(text, fresh);
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(&text), sizeof(text)),
            std::string(reinterpret_cast<const char*>(&fresh), sizeof(text)));
}

}  // namespace
}  // namespace sextant
