#include "support/chart_scenarios.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "charts/kit/svg.h"

namespace sextant {
namespace {

bool Collide(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() &&
         b.y < a.bottom();
}

bool IsSound(float value) { return std::isfinite(value); }
bool IsSound(Point point) { return IsSound(point.x) && IsSound(point.y); }

bool IsSound(const std::vector<Point>& points) {
  return std::all_of(points.begin(), points.end(),
                     [](Point point) { return IsSound(point); });
}

bool IsSound(const Shape& shape) {
  if (const auto* line = std::get_if<Line>(&shape)) {
    return IsSound(line->from) && IsSound(line->to) && line->width > 0;
  }
  if (const auto* polyline = std::get_if<Polyline>(&shape)) {
    return polyline->points.size() >= 2 && IsSound(polyline->points) &&
           polyline->width > 0;
  }
  if (const auto* area = std::get_if<Area>(&shape)) {
    return area->upper.size() >= 2 &&
           area->upper.size() == area->lower.size() && IsSound(area->upper) &&
           IsSound(area->lower);
  }
  if (const auto* polygon = std::get_if<Polygon>(&shape)) {
    return polygon->points.size() >= 3 && IsSound(polygon->points);
  }
  if (const auto* circle = std::get_if<Circle>(&shape)) {
    return IsSound(circle->center) && IsSound(circle->radius) &&
           circle->radius > 0;
  }
  return IsSound(std::get<TextShape>(shape).anchor);
}

Cell SomeCell(ChartRandom& random) {
  Cell cell;
  cell.visits = random.Chance(0.1) ? 0 : random.Magnitude(1, 1e6);
  cell.conversion_rate =
      random.Chance(0.15) ? 0 : random.Magnitude(0.0005, 0.5);
  cell.order_value = random.Chance(0.05) ? 0 : random.Magnitude(10, 1e5);
  cell.cost_per_click = random.Chance(0.3) ? 0 : random.Magnitude(0.05, 500);
  cell.fixed_cost = random.Chance(0.5) ? 0 : random.Magnitude(100, 1e6);
  return cell;
}

Scenario Filled(int media, const Cell& cell) {
  Scenario scenario = WithMedia(media);
  std::fill(scenario.cells.begin(), scenario.cells.end(), cell);
  return scenario;
}

}  // namespace

Rect TextBounds(const TextShape& text) {
  const float width = EstimateTextWidth(text.text, text.size, text.bold);
  const float size = FontSize(text.size);
  float x = text.anchor.x;
  if (text.align == Align::kCenter) x -= width / 2;
  if (text.align == Align::kEnd) x -= width;
  return {x, text.anchor.y - 0.8f * size, width, size};
}

NumberFormat FormatFor(Language language) {
  return {language, DefaultMoneyStyle("TWD", language)};
}

double ChartRandom::Between(double low, double high) {
  return low + (high - low) * Unit();
}

double ChartRandom::Magnitude(double low, double high) {
  return low * std::pow(high / low, Unit());
}

ChartInput::ChartInput(const Scenario& scenario, Language language,
                       const Scenario* before)
    : format(FormatFor(language)),
      report(Evaluate(scenario)),
      context{scenario, report, format} {
  if (before == nullptr) return;
  report_before = Evaluate(*before);
  context.ghost.emplace(ChartContext::Ghost{*before, report_before});
}

FlywheelReport ChartInput::Flywheel() const {
  return SimulateFlywheel(context.scenario, report);
}

Scenario WithMedia(int count) {
  Scenario scenario = EmptyScenario();
  scenario.media.resize(static_cast<size_t>(std::min(count, 3)));
  for (int i = 3; i < count; ++i) {
    scenario.media.push_back({"m" + std::to_string(i), ""});
  }
  scenario.cells.resize(static_cast<size_t>(count * kKindCount));
  return scenario;
}

Scenario RandomScenario(ChartRandom& random) {
  const int media = 1 + static_cast<int>(random.Unit() * kMaxMedia);
  Scenario scenario = WithMedia(media);
  for (Cell& cell : scenario.cells) cell = SomeCell(random);
  if (random.Chance(0.4)) {
    scenario.thresholds = {Thresholds::Mode::kTarget,
                           random.Magnitude(0.1, 100),
                           random.Magnitude(10, 1e4)};
  }
  return scenario;
}

std::vector<NamedScenario> HostileScenarios() {
  std::vector<NamedScenario> scenarios;
  scenarios.push_back({"nothing", EmptyScenario()});
  scenarios.push_back({"one medium, nothing", WithMedia(1)});
  scenarios.push_back(
      {"all at the upper bounds", Filled(8, {1e9, 1, 1e9, 1e6, 1e12, 1})});
  scenarios.push_back(
      {"hardly anything", Filled(8, {1e-9, 1e-9, 1e-9, 1e-9, 1e-9, 1})});
  scenarios.push_back({"smallest numbers there are",
                       Filled(3, {1e-300, 1e-300, 1e-300, 1e-300, 0, 1})});
  scenarios.push_back(
      {"cost without visits", Filled(3, {0, 0.1, 100, 5, 1000, 1})});
  scenarios.push_back(
      {"no orders anywhere", Filled(8, {1000, 0, 100, 5, 1000, 1})});
  scenarios.push_back({"free", Filled(3, {1000, 0.1, 100, 0, 0, 1})});
  Scenario one = WithMedia(1);
  one.cells[1] = {1e9, 0.01, 100, 1, 0, 1};
  scenarios.push_back({"one cell with 1e9 visits", one});
  Scenario uneven = DefaultScenario();
  uneven.cells[0].visits = 1e9;
  uneven.cells[5].visits = 1;
  scenarios.push_back({"one giant, one visit", uneven});
  Scenario zero_target = DefaultScenario();
  zero_target.thresholds = {Thresholds::Mode::kTarget, 0, 0};
  scenarios.push_back({"targets of zero", zero_target});
  Scenario long_names = Filled(8, {1000, 0.01, 100, 5, 1000, 1});
  for (Medium& medium : long_names.media) {
    medium.label = "WWWWWWWWWWWWWWWWWWWW";
  }
  scenarios.push_back({"long names", long_names});
  return scenarios;
}

void ExpectSound(const Drawing& drawing) {
  for (size_t i = 0; i < drawing.shapes.size(); ++i) {
    EXPECT_TRUE(IsSound(drawing.shapes[i])) << "shape " << i;
  }
  for (const Mark& mark : drawing.marks) {
    EXPECT_TRUE(IsSound({mark.bounds.x, mark.bounds.y}));
    EXPECT_GT(mark.bounds.width, 0);
    EXPECT_GT(mark.bounds.height, 0);
    ExpectSentence(mark.label);
  }
}

void ExpectTextsApart(const Drawing& drawing) {
  const std::vector<TextShape> texts = ShapesOf<TextShape>(drawing);
  for (size_t i = 0; i < texts.size(); ++i) {
    const Rect bounds = TextBounds(texts[i]);
    EXPECT_GE(bounds.x, 0) << texts[i].text;
    EXPECT_LE(bounds.right(), drawing.width) << texts[i].text;
    EXPECT_GE(bounds.y, 0) << texts[i].text;
    EXPECT_LE(bounds.bottom(), drawing.height) << texts[i].text;
    for (size_t j = 0; j < i; ++j) {
      EXPECT_FALSE(Collide(bounds, TextBounds(texts[j])))
          << texts[i].text << " lies on " << texts[j].text;
    }
  }
}

void ExpectSentence(const std::string& text) {
  EXPECT_FALSE(text.empty());
  EXPECT_EQ(text.find('{'), std::string::npos) << text;
  EXPECT_EQ(text.find('}'), std::string::npos) << text;
  EXPECT_EQ(text.find("nan"), std::string::npos) << text;
}

void ExpectSameDrawing(const Drawing& a, const Drawing& b) {
  EXPECT_EQ(Svg(a, Theme::kLight, "", ""), Svg(b, Theme::kLight, "", ""));
}

const Mark* FindMark(const Drawing& drawing, int cell) {
  for (const Mark& mark : drawing.marks) {
    if (mark.cell == cell) return &mark;
  }
  return nullptr;
}

Point Center(const Rect& rect) {
  return {rect.x + rect.width / 2, rect.y + rect.height / 2};
}

}  // namespace sextant
