#include "wasm/scenario_charts.h"

#include <utility>

#include "charts/flywheel_chart.h"
#include "charts/matrix_chart.h"
#include "charts/wheel.h"
#include "wasm/months_table.h"
#include "wasm/options.h"

namespace sextant {

ScenarioCharts::ScenarioCharts(const Scenario& scenario, const Scenario* before,
                               NumberFormat format)
    : scenario_(scenario),
      format_(std::move(format)),
      report_(Evaluate(scenario)),
      flywheel_(SimulateFlywheel(scenario, report_)) {
  if (before) ghost_ = SimulateFlywheel(*before, Evaluate(*before));
}

Drawing ScenarioCharts::Draw(Chart chart, double width, double height) const {
  const float x = PictureSide(width);
  const float y = PictureSide(height);
  switch (chart) {
    case Chart::kMatrix:
      return MatrixChart(Context(), x, y);
    case Chart::kWheel:
      return WheelPicture(Context(), flywheel_, 0, x, y);
    case Chart::kCustomers:
      return CustomersChart(Context(), flywheel_, x, y);
    case Chart::kFlywheel:
      return FlywheelChart(Context(), flywheel_, ghost_ ? &*ghost_ : nullptr, x,
                           y);
    case Chart::kQuadrant:
      break;
  }
  return {};
}

std::string ScenarioCharts::Svg(Chart chart, const Drawing& drawing,
                                Theme theme) const {
  return ChartSvg(chart, drawing, Context(), theme);
}

void ScenarioCharts::WriteTable(JsonWriter& json) const {
  WriteMonthsTable(flywheel_, format_, json);
}

}  // namespace sextant
