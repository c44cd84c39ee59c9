// Scenarios and checks shared by the chart tests.
#ifndef SEXTANT_TESTS_SUPPORT_CHART_SCENARIOS_H_
#define SEXTANT_TESTS_SUPPORT_CHART_SCENARIOS_H_

#include <string>
#include <variant>
#include <vector>

#include "charts/kit/chart_context.h"
#include "charts/kit/drawing.h"
#include "charts/quadrant_chart.h"
#include "engine/customers/flywheel.h"
#include "engine/metrics/evaluate.h"
#include "engine/model/presets.h"
#include "engine/model/scenario.h"
#include "support/random_scenario.h"

namespace sextant {

inline constexpr Language kLanguages[] = {Language::kEnglish,
                                          Language::kTraditionalChinese};

struct ChartSize {
  float width;
  float height;
};
inline constexpr ChartSize kSmallChart = {300, 240};
inline constexpr ChartSize kPhoneChart = {340, 280};
inline constexpr ChartSize kDeskChart = {760, 460};
inline constexpr ChartSize kChartSizes[] = {kSmallChart, kPhoneChart,
                                            kDeskChart};

NumberFormat FormatFor(Language language);

class ChartRandom : public Random {
 public:
  using Random::Random;
  double Between(double low, double high);
  // Evenly distributed on a logarithmic scale from low to high.
  double Magnitude(double low, double high);
  bool Chance(double probability) { return Unit() < probability; }
};

// What a chart of `scenario` needs. With `before` it has a ghost. Both
// scenarios must outlive it.
struct ChartInput {
  explicit ChartInput(const Scenario& scenario,
                      Language language = Language::kEnglish,
                      const Scenario* before = nullptr);
  ChartInput(const ChartInput&) = delete;
  ChartInput& operator=(const ChartInput&) = delete;
  FlywheelReport Flywheel() const;

  NumberFormat format;
  Report report;
  Report report_before;
  ChartContext context;
};

// 1 to 8 media; some cells without visits, orders or cost.
Scenario RandomScenario(ChartRandom& random);

Scenario WithMedia(int count);

struct NamedScenario {
  std::string name;
  Scenario scenario;
};
// Valid scenarios with extreme values.
std::vector<NamedScenario> HostileScenarios();

template <typename T>
std::vector<T> ShapesOf(const Drawing& drawing) {
  std::vector<T> shapes;
  for (const Shape& shape : drawing.shapes) {
    if (const T* found = std::get_if<T>(&shape)) shapes.push_back(*found);
  }
  return shapes;
}

// Every number in the drawing is finite and no size is negative.
void ExpectSound(const Drawing& drawing);

// About what the letters of a text cover, with the estimated width.
Rect TextBounds(const TextShape& text);

// No texts overlap, and every text is inside the drawing.
void ExpectTextsApart(const Drawing& drawing);

// A text that is not empty and has no leftover {placeholders}.
void ExpectSentence(const std::string& text);

void ExpectSameDrawing(const Drawing& a, const Drawing& b);

// nullptr when the cell has no mark.
const Mark* FindMark(const Drawing& drawing, int cell);
Point Center(const Rect& rect);

}  // namespace sextant

#endif  // SEXTANT_TESTS_SUPPORT_CHART_SCENARIOS_H_
