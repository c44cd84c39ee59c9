#include "charts/kit/svg.h"

#include <gtest/gtest.h>

#include <cctype>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "charts/chart_svg.h"
#include "charts/matrix_chart.h"
#include "support/chart_scenarios.h"

namespace sextant {
namespace {

// A strict parser of the XML that Svg may write: elements, quoted attributes,
// text, the five named entities. Reports the first error.
class XmlReader {
 public:
  explicit XmlReader(std::string_view text) : text_(text) {}

  std::string Problem() {
    if (!Element()) return Where();
    return position_ == text_.size() ? "" : "text after the end" + Where();
  }

  const std::set<std::string>& attributes() const { return attributes_; }
  const std::set<std::string>& elements() const { return elements_; }

 private:
  std::string Where() const {
    return " at " + std::to_string(position_) + ": " +
           std::string(text_.substr(position_ > 20 ? position_ - 20 : 0, 60));
  }

  bool Take(std::string_view expected) {
    if (text_.substr(position_, expected.size()) != expected) return false;
    position_ += expected.size();
    return true;
  }

  std::string Name() {
    std::string name;
    while (position_ < text_.size() &&
           (std::isalnum(static_cast<unsigned char>(text_[position_])) ||
            text_[position_] == '-')) {
      name += text_[position_++];
    }
    return name;
  }

  // Reads up to `end`, exclusive; false for a bare &, < or control character.
  bool Characters(char end) {
    while (position_ < text_.size() && text_[position_] != end) {
      const char c = text_[position_];
      if (c == '<' || (c >= 0 && c < 0x20 && c != '\n' && c != '\t')) {
        return false;
      }
      if (c != '&') {
        ++position_;
        continue;
      }
      if (!Take("&amp;") && !Take("&lt;") && !Take("&gt;") && !Take("&quot;")) {
        return false;
      }
    }
    return position_ < text_.size();
  }

  bool Attributes() {
    std::set<std::string> seen;
    while (Take(" ")) {
      const std::string name = Name();
      if (name.empty() || !seen.insert(name).second || !Take("=\"") ||
          !Characters('"') || !Take("\"")) {
        return false;
      }
      attributes_.insert(name);
    }
    return true;
  }

  bool Element() {
    if (!Take("<")) return false;
    const std::string name = Name();
    if (name.empty() || !Attributes()) return false;
    elements_.insert(name);
    if (Take("/>")) return true;
    if (!Take(">")) return false;
    while (Characters('<')) {
      if (text_.substr(position_, 2) == "</") {
        return Take("</" + name + ">");
      }
      if (!Element()) return false;
    }
    return false;
  }

