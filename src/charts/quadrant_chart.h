// CPC × CPA, both axes logarithmic and reversed, so that better is right and
// up (DOMAIN.md, section 4). Quadrant I is top right, II top left, III bottom
// left, IV bottom right; points of equal conversion rate lie on straight
// diagonals.
#ifndef SEXTANT_CHARTS_QUADRANT_CHART_H_
#define SEXTANT_CHARTS_QUADRANT_CHART_H_

#include <optional>

#include "charts/kit/chart_context.h"

namespace sextant {

// Money ↔ points. Kept by the caller while a bubble is dragged, so that the
// axes do not run away under the pointer.
struct QuadrantScale {
  Rect plot;  // where the data goes, inside the chart
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

// The scale that shows all placed cells of the report (and of `ghost`, when
// given) and the thresholds with some air around them, ends rounded outward so
// that it does not jitter.
QuadrantScale FitQuadrantScale(const Report& report, const Report* ghost,
                               float width, float height);

// A cell that is placed but has no CPA (spend and no orders) is drawn on the
// bottom edge, with "no orders" in its label.
Drawing QuadrantChart(const ChartContext& context, const QuadrantScale& scale,
                      float width, float height);

// What to set so that `cell`'s bubble lands at `target`: cost_per_click (the
// fixed cost stays) and conversion_rate, both within bounds. The point moved to
// may be unreachable (a fixed cost alone costs more per visit than the
// pointer's CPC): then the nearest that is. nullopt when the cell has no
// visits.
struct BubbleMove {
  double cost_per_click;
  double conversion_rate;
};
std::optional<BubbleMove> MoveBubble(const Scenario& scenario, int cell,
                                     const QuadrantScale& scale, Point target);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_QUADRANT_CHART_H_
