#include "charts/chart_svg.h"

#include <algorithm>
#include <iterator>

#include "charts/flywheel_chart.h"
#include "charts/kit/svg.h"
#include "charts/matrix_chart.h"
#include "charts/quadrant_chart.h"
#include "charts/wheel.h"
#include "engine/customers/flywheel.h"
#include "locales/text.h"

namespace sextant {
namespace {

FlywheelReport Simulate(const ChartContext& context) {
  return SimulateFlywheel(context.scenario, context.report);
}

std::string Title(Chart chart, const ChartContext& context) {
  std::string title = context.scenario.title.str();
  if (!title.empty()) title += " · ";
  title +=
      Text(context.format.language, kChartTitles[static_cast<size_t>(chart)]);
  return title;
}

}  // namespace

Chart ChartNamed(std::string_view name) {
  const auto* found =
      std::find(std::begin(kChartNames), std::end(kChartNames), name);
  return found == std::end(kChartNames)
             ? Chart::kQuadrant
             : static_cast<Chart>(found - kChartNames);
}

float PictureSide(double length) {
  return static_cast<float>(std::clamp(length, kSmallestSide, kLargestSide));
}

Drawing DrawQuadrant(const ChartContext& context, float width, float height) {
  return QuadrantChart(context, FitQuadrantScale(context, width, height), width,
                       height);
}

Drawing DrawChart(Chart chart, const ChartContext& context, float width,
                  float height) {
  switch (chart) {
    case Chart::kQuadrant:
      return DrawQuadrant(context, width, height);
    case Chart::kMatrix:
      return MatrixChart(context, width, height);
    case Chart::kFlywheel:
      return FlywheelChart(context, Simulate(context), nullptr, width, height);
    case Chart::kCustomers:
      return CustomersChart(context, Simulate(context), width, height);
    case Chart::kWheel:
      return WheelPicture(context, Simulate(context), 0, width, height);
  }
  return {};
}

std::string ChartSvg(Chart chart, const Drawing& drawing,
                     const ChartContext& context, Theme theme) {
  std::string description;
  for (const Mark& mark : drawing.marks) {
    if (!description.empty()) description += '\n';
    description += mark.label;
  }
  return Svg(drawing, theme, Title(chart, context), description);
}

}  // namespace sextant
