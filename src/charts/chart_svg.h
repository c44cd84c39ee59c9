// Any chart of a scenario as a separate picture.
#ifndef SEXTANT_CHARTS_CHART_SVG_H_
#define SEXTANT_CHARTS_CHART_SVG_H_

#include <string>
#include <string_view>

#include "charts/chart_list.h"
#include "charts/kit/chart_context.h"
#include "charts/kit/palette.h"

namespace sextant {

inline constexpr const char* kThemeNames[] = {"light", "dark"};

// The chart of this name in JavaScript; of an unknown one, the quadrants.
Chart ChartNamed(std::string_view name);

// A picture's width and height, in points.
inline constexpr double kSmallestSide = 100;
inline constexpr double kLargestSide = 10000;

// Moved into that range.
float PictureSide(double length);

// Makes any chart. A program that shows only some of them does not call it, so
// that it has no code of the others.
Drawing DrawChart(Chart chart, const ChartContext& context, float width,
                  float height);

Drawing DrawQuadrant(const ChartContext& context, float width, float height);

// The drawing of a chart as a complete <svg> element (charts/kit/svg.h): titled
// by the scenario and the chart, described by what each mark says.
std::string ChartSvg(Chart chart, const Drawing& drawing,
                     const ChartContext& context, Theme theme);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_CHART_SVG_H_
