#include "charts/kit/label_layout.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/utf8.h"
#include "charts/kit/axis.h"
#include "support/chart_scenarios.h"

namespace sextant {
namespace {

std::vector<std::string_view> Wrap(std::string_view text, float width) {
  return WrapText(text, width, TextSize::kSmall, kEstimatedWidth);
}

std::string Joined(const std::vector<std::string_view>& lines,
                   std::string_view separator) {
  std::string text;
  for (std::string_view line : lines) {
    if (!text.empty()) text += separator;
    text += line;
  }
  return text;
}

TEST(WrapText, KeepsEveryWordAndStaysWithinTheWidth) {
  constexpr std::string_view kText =
      "Give a cell some visits and a cost, and its bubble appears here.";
  for (float width = 60; width < 500; width += 7) {
    const auto lines = Wrap(kText, width);
    EXPECT_EQ(Joined(lines, " "), kText);
    for (std::string_view line : lines) {
      EXPECT_LE(EstimateTextWidth(line, TextSize::kSmall, false), width);
    }
  }
}

TEST(WrapText, BreaksBetweenIdeographsButNotBeforePunctuation) {
  // "cheap clicks, and they buy" in Chinese, with a full-width comma.
  constexpr std::string_view kText =
      "\u4FBF\u5B9C\u7684\u9EDE\u64CA\uFF0C\u4E5F\u6703\u8CB7\u55AE";
  for (float width = 24; width < 130; width += 3) {
    const auto lines = Wrap(kText, width);
    EXPECT_EQ(Joined(lines, ""), kText);
    for (std::string_view line : lines) {
      EXPECT_FALSE(line.starts_with("\uFF0C"));
    }
  }
}

TEST(WrapText, DoesNotBreakAWordThatIsTooLong) {
  const auto lines = Wrap("incomprehensibilities", 20);
  EXPECT_EQ(lines.size(), 1u);
}

TEST(LabelLayout, PaintsLinesAroundTexts) {
  Drawing drawing;
  LabelLayout labels(drawing, kEstimatedWidth);
  labels.Put({{50, 54}, "text", {Ink::kText, 1}});
  labels.PaintAround({{0, 50}, {200, 50}, {Ink::kText, 1}});
  const Rect text = labels.Bounds({{50, 54}, "text", {Ink::kText, 1}});
  const auto lines = ShapesOf<Line>(drawing);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_FLOAT_EQ(lines[0].from.x, 0);
  EXPECT_LT(lines[0].to.x, text.x);
  EXPECT_GT(lines[1].from.x, text.right());
  EXPECT_FLOAT_EQ(lines[1].to.x, 200);
}

TEST(LabelLayout, ALineThatMissesEveryTextIsNotCut) {
  Drawing drawing;
  LabelLayout labels(drawing, kEstimatedWidth);
  labels.Put({{50, 54}, "text", {Ink::kText, 1}});
  labels.PaintAround({{0, 90}, {200, 80}, {Ink::kText, 1}});
  labels.PaintAround({{20, 0}, {20, 200}, {Ink::kText, 1}});
  EXPECT_EQ(ShapesOf<Line>(drawing).size(), 2u);
}

TEST(LabelLayout, ClearRemovesTheTexts) {
  Drawing drawing;
  LabelLayout labels(drawing, kEstimatedWidth);
  labels.Put({{50, 54}, "gone", {Ink::kText, 1}});
  labels.Put({{50, 154}, "stays", {Ink::kText, 1}});
  labels.Clear({40, 40, 30, 30});
  EXPECT_TRUE(labels.IsFree({40, 40, 30, 30}));
  labels.Flush();
  const auto texts = ShapesOf<TextShape>(drawing);
  ASSERT_EQ(texts.size(), 1u);
  EXPECT_EQ(texts[0].text, "stays");
}

TEST(Axis, RoundsOutwardToOneTwoFive) {
  EXPECT_DOUBLE_EQ(RoundDownToStep(7.3), 5);
  EXPECT_DOUBLE_EQ(RoundUpToStep(7.3), 10);
  EXPECT_DOUBLE_EQ(RoundDownToStep(0.019), 0.01);
  EXPECT_DOUBLE_EQ(RoundUpToStep(0.019), 0.02);
  for (int exponent = -9; exponent < 15; ++exponent) {
    for (double step : {1.0, 2.0, 5.0}) {
      const double value = step * std::pow(10.0, exponent);
      EXPECT_NEAR(RoundDownToStep(value) / value, 1, 1e-9);
      EXPECT_NEAR(RoundUpToStep(value) / value, 1, 1e-9);
    }
  }
}

TEST(Axis, LogarithmicTicksAreSpacedAndInside) {
  ChartRandom random(31);
  for (int i = 0; i < 500; ++i) {
    const double minimum = RoundDownToStep(random.Magnitude(1e-6, 1e6));
    const double maximum = RoundUpToStep(minimum * random.Magnitude(10, 1e9));
    const float length = static_cast<float>(random.Between(150, 700));
    const auto ticks = LogarithmicTicks(minimum, maximum, length, 40);
    ASSERT_GE(ticks.size(), 2u) << minimum << " " << maximum;
    const double points_per_decade = length / std::log10(maximum / minimum);
    for (size_t t = 0; t < ticks.size(); ++t) {
      EXPECT_GE(ticks[t], minimum * (1 - 1e-8));
      EXPECT_LE(ticks[t], maximum * (1 + 1e-8));
      if (t == 0) continue;
      EXPECT_GE(std::log10(ticks[t] / ticks[t - 1]) * points_per_decade,
                40 - 1e-6);
    }
  }
}

TEST(Axis, TheSmallestNumbersHaveTicks) {
  for (const double maximum : {5e-324, 1e-323, 5e-323, 1e-320, 3e-310}) {
    const auto ticks = LinearTicks(maximum, 300, 40);
    ASSERT_FALSE(ticks.empty()) << maximum;
    EXPECT_EQ(ticks.front(), 0);
    for (size_t i = 1; i < ticks.size(); ++i) {
      EXPECT_GT(ticks[i], ticks[i - 1]) << maximum;
      EXPECT_LE(ticks[i], maximum * 1.001) << maximum;
    }
  }
}

TEST(Axis, LinearTicksStartAtZeroAndAreSpaced) {
  ChartRandom random(32);
  for (int i = 0; i < 300; ++i) {
    const double maximum = random.Magnitude(1e-9, 1e18);
    const auto ticks = LinearTicks(maximum, 300, 40);
    ASSERT_GE(ticks.size(), 1u);
    EXPECT_LE(ticks.size(), 7u);
    EXPECT_EQ(ticks[0], 0);
    EXPECT_LE(ticks.back(), maximum * (1 + 1e-8));
  }
}

TEST(Axis, WritesMoneyFarBelowTheSmallestCoin) {
  NumberFormat format = FormatFor(Language::kEnglish);
  format.money = {"¥", ""};
  EXPECT_EQ(AxisMoney(format, 0.5), "¥0.5");
  EXPECT_EQ(AxisMoney(format, 0.02), "¥0.02");
  EXPECT_EQ(AxisMoney(format, 0.000001), "¥0.000001");
  EXPECT_EQ(AxisMoney(format, 20), "¥20");
}

TEST(Utf8, ReadsWellFormedTextAndReplacesTheRest) {
  size_t position = 0;
  EXPECT_EQ(NextCodePoint("\u4FBF", position), U'\u4FBF');
  EXPECT_EQ(position, 3u);
  for (std::string_view broken :
       {"\xFF", "\xC3", "\xE4\xBE", "\xC0\x80", "\xED\xA0\x80", "\x80"}) {
    position = 0;
    EXPECT_EQ(NextCodePoint(broken, position), kInvalidCodePoint);
    EXPECT_EQ(position, 1u);
  }
}

TEST(EstimateTextWidth, IdeographsAreOneEmWide) {
  EXPECT_FLOAT_EQ(EstimateTextWidth("\u6D41\u91CF", TextSize::kSmall, false),
                  24);
  EXPECT_LT(EstimateTextWidth("ill", TextSize::kSmall, false),
            EstimateTextWidth("MMM", TextSize::kSmall, false));
}

}  // namespace
}  // namespace sextant
