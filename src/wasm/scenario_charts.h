// The charts of a scenario that are shown after the first screen, and the
// flywheel month by month.
#ifndef SEXTANT_WASM_SCENARIO_CHARTS_H_
#define SEXTANT_WASM_SCENARIO_CHARTS_H_

#include <optional>
#include <string>

#include "charts/chart_svg.h"
#include "charts/kit/drawing.h"
#include "engine/customers/flywheel.h"
#include "engine/metrics/evaluate.h"
#include "exchange/json_writer.h"
#include "locales/number_format.h"

namespace sextant {

// One scenario and its flywheel; `before` is what it is compared with, or
// nullptr.
class ScenarioCharts {
 public:
  ScenarioCharts(const Scenario& scenario, const Scenario* before,
                 NumberFormat format);

  // Not the quadrants, which each face draws itself.
  Drawing Draw(Chart chart, double width, double height) const;
  std::string Svg(Chart chart, const Drawing& drawing, Theme theme) const;
  void WriteTable(JsonWriter& json) const;

 private:
  ChartContext Context() const { return {scenario_, report_, format_}; }

  const Scenario& scenario_;
  NumberFormat format_;
  Report report_;
  FlywheelReport flywheel_;
  std::optional<FlywheelReport> ghost_;
};

}  // namespace sextant

#endif  // SEXTANT_WASM_SCENARIO_CHARTS_H_