  std::string_view text_;
  size_t position_ = 0;
  std::set<std::string> attributes_;
  std::set<std::string> elements_;
};

Drawing Everything() {
  Drawing drawing;
  drawing.width = 100;
  drawing.height = 50;
  drawing.shapes.push_back(Line{{1, 2}, {3.456f, 4}, {Ink::kText, 0.5f}, 2, 4});
  drawing.shapes.push_back(Polygon{{{0, 0}, {40, 0}, {40, 40}},
                                   {Ink::kMedium0, 1},
                                   Fill::kHatched,
                                   {Ink::kMedium0, 1},
                                   1});
  drawing.shapes.push_back(Circle{
      {20, 20}, 15, {Ink::kMedium1, 0.8f}, Fill::kHatched, {Ink::kText, 1}, 1});
  drawing.shapes.push_back(
      TextShape{{5, 10}, "a < b & \"c\"", {Ink::kText, 1}});
  drawing.shapes.push_back(
      Polyline{{{0, 40}, {10, 30}, {20, 35}}, {Ink::kAccent, 0.9f}, 2, 3});
  drawing.shapes.push_back(
      Area{{{0, 30}, {10, 20}}, {{0, 40}, {10, 40}}, {Ink::kPositive, 0.35f}});
  drawing.marks.push_back({0, "<script>", {1, 1, 10, 10}});
  return drawing;
}

TEST(Svg, IsWellFormedXml) {
  for (const NamedScenario& hostile : HostileScenarios()) {
    SCOPED_TRACE(hostile.name);
    const Report report = Evaluate(hostile.scenario);
    const NumberFormat format = FormatFor(Language::kTraditionalChinese);
    const ChartContext context = {hostile.scenario, report, format};
    const std::string quadrants = Svg(
        QuadrantChart(context, FitQuadrantScale(context, 640, 400), 640, 400),
        Theme::kDark, "t", "d");
    const std::string matrix =
        Svg(MatrixChart(context, 640, 400), Theme::kLight, "t", "d");
    EXPECT_EQ(XmlReader(quadrants).Problem(), "");
    EXPECT_EQ(XmlReader(matrix).Problem(), "");
    for (const Chart chart :
         {Chart::kFlywheel, Chart::kCustomers, Chart::kWheel}) {
      EXPECT_EQ(XmlReader(ChartSvg(chart, DrawChart(chart, context, 640, 400),
                                   context, Theme::kLight))
                    .Problem(),
                "");
    }
  }
}

TEST(Svg, EscapesEveryText) {
  const std::string svg =
      Svg(Everything(), Theme::kLight, "</title><script>\"&'", "a & b");
  XmlReader reader(svg);
  EXPECT_EQ(reader.Problem(), "");
  EXPECT_FALSE(reader.elements().contains("script"));
  EXPECT_NE(svg.find("<title>&lt;/title&gt;&lt;script&gt;&quot;&amp;'"),
            std::string::npos);
  EXPECT_NE(svg.find("a &lt; b &amp; &quot;c&quot;"), std::string::npos);
}

TEST(Svg, EscapesALabelTheUserTyped) {
  Scenario scenario = DefaultScenario();
  scenario.media[0].label = "<title>\"&";
  const Report report = Evaluate(scenario);
  const NumberFormat format = FormatFor(Language::kEnglish);
  const std::string svg = Svg(MatrixChart({scenario, report, format}, 640, 400),
                              Theme::kLight, "", "");
  EXPECT_EQ(XmlReader(svg).Problem(), "");
  EXPECT_NE(svg.find("&lt;title&gt;&quot;&amp;"), std::string::npos);
}

TEST(Svg, DropsCharactersThatXmlForbids) {
  const std::string svg =
      Svg({}, Theme::kLight, std::string("a\x01\x1F\xFF\xC3z\0b", 8),
          "\xEF\xBF\xBF");
  EXPECT_EQ(XmlReader(svg).Problem(), "");
  EXPECT_NE(svg.find("<title>a\xEF\xBF\xBD\xEF\xBF\xBDzb</title>"),
            std::string::npos)
      << svg;
  EXPECT_NE(svg.find("<desc></desc>"), std::string::npos);
}

// A host's Content-Security-Policy may forbid inline styles, and ids could
// clash with the host's own.
TEST(Svg, HasNoStylesIdsOrReferences) {
  const std::string svg = Svg(Everything(), Theme::kLight, "t", "d");
  XmlReader reader(svg);
  ASSERT_EQ(reader.Problem(), "");
  for (const char* name : {"style", "id", "class", "href", "onload"}) {
    EXPECT_FALSE(reader.attributes().contains(name)) << name;
  }
  EXPECT_EQ(svg.find("url("), std::string::npos);
}

TEST(Svg, NumbersHaveAtMostTwoDecimals) {
  Drawing drawing;
  drawing.width = 10;
  drawing.shapes.push_back(
      Line{{1.23456f, -0.001f}, {-7.5f, std::nanf("")}, {Ink::kText, 0.125f}});
  const std::string svg = Svg(drawing, Theme::kLight, "", "");
  EXPECT_NE(
      svg.find("x1=\"1.23\" y1=\"0\" x2=\"-7.5\" y2=\"0\" stroke=\"#17202b\" "
               "stroke-opacity=\"0.13\""),
      std::string::npos)
      << svg;
}

TEST(Svg, LinesGoThroughTheirPointsAndAreasCloseBelow) {
  const std::string svg = Svg(Everything(), Theme::kLight, "", "");
  EXPECT_NE(svg.find("<path d=\"M0 40L10 30L20 35\" fill=\"none\""),
            std::string::npos)
      << svg;
  EXPECT_NE(svg.find("stroke-dasharray=\"3\""), std::string::npos);
  EXPECT_NE(svg.find("<path d=\"M0 30L10 20L10 40L0 40Z\" fill="),
            std::string::npos)
      << svg;
}

TEST(Svg, ThemesDifferOnlyInColours) {
  const auto without_colors = [](std::string svg) {
    for (size_t i = svg.find('#'); i != std::string::npos;
         i = svg.find('#', i)) {
      svg.erase(i, 7);
    }
    return svg;
  };
  const std::string light = Svg(Everything(), Theme::kLight, "t", "d");
  const std::string dark = Svg(Everything(), Theme::kDark, "t", "d");
  EXPECT_NE(light, dark);
  EXPECT_EQ(without_colors(light), without_colors(dark));
}

TEST(Svg, IsSmallEnoughForAFirstPaint) {
  const Report report = Evaluate(DefaultScenario());
  const NumberFormat format = FormatFor(Language::kTraditionalChinese);
  const ChartContext context = {DefaultScenario(), report, format};
  const Drawing drawing =
      QuadrantChart(context, FitQuadrantScale(context, 640, 400), 640, 400);
  EXPECT_LT(Svg(drawing, Theme::kLight, "t", "d").size(), 20000u);
}

}  // namespace
}  // namespace sextant
