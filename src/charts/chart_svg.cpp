#include "charts/chart_svg.h"

#include "charts/matrix_chart.h"
#include "charts/svg.h"
#include "locales/text.h"

namespace sextant {
namespace {

Drawing Draw(Chart chart, const ChartContext& context, float width,
             float height) {
  if (chart == Chart::kMatrix) return MatrixChart(context, width, height);
  const QuadrantScale scale =
      FitQuadrantScale(context.report, context.ghost, width, height);
  return QuadrantChart(context, scale, width, height);
}

std::string Title(Chart chart, const ChartContext& context) {
  std::string title = context.scenario.title;
  if (!title.empty()) title += " · ";
  title += Text(context.format.language, chart == Chart::kMatrix
                                             ? TextId::kChartMatrixTitle
                                             : TextId::kChartQuadrantTitle);
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
