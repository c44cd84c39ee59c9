// What the quadrant chart promises about its words, in random scenarios and at
// all widths, read from the shapes of the drawing.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "charts/quadrant_chart.h"
#include "locales/text.h"
#include "support/chart_scenarios.h"
#include "words/names.h"

namespace sextant {
namespace {

constexpr float kWidths[] = {320, 360, 390, 420, 480, 600, 740, 900, 1200};
constexpr float kHeights[] = {228, 300, 460};

struct Text {
  std::string text;
  Rect box;
  float anchor;
  Ink ink;
  bool bold;
};

std::vector<Text> TextsOf(const Drawing& drawing) {
  std::vector<Text> texts;
  for (const TextShape& shape : ShapesOf<TextShape>(drawing)) {
    texts.push_back({shape.text, TextBounds(shape), shape.anchor.x,
                     shape.paint.ink, shape.bold});
  }
  return texts;
}

// One chart and what is needed to judge it.
struct Picture {
  Picture(const Scenario& scenario, ChartSize size, Language language,
          int highlighted, int selected)
      : scenario(scenario), language(language), input(scenario, language) {
    input.context.highlighted_cell = highlighted;
    input.context.selected_cell = selected;
    scale = FitQuadrantScale(input.context, size.width, size.height);
    drawing = QuadrantChart(input.context, scale, size.width, size.height);
    texts = TextsOf(drawing);
  }

  bool IsInPlot(const Text& text) const {
    return scale.plot.contains(Center(text.box));
  }

  const Scenario& scenario;
  Language language;
  ChartInput input;
  QuadrantScale scale;
  Drawing drawing;
  std::vector<Text> texts;
};

// From the edge of a bubble to a box; negative when they overlap.
float Distance(const Mark& mark, const Rect& box) {
  const Point center = Center(mark.bounds);
  return std::hypot(center.x - std::clamp(center.x, box.x, box.right()),
                    center.y - std::clamp(center.y, box.y, box.bottom())) -
         mark.bounds.width / 2;
}

bool IsNearest(const Picture& picture, const Mark& own, const Rect& box) {
  return std::all_of(picture.drawing.marks.begin(), picture.drawing.marks.end(),
                     [&](const Mark& other) {
                       return other.cell == own.cell ||
                              Distance(own, box) < Distance(other, box);
                     });
}

// Whether a solid line in the colour of texts leads from the bubble to the box.
bool IsJoined(const Picture& picture, const Mark& mark, const Rect& box) {
  const auto lines = ShapesOf<Line>(picture.drawing);
  return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
    const Point center = Center(mark.bounds);
    const float from_center =
        std::hypot(line.from.x - center.x, line.from.y - center.y);
    const Rect around = {box.x - 5, box.y - 4, box.width + 10, box.height + 8};
    return line.paint.ink == Ink::kText && line.dash == 0 &&
           from_center < mark.bounds.width / 2 && around.contains(line.to);
  });
}

bool Belongs(const Picture& picture, const Mark& mark, const Rect& box) {
  return IsNearest(picture, mark, box) || IsJoined(picture, mark, box);
}

// The name, and the lines directly below it with the cell's prices and when it
// pays back.
Rect BlockOf(const Picture& picture, const Text& name) {
  Rect block = name.box;
  for (const Text& line : picture.texts) {
    const float below = line.box.y - name.box.y;
    const bool is_more = line.ink == Ink::kPositive ||
                         line.text.find(" · CPA") != std::string::npos;
    const bool is_next =
        is_more && (std::fabs(below - 15) < 0.1 || std::fabs(below - 30) < 0.1);
    if (!is_next || line.anchor != name.anchor) continue;
    const float x = std::min(block.x, line.box.x);
    block.width = std::max(block.right(), line.box.right()) - x;
    block.x = x;
    block.height = std::max(block.height, below + line.box.height);
  }
  return block;
}

std::vector<std::string> NamesOf(const Picture& picture, int cell) {
  const Language language = picture.language;
  std::vector<std::string> names = {
      CellName(picture.scenario, cell, language),
      ShortCellName(picture.scenario, cell, language)};
  for (int i = 0; i < 2; ++i) {
    names.push_back(FormatText(language, TextId::kChartQuadrantNoOrders,
                               {{"cell", names[i]}}));
  }
  return names;
}

const Text* FindName(const Picture& picture, int cell) {
  const auto names = NamesOf(picture, cell);
  for (const Text& text : picture.texts) {
    const bool is_name =
        std::find(names.begin(), names.end(), text.text) != names.end();
    if (is_name && picture.IsInPlot(text)) return &text;
  }
  return nullptr;
}

bool HasNumber(const Picture& picture, const Mark& mark) {
  const std::string number = std::to_string(MediumOf(mark.cell) + 1);
  return std::any_of(picture.texts.begin(), picture.texts.end(),
                     [&](const Text& text) {
                       return text.text == number && picture.IsInPlot(text) &&
                              Belongs(picture, mark, text.box);
                     });
}

bool IsBelowPlot(const Picture& picture, std::string_view words) {
  return std::any_of(
      picture.texts.begin(), picture.texts.end(), [&](const Text& text) {
        return text.text == words && text.box.y > picture.scale.plot.bottom();
      });
}

