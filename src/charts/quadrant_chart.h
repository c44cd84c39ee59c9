// CPC × CPA, both axes logarithmic and reversed, so that better is right and
// up (DOMAIN.md, section 4). Quadrant I is top right, II top left, III bottom
// left, IV bottom right; points of equal conversion rate lie on straight
// diagonals.
#ifndef SEXTANT_CHARTS_QUADRANT_CHART_H_
#define SEXTANT_CHARTS_QUADRANT_CHART_H_

#include <optional>

#include "charts/kit/chart_context.h"

namespace sextant {

// Converts between money and points. The caller keeps it while a bubble is
// dragged, so that the axes do not move under the pointer.
struct QuadrantScale {
  Rect plot;  // the rectangle for the data, inside the chart
  // Shown range of each axis, in money; 0 < minimum < maximum.
  double minimum_cpc = 1;
  double maximum_cpc = 100;
  double minimum_cpa = 10;
  double maximum_cpa = 10000;

  float X(double cpc) const;  // clamped to the plot
  float Y(double cpa) const;
  double Cpc(float x) const;  // clamped to the shown range
  double Cpa(float y) const;
};

// The scale that shows the thresholds and all placed cells of the report and of
// the ghost with a margin around them, its ends rounded outward. An axis of
// `kept`, the scale of the last drawing, stays as it is while all of them are
// inside and take a good part of it, so that axes do not jump.
QuadrantScale FitQuadrantScale(const ChartContext& context, float width,
                               float height,
                               const QuadrantScale* kept = nullptr);

// A cell that is placed but has no CPA (spend and no orders) is drawn on the
// bottom edge, with "no orders" in its label.
//
// Every bubble is named: beside it and nearer to it than to any other, or
// joined to it by a line, or by the number of its medium, which is explained
// below the plot together with the hatching. The stories of the quadrants stand
// outside the plot, so nothing covers them.
Drawing QuadrantChart(const ChartContext& context, const QuadrantScale& scale,
                      float width, float height);

// The inputs with which the bubble of `cell` lands at `target`, within the
// bounds of their fields and with four digits; the fixed cost is not changed.
// If `target` cannot be reached, because the fixed cost alone is more per visit
// than its CPC, the bubble lands as near as possible. nullopt when the cell has
// no visits.
struct BubbleMove {
  double cost_per_click;
  double conversion_rate;
};
std::optional<BubbleMove> MoveBubble(const Scenario& scenario, int cell,
                                     const QuadrantScale& scale, Point target);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_QUADRANT_CHART_H_
