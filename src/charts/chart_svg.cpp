#include "charts/chart_svg.h"

#include "charts/flywheel_chart.h"
#include "charts/kit/svg.h"
#include "charts/matrix_chart.h"
#include "charts/wheel.h"
#include "engine/customers/flywheel.h"
#include "locales/text.h"

namespace sextant {
namespace {

Drawing Draw(Chart chart, const ChartContext& context, float width,
             float height) {
  if (chart == Chart::kMatrix) return MatrixChart(context, width, height);
  if (chart == Chart::kQuadrant) {
    const QuadrantScale scale =
        FitQuadrantScale(context.report, context.ghost, width, height);
    return QuadrantChart(context, scale, width, height);
  }
  const FlywheelReport flywheel =
      SimulateFlywheel(context.scenario, context.report);
  if (chart == Chart::kFlywheel) {
    return FlywheelChart(context, flywheel, nullptr, width, height);
  }
  if (chart == Chart::kCustomers) {
    return CustomersChart(context, flywheel, width, height);
  }
  return WheelPicture(context, flywheel, 0, width, height);
}

std::string Title(Chart chart, const ChartContext& context) {
  std::string title = context.scenario.title;
  if (!title.empty()) title += " · ";
  constexpr TextId kTitles[] = {
      TextId::kChartQuadrantTitle, TextId::kChartMatrixTitle,
      TextId::kChartFlywheelTitle, TextId::kChartCustomersTitle,
      TextId::kChartWheelTitle};
  title += Text(context.format.language, kTitles[static_cast<size_t>(chart)]);
  return title;
}

}  // namespace

std::string ChartSvg(Chart chart, const ChartContext& context, Theme theme,
                     double width, double height) {
  const Drawing drawing = Draw(chart, context, static_cast<float>(width),
                               static_cast<float>(height));
  std::string description;
  for (const Mark& mark : drawing.marks) {
    if (!description.empty()) description += '\n';
    description += mark.label;
  }
  return Svg(drawing, theme, Title(chart, context), description);
}

}  // namespace sextant