bool IsInLegend(const Picture& picture, int cell) {
  const int medium = MediumOf(cell);
  const Kind kind = KindOf(cell);
  const bool in_full = IsBelowPlot(picture, MediumName(picture.scenario, medium,
                                                       picture.language)) &&
                       IsBelowPlot(picture, KindName(kind, picture.language));
  return in_full ||
         (IsBelowPlot(picture, ShortMediumName(picture.scenario, medium,
                                               picture.language)) &&
          IsBelowPlot(picture, ShortKindName(kind, picture.language)));
}

// How the bubbles of some pictures are named.
struct Count {
  int by_name = 0;
  int by_number = 0;
  int by_colour = 0;  // only explained below the plot
};

void ExpectNamed(const Picture& picture, const Mark& mark, Count& count) {
  if (const Text* name = FindName(picture, mark.cell)) {
    ++count.by_name;
    EXPECT_TRUE(Belongs(picture, mark, BlockOf(picture, *name))) << name->text;
    return;
  }
  EXPECT_NE(mark.cell, picture.input.context.highlighted_cell);
  EXPECT_TRUE(IsInLegend(picture, mark.cell)) << mark.label;
  if (HasNumber(picture, mark)) {
    ++count.by_number;
    EXPECT_TRUE(IsBelowPlot(picture, std::to_string(MediumOf(mark.cell) + 1)));
  } else {
    ++count.by_colour;
  }
}

void ExpectStories(const Picture& picture) {
  const ThresholdValues& thresholds = picture.input.report.thresholds;
  for (int number = 1; number <= 4; ++number) {
    const auto quadrant = static_cast<Quadrant>(number);
    const std::string numeral(QuadrantNumeral(quadrant));
    const auto has = [&](auto is_it) {
      return std::any_of(picture.texts.begin(), picture.texts.end(), is_it);
    };
    EXPECT_TRUE(has([&](const Text& text) {
      const auto tells = [&](std::string_view story) {
        return text.text == numeral + " " + std::string(story);
      };
      return tells(QuadrantStory(quadrant, picture.language)) ||
             tells(ShortQuadrantStory(quadrant, picture.language)) ||
             // Where a cell earns.
             (number == 3 &&
              (tells(
                   sextant::Text(picture.language, TextId::kQuadrant3Mixed)) ||
               tells(sextant::Text(picture.language, TextId::kStory3Earns))));
    })) << numeral;
    if (!thresholds.cpc || !thresholds.cpa) continue;
    EXPECT_TRUE(has([&](const Text& text) {
      return text.bold && text.text == numeral && picture.IsInPlot(text);
    })) << numeral;
  }
}

void ExpectInside(const Drawing& drawing) {
  const auto is_inside = [&](Point point, float around) {
    return point.x >= around && point.x <= drawing.width - around &&
           point.y >= around && point.y <= drawing.height - around;
  };
  for (const Circle& circle : ShapesOf<Circle>(drawing)) {
    EXPECT_TRUE(is_inside(circle.center, circle.radius));
  }
  for (const Line& line : ShapesOf<Line>(drawing)) {
    EXPECT_TRUE(is_inside(line.from, 0) && is_inside(line.to, 0));
  }
}

// Cells whose bubbles lie on each other; some have the same place.
Scenario CrowdedScenario(ChartRandom& random) {
  Scenario scenario = WithMedia(1 + static_cast<int>(random.Unit() * 8));
  const double spread = random.Magnitude(1.0001, 1.5);
  const double visits = random.Magnitude(10, 1e6);
  for (Cell& cell : scenario.cells) {
    cell = {visits * random.Magnitude(0.3, 1),
            0.02 * random.Magnitude(1, spread),
            1200,
            random.Chance(0.1) ? 0 : 9 * random.Magnitude(1, spread),
            0,
            1};
  }
  return scenario;
}

Scenario SomeScenario(ChartRandom& random) {
  Scenario scenario =
      random.Chance(0.5) ? RandomScenario(random) : CrowdedScenario(random);
  for (size_t i = 0; i < scenario.media.size(); ++i) {
    if (!random.Chance(0.2)) continue;
    scenario.media[i].label =
        std::string(1, static_cast<char>('A' + i)) + " WWWWWWWWWWWWWW";
  }
  return scenario;
}

TEST(QuadrantNames, EveryBubbleIsNamedTruthfully) {
  ChartRandom random(11);
  Count count;
  for (int i = 0; i < 540; ++i) {
    const float width = kWidths[i % 9];
    const float height = kHeights[i / 9 % 3];
    SCOPED_TRACE(testing::Message() << i << ": " << width << "x" << height);
    const Scenario scenario = SomeScenario(random);
    const auto cells = static_cast<int>(scenario.cells.size());
    const int highlighted = i % 3 == 0 ? i % cells : -1;
    const int selected = i % 4 == 0 ? i % cells : -1;
    const Picture picture(scenario, {width, height}, kLanguages[i / 27 % 2],
                          highlighted, selected);
    for (const Mark& mark : picture.drawing.marks) {
      ExpectNamed(picture, mark, count);
    }
    ExpectTextsApart(picture.drawing);
    ExpectInside(picture.drawing);
    ExpectStories(picture);
  }
  EXPECT_GT(count.by_name, 2000);
  EXPECT_GT(count.by_number, 1000);
  // In the middle of sixteen bubbles on one spot, at most.
  EXPECT_LT(count.by_colour, 20);
}

}  // namespace
}  // namespace sextant
